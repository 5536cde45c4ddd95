import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "actionkit",
  urls: [
    {
      url: "https://act.example.org/mailings/opened/?akid=171.181818.AbC-_1",
      purpose: "open",
      fields: { campaign: "171", reader: "181818", signature: "AbC-_1" },
    },
  ],
  claims: [{ claims: { extensionHeaders: ["x-actionkit-id"] }, account: null }],
};

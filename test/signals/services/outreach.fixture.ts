import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "outreach",
  urls: [
    {
      url: "https://app1a.example.org/api/mailings/opened/AbCdEfGhIj17.gif",
      purpose: "open",
      fields: { opaque: "AbCdEfGhIj17" },
    },
  ],
  claims: [{ claims: { extensionHeaders: ["x-outreach-id"] }, account: null }],
};

import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "elastic-email",
  urls: [
    {
      url: "https://go.example.org/tracking/open?msgid=AbCdEfGhIj17&c=1717171717",
      purpose: "open",
      fields: { message: "AbCdEfGhIj17", campaign: "1717171717" },
    },
  ],
  claims: [{ claims: { extensionHeaders: ["x-msg-eid"], returnPath: "b@bounces.elasticemail.net" }, account: null }],
};

import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "freshdesk",
  urls: [
    {
      url: "https://marshhelp.freshdesk.com/support/tickets/1717",
      purpose: "view",
      fields: { campaign: "1717", account: "marshhelp" },
    },
  ],
  claims: [
    {
      claims: { messageIdDomain: "marshhelp.freshdesk.com", extensionHeaders: ["x-fd-id"] },
      account: "freshdesk/host/marshhelp",
    },
  ],
};

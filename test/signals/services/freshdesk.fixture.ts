import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "freshdesk",
  urls: [
    {
      url: "https://reedhollowhelp.freshdesk.com/support/tickets/1717",
      purpose: "view",
      fields: { campaign: "1717", account: "reedhollowhelp" },
    },
  ],
  claims: [
    {
      claims: { messageIdDomain: "reedhollowhelp.freshdesk.com", extensionHeaders: ["x-fd-id"] },
      account: "freshdesk/host/reedhollowhelp",
    },
  ],
};

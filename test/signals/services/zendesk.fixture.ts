import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "zendesk",
  urls: [
    {
      url: "https://reedhollowhelp.zendesk.com/hc/en-us/requests/1717",
      purpose: "view",
      fields: { campaign: "1717", account: "reedhollowhelp" },
    },
  ],
  claims: [
    {
      claims: {
        returnPath: "support@reedhollowhelp.zendesk.com",
        extensionHeaders: ["x-zendesk-email-id"],
        mailer: "Zendesk Mailer",
      },
      account: "zendesk/host/reedhollowhelp",
    },
  ],
};

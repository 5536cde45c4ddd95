import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "zoho-campaigns",
  urls: [
    {
      url: "https://ab17.maillist-manage.com/ua/optout?od=3z0a1b2c3d4e5f&rd=18ab19cd&sd=18ab20ef&n=1",
      purpose: "unsubscribe",
      fields: { account: "3z0a1b2c3d4e5f", reader: "18ab19cd", campaign: "18ab20ef" },
    },
  ],
  claims: [
    {
      claims: {
        listUnsubscribe: ["https://ab17.maillist-manage.com/ua/optout?od=3z0a1b2c3d4e5f&rd=18ab19cd&sd=18ab20ef&n=1"],
      },
      account: "zoho-campaigns/3z0a1b2c3d4e5f",
    },
  ],
};

import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "campaign-monitor",
  urls: [
    {
      url: "https://reedhollowpost.cmail20.com/t/t-o-abcdefg-hijklmnop/o.gif",
      purpose: "open",
      fields: { campaign: "abcdefg", reader: "hijklmnop", account: "reedhollowpost" },
    },
    {
      url: "https://go.example.org/t/r-l-abcdefg-hijklmnop-y/",
      purpose: "click",
      fields: { campaign: "abcdefg", reader: "hijklmnop", link: "y" },
    },
  ],
  claims: [
    {
      claims: {
        listUnsubscribe: ["https://reedhollowpost.createsend1.com/t/t-u-abcdefg-hijklmnop-r/"],
        returnPath: "a@cmail20.com",
      },
      account: "campaign-monitor/reedhollowpost",
    },
  ],
};

import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "mailchimp",
  urls: [
    {
      url: "https://news.us3.list-manage.com/track/open.php?u=0123456789abcdef012345678&id=0123456789&e=9876543210",
      purpose: "open",
      fields: { account: "0123456789abcdef012345678", campaign: "0123456789", reader: "9876543210" },
    },
    {
      url: "https://go.example.org/track/click?u=0123456789abcdef012345678&id=0123456789&e=9876543210",
      purpose: "click",
      fields: { account: "0123456789abcdef012345678", link: "0123456789", reader: "9876543210" },
    },
    {
      url: "https://mcusercontent.com/0123456789abcdef012345678/images/a.png",
      purpose: "image",
      fields: { account: "0123456789abcdef012345678" },
    },
  ],
  claims: [
    {
      claims: {
        feedbackId: "17171717:17171717.180180:us3:mc",
        returnPath: "bounce-mc.us3_17171717.180180-0a1b@mail1.mcsv.net",
      },
      account: "mailchimp/return-path/17171717",
    },
  ],
};

import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "hubspot",
  urls: [
    {
      url: "https://ab1cd04.na1.hubspotlinks.com/Cto/LX+113/ab1cD04/V1abcDEF23456",
      purpose: "open",
      fields: { account: "ab1cD04", opaque: "V1abcDEF23456" },
    },
    {
      url: "https://17171717.fs1.hubspotusercontent-na1.net/hubfs/17171717/a.png",
      purpose: "image",
      fields: { account: "17171717" },
    },
  ],
  claims: [
    {
      claims: { feedbackId: "1abcdef:1ghijk0:b2foe:HubSpot", returnPath: "1axabc@bf17x.hubspotemail.net" },
      account: "hubspot/hubspotemail.net/bf17x",
    },
  ],
};

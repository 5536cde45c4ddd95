import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "cleverreach",
  urls: [
    {
      url: "https://171717.seu2.cleverreach.com/rmftlp.php?cid=171&mid=180&h=17-0a1b2c3d4e5f",
      purpose: "unsubscribe",
      fields: { reader: "171", campaign: "180", signature: "17-0a1b2c3d4e5f", account: "171717" },
    },
    {
      url: "https://stats-eu1.crsend.com/stats/mc_18_171_0a1b.gif",
      purpose: "open",
      fields: { opaque: "mc_18_171_0a1b" },
    },
  ],
  claims: [
    {
      claims: {
        listUnsubscribe: ["https://171717.seu2.cleverreach.com/rmftlp.php?cid=171&mid=180&h=17-0a1b2c3d4e5f"],
        returnPath: "bounce+180180@bounce-eu2.crsend.com",
      },
      account: "cleverreach/host/171717",
    },
  ],
};

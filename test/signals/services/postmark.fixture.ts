import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "postmark",
  urls: [
    {
      url: "https://ea.pstmrk.it/open?m=v3_1.AbCdEfGhIj17.KlMnOpQr",
      purpose: "open",
      fields: { campaign: "1", message: "AbCdEfGhIj17", opaque: "KlMnOpQr" },
    },
  ],
  claims: [
    {
      claims: { feedbackId: "s1717171-_:s1717171:a181818:postmark", returnPath: "pm_bounces@pm-bounces.example.org" },
      account: "postmark/181818",
    },
  ],
};

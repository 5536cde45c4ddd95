import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "emailoctopus",
  urls: [
    {
      url: "https://eocampaign1.com/web-version?p=00000000-1111-4222-8333-444444444444&pt=campaign&t=17&s=0a",
      purpose: "view",
      fields: { campaign: "00000000-1111-4222-8333-444444444444" },
    },
  ],
  claims: [{ claims: { returnPath: "b@bounce.eomail5.com" }, account: null }],
};

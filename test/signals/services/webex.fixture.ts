import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "webex",
  urls: [
    {
      url: "https://reedhollow.webex.com/reedhollow/j.php?MTID=m0123456789abcdef0123456789abcdef",
      purpose: "view",
      fields: { campaign: "m0123456789abcdef0123456789abcdef", account: "reedhollow" },
    },
  ],
  claims: [{ claims: { returnPath: "messenger@reedhollow.webex.com" }, account: "webex/host/reedhollow" }],
};

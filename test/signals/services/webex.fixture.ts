import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "webex",
  urls: [
    {
      url: "https://marsh.webex.com/marsh/j.php?MTID=m0123456789abcdef0123456789abcdef",
      purpose: "view",
      fields: { campaign: "m0123456789abcdef0123456789abcdef", account: "marsh" },
    },
  ],
  claims: [{ claims: { returnPath: "messenger@marsh.webex.com" }, account: "webex/host/marsh" }],
};

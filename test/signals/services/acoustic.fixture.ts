import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "acoustic",
  urls: [
    {
      url: "https://links.mkt51.net/ctt?ms=MTcxNzE3S0&r=MTgxODE4S0&b=0&j=x",
      purpose: "click",
      fields: { campaign: "MTcxNzE3S0", reader: "MTgxODE4S0" },
    },
  ],
  claims: [{ claims: { returnPath: "v-abc@bounce.mkt51.net" }, account: null }],
};

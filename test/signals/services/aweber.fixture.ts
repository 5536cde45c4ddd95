import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "aweber",
  urls: [
    {
      url: "https://clicks.aweber.com/y/ct/?l=AbCd1&m=2.EfGh3&b=IjKl4MnOp5",
      purpose: "click",
      fields: { reader: "AbCd1", campaign: "2.EfGh3", signature: "IjKl4MnOp5" },
    },
  ],
  claims: [{ claims: { mailer: "AWeber 4.0" }, account: null }],
};

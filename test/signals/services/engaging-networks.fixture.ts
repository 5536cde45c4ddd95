import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "engaging-networks",
  urls: [
    {
      url: "https://act.example.org/page/email/click/10171/1818181?email=AbCdEfGhIj%3D%3D&campid=x",
      purpose: "click",
      fields: { account: "10171", campaign: "1818181", reader: "AbCdEfGhIj%3D%3D" },
    },
  ],
  claims: [{ claims: { returnPath: "b@engagingnetworks.net" }, account: null }],
};

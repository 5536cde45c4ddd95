import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "benchmark",
  urls: [
    {
      url: "https://clt1717171.bmetrack.com/c/l?u=0A1B2C3D&e=4E5F67&c=17AB18&t=1&email=x",
      purpose: "click",
      fields: { link: "0A1B2C3D", campaign: "4E5F67", account: "17AB18" },
    },
  ],
  claims: [
    {
      claims: { listUnsubscribe: ["https://clt1717171.bmetrack.com/c/u?x=1"], returnPath: "b@bmsend.com" },
      account: "benchmark/host/1717171",
    },
  ],
};

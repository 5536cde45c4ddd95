import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "gmass",
  urls: [
    {
      url: "https://link.gmass.co/gmass/w?u=YWRhQGV4YW1wbGUub3Jn&s=17",
      purpose: "click",
      fields: { account: "YWRhQGV4YW1wbGUub3Jn" },
    },
  ],
  claims: [{ claims: { extensionHeaders: ["x-gmass-id"] }, account: null }],
};

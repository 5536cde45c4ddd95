import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "blackbaud",
  urls: [
    {
      url: "https://secure.example.org/site/PixelServer?j=AbCdEfGhIj17",
      purpose: "open",
      fields: { opaque: "AbCdEfGhIj17" },
    },
  ],
  claims: [{ claims: { returnPath: "b@bounce.convio.net" }, account: null }],
};

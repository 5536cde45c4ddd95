import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "omnisend",
  urls: [],
  claims: [{ claims: { returnPath: "b@bounce.omnisend.com" }, account: null }],
};

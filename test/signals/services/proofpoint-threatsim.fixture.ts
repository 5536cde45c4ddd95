import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "proofpoint-threatsim",
  urls: [],
  claims: [{ claims: { extensionHeaders: ["x-threatsim-header"] }, account: null }],
};

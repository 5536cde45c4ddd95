import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "cofense",
  urls: [],
  claims: [{ claims: { extensionHeaders: ["x-phishme"] }, account: null }],
};

import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "yamm",
  urls: [],
  claims: [{ claims: { extensionHeaders: ["x-yamm-id"] }, account: null }],
};

import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "help-scout",
  urls: [],
  claims: [{ claims: { extensionHeaders: ["x-helpscout-id"] }, account: null }],
};

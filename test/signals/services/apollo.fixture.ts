import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "apollo",
  urls: [],
  claims: [{ claims: { extensionHeaders: ["x-apollo-id"] }, account: null }],
};

import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "lemlist",
  urls: [],
  claims: [{ claims: { extensionHeaders: ["x-lemlist-id"] }, account: null }],
};

import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "newsletter2go",
  urls: [],
  claims: [],
};

import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "mobilize",
  urls: [],
  claims: [],
};

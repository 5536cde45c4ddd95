import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "zoom",
  urls: [{ url: "https://us02web.zoom.us/j/17171717171?pwd=x", purpose: "view", fields: { campaign: "17171717171" } }],
  claims: [],
};

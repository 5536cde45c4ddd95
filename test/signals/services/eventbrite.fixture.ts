import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "eventbrite",
  urls: [
    {
      url: "https://clicks.eventbrite.com/q/AbCdEfGhIjKl17~~/AAQxARA~/RgRAbCd",
      purpose: "open",
      fields: { opaque: "AbCdEfGhIjKl17" },
    },
  ],
  claims: [{ claims: { returnPath: "msprvs1=17abc=bounces-171717@bounce.eventbrite.com" }, account: null }],
};

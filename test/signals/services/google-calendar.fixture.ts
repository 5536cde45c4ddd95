import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "google-calendar",
  urls: [
    {
      url: "https://calendar.google.com/calendar/event?action=VIEW&eid=AbCdEfGhIjKl&tok=x",
      purpose: "view",
      fields: { opaque: "AbCdEfGhIjKl" },
    },
  ],
  claims: [],
};

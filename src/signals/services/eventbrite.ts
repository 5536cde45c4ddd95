/** Eventbrite: meetings and events (LK-08). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const eventbrite = defineService({
  id: "eventbrite",
  name: "Eventbrite",
  kind: "meeting",
  links: "clicks.eventbrite.com eventbrite.com",
  mail: "bounce.eventbrite.com",
  pictures: "evbuc.com",
  urls: [
    url("open", "seen", /^\/q\/(?<opaque>[\w-]{10,300})~~\//),
    url("click", "seen", /^\/f\/a\/(?<opaque>[\w-]{10,300})~~\//),
  ],
  reveals: "event and order; the pixel's values only the relay can read",
  asOf: "2026-11",
});

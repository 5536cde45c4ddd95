/** Zoom: meetings and events (LK-08). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const zoom = defineService({
  id: "zoom",
  name: "Zoom",
  kind: "meeting",
  links: "zoom.us zoom.com",
  mail: "zoomgov.com",
  pictures: "st1.zoom.us",
  urls: [url("view", "seen", /^\/(?:j|w|s)\/(?<campaign>\d{9,12})/)],
  reveals: "the meeting; a registration link also names the reader",
  asOf: "2026-11",
});

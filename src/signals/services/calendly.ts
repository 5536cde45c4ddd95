/** Calendly: meetings and events (LK-08). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const calendly = defineService({
  id: "calendly",
  name: "Calendly",
  kind: "meeting",
  links: "calendly.com",
  pages: "help.calendly.com",
  urls: [url("view", "seen", /^\/(?:cancellations|reschedulings)\/(?<message>[0-9a-f-]{36})/)],
  reveals: "the appointment",
  asOf: "2026-11",
});

/** Google Calendar: meetings and events (LK-08). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const googleCalendar = defineService({
  id: "google-calendar",
  name: "Google Calendar",
  kind: "meeting",
  links: "calendar.google.com meet.google.com",
  mail: "calendar-server.bounces.google.com",
  urls: [
    url("view", "seen", /^\/calendar\/(?:u\/\d\/)?event\?action=(?:VIEW|RESPOND)&eid=(?<opaque>[\w%=-]{10,300})/),
    url("view", "seen", /^\/(?<campaign>[a-z]{3}-[a-z]{4}-[a-z]{3})$/),
  ],
  reveals: "event and invited reader, in base64 that anyone can read",
  asOf: "2026-11",
});

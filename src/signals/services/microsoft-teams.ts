/** Microsoft Teams: meetings and events (LK-08). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const microsoftTeams = defineService({
  id: "microsoft-teams",
  name: "Microsoft Teams",
  kind: "meeting",
  links: "teams.microsoft.com teams.live.com",
  mail: "email.teams.microsoft.com",
  pictures: "statics.teams.cdn.office.net",
  urls: [url("view", "seen", /^\/l\/meetup-join\/(?<campaign>19[\w%:.@-]{10,200})/)],
  reveals: "the meeting, its tenant and organiser",
  asOf: "2026-11",
});

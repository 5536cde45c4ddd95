/** Help Scout: help desk and cases (LK-05). Source: K, general engineering knowledge, in our own words. */
import { defineService } from "./service.ts";

export const helpScout = defineService({
  id: "help-scout",
  name: "Help Scout",
  kind: "helpdesk",
  links: "secure.helpscout.net",
  mail: "helpscout.net",
  pages: "helpscout.com helpscoutdocs.com",
  headers: "x-helpscout-",
  reveals: "the conversation; its picture says whether it was seen",
  asOf: "2026-11",
});

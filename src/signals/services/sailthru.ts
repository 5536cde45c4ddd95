/** Sailthru: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const sailthru = defineService({
  id: "sailthru",
  name: "Sailthru",
  kind: "bulk",
  links: "sailthru.com",
  mail: "sailthru.net",
  headers: "x-sailthru-",
  mailers: ["sailthru"],
  urls: [
    url(
      "click",
      "seen",
      /^\/click\/(?<campaign>[0-9a-f.]{6,60})\/(?<link>[\w=-]{8,900})\/(?<reader>[0-9a-f]{24})B(?<signature>[0-9a-f]{8})/,
      { heads: "click" },
    ),
    url("open", "seen", /^\/img\/(?<reader>[0-9a-f]{24}[0-9a-z.]{0,40})\/[0-9a-f]{4,16}\.gif/, { heads: "img" }),
    url("unsubscribe", "seen", /^\/oc\/(?<reader>[0-9a-f]{24})[0-9a-z.]{0,60}\/[0-9a-f]{4,16}/, { heads: "oc" }),
    url("view", "seen", /^\/view\/(?<reader>[0-9a-f]{24})[0-9a-z.]{0,60}\/[0-9a-f]{4,16}/, { heads: "view" }),
  ],
  reveals: "campaign, link and a stable id of the reader",
  asOf: "2026-11",
});

/** CleverReach: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const cleverreach = defineService({
  id: "cleverreach",
  name: "CleverReach",
  kind: "bulk",
  links: "cleverreach.com cleverreach.de",
  mail: "crsend.com crmta.de",
  accountHosts: [/^(?<account>\d{3,9})\.seu\d{1,2}\.cleverreach\.com$/],
  returnPath: { key: "bounce", form: /^bounce\+(?<campaign>\d{3,12})@bounce-eu\d\.crsend\.com$/, sure: "seen" },
  urls: [
    url("open", "seen", /^\/stats\/(?<opaque>[\w-]{10,300})\.gif/),
    url(
      "unsubscribe",
      "seen",
      /^\/(?:rmftlp|rmf)\.php\?cid=(?<reader>\d{1,12})&mid=(?<campaign>\d{1,12})&h=(?<signature>[\w-]{8,80})/,
    ),
    url("click", "supposed", /^\/c\/(?<campaign>\d{3,12})\/(?<opaque>[\w-]{6,80})/),
  ],
  reveals: "campaign and a stable number of the reader, signed",
  asOf: "2026-11",
});

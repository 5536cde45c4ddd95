/** Oracle Eloqua: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const eloqua = defineService({
  id: "eloqua",
  name: "Oracle Eloqua",
  kind: "bulk",
  links: "en25.com",
  mail: "eloqua.com",
  headers: "x-elq-",
  urls: [
    url(
      "open",
      "seen",
      /^\/e\/FooterImages\/FooterImage\d\?elq=(?<reader>[0-9a-f]{32})(?:&siteid=(?<account>\d{1,12}))?/i,
      { heads: "e" },
    ),
    url("click", "seen", /^\/e\/er\?[^#]{0,300}\bs=(?<account>\d{3,12})&lid=(?<link>\d{1,12})/i, { heads: "e" }),
    url("unsubscribe", "seen", /^\/e\/u\?s=(?<account>\d{3,12})&elq=(?<reader>[0-9a-f]{32})/i, { heads: "e" }),
  ],
  oneNumbering: true,
  reveals: "account, link and a stable id of the reader",
  asOf: "2026-11",
});

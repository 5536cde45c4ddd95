/** Acoustic (Silverpop): bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const acoustic = defineService({
  id: "acoustic",
  name: "Acoustic (Silverpop)",
  kind: "bulk",
  links: "mkt41.net mkt51.net mkt61.net mkt81.net pages0[1-9].net",
  mail: "silverpop.com",
  pages: "goacoustic.com",
  urls: [
    url("open", "seen", /^\/eos\/v\d\/(?<opaque>[\w%.-]{20,900})/, { heads: "eos" }),
    url("click", "seen", /^\/els\/v\d\/(?<opaque>[\w%.-]{5,900})/, { heads: "els" }),
    url("click", "seen", /^\/ctt\?(?:kn=\d{1,4}&)?ms=(?<campaign>[\w%=]{4,40})&r=(?<reader>[\w%=]{4,40})&b=/, {
      heads: "ctt",
    }),
    url("open", "seen", /^\/open\/log\/(?<campaign>\d{3,12})\/(?<reader>[\w%=]{4,40})\//, { heads: "open" }),
  ],
  reveals: "mailing and a stable id of the reader",
  asOf: "2026-11",
});

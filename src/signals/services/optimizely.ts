/** Optimizely Campaign (Episerver): bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService } from "./service.ts";

export const optimizely = defineService({
  id: "optimizely",
  name: "Optimizely Campaign (Episerver)",
  kind: "bulk",
  links: "srv2.de optivo.de broadmail.de",
  mail: "optivo.com",
  pages: "episerver.net",
  mailers: ["optivo broadmail", "broadmail", "episerver"],
  reveals: "values that only the service can read",
  asOf: "2026-11",
});

/** Cordial: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const cordial = defineService({
  id: "cordial",
  name: "Cordial",
  kind: "bulk",
  links: "cordial.io",
  mail: "cordial.com",
  headers: "x-cordial-",
  urls: [
    url("open", "seen", /^\/o\/(?<opaque>[\w%-]{10,300})\?cp_tp=/, { heads: "o" }),
    url("click", "supposed", /^\/c\/(?<opaque>[\w%-]{10,300})/),
  ],
  reveals: "values that only Cordial can read",
  asOf: "2026-11",
});

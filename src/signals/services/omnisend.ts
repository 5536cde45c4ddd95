/** Omnisend: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const omnisend = defineService({
  id: "omnisend",
  name: "Omnisend",
  kind: "bulk",
  links: "omnisendlink.com soundestlink.com",
  mail: "omnisend.com",
  pictures: "omnisrc.com",
  urls: [url("click", "supposed", /^\/link\/[cv]\/(?<opaque>[\w%=-]{20,600})/)],
  reveals: "values that only Omnisend can read",
  asOf: "2026-11",
});

/** Drip: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const drip = defineService({
  id: "drip",
  name: "Drip",
  kind: "bulk",
  links: "dripemail[1-3].com",
  mail: "getdrip.com",
  headers: "x-drip-",
  urls: [url("click", "seen", /^\/c\/(?<opaque>eyJ[\w-]{10,900}\.[\w-]{10,900}\.[\w-]{10,200})/)],
  reveals: "account, campaign and a stable id of the reader, in a signed token that can be read",
  asOf: "2026-11",
});

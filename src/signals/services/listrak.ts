/** Listrak: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const listrak = defineService({
  id: "listrak",
  name: "Listrak",
  kind: "bulk",
  links: "lstrk.net listrakbi.com",
  mail: "listrak.com",
  headers: "x-listrak-",
  urls: [url("click", "supposed", /^\/q\/(?<opaque>[\w~-]{20,600})/)],
  reveals: "one value per link and reader that only Listrak can read",
  asOf: "2026-11",
});

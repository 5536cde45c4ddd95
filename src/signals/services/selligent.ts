/** Selligent: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const selligent = defineService({
  id: "selligent",
  name: "Selligent",
  kind: "bulk",
  links: "slgnt.eu slgnt.us",
  mail: "emsecure.net",
  pages: "selligent.com",
  urls: [url("click", "seen", /^\/optiext\/optiextension\.dll\?ID=(?<opaque>[\w%+~-]{10,200})/i, { heads: "optiext" })],
  reveals: "one value per link and reader that only Selligent can read",
  asOf: "2026-11",
});

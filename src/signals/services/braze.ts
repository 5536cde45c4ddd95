/** Braze: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const braze = defineService({
  id: "braze",
  name: "Braze",
  kind: "bulk",
  links: "braze.com braze.eu",
  mail: "appboy.com",
  pictures: "braze-images.com appboy-images.com",
  headers: "x-braze-",
  urls: [
    url("image", "seen", /^\/appboy\/communication\/assets\/(?:image|font)_assets\//, { heads: "appboy" }),
    url("unsubscribe", "supposed", /^\/api\/v\d\/unsubscribe\/(?<opaque>[\w-]{10,200})/),
  ],
  reveals: "its mail carries the pixel of the relay it is sent through; pictures tell nothing of the reader",
  asOf: "2026-11",
});

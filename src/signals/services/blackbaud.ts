/** Blackbaud: mail of campaigns and organisations (LK-02). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const blackbaud = defineService({
  id: "blackbaud",
  name: "Blackbaud",
  kind: "advocacy",
  links: "convio.net luminateonline.com",
  mail: "convio.com",
  pages: "blackbaud.com blackbaudhosting.com",
  urls: [
    url("open", "seen", /^\/site\/PixelServer\?j=(?<opaque>[\w%-]{10,300})/, { heads: "site" }),
    url("click", "seen", /^\/site\/R\?i=(?<opaque>[\w%-]{10,300})/, { heads: "site" }),
    url("unsubscribe", "seen", /^\/site\/CO\?i=(?<opaque>[\w%-]{10,300})(?:&cid=(?<reader>\d{1,12}))?/, {
      heads: "site",
    }),
  ],
  reveals: "one value per copy that only the service can read",
  asOf: "2026-11",
});

/** Dotdigital: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const dotdigital = defineService({
  id: "dotdigital",
  name: "Dotdigital",
  kind: "bulk",
  links: "trackedlink.net dotdigital-pages.com",
  mail: "dotmailer.com dotdigital-email.com",
  pictures: "dmtrk.net",
  pages: "dotdigital.com",
  headers: "x-dotmailer-",
  urls: [
    url("click", "seen", /^\/(?<opaque>[0-9A-Z]{2,6}-[0-9A-Z-]{3,60})\/c\.aspx/),
    url("open", "supposed", /^\/(?<opaque>[0-9A-Z]{2,6}-[0-9A-Z-]{3,60})\/o\.(?:gif|aspx)/),
  ],
  reveals: "account, campaign and contact in one coded value",
  asOf: "2026-11",
});

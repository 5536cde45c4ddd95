/** Klaviyo: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const klaviyo = defineService({
  id: "klaviyo",
  name: "Klaviyo",
  kind: "bulk",
  links: "klclick.com klclick[1-3].com kmail-lists.com",
  mail: "klaviyomail.com klaviyodns.com",
  pictures: "d3k81ch9hvuctc.cloudfront.net",
  pages: "klaviyo.com",
  // KDE's mail program writes other fields that begin with x-kmail-.
  headers: "x-kmail-account x-kmail-message x-kmail-ops x-kmail-relay",
  urls: [
    url("open", "seen", /^\/o\/(?<opaque>[\w%=-]{20,600})/),
    url("click", "seen", /^\/l\/(?<opaque>[\w%=-]{20,600})/),
    url(
      "unsubscribe",
      "seen",
      /^\/subscriptions\/(?:unsubscribe|update)\?a=(?<account>[A-Za-z0-9]{6})&c=(?<reader>[0-9A-Za-z]{10,40})/,
    ),
    url("image", "seen", /^\/fonts\/api\/v\d\/(?<account>[A-Za-z0-9]{6})\//),
    url("image", "seen", /^\/company\/(?<account>[A-Za-z0-9]{6})\/images\//),
  ],
  oneNumbering: true,
  reveals: "account, and a stable id of the reader in the way out; the pixel's own values only Klaviyo can read",
  asOf: "2026-11",
});

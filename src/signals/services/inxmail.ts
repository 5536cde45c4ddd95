/** Inxmail: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const inxmail = defineService({
  id: "inxmail",
  name: "Inxmail",
  kind: "bulk",
  links: "inxmail.com inxmail.de",
  mail: "inxserver.com inxserver.de",
  pictures: "inxshare.com",
  mailers: ["inxmail"],
  feedback: { key: "xpro-", form: /^[\w.-]{1,80}:(?<account>xpro-\d{1,8}):/, sure: "seen" },
  returnPath: { key: "bounce_", form: /^bounce_(?<campaign>\d{1,9})\+(?<opaque>[\w-]{8,80})@/, sure: "seen" },
  urls: [
    url("open", "seen", /^\/d\/d\.gif\?(?<opaque>[a-z0-9]{40,200})/, { heads: "d" }),
    url("click", "seen", /^\/d\?(?<opaque>[a-z0-9]{40,200})/, { heads: "d" }),
  ],
  reveals: "one value per copy and link that only Inxmail can read",
  asOf: "2026-11",
});

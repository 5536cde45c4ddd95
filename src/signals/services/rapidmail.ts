/** rapidmail: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const rapidmail = defineService({
  id: "rapidmail",
  name: "rapidmail",
  kind: "bulk",
  links: "emailsys1a.net emailsys2a.net emailsys1c.net",
  mail: "rapidmail.com",
  pages: "rapidmail.de",
  headers: "x-rapidmail-",
  mailers: ["rapidmail"],
  accountHosts: [/^t(?<account>[0-9a-f]{7,9})\.emailsys\d[a-z]\.net$/],
  urls: [url("click", "supposed", /^\/(?:c|mailing)\/(?<campaign>\d{1,9})\/(?<link>\d{1,9})\//)],
  reveals: "account, campaign and values that only rapidmail can read",
  asOf: "2026-11",
});

/** GMass: single mails with tracking (LK-04). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const gmass = defineService({
  id: "gmass",
  name: "GMass",
  kind: "sales",
  links: "gmass.co",
  mail: "gmass.email",
  headers: "x-gmass-",
  urls: [
    url("open", "seen", /^\/gmass\/t\?u=(?<account>[\w%=-]{8,200})&/),
    url("click", "seen", /^\/gmass\/w\?u=(?<account>[\w%=-]{8,200})&/),
    url("unsubscribe", "seen", /^\/gmass\/u\?u=(?<account>[\w%=-]{8,200})&/),
  ],
  reveals: "the sender's address in base64, campaign and reader",
  asOf: "2026-11",
});

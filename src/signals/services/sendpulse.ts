/** SendPulse: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const sendpulse = defineService({
  id: "sendpulse",
  name: "SendPulse",
  kind: "bulk",
  links: "sendpul.se",
  mail: "sendpulse.com",
  headers: "x-sendpulse-",
  urls: [url("click", "supposed", /^\/sl\/(?<opaque>[\w=]{4,200})\/(?<link>[\w=]{4,200})/)],
  reveals: "one value per link and reader that only SendPulse can read",
  asOf: "2026-11",
});

/** Salsa: mail of campaigns and organisations (LK-02). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const salsa = defineService({
  id: "salsa",
  name: "Salsa",
  kind: "advocacy",
  links: "salsalabs.org",
  mail: "bounces.salsalabs.org",
  pages: "salsalabs.com",
  headers: "x-salsa-",
  accountHosts: [/^(?!(?:www|default|bounces|click|support|help)\.)(?<account>[a-z0-9-]{2,63})\.salsalabs\.org$/],
  urls: [url("open", "supposed", /^\/T?(?<campaign>[0-9a-f-]{32,37})\/(?<reader>[0-9a-f-]{32,36})/)],
  reveals: "organisation, mailing and a stable id of the reader",
  asOf: "2026-11",
});

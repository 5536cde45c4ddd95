/** Adestra (Upland): bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const adestra = defineService({
  id: "adestra",
  name: "Adestra (Upland)",
  kind: "bulk",
  links: "msgfocus.com",
  mail: "adestra.com",
  headers: "x-msgfocus-",
  accountHosts: [/^(?!(?:www|app|static)\.)(?<account>[a-z0-9-]{2,63})\.msgfocus\.com$/],
  urls: [
    url("click", "seen", /^\/c\/(?<opaque>[A-Za-z0-9]{10,60})/),
    url("unsubscribe", "supposed", /^\/[uq]\/(?<opaque>[A-Za-z0-9]{10,60})/),
  ],
  reveals: "account, and one value per link and reader that only the service can read",
  asOf: "2026-11",
});

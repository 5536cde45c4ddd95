/** GovDelivery (Granicus): bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const govdelivery = defineService({
  id: "govdelivery",
  name: "GovDelivery (Granicus)",
  kind: "bulk",
  links: "lnks.gd govdelivery.com",
  mail: "bounce.govdelivery.com",
  pages: "granicus.com",
  headers: "x-govdelivery- x-accountcode",
  urls: [
    url("open", "seen", /^\/C?I0\/(?<message>[\w-]{20,120})\/(?<signature>[\w=-]{10,120})/),
    url("click", "seen", /^\/C?L0\/[^/]{4,900}\/\d{1,3}\/(?<message>[\w-]{20,120})\/(?<signature>[\w=-]{10,120})/),
    url("click", "seen", /^\/l\/(?<opaque>eyJ[\w-]{10,900}\.[\w-]{10,900}\.[\w-]{10,200})/),
    url("unsubscribe", "seen", /^\/accounts\/(?<account>[A-Z0-9_]{2,40})\/subscriber\//),
  ],
  reveals: "the agency, the copy and, in its signed tokens, bulletin and reader",
  asOf: "2026-11",
});

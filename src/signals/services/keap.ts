/** Keap (Infusionsoft): bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const keap = defineService({
  id: "keap",
  name: "Keap (Infusionsoft)",
  kind: "bulk",
  links: "keap-link00[1-9].com keap-link01[0-6].com infusionsoft.com",
  mail: "infusionmail.com",
  pages: "keap.com",
  headers: "x-inf- x-infusion-",
  mailers: ["infusionmail", "infusionsoft"],
  accountHosts: [/^(?<account>[a-z]{2}\d{3})\.(?:infusionsoft|keap-link\d{3})\.com$/],
  urls: [
    url("open", "seen", /^\/(?:app\/emailOpened|v2\/render)\/(?<opaque>[\w/-]{10,900})/),
    url("click", "seen", /^\/(?:app\/linkClick|v2\/click)\/(?<opaque>[\w/-]{10,900})/),
    url("unsubscribe", "seen", /^\/app\/optOut\/(?<opaque>[\w/-]{10,200})/),
  ],
  reveals: "account, and numbers of mailing, link and contact",
  asOf: "2026-11",
});

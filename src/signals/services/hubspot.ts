/** HubSpot: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const hubspot = defineService({
  id: "hubspot",
  name: "HubSpot",
  kind: "bulk",
  links: "hubspotlinks.com hubspotlinksstarter.com hubspotlinksfree.com hs-sites.com",
  mail: "hubspotemail.net hubspotstarter.net hubspotfree.net hubspot.net",
  pictures:
    "hubspotusercontent-na1.net hubspotusercontent-eu1.net hubspotusercontent00.net hubspotusercontent10.net hubspotusercontent20.net hubspotusercontent30.net hubspotusercontent40.net",
  pages: "hubspot.com",
  headers: "x-hubspot- x-hs-",
  feedback: {
    key: "hubspot",
    form: /^(?<campaign>\w{1,20}):\w{1,20}:(?<account>\w{1,20}):HubSpot$/i,
    sure: "supposed",
  },
  accountHosts: [
    /^(?<account>[a-z0-9]{4,12})\.(?:na|eu)\d\.hubspotlinks(?:starter|free)?\.com$/,
    /^(?<account>[a-z0-9]{3,12})\.hubspot(?:email|starter|free)\.net$/,
    /^(?<account>\d{3,12})\.fs\d\.hubspotusercontent-(?:na|eu)\d\.net$/,
  ],
  urls: [
    url(
      "open",
      "seen",
      /^\/(?:e3t\/)?Cto\/[A-Z0-9]{1,4}[+*]\d{1,5}\/(?<account>[A-Za-z0-9]{4,12})\/(?<opaque>[\w+*-]{10,600})/,
      { heads: "Cto e3t" },
    ),
    url(
      "click",
      "seen",
      /^\/(?:e3t\/)?(?:Ctc|Btc)\/[A-Z0-9]{1,4}[+*]\d{1,5}\/(?<account>[A-Za-z0-9]{4,12})\/(?<opaque>[\w+*-]{10,600})/,
      { heads: "Ctc e3t" },
    ),
    url("open", "seen", /^\/e[123]t\/o\/(?<opaque>[\w*/+-]{20,600})/, { heads: "e1t e2t e3t" }),
    url("click", "seen", /^\/e[123]t\/c\/(?<opaque>[\w*/+-]{20,600})/, { heads: "e1t e2t e3t" }),
    url(
      "unsubscribe",
      "seen",
      /^\/hs\/(?:manage-unsubscribe|preferences-center|subscription-preferences)[\w/-]{0,60}\?[^#]{0,60}data=(?<opaque>[\w%+/=-]{20,900})/,
      { heads: "hs" },
    ),
    url("image", "seen", /^\/hub(?:fs)?\/(?<account>\d{3,12})\//),
  ],
  reveals: "account, and one value per copy that only HubSpot can read; it keeps the reader as a named contact",
  asOf: "2026-11",
});

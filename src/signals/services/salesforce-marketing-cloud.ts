/** Salesforce Marketing Cloud: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const salesforceMarketingCloud = defineService({
  id: "salesforce-marketing-cloud",
  name: "Salesforce Marketing Cloud",
  kind: "bulk",
  links: "exct.net exacttarget.com",
  mail: "mc.salesforce.com xt.local",
  pictures: "sfmc-content.com",
  pages: "salesforce-experience.com",
  headers: "x-sfmc-",
  returnPath: {
    key: "bounce-",
    form: /^bounce-\d{1,12}_(?:html|text)-(?<reader>\d{1,12})-(?<campaign>\d{1,12})-(?<account>\d{1,12})-/i,
    sure: "seen",
  },
  urls: [
    url("open", "seen", /^\/open\.aspx\?(?<opaque>f[a-z0-9]{4,12}-[a-z0-9-]{10,300})/, { heads: "open.aspx" }),
    url(
      "unsubscribe",
      "seen",
      /^\/(?:unsub_center|subscription_center|profile_center)\.aspx\?qs=(?<opaque>[0-9a-f]{40,600})/,
      { heads: "unsub_center.aspx subscription_center.aspx profile_center.aspx" },
    ),
    url("click", "seen", /^\/(?:u\/)?\?qs=(?<opaque>[0-9a-f]{64,600})/),
  ],
  reveals:
    "blocks that only Salesforce can read: mailing, list and reader; the return path names account, mailing and reader by number",
  asOf: "2026-11",
});

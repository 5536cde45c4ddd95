/** HubSpot Sales: single mails with tracking (LK-04). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const hubspotSales = defineService({
  id: "hubspot-sales",
  name: "HubSpot Sales",
  kind: "sales",
  links: "sidekickopen[10-99].com sidekickopen0[1-9].com",
  mail: "hubspotsales.com",
  pages: "getsidekick.com",
  urls: [
    url(
      "open",
      "seen",
      /^\/(?:s[23]t\/|Cto\/)?o\/(?<opaque>[\w*/+-]{10,400})\?si=(?<account>\d{3,20})&pi=(?<message>[0-9a-f-]{36})/,
    ),
    url(
      "click",
      "seen",
      /^\/s[23]t\/c\/(?<opaque>[\w*/+-]{10,400})\?te=[\w%=+-]{4,200}&si=(?<account>\d{3,20})&pi=(?<message>[0-9a-f-]{36})/,
    ),
  ],
  reveals: "the sender's account and this one mail, told to the person who wrote it",
  asOf: "2026-11",
});

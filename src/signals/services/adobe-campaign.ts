/** Adobe Campaign: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const adobeCampaign = defineService({
  id: "adobe-campaign",
  name: "Adobe Campaign",
  kind: "bulk",
  links: "neolane.net",
  mail: "adobe-campaign.com",
  pages: "campaign.adobe.com",
  mailers: ["nlserver"],
  urls: [
    url("open", "seen", /^\/r\/\?id=h(?<campaign>[0-9a-f]{4,16}),(?<reader>[0-9a-f]{4,16}),1(?:&|$)/, { heads: "r" }),
    url(
      "click",
      "seen",
      /^\/r\/\?id=[ht](?<campaign>[0-9a-f]{4,16}),(?<reader>[0-9a-f]{4,16}),(?<link>[0-9a-f]{1,16})/,
      { heads: "r" },
    ),
  ],
  reveals: "mailing, the record of this copy and the link, as plain numbers",
  asOf: "2026-11",
});

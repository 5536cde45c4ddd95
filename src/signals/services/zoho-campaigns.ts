/** Zoho Campaigns: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const zohoCampaigns = defineService({
  id: "zoho-campaigns",
  name: "Zoho Campaigns",
  kind: "bulk",
  links: "maillist-manage.com maillist-manage.eu",
  mail: "zcsend.net",
  pictures: "campaign-image.com campaign-image.eu",
  pages: "zohocampaigns.com",
  headers: "x-zcsend-",
  urls: [
    url(
      "unsubscribe",
      "seen",
      /^\/ua\/[Oo]pt[Oo]ut\?od=(?<account>[0-9a-z]{10,90})&rd=(?<reader>[0-9a-z]{6,90})&sd=(?<campaign>[0-9a-z]{6,90})/,
    ),
    url("click", "seen", /^\/click\.zc\?m=\d{1,4}&mrd=(?<reader>[0-9a-z]{6,90})&od=(?<account>[0-9a-z]{10,90})/),
    url("click", "supposed", /^\/click\/(?<reader>[0-9a-z]{6,90})\/(?<link>[0-9a-z]{6,90})/),
  ],
  oneNumbering: true,
  reveals: "account, campaign and a stable id of the reader",
  asOf: "2026-11",
});

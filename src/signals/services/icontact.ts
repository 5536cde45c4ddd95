/** iContact: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const icontact = defineService({
  id: "icontact",
  name: "iContact",
  kind: "bulk",
  links: "icptrack.com icontact.com",
  mail: "icpbounce.com",
  headers: "x-icpinfo",
  urls: [
    url(
      "click",
      "seen",
      /^\/icp\/relay\.php\?r=(?<reader>\d{1,12})&msgid=(?<campaign>\d{1,12})&act=(?<account>[A-Z0-9]{2,8})&/,
    ),
    url(
      "open",
      "seen",
      /^\/icp\/track\.php\?msgid=(?<campaign>\d{1,12})&act=(?<account>[A-Z0-9]{2,8})&r=(?<reader>\d{1,12})/,
    ),
    url(
      "unsubscribe",
      "seen",
      /^\/icp\/mmail-mprofile\.pl\?r=(?<reader>\d{1,12})&l=\d{1,9}&s=(?<signature>[A-Z0-9]{2,8})&m=(?<campaign>\d{1,12})/,
    ),
  ],
  oneNumbering: true,
  reveals: "account, message and a stable number of the reader, all to be read",
  asOf: "2026-11",
});

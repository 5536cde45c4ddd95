/** Mailchimp: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const mailchimp = defineService({
  id: "mailchimp",
  name: "Mailchimp",
  kind: "bulk",
  links: "list-manage.com list-manage1.com list-manage2.com eepurl.com",
  mail: "mcsv.net mcdlv.net rsgsv.net mailchimpapp.com mailchimpapp.net",
  pictures: "mcusercontent.com",
  pages: "mailchimp.com campaign-archive.com campaign-archive1.com mailchi.mp",
  headers: "x-mc-user",
  mailers: ["mailchimp"],
  feedback: { key: "mc", form: /^(?<account>\d{1,12}):\d{1,12}\.(?<campaign>\d{1,12}):us\d{1,3}:mc$/, sure: "seen" },
  returnPath: {
    key: "bounce-mc",
    form: /^bounce-mc\.us\d{1,3}_(?<account>\d{1,12})\.(?<campaign>\d{1,12})-/,
    sure: "seen",
  },
  accountHosts: [/^(?<account>[a-z0-9-]{1,63})\.us\d{1,3}\.list-manage\d?\.com$/],
  urls: [
    url(
      "open",
      "seen",
      /^\/track\/open\.php\?u=(?<account>[0-9a-f]{20,32})&id=(?<campaign>[0-9a-f]{10})(?:&e=(?<reader>[0-9a-f]{10}))?/,
      { heads: "track" },
    ),
    url(
      "click",
      "seen",
      /^\/track\/click\?u=(?<account>[0-9a-f]{20,32})&id=(?<link>[0-9a-f]{10})(?:&e=(?<reader>[0-9a-f]{10}))?/,
      { heads: "track" },
    ),
    url(
      "unsubscribe",
      "seen",
      /^\/unsubscribe\?u=(?<account>[0-9a-f]{20,32})&id=[0-9a-f]{10}(?:&t=\w)?&e=(?<reader>[0-9a-f]{10})&c=(?<campaign>[0-9a-f]{10})/,
      { heads: "unsubscribe" },
    ),
    url("image", "seen", /^\/(?<account>[0-9a-f]{25})\/(?:_compresseds|images)\//),
  ],
  reveals: "account, campaign and a stable id of the reader",
  asOf: "2026-11",
});

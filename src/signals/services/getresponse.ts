/** GetResponse: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const getresponse = defineService({
  id: "getresponse",
  name: "GetResponse",
  kind: "bulk",
  links: "getresponse.com getresponse360.com getresponse360.pl",
  mail: "getresponse-mail.com gr-mailing.com",
  pictures: "gr-cdn.com",
  headers: "x-getresponse-",
  mailers: ["getresponse"],
  urls: [
    url(
      "open",
      "seen",
      /^\/open\.html\?x=\w{1,12}&m=(?<campaign>\w{1,12})&(?:mc=\w{1,8}&)?s=(?<reader>\w{1,12})&u=(?<account>\w{1,12})&/,
      { heads: "open.html" },
    ),
    url(
      "click",
      "seen",
      /^\/click\.html\?x=\w{1,12}&(?:lc=(?<link>\w{1,12})&)?mc=\w{1,8}&s=(?<reader>\w{1,12})&u=(?<account>\w{1,12})&/,
      { heads: "click.html" },
    ),
    url(
      "unsubscribe",
      "seen",
      /^\/(?:one_click_)?unsubscribe\.html\?x=\w{1,12}&m=(?<campaign>\w{1,12})&(?:mc=\w{1,8}&)?s=(?<reader>\w{1,12})&(?:u=(?<account>\w{1,12})&)?/,
      { heads: "unsubscribe.html one_click_unsubscribe.html" },
    ),
    url(
      "view",
      "seen",
      /^\/view\.html\?x=\w{1,12}&m=(?<campaign>\w{1,12})&(?:mc=\w{1,8}&)?s=(?<reader>\w{1,12})&(?:u=(?<account>\w{1,12})&)?/,
      { heads: "view.html" },
    ),
  ],
  reveals: "account, campaign and a stable id of the reader",
  asOf: "2026-11",
});

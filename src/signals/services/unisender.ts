/** UniSender: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const unisender = defineService({
  id: "unisender",
  name: "UniSender",
  kind: "bulk",
  links: "unimail.link",
  mail: "unisender.com",
  pages: "unisender.ru",
  headers: "x-unisender-",
  urls: [
    url("open", "seen", /^\/(?:ru|en)\/mail_read_tracker\/(?<campaign>\d{1,12})\?hash=(?<opaque>[0-9a-z]{20,90})/),
    url(
      "click",
      "seen",
      /^\/(?:ru|en)\/mail_link_tracker\?hash=(?<opaque>[0-9a-z]{20,90})&url=[\w%~=-]{4,900}&uid=(?<account>[\w%~=-]{4,40})/,
    ),
    url("unsubscribe", "seen", /^\/(?:ru|en)\/(?:unsubscribe|mailing_unsubscribe)\?hash=(?<opaque>[0-9a-z]{20,90})/),
  ],
  reveals: "account, and a value of campaign and reader that only UniSender can read",
  asOf: "2026-11",
});

/** beehiiv: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const beehiiv = defineService({
  id: "beehiiv",
  name: "beehiiv",
  kind: "bulk",
  links: "beehiiv.com",
  mail: "beehiiv.net",
  headers: "x-beehiiv-",
  accountHosts: [
    /^(?!(?:www|mail|link|media|unsub|embeds|app|rss|images|link-mail)\.)(?<account>[a-z0-9-]{2,63})\.beehiiv\.com$/,
  ],
  urls: [
    url("click", "seen", /^\/ss\/c\/(?<opaque>[\w.~-]{20,900})\//),
    url("open", "seen", /^\/ss\/o\/(?<opaque>[\w.~-]{20,900})\//),
    url(
      "unsubscribe",
      "seen",
      /^\/subscribe\/(?<reader>[0-9a-f-]{36})\/(?:manage|preferences)(?:\?post_id=(?<campaign>[0-9a-f-]{36}))?/,
    ),
    url("image", "seen", /^\/cdn-cgi\/image\/[^/]{1,200}\/uploads\/publication\/\w{1,20}\/(?<account>[0-9a-f-]{36})\//),
  ],
  reveals: "publication, post and a stable id of the reader; the pixel's own values only the relay can read",
  asOf: "2026-11",
});

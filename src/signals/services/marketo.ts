/** Marketo: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const marketo = defineService({
  id: "marketo",
  name: "Marketo",
  kind: "bulk",
  links: "mktoweb.com mktdns.com",
  mail: "mktomail.com",
  pages: "marketo.com marketo.net",
  headers: "x-marketoid x-mktarchive x-mktmaildkim",
  accountHosts: [/^(?<account>\d{3}-[a-z]{3}-\d{3})\.mkto(?:web|rest)\.com$/],
  urls: [
    url("open", "seen", /^\/trk\?t=\d&mid=(?<opaque>[\w%+/=-]{4,300})/, { heads: "trk" }),
    url("click", "supposed", /^\/(?<opaque>[A-Za-z0-9+/=]{60,900})$/),
    url("unsubscribe", "seen", /^\/UnsubscribePage\.html\?mkt_unsubscribe=1&mkt_tok=(?<opaque>[\w%+/=-]{20,900})/, {
      heads: "UnsubscribePage.html",
    }),
    url("view", "seen", /^\/index\.php\/email\/emailWebview\?mkt_tok=(?<opaque>[\w%+/=-]{20,900})/, {
      heads: "index.php",
    }),
  ],
  reveals: "account, mailing and the reader's record, in base64 that can be read in part",
  asOf: "2026-11",
});

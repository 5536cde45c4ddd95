/** Substack: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const substack = defineService({
  id: "substack",
  name: "Substack",
  kind: "bulk",
  links: "substack.com",
  mail: "substackmail.com",
  pictures: "substackcdn.com",
  accountHosts: [
    /^(?!(?:www|open|post|email|mailgun|support|api|on|mg\d?|mg-d\d|eotrx|cdn)\.)(?<account>[a-z0-9-]{2,63})\.substack\.com$/,
  ],
  urls: [
    url(
      "open",
      "seen",
      /^\/(?:api\/v\d\/email\/)?open\?token=(?<opaque>[\w%=-]{10,900})(?:\.(?<signature>[\w%=-]{10,200}))?/,
    ),
    url("open", "seen", /^\/o\/(?<opaque>eJ[\w-]{20,900})/),
    url("click", "seen", /^\/c\/(?<opaque>eJ[\w-]{20,900})/),
    url("click", "seen", /^\/redirect\/(?:2\/)?(?<link>[\w-]{8,900})/),
    url("unsubscribe", "seen", /^\/action\/disable_email[\w/]{0,20}\?token=(?<opaque>[\w%=.-]{10,900})/),
    url("image", "seen", /^\/image\/fetch\//),
  ],
  reveals: "publication, post and the reader's account, in a signed token that can be read",
  asOf: "2026-11",
});

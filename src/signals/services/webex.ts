/** Webex: meetings and events (LK-08). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const webex = defineService({
  id: "webex",
  name: "Webex",
  kind: "meeting",
  links: "webex.com",
  pages: "help.webex.com",
  accountHosts: [/^(?!(?:www|help|web|mail|cart)\.)(?<account>[a-z0-9-]{2,63})\.webex\.com$/],
  urls: [url("view", "seen", /^\/[\w.-]{2,63}\/(?:j|e)\.php\?MTID=(?<campaign>m[0-9a-f]{20,40})/)],
  reveals: "the organisation and the meeting",
  asOf: "2026-11",
});

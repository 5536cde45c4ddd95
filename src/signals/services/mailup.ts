/** MailUp: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const mailup = defineService({
  id: "mailup",
  name: "MailUp",
  kind: "bulk",
  links: "musvc[1-6].net musvc[1-6].com",
  mail: "mailupclient.com",
  pages: "mailup.com",
  accountHosts: [/^(?<account>[a-z0-9]{4,10})\.musvc\d\.(?:net|com)$/],
  urls: [
    url("click", "seen", /^\/e\/tr\?q=(?<opaque>[\w%=-]{20,900})/),
    url("open", "supposed", /^\/e\/r\?q=(?<opaque>[\w%=-]{20,900})/),
  ],
  reveals: "one value per link and reader that only MailUp can read",
  asOf: "2026-11",
});

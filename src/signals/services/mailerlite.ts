/** MailerLite: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const mailerlite = defineService({
  id: "mailerlite",
  name: "MailerLite",
  kind: "bulk",
  links: "mlsend.com mlsend[1-4].com",
  mail: "mailerlite.net",
  pictures: "mlcdn.com",
  pages: "mailerlite.com",
  headers: "x-mailerlite-",
  mailers: ["mailerlite"],
  urls: [
    url("open", "seen", /^\/link\/o\/(?<opaque>[A-Za-z0-9=%]{20,600})/),
    url("click", "seen", /^\/link\/c\/(?<opaque>[A-Za-z0-9=%]{20,600})/),
  ],
  reveals: "account, campaign and subscriber, in base64 that anyone can read",
  asOf: "2026-11",
});

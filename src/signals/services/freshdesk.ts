/** Freshdesk: help desk and cases (LK-05). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const freshdesk = defineService({
  id: "freshdesk",
  name: "Freshdesk",
  kind: "helpdesk",
  links: "freshdesk.com",
  mail: "email.freshdesk.com",
  pages: "freshworks.com freshservice.com",
  headers: "x-freshdesk- x-fd-",
  accountHosts: [
    /^(?!(?:www|support|assets\d{0,3}|attachment|cdn|email)\.)(?<account>[a-z0-9-]{2,63})\.freshdesk\.com$/,
  ],
  urls: [url("view", "seen", /^\/(?:helpdesk|support)\/tickets\/(?<campaign>\d{1,14})/)],
  reveals: "the organisation and the ticket",
  asOf: "2026-11",
});

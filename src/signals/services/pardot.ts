/** Salesforce Account Engagement (Pardot): bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const pardot = defineService({
  id: "pardot",
  name: "Salesforce Account Engagement (Pardot)",
  kind: "bulk",
  links: "pardot.com",
  headers: "x-pardot-",
  urls: [
    url("open", "seen", /^\/r\/(?<account>\d{3,12})\/1\/(?<message>\d{3,14})\/open\/1/, { heads: "r" }),
    url(
      "click",
      "seen",
      /^\/e\/(?<account>\d{3,12})\/[\w-]{1,200}\/(?<link>[0-9a-z]{4,12})\/(?<message>\d{3,14})\?h=(?<signature>[\w-]{20,80})/,
      { heads: "e" },
    ),
    url(
      "unsubscribe",
      "seen",
      /^\/unsubscribe\/u\/(?<account>\d{3,12})\/(?<opaque>[0-9a-f]{32,80})\/(?<message>\d{3,14})/,
      { heads: "unsubscribe" },
    ),
  ],
  oneNumbering: true,
  reveals: "account and the number of this copy, by which the reader is known as a named prospect",
  asOf: "2026-11",
});

/** Salesloft: single mails with tracking (LK-04). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const salesloft = defineService({
  id: "salesloft",
  name: "Salesloft",
  kind: "sales",
  links: "salesloftlinks.com",
  mail: "salesloft.com",
  headers: "x-salesloft-",
  urls: [
    url("click", "supposed", /^\/t\/(?<account>\d{1,9})\/c\/(?<opaque>[\w-]{10,200})\//),
    url("open", "supposed", /^\/t\/(?<account>\d{1,9})\/o\/(?<opaque>[\w-]{10,200})\//),
  ],
  reveals: "this one mail, told to the person who wrote it",
  asOf: "2026-11",
});

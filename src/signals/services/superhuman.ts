/** Superhuman: single mails with tracking (LK-04). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const superhuman = defineService({
  id: "superhuman",
  name: "Superhuman",
  kind: "sales",
  links: "r.superhuman.com",
  mail: "superhuman.com",
  mailers: ["superhuman"],
  urls: [url("open", "seen", /^\/(?<opaque>[\w-]{20,300})(?:\.gif)?$/, { label: "r" })],
  reveals: "this one mail, told to the person who wrote it",
  asOf: "2026-11",
});

/** Streak: single mails with tracking (LK-04). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const streak = defineService({
  id: "streak",
  name: "Streak",
  kind: "sales",
  links: "streak-link.com mailfoogae.appspot.com",
  mail: "streak.com",
  headers: "x-streak-",
  urls: [url("open", "seen", /^\/t\?sender=(?<account>[\w%=+/-]{8,200})&type=\w{2,20}&guid=(?<message>[0-9a-f-]{36})/)],
  reveals: "this one mail and the sender's own address, told to the person who wrote it",
  asOf: "2026-11",
});

/** Mailtrack: single mails with tracking (LK-04). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const mailtrack = defineService({
  id: "mailtrack",
  name: "Mailtrack",
  kind: "sales",
  links: "mailtrack.io mltrk.io",
  mail: "mailsuite.com",
  headers: "x-mailtrack-",
  urls: [
    url("open", "seen", /^\/trace\/mail\/(?<message>[0-9a-f]{20,80})\.png(?:\?u=(?<account>\d{1,12}))?/, {
      heads: "trace",
    }),
    url("click", "seen", /^\/trace\/link\/(?<message>[0-9a-f]{20,80})\?url=/, { heads: "trace" }),
  ],
  reveals: "this one mail and the sender's account, told to the person who wrote it",
  asOf: "2026-11",
});

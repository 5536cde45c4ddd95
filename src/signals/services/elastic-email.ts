/** Elastic Email: a relay for the mail of programs (LK-09); platforms send through it too. Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const elasticEmail = defineService({
  id: "elastic-email",
  name: "Elastic Email",
  kind: "transactional",
  links: "elasticemail.net",
  mail: "elasticemail.com",
  headers: "x-elasticemail- x-msg-eid",
  urls: [
    url("open", "seen", /^\/tracking\/open\?msgid=(?<message>[\w-]{10,60})&c=(?<campaign>\d{1,22})/, {
      heads: "tracking",
    }),
    url("click", "seen", /^\/tracking\/click\?d=(?<opaque>[\w-]{20,900})/, { heads: "tracking" }),
    url("unsubscribe", "seen", /^\/tracking\/unsubscribe\?(?:d|msgid)=(?<opaque>[\w-]{10,900})/, { heads: "tracking" }),
  ],
  reveals: "this one message and the campaign",
  asOf: "2026-11",
});

/** MailerSend: a relay for the mail of programs (LK-09); platforms send through it too. Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const mailersend = defineService({
  id: "mailersend",
  name: "MailerSend",
  kind: "transactional",
  links: "mailersend.net",
  mail: "mailersend.com",
  headers: "x-mailersend-",
  feedback: { key: "mailersend", form: /^(?<account>[\w-]{1,40}):MailerSend$/i, sure: "seen" },
  urls: [url("unsubscribe", "seen", /^\/uws\/(?<opaque>[0-9a-f]{10,80})/)],
  reveals: "values that only the service can read",
  asOf: "2026-11",
});

/** Mandrill (Mailchimp): a relay for the mail of programs (LK-09); platforms send through it too. Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const mandrill = defineService({
  id: "mandrill",
  name: "Mandrill (Mailchimp)",
  kind: "transactional",
  links: "mandrillapp.com",
  mail: "mandrill.com",
  headers: "x-mandrill-",
  feedback: { key: "md", form: /^(?<account>\d{1,12}):\d{1,12}\.(?<campaign>\d{6,10}):md$/, sure: "seen" },
  returnPath: {
    key: "bounce-md_",
    form: /^bounce-md_(?<account>\d{1,12})\.(?<message>[0-9a-f]{6,20})\./,
    sure: "seen",
  },
  urls: [
    url("open", "seen", /^\/track\/open\.php\?u=(?<account>\d{1,12})&id=(?<message>[0-9a-f]{16,40})/, {
      heads: "track",
    }),
    url("click", "seen", /^\/track\/click\/(?<account>\d{1,12})\/[\w.-]{3,253}\?p=(?<opaque>[\w%=-]{10,900})/, {
      heads: "track",
    }),
    url("unsubscribe", "seen", /^\/track\/unsub\.php\?u=(?<account>\d{1,12})&id=(?<message>[0-9a-f]{16,40})/, {
      heads: "track",
    }),
  ],
  oneNumbering: true,
  reveals: "account and this one message",
  asOf: "2026-11",
});

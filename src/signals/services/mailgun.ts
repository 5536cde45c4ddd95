/** Mailgun: a relay for the mail of programs (LK-09); platforms send through it too. Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const mailgun = defineService({
  id: "mailgun",
  name: "Mailgun",
  kind: "transactional",
  links: "mailgun.org",
  mail: "mailgun.net",
  pages: "mailgun.com",
  headers: "x-mailgun-",
  returnPath: {
    key: "bounce",
    form: /^bounce\+(?<campaign>[0-9a-f]{4,12})\.(?<opaque>[0-9a-f]{4,12})-(?<address>[^@]{3,200}=[^@]{3,200})@(?<account>[\w.-]{4,253})$/,
    sure: "seen",
  },
  urls: [
    url("open", "seen", /^\/o\/(?<opaque>eJ[\w-]{30,900})/, { heads: "o" }),
    url("click", "seen", /^\/c\/(?<opaque>eJ[\w-]{30,900})/, { heads: "c" }),
    url("unsubscribe", "seen", /^\/u\/(?<opaque>eJ[\w-]{30,900})/, { heads: "u" }),
  ],
  reveals:
    "domain, message and reader in a packed value that anyone can unpack and that is signed; the return path names the reader's address",
  asOf: "2026-11",
});

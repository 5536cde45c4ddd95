/** SendGrid: a relay for the mail of programs (LK-09); platforms send through it too. Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const sendgrid = defineService({
  id: "sendgrid",
  name: "SendGrid",
  kind: "transactional",
  links: "sendgrid.net",
  mail: "sendgrid.info",
  pages: "sendgrid.com",
  headers: "x-sg-eid x-sg-id x-smtpapi",
  feedback: { key: "sg", form: /^(?<account>\d{1,12}):SG$/i, sure: "seen" },
  returnPath: {
    key: "bounces",
    form: /^bounces\+(?<account>\d{1,12})-(?<campaign>[0-9a-f]{2,10})-(?<address>[^@]{3,200}=[^@]{3,200})@/,
    sure: "seen",
  },
  messageIds: "geopod-ismtpd- ismtpd",
  accountHosts: [/^u(?<account>\d{3,12})\.ct\.sendgrid\.net$/, /^u(?<account>\d{3,12})\.wl\d{0,4}\.sendgrid\.net$/],
  urls: [
    url("open", "seen", /^\/wf\/open\?upn=(?<opaque>[\w.%-]{4,900})/, { heads: "wf" }),
    url("click", "seen", /^\/(?:ls|wf)\/click\?upn=(?<opaque>[\w.%-]{4,900})/, { heads: "ls wf" }),
    url(
      "unsubscribe",
      "seen",
      /^\/asm\/(?:unsubscribe\/?)?\?user_id=(?<account>\d{1,12})&data=(?<opaque>[\w.%=+/-]{4,900})/,
      { heads: "asm" },
    ),
    url(
      "unsubscribe",
      "seen",
      /^\/(?:lu\/unsubscribe\?oc|wf\/unsubscribe\?upn|uni\/ls\/click\?upn)=(?<opaque>[\w.%-]{4,900})/,
      { heads: "lu uni wf" },
    ),
    url("open", "seen", /^\/ss\/o\/(?<opaque>[\w.~-]{10,900})\/\w{2,6}\/(?<message>[\w-]{10,80})\/ho\.gif/, {
      heads: "ss",
    }),
    url(
      "click",
      "seen",
      /^\/ss\/c\/(?<opaque>[\w.~-]{10,900})\/\w{2,6}\/(?<message>[\w-]{10,80})\/h(?<link>\d{1,4})\//,
      { heads: "ss" },
    ),
  ],
  oneNumbering: true,
  reveals:
    "one value per link and reader that only SendGrid can read; host and return path name the account, the return path the reader's address",
  asOf: "2026-11",
});

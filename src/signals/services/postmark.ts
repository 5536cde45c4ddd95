/** Postmark: a relay for the mail of programs (LK-09); platforms send through it too. Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const postmark = defineService({
  id: "postmark",
  name: "Postmark",
  kind: "transactional",
  links: "pstmrk.it",
  mail: "mtasv.net",
  pages: "postmarkapp.com",
  headers: "x-pm-message-id x-pm-rcpt x-pm-message-options x-pm-mtasv- x-pm-mta-pool",
  feedback: {
    key: "postmark",
    form: /^s\d{1,12}-[\w.-]{0,60}:s(?<campaign>\d{1,12}):a(?<account>\d{1,12}):postmark$/i,
    sure: "seen",
  },
  returnPath: { key: "pm_bounces", form: /^pm_bounces@/, sure: "published" },
  urls: [
    url("open", "seen", /^\/open\?m=v\d_(?<campaign>\d{1,4})\.(?<message>[\w-]{10,60})\.(?<opaque>[\w.%-]{6,300})/),
    url("click", "seen", /^\/[23]s\/[^/]{4,900}\/(?<message>[\w-]{3,40})\//),
    url("unsubscribe", "seen", /^\/unsubscribe\?m=(?<opaque>[\w.%-]{10,300})/),
  ],
  oneNumbering: true,
  reveals: "this one message, in a value that only Postmark can read",
  asOf: "2026-11",
});

/** Intercom: help desk and cases (LK-05). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const intercom = defineService({
  id: "intercom",
  name: "Intercom",
  kind: "helpdesk",
  links: "intercom-clicks.com intercom.io",
  mail: "intercom-mail.com",
  pictures: "intercomcdn.com",
  pages: "intercom.com intercom.help",
  headers: "x-intercom-",
  urls: [
    url("open", "seen", /^\/(?:via\/)?o\?h=(?<opaque>[0-9a-f]{20,80}[\w-]{0,60})/, { heads: "via" }),
    url("click", "seen", /^\/(?:via\/)?[ce]\?ob=[\w%+/=-]{4,900}&h=(?<opaque>[0-9a-f]{20,80}[\w-]{0,60})/, {
      heads: "via",
    }),
  ],
  reveals: "one value per copy that only Intercom can read",
  asOf: "2026-11",
});

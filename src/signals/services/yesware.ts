/** Yesware: single mails with tracking (LK-04). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const yesware = defineService({
  id: "yesware",
  name: "Yesware",
  kind: "sales",
  links: "yesware.io t.yesware.com",
  mail: "yesware.com",
  headers: "x-yesware-",
  urls: [
    url("open", "seen", /^\/t\/(?<message>[0-9a-f]{40})\/(?<opaque>[0-9a-f]{32})\/spacer\.gif/, { heads: "t" }),
    url("click", "seen", /^\/tt\/(?<message>[0-9a-f]{40})\/(?<link>[0-9a-f]{32})\/(?<opaque>[0-9a-f]{32})\//, {
      heads: "tt",
    }),
  ],
  reveals: "this one mail, with time and place of each opening, told to the person who wrote it",
  asOf: "2026-11",
});

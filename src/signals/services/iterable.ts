/** Iterable: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const iterable = defineService({
  id: "iterable",
  name: "Iterable",
  kind: "bulk",
  links: "iterable.com",
  headers: "x-iterable-",
  feedback: {
    key: "iterable",
    form: /^(?:(?<campaign>\d{1,12}):){0,1}(?:\d{1,12}:)?(?:(?<account>\d{1,12}):)iterable$/i,
    sure: "supposed",
  },
  urls: [
    url(
      "open",
      "seen",
      /^\/e\/eo\?_t=(?<campaign>[0-9a-f]{16,40})(?:&_m=(?<message>[0-9a-f]{16,40}))?(?:&_e=(?<opaque>[\w%=-]{10,900}))?/,
      { heads: "e" },
    ),
    url(
      "click",
      "seen",
      /^\/[uaep]\/click\?_t=(?<campaign>[0-9a-f]{16,40})(?:&_m=(?<message>[0-9a-f]{16,40}))?(?:&_e=(?<opaque>[\w%=-]{10,900}))?/,
      { heads: "u a e p" },
    ),
    url("unsubscribe", "seen", /^\/e\/encryptedUnsubscribe\?_[a-z]=(?<opaque>[\w%=-]{10,900})/, { heads: "e" }),
    url("view", "seen", /^\/e\/eh\?_t=(?<campaign>[0-9a-f]{16,40})/, { heads: "e" }),
  ],
  reveals: "campaign and copy; the reader stands in a value that only Iterable can read",
  asOf: "2026-11",
});

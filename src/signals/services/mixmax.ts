/** Mixmax: single mails with tracking (LK-04). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const mixmax = defineService({
  id: "mixmax",
  name: "Mixmax",
  kind: "sales",
  links: "track.mixmax.com",
  mail: "mixmax.com",
  pictures: "mixmaxusercontent.com",
  headers: "x-mixmax-",
  urls: [
    url(
      "open",
      "seen",
      /^\/api\/track\/v\d\/(?<message>[\w-]{8,80})\/(?<account>[\w%=-]{8,200})\/(?<address>[\w%=-]{8,200})/,
    ),
  ],
  reveals: "this one mail, sender and reader by coded address, told to the person who wrote it",
  asOf: "2026-11",
});

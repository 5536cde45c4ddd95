/** EmailOctopus: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const emailoctopus = defineService({
  id: "emailoctopus",
  name: "EmailOctopus",
  kind: "bulk",
  links: "eocampaign[1-4].com eocampaign.com",
  mail: "eomail[1-7].com",
  pages: "emailoctopus.com",
  urls: [
    url("view", "seen", /^\/web-version\?p=(?<campaign>[0-9a-f-]{36})&/),
    url("unsubscribe", "supposed", /^\/(?:lists\/[0-9a-f-]{36}\/)?unsubscribe\?[^#]{0,40}(?<opaque>[0-9a-f-]{36})/),
  ],
  reveals: "campaign and values that only the service can read",
  asOf: "2026-11",
});

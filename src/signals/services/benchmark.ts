/** Benchmark: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const benchmark = defineService({
  id: "benchmark",
  name: "Benchmark",
  kind: "bulk",
  links: "bmetrack.com bmeurl.co",
  mail: "bmsend.com",
  pages: "benchmarkemail.com",
  accountHosts: [/^clt(?<account>\d{4,10})\.bmetrack\.com$/],
  urls: [
    url(
      "click",
      "seen",
      /^\/c\/l\?u=(?<link>[0-9A-F]{6,20})&e=(?<campaign>[0-9A-F]{4,20})&c=(?<account>[0-9A-F]{4,20})&/,
    ),
    url("open", "supposed", /^\/c\/o\?e=(?<campaign>[0-9A-F]{4,20})&c=(?<account>[0-9A-F]{4,20})&/),
    url("unsubscribe", "supposed", /^\/c\/u\?e=(?<campaign>[0-9A-F]{4,20})&c=(?<account>[0-9A-F]{4,20})&/),
  ],
  reveals: "account, campaign, link and a hash of the reader's address",
  asOf: "2026-11",
});

/** Campaign Monitor: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const campaignMonitor = defineService({
  id: "campaign-monitor",
  name: "Campaign Monitor",
  kind: "bulk",
  links: "createsend.com createsend[1-9].com forwardtomyfriend.com updatemyprofile.com",
  mail: "cmail[1-20].com cmhost.com",
  pages: "campaignmonitor.com",
  headers: "x-cmail-",
  accountHosts: [
    /^(?!(?:www|api|i\d|img|js|css|confirm|click|mail)\.)(?<account>[a-z0-9-]{2,63})\.createsend\d?\.com$/,
    /^(?!(?:www|i\d|img|mo\d{1,3}|mx)\.)(?<account>[a-z0-9-]{2,63})\.cmail\d{1,2}\.com$/,
  ],
  urls: [
    url("open", "seen", /^\/t\/[a-z]-o-(?<campaign>[a-z]{5,12})-(?<reader>[a-z]{5,14})(?:-[a-z]{1,3})?\//, {
      heads: "t",
    }),
    url("unsubscribe", "seen", /^\/t\/[a-z]-u-(?<campaign>[a-z]{5,12})-(?<reader>[a-z]{5,14})(?:-[a-z]{1,3})?\//, {
      heads: "t",
    }),
    url("view", "seen", /^\/t\/[a-z]-[ev]-(?<campaign>[a-z]{5,12})-(?<reader>[a-z]{5,14})(?:-[a-z]{1,3})?\//, {
      heads: "t",
    }),
    url("click", "seen", /^\/t\/[a-z]-l-(?<campaign>[a-z]{5,12})-(?<reader>[a-z]{5,14})-(?<link>[a-z]{1,3})\//, {
      heads: "t",
    }),
    url("click", "supposed", /^\/t\/[a-z]-[a-z]-(?<campaign>[a-z]{5,12})-(?<reader>[a-z]{5,14})-(?<link>[a-z]{1,3})\//),
  ],
  oneNumbering: true,
  reveals: "account, campaign and a stable id of the reader within it",
  asOf: "2026-11",
});

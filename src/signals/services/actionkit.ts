/** ActionKit: mail of campaigns and organisations (LK-02). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const actionkit = defineService({
  id: "actionkit",
  name: "ActionKit",
  kind: "advocacy",
  links: "actionkit.com",
  mail: "client-actionkit.net",
  headers: "x-actionkit-",
  urls: [
    url(
      "open",
      "seen",
      /^\/mailings\/opened\/\?akid=(?<campaign>\d{1,9})\.(?<reader>\d{1,12})\.(?<signature>[\w-]{6,12})/,
      { heads: "mailings" },
    ),
    url(
      "click",
      "seen",
      /^\/go\/(?<link>\d{1,12})\?(?:t=\d{1,6}&)?akid=(?<campaign>\d{1,9})(?:\.|%2E)(?<reader>\d{1,12})(?:\.|%2E)(?<signature>[\w-]{6,12})/i,
      { heads: "go" },
    ),
    url(
      "unsubscribe",
      "seen",
      /^\/(?:me\/)?(?:cms\/)?unsubscribe\/[\w-]{0,60}\/?\?[^#]{0,60}akid=(?<campaign>\d{1,9})\.(?<reader>\d{1,12})\.(?<signature>[\w-]{6,12})/,
      { heads: "unsubscribe cms me" },
    ),
  ],
  reveals: "mailing and a stable number of the reader, signed",
  asOf: "2026-11",
});

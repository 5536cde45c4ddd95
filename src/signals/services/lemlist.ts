/** lemlist: single mails with tracking (LK-04). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const lemlist = defineService({
  id: "lemlist",
  name: "lemlist",
  kind: "sales",
  links: "lemlist.com",
  headers: "x-lemlist-",
  urls: [
    url("open", "supposed", /^\/api\/track\/opened\/(?<opaque>[\w-]{8,200})/),
    url("click", "supposed", /^\/api\/track\/clicked\/(?<opaque>[\w-]{8,200})/),
  ],
  reveals: "this one mail, told to the person who wrote it",
  asOf: "2026-11",
});

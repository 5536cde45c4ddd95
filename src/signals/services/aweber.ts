/** AWeber: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const aweber = defineService({
  id: "aweber",
  name: "AWeber",
  kind: "bulk",
  links: "aweber.com",
  mail: "aweber-mail.com",
  pictures: "aweber-static.com",
  headers: "x-aweber-",
  mailers: ["aweber"],
  urls: [
    url("open", "seen", /^\/(?:y\/o|t)\/?\?l=(?<reader>[\w.]{3,20})&m=(?<campaign>[\w.]{3,30})/, { label: "openrate" }),
    url("click", "seen", /^\/y\/ct\/\?l=(?<reader>[\w.]{3,20})&m=(?<campaign>[\w.]{3,30})&b=(?<signature>[\w.]{5,60})/),
    url("unsubscribe", "seen", /^\/z\/r\/\?(?<opaque>[\w+/=%-]{8,200})/),
  ],
  reveals: "message and a stable id of the reader",
  asOf: "2026-11",
});

/** Emarsys: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const emarsys = defineService({
  id: "emarsys",
  name: "Emarsys",
  kind: "bulk",
  links: "emarsys.com",
  mail: "emarsys.net",
  headers: "x-emarsys-",
  urls: [
    url("open", "seen", /^\/(?:u\/)?gm\.php\?prm=(?<opaque>[\w%-]{6,200})/, { heads: "u" }),
    url("click", "seen", /^\/u\/nrd\.php\?p=(?<opaque>[\w-]{6,100}_\w{1,20}_\w{1,20}_\w{1,20})/, { heads: "u" }),
    url("unsubscribe", "seen", /^\/u\/un\.php\?par=(?<opaque>[\w-]{6,200})/, { heads: "u" }),
    url("unsubscribe", "seen", /^\/api\/unsubscribe\/(?<opaque>[\w-]{6,200})/),
  ],
  reveals: "one value per copy that only Emarsys can read",
  asOf: "2026-11",
});

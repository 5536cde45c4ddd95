/** Oracle Responsys: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const responsys = defineService({
  id: "responsys",
  name: "Oracle Responsys",
  kind: "bulk",
  links: "rsys[1-5].net rsys2.com",
  mail: "responsys.net",
  headers: "x-rext x-sgxh1",
  urls: [
    url("open", "seen", /^\/pub\/as\?_ri_=(?<opaque>[\w%.-]{10,600})/, { heads: "pub" }),
    url("click", "seen", /^\/pub\/(?:cc|acc)\?_ri_=(?<opaque>[\w%.-]{10,600})/, { heads: "pub" }),
    url("view", "seen", /^\/pub\/(?:sf|rf)(?:\/\w{1,60})?\?_ri_=(?<opaque>[\w%.-]{10,600})/, { heads: "pub" }),
  ],
  reveals: "one value per copy that only Responsys can read",
  asOf: "2026-11",
});

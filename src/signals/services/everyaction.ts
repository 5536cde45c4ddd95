/** EveryAction (NGP VAN): mail of campaigns and organisations (LK-02). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const everyaction = defineService({
  id: "everyaction",
  name: "EveryAction (NGP VAN)",
  kind: "advocacy",
  links: "everyaction.com ngpweb.com",
  mail: "ngpvan.com myngp.com",
  pages: "ngpvanhost.com",
  headers: "x-ngpvan- x-van-",
  urls: [
    url(
      "click",
      "seen",
      /^\/k\/(?<campaign>\d{3,12})\/(?<link>\d{3,12})\/\d{1,14}\?[^#]{0,300}nvep=(?<opaque>[\w%=-]{20,900})&hmac=(?<signature>[\w%=-]{10,120})/,
    ),
    url(
      "open",
      "seen",
      /^\/j\/(?<campaign>\d{3,12})\/\d{1,14}\/\d{1,14}\?nvep=(?<opaque>[\w%=-]{20,900})&hmac=(?<signature>[\w%=-]{10,120})/,
    ),
    url("click", "supposed", /^\/v\/(?<campaign>\d{3,12})\/(?<link>\d{3,12})\//),
  ],
  reveals: "mailing, link and, in a signed value that can be read, organisation and reader",
  asOf: "2026-11",
});

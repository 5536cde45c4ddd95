/** SparkPost: a relay for the mail of programs (LK-09); platforms send through it too. Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const sparkpost = defineService({
  id: "sparkpost",
  name: "SparkPost",
  kind: "transactional",
  links: "spgo.io",
  mail: "sparkpostmail.com sparkpostmail1.com sparkpostmail2.com sparkpostelite.com spmta.com",
  pages: "sparkpost.com",
  headers: "x-msfbl",
  returnPath: { key: "msprvs", form: /^msprvs1=(?<campaign>[^=@]{4,60})=bounces-(?<account>\d{1,12})/, sure: "seen" },
  urls: [
    url("open", "seen", /^\/q\/(?<opaque>[\w-]{15,300})~~\/(?<signature>\w{4,20}~)\//, { heads: "q" }),
    url("click", "seen", /^\/f\/a\/(?<opaque>[\w-]{15,300})~~\/(?<signature>\w{4,20}~)\//, { heads: "f" }),
    url("unsubscribe", "seen", /^\/p\/us\/(?<opaque>[\w-]{15,300})~~\//, { heads: "p" }),
  ],
  oneNumbering: true,
  reveals: "one value per copy that only SparkPost can read",
  asOf: "2026-11",
});

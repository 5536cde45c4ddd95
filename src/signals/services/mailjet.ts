/** Mailjet: a relay for the mail of programs (LK-09); platforms send through it too. Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const mailjet = defineService({
  id: "mailjet",
  name: "Mailjet",
  kind: "transactional",
  links: "mjt.lu",
  mail: "mailjet.org",
  pages: "mailjet.com",
  headers: "x-mj-",
  feedback: { key: "mj", form: /^(?<campaign>\d{1,12})\.(?<account>\d{1,14})\.\d{1,14}:MJ$/i, sure: "supposed" },
  accountHosts: [/^(?!www\.)(?<account>[a-z0-9]{4,8})\.mjt\.lu$/],
  urls: [
    url("open", "seen", /^\/oo\/(?<opaque>[A-Za-z0-9]{10,60})\/(?<signature>[0-9a-f]{6,12})\/e\.gif/, { heads: "oo" }),
    url("click", "seen", /^\/lnk\/(?<opaque>[A-Za-z0-9]{10,60})\/(?<link>\d{1,4})\/[\w-]{10,60}\//, { heads: "lnk" }),
    url("unsubscribe", "seen", /^\/unsub2(?:\/|\?)(?:m=)?(?<opaque>[A-Za-z0-9-]{4,60})/, { heads: "unsub2" }),
  ],
  reveals: "one value per copy that only Mailjet can read; the host names the customer",
  asOf: "2026-11",
});

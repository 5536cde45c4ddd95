/** Constant Contact: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const constantContact = defineService({
  id: "constant-contact",
  name: "Constant Contact",
  kind: "bulk",
  links: "rs6.net constantcontact.com",
  mail: "ccsend.com roving.com",
  pictures: "ctctcdn.com",
  pages: "confirmsubscription.com",
  headers: "x-roving- x-ctct-",
  mailers: ["constant contact", "roving constant contact"],
  feedback: {
    key: "ctct",
    form: /^(?<campaign>[0-9a-f-]{36}):[0-9a-f-]{36}:(?<account>\d{8,16}):CTCT$/i,
    sure: "seen",
  },
  urls: [
    url("open", "seen", /^\/on\.jsp\?ca=(?<campaign>[0-9a-f-]{36})&a=(?<account>\d{8,16})&c=(?<reader>[0-9a-f-]{36})/, {
      heads: "on.jsp",
    }),
    url("click", "seen", /^\/tn\.jsp\?f=(?<opaque>[\w%=-]{20,500})&c=(?<reader>[\w%=-]{10,200})/, { heads: "tn.jsp" }),
    url("unsubscribe", "seen", /^\/do\?p=un&m=(?<reader>[\w%=-]{6,120})&/),
  ],
  oneNumbering: true,
  reveals: "account, campaign and a stable id of the reader",
  asOf: "2026-11",
});

/** NationBuilder: mail of campaigns and organisations (LK-02). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const nationbuilder = defineService({
  id: "nationbuilder",
  name: "NationBuilder",
  kind: "advocacy",
  links: "nationbuilder.com",
  headers: "x-nationbuilder- x-nb-",
  accountHosts: [/^(?!(?:www|assets|support|d\d{1,3})\.)(?<account>[a-z0-9_-]{2,63})\.nationbuilder\.com$/],
  urls: [url("click", "seen", /^\/r\?u=(?<opaque>[\w%=-]{10,600})&e=(?<reader>[0-9a-f]{32,64})/, { heads: "r" })],
  reveals: "organisation and a stable value of the reader",
  asOf: "2026-11",
});

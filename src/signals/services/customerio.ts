/** Customer.io: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const customerio = defineService({
  id: "customerio",
  name: "Customer.io",
  kind: "bulk",
  links: "customeriomail.com customer.io",
  mail: "customerio.email",
  headers: "x-cio-",
  urls: [
    url("open", "seen", /^\/e\/o\/(?<opaque>[\w%=-]{20,900})/, { heads: "e" }),
    url("click", "seen", /^\/e\/c\/(?<opaque>[\w%=.-]{20,900})/, { heads: "e" }),
    url("unsubscribe", "seen", /^\/unsubscribe\/(?<opaque>[\w%=-]{20,900})/),
  ],
  reveals: "one value per copy; for clicks it can be read and holds delivery and link",
  asOf: "2026-11",
});

/** Kit (ConvertKit): bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const kit = defineService({
  id: "kit",
  name: "Kit (ConvertKit)",
  kind: "bulk",
  links: "convertkit-mail.com convertkit-mail[2-6].com kit-mail[1-6].com",
  mail: "convertkit.com",
  pictures: "convertkitcdn.com filekitcdn.com",
  pages: "ck.page",
  headers: "x-convertkit-",
  urls: [
    url("open", "seen", /^\/(?<opaque>[a-z0-9]{8,40})$/, { label: "open" }),
    url("click", "seen", /^\/(?<opaque>[a-z0-9]{8,40})\/(?<link>[a-z0-9]{4,40})\/[\w=-]{4,900}/, { label: "click" }),
    url("unsubscribe", "seen", /^\/(?<opaque>[a-z0-9]{8,40})/, { label: "unsubscribe" }),
    url("view", "seen", /^\/(?<opaque>[a-z0-9]{8,40})/, { label: "preferences" }),
    url("image", "seen", /^\/e\/(?<account>[A-Za-z0-9]{10,30})\//, { label: "embed" }),
  ],
  reveals: "one value per copy that only Kit can read",
  asOf: "2026-11",
});

/** Bananatag (Staffbase): single mails with tracking (LK-04). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const bananatag = defineService({
  id: "bananatag",
  name: "Bananatag (Staffbase)",
  kind: "sales",
  links: "bl-1.com",
  mail: "bananatag.com",
  headers: "x-bananatag-",
  urls: [url("open", "seen", /^\/h\/(?:\w\/)?(?<opaque>[A-Za-z0-9]{6,80})/)],
  reveals: "this one mail, told to the person who wrote it",
  asOf: "2026-11",
});

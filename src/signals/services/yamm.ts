/** Yet Another Mail Merge: single mails with tracking (LK-04). Source: K, general engineering knowledge, in our own words. */
import { defineService } from "./service.ts";

export const yamm = defineService({
  id: "yamm",
  name: "Yet Another Mail Merge",
  kind: "sales",
  links: "yamm-track.appspot.com yamm.com",
  mail: "talarian.com",
  headers: "x-yamm-",
  reveals: "values that only the service can read",
  asOf: "2026-11",
});

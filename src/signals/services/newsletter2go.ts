/** Newsletter2Go: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService } from "./service.ts";

export const newsletter2go = defineService({
  id: "newsletter2go",
  name: "Newsletter2Go",
  kind: "bulk",
  links: "nl2go.com",
  mail: "newsletter2go.com",
  pages: "newsletter2go.de",
  headers: "x-nl2go-",
  reveals: "values that only the service can read",
  asOf: "2026-11",
});

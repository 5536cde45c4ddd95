/** Apollo: single mails with tracking (LK-04). Source: K, general engineering knowledge, in our own words. */
import { defineService } from "./service.ts";

export const apollo = defineService({
  id: "apollo",
  name: "Apollo",
  kind: "sales",
  links: "apollo.io",
  pages: "knowledge.apollo.io",
  headers: "x-apollo-",
  reveals: "this one mail, told to the person who wrote it",
  asOf: "2026-11",
});

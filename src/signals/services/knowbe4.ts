/** KnowBe4: phishing tests that an employer orders (LK-10). Source: K, general engineering knowledge, in our own words. */
import { defineService } from "./service.ts";

export const knowbe4 = defineService({
  id: "knowbe4",
  name: "KnowBe4",
  kind: "simulation",
  links: "knowbe4.com",
  mail: "psm.knowbe4.com",
  pages: "support.knowbe4.com",
  headers: "x-phishtest x-phish-crid",
  reveals: "which employee opened, clicked and typed a password into a test, told to their employer",
  asOf: "2026-11",
});

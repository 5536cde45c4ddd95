/** Cofense PhishMe: phishing tests that an employer orders (LK-10). Source: K, general engineering knowledge, in our own words. */
import { defineService } from "./service.ts";

export const cofense = defineService({
  id: "cofense",
  name: "Cofense PhishMe",
  kind: "simulation",
  links: "phishme.com",
  mail: "cofense.com",
  headers: "x-phishme x-phishmetracking",
  reveals: "which employee opened, clicked and typed a password into a test, told to their employer",
  asOf: "2026-11",
});

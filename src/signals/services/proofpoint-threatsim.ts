/** Proofpoint Security Awareness (ThreatSim): phishing tests that an employer orders (LK-10). Source: K, general engineering knowledge, in our own words. */
import { defineService } from "./service.ts";

export const proofpointThreatsim = defineService({
  id: "proofpoint-threatsim",
  name: "Proofpoint Security Awareness (ThreatSim)",
  kind: "simulation",
  links: "threatsim.com",
  mail: "securityeducation.com",
  pages: "wombatsecurity.com",
  headers: "x-threatsim-header x-threatsim-id",
  reveals: "which employee opened, clicked and typed a password into a test, told to their employer",
  asOf: "2026-11",
});

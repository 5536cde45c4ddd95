/** SMTP2GO: a relay for the mail of programs (LK-09); platforms send through it too. Source: K, general engineering knowledge, in our own words. */
import { defineService } from "./service.ts";

export const smtp2go = defineService({
  id: "smtp2go",
  name: "SMTP2GO",
  kind: "transactional",
  links: "smtp2go.com",
  mail: "smtpcorp.com smtp2go.net",
  headers: "x-smtpcorp-",
  feedback: { key: "smtpcorp", form: /^(?<account>\d{1,12})m:\w{4,60}:\w{4,80}:SMTPCORP$/i, sure: "seen" },
  reveals: "values that only the service can read",
  asOf: "2026-11",
});

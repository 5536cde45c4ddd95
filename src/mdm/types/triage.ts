/** What only an analyst's workflow knows; rules that ask for it do not apply here. Fields and types as mdm.md, section 5, has them. */
import type { TypeTable } from "./type-table.ts";

export const triageTypes = {
  Triage: {
    classification: ["TriageClassification", "Outcome of triage (automation rules only)."],
    trigger: ["string", "What started the automation."],
    user_reports: ["TriageReports", "User reports."],
    agents: ["TriageAgents", "Vendor's triage agents."],
    flagged_rules: ["[json]", "Rules that fired."],
  },
  TriageClassification: {
    classification: ["string", "Malicious, spam, graymail ..."],
  },
  TriageReports: {
    count: ["int", "Number of reports."],
  },
  TriageAgents: {
    asa: ["TriageAsa", "Analyst agent."],
  },
  TriageAsa: {
    verdict: ["string", "Its verdict."],
  },
} as const satisfies TypeTable;

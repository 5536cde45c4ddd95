/** A judgement that a campaign changes: its message is of interest by what it shares with others, or by hand. */
import type { Judgement } from "../case/judgement.ts";
import { KINDS } from "../cluster/linking/kinds.ts";
import type { Ties } from "./campaign-desk.ts";

const SHOWN_CHARS = 120;

/** `ties`: none where people joined it by hand. */
export function linked(judgement: Judgement, ties: Ties): Judgement {
  const reasons = ties.map(
    ({ kind, value }) => `shares with a message of interest: the same ${KINDS[kind].words}${shown(value)}`,
  );
  return {
    ...judgement,
    verdict: judgement.verdict === "hostile" ? "hostile" : "suspicious",
    targeting: "suspicious",
    findings: [
      ...judgement.findings,
      {
        rule: "campaign.linked",
        title: "Tied to a message of interest",
        severity: "medium",
        about: "targeting",
        techniques: ["T1598.003"],
        reasons: ties.length === 0 ? ["joined to a message of interest by hand"] : reasons,
        undetermined: [],
        spans: [],
      },
    ],
  };
}

/** Prints name nothing that a reader could recognise. */
function shown(value: string): string {
  return /^[0-9a-f]{8,}(?:-\d+)?$/.test(value) ? "" : ` (${value.slice(0, SHOWN_CHARS)})`;
}

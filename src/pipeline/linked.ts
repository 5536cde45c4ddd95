/** A judgement that a campaign changes: its message is of interest by what it shares with others, or by hand. */
import type { Judgement } from "../case/judgement.ts";
import { KINDS } from "../cluster/linking/kinds.ts";
import type { Ties } from "./campaign-desk.ts";

const SHOWN_CHARS = 120;

export function linked(judgement: Judgement, ties: Ties): Judgement {
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
        reasons: reasonsOf(ties),
        undetermined: [],
        spans: [],
      },
    ],
  };
}

function reasonsOf(ties: Ties): readonly string[] {
  if (ties === "by-hand") return ["joined to a message of interest by hand"];
  if (ties === "forward")
    return ["passes on a copy of a message of interest: it loads with the token of that copy's reader"];
  return ties.map(
    ({ kind, value }) => `shares with a message of interest: the same ${KINDS[kind].words}${shown(value)}`,
  );
}

/** Prints name nothing that a reader could recognise. */
function shown(value: string): string {
  return /^[0-9a-f]{8,}(?:-\d+)?$/.test(value) ? "" : ` (${value.slice(0, SHOWN_CHARS)})`;
}

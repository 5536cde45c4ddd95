/** Rules on a message that lies here → what is stored of their answers. */

import type { MessageRecord, RuleAnswerRecord, RuleAnswersRecord } from "../case/record.ts";
import { createMailHost } from "../mdm/host.ts";
import type { Knowledge } from "../mdm/knowledge.ts";
import { shippedList } from "../mdm/lists/shipped.ts";
import type { ReadMail } from "../mdm/message-facts.ts";
import { loadsOf } from "../mdm/own.ts";
import type { Answer, RuleDesk } from "../rules/rule-desk.ts";

export type GivenKnowledge = Pick<Knowledge, "list" | "given">;

/** Whose mail it is, and what was there before, is known only when all of it was read. */
const NOTHING_KNOWN: Knowledge = { owner: null, history: null, list: shippedList };

/** `record`: as far as it is known; its `rules` are not looked at. `given`: what the user gave beside rules. */
export function askRules(
  desk: RuleDesk,
  mail: ReadMail,
  record: MessageRecord,
  given: Partial<GivenKnowledge> = {},
): RuleAnswersRecord {
  const { answers, undecided, missing } = desk.ask(createMailHost(mail, { ...NOTHING_KNOWN, ...given }, record));
  return { answers: answers.map(stored), undecided, missing };
}

function stored({ rule: { rule }, severity, reasons, questions, places, rest }: Answer): RuleAnswerRecord {
  return {
    rule: rule.id,
    title: rule.name,
    kind: rule.kind === "exclusion" ? "exclusion" : "rule",
    severity,
    techniques: rule.techniques,
    reasons: reasons.length === 0 ? [rule.description] : reasons,
    openQuestions: questions,
    spans: loadsOf(places).map(({ span }) => span),
    rest,
  };
}

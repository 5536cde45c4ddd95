/** What the answer says of rules, in sentences that terminal and report share. Plain text; paths are the user's. */
import type { Coverage, RuleCoverage, RulePack } from "../case/answer.ts";
import { capabilityWords } from "./capability-words.ts";
import { listed, messagesCounted, withCommas } from "./wording.ts";

const MISSING_MAX = 4;
const PACKS_MAX = 12;

/** Of rules that were not asked or not decided; empty where there are none. Each ends with a full stop. */
export function ruleGapSentences({ rules }: Pick<Coverage, "rules">): readonly string[] {
  return [...notAsked(rules), ...undecided(rules)];
}

function notAsked({ notAsked: messages }: RuleCoverage): readonly string[] {
  if (messages === 0) return [];
  const [were, of] = messages === 1 ? ["was", "it"] : ["were", "them"];
  return [
    `${messagesCounted(messages)} ${were} read before with other rules, so rules that look into the text of a message were not asked of ${of}. To ask them too, scan the same mail into a fresh case (--case DIR).`,
  ];
}

function undecided({ undecidedMessages, undecidedRulesMax, missing }: RuleCoverage): readonly string[] {
  if (undecidedMessages === 0) return [];
  const rules =
    undecidedRulesMax === 1 ? "one rule" : `some rules (at most ${withCommas(undecidedRulesMax)} on one message)`;
  const names = [...new Set(missing.map(({ capability }) => capabilityWords(capability)))];
  const left = names.length - MISSING_MAX;
  const shown = [...names.slice(0, MISSING_MAX), ...(left > 0 ? [`${withCommas(left)} more`] : [])];
  const why = shown.length === 0 ? "" : `, for want of: ${listed(shown)}`;
  return [
    `On ${messagesCounted(undecidedMessages)} ${rules} could not be decided${why}. That is neither a yes nor a no.`,
  ];
}

/** `16 rules: espionage (13), posture (3)`; empty for none. No full stop. */
export function packsWords(packs: readonly RulePack[]): string {
  if (packs.length === 0) return "";
  const total = packs.reduce((sum, { rules }) => sum + rules, 0);
  const left = packs.length - PACKS_MAX;
  const each = packs.slice(0, PACKS_MAX).map(({ source, rules }) => `${source} (${withCommas(rules)})`);
  return `${withCommas(total)} ${total === 1 ? "rule" : "rules"}: ${[...each, ...(left > 0 ? [`${withCommas(left)} more`] : [])].join(", ")}`;
}

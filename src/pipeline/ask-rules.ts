/** Rules on a message that lies here → what is stored of their answers. */

import type { MessageRecord, RuleAnswerRecord, RuleAnswersRecord } from "../case/record.ts";
import { isOwner, ownDomainsOf } from "../cluster/sender.ts";
import { createMailHost } from "../mdm/host.ts";
import type { Knowledge, Owner } from "../mdm/knowledge.ts";
import { shippedList } from "../mdm/lists/shipped.ts";
import type { ReadMail } from "../mdm/message-facts.ts";
import { loadsOf } from "../mdm/own.ts";
import { substitutesIn } from "../mdm/substitutes.ts";
import type { Answer, RuleDesk } from "../rules/rule-desk.ts";

export type GivenKnowledge = Pick<Knowledge, "list" | "given">;

export interface AskedMail {
  readonly mail: ReadMail;
  /** As far as it is known; its `rules` are not looked at. */
  readonly record: MessageRecord;
  /** Addresses and `@domain`s that the user gave; none where nobody said whose mail this is. */
  readonly owners: readonly string[];
  /** Names of the owner's own mail servers. */
  readonly servers?: readonly string[];
  /** What the user gave beside rules. */
  readonly given?: Partial<GivenKnowledge> | undefined;
}

/** What was there before is known only when all mail was read. */
export function askRules(
  desk: RuleDesk,
  { mail, record, owners, servers = [], given = {} }: AskedMail,
): RuleAnswersRecord {
  const knowledge: Knowledge = { owner: ownerOf(record, owners), history: null, list: shippedList, servers, ...given };
  const { answers, undecided, missing } = desk.ask(createMailHost(mail, knowledge, record));
  return { set: desk.setName, answers: answers.map(stored), undecided, missing };
}

/**
 * Null where judging is to tell: nobody gave an owner, or a server received mail in the owner's name, which may be forged (`ownership.ts`
 * weighs whose results count, and where it lies). Mail of others is inbound whatever else is found.
 */
function ownerOf({ claims, auth, received }: MessageRecord, given: readonly string[]): Owner | null {
  if (given.length === 0) return null;
  const owners = new Set(given);
  const named = [...claims.from, ...claims.otherFroms, ...(claims.sender === null ? [] : [claims.sender])];
  const wasTaken = received === true || auth.length > 0;
  if (wasTaken && named.some(({ address }) => isOwner(address, owners))) return null;
  return {
    addresses: given.filter((owner) => !owner.startsWith("@")),
    domains: [...ownDomainsOf(given)],
    vips: null,
  };
}

function stored({ rule: { rule, checked }, severity, reasons, questions, places, rest }: Answer): RuleAnswerRecord {
  return {
    rule: rule.id,
    title: rule.name,
    kind: rule.kind === "exclusion" ? "exclusion" : "rule",
    severity,
    about: rule.about,
    techniques: rule.techniques,
    reasons: reasons.length === 0 ? [rule.description] : reasons,
    openQuestions: [...questions, ...substitutesIn(checked.expression)],
    spans: loadsOf(places).map(({ span }) => span),
    rest,
  };
}

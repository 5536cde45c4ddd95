/** What a person's own answers to a message gave away: those that were found, and those that marks alone speak of. Pure. */
import type { Disclosure, Exposure, Likelihood } from "../case/judgement.ts";
import type { MessageRecord } from "../case/record.ts";
import { dayOf } from "./day.ts";
import type { OwnAnswer, OwnAnswerKind } from "./own-mail.ts";

/** Of a mark that weighs little. */
export const WEAK_MARK = "where a sender, a program on the way or another reader may have set the mark";

interface Shown {
  readonly likelihood: Likelihood;
  readonly why: (on: string, id: string) => string;
  readonly learned: readonly Disclosure[];
}

/** Answers that went to the sender, the first of a kind speaks for all. */
const SHOWN: Readonly<Partial<Record<OwnAnswerKind, Shown>>> = {
  reply: {
    likelihood: "confirmed",
    why: (on, id) =>
      `answered: the reply${on} to the sender is in the sent mail (${id}); it gives away the address, the time, the mail program and what was written`,
    learned: ["live", "opened", "client", "answer"],
  },
  receipt: {
    likelihood: "confirmed",
    why: (on, id) =>
      `a receipt for reading${on} is in the sent mail (${id}); it gives away the address, the time of opening and the mail program`,
    learned: ["live", "opened", "client"],
  },
  automatic: {
    likelihood: "confirmed",
    why: (on, id) =>
      `an automatic answer${on} went to the sender (${id}); it proves the address, and tells what notes of absence tell; that somebody read the mail it does not show`,
    learned: ["live", "client", "answer"],
  },
  deleted: {
    likelihood: "confirmed",
    why: () =>
      "a receipt went to the sender that says the mail was deleted or taken by a program, not that it was read",
    learned: ["live", "scan", "client"],
  },
  letter: {
    likelihood: "probable",
    why: (on, id) =>
      `a mail${on} to the sender, of the same subject, is in the sent mail (${id}); it names no message that it answers, and gives away the address, the time, the mail program and what was written`,
    learned: ["live", "opened", "client", "answer"],
  },
  contact: {
    likelihood: "possible",
    why: (on, id) =>
      `the first mail to the sender${on} is in the sent mail (${id}), of another subject; it gives away the address, the time, the mail program and what was written`,
    learned: ["live", "opened", "client", "answer"],
  },
};

/** Flags of the copies, and those of them that a program which keeps this person's mail set. */
interface Marked {
  readonly flags: ReadonlySet<string>;
  readonly sure: ReadonlySet<string>;
}

/** Each kind by itself. */
export function byAnswers(
  { answers, record }: { readonly answers: readonly OwnAnswer[]; readonly record: MessageRecord },
  marked: Marked,
): readonly Exposure[] {
  const found = (Object.keys(SHOWN) as OwnAnswerKind[]).flatMap((kind): readonly Exposure[] => {
    const answer = answers.find((one) => one.kind === kind);
    const shown = SHOWN[kind];
    if (answer === undefined || shown === undefined) return [];
    const on = answer.date === null ? "" : ` of ${dayOf(answer.date)}`;
    const reasons = [shown.why(on, answer.sha256.slice(0, 12))];
    return [{ level: 6, likelihood: shown.likelihood, reasons, learned: shown.learned }];
  });
  return [...found, ...byMarksAlone({ answers, record }, marked)];
}

function byMarksAlone(
  { answers, record }: { readonly answers: readonly OwnAnswer[]; readonly record: MessageRecord },
  { flags, sure }: Marked,
): readonly Exposure[] {
  const has = (...kinds: readonly OwnAnswerKind[]): boolean => answers.some(({ kind }) => kinds.includes(kind));
  const by: Exposure[] = [];
  // What went to others says that it was opened, not that the sender heard of it.
  if (flags.has("\\Answered") && !has("reply", "letter", "elsewhere")) {
    const isSure = sure.has("\\Answered");
    const weak = isSure ? "" : `, ${WEAK_MARK}`;
    by.push({
      level: 6,
      likelihood: isSure ? "probable" : "possible",
      reasons: [
        `marked as answered${weak}: the reply itself gives away address, time and more; it was not found in what was read`,
      ],
      learned: ["live", "opened", "client", "answer"],
    });
  }
  const asksReceipt = record.loads.some(({ fires }) => fires === "receipt");
  if (asksReceipt && flags.has("$MDNSent") && !has("receipt", "deleted")) {
    by.push({
      level: 6,
      likelihood: "possible",
      reasons: ["the question for a receipt was dealt with, which is marked the same whether one was sent or refused"],
      learned: ["live", "opened", "client"],
    });
  }
  return by;
}

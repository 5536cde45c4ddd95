/**
 * The subject line taken apart: leading tags in brackets, marks of replies and forwards in many languages, and the rest (mdm.md, 4.3).
 * Pure, total, linear.
 */
import { hasAutomaticSubject } from "../case/automatic.ts";
import { maker } from "./model-object.ts";

export interface SubjectFacts {
  /** Decoded, on one line. */
  readonly subject: string;
}

interface ParsedSubject {
  readonly base: string;
  readonly tags: readonly string[];
  readonly isReply: boolean;
  readonly isForward: boolean;
}

/** As mail programs write them before a colon. */
const REPLY =
  "re|aw|sv|vs|antw|ref|rif|odp|ynt|rép|rép\\.|res|tr-re|回复|回覆|答复|答覆|返信|답장|отв|ответ|відп|απ|σχετ|תשובה|השב|رد|ats|vá|bls|ηλ";
const FORWARD =
  "fw|fwd|wg|tr|rv|enc|vl|doorst|i|转发|轉寄|轉發|전달|転送|пересл|fs|vb|továbbítás|pd|πρθ|הועבר|إعادة توجيه|vidarebefordrat|ilt";
/** `Re[2]:`, `Re (3):`, `RE : `, with the wide colon too. */
const MARK = new RegExp(
  `^(?:(${REPLY})|(${FORWARD}))\\s{0,2}(?:\\[\\d{1,4}\\]|\\(\\d{1,4}\\)|\\^\\d{1,4})?\\s{0,2}[:：]\\s*`,
  "iu",
);
const TAG = /^(?:\[([^[\]]{0,100})\]|\(([^()]{0,100})\))\s*/u;

/** Marks and tags one after the other that are taken off. */
const MARKS_MAX = 50;

export function parseSubject(subject: string): ParsedSubject {
  const tags: string[] = [];
  let rest = subject.trim();
  let outermost: "reply" | "forward" | null = null;
  for (let taken = 0; taken < MARKS_MAX; taken += 1) {
    const mark = MARK.exec(rest.slice(0, MARK_CHARS_MAX));
    const tag = mark === null ? TAG.exec(rest.slice(0, MARK_CHARS_MAX)) : null;
    if (mark !== null) outermost ??= mark[1] === undefined ? "forward" : "reply";
    else if (tag !== null) tags.push((tag[1] ?? tag[2] ?? "").trim());
    else break;
    rest = rest.slice((mark ?? tag)?.[0].length ?? 0);
  }
  return { base: rest.trim(), tags, isReply: outermost === "reply", isForward: outermost === "forward" };
}

const MARK_CHARS_MAX = 200;

/** The latest, since its fields are asked for one after the other. */
const parsed = new WeakMap<SubjectFacts, ParsedSubject>();

function partsOf(facts: SubjectFacts): ParsedSubject {
  const known = parsed.get(facts);
  if (known !== undefined) return known;
  const parts = parseSubject(facts.subject);
  parsed.set(facts, parts);
  return parts;
}

export const subjectObject = maker<"Subject", SubjectFacts>("Subject", {
  base: (facts) => partsOf(facts).base,
  is_forward: (facts) => partsOf(facts).isForward,
  is_reply: (facts) => partsOf(facts).isReply,
  subject: ({ subject }) => subject,
  tags: (facts) => partsOf(facts).tags,
  is_auto_reply: (facts) => hasAutomaticSubject(partsOf(facts).base),
});

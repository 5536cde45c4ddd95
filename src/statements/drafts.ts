/** A role of a clause → a draft: with who said it, its confidence and its places; and the sifting of what a sentence gave. Pure. */
import type { Party, StatedConfidence } from "../case/assertion.ts";
import type { Clause } from "./clauses.ts";
import { confidenceOf, NO_CONFIDENCE } from "./estimates.ts";
import { type Draft, has, type Role, type Scope, type SentenceWish, startOf, subjectIsNone } from "./roles.ts";
import { isListed } from "./word-lists.ts";

/**
 * Titles and cells name rather than tell: there a statement needs somebody who speaks or is spoken of. A line without a finite verb tells
 * nothing. What tells a reader what to do is advice at most.
 */
export function isStated({ clauses, chunks, kind }: SentenceWish, draft: Draft): boolean {
  if (draft.kind === "advice") return kind !== "heading" && kind !== "cell";
  const isHeadline = kind === "heading" && draft.against.length > 0 && HEADLINE_KINDS.has(draft.kind);
  if (isHeadline) return true;
  if (!clauses.some(({ group }) => group.isFinite)) return false;
  const isTold = draft.kind !== "incident" && draft.kind !== "impact";
  if ((kind === "heading" || kind === "cell") && !(isTold && draft.by.length > 0)) return false;
  // A line that begins small is the rest of another.
  const opening = chunks[0]?.items[0]?.text ?? "";
  if (!isTold && draft.against.length === 0 && draft.by.length === 0 && /^\p{Ll}/u.test(opening)) return false;
  const first = clauses[0];
  const isOrder =
    first !== undefined &&
    first.group.form === "base" &&
    first.group.modal === "" &&
    !first.group.isInfinitive &&
    !first.group.isCopula &&
    first.subject.length === 0 &&
    chunks
      .slice(0, first.at)
      .every((chunk) => chunk.kind === "other" || chunk.kind === "stop" || chunk.kind === "dash");
  return !isOrder;
}

/** `Five charged in hacking campaign`: titles leave out the finite verb. */
const HEADLINE_KINDS: ReadonlySet<Draft["kind"]> = new Set(["charge", "sanction"]);

/** `used tools to exploit and gain access`: what adds nobody to what the same actor did in this sentence is part of that. */
export function withoutRepeats(drafts: readonly Draft[]): readonly Draft[] {
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const isIncident = draft.kind === "incident" || draft.kind === "accusation";
    const at = isIncident ? kept.findIndex((other) => isPartOf(draft, other)) : -1;
    const whole = kept[at];
    if (whole === undefined) kept.push(draft);
    else
      kept[at] = { ...whole, end: Math.max(whole.end, draft.end), aboutEnd: Math.max(whole.aboutEnd, draft.aboutEnd) };
  }
  return kept;
}

function isPartOf(draft: Draft, whole: Draft): boolean {
  const within = (inner: readonly Party[], outer: readonly Party[]) =>
    inner.every(({ name }) => outer.some((other) => other.name === name));
  return (
    draft.kind === whole.kind &&
    draft.isNegated === whole.isNegated &&
    within(draft.against, whole.against) &&
    within(whole.against, draft.against) &&
    within(draft.by, whole.by) &&
    within(draft.targets, whole.targets)
  );
}

export function draftOf(wish: SentenceWish, clause: Clause, scope: Scope, role: Role): Draft {
  const isOwn = role.by !== null && role.by.length > 0;
  const by = isOwn ? (role.by ?? []) : scope.speakers;
  const via = isOwn
    ? scope.speakers.filter((speaker) => !by.some(({ name }) => name === speaker.name))
    : scope.reporters;
  const start = startOf(wish, clause.from);
  const end = wish.chunks[clause.until - 1]?.end ?? start;
  const aboutStart = role.aboutFrom >= start && role.aboutFrom <= end ? role.aboutFrom : end;
  const saying =
    scope.saying === null
      ? null
      : {
          start: startOf(wish, scope.saying.from),
          end: scope.saying.at < clause.at ? start : (wish.chunks[scope.saying.until - 1]?.end ?? start),
        };
  const said = saying === null || saying.end <= saying.start ? "" : wish.text.slice(saying.start, saying.end);
  const isNor = wish.chunks[clause.at - 1]?.items[0]?.lower === "nor";
  const negative =
    isNor || isNegatedBefore(wish, clause) || clause.group.isNegated || scope.isNegated || subjectIsNone(wish, clause);
  const isSelfDenial = role.kind === "denial" && !has(clause, "deny");
  return {
    kind: role.kind,
    by,
    via,
    against: role.against,
    targets: role.targets,
    isNegated: isSelfDenial ? false : (role.isNegated ?? false) || negative,
    confidence: confidence(wish, clause, `${said} ${openingOf(wish, clause, start)} ${wish.text.slice(start, end)}`),
    aboutStart,
    aboutEnd: end,
    start,
    end,
    verb: wish.chunks[clause.at]?.start ?? start,
    saying,
    isAct: role.made === "incident" || role.kind === "incident" || role.kind === "impact",
  };
}

/** `At no point did the attackers have access`: where the clause, or the sentence, begins. */
function isNegatedBefore({ chunks, grammar }: SentenceWish, { at }: Clause): boolean {
  for (let index = at - 1; index > 0; index -= 1) {
    const before = chunks[index - 1];
    const isNo = chunks[index]?.kind === "np" && grammar.negativeWords.has(chunks[index]?.items[0]?.lower ?? "");
    const opening = chunks[index - 2]?.kind;
    if (before?.kind === "prep" && isNo) return opening !== "np" && opening !== "vg";
    if (before?.kind === "vg" && before.items[0]?.tag !== "do") return false;
    if (before?.kind === "stop" || before?.kind === "comma") return false;
  }
  return false;
}

/** `It is likely that`, `There is a realistic possibility that`: the words before the clause that they open. */
function openingOf(wish: SentenceWish, clause: Clause, start: number): string {
  const parent = clause.tie === "that" ? wish.clauses[clause.parent] : undefined;
  return parent === undefined ? "" : wish.text.slice(startOf(wish, parent.from), start);
}

function confidence(wish: SentenceWish, clause: Clause, text: string): StatedConfidence {
  const found = confidenceOf(text, wish.side, wish.grammar.hedges);
  if (found !== NO_CONFIDENCE || !isListed(wish.grammar, clause.group.modal, "modal-possible")) return found;
  return { words: clause.group.modal, scale: "", low: null, high: null };
}

/** What bodies do about it: advice, notifications, policy; what was received and what it did. Pure; a clause costs what stands in it. */
import type { Party } from "../case/assertion.ts";
import type { Clause } from "./clauses.ts";
import { draftOf } from "./drafts.ts";
import { attackTargets, concerned, including, possessorOf } from "./incidents.ts";
import type { NounPhrase } from "./phrases.ts";
import {
  afterVerb,
  complement,
  complementParties,
  type Draft,
  doers,
  has,
  hasWord,
  isAccusable,
  isTrade,
  parties,
  type Role,
  type SentenceWish,
  startOf,
  undergoers,
  unique,
} from "./roles.ts";
import type { Reading } from "./scopes.ts";
import { sectorsIn } from "./sectors.ts";
import { isIn } from "./word-lists.ts";

/** `members received an email purporting to come from`: mail that is said to be no plain mail. */
export function receivedRole(wish: SentenceWish, clause: Clause): Role | null {
  const isMail = clause.object.some(
    ({ head }) =>
      isIn(head.items.at(-1), "mail") || isIn(head.items.at(-1), "harmful") || isIn(head.items.at(-1), "event"),
  );
  // `members were sent links`.
  const isSent = isIn(clause.group.verb, "sends") && clause.group.isPassive;
  const isGot = isIn(clause.group.verb, "receives") && !clause.group.isPassive;
  if ((!isGot && !isSent) || !isMail || !clause.group.isFinite || clause.group.isNegated) return null;
  const isHarmful =
    clause.object.some((phrase) => hasWord(phrase, "harmful-word")) ||
    wish.clauses.some(({ at, group }) => at > clause.at && at < clause.until && isIn(group.verb, "purports"));
  const targets = parties(wish, clause.subject).filter(({ kind }) => kind !== "unknown");
  if (!isHarmful || targets.length === 0) return null;
  const senders = complementParties(wish, clause, "from", ...(isSent ? ["by"] : [])).filter(
    ({ kind }) => kind === "group",
  );
  return {
    kind: "incident",
    made: "policy",
    by: null,
    against: senders,
    targets,
    aboutFrom: startOf(wish, clause.at),
  };
}

/** `targets included dissidents and diplomats`. */
export function listOfTargets(wish: SentenceWish, clause: Clause): Role | null {
  const isList =
    isIn(clause.group.verb, "comprises") && clause.subject.some(({ head }) => isIn(head.items.at(-1), "victim"));
  if (!isList || !clause.group.isFinite) return null;
  const targets = parties(wish, clause.object).filter(({ kind }) => kind !== "unknown");
  if (targets.length === 0) return null;
  // `APT99's targets include`, `the targets of the group`.
  const owners = clause.subject.flatMap((phrase) => {
    const possessor = possessorOf(phrase);
    const of = phrase.links.filter(({ prep }) => prep === "of").map(({ head }) => ({ head, links: [] }));
    return possessor === null ? of : [possessor];
  });
  const against = parties(wish, owners).filter(({ kind }) => kind === "group");
  return { kind: "incident", made: "incident", by: null, against, targets, aboutFrom: startOf(wish, clause.from) };
}

export function adviseRole(wish: SentenceWish, clause: Clause): Role | null {
  const twin = wish.clauses[clause.parent];
  // `never supported or encouraged hackers` was read as a whole.
  if (clause.tie === "beside" && isIn(clause.group.verb, "support-of") && twin?.group.isNegated === true) return null;
  const concerned = parties(wish, undergoers(clause));
  const embedded = wish.clauses.find(({ parent, tie }) => wish.clauses[parent] === clause && tie === "that");
  const said = embedded === undefined ? barePhrase(wish, clause) : embedded.subject;
  const targets = concerned.length > 0 ? concerned : [...anyone(clause), ...parties(wish, said)];
  const by = doers(wish, clause);
  if (by === null && targets.length === 0) return null;
  // `may encourage other criminals to attack`: nobody advises those who attack.
  if (targets.length > 0 && targets.every(({ kind }) => kind === "group")) return null;
  return { kind: "advice", made: "advise", by, against: [], targets, aboutFrom: afterVerb(wish, clause) };
}

/** `urged anyone who had received it`. */
function anyone(clause: Clause): readonly Party[] {
  return clause.object
    .map(({ head }) => head.items[0])
    .filter((item) => item !== undefined && isIn(item, "pron-anyone"))
    .map((item) => ({ kind: "public", name: item?.lower ?? "", words: item?.text ?? "", country: "", count: null }));
}

/** `recommend that persons at risk:` opens a list, which has the verbs. */
function barePhrase(wish: SentenceWish, clause: Clause): readonly NounPhrase[] {
  const head = wish.chunks[clause.at + 2];
  return wish.chunks[clause.at + 1]?.kind === "rel" && head?.kind === "np" ? [{ head, links: [] }] : [];
}

/** `members learned from the police that they had been targeted`: who was told by whom. */
export function learnedRole(wish: SentenceWish, clause: Clause): Role | null {
  const { group } = clause;
  if (!isIn(group.verb, "learns") || group.isPassive || !group.isFinite || group.modal !== "") return null;
  const by = partiesFrom(wish, clause).filter(
    ({ kind }) => kind === "state" || kind === "agency" || kind === "company" || kind === "office",
  );
  const targets = parties(wish, clause.subject).filter(({ kind }) => kind !== "unknown" && kind !== "sector");
  if (by.length === 0 || targets.length === 0) return null;
  return { kind: "notification", made: "notify", by, against: [], targets, aboutFrom: afterVerb(wish, clause) };
}

const MAY_ORDER: ReadonlySet<Party["kind"]> = new Set(["state", "agency", "office", "company"]);

/** `the parliament told its members to change their passwords`. */
export function toldRole(wish: SentenceWish, index: number): Role | null {
  const clause = wish.clauses[index];
  const inner = wish.clauses[index + 1];
  if (clause === undefined || !isIn(clause.group.verb, "orders") || clause.group.isPassive || !clause.group.isFinite)
    return null;
  if (inner?.parent !== index || !inner.group.isInfinitive || inner.at !== clause.at + 2) return null;
  const by = parties(wish, clause.subject).filter(({ kind }) => MAY_ORDER.has(kind));
  const targets = parties(wish, clause.object).filter(
    ({ kind }) => kind === "persons" || kind === "public" || kind === "office" || kind === "sector",
  );
  if (by.length === 0 || targets.length === 0) return null;
  return { kind: "advice", made: "advise", by, against: [], targets, aboutFrom: startOf(wish, inner.at) };
}

/** `the bank has written to the customers whose data were taken`. */
export function writtenRole(wish: SentenceWish, clause: Clause): Role | null {
  const { group } = clause;
  if (group.isPassive || !group.isFinite || group.modal !== "") return null;
  const isWritten = isIn(group.verb, "writes-to") && clause.object.length === 0;
  // `reported the breach to the regulator`.
  const isReported =
    isIn(group.verb, "informs-of") &&
    clause.object.some((phrase) => isTrade(wish.grammar, phrase) || hasWord(phrase, "matter"));
  if (!isWritten && !isReported) return null;
  const isOurs = isIn(clause.subject[0]?.head.items[0], "speaks-for-itself");
  const by = parties(wish, clause.subject).filter(({ kind }) => MAY_ORDER.has(kind));
  const targets = complementParties(wish, clause, "to").filter(({ kind }) =>
    isReported ? kind === "agency" || kind === "office" : kind === "persons" || kind === "public",
  );
  if ((by.length === 0 && !isOurs) || targets.length === 0) return null;
  return { kind: "notification", made: "notify", by, against: [], targets, aboutFrom: afterVerb(wish, clause) };
}

/** Also over a comma: `learned last month, from the police, that`. */
function partiesFrom(wish: SentenceWish, clause: Clause): readonly Party[] {
  const next = wish.clauses.find(({ at }) => at > clause.at)?.at ?? wish.chunks.length;
  for (let at = clause.at + 1; at + 1 < next; at += 1) {
    const head = wish.chunks[at + 1];
    if (wish.chunks[at]?.items[0]?.lower === "from" && head?.kind === "np") return parties(wish, [{ head, links: [] }]);
  }
  return [];
}

/** `offered up to $5 million for information on two hackers`, `rewards are on offer for information`. */
export function offeredRole(wish: SentenceWish, clause: Clause): Role | null {
  const { group } = clause;
  if (!isIn(group.verb, "offers") || !group.isFinite || group.isNegated) return null;
  const isMoney = undergoers(clause).some(({ head, links }) =>
    [head, ...links.map((link) => link.head)].some(({ items }) =>
      items.some(({ lists }) => lists.has("currency-sign")),
    ),
  );
  const sought = complement(clause, "for")
    .flatMap(({ phrases }) => phrases)
    .filter((phrase) => hasWord(phrase, "sought-noun"));
  if (!isMoney || sought.length === 0) return null;
  const owners = sought.flatMap(({ links }) => links.filter(({ prep }) => prep === "on" || prep === "about"));
  const against = unique([
    ...parties(
      wish,
      owners.map(({ head }) => ({ head, links: [] })),
    ),
    ...complementParties(wish, clause, "on", "about"),
  ]).filter(isAccusable);
  return {
    kind: "reward",
    made: "reward",
    by: doers(wish, clause),
    against,
    targets: [],
    aboutFrom: startOf(wish, clause.at),
  };
}

export function notifyRole(wish: SentenceWish, clause: Clause): Role | null {
  const told = parties(wish, undergoers(clause)).filter(({ kind }) => kind !== "unknown");
  const by = doers(wish, clause);
  if (by === null && told.length === 0) return null;
  // `and warned of consequences`: nobody is told, and of nothing of the trade.
  const isThat = wish.clauses.some(({ parent }) => wish.clauses[parent] === clause);
  const said = [...clause.object, ...clause.complements.flatMap(({ phrases }) => phrases)];
  if (told.length === 0 && !isThat && !said.some((phrase) => isTrade(wish.grammar, phrase))) return null;
  if (clause.group.isPassive && !clause.group.isFinite) return null;
  // `the victim is told how to pay`.
  if (clause.group.isPassive && by === null && !clause.group.isPast && !clause.group.isNegated) return null;
  return { kind: "notification", made: "notify", by, against: [], targets: told, aboutFrom: afterVerb(wish, clause) };
}

export function impactRole(wish: SentenceWish, clause: Clause): Role | null {
  const phrases = undergoers(clause);
  // `ransomware that impacts hospitals` tells of no act.
  if (!clause.group.isPast && !clause.group.isProgressive && !clause.group.isNegated && clause.group.isFinite)
    return null;
  const targets = [
    ...concerned(wish, phrases),
    ...including(wish, clause),
    ...sectorsIn(wish, wish.chunks, clause.at, clause.until),
  ];
  const isOfTrade = [...clause.subject, ...clause.object].some(
    (phrase) => isTrade(wish.grammar, phrase) || isCounted(phrase),
  );
  if (targets.length === 0 && !isOfTrade) return null;
  return {
    kind: "impact",
    made: "impact",
    by: clause.group.isPassive ? [] : [],
    against: [],
    targets: unique(targets),
    aboutFrom: clause.group.isPassive ? startOf(wish, clause.from) : afterVerb(wish, clause),
  };
}

const isCounted = (phrase: NounPhrase): boolean =>
  phrase.head.items.some(({ tag, lists }) => tag === "num" || lists.has("round-number"));

export function policyRole(wish: SentenceWish, clause: Clause): Role | null {
  // `is opposed to hacking`: the stance of its subject.
  const isStance = isIn(clause.group.verb, "opposes") && clause.group.isPassive && complement(clause, "to").length > 0;
  const own = isStance ? parties(wish, clause.subject) : doers(wish, clause);
  // `We condemn`: whoever speaks in the document.
  const isOurs = own === null && !clause.group.isPassive && isIn(clause.subject[0]?.head.items[0], "speaks-for-itself");
  const by = isOurs ? [] : own;
  const isOnSomebody = clause.group.verb.lemma === "expel" || clause.group.verb.lemma === "summon";
  // `called on X to stop the attacks`; to do anything else accuses nobody.
  const isToStop = wish.clauses.some(
    ({ parent, group }) => wish.clauses[parent] === clause && group.isInfinitive && isIn(group.verb, "stops"),
  );
  const isOursToSay = isOnSomebody || isToStop || condemnedIn(wish, clause).length > 0;
  const isOfficial =
    (isOurs && isOursToSay) ||
    (by ?? []).some(({ kind }) => kind === "state" || kind === "agency" || kind === "office");
  if (clause.group.verb.lemma === "call" && complement(clause, "for", "on", "upon").length === 0) return null;
  const isPosition = has(clause, "say");
  if (isPosition && clause.object.length === 0 && clause.complements.length === 0) return null;
  // Positions that a verb of saying opens are read where nothing below it is a statement of its own.
  if (isPosition && wish.clauses.some(({ parent, tie }) => wish.clauses[parent] === clause && tie === "that"))
    return null;
  if (!isOfficial && (by !== null || !clause.group.isPassive)) return null;
  if (clause.group.isPassive && by === null && !clause.subject.some((phrase) => hasWord(phrase, "policy-noun")))
    return null;
  const called = isToStop ? complementParties(wish, clause, "on", "upon").filter(isAccusable) : [];
  const against = isOnSomebody ? parties(wish, undergoers(clause)) : [...called, ...condemnedIn(wish, clause)];
  return {
    kind: "policy",
    made: "policy",
    by,
    against,
    targets:
      isOnSomebody || against.length === 0
        ? []
        : attackTargets(wish, clause).filter(({ name }) => !against.some((one) => one.name === name)),
    aboutFrom: clause.group.isPassive ? startOf(wish, clause.from) : startOf(wish, clause.at),
  };
}

/** `condemned Russia's attacks`, `the campaign conducted by APT99`: whose attack is condemned. */
function condemnedIn(wish: SentenceWish, clause: Clause): readonly Party[] {
  if (!isIn(clause.group.verb, "condemns-what")) return [];
  const owners = clause.object.flatMap((phrase) => {
    const own = phrase.links.filter(({ prep }) => prep === "by").map(({ head }) => ({ head, links: [] }));
    const of = isTrade(wish.grammar, phrase)
      ? phrase.links
          .filter(({ prep, head }) => prep === "of" && head.items.some(({ known }) => known !== null))
          .map(({ head }) => ({ head, links: [] }))
      : [];
    const possessor = possessorOf(phrase);
    return possessor === null ? [...own, ...of] : [...own, ...of, possessor];
  });
  const doers = wish.clauses
    .filter(({ at, group }) => at > clause.at && at < clause.until && group.isPassive && !group.isFinite)
    .flatMap((other) => complementParties(wish, other, "by"));
  const isOfTrade = clause.object.some((phrase) => isTrade(wish.grammar, phrase));
  const after = isOfTrade ? complementParties(wish, clause, "by") : [];
  return unique([...parties(wish, owners), ...after, ...doers].filter(isAccusable));
}

/** `Enable …` at a sentence's start, `organisations should …`. */
export function orderRole(wish: SentenceWish, clause: Clause): Role | null {
  const { group, subject } = clause;
  const isFirst = wish.chunks
    .slice(0, clause.at)
    .every(({ kind }) => kind === "other" || kind === "stop" || kind === "quote");
  const isWhole = wish.chunks.at(-1)?.items[0]?.lower === "." || wish.kind === "list-item";
  if (
    isFirst &&
    isWhole &&
    !wish.chunks.some(({ items }) => items.some(({ known }) => known?.kind === "group")) &&
    group.form === "base" &&
    !group.isInfinitive &&
    group.modal === "" &&
    subject.length === 0 &&
    wish.grammar.imperatives.has(group.verb.lemma)
  ) {
    return { kind: "advice", made: "advise", by: null, against: [], targets: [], aboutFrom: startOf(wish, clause.at) };
  }
  // `should have told voters` blames.
  const isTooLate = wish.chunks[clause.at]?.items.some(({ tag }) => tag === "have") === true && !group.isCopula;
  if ((group.modal !== "should" && group.modal !== "must") || isTooLate) return null;
  const targets = parties(wish, subject);
  return targets.length === 0
    ? null
    : { kind: "advice", made: "advise", by: null, against: [], targets, aboutFrom: startOf(wish, clause.at) };
}

/** A body's position behind a verb of insisting under which nothing else was read (`emphasising that such actions are unacceptable`). */
export function positions(
  wish: SentenceWish,
  readings: readonly Reading[],
  drafts: readonly Draft[],
): readonly Draft[] {
  const found: Draft[] = [];
  for (const [index, clause] of wish.clauses.entries()) {
    const reading = readings[index];
    if (
      reading === undefined ||
      reading.made !== null ||
      reading.scope.isConsumed ||
      !has(clause, "say") ||
      !has(clause, "policy") ||
      // `…, its ambassador insisted`: who says what stands before.
      reading.isAttribution
    )
      continue;
    const by = doers(wish, clause) ?? [];
    const isOfficial = by.some(({ kind }) => kind === "state" || kind === "agency" || kind === "office");
    const end = wish.chunks[clause.until - 1]?.end ?? 0;
    const start = startOf(wish, clause.at);
    if (!isOfficial || drafts.some(({ verb }) => verb > start && verb < end)) continue;
    found.push(
      draftOf(wish, clause, reading.scope, {
        kind: "policy",
        made: "policy",
        by,
        against: [],
        targets: [],
        aboutFrom: start,
      }),
    );
  }
  return found;
}

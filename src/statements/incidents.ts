/** What was done, by whom, to whom: roles of incidents, and the targets that other statements speak of. Pure; a clause costs what stands in it. */
import type { Party } from "../case/assertion.ts";
import type { Clause } from "./clauses.ts";
import type { Item } from "./items.ts";
import { partiesOf } from "./parties.ts";
import type { NounPhrase } from "./phrases.ts";
import {
  complement,
  complementParties,
  has,
  hasWord,
  isTrade,
  parties,
  type Role,
  type Scope,
  type SentenceWish,
  startOf,
  subjectIsNone,
  undergoers,
  unique,
} from "./roles.ts";
import { sectorsIn } from "./sectors.ts";
import { isIn, isListed } from "./word-lists.ts";

/** What happens, or is sent: an incident also where nobody is named as its author. */

export function incidentRole(wish: SentenceWish, index: number, scope: Scope): Role | null {
  const clause = wish.clauses[index];
  if (clause === undefined) return null;
  const { group } = clause;
  const isAct = !has(clause, "incident");
  const object = undergoers(clause);
  const said = [...object, ...clause.complements.flatMap(({ phrases }) => phrases)];
  const isOfTrade = said.some((phrase) => isTrade(wish.grammar, phrase)) || isOfEvent(clause);
  const isHarmful = said.some((phrase) => phrase.head.items.some(({ lists }) => lists.has("harmful")));
  const speakers = new Set(scope.speakers.map(({ name }) => name));
  // Nobody accuses itself: whom it speaks of is not known then.
  // `X says a company sold stolen mail`: with somebody who says it and a word for wrong also of plain companies.
  const isBlamed =
    isAlleged(wish, clause) ||
    (scope.speakers.length > 0 && object.some((phrase) => phrase.head.items.some((item) => isIn(item, "stolen-word"))));
  const against = actors(wish, clause, isAct && !isHarmful, isBlamed).filter(({ name }) => !speakers.has(name));
  if (isAct && !isOfTrade) return null;
  if (isIn(group.verb, "hits") && !against.some(({ kind }) => kind === "group" || kind === "persons")) return null;
  const isEvent =
    [...said, ...clause.subject].some((phrase) => phrase.head.items.some(({ lists }) => lists.has("event"))) ||
    isTurnedOn(clause);
  if (isAct && against.length === 0 && (!isEvent || group.isNegated)) return null;
  if (isAct && against.length === 0 && !isThing(wish, clause)) return null;
  if (isIn(clause.group.verb, "needs-as") && complement(clause, "as").length === 0) return null;
  if (isIn(clause.group.verb, "goes-after") && complement(clause, "after").length === 0) return null;
  if (isIn(clause.group.verb, "breaks") && complement(clause, "into").length === 0) return null;
  const targets = [...incidentTargets(wish, index, against)];
  const real = targets.filter(({ kind }) => kind !== "unknown");
  const isSaid = scope.speakers.length > 0;
  if (against.length === 0 && real.length === 0 && !(isAct && (isHarmful || isEvent)) && !(isSaid && isOfTrade))
    return null;
  if (against.length === 0 && !isTold(wish, clause, scope, real)) return null;
  // `compromised routers`, a description without a verb of its own.
  if (!group.isFinite && group.isPassive && clause.tie === "inside" && against.length === 0) return null;
  const isAccusation = isSaid && against.length > 0;
  return {
    kind: isAccusation ? "accusation" : "incident",
    made: "incident",
    by: null,
    against,
    targets: unique(targets),
    aboutFrom: group.isPassive || isAccusation ? startOf(wish, clause.from) : startOf(wish, clause.at),
  };
}

/** `prosecutors allege that the men hacked`: of whomever it is said. */
function isAlleged(wish: SentenceWish, clause: Clause): boolean {
  const parent = clause.tie === "that" ? wish.clauses[clause.parent] : undefined;
  return isIn(parent?.group.verb, "alleges") && parent?.group.isPassive === false && !clause.group.isPassive;
}

/** `they were carried out by officers`: what was told before. */
function isOfEvent({ group, subject }: Clause): boolean {
  return group.isPassive && isIn(group.verb, "commits") && isIn(subject[0]?.head.items[0], "pron-thing");
}

/** `the spyware was used against X`. */
function isTurnedOn(clause: Clause): boolean {
  const isTool = clause.subject.some(({ head }) => isIn(head.items.at(-1), "spying-tool"));
  return isTool && clause.group.isPassive && complement(clause, "against").length > 0;
}

/** Without anybody who did it: told as past or going on, or said by somebody; `to infect systems` and `systems are targeted` tell no act. */
function isTold(wish: SentenceWish, clause: Clause, scope: Scope, targets: readonly Party[]): boolean {
  const { group } = clause;
  if (group.isFinite) return group.isPast || group.isProgressive;
  // `the operation involved sending emails designed to compromise`.
  for (let at = clause.parent; at >= 0; at = wish.clauses[at]?.parent ?? -1) {
    const parent = wish.clauses[at]?.group;
    if (parent?.isPast === true && parent.isFinite && isIn(parent.verb, "involves")) return true;
  }
  return scope.speakers.length > 0 && targets.length > 0;
}

/** Who did it: the subject or the one after `by`, where that can be an attacker. */
function actors(wish: SentenceWish, clause: Clause, isStrict: boolean, isBlamed: boolean): readonly Party[] {
  const phrases = clause.group.isPassive ? complement(clause, "by").flatMap(({ phrases: all }) => all) : clause.subject;
  return phrases.flatMap((phrase) => {
    const head = phrase.head.items.findLast(({ tag }) => tag !== "poss");
    const owner = phrase.links
      .filter(({ prep }) => prep === "by")
      .map(({ head: inner }) => ({ head: inner, links: [] }));
    if (head !== undefined && wish.grammar.tradeNouns.has(head.lower) && head.known === null) {
      // `a campaign by X`, `APT31's emails`, `APT31 operations`.
      const group = phrase.head.items.filter(({ known }) => known?.kind === "group");
      const chunk = group.map((item) => ({
        kind: "np" as const,
        start: item.start,
        end: item.end,
        items: [item],
        group: null,
      }));
      return parties(wish, [...owner, ...chunk.map((one) => ({ head: one, links: [] }))]);
    }
    const isSuspect = isIn(wish.clauses[clause.parent]?.group.verb, "judges") && clause.tie === "inside";
    return partiesOf(wish, wish.memory, phrase).filter(
      (party) =>
        isActor(party, head, isStrict, hasWord(phrase, "intruder-word")) ||
        (isBlamed && (party.kind === "company" || (party.kind === "persons" && isAlleged(wish, clause)))) ||
        (isSuspect && party.kind === "persons"),
    );
  });
}

function isActor(party: Party, head: Item | undefined, isStrict: boolean, isIntruder: boolean): boolean {
  if (party.kind === "group") return true;
  if (party.kind === "persons")
    return head !== undefined && (head.lists.has("attacker") || head.tag === "pron" || isIntruder);
  if (isStrict) return false;
  return party.kind === "state" || ((party.kind === "agency" || party.kind === "company") && party.country !== "");
}

/** The subject is no person or body: an operation, a campaign, or nothing at all. */
function isThing(wish: SentenceWish, clause: Clause): boolean {
  if (clause.group.isPassive) return true;
  return (
    clause.subject.every((phrase) => isTrade(wish.grammar, phrase)) &&
    (clause.subject.length > 0 || clause.tie === "inside")
  );
}

function incidentTargets(wish: SentenceWish, index: number, against: readonly Party[]): readonly Party[] {
  const clause = wish.clauses[index];
  if (clause === undefined) return [];
  const names = new Set(against.map(({ name }) => name));
  const isOn = clause.group.verb.lists.has("acts-on");
  const direct = has(clause, "incident")
    ? concerned(wish, [
        ...undergoers(clause),
        ...(isOn ? complement(clause, "on", "into", "after").flatMap(({ phrases }) => phrases) : []),
      ])
    : [];
  const found = [
    ...direct,
    ...including(wish, clause),
    ...robbed(wish, clause),
    ...(isIn(clause.group.verb, "aims-thing")
      ? concerned(
          wish,
          complement(clause, "at").flatMap(({ phrases }) => phrases),
        )
      : []),
    ...opened(wish, clause),
    ...concerned(
      wish,
      complement(clause, "against", ...(isIn(clause.group.verb, "gives") ? [] : ["to"])).flatMap(
        ({ phrases }) => phrases,
      ),
    ).filter(({ kind }) => kind !== "unknown"),
    ...attackTargets(wish, clause),
    ...below(wish, index),
    ...sectorsIn(wish, wish.chunks, clause.at, clause.until),
  ];
  return withoutInner(unique(found)).filter(({ name }) => !names.has(name));
}

/** `defence contractors` are no second target `defence`. */
function withoutInner(found: readonly Party[]): readonly Party[] {
  return found.filter(
    (one) =>
      one.kind !== "sector" || !found.some((other) => other !== one && ` ${other.words} `.includes(` ${one.words} `)),
  );
}

/** `read the mail of X`, `copied X's files`. */
function opened(wish: SentenceWish, clause: Clause): readonly Party[] {
  if (!isIn(clause.group.verb, "opens")) return [];
  const things = undergoers(clause).filter((phrase) => isTrade(wish.grammar, phrase));
  return concerned(wish, things).filter(({ kind }) => kind !== "unknown" && kind !== "sector");
}

/** `stole documents from X`. */
function robbed(wish: SentenceWish, clause: Clause): readonly Party[] {
  if (!clause.group.verb.lists.has("robs")) return [];
  return concerned(
    wish,
    complement(clause, "from").flatMap(({ phrases }) => phrases),
  ).filter(({ kind }) => kind !== "unknown");
}

/** Targets in what a clause governs: accusations, charges. */
export function targetsWithin(wish: SentenceWish, index: number, against: readonly Party[]): readonly Party[] {
  const clause = wish.clauses[index];
  if (clause === undefined) return [];
  const names = new Set(against.map(({ name }) => name));
  const found = [
    ...attackTargets(wish, clause),
    ...below(wish, index),
    ...sectorsIn(wish, wish.chunks, clause.at, clause.until),
  ];
  return withoutInner(unique(found)).filter(({ name }) => !names.has(name));
}

/** Objects of clauses of the trade under this one, over any number of steps. */
function below(wish: SentenceWish, index: number): readonly Party[] {
  const clause = wish.clauses[index];
  if (clause === undefined) return [];
  const found: Party[] = [];
  const under = new Set([index]);
  for (const [at, other] of wish.clauses.entries()) {
    if (at <= index || !under.has(other.parent) || other.tie === "none") continue;
    under.add(at);
    if (other.tie === "relative" && other.group.isFinite) continue;
    if (has(other, "incident", "impact")) {
      const on = complement(other, "on", "into").flatMap(({ phrases }) => phrases);
      // `hacking into the computers of X`.
      const isInto = undergoers(other).length === 0 && complement(other, "into").length > 0;
      const isOn = isInto || other.group.verb.lists.has("acts-on");
      found.push(...concerned(wish, isOn ? on : undergoers(other)), ...including(wish, other));
    }
    found.push(...robbed(wish, other));
    if (other.object.some((phrase) => hasWord(phrase, "access")))
      found.push(
        ...concerned(
          wish,
          complement(other, "to").flatMap(({ phrases }) => phrases),
        ),
      );
    if (has(other, "act")) found.push(...complementParties(wish, other, "at", "against"));
    found.push(...attackTargets(wish, other));
  }
  return found;
}

/** Who is hit by a verb: a party, or for things of somebody (`accounts of MPs`) that somebody, or the things. */
export function concerned(wish: SentenceWish, phrases: readonly NounPhrase[]): readonly Party[] {
  return phrases.flatMap((phrase) => {
    const own = partiesOf(wish, wish.memory, phrase);
    const head = phrase.head.items.findLast(({ tag }) => tag !== "poss");
    const isCampaign = isIn(head, "campaign-noun") && hasWord(phrase, "campaign-kind");
    const isThings =
      head !== undefined && !isCampaign && (wish.grammar.tradeNouns.has(head.lower) || head.lists.has("thing-owned"));
    if (!isThings) return [...own, ...bodiesOf(wish, phrase, own)];
    const owners = phrase.links
      .filter(({ prep }) => isListed(wish.grammar, prep, "prep-owner"))
      // `of dozens of its executives`.
      .map(({ head: inner }, at) => ({ head: inner, links: phrase.links.slice(at + 1, at + 2) }));
    const owned = parties(wish, owners).filter(({ kind, country }) => kind !== "state" || country === "");
    const possessor = possessorOf(phrase);
    const possessed = possessor === null ? [] : parties(wish, [possessor]);
    return owned.length > 0 ? owned : possessed.length > 0 ? possessed : own;
  });
}

/** `employees of a think tank`: the body as well, where the description does not name it. */
function bodiesOf(wish: SentenceWish, phrase: NounPhrase, own: readonly Party[]): readonly Party[] {
  if (!own.some(({ kind }) => kind === "persons")) return [];
  const links = phrase.links.filter(({ prep }) => prep === "of" || prep === "at").slice(0, 1);
  return parties(
    wish,
    links.map(({ head }) => ({ head, links: [] })),
  ).filter(({ kind, name }) => BODIES.has(kind) && !own.some((one) => one.name.includes(name)));
}

const BODIES: ReadonlySet<Party["kind"]> = new Set(["agency", "company", "office", "sector"]);

export function possessorOf(phrase: NounPhrase): NounPhrase | null {
  const at = phrase.head.items.findLastIndex(({ tag }) => tag === "poss");
  if (at <= 0) return null;
  const items = phrase.head.items.slice(0, at);
  return { head: { ...phrase.head, items, end: items.at(-1)?.end ?? phrase.head.end }, links: [] };
}

/** `attacks on X`, `emails to X`, `campaign against X`, `targeting of X`. */
export function attackTargets(wish: SentenceWish, clause: Clause): readonly Party[] {
  const found: Party[] = [];
  for (let at = clause.from; at < clause.until; at += 1) {
    const chunk = wish.chunks[at];
    if (chunk?.kind !== "np") continue;
    const head = chunk.items.at(-1)?.lower ?? "";
    // `activity by X against Y`.
    const isByFirst =
      wish.chunks[at + 1]?.items[0]?.lower === "by" &&
      wish.chunks[at + 2]?.kind === "np" &&
      wish.grammar.tradeNouns.has(head);
    const joint = isByFirst ? at + 3 : at + 1;
    const prep = wish.chunks[joint]?.items[0]?.lower ?? "";
    const next = wish.chunks[joint + 1];
    if (next?.kind !== "np") continue;
    const isAttack = isListed(wish.grammar, prep, "prep-attack") && wish.grammar.tradeNouns.has(head);
    const isInto = (prep === "into" || prep === "at") && isListed(wish.grammar, head, "intrusion-noun");
    const isSent = prep === "to" && isListed(wish.grammar, head, "mail");
    const isTargeting = prep === "of" && isListed(wish.grammar, head, "targeting");
    if (!isAttack && !isSent && !isTargeting && !isInto) continue;
    const links =
      wish.chunks[joint + 2]?.kind === "prep" && wish.chunks[joint + 3]?.kind === "np"
        ? [{ prep: wish.chunks[joint + 2]?.items[0]?.lower ?? "", head: wish.chunks[joint + 3] ?? next }]
        : [];
    found.push(...concerned(wish, [{ head: next, links }]));
    for (let more = joint + 2; wish.chunks[more]?.kind === "cc" || wish.chunks[more]?.kind === "comma"; more += 2) {
      const joined = wish.chunks[more + 1];
      if (joined?.kind === "np") found.push(...parties(wish, [{ head: joined, links: [] }]));
    }
  }
  return found.filter(({ kind }) => kind !== "unknown");
}

/** Parties after `including` or `such as` in a clause. */
export function including(wish: SentenceWish, clause: Clause): readonly Party[] {
  const own = wish.clauses.filter(
    (other) => other === clause || (other.tie === "relative" && wish.clauses[other.parent] === clause),
  );
  const found = own.flatMap((one) => complementParties(wish, one, "including", "as", "like"));
  return found.filter(({ kind, words }) => kind !== "unknown" && words !== "");
}

/** `spyware was found on the phones of X`: whose phones. */
export function foundRole(wish: SentenceWish, clause: Clause): Role | null {
  const { group } = clause;
  if (!isIn(group.verb, "found-word") || !group.isFinite || group.isNegated || group.modal !== "") return null;
  const tools = undergoers(clause).filter(({ head }) => isIn(head.items.at(-1), "spying-tool"));
  const isNone = tools.some(({ head }) => head.items.some(({ lower }) => wish.grammar.negativeWords.has(lower)));
  if (tools.length === 0 || isNone || subjectIsNone(wish, clause)) return null;
  const targets = concerned(
    wish,
    complement(clause, "on", "in").flatMap(({ phrases }) => phrases),
  ).filter(({ kind }) => kind !== "unknown");
  if (targets.length === 0) return null;
  return {
    kind: "incident",
    made: "incident",
    by: group.isPassive ? null : parties(wish, clause.subject),
    against: [],
    targets: unique(targets),
    aboutFrom: startOf(wish, clause.from),
  };
}

/** `the group has been inside the networks of X`, `stayed in its mail system`: who is where it should not be. */
export function presentRole(wish: SentenceWish, clause: Clause, scope: Scope): Role | null {
  const { group } = clause;
  if (!isIn(group.verb, "stays") || !group.isFinite || group.modal !== "" || !group.isPast) return null;
  const places = complement(clause, "inside", "in", "within").flatMap(({ phrases }) => phrases);
  const isInside = places.some(({ head }) => isIn(head.items.at(-1), "thing-owned"));
  const against = parties(wish, clause.subject).filter(
    ({ kind }, at) => kind === "group" || isIn(clause.subject[at]?.head.items.at(-1), "attacker"),
  );
  if (!isInside || against.length === 0) return null;
  return {
    kind: scope.speakers.length > 0 ? "accusation" : "incident",
    made: "incident",
    by: null,
    against,
    targets: unique(concerned(wish, places)),
    aboutFrom: startOf(wish, clause.from),
  };
}

/** Who is said to have done it: accusations, attributions, charges, sanctions. Pure; a clause costs what stands in it. */
import type { Party } from "../case/assertion.ts";
import type { Clause } from "./clauses.ts";
import { countOf } from "./descriptions.ts";
import { attackTargets, possessorOf, targetsWithin } from "./incidents.ts";
import { itemsIn, type NounPhrase } from "./phrases.ts";
import {
  afterVerb,
  complement,
  complementParties,
  doers,
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
import { isIn } from "./word-lists.ts";

export function accuseRole(wish: SentenceWish, index: number): Role | null {
  const clause = wish.clauses[index];
  if (clause === undefined) return null;
  // `blamed the attack on X`, but `blamed X for the attack on Y`.
  const isBlameOn =
    clause.group.verb.lemma === "blame" && clause.complements.find(({ prep }) => prep !== "of")?.prep === "on";
  const against = isBlameOn ? complementParties(wish, clause, "on") : parties(wish, undergoers(clause));
  if (against.length === 0) return null;
  const about = complement(clause, "of", "for", "over").at(0);
  const inner = wish.clauses.find(({ parent, tie }) => parent === index && tie === "inside");
  const from = isBlameOn ? afterVerb(wish, clause) : startOf(wish, about?.from, inner?.at, clause.at + 1);
  return {
    kind: "accusation",
    made: "accuse",
    by: doers(wish, clause),
    against: against.filter(isAccusable),
    targets: targetsWithin(wish, index, against),
    aboutFrom: from,
  };
}

const MAY_SANCTION: ReadonlySet<Party["kind"]> = new Set(["state", "agency", "office"]);

/** `added four individuals to its sanctions list`, `the sanctions target five people`. */
export function listedRole(wish: SentenceWish, clause: Clause): Role | null {
  const isSanction = (phrase: NounPhrase) =>
    hasWord(phrase, "sanction-noun") ||
    phrase.links.some(({ head }) => head.items.some((item) => isIn(item, "sanction-noun")));
  const isAdded =
    clause.group.verb.lists.has("adds") &&
    complement(clause, "to", "on", "under").some(({ phrases }) => phrases.some(isSanction));
  const isOnList = isIn(clause.group.verb, "lists-as-sanction") && complement(clause, "for", "under").length > 0;
  const isFrozen = isIn(clause.group.verb, "freezes") && undergoers(clause).some((phrase) => hasWord(phrase, "assets"));
  const isAimed = clause.group.verb.lists.has("aims-at") && !clause.group.isPassive && clause.subject.some(isSanction);
  if (!isAdded && !isAimed && !isOnList && !isFrozen) return null;
  const owners = undergoers(clause).flatMap((phrase) => {
    const possessor = possessorOf(phrase);
    const of = phrase.links.filter(({ prep }) => prep === "of").map(({ head }) => ({ head, links: [] }));
    return possessor === null ? of : [possessor];
  });
  const against = parties(wish, isFrozen ? owners : undergoers(clause)).filter(
    ({ kind }) => kind !== "public" && (kind !== "sector" || !isOnList),
  );
  const isByBody = !isOnList || doers(wish, clause)?.some(({ kind }) => MAY_SANCTION.has(kind)) === true;
  if (against.length === 0 || !isByBody) return null;
  return {
    kind: "sanction",
    made: "sanction",
    by: isAimed ? null : doers(wish, clause),
    against,
    targets: [],
    aboutFrom: startOf(wish, clause.at),
  };
}

/** `we hold Russia accountable for the attacks`. */
export function heldRole(wish: SentenceWish, clause: Clause): Role | null {
  if (!isIn(clause.group.verb, "holds")) return null;
  const words = itemsIn(wish.chunks, clause.at + 1, clause.until);
  if (!words.slice(0, 10).some((item) => isIn(item, "accountable"))) return null;
  const against = parties(wish, undergoers(clause)).filter(isAccusable);
  if (against.length === 0) return null;
  return {
    kind: "accusation",
    made: "accuse",
    by: doers(wish, clause),
    against,
    targets: targetsWithin(wish, wish.clauses.indexOf(clause), against),
    aboutFrom: startOf(wish, complement(clause, "for").at(0)?.from, clause.at + 1),
  };
}

/** `exposed a campaign by X`: whose attack somebody makes known. */
export function exposedRole(wish: SentenceWish, clause: Clause): Role | null {
  const { group } = clause;
  if (!isIn(group.verb, "exposes") || group.isPassive || group.isNegated || !group.isFinite) return null;
  const by = doers(wish, clause)?.filter(({ kind }) => kind !== "sector" && kind !== "public") ?? [];
  const attacks = clause.object.filter((phrase) => isTrade(wish.grammar, phrase));
  const owners = attacks.flatMap((phrase) => {
    const own = phrase.links.filter(({ prep }) => prep === "by").map(({ head }) => ({ head, links: [] }));
    // `activity of the GRU`; `attacks of recent months` names nobody.
    const of = phrase.links
      .filter(
        ({ prep, head }) =>
          prep === "of" &&
          head.items.some(
            ({ known }) => known?.kind === "agency" || known?.kind === "group" || known?.kind === "state",
          ),
      )
      .map(({ head }) => ({ head, links: [] }));
    const possessor = possessorOf(phrase);
    return possessor === null ? [...own, ...of] : [...own, ...of, possessor];
  });
  const against = unique([
    ...parties(wish, owners),
    ...(attacks.length === 0 ? [] : complementParties(wish, clause, "by")),
  ]).filter(isAccusable);
  if (by.length === 0 || against.length === 0) return null;
  return {
    kind: "accusation",
    made: "accuse",
    by,
    against,
    targets: targetsWithin(wish, wish.clauses.indexOf(clause), against),
    aboutFrom: startOf(wish, clause.at + 1),
  };
}

/** `the attack came from China`: of an attack or an attacker alone. */
export function originRole(wish: SentenceWish, clause: Clause): Role | null {
  const { group } = clause;
  if (!isIn(group.verb, "comes") || group.modal !== "" || !group.isFinite) return null;
  const isOfTrade = clause.subject.some(
    (phrase) =>
      isIn(phrase.head.items.at(-1), "event") ||
      isIn(phrase.head.items.at(-1), "attacker") ||
      wish.grammar.bodyNouns.get(phrase.head.items.at(-1)?.lower ?? "") === "group",
  );
  const against = complementParties(wish, clause, "from").filter(
    ({ kind, country }) => kind === "state" && country !== "",
  );
  if (!isOfTrade || against.length === 0) return null;
  return {
    kind: "accusation",
    made: "attribute",
    by: null,
    against,
    targets: [],
    aboutFrom: startOf(wish, clause.from),
  };
}

/** `identified five officers behind the attacks`. */
function behindAttacks(wish: SentenceWish, clause: Clause): Role | null {
  const isBehind = complement(clause, "behind").some(({ phrases }) =>
    phrases.some((phrase) => isTrade(wish.grammar, phrase)),
  );
  const against = parties(wish, undergoers(clause)).filter(
    ({ kind }) => kind !== "public" && kind !== "sector" && kind !== "unknown",
  );
  if (!isBehind || against.length === 0 || clause.group.isPassive) return null;
  return {
    kind: "accusation",
    made: "accuse",
    by: doers(wish, clause),
    against,
    targets: attackTargets(wish, clause),
    aboutFrom: startOf(wish, clause.at),
  };
}

/** `identified APT99 as a group that …`, `named Russia as responsible`. */
export function namedRole(wish: SentenceWish, clause: Clause): Role | null {
  if (!clause.group.verb.lists.has("names-as")) return null;
  const as = complement(clause, "as").at(0);
  const words = as === undefined ? [] : itemsIn(wish.chunks, as.from, clause.until);
  const isActorWord = words.slice(0, 10).some(({ lists }) => lists.has("culprit"));
  const against = parties(wish, undergoers(clause)).filter(
    ({ kind }) => kind === "group" || kind === "state" || kind === "agency" || kind === "company" || kind === "persons",
  );
  if (!isActorWord || against.length === 0) return behindAttacks(wish, clause);
  return {
    kind: "accusation",
    made: "accuse",
    by: doers(wish, clause),
    against,
    targets: attackTargets(wish, clause),
    aboutFrom: startOf(wish, as?.from),
  };
}

export function attributeRole(wish: SentenceWish, clause: Clause): Role | null {
  if (!clause.group.isFinite && clause.tie !== "inside") return null;
  const after = complementParties(wish, clause, "to", "with").filter(
    ({ kind }) => kind !== "sector" && kind !== "public" && kind !== "office",
  );
  if (after.length === 0) return null;
  // `a company linked to the attacks` describes; `has been linked to` says.
  if (!clause.group.isFinite && clause.group.isPassive) return null;
  const subjects = parties(wish, undergoers(clause)).filter(
    ({ kind }, at) =>
      kind === "group" || (kind === "persons" && isIn(undergoers(clause)[at]?.head.items.at(-1), "attacker")),
  );
  return {
    kind: "accusation",
    made: "attribute",
    by: doers(wish, clause),
    against: [...after, ...subjects],
    targets: attackTargets(wish, clause).filter(({ name }) => !after.some((one) => one.name === name)),
    aboutFrom: clause.group.isPassive ? startOf(wish, clause.from) : afterVerb(wish, clause),
  };
}

export function againstRole(wish: SentenceWish, index: number, name: "charge" | "sanction"): Role | null {
  const clause = wish.clauses[index];
  if (clause === undefined) return null;
  const found = parties(wish, undergoers(clause)).filter(
    ({ kind }) => kind !== "public" && kind !== "office" && (kind !== "sector" || name === "sanction"),
  );
  const against = found.length > 0 ? found : counted(wish, undergoers(clause));
  if (against.length === 0) return null;
  const about = complement(clause, "with", "for", "over", "in", "as").at(0);
  return {
    kind: name,
    made: name,
    by: chargers(wish, clause),
    against,
    targets: targetsWithin(wish, index, against),
    aboutFrom: startOf(wish, about?.from, clause.at + 1),
  };
}

/** `an indictment was unsealed in X charging`: the paper, where nobody that is known stands before the verb. */
function chargers(wish: SentenceWish, clause: Clause): readonly Party[] | null {
  const by = issuers(wish, clause) ?? doers(wish, clause);
  if (clause.group.isFinite || by?.some(({ words }) => words !== "") === true) return by;
  const parent = wish.clauses[clause.parent];
  const papers = parent === undefined ? [] : parties(wish, parent.subject);
  return papers.length === 0 ? null : papers;
}

/** `five charged`: a number alone stands for people. */
function counted(wish: SentenceWish, phrases: readonly NounPhrase[]): readonly Party[] {
  return phrases.flatMap(({ head: { items } }) => {
    const count = countOf(items, wish.grammar);
    const [item] = items;
    if (item?.tag !== "num" || items.length !== 1 || count === null) return [];
    return [{ kind: "persons", name: item.lower, words: item.text, country: "", count }];
  });
}

/** `a grand jury returned an indictment charging`: who gave out the paper, rather than the paper. */
function issuers(wish: SentenceWish, clause: Clause): readonly Party[] | null {
  const parent = wish.clauses[clause.parent];
  if (clause.group.isFinite || clause.tie !== "inside" || parent === undefined || parent.group.isPassive) return null;
  const isPaper = parent.object.some((phrase) => phrase === clause.subject[0] || hasWord(phrase, "speaking-paper"));
  const by = isPaper ? parties(wish, parent.subject).filter(({ kind }) => kind === "agency" || kind === "state") : [];
  return by.length === 0 ? null : by;
}

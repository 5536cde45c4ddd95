/**
 * A denial beside the accusation that it answers, with the reason why they are put together. That nobody answered an accusation in this
 * record is told as well; it is no admission. Pure.
 */
import type { EpochMs } from "../base/brand.ts";
import { limits } from "../base/limits.ts";
import type { Party } from "../case/assertion.ts";
import type { AliasClaim, RecordedStatement } from "../case/ledger.ts";
import type { Answered } from "../case/ledger-view.ts";
import { whoEquates } from "./alias-claims.ts";
import {
  ACCUSING,
  areOfOneText,
  comparedOf,
  countriesOf,
  daysApart,
  groupsOf,
  madeAt,
  nameKey,
  namesOf,
  shared,
} from "./effective.ts";

/** Who speaks for the accused's country answers what was said lately. */
const ANSWER_DAYS_MAX = 60;
/** Who is accused by name, or names the accuser, may take a year. Later ones are no answer to this, as far as a record can tell. */
const NAMED_ANSWER_DAYS_MAX = 366;

export interface Answers {
  /** By the accusation's id, by time, at most `limits.ledgerAnswersMax` of each. Accusations without one have no entry. */
  readonly byAccusation: ReadonlyMap<string, readonly Answered[]>;
  /** Ids of all denials that answer an accusation, also of those that are not laid beside it. */
  readonly answering: ReadonlySet<string>;
}

/** `aliases`: by whose claims two names are one. Cost: accusations × denials at the most; far less where many denials answer. */
export function denialsOf(statements: readonly RecordedStatement[], aliases: readonly AliasClaim[]): Answers {
  const denials = statements
    .filter(({ assertion }) => assertion.kind === "denial")
    .map(asDenial)
    .sort((a, b) => (a.at ?? 0) - (b.at ?? 0) || (a.statement.assertion.id < b.statement.assertion.id ? -1 : 1));
  const byAccusation = new Map<string, readonly Answered[]>();
  const answering = new Set<string>();
  if (denials.length === 0) return { byAccusation, answering };
  const world: World = { aliases, homes: homesOf(statements) };
  for (const statement of statements) {
    if (!ACCUSING.has(statement.assertion.kind)) continue;
    const answers: Answered[] = [];
    for (const denial of denials) {
      const { id } = denial.statement.assertion;
      const isFull = answers.length >= limits.ledgerAnswersMax;
      if (isFull && answering.size === denials.length) break;
      if (isFull && answering.has(id)) continue;
      const why = whyAnswers(denial, statement, world);
      if (why === null) continue;
      answering.add(id);
      if (!isFull) answers.push({ denial: denial.statement, why });
    }
    if (answers.length > 0) byAccusation.set(statement.assertion.id, answers);
  }
  return { byAccusation, answering };
}

/** What is compared of a denial, worked out once. */
interface Denial {
  readonly statement: RecordedStatement;
  readonly at: EpochMs | null;
  readonly speaking: ReadonlySet<string>;
  readonly speakingGroups: readonly string[];
  readonly countries: ReadonlySet<string>;
  readonly accusers: ReadonlySet<string>;
  /** Of `speaking` and `accusers`, by key. */
  readonly parties: ReadonlyMap<string, Party>;
  readonly accuserCountries: ReadonlySet<string>;
}

function asDenial(statement: RecordedStatement): Denial {
  const { by, against, targets } = statement.assertion;
  const speaking = [...by, ...against];
  return {
    statement,
    at: madeAt(statement),
    speaking: namesOf(speaking),
    speakingGroups: groupsOf(speaking),
    countries: countriesOf(speaking),
    accusers: namesOf(targets),
    parties: new Map([...targets, ...speaking].map((one) => [nameKey(one.name), one])),
    accuserCountries: countriesOf(targets),
  };
}

interface World {
  readonly aliases: readonly AliasClaim[];
  readonly homes: ReadonlyMap<string, Home>;
}

/** The country that somebody ties a group to: a claim, by which a state's denial is known as an answer where the accusation names the group alone. */
interface Home {
  readonly country: string;
  readonly by: string;
}

function homesOf(statements: readonly RecordedStatement[]): ReadonlyMap<string, Home> {
  const found = new Map<string, Home>();
  for (const { assertion } of statements) {
    if (assertion.isNegated || assertion.kind === "denial") continue;
    for (const { kind, name, country } of assertion.against) {
      const key = nameKey(name);
      if (kind !== "group" || country === "" || found.has(key)) continue;
      found.set(key, { country, by: assertion.by[0]?.name || "another statement" });
    }
  }
  return found;
}

/** Null where it is no answer to that accusation: another is accused, or it came before or much later. */
function whyAnswers(denial: Denial, accusation: RecordedStatement, world: World): string | null {
  const who = accusedSpeaks(denial, accusation, world);
  if (who === null) return null;
  const { by, byCountries } = comparedOf(accusation);
  const accusers = denial.statement.assertion.targets;
  const byName = shared(denial.accusers, by);
  const byCountry = shared(denial.accuserCountries, byCountries);
  // It says whom it answers, and that is another.
  if (denial.accuserCountries.size > 0 && byCountries.size > 0 && byName === null && byCountry === null) return null;
  const isNamed = byName !== null || byCountry !== null;
  const whom = isNamed
    ? `, names the accuser (${byName !== null ? denial.parties.get(byName)?.name : (accusers.find(({ country }) => country === byCountry)?.name ?? byCountry)})`
    : accusers.length === 0
      ? ", does not say whom it answers"
      : "";
  const said = madeAt(accusation);
  const apart = daysApart(said, denial.at);
  if (apart === null)
    return areOfOneText(denial.statement, accusation) ? `${who.why}${whom}, in the same document` : null;
  // A day of grace: places lie in different days, and pages are dated when they are put up.
  const most = who.isNamed || isNamed ? NAMED_ANSWER_DAYS_MAX : ANSWER_DAYS_MAX;
  if ((denial.at ?? 0) + 86_400_000 < (said ?? 0) || apart > most) return null;
  return `${who.why}${whom}, ${apart === 0 ? "the same day" : `${apart} ${apart === 1 ? "day" : "days"} later`}`;
}

interface Speaker {
  readonly why: string;
  /** By a name of its own, not by its country. */
  readonly isNamed: boolean;
}

/** Who denies, or whom the denial speaks for, is who is accused, or of the accused's country. */
function accusedSpeaks(denial: Denial, accusation: RecordedStatement, { aliases, homes }: World): Speaker | null {
  const { accused, accusedGroups, accusedCountries } = comparedOf(accusation);
  const { by } = denial.statement.assertion;
  const name = shared(denial.speaking, accused);
  if (name !== null) {
    const party = denial.parties.get(name);
    const isState = party?.kind === "state";
    return { why: `${party?.name ?? name} is accused and answers`, isNamed: !isState };
  }
  for (const group of denial.speakingGroups) {
    for (const other of accusedGroups) {
      const who = whoEquates(group, other, aliases);
      if (who !== null) return { why: `${group} answers, which ${who} takes for ${other}`, isNamed: true };
    }
  }
  const speaker = (country: string) => by.find((one) => one.country === country) ?? by[0];
  const country = shared(denial.countries, accusedCountries);
  if (country !== null) {
    return { why: `${speaker(country)?.name ?? "it"} speaks for the accused's country (${country})`, isNamed: false };
  }
  if (accusedCountries.size > 0) return null;
  for (const group of accusedGroups) {
    const home = homes.get(nameKey(group));
    if (home === undefined || !denial.countries.has(home.country)) continue;
    const who = speaker(home.country)?.name ?? "it";
    return { why: `${who} speaks for ${home.country}, to which ${home.by} ties ${group}`, isNamed: false };
  }
  return null;
}

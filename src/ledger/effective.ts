/** What is compared of statements: when each was made, whom it accuses and whom it is about, as far as names can be compared. Pure. */
import type { EpochMs } from "../base/brand.ts";
import type { Assertion, AssertionKind, Party } from "../case/assertion.ts";
import type { RecordedStatement } from "../case/ledger.ts";

/** Kinds that say who did something, or what was done to whom: what a denial can answer. */
export const CLAIMS: ReadonlySet<AssertionKind> = new Set([
  "accusation",
  "charge",
  "sanction",
  "incident",
  "impact",
  "notification",
  "reward",
]);

/** Kinds that name somebody as having done it. */
export const ACCUSING: ReadonlySet<AssertionKind> = new Set(["accusation", "charge", "sanction"]);

export const DAY_MS = 86_400_000;

/** When the statement was made; of one that does not say, when its document was published. */
export function madeAt({ assertion: { date }, document }: RecordedStatement): EpochMs | null {
  return date?.from ?? date?.until ?? document.date;
}

/** One spelling of a name: letters and digits in lower case. `APT 31`, `apt-31` and `APT31` are one spelling. */
export function nameKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the\s+/, "")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Whose name tells one from another; the public, sectors and persons are descriptions. */
const NAMED: ReadonlySet<Party["kind"]> = new Set(["state", "agency", "group", "company", "office", "unknown"]);

export function namesOf(parties: readonly Party[]): ReadonlySet<string> {
  return new Set(parties.filter(isNamed).map(({ name }) => nameKey(name)));
}

/** Whoever they are: nobody in particular, so that two statements about them need not be about the same, and nobody is accused by name. */
const NOBODY =
  /(?<!\p{L})(?:actors?|hackers?|groups?|gangs?|attackers?|criminals|cybercriminals|adversar(?:y|ies)|operators?|intruders?|spies|collectives?)(?!\p{L})/u;

/** A name begins with a capital or digit: `malicious cyber actors` and `front company` are nobody. Groups write theirs as they like, but not so. */
function isNamed({ kind, name }: Party): boolean {
  if (!NAMED.has(kind) || name === "") return false;
  return kind === "group"
    ? /[\p{Lu}\p{Lo}\p{N}]/u.test(name) || !NOBODY.test(name)
    : /^[\p{Lu}\p{Lo}\p{N}]/u.test(name);
}

export function groupsOf(parties: readonly Party[]): readonly string[] {
  return parties.filter((one) => one.kind === "group" && isNamed(one)).map(({ name }) => name);
}

export function countriesOf(parties: readonly Party[]): ReadonlySet<string> {
  return new Set(parties.map(({ country }) => country).filter((one) => one !== ""));
}

/** What is compared of a statement, worked out once: each is laid beside all others. */
export interface Compared {
  readonly accused: ReadonlySet<string>;
  readonly accusedGroups: readonly string[];
  readonly accusedCountries: ReadonlySet<string>;
  readonly by: ReadonlySet<string>;
  readonly byCountries: ReadonlySet<string>;
  /** As `sharpTargets`. */
  readonly targets: ReadonlySet<string>;
}

const known = new WeakMap<Assertion, Compared>();

export function comparedOf({ assertion }: RecordedStatement): Compared {
  const before = known.get(assertion);
  if (before !== undefined) return before;
  const { by, against } = assertion;
  const compared: Compared = {
    accused: namesOf(against),
    accusedGroups: groupsOf(against),
    accusedCountries: countriesOf(against),
    by: namesOf(by),
    byCountries: countriesOf(by),
    targets: sharpTargets(assertion),
  };
  known.set(assertion, compared);
  return compared;
}

/** Targets by which a matter is known: a body or a company. A state, a sector or the public is too wide. */
function sharpTargets({ targets }: Assertion): ReadonlySet<string> {
  return namesOf(
    targets.filter(({ kind }) => kind === "agency" || kind === "office" || kind === "company" || kind === "group"),
  );
}

/** The first that stands in both. */
export function shared<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): T | null {
  for (const one of a) if (b.has(one)) return one;
  return null;
}

/** As a party calls itself, for a reason that is read. */
export function writtenAs(parties: readonly Party[], key: string): string {
  return parties.find(({ name }) => nameKey(name) === key)?.name ?? key;
}

/** Whole days between two instants; null where one is not known. */
export function daysApart(a: EpochMs | null, b: EpochMs | null): number | null {
  return a === null || b === null ? null : Math.round(Math.abs(a - b) / DAY_MS);
}

/** Said in one text: of a file of statements, those of one source. */
export function areOfOneText(a: RecordedStatement, b: RecordedStatement): boolean {
  return a.document.id === b.document.id && a.source === b.source;
}

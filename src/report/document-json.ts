/** `intel read --json`: one object, stable (DESIGN 5: fields may be added, never changed). */
import type { Assertion, Party, StatedQuantity, StatedTechnique, StatedTime } from "../case/assertion.ts";
import type { Quote } from "../case/document.ts";
import type { Indicator, Indicators, UnusableIndicator } from "../case/indicator.ts";
import type { AliasClaim, LedgerDocument, LedgerStatement } from "../case/ledger.ts";
import { type ProfileJson, profileJson } from "./description-json.ts";
import { isoOf } from "./wording.ts";

export const DOCUMENT_SCHEMA = 1;

export interface StatementJson {
  readonly id: string;
  readonly kind: Assertion["kind"];
  /** Names; `parties` has the rest. */
  readonly by: readonly string[];
  readonly against: readonly string[];
  readonly targets: readonly string[];
  readonly about: string;
  /** Of the statement, ISO 8601; null where not said. */
  readonly date: string | null;
  readonly confidence: Assertion["confidence"];
  readonly quote: Quote;
  readonly negated: boolean;
  readonly verbatim: boolean;
  readonly said: TimeJson | null;
  readonly time: TimeJson | null;
  readonly parties: Readonly<Record<"by" | "via" | "against" | "targets", readonly Party[]>>;
  readonly techniques: readonly StatedTechnique[];
  readonly quantities: readonly QuantityJson[];
  /** Who published it and where, when that is not the document. */
  readonly publisher: string;
  readonly source: string;
  readonly mark: LedgerStatement["mark"];
}

export interface TimeJson {
  readonly from: string | null;
  readonly until: string | null;
  readonly words: string;
}

export interface QuantityJson {
  readonly what: string;
  /** The number where it is one; of a range the end that is said. */
  readonly value: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly quote: Quote;
}

const SOUGHT_LISTED_MAX = 1_000;

export interface SoughtJson {
  readonly count: number;
  readonly first: readonly Pick<Indicator, "type" | "value" | "name" | "place" | "groups">[];
}

export interface DocumentJson {
  readonly schema: typeof DOCUMENT_SCHEMA;
  readonly id: string;
  readonly title: string;
  /** Of publication, ISO 8601; null where the document does not say. */
  readonly date: string | null;
  readonly publisher: string;
  /** Who vouches for `publisher`; null where the document says so of itself. */
  readonly vouchedBy: "user" | "server" | null;
  readonly tlp: string;
  readonly language: string;
  readonly format: LedgerDocument["format"];
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  readonly origin: LedgerDocument["origin"];
  readonly revision: number;
  readonly assertions: readonly StatementJson[];
  readonly indicators: LedgerDocument["indicators"];
  /** What a file of indicators gives to search for, in number and the first 1,000; null where that is not at hand, or the indicators above are it. */
  readonly sought: SoughtJson | null;
  readonly rejected: number;
  /** The first of these, each with its place and reason. */
  readonly rejectedValues: readonly UnusableIndicator[];
  readonly techniques: readonly StatedTechnique[];
  /** Names; `parties` has the rest. */
  readonly actors: readonly string[];
  readonly targets: readonly string[];
  readonly parties: Readonly<Record<"actors" | "targets", readonly Party[]>>;
  readonly quantities: readonly QuantityJson[];
  readonly aliases: readonly AliasClaim[];
  readonly unread: readonly Quote[];
  readonly problems: readonly string[];
  readonly partial: boolean;
  /** What it lets one look for beside indicators; null where nothing. */
  readonly profile: ProfileJson | null;
}

/** `sought`: what the file gives to search for, where it is at hand. */
export function documentJson(document: LedgerDocument, sought?: Indicators): DocumentJson {
  const { id, title, publisher, tlp, language, format, sha256, size, origin, revision } = document;
  return {
    schema: DOCUMENT_SCHEMA,
    id,
    title,
    date: isoOf(document.date),
    publisher,
    vouchedBy: document.vouchedBy ?? null,
    tlp,
    language,
    format,
    path: document.source,
    sha256,
    size,
    origin,
    revision,
    assertions: document.statements.map(statementJson),
    indicators: document.indicators,
    sought: sought === undefined || document.indicators.length > 0 ? null : soughtJson(sought),
    rejected: document.rejectedCount,
    rejectedValues: document.rejected ?? [],
    techniques: document.techniques,
    actors: namesOf(document.actors),
    targets: namesOf(document.targets),
    parties: { actors: document.actors, targets: document.targets },
    quantities: document.quantities.map(quantityJson),
    aliases: document.aliases,
    unread: document.unread,
    problems: document.problems,
    partial: document.isPartial,
    profile: document.profile == null ? null : profileJson(document.profile),
  };
}

function soughtJson(sought: Indicators): SoughtJson {
  const first: SoughtJson["first"][number][] = [];
  for (let at = 0; at < sought.length && at < SOUGHT_LISTED_MAX; at += 1) {
    const one = sought.at(at);
    if (one === undefined) continue;
    const { type, value, name, place, groups } = one;
    first.push({ type, value, name, place, groups });
  }
  return { count: sought.length, first };
}

export function statementJson({ assertion, isVerbatim, publisher, source, mark }: LedgerStatement): StatementJson {
  const { id, kind, by, via, against, targets, about, date, time, confidence, isNegated, quote } = assertion;
  return {
    id,
    kind,
    by: namesOf(by),
    against: namesOf(against),
    targets: namesOf(targets),
    about,
    date: date === null ? null : isoOf(date.from ?? date.until),
    confidence,
    quote,
    negated: isNegated,
    verbatim: isVerbatim,
    said: timeJson(date),
    time: timeJson(time),
    parties: { by, via, against, targets },
    techniques: assertion.techniques,
    quantities: assertion.quantities.map(quantityJson),
    publisher,
    source,
    mark,
  };
}

function namesOf(parties: readonly Party[]): readonly string[] {
  return [...new Set(parties.map(({ name, words }) => (name === "" ? words : name)))];
}

function timeJson(time: StatedTime | null): TimeJson | null {
  return time === null ? null : { from: isoOf(time.from), until: isoOf(time.until), words: time.words };
}

function quantityJson({ what, min, max, quote }: StatedQuantity): QuantityJson {
  return { what, value: min ?? max, min, max, quote };
}

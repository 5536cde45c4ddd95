/** What a published document says, on a terminal: statements, indicators with their quotes, what could not be read. */
import type { Indicators } from "../case/indicator.ts";
import type { LedgerDocument, LedgerStatement, QuotedIndicator } from "../case/ledger.ts";
import { defangHost, defangUrl } from "./defang.ts";
import { profileLines } from "./description-words.ts";
import { block, bullet, firstOf, labelled, quoted, unmarked } from "./detail-text.ts";
import { forTerminal } from "./printable.ts";
import {
  confidenceShown,
  kindNoun,
  partiesOf,
  placeShown,
  quantityShown,
  statementSentence,
  whenSaid,
} from "./statement-words.ts";
import { bytesOf, capitalised, counted, dayOf } from "./wording.ts";

/** Shown unless all is asked for. */
const STATEMENTS_MAX = 12;
const INDICATORS_MAX = 15;
const LISTED_MAX = 6;

export interface DocumentShown {
  /** It has an id by which it can be opened again. */
  readonly isKept: boolean;
  /** What is wrong with the bytes that were kept; null where they are whole, or none are. */
  readonly damage: string | null;
  /** Everything, not the first of each list. */
  readonly all?: boolean;
  /** What a file of indicators (STIX, MISP, CSV, a list) gives to search for: its values have no quotes. Absent where that is not at hand. */
  readonly sought?: Indicators | undefined;
}

export function documentText(document: LedgerDocument, { isKept, damage, all = false, sought }: DocumentShown): string {
  const { statements, indicators, rejectedCount, rejected = [] } = document;
  const taken = indicators.filter(({ doubt }) => doubt === null);
  const listed = indicators.length > 0 || sought === undefined ? 0 : sought.length;
  const doubted = indicators.filter(({ doubt }) => doubt !== null);
  const most = (few: number) => (all ? Number.POSITIVE_INFINITY : few);
  const lines = [
    quoted(document.title),
    ...labelled("Published", publishedLine(document)),
    ...labelled("File", quoted(document.source)),
    ...labelled("SHA-256", document.sha256),
    ...(isKept ? labelled("Kept as", `${document.id}, revision ${document.revision}, ${bytesOf(document.size)}`) : []),
    ...(damage === null ? [] : labelled("Damaged", quoted(damage))),
    ...labelled("Says", summaryOf(document, listed)),
    ...block(
      `Statements (${statements.length})`,
      firstOf(gravestFirst(statements, all), most(STATEMENTS_MAX), (one) => statementLines(one, document)),
    ),
    ...block(`Indicators (${taken.length})`, firstOf(taken, most(INDICATORS_MAX), indicatorLines)),
    ...block(`Searched for (${listed})`, listed === 0 ? [] : soughtLines(sought, most(INDICATORS_MAX))),
    ...block(
      `Doubted, and not searched for (${doubted.length})`,
      firstOf(doubted, most(LISTED_MAX), (one) => indicatorLines(one)),
    ),
    ...block(
      `Taken for no indicator (${rejectedCount})`,
      rejectedCount === 0 ? [] : rejectedLines(rejected, rejectedCount, most(LISTED_MAX)),
    ),
    ...profileLines(document.profile),
    ...block(
      "Techniques",
      firstOf(document.techniques, most(LISTED_MAX), ({ id, name, quote }) =>
        bullet(`${forTerminal(id, 40)} ${forTerminal(name, 80)}: “${quoted(quote.text, 160)}”, ${placeShown(quote)}`),
      ),
    ),
    ...block(
      "Quantities",
      firstOf(document.quantities, most(LISTED_MAX), (one) =>
        bullet(`${forTerminal(quantityShown(one), 120)}: “${quoted(one.quote.text, 160)}”, ${placeShown(one.quote)}`),
      ),
    ),
    ...block(
      "Names, each as its source has it",
      firstOf(document.aliases, most(LISTED_MAX), ({ by, name, aliases }) =>
        bullet(quoted(aliasSentence(by, name, aliases))),
      ),
    ),
    ...block(
      "Sentences that could not be read",
      firstOf(document.unread, most(LISTED_MAX), (one) => bullet(`“${quoted(one.text, 240)}”, ${placeShown(one)}`)),
    ),
    ...block(
      "What could not be read",
      firstOf(document.problems, most(LISTED_MAX), (one) => bullet(quoted(one))),
    ),
  ];
  const nothing = statements.length + indicators.length + document.aliases.length + listed === 0;
  const more = !all && (isCut(document) || listed > INDICATORS_MAX);
  return `${[...lines, ...(more ? ["", "Not everything is shown: --all shows the rest."] : []), ...(nothing ? ["", "No statement and no indicator with a quote was found in it."] : [])].join("\n")}\n`;
}

/** `46 statements (3 accusations, 20 of advice), 96 indicators, 17 doubted`. */
function summaryOf({ statements, indicators }: LedgerDocument, listed: number): string {
  const kinds = Map.groupBy(statements, ({ assertion }) => assertion.kind);
  const told = KINDS_BY_WEIGHT.flatMap((kind) => {
    const count = kinds.get(kind)?.length ?? 0;
    const isMass = kind === "advice" || kind === "impact" || kind === "policy";
    return count === 0 ? [] : [isMass ? `${count} of ${kindNoun(kind)}` : counted(count, kindNoun(kind))];
  });
  const doubted = indicators.filter(({ doubt }) => doubt !== null).length;
  return [
    `${counted(statements.length, "statement")}${told.length === 0 ? "" : ` (${told.join(", ")})`}`,
    `${counted(listed + indicators.length - doubted, "indicator")}${doubted === 0 ? "" : `, ${doubted} more doubted`}`,
  ].join("; ");
}

/** Who is accused and who denies it comes before advice. */
const KINDS_BY_WEIGHT: readonly LedgerStatement["assertion"]["kind"][] = [
  "charge",
  "sanction",
  "accusation",
  "denial",
  "notification",
  "impact",
  "incident",
  "reward",
  "policy",
  "advice",
];

/** All of them stay in the document's order. */
function gravestFirst(statements: readonly LedgerStatement[], all: boolean): readonly LedgerStatement[] {
  if (all || statements.length <= STATEMENTS_MAX) return statements;
  const weight = ({ assertion: { kind } }: LedgerStatement) => KINDS_BY_WEIGHT.indexOf(kind);
  return statements.toSorted((a, b) => weight(a) - weight(b));
}

function soughtLines(sought: Indicators | undefined, max: number): readonly string[] {
  const lines: string[] = [];
  const total = sought?.length ?? 0;
  for (let at = 0; at < total && at < max; at += 1) {
    const one = sought?.at(at);
    if (one === undefined) continue;
    const { type, value, place, groups } = one;
    const tied = groups.length === 0 ? "" : `, tied to ${groups.join(", ")}`;
    lines.push(...bullet(`${forTerminal(defanged(value), 300)} (${type}), ${quoted(`${place}${tied}`, 300)}`));
  }
  return total > max ? [...lines, `  and ${total - max} more`] : lines;
}

function rejectedLines(
  rejected: NonNullable<LedgerDocument["rejected"]>,
  count: number,
  max: number,
): readonly string[] {
  const shown = rejected.slice(0, max);
  const left = count - shown.length;
  return [
    ...shown.flatMap(({ place, text, why }) =>
      bullet(
        `${[...(text === "" ? [] : [forTerminal(defanged(text), 120)]), quoted(place, 80)].join(", ")}: ${quoted(why, 200)}`,
      ),
    ),
    ...(left > 0 ? [`  and ${left} more`] : []),
  ];
}

function isCut({
  statements,
  indicators,
  rejectedCount,
  techniques,
  quantities,
  unread,
  problems,
  aliases,
}: LedgerDocument): boolean {
  const lists = [rejectedCount, techniques.length, quantities.length, unread.length, problems.length, aliases.length];
  return (
    statements.length > STATEMENTS_MAX ||
    indicators.length > INDICATORS_MAX ||
    lists.some((length) => length > LISTED_MAX)
  );
}

/** `MITRE ATT&CK calls it ZIRCONIUM, also APT31`. */
export function aliasSentence(by: string, name: string, aliases: readonly string[]): string {
  return `${by} calls it ${name}${aliases.length === 0 ? "" : `, also ${aliases.join(", ")}`}`;
}

/** Whose word it is that they published it: anybody can write a name over a document. */
function publisherShown({ publisher, vouchedBy }: LedgerDocument): string {
  if (publisher === "") return "publisher not said";
  const word = { user: "you vouch for that", server: "from its server", none: "by its own word" }[vouchedBy ?? "none"];
  return `${quoted(publisher, 120)} (${word})`;
}

function publishedLine(document: LedgerDocument): string {
  const { date, tlp, format, language } = document;
  const told = [
    publisherShown(document),
    date === null ? "no date" : dayOf(date),
    tlp === "" ? "no traffic light" : forTerminal(tlp, 40),
    format,
    ...(language === "" ? [] : [forTerminal(language, 20)]),
  ];
  return told.join(", ");
}

/** Who says what about whom, when, how sure; its words and their place. */
export function statementLines(statement: LedgerStatement, document: LedgerDocument): readonly string[] {
  const { assertion, isVerbatim, publisher, source, mark } = statement;
  const { quote, confidence, techniques, quantities } = assertion;
  const when = whenSaid(assertion, document.date);
  const sure = confidenceShown(confidence);
  const head = [
    `${capitalised(kindNoun(assertion.kind))}: ${quoted(statementSentence(assertion))}`,
    when === "" ? "no date" : quoted(when, 120),
    ...(sure === "" ? [] : [quoted(sure, 120)]),
  ].join(" — ");
  const words = isVerbatim ? `“${quoted(quote.text, 600)}”` : quoted(quote.text, 600);
  const beside = [
    ...(quantities.length === 0
      ? []
      : [`counts ${quantities.map((one) => quoted(quantityShown(one), 80)).join("; ")}`]),
    ...(techniques.length === 0 ? [] : [`techniques ${techniques.map(({ id }) => forTerminal(id, 20)).join(", ")}`]),
  ];
  const origin = [publisher, source].filter((one) => one !== "").join(", ");
  const place = origin === "" ? placeShown(quote) : quoted(origin, 300);
  return [
    ...bullet(head),
    ...bullet(`${words} (${place}${mark === "" ? "" : `; ${MARKS[mark]}`})`, 2).map(unmarked),
    ...(beside.length === 0 ? [] : bullet(beside.join("; "), 2).map(unmarked)),
    `      ${assertion.id}`,
  ];
}

/** What stands behind a shipped statement. */
export const MARKS = { P: "the primary text was read", S: "from a summary; the primary text was not read" } as const;

function indicatorLines({ type, value, quote, doubt }: QuotedIndicator): readonly string[] {
  const shown = forTerminal(defanged(value), 120);
  const why = doubt === null ? "" : ` — ${quoted(doubt, 200)}`;
  return [
    ...bullet(`${shown} (${forTerminal(type, 30)})${why}`),
    ...bullet(`“${quoted(quote.text, 200)}”, ${placeShown(quote)}`, 2).map(unmarked),
  ];
}

/** A URL, a host or an address that nobody clicks by accident. */
function defanged(value: string): string {
  if (value.includes("://")) return defangUrl(value);
  const at = value.lastIndexOf("@") + 1;
  return value.slice(0, at) + defangHost(value.slice(at));
}

/** A document in one line of a list. */
export function documentLine(document: LedgerDocument): string {
  const { id, title, publisher, date, tlp, revision, statements, indicators } = document;
  const told = [
    date === null ? "no date" : dayOf(date),
    ...(publisher === "" ? [] : [quoted(publisher, 60)]),
    ...(tlp === "" ? [] : [forTerminal(tlp, 20)]),
    ...(revision > 1 ? [`revision ${revision}`] : []),
    counted(statements.length, "statement"),
    ...(indicators.length === 0 ? [] : [counted(indicators.length, "indicator")]),
  ];
  return `${id}  ${quoted(title, 60)}: ${told.join(", ")}`;
}

/** Whom a document speaks of, for a line. */
export function actorsLine(document: LedgerDocument): string {
  return quoted(partiesOf(document.actors), 200);
}

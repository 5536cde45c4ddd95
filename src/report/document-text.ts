/** What a published document says, on a terminal: statements, indicators with their quotes, what could not be read. */
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

const STATEMENTS_MAX = 200;
const INDICATORS_MAX = 40;
const LISTED_MAX = 20;

export interface DocumentSeal {
  /** It has an id by which it can be opened again. */
  readonly isKept: boolean;
  /** What is wrong with the bytes that were kept; null where they are whole, or none are. */
  readonly damage: string | null;
}

export function documentText(document: LedgerDocument, { isKept, damage }: DocumentSeal): string {
  const { statements, indicators, rejectedCount } = document;
  const taken = indicators.filter(({ doubt }) => doubt === null);
  const doubted = indicators.filter(({ doubt }) => doubt !== null);
  const lines = [
    quoted(document.title),
    ...labelled("Published", publishedLine(document)),
    ...labelled("File", quoted(document.source)),
    ...labelled("SHA-256", document.sha256),
    ...(isKept ? labelled("Kept as", `${document.id}, revision ${document.revision}, ${bytesOf(document.size)}`) : []),
    ...(damage === null ? [] : labelled("Damaged", quoted(damage))),
    ...block(
      `Statements (${statements.length})`,
      firstOf(statements, STATEMENTS_MAX, (one) => statementLines(one, document)),
    ),
    ...block(`Indicators (${taken.length})`, firstOf(taken, INDICATORS_MAX, indicatorLines)),
    ...block(
      `Doubted, and not searched for (${doubted.length})`,
      firstOf(doubted, LISTED_MAX, (one) => indicatorLines(one)),
    ),
    ...(rejectedCount > 0
      ? [
          "",
          `${counted(rejectedCount, "value")} that ${rejectedCount === 1 ? "looks" : "look"} like indicators could not be taken for any.`,
        ]
      : []),
    ...profileLines(document.profile),
    ...block(
      "Techniques",
      firstOf(document.techniques, LISTED_MAX, ({ id, name, quote }) =>
        bullet(`${forTerminal(id, 40)} ${forTerminal(name, 80)}: “${quoted(quote.text, 160)}”, ${placeShown(quote)}`),
      ),
    ),
    ...block(
      "Quantities",
      firstOf(document.quantities, LISTED_MAX, (one) =>
        bullet(`${forTerminal(quantityShown(one), 120)}: “${quoted(one.quote.text, 160)}”, ${placeShown(one.quote)}`),
      ),
    ),
    ...block(
      "Names, each as its source has it",
      firstOf(document.aliases, LISTED_MAX, ({ by, name, aliases }) =>
        bullet(quoted(aliasSentence(by, name, aliases))),
      ),
    ),
    ...block(
      "Sentences that could not be read",
      firstOf(document.unread, LISTED_MAX, (one) => bullet(`“${quoted(one.text, 240)}”, ${placeShown(one)}`)),
    ),
    ...block(
      "What could not be read",
      firstOf(document.problems, LISTED_MAX, (one) => bullet(quoted(one))),
    ),
  ];
  const nothing = statements.length === 0 && indicators.length === 0 && document.aliases.length === 0;
  return `${[...lines, ...(nothing ? ["", "No statement and no indicator with a quote was found in it."] : [])].join("\n")}\n`;
}

/** `MITRE ATT&CK calls it ZIRCONIUM, also APT31`. */
export function aliasSentence(by: string, name: string, aliases: readonly string[]): string {
  return `${by} calls it ${name}${aliases.length === 0 ? "" : `, also ${aliases.join(", ")}`}`;
}

function publishedLine({ publisher, date, tlp, format, language }: LedgerDocument): string {
  const told = [
    publisher === "" ? "publisher not said" : quoted(publisher, 120),
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

/**
 * Rows of the listings on a terminal: `messages`, `people`, `loads`, `campaigns`.
 *
 * Column widths depend on the terminal alone, so that rows can be written one by one while a million messages stream by.
 * A row is one line without its line end; `loadRows` gives a line for each load, `campaignRows` another where a title has no room, and for campaigns that perhaps have the same maker.
 */
import type { Campaign, Person, Verdict } from "../case/judgement.ts";
import type { StoredMessage } from "../ports/store.ts";
import { defangHost, defangText, defangUrl } from "./defang.ts";
import { judgedLoads } from "./judged-loads.ts";
import { mailboxOf } from "./labels.ts";
import { makerEstimate } from "./maker-words.ts";
import { forTerminal } from "./printable.ts";
import { column, type Ink, inked, type TerminalOptions } from "./terminal.ts";
import { vectorWords } from "./vector-words.ts";
import { counted, dayOf, withCommas } from "./wording.ts";

const WIDTH_MIN = 72;
const GAP = "  ";
const ID_COLUMNS = 12;
/** Of people and campaigns. */
const SHORT_ID_COLUMNS = 10;
const DAY_COLUMNS = 10;
const VERDICT_COLUMNS = 10;
/** Where a title has less room, it gets a line of its own. */
const TITLE_MIN = 44;
const TITLE_HEAD = 5;
/** Campaigns named under a row. */
const MAKERS_NAMED = 2;

export function messageHeading(options: TerminalOptions): string {
  return inked(messageLine(["id", "date", "verdict", "from", "subject"], options), "dim", options);
}

export function messageRow({ record, judgement }: StoredMessage, options: TerminalOptions): string {
  const from = record.claims.from[0];
  const verdict = judgement?.verdict ?? null;
  const line = messageLine(
    [
      cell(record.sha256.slice(0, ID_COLUMNS)),
      dayOf(record.date),
      verdict ?? "not judged",
      from === undefined ? "(no sender)" : cell(mailboxOf(from)),
      record.subject === "" ? "(no subject)" : cell(record.subject),
    ],
    options,
  );
  return verdict === null ? line : verdictInked(line, verdict, options);
}

export function personHeading(options: TerminalOptions): string {
  return inked(personLine(["id", "level", "how sure", "mail", "last", "person"], options), "dim", options);
}

export function personRow(person: Person, options: TerminalOptions): string {
  const { level, likelihood } = person.exposure;
  const roster = person.onRoster === false ? "not on the roster" : "";
  const who = [person.name, person.role, roster, person.addresses.slice(0, 4).join(", ")]
    .filter((part) => part !== "")
    .join(" · ");
  const count = withCommas(person.messages.length);
  // Whom nothing of interest reached has no level.
  const how =
    person.messages.length === 0 ? ["-", "-", count, "-"] : [`${level} of 6`, likelihood, count, dayOf(person.last)];
  return personLine([cell(person.id), ...how, cell(who)], options);
}

export function campaignHeading(options: TerminalOptions): string {
  return inked(campaignLine(["id", "verdict", "first", "last", "mail", "people", "title"], options), "dim", options);
}

/** One row; where the title has no room in it, a second with the title; another for whom it perhaps has one maker with. */
export function campaignRows(campaign: Campaign, options: TerminalOptions): readonly string[] {
  const isWide = titleRoom(options) >= TITLE_MIN;
  const title = cell(campaign.title);
  const line = campaignLine(
    [
      cell(campaign.id),
      campaign.verdict,
      dayOf(campaign.first),
      dayOf(campaign.last),
      withCommas(campaign.messages.length),
      withCommas(campaign.people.length),
      isWide ? title : "",
    ],
    options,
  );
  const room = roomFor(options.width, [SHORT_ID_COLUMNS]);
  const under = (text: string) => " ".repeat(SHORT_ID_COLUMNS + GAP.length) + row([text], [room]);
  const makers = makersCell(campaign);
  return [
    verdictInked(line, campaign.verdict, options),
    ...(isWide ? [] : [under(title)]),
    ...(makers === "" ? [] : [under(makers)]),
  ];
}

/** `perhaps one maker with c-1a2b3c4d (likely)`; empty for none. */
function makersCell({ perhapsOneMaker = [] }: Campaign): string {
  const named = perhapsOneMaker.slice(0, MAKERS_NAMED).map((one) => `${one.campaign} (${makerEstimate(one).words})`);
  const left = perhapsOneMaker.length - named.length;
  return named.length === 0
    ? ""
    : cell(`perhaps one maker with ${named.join(", ")}${left > 0 ? ` and ${left} more` : ""}`);
}

export function loadHeading(options: TerminalOptions): string {
  return inked(loadLine(["message", "fires", "token", "what", "address"], options), "dim", options);
}

/** One row for each load that the case keeps of the message. */
export function loadRows(stored: StoredMessage, options: TerminalOptions): readonly string[] {
  const id = cell(stored.record.sha256.slice(0, ID_COLUMNS));
  return judgedLoads(stored).map((load) =>
    loadLine(
      [
        id,
        load.fires,
        load.token.kind,
        `${vectorWords(load.vector)}${load.hidden ? ", hidden" : ""}`,
        load.resolved === "" ? cell(defangHost(load.host)) : forTerminal(defangUrl(load.resolved), 300),
      ],
      options,
    ),
  );
}

/** Under a listing: `19 rows`. */
export function listFooter(rows: number): string {
  return counted(rows, "row");
}

function messageLine(cells: readonly string[], { width }: TerminalOptions): string {
  const rest = roomFor(width, [ID_COLUMNS, DAY_COLUMNS, VERDICT_COLUMNS]);
  const from = Math.min(40, Math.floor(rest * 0.4));
  return row(cells, [ID_COLUMNS, DAY_COLUMNS, VERDICT_COLUMNS, from, rest - from - GAP.length]);
}

function personLine(cells: readonly string[], { width }: TerminalOptions): string {
  const fixed = [SHORT_ID_COLUMNS, 6, 9, 7, DAY_COLUMNS];
  return row(cells, [...fixed, roomFor(width, fixed)]);
}

const CAMPAIGN_COLUMNS = [SHORT_ID_COLUMNS, VERDICT_COLUMNS, DAY_COLUMNS, DAY_COLUMNS, 6, 6];

function titleRoom({ width }: TerminalOptions): number {
  return roomFor(width, CAMPAIGN_COLUMNS);
}

function campaignLine(cells: readonly string[], options: TerminalOptions): string {
  return row(cells, [...CAMPAIGN_COLUMNS, Math.max(TITLE_HEAD, titleRoom(options))]);
}

function loadLine(cells: readonly string[], { width }: TerminalOptions): string {
  const fixed = [ID_COLUMNS, 7, 7];
  const rest = roomFor(width, fixed);
  const what = Math.min(34, Math.floor(rest * 0.4));
  return row(cells, [...fixed, what, rest - what - GAP.length]);
}

/** Columns left after the fixed ones and their gaps. */
function roomFor(width: number, fixed: readonly number[]): number {
  const used = fixed.reduce((sum, columns) => sum + columns + GAP.length, 0);
  return Math.max(WIDTH_MIN, Math.trunc(width) || WIDTH_MIN) - used;
}

function row(cells: readonly string[], columns: readonly number[]): string {
  return cells
    .map((text, index) => column(text, columns[index] ?? 0))
    .join(GAP)
    .trimEnd();
}

const INKS: Readonly<Record<Verdict, Ink | null>> = {
  clear: null,
  tracked: null,
  suspicious: "yellow",
  hostile: "red",
};

function verdictInked(line: string, verdict: Verdict, options: TerminalOptions): string {
  const ink = INKS[verdict];
  return ink === null ? line : line.replace(verdict, () => inked(verdict, ink, options));
}

function cell(text: string): string {
  return forTerminal(defangText(text));
}

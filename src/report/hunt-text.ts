/** What a hunt found, on a terminal: each indicator with the messages that hold it; what was doubted and what could not be asked apart. */

import type { EpochMs, Sha256 } from "../base/brand.ts";
import { type IndicatorSighting, type IntelFile, placesTold } from "../case/indicator.ts";
import { commandLine } from "./command-line.ts";
import { defangHost, defangUrl } from "./defang.ts";
import { forTerminal } from "./printable.ts";
import { inked, readingWidth, type TerminalOptions, wrapped } from "./terminal.ts";
import { counted, listed, messagesCounted, periodOfInstants, withCommas } from "./wording.ts";

/** What became of a given file in the ledger. */
export interface DocumentKept {
  readonly id: string;
  readonly revision: number;
  readonly statements: number;
  /** What it describes in words (`profileRemark`); empty for nothing to say. */
  readonly says: string;
  readonly as: "new" | "same" | "revision" | "removed";
}

export interface HuntInput {
  readonly files: readonly IntelFile[];
  /** In the order of the files that were given. */
  readonly documents: readonly DocumentKept[];
  readonly indicators: number;
  readonly sightings: readonly IndicatorSighting[];
  /** There are more that were not kept. */
  readonly isCut: boolean;
  readonly notHunted: readonly { readonly type: string; readonly count: number; readonly why: string }[];
  readonly dates: ReadonlyMap<Sha256, EpochMs | null>;
  /** What became of interest, or is no more, was not yet linked with the rest of the case. */
  readonly linkingWaits: boolean;
  /** Messages that were searched. */
  readonly messages: number;
}

const SEEN_MAX = 20;
const DOUBTED_MAX = 5;
const UNUSABLE_MAX = 5;
const MARGIN = "  ";

export function huntText(input: HuntInput, options: TerminalOptions): string {
  const page = { ...options, width: readingWidth(options.width) };
  const seen = groupsOf(input.sightings.filter(({ doubt }) => doubt === null));
  const doubted = groupsOf(input.sightings.filter(({ doubt }) => doubt !== null));
  const lines = [
    ...input.files.flatMap((file, index) => [...fileLines(file, page), ...keptLines(input.documents[index], page)]),
    "",
    ...seenLines(input, seen, page),
    ...doubtedLines(doubted, page),
    ...(input.linkingWaits ? wrapped(WAITS, page.width, MARGIN) : []),
    ...huntRemarks(input).flatMap((sentence) => wrapped(sentence, page.width, MARGIN)),
    "",
  ];
  return `${lines.join("\n")}\n`;
}

/** What the search leaves open: a scan that searches says it as well, since its answer rests on it. */
export function huntRemarks({ isCut, notHunted }: Pick<HuntInput, "isCut" | "notHunted">): readonly string[] {
  const open = notHunted.map(
    ({ type, count, why }) =>
      `Not searched: ${counted(count, TYPE_WORDS[type] ?? type, TYPES_MANY[type])}, since ${why}. That is neither a yes nor a no.`,
  );
  return [...(isCut ? [CUT] : []), ...open];
}

const CUT =
  "There are so many sightings that not all are kept, those in doubt first left out: a list with hosts that everybody uses says little. The answer rests on those that are.";

const WAITS =
  "So that a large case answers at once, only these messages and those of their campaigns were judged anew; what else belongs to them is looked for at the next scan.";

const TYPE_WORDS: Readonly<Record<string, string>> = {
  "file-hash": "file hash",
  "file-name": "file name",
  pattern: "pattern",
};
const TYPES_MANY: Readonly<Record<string, string>> = { "file-hash": "file hashes" };

function fileLines({ title, indicators, unusable, unusableCount, tlp }: IntelFile, page: TerminalOptions): string[] {
  const marking = tlp === "" ? "" : ` (${tlp})`;
  const left = unusableCount === 0 ? "" : `, ${withCommas(unusableCount)} could not be used`;
  const head = `${MARGIN}${forTerminal(title, 80)}${marking}: ${counted(indicators.length, "indicator")}${left}`;
  const told = unusable.slice(0, UNUSABLE_MAX).flatMap(({ place, text, why }) => {
    const shown = text === "" ? "" : `${forTerminal(defanged(text), 60)} `;
    return wrapped(`${forTerminal(place, 60)}: ${shown}${forTerminal(why, 200)}`, page.width, `${MARGIN}    `);
  });
  const more = unusableCount - Math.min(unusable.length, UNUSABLE_MAX);
  return [head, ...told, ...(more > 0 ? [`${MARGIN}    and ${withCommas(more)} more (--json lists them)`] : [])];
}

/** That a document says something, and where it can be read. */
function keptLines(kept: DocumentKept | undefined, page: TerminalOptions): string[] {
  if (kept === undefined || kept.as === "removed") return [];
  const { id, statements, says } = kept;
  const makes = counted(statements, "statement");
  return [
    ...(says === "" ? [] : wrapped(says, page.width, `${MARGIN}    `)),
    ...(statements === 0 ? [] : [`${MARGIN}    it also makes ${makes}: ${commandLine(`show ${id}`, page)}`]),
  ];
}

/** Sightings of one indicator. */
interface Group {
  readonly first: IndicatorSighting;
  readonly messages: ReadonlySet<Sha256>;
  readonly where: readonly string[];
}

function groupsOf(sightings: readonly IndicatorSighting[]): readonly Group[] {
  return [...Map.groupBy(sightings, ({ indicator, source }) => `${source} ${indicator.id}`).values()]
    .flatMap(([first, ...more]): readonly Group[] => {
      if (first === undefined) return [];
      const all = [first, ...more];
      const where = [...new Set(all.flatMap((one) => one.where))];
      return [{ first, messages: new Set(all.map(({ sha256 }) => sha256)), where }];
    })
    .sort((a, b) => b.messages.size - a.messages.size);
}

function seenLines(input: HuntInput, groups: readonly Group[], page: TerminalOptions): string[] {
  const searched = `${counted(input.indicators, "indicator")} in ${messagesCounted(input.messages)}`;
  if (input.indicators === 0) return [`${MARGIN}The case has no indicators, so no value was searched for.`];
  if (groups.length === 0) {
    return wrapped(
      `None of ${searched} was seen. They may have used others: this is no proof of safety.`,
      page.width,
      MARGIN,
    );
  }
  const found = new Set(groups.flatMap(({ messages }) => [...messages]));
  const verb = groups.length === 1 ? "was" : "were";
  const head = `${withCommas(groups.length)} of ${searched} ${verb} seen, in ${messagesCounted(found.size)}:`;
  const values = [...Map.groupBy(groups, ({ first }) => `${first.kind} ${valueShown(first)}`).values()];
  const lines = values.slice(0, SEEN_MAX).flatMap((same) => ["", ...valueLines(input, same, page)]);
  const more = values.slice(SEEN_MAX).reduce((sum, same) => sum + same.length, 0);
  return [
    ...wrapped(inked(head, "bold", page), page.width, MARGIN),
    ...lines,
    ...(more > 0 ? ["", `${MARGIN}and ${counted(more, "more indicator")} (--json lists them)`] : []),
    "",
  ];
}

/** One value, whatever indicators of whatever sources name it. */
function valueLines({ dates }: HuntInput, same: readonly Group[], page: TerminalOptions): string[] {
  const [group] = same;
  if (group === undefined) return [];
  const { first, where } = group;
  const messages = new Set(same.flatMap((one) => [...one.messages]));
  const days = [...messages].map((sha256) => dates.get(sha256) ?? null).filter((date) => date !== null);
  const period = periodOfInstants((days[0] ?? null) as EpochMs | null, (days.at(-1) ?? null) as EpochMs | null);
  const when = period === "" ? "" : `, ${period}`;
  const named = same.map(({ first: { indicator, source } }) => {
    const groups = indicator.groups.map((one) => forTerminal(one, 60));
    const claim = groups.length === 0 ? "" : `, which ties it to ${listed(groups)}`;
    return `${forTerminal(source, 80)}, ${forTerminal(indicator.place, 80)}${claim}`;
  });
  const partly = first.kind === "host" ? " Only the host of the URL is known to be there." : "";
  const claims = same.some((one) => one.first.indicator.groups.length > 0)
    ? ` Groups are the ${same.length === 1 ? "source's" : "sources'"} claim.`
    : "";
  return [
    `${MARGIN}${inked(valueShown(first), "red", page)}  ${messagesCounted(messages.size)}${when}`,
    ...wrapped(`${placesTold(where)}; named in ${named.join("; in ")}.${partly}${claims}`, page.width, `${MARGIN}    `),
    ...[...messages].slice(0, 3).map((sha256) => `${MARGIN}    ${commandLine(`show ${sha256.slice(0, 12)}`, page)}`),
  ];
}

function valueShown({ indicator, value }: IndicatorSighting): string {
  return indicator.type === "pattern"
    ? `a pattern (${forTerminal(indicator.place, 80)})`
    : forTerminal(defanged(value), 80);
}

function doubtedLines(groups: readonly Group[], page: TerminalOptions): string[] {
  if (groups.length === 0) return [];
  const told = groups
    .slice(0, DOUBTED_MAX)
    .flatMap(({ first, messages }) =>
      wrapped(
        `${forTerminal(defanged(first.value), 60)} in ${messagesCounted(messages.size)}: ${forTerminal(first.doubt ?? "", 200)}`,
        page.width,
        `${MARGIN}    `,
      ),
    );
  const more = groups.length - DOUBTED_MAX;
  return [
    `${MARGIN}Seen, but it weighs nothing:`,
    ...told,
    ...(more > 0 ? [`${MARGIN}    and ${withCommas(more)} more (${commandLine("hunt --json", page)} lists them)`] : []),
    "",
  ];
}

/** A URL, a host or an address that nobody clicks by accident. */
function defanged(value: string): string {
  if (value.includes("://")) return defangUrl(value);
  const at = value.lastIndexOf("@") + 1;
  return value.slice(0, at) + defangHost(value.slice(at));
}

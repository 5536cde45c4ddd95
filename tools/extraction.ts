/**
 * How well indicators are read from text: prints tables over the corpus, where it lies beside the project.
 * `node tools/extraction.ts [--half even|odd] [--misses N]`: even files are those that the rules were written on, odd ones were not read.
 *
 * - **lists**: files of indicators with comments and references in between, read as documents. Each line that is no comment is a value;
 *   what a comment names is none (hashes are left out: comments hold sound ones).
 * - **reports**: texts that lie beside their lists of indicators. Found of those values that the text holds; the rest is not wrong by itself.
 * - **planted**: published values, written in each usual way, among the paragraphs of real reports. Whether each is found, by type and way.
 * - **conformance**: the lists of another extractor and of URL patterns, one value a text, where its idea of a value is ours.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { parseArgs } from "node:util";
import type { Quote } from "../src/case/document.ts";
import { extractIndicators } from "../src/intel/extraction/extract.ts";
import type { ExtractedType, Extraction } from "../src/intel/extraction/extraction.ts";
import { documentOfText } from "../src/intel/extraction/text-document.ts";
import { observableOf } from "../src/intel/observable.ts";
import { refang } from "../src/intel/refang.ts";
import { unpackSet } from "./corpus.ts";

const { values: options } = parseArgs({
  options: { half: { type: "string", default: "" }, misses: { type: "string", default: "0" } },
});
const missesShown = Number(options.misses);
const HUNTED: readonly ExtractedType[] = ["domain-name", "url", "ipv4-addr", "ipv6-addr", "email-addr", "file-hash"];

const extracted = (text: string): Extraction => extractIndicators(documentOfText(text));

function filesIn(folder: string, wanted: RegExp): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => wanted.test(path))
    .sort()
    .map((path) => join(folder, path));
}

/** Every second one, by the order of their names. */
function ofHalf(files: readonly string[], half: string): readonly string[] {
  return files.filter((_, at) => half === "" || (at % 2 === 0) === (half === "even"));
}

class Score {
  found = 0;
  doubted = 0;
  missed = 0;
  wrong = 0;

  row(name: string): string {
    const wanted = this.found + this.doubted + this.missed;
    const part = (of: number, all: number): string => (all === 0 ? "-" : `${((100 * of) / all).toFixed(1)} %`);
    const cells = [wanted, this.found, this.doubted, this.missed, this.wrong].map((count) => String(count).padStart(7));
    return `| ${name.padEnd(28)} | ${cells.join(" | ")} | ${part(this.found, wanted).padStart(7)} | ${part(this.found, this.found + this.wrong).padStart(9)} |`;
  }
}

class Table {
  readonly #rows = new Map<string, Score>();
  readonly #misses: string[] = [];

  at(name: string): Score {
    const score = this.#rows.get(name) ?? new Score();
    this.#rows.set(name, score);
    return score;
  }

  miss(kind: string, what: string): void {
    this.#misses.push(`${kind}: ${what}`);
  }

  print(title: string): void {
    console.log(`\n## ${title}\n`);
    console.log(`| ${"".padEnd(28)} |  wanted |   found | doubted |  missed |   wrong |  recall | precision |`);
    console.log(`|${"-".repeat(30)}|${"--------:|".repeat(6)}----------:|`);
    for (const [name, score] of [...this.#rows].sort()) console.log(score.row(name));
    for (const line of this.#misses.sort().slice(0, missesShown)) console.log(`  ${line.slice(0, 200)}`);
  }
}

/** Counts the wanted values of one text; what is found beyond them is wrong where `isComplete`. */
function count(text: string, wanted: ReadonlyMap<string, string>, table: Table, isComplete: boolean): void {
  const { indicators, rejected } = extracted(text);
  const doubts = new Map(indicators.map(({ type, value, doubt }) => [comparable(type, value), doubt]));
  const whys = new Map(rejected.map(({ type, value, why }) => [comparable(type, value), why]));
  for (const [key, type] of wanted) {
    const doubt = doubts.get(key);
    const score = table.at(type);
    if (doubt === null) score.found += 1;
    else if (doubt !== undefined) score.doubted += 1;
    else score.missed += 1;
    if (doubt !== null) table.miss(doubt ?? whys.get(key) ?? "not seen", key);
  }
  if (!isComplete) return;
  for (const { type, value, doubt } of indicators) {
    const key = comparable(type, value);
    if (doubt !== null || !HUNTED.includes(type) || type === "file-hash" || wanted.has(key)) continue;
    table.at(type).wrong += 1;
    table.miss("wrong", key);
  }
}

/** As the hunt compares it: a URL without a path is its host. */
function comparable(type: ExtractedType, value: string): string {
  const one = HUNTED.includes(type) ? observableOf(value) : null;
  return one === null ? `${type} ${value}` : `${one.type} ${one.value}`;
}

function lists(folder: string, half: string): void {
  const table = new Table();
  for (const file of ofHalf(filesIn(folder, /\.txt$/), half)) {
    const text = readFileSync(file, "utf8");
    const wanted = new Map<string, string>();
    for (const line of text.split("\n")) {
      const value = line.startsWith("#") ? "" : line.replace(/\s#.*$/, "").trim();
      const one = value === "" ? null : observableOf(value);
      if (one !== null) wanted.set(`${one.type} ${one.value}`, one.type);
    }
    count(text, wanted, table, true);
  }
  table.print(`lists with references, ${half || "all"} files`);
}

/** A text is a report of the lists in its folder and below. */
function reports(folder: string, half: string): void {
  const table = new Table();
  for (const file of ofHalf(filesIn(folder, /README\.md$/), half)) {
    const text = readFileSync(file, "utf8");
    const plain = refang(text).toLowerCase();
    const wanted = new Map<string, string>();
    for (const list of filesIn(dirname(file), /\.(?:txt|csv|stix2?)$/)) {
      for (const word of readFileSync(list, "utf8").split(/[\s,;"']+/)) {
        const one = observableOf(word);
        if (one !== null && plain.includes(refang(word).toLowerCase()))
          wanted.set(`${one.type} ${one.value}`, one.type);
      }
    }
    if (wanted.size > 0) count(text, wanted, table, false);
  }
  table.print(`reports beside their lists, ${half || "all"} files`);
}

/** How people write values; `null` where a way does not apply. */
const WAYS: readonly (readonly [name: string, write: (value: string, type: string) => string | null])[] = [
  ["[.] everywhere", (value) => value.replaceAll(".", "[.]").replace(/^http/, "hxxp")],
  [
    "last [.] only",
    (value, type) => (type === "url" ? value.replace(/^http/, "hXXp") : value.replace(/\.(?=[^.]*$)/, "[.]")),
  ],
  ["(.) and (at)", (value) => value.replaceAll(".", "(.)").replace("@", "(at)").replace(/^http/, "hxxp")],
  ["[dot] and [at]", (value) => value.replaceAll(".", "[dot]").replace("@", "[at]").replace("://", "[://]")],
  ["spaces and [.]", (value, type) => (type === "url" ? null : value.replaceAll(".", " [.] ").replace("@", " [@] "))],
  ["backslash dots", (value, type) => (type === "url" ? null : value.replaceAll(".", "\\."))],
  ["full-width dots", (value, type) => (type === "url" ? null : value.replaceAll(".", "\uff0e"))],
  ["zero width and [.]", (value, type) => (type === "url" ? null : value.replaceAll(".", "\u200b[.]\u200b"))],
  ["[:] and [.]", (value) => value.replaceAll(".", "[.]").replace(":", "[:]")],
];

/** As a value stands: in a sentence, in brackets, at its end, alone in a line, in a row of a table. */
const PLACES: readonly ((written: string) => string)[] = [
  (written) => `It then contacted ${written} for orders.`,
  (written) => `The server (${written}) answered within a day.`,
  (written) => `Everything was sent to ${written}.`,
  (written) => written,
  (written) => `| server | ${written} | seen in March |`,
];

const PLANTED_OF_TYPE = 400;

function planted(intel: string, half: string): void {
  const values = publishedValues(intel);
  const texts = ofHalf(filesIn(join(intel, "tram-labelled-reports"), /\.mjson$/), half).map(signalOf);
  const byType = new Table();
  const byWay = new Table();
  let at = 0;
  for (const [type, list] of values) {
    for (const value of list.slice(0, PLANTED_OF_TYPE)) {
      const [way = "", write] = WAYS[at % WAYS.length] ?? [];
      const place = PLACES[at % PLACES.length];
      at += 1;
      const written = type === "file-hash" ? value.toUpperCase() : (write?.(value, type) ?? null);
      if (written === null || place === undefined || (type !== "file-hash" && written === value)) continue;
      const text = texts[at % texts.length] ?? "";
      const cut = text.indexOf("\n\n", (at * 997) % Math.max(1, text.length));
      const before = cut < 0 ? text.slice(-2_000) : text.slice(Math.max(0, cut - 2_000), cut);
      const around = `${before}\n\n${place(written)}\n\n${cut < 0 ? "" : text.slice(cut + 2, cut + 1_000)}`;
      const wanted = new Map([[`${type} ${value}`, type]]);
      count(around, wanted, byType, false);
      if (type !== "file-hash") count(around, new Map([[`${type} ${value}`, way]]), byWay, false);
    }
  }
  byType.print(`planted values by type, ${half || "all"} reports`);
  byWay.print(`planted values by way of writing, ${half || "all"} reports`);
}

function signalOf(file: string): string {
  const first: unknown = JSON.parse(readFileSync(file, "utf8").split("\n", 1)[0] ?? "{}");
  const signal = typeof first === "object" && first !== null && "signal" in first ? first.signal : "";
  return typeof signal === "string" ? signal : "";
}

/** Values of the published lists that are well formed, in a fixed order. */
function publishedValues(intel: string): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, Set<string>>();
  for (const set of ["sekoia", "volexity", "amnesty", "citizenlab"]) {
    for (const file of filesIn(join(intel, set), /\.(?:csv|txt)$/)) {
      for (const word of readFileSync(file, "utf8").split(/[\s,;"'<>]+/)) {
        const one = observableOf(word);
        if (one === null || /\.(?:example|sekoia\.io|github\.com)\b/.test(one.value)) continue;
        values.set(one.type, (values.get(one.type) ?? new Set()).add(one.value));
      }
    }
  }
  // A step through the sorted values, so that no family of names fills a type.
  return new Map(
    [...values].map(([type, set]) => [
      type,
      [...set].sort().filter((_, at) => at % Math.max(1, Math.floor(set.size / PLANTED_OF_TYPE)) === 0),
    ]),
  );
}

/** Files of the other extractor's examples whose idea of a value is ours, and the type. */
const CONFORMANCE: readonly (readonly [file: RegExp, type: ExtractedType])[] = [
  [/generic_(?:url|url_file|url_path)\.txt$/, "url"],
  [/generic_domain_name_/, "domain-name"],
  [/generic_ipv4_/, "ipv4-addr"],
  [/generic_ipv6_/, "ipv6-addr"],
  [/generic_email/, "email-addr"],
  [/generic_file_hash_/, "file-hash"],
  [/generic_file_name/, "file-name"],
  [/generic_directory_(?:unix|windows)/, "file-path"],
  [/generic_windows_registry/, "windows-registry-key"],
  [/generic_cve/, "vulnerability"],
  [/(?:generic|ai)_mitre_attack_(?:enterprise|ics|mobile)\.txt$/, "attack-id"],
  [/generic_autonomous/, "autonomous-system"],
  [/generic_cryptocurrency_(?:btc|eth|xmr)_wallet/, "cryptocurrency-wallet"],
  [/generic_user_agent/, "user-agent"],
];

function conformance(folder: string): void {
  const table = new Table();
  for (const file of filesIn(join(folder, "txt2stix-extraction/extraction_types"), /\.txt$/)) {
    const type = CONFORMANCE.find(([wanted]) => wanted.test(basename(file)))?.[1];
    if (type === undefined) continue;
    let isGood = true;
    for (const line of readFileSync(file, "utf8")
      .split("\n")
      .map((one) => one.trim())) {
      if (line.startsWith("====")) isGood = !/bad/i.test(line);
      else if (line !== "") example(line, type, isGood, table);
    }
  }
  table.print("the other extractor's examples (doubted counts as seen; wrong: its bad examples taken)");
  const urls = new Table();
  let section = "";
  for (const line of readFileSync(join(folder, "url-extraction/regexes_url_samples.txt"), "utf8").split("\n")) {
    if (line.startsWith("# ")) section = line.slice(2);
    else if (line.trim() !== "") {
      const { indicators, rejected } = extracted(`See ${line} there`);
      const isIt = ({ type, quote }: { readonly type: string; readonly quote: Quote }): boolean =>
        type === "url" && quote.text === line;
      const isTaken = indicators.some(isIt);
      const isSeen = isTaken || rejected.some(isIt);
      const score = urls.at(section);
      if (/not/.test(section)) score.wrong += Number(isTaken);
      else if (isTaken) score.found += 1;
      else if (isSeen) score.doubted += 1;
      else score.missed += 1;
      if (isSeen === /not/.test(section)) urls.miss(section, line);
    }
  }
  urls.print("examples of URLs (doubted: seen and rejected with a reason)");
}

function example(line: string, type: ExtractedType, isGood: boolean, table: Table): void {
  const { indicators, rejected } = extracted(line);
  const isSeen = indicators.some((one) => one.type === type && one.quote.text === line);
  const score = table.at(type);
  if (isGood && isSeen) score.found += 1;
  else if (isGood) score.missed += 1;
  else if (isSeen && !isSibling(line, type)) score.wrong += 1;
  const why = rejected.find(({ quote }) => quote.text === line)?.why ?? "not seen";
  if (isGood !== isSeen) table.miss(`${type} ${isGood ? `missed, ${why}` : "taken"}`, line);
}

/** Of a text of some 200 pages, made of real reports. */
function speed(folder: string): void {
  const text = filesIn(folder, /\.mjson$/)
    .map(signalOf)
    .join("\n\n")
    .slice(0, 600_000);
  extracted(text);
  const before = process.cpuUsage();
  const { indicators, rejected } = extracted(text);
  const { user, system } = process.cpuUsage(before);
  console.log(
    `\n${text.length} characters: ${Math.round((user + system) / 1_000)} ms, ${indicators.length} values, ${rejected.length} rejected`,
  );
}

/** Its bad examples of one kind of URL, address or path are its good ones of another. */
function isSibling(line: string, type: ExtractedType): boolean {
  return type === "file-path" || (HUNTED.includes(type) && observableOf(line) !== null);
}

const intel = unpackSet("intel");
const rules = unpackSet("conformance");
if (intel === null || rules === null || !existsSync(intel)) console.log("no corpus beside the project");
else {
  for (const half of options.half === "" ? ["even", "odd"] : [options.half]) {
    lists(join(intel, "maltrail-apt"), half);
    reports(join(intel, "amnesty"), half);
    planted(intel, half);
  }
  conformance(rules);
  speed(join(intel, "tram-labelled-reports"));
}

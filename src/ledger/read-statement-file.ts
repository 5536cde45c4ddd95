/**
 * Statements that somebody typed (docs/formats/statements.md): YAML → what the ledger keeps of it. Total; what cannot be taken is told with
 * its line, and the rest is used. Nobody's words are guessed: what the file does not say is empty.
 */
import { createHash } from "node:crypto";
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { type EpochMs, epochMs } from "../base/brand.ts";
import { decodeText } from "../base/decode-text.ts";
import { limits } from "../base/limits.ts";
import { err, ok, type Result } from "../base/result.ts";
import {
  ASSERTION_KINDS,
  type Assertion,
  type AssertionKind,
  PARTY_KINDS,
  type Party,
  type PartyKind,
  type StatedConfidence,
  type StatedQuantity,
  type StatedTime,
} from "../case/assertion.ts";
import type { Quote } from "../case/document.ts";
import type { AliasClaim, LedgerDocument, LedgerStatement, RecordOrigin } from "../case/ledger.ts";
import { documentId } from "./document-id.ts";

/** Longest text of one value. */
const TEXT_CHARS = 4_000;

/** `path`: the source, by which the file is known when it is read again. */
export function readStatementFile(
  bytes: Uint8Array,
  path: string,
  origin: RecordOrigin = "by-hand",
): Result<LedgerDocument, string> {
  const { text } = decodeText(bytes);
  if (bytes.length > limits.givenFileBytesMax) return err("is larger than a file of statements may be");
  if (isTooDeep(text)) return err("has lists and maps that are nested too deep for a file of statements");
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines, strict: false, uniqueKeys: false, logLevel: "silent" });
  const [broken] = parsed.errors;
  if (broken !== undefined) {
    return err(`is no YAML that can be read, line ${lines.linePos(broken.pos[0]).line}: ${sentence(broken.message)}`);
  }
  const reader = new StatementReader(createHash("sha256").update(bytes).digest("hex"), lines);
  const root: unknown = parsed.contents;
  const head = isMap(root) ? reader.fields(root) : new Map<string, unknown>();
  const listed = isSeq(root) ? root.items : listOf(head.get("statements"));
  const items = head.has("kind") ? [root] : listed;
  if (items.length === 0 && !head.has("groups")) {
    return err("holds no statement: write `statements:` and a list under it, each with kind, by, words and source");
  }
  const statements = items.slice(0, limits.statementsMax).flatMap((item) => reader.statement(item));
  if (items.length > limits.statementsMax) reader.problems.push(`has more than ${limits.statementsMax} statements`);
  const aliases = listOf(head.get("groups")).flatMap((item) => reader.alias(item));
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  return ok({
    id: documentId(reader.sha256),
    origin,
    source: path,
    sha256: reader.sha256,
    size: bytes.length,
    format: "statements",
    title: head.has("kind") ? name : textOf(head.get("title")) || name,
    publisher: head.has("kind") ? "" : textOf(head.get("publisher")),
    date: head.has("kind") ? null : dayOf(textOf(head.get("date"))),
    language: "en",
    tlp: tlpOf(textOf(head.get("tlp"))),
    revision: 1,
    statements,
    aliases,
    indicators: [],
    rejectedCount: 0,
    techniques: statements.flatMap(({ assertion }) => assertion.techniques),
    quantities: statements.flatMap(({ assertion }) => assertion.quantities),
    actors: distinct(statements.flatMap(({ assertion }) => assertion.against)),
    targets: distinct(statements.flatMap(({ assertion }) => assertion.targets)),
    unread: [],
    problems: reader.problems.slice(0, limits.rosterProblemsMax),
    isPartial: reader.problems.length > 0,
  });
}

type Fields = ReadonlyMap<string, unknown>;

class StatementReader {
  readonly sha256: string;
  readonly problems: string[] = [];
  readonly #lines: LineCounter;

  constructor(sha256: string, lines: LineCounter) {
    this.sha256 = sha256;
    this.#lines = lines;
  }

  fields(node: unknown): Fields {
    const found = new Map<string, unknown>();
    if (!isMap(node)) return found;
    for (const { key, value } of node.items) found.set(textOf(key).toLowerCase(), value);
    return found;
  }

  /** None where it says too little, which is told. */
  statement(node: unknown): readonly LedgerStatement[] {
    const line = this.#lineOf(node);
    const fields = this.fields(node);
    const kind = ASSERTION_KINDS.find((one) => one === textOf(fields.get("kind")).toLowerCase());
    const words = textOf(fields.get("words"));
    const verbatim = textOf(fields.get("quote"));
    const source = textOf(fields.get("source"));
    const by = this.#parties(fields.get("by"));
    const lacking = [
      ...(kind === undefined ? [`a kind (${ASSERTION_KINDS.join(", ")})`] : []),
      ...(by.length === 0 ? ["who says it (`by`)"] : []),
      ...(words === "" && verbatim === "" ? ["its `words` or a `quote`"] : []),
      ...(source === "" ? ["its `source`"] : []),
    ];
    if (kind === undefined || lacking.length > 0) {
      this.problems.push(`line ${line}: a statement lacks ${lacking.join(", ")}, and was left out`);
      return [];
    }
    const quote = this.#quoteOf(node, verbatim || words);
    const assertion: Assertion = {
      id: this.#idOf(kind, quote),
      kind,
      by,
      via: this.#parties(fields.get("via")),
      against: this.#parties(fields.get("against")),
      targets: this.#parties(fields.get("targets")),
      about: words,
      time: timeOf(textOf(fields.get("time"))),
      date: timeOf(textOf(fields.get("date"))),
      confidence: confidenceOf(fields),
      isNegated: textOf(fields.get("negated")) === "true",
      techniques: listOf(fields.get("techniques")).map((one) => ({ id: textOf(one), name: "", quote })),
      quantities: listOf(fields.get("quantities")).flatMap((one) => this.#quantity(one)),
      quote,
    };
    const mark = textOf(fields.get("mark"));
    return [
      {
        assertion,
        isVerbatim: verbatim !== "",
        publisher: textOf(fields.get("publisher")),
        source,
        mark: mark === "P" || mark === "S" ? mark : "",
      },
    ];
  }

  alias(node: unknown): readonly AliasClaim[] {
    const fields = this.fields(node);
    const [by, name, source] = [textOf(fields.get("by")), textOf(fields.get("name")), textOf(fields.get("source"))];
    if (by === "" || name === "") {
      this.problems.push(
        `line ${this.#lineOf(node)}: a claim of names lacks who says it or the name, and was left out`,
      );
      return [];
    }
    return [{ by, name, aliases: listOf(fields.get("aliases")).map(textOf), source }];
  }

  /** A text or a list of texts, `Name (kind, CC)`, or maps of name, kind, country, count. */
  #parties(node: unknown): readonly Party[] {
    return (isSeq(node) ? node.items : node === undefined ? [] : [node]).slice(0, limits.csvCellsMax).flatMap((one) => {
      const text = textOf(one);
      // `[China (state, CN)]`: a comma within the brackets of a list parts the name.
      if (text.split("(").length !== text.split(")").length) {
        this.problems.push(
          `line ${this.#lineOf(one)}: ${text.slice(0, 80)} has an open bracket; put each party on a line of its own`,
        );
      }
      const party = isMap(one) ? partyOfFields(this.fields(one)) : partyOfText(text);
      return party === null ? [] : [party];
    });
  }

  #quantity(node: unknown): readonly StatedQuantity[] {
    const fields = this.fields(node);
    const what = textOf(fields.get("what"));
    const words = textOf(fields.get("words"));
    if (what === "") return [];
    return [
      {
        what,
        min: numberOf(fields.get("min")),
        max: numberOf(fields.get("max")),
        quote: this.#quoteOf(node, words === "" ? what : words),
      },
    ];
  }

  #quoteOf(node: unknown, text: string): Quote {
    const [start = 0, end = start] = rangeOf(node);
    return { text, start, end, page: 0, line: this.#lineOf(node) };
  }

  #idOf(kind: AssertionKind, { start }: Quote): string {
    const digest = createHash("sha256").update(`${this.sha256} ${start} ${kind}`).digest("hex");
    return `a-${digest.slice(0, 12)}`;
  }

  #lineOf(node: unknown): number {
    return this.#lines.linePos(rangeOf(node)[0] ?? 0).line;
  }
}

function rangeOf(node: unknown): readonly number[] {
  const range = typeof node === "object" && node !== null ? Reflect.get(node, "range") : null;
  return Array.isArray(range) ? range.filter((one): one is number => typeof one === "number") : [];
}

function listOf(node: unknown): readonly unknown[] {
  if (isSeq(node)) return node.items;
  return node === undefined || textOf(node) === "" ? [] : [node];
}

/** As written: a date and a number stay what the author wrote. */
function textOf(node: unknown): string {
  if (!isScalar(node)) return "";
  const { value, source } = node;
  const text = typeof value === "string" ? value : (source ?? String(value ?? ""));
  return text.trim().slice(0, TEXT_CHARS);
}

function numberOf(node: unknown): number | null {
  const text = textOf(node);
  const value = Number(text);
  return text !== "" && Number.isFinite(value) ? value : null;
}

function partyOfFields(fields: Fields): Party | null {
  const name = textOf(fields.get("name"));
  return name === ""
    ? null
    : {
        kind: partyKind(textOf(fields.get("kind"))),
        name,
        words: textOf(fields.get("words")) || name,
        country: countryOf(textOf(fields.get("country"))),
        count: numberOf(fields.get("count")),
      };
}

/** `National Cyber Security Centre (agency, GB)`; both in the brackets may be missing. */
function partyOfText(text: string): Party | null {
  if (text === "") return null;
  const [, name = text, beside = ""] = /^(.*\S)\s*\(([^()]*)\)$/.exec(text) ?? [];
  const words = beside.split(",").map((one) => one.trim());
  const isOurs = beside !== "" && words.every((one) => isPartyKind(one) || countryOf(one) !== "");
  if (!isOurs) return { kind: "unknown", name: text, words: text, country: "", count: null };
  const kind = words.map(partyKind).find((one) => one !== "unknown") ?? "unknown";
  const country = words.map(countryOf).find((one) => one !== "") ?? "";
  return { kind, name, words: name, country, count: null };
}

function isPartyKind(word: string): boolean {
  return PARTY_KINDS.some((one) => one === word.toLowerCase());
}

function partyKind(word: string): PartyKind {
  return PARTY_KINDS.find((one) => one === word.toLowerCase()) ?? "unknown";
}

function countryOf(word: string): string {
  return /^[A-Z]{2}$/.test(word) ? word : "";
}

function confidenceOf(fields: Fields): StatedConfidence {
  const words = textOf(fields.get("confidence"));
  const scale = (["phia", "icd-203", "analytic-confidence"] as const).find(
    (one) => one === textOf(fields.get("scale")),
  );
  return { words, scale: scale ?? "", low: numberOf(fields.get("low")), high: numberOf(fields.get("high")) };
}

/** A year, a month, a day, or two of them with `..` between; half open. */
export function timeOf(words: string): StatedTime | null {
  if (words === "") return null;
  const [first = "", last = first] = words.split(/\s*\.\.\s*/);
  return { from: first === "" ? null : periodOf(first)[0], until: last === "" ? null : periodOf(last)[1], words };
}

/** First instant of it, and the first after it. */
function periodOf(text: string): readonly [EpochMs | null, EpochMs | null] {
  const [, year = "", month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text) ?? [];
  if (year === "") return [null, null];
  const y = Number(year);
  const m = Number(month ?? 1) - 1;
  const d = Number(day ?? 1);
  const start = Date.UTC(y, m, d);
  if (new Date(start).getUTCDate() !== d || new Date(start).getUTCMonth() !== m) return [null, null];
  const end = day !== undefined ? Date.UTC(y, m, d + 1) : month !== undefined ? Date.UTC(y, m + 1) : Date.UTC(y + 1, 0);
  return [epochMs(start), epochMs(end)];
}

function dayOf(text: string): EpochMs | null {
  return periodOf(text)[0];
}

function tlpOf(text: string): string {
  const [, level] = /^(?:TLP:)?(RED|AMBER(?:\+STRICT)?|GREEN|CLEAR|WHITE)$/i.exec(text) ?? [];
  return level === undefined ? "" : `TLP:${level.toUpperCase()}`;
}

function distinct(parties: readonly Party[]): readonly Party[] {
  return [...new Map(parties.map((one) => [`${one.kind} ${one.name}`, one])).values()];
}

function sentence(message: string): string {
  return (message.split("\n")[0] ?? "").slice(0, 200).replace(/ at line \d+.*$/, "");
}

/** More levels than such a file has: by brackets, by dashes on one line, by indentation. The YAML library recurses. */
function isTooDeep(text: string): boolean {
  const most = limits.rosterDepthMax;
  let depth = 0;
  for (const [sign] of text.matchAll(/[[\]{}]/g)) {
    depth = sign === "[" || sign === "{" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > most) return true;
  }
  return new RegExp(`^[ \\t]*(?:[-?][ \\t]+){${most}}|^ {${most * 8}}`, "m").test(text);
}

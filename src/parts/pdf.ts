/**
 * What a PDF makes its reader contact (RL-73; ISO 32000-1 12.6): links, and actions that run by themselves or by a click, which open
 * addresses, other files, programs, or send forms.
 *
 * The file is scanned, not parsed: bodies are damaged on purpose, and an action counts wherever it stands. Object streams are
 * unpacked, since the actions of newer files stand there. Nothing is run. Pure, total, linear in what the message's budget lets out.
 * Encrypted files hold no readable strings: the budget says so.
 */
import { inflateSync } from "node:zlib";
import { addressesInText, isNamespace, pointsAway } from "./addresses.ts";
import { utf8Of } from "./content-lines.ts";
import { append, type PartBudget, type PartReading, type PartReference } from "./reference.ts";
import { unpacked } from "./zip.ts";

const HEAD_BYTES = 1_024;
const MARK = Buffer.from("%PDF-");

/** Readers look for the mark in the first 1,024 bytes (annex H, note 13). */
export function isPdf(bytes: Buffer): boolean {
  return bytes.subarray(0, HEAD_BYTES).includes(MARK);
}

export function readPdf(bytes: Buffer, budget: PartBudget): PartReading {
  const raw = bytes.toString("latin1");
  const streams = streamsOf(raw);
  const outside = textOutside(raw, streams);
  const texts = [outside, ...objectStreams(bytes, streams, budget)].map(withoutNameEscapes);
  const isEncrypted = texts.some((text) => /\/Encrypt[\s<\d]/.test(text));
  if (isEncrypted) budget.codes.add("part.encrypted");
  // What runs by itself names its action near by or by a number; a file without either has links only.
  const isEager = texts.some((text) => /\/(?:OpenAction|AA)\b/.test(text));
  const references = texts.flatMap((text, place) =>
    actionsOf(text, isEager, place === 0 && text.length === bytes.length),
  );
  const programs = texts.some((text) => /\/(?:JS|JavaScript|XFA)\b/.test(text))
    ? programStreams(bytes, streams, budget)
    : [];
  append(references, programs);
  return { references: distinct(references), files: [] };
}

/** `[start, end)` of its data in the file. */
export interface PdfStream {
  readonly dictionary: string;
  readonly start: number;
  readonly end: number;
}

const DICTIONARY_CHARS = 1_024;
const STREAM = /stream(?:\r\n|\n|\r)/g;

export function streamsOf(raw: string): readonly PdfStream[] {
  const found: PdfStream[] = [];
  STREAM.lastIndex = 0;
  for (let match = STREAM.exec(raw); match !== null; match = STREAM.exec(raw)) {
    if (raw.startsWith("end", match.index - 3)) continue;
    const start = match.index + match[0].length;
    const stop = raw.indexOf("endstream", start);
    const end = stop < 0 ? raw.length : stop;
    const before = raw.slice(Math.max(0, match.index - DICTIONARY_CHARS), match.index);
    found.push({ dictionary: withoutNameEscapes(before.slice(before.lastIndexOf(" obj") + 1)), start, end });
    STREAM.lastIndex = end;
    if (stop < 0) break;
  }
  return found;
}

/** The file with spaces for the streams, so that places stay. */
export function textOutside(raw: string, streams: readonly PdfStream[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of streams) {
    pieces.push(raw.slice(at, start), " ".repeat(end - start));
    at = end;
  }
  pieces.push(raw.slice(at));
  return pieces.join("");
}

function objectStreams(bytes: Buffer, streams: readonly PdfStream[], budget: PartBudget): readonly string[] {
  return streams
    .filter(({ dictionary }) => /\/ObjStm\b/.test(dictionary))
    .flatMap((stream) => contentOf(bytes, stream, budget)?.toString("latin1") ?? []);
}

/** Null where it is packed in a way that is not undone. */
function contentOf(bytes: Buffer, { dictionary, start, end }: PdfStream, budget: PartBudget): Buffer | null {
  const data = bytes.subarray(start, end);
  if (/\/(?:FlateDecode|Fl)\b/.test(dictionary)) return unpacked(data, inflateLeniently, budget);
  if (/\/Filter\b/.test(dictionary)) {
    budget.codes.add("part.compression");
    return null;
  }
  return budget.takeBytes(data.length) ? data : null;
}

/** A line end may follow the data, and the end may be missing. */
export function inflateLeniently(data: Buffer, { maxOutputLength }: { readonly maxOutputLength: number }): Buffer {
  return inflateSync(data, { maxOutputLength, finishFlush: 2 });
}

/** Names may spell letters as `#xx` (7.3.5): `/U#52I`. */
export function withoutNameEscapes(text: string): string {
  if (!text.includes("#")) return text;
  return text.replace(/\/[\w#.+-]{0,127}/g, (name) =>
    name.includes("#")
      ? name.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      : name,
  );
}

/** Keys that hold an address or a file, and what they are in. */
const STRING_KEY = /\/(URI|F|UF|URL|Unix|Mac|DOS|Base|JS)\s{0,20}([(<])/g;
const NEAR_CHARS = 400;

function actionsOf(text: string, isEager: boolean, isPlaced: boolean): readonly PartReference[] {
  const found: PartReference[] = [];
  STRING_KEY.lastIndex = 0;
  for (let match = STRING_KEY.exec(text); match !== null; match = STRING_KEY.exec(text)) {
    const [whole, key = "", open = ""] = match;
    const from = match.index + whole.length;
    if (open === "<" && text[from] === "<") continue;
    const string = open === "(" ? literalString(text, from) : hexString(text, from);
    STRING_KEY.lastIndex = Math.max(string.end, from);
    if (key !== "JS" && !pointsAway(string.value.slice(0, 64).replaceAll("\0", ""))) continue;
    const near = key === "JS" ? "" : aroundAction(text, match.index, string.end);
    const place = isPlaced ? { start: match.index, end: string.end } : {};
    for (const reference of ofString(key, string.value, { near, isEager })) found.push({ ...reference, ...place });
  }
  return found;
}

/** What stands around in the dictionaries that enclose `[start, end)`, as far as `NEAR_CHARS` reach. */
function aroundAction(text: string, start: number, end: number): string {
  const from = Math.max(0, start - NEAR_CHARS);
  let first = start;
  let depth = 0;
  let outermost = 0;
  for (let at = start - 2; at >= from; at -= 1) {
    const code = text.charCodeAt(at);
    if ((code !== LESS && code !== MORE) || text.charCodeAt(at + 1) !== code) continue;
    depth += code === LESS ? -1 : 1;
    if (depth < outermost) {
      outermost = depth;
      first = at;
    }
    at -= 1;
  }
  let last = end;
  for (const until = Math.min(text.length, end + NEAR_CHARS); outermost < 0 && last < until; last += 1) {
    const code = text.charCodeAt(last);
    if ((code !== LESS && code !== MORE) || text.charCodeAt(last + 1) !== code) continue;
    outermost += code === LESS ? -1 : 1;
    last += 1;
  }
  return text.slice(first, start) + text.slice(end, last);
}

const LESS = 0x3c;
const MORE = 0x3e;

interface ActionContext {
  readonly near: string;
  readonly isEager: boolean;
}

function ofString(key: string, value: string, { near, isEager }: ActionContext): readonly PartReference[] {
  if (key === "JS") {
    return addressesInText(value)
      .filter(({ url }) => !isNamespace(url))
      .map(({ url }) => ({ vector: "RL-73", url, by: "a program in a PDF", fires: "attachment" }));
  }
  const url = value.replaceAll("\0", "").trim();
  if (!pointsAway(url) && !/^\/\//.test(url)) return [];
  const action = /\/(Launch|GoToR|GoToE|SubmitForm|ImportData|Thread|Movie|Rendition)\b/.exec(near)?.[1] ?? "";
  const isLink = key === "URI" && action === "";
  const isAnnotation = /\/(?:Annot|Link)\b/.test(near) && !/\/AA\b/.test(near);
  const by = ACTIONS.get(action) ?? (isLink ? "a link of a PDF" : "a file that a PDF refers to");
  return [{ vector: "RL-73", url, by, fires: isEager && !isAnnotation ? "attachment" : "click" }];
}

const ACTIONS: ReadonlyMap<string, string> = new Map([
  ["Launch", "a program or file that a PDF starts"],
  ["GoToR", "another file that a PDF goes to"],
  ["GoToE", "another file that a PDF goes to"],
  ["SubmitForm", "where a PDF sends its form"],
  ["ImportData", "where a PDF takes data from"],
  ["Thread", "another file that a PDF goes to"],
  ["Movie", "a film of a PDF"],
  ["Rendition", "a film of a PDF"],
]);

export interface PdfString {
  readonly value: string;
  /** Behind the string. */
  readonly end: number;
}

const STRING_CHARS_MAX = 64 * 1024;

/** 7.3.4.2: brackets in pairs, backslashes before what is meant otherwise. `from`: behind the opening bracket. */
export function literalString(text: string, from: number, toText = decoded): PdfString {
  const pieces: string[] = [];
  let depth = 1;
  let at = from;
  for (; at < text.length && at - from < STRING_CHARS_MAX; at += 1) {
    const char = text[at] ?? "";
    if (char === "\\") {
      const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0];
      const next = text[at + 1] ?? "";
      if (octal !== undefined) pieces.push(String.fromCharCode(Number.parseInt(octal, 8) & 0xff));
      else if (next !== "\n" && next !== "\r") pieces.push(LETTERS.get(next) ?? next);
      at += octal?.length ?? 1;
      continue;
    }
    if (char === "(") depth += 1;
    if (char === ")" && --depth === 0) break;
    pieces.push(char);
  }
  return { value: toText(pieces.join("")), end: Math.min(text.length, at + 1) };
}

const LETTERS: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["b", "\b"],
  ["f", "\f"],
]);

export function hexString(text: string, from: number): PdfString {
  HEX_STRING.lastIndex = from;
  const digits = HEX_STRING.exec(text)?.[1];
  if (digits === undefined) return { value: "", end: from };
  const bytes = Buffer.from(digits.replace(/\s+/g, ""), "hex");
  return { value: decoded(bytes.toString("latin1")), end: from + digits.length + 1 };
}

/** 7.3.4.3 */
const HEX_STRING = /([0-9a-f\s]{0,131072})>/iy;

/** Text strings may be in UTF-16 behind its mark (7.9.2.2). */
function decoded(value: string): string {
  if (!value.startsWith("\xfe\xff")) return utf8Of(value);
  const bytes = Buffer.from(value.slice(2), "latin1");
  return bytes
    .subarray(0, bytes.length & ~1)
    .swap16()
    .toString("utf16le");
}

/** Streams of JavaScript and forms (XFA) name nothing in their dictionaries: all that are neither pictures, fonts nor tables are looked at. */
const OTHER_STREAM =
  /\/(?:Image|ObjStm|XRef|FontFile\d?|Length1|Type1C|CIDFontType0C|OpenType|DCTDecode|JPXDecode|Form|Pattern|Metadata|ICCBased)\b/;
const PROGRAM = /\b(?:launchURL|getURL|submitForm|SOAP\.|Net\.HTTP|XMLHttp|app\.)|<(?:xdp:xdp|template|xfa)\b/i;

function programStreams(bytes: Buffer, streams: readonly PdfStream[], budget: PartBudget): readonly PartReference[] {
  const found: PartReference[] = [];
  for (const stream of streams) {
    if (OTHER_STREAM.test(stream.dictionary)) continue;
    const text = contentOf(bytes, stream, budget)?.toString("latin1") ?? "";
    if (!PROGRAM.test(text)) continue;
    for (const { url } of addressesInText(text)) {
      if (isNamespace(url) || /^https?:\/\/(?:www\.)?xfa\.(?:org|com)\//i.test(url)) continue;
      found.push({ vector: "RL-73", url: utf8Of(url), by: "a program or form in a PDF", fires: "attachment" });
    }
  }
  return found;
}

function distinct(references: readonly PartReference[]): readonly PartReference[] {
  const known = new Map<string, PartReference>();
  for (const reference of references) {
    const key = `${reference.fires} ${reference.by} ${reference.url}`;
    if (!known.has(key)) known.set(key, reference);
  }
  return [...known.values()];
}

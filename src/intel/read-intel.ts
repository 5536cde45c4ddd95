/**
 * A file of intelligence → its indicators, by what the file is, not by its name: STIX 2.0 and 2.1 (bundle, list, one object a line), MISP events,
 * OpenIOC and STIX 1 as XML, comma-separated values, a plain list or a text. Total; the error is a sentence for the user. What is
 * broken in the middle is read as far as it can be, and told.
 */
import { createHash } from "node:crypto";
import { decodeText } from "../base/decode-text.ts";
import { limits } from "../base/limits.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { IntelFile, IntelFormat } from "../case/indicator.ts";
import { trafficLightOfData } from "../documents/traffic-light.ts";
import { Collector } from "./collector.ts";
import { isJson, itemsOf, type Json, type JsonFault, parseJson, textIn } from "./formats/json.ts";
import { isOpenIoc, readOpenIoc } from "./formats/open-ioc.ts";
import { isStix1, readStix1 } from "./formats/stix-1.ts";
import { textBlocks } from "./formats/text-blocks.ts";
import { parseXml } from "./formats/xml.ts";
import { mispEvents } from "./misp/event.ts";
import { FEED_HASHES_TOLD, isFeedHashes } from "./misp/feed.ts";
import { mayBeMisp, salvageMisp } from "./misp/salvage.ts";
import { type CsvMapping, isHeading, readCsv, readRecords } from "./read-csv.ts";
import { readMisp } from "./read-misp.ts";
import { readStix } from "./read-stix.ts";
import { readText } from "./read-text.ts";
import { isWarningList } from "./read-warning-list.ts";
import { lightOfObjects, strictestLight } from "./stix/traffic-lights.ts";

export interface ReadOptions {
  /** What the columns of a table are; guessed by their headings when absent. Given, the file is read as a table. */
  readonly columns?: CsvMapping;
}

/** `path`: as it is told; its last part is the title where the document gives none. */
export function readIntel(bytes: Uint8Array, path: string, options: ReadOptions = {}): Result<IntelFile, string> {
  if (bytes.length > limits.intelFileBytesMax) {
    return err(`is larger than ${limits.intelFileBytesMax / 1024 / 1024} MiB; give it in parts`);
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const collector = new Collector(sha256);
  const read = isLargeJson(bytes) ? readLarge(bytes, collector) : readDecoded(bytes, collector, options);
  if (!read.ok) return read;
  const { format, title } = read.value;
  const { indicators, unusable, unusableCount } = collector;
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  const tlp = strictestLight([read.value.tlp, trafficLightOfData(name)]);
  return ok({ path, sha256, format, title: title === "" ? name : title, tlp, indicators, unusable, unusableCount });
}

function readDecoded(bytes: Uint8Array, collector: Collector, options: ReadOptions): Result<Read, string> {
  const [first] = textBlocks(bytes);
  const start = first?.text ?? "";
  if (isBinary(start)) return err("is neither text nor JSON; export it as STIX, MISP JSON, CSV or plain text");
  return readAs(start, bytes, collector, options);
}

/** By its first sign, as UTF-8; what it is then is seen by its parts. */
function isLargeJson(bytes: Uint8Array): boolean {
  if (bytes.length <= limits.jsonWholeBytesMax) return false;
  const start = new TextDecoder("utf-8").decode(bytes.subarray(0, 1_000)).trimStart();
  return (start.startsWith("{") && !/\}\s*\n/.test(start)) || /^\[\s*\{/.test(start);
}

function readLarge(bytes: Uint8Array, collector: Collector): Result<Read, string> {
  const read = readSalvaged(bytes, collector) ?? readItems(bytes, collector);
  return read ?? err("is JSON that is too large to be read at once, and neither STIX nor MISP; give it in parts");
}

interface Read {
  readonly format: IntelFormat;
  readonly title: string;
  readonly tlp: string;
}

/** `head`: how the file begins; what is no table and no list becomes a text as a whole. */
function readAs(head: string, bytes: Uint8Array, collector: Collector, { columns }: ReadOptions): Result<Read, string> {
  if (columns !== undefined) return readTable(head, bytes, collector, columns);
  const start = head.slice(0, 1_000).trimStart();
  if (start.startsWith("{") || /^\[\s*[{\]]/.test(start)) return readJson(decodeText(bytes).text, collector);
  if (
    /^<(?:\?xml|!--|!DOCTYPE|(?:\w+:)?(?:STIX_Package|ioc|OpenIOC|Observables)\b)/i.test(start) &&
    !/<html\b/i.test(start)
  )
    return readXml(decodeText(bytes).text, collector);
  if (isFeedHashes(start)) return err(FEED_HASHES_TOLD);
  const lines = start.split("\n", 40).filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const isTable = ([",", ";", "\t"] as const).some((sign) => {
    const counts = lines.map((line) => line.split(sign).length);
    return (counts[0] ?? 1) > 1 && counts.filter((count) => count === counts[0]).length >= counts.length * 0.8;
  });
  if (isTable || isHeading(lines[0] ?? "")) return readTable(head, bytes, collector);
  readText(() => textBlocks(bytes), collector);
  return ok({ format: "text", title: "", tlp: trafficLightOfData(head) });
}

function readTable(head: string, bytes: Uint8Array, collector: Collector, columns?: CsvMapping): Result<Read, string> {
  const failed = readCsv(textBlocks(bytes), collector, columns);
  return failed === null ? ok({ format: "csv", title: "", tlp: trafficLightOfData(head) }) : err(failed);
}

function readXml(text: string, collector: Collector): Result<Read, string> {
  const parsed = parseXml(text);
  if (!parsed.ok) return parsed;
  const { root, problems } = parsed.value;
  const isIoc = isOpenIoc(root);
  if (!isIoc && !isStix1(root))
    return err(`is XML, but neither OpenIOC nor STIX 1: its first element is ${root.name.slice(0, 40)}`);
  const [first] = problems;
  if (first !== undefined)
    collector.reject("", "the file", `it is not well formed and was read on past that: ${first.slice(0, 160)}`);
  if (isIoc) return ok({ format: "openioc", title: readOpenIoc(root, collector), tlp: trafficLightOfData(text) });
  return ok({ format: "stix-1", ...readStix1(root, collector) });
}

function readJson(text: string, collector: Collector): Result<Read, string> {
  const parsed = parseJson(text);
  return parsed.ok ? readValue(parsed.value, text, collector) : readBroken(text, parsed.error, collector);
}

function readValue(value: unknown, text: string, collector: Collector): Result<Read, string> {
  const known = otherKind(value);
  if (known !== null) return err(known);
  const list: readonly unknown[] = isJson(value) && Array.isArray(value["objects"]) ? value["objects"] : [value].flat();
  const objects = list.flatMap((one) => (isJson(one) && Array.isArray(one["objects"]) ? one["objects"] : [one]));
  const isStix = objects.some((one) => isJson(one) && (one["type"] === "indicator" || namesItself(one)));
  if (isStix || (isJson(value) && value["type"] === "bundle")) return ok(takeStix(() => objects, collector));
  const events = mispEvents(value);
  if (events === null && readRecords(list, collector))
    return ok({ format: "csv", title: "", tlp: trafficLightOfData(text) });
  if (events === null)
    return err("is JSON, but neither a STIX bundle nor a MISP event nor a list of records with a known column");
  for (const event of events) readMisp(event, collector);
  const tlp = strictestLight(events.map((event) => event.tlp)) || trafficLightOfData(text);
  return ok({ format: "misp", title: events[0]?.info ?? "", tlp });
}

/** Other JSON has types too; only objects of STIX name theirs in their ids. */
function namesItself({ type, id }: Json): boolean {
  return typeof type === "string" && type !== "" && textIn(id).startsWith(`${type}--`);
}

/** What is of MISP or STIX and holds no indicators, as a sentence; null for others. */
function otherKind(value: unknown): string | null {
  if (isWarningList(value))
    return "is a warning list of MISP: it names what is called malicious by mistake, and is no list of indicators";
  if (!isJson(value)) return null;
  if (Array.isArray(value["values"]) && typeof value["authors"] === "object")
    return "is a galaxy of MISP: it names groups and the like, and holds no indicators";
  const [first] = Object.entries(value);
  const isManifest =
    first !== undefined && /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(first[0]) && isJson(first[1]) && "info" in first[1];
  return isManifest ? "is the manifest of a MISP feed: give the feed's folder" : null;
}

function takeStix(objects: () => Iterable<unknown>, collector: Collector): Read {
  let place = 0;
  let title = "";
  const tlp = lightOfObjects(maps());
  readStix(maps, collector);
  return { format: "stix", title, tlp };

  function* maps(): Iterable<Json> {
    const isFirst = place === 0;
    for (const one of objects()) {
      place += 1;
      if (!isJson(one)) {
        if (isFirst) collector.reject("", `object ${place}`, "it is no map");
        continue;
      }
      if (title === "" && (one["type"] === "report" || one["type"] === "grouping")) title = textIn(one["name"]);
      yield one;
    }
  }
}

/** A text that breaks somewhere: one object a line, or a bundle that was cut off. */
function readBroken(text: string, fault: JsonFault, collector: Collector): Result<Read, string> {
  const line = text.slice(0, text.indexOf("\n") + 1).trim();
  if (line.startsWith("{") && line.endsWith("}") && parseJson(line).ok) {
    tellBrokenLines(text, collector);
    return readLines(text, collector);
  }
  const bytes = new TextEncoder().encode(text);
  const read = readSalvaged(bytes, collector) ?? readItems(bytes, collector);
  if (read === null) return err(fault.why);
  collector.reject("", "the file", `it ${fault.why}; what stands before that was read`);
  return read;
}

/** Events of MISP as far as they can be read; null when there are none. */
function readSalvaged(bytes: Uint8Array, collector: Collector): Result<Read, string> | null {
  if (!mayBeMisp(bytes)) return null;
  const { events, broken, isCut } = salvageMisp(bytes);
  if (events.length === 0) return null;
  for (const event of events) readMisp(event, collector);
  if (broken > 0) collector.reject("", "the file", `${broken} of its attributes, tags or galaxies cannot be read`);
  if (isCut)
    collector.reject("", "the file", `it has more than ${limits.indicatorsMax} attributes; the others were left`);
  return ok({ format: "misp", title: events[0]?.info ?? "", tlp: strictestLight(events.map((event) => event.tlp)) });
}

/** Objects of STIX, or records of one table. */
function readLines(text: string, collector: Collector): Result<Read, string> {
  let isStix = false;
  for (const one of linesOf(text)) {
    isStix = isJson(one) && (one["type"] === "indicator" || namesItself(one));
    if (isStix) break;
  }
  if (isStix) return ok(takeStix(() => linesOf(text), collector));
  if (readRecords([...linesOf(text)], collector)) return ok({ format: "csv", title: "", tlp: "" });
  return err("has JSON on each line, but neither STIX objects nor records with a known column");
}

/** The objects of a bundle one at a time; null when there is no list of them. */
function readItems(bytes: Uint8Array, collector: Collector): Result<Read, string> | null {
  const [first] = itemsOf(bytes, "objects");
  return first === undefined ? null : ok(takeStix(() => parsedItems(bytes), collector));
}

function* parsedItems(bytes: Uint8Array): Iterable<unknown> {
  for (const text of itemsOf(bytes, "objects")) {
    const parsed = parseJson(text);
    yield parsed.ok ? parsed.value : null;
  }
}

function* linesOf(text: string): Iterable<unknown> {
  for (const { line } of numberedLines(text)) {
    const parsed = parseJson(line);
    if (parsed.ok) yield parsed.value;
  }
}

function tellBrokenLines(text: string, collector: Collector): void {
  for (const { line, number } of numberedLines(text)) {
    const parsed = parseJson(line);
    if (!parsed.ok) collector.reject(line, `line ${number}`, `it ${parsed.error.why.replace(/ in line 1,/, " in")}`);
  }
}

function* numberedLines(text: string): Iterable<{ readonly line: string; readonly number: number }> {
  for (let at = 0, number = 1; at < text.length; number += 1) {
    const next = text.indexOf("\n", at);
    const end = next < 0 ? text.length : next;
    const line = text.slice(at, end).trim();
    if (line !== "") yield { line, number };
    at = end + 1;
  }
}

function isBinary(text: string): boolean {
  return text.slice(0, 4_096).includes("\0");
}

/**
 * A file of intelligence → its indicators, by what the file is, not by its name: STIX 2.0 and 2.1 (bundle, list, one object a line), a
 * MISP event, comma-separated values, a plain list or a text. Total; the error is a sentence for the user.
 */
import { createHash } from "node:crypto";
import { decodeText } from "../base/decode-text.ts";
import { limits } from "../base/limits.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { IntelFile, IntelFormat } from "../case/indicator.ts";
import { Collector } from "./collector.ts";
import { isHeading, readCsv } from "./read-csv.ts";
import { readMisp } from "./read-misp.ts";
import { readStix } from "./read-stix.ts";
import { readText } from "./read-text.ts";
import { lightOfObjects } from "./stix/traffic-lights.ts";

type Json = Readonly<Record<string, unknown>>;

/** `path`: as it is told; its last part is the title where the document gives none. */
export function readIntel(bytes: Uint8Array, path: string): Result<IntelFile, string> {
  if (bytes.length > limits.intelFileBytesMax) {
    return err(`is larger than ${limits.intelFileBytesMax / 1024 / 1024} MiB; give it in parts`);
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const collector = new Collector(sha256);
  const { text } = decodeText(bytes);
  if (isBinary(text)) return err("is neither text nor JSON; export it as STIX, MISP JSON, CSV or plain text");
  const read = readAs(text, collector);
  if (!read.ok) return read;
  const { format, title, tlp } = read.value;
  const { indicators, unusable, unusableCount } = collector;
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  return ok({ path, sha256, format, title: title === "" ? name : title, tlp, indicators, unusable, unusableCount });
}

interface Read {
  readonly format: IntelFormat;
  readonly title: string;
  readonly tlp: string;
}

function readAs(text: string, collector: Collector): Result<Read, string> {
  const start = text.trimStart();
  if (start.startsWith("{") || start.startsWith("[{") || /^\[\s*\{/.test(start)) return readJson(start, collector);
  const lines = start.split("\n", 40).filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const isTable = ([",", ";", "\t"] as const).some((sign) => {
    const counts = lines.map((line) => line.split(sign).length);
    return (counts[0] ?? 1) > 1 && counts.filter((count) => count === counts[0]).length >= counts.length * 0.8;
  });
  const asTable = isTable || isHeading(lines[0] ?? "");
  if (asTable) readCsv(text, collector);
  else readText(text, collector);
  return ok({ format: asTable ? "csv" : "text", title: "", tlp: tlpIn(text) });
}

function readJson(text: string, collector: Collector): Result<Read, string> {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const [first] = parsed.value;
  const event = first === undefined ? undefined : (first["Event"] ?? first["response"]);
  if (typeof event === "object" && event !== null && parsed.value.length === 1) {
    const events = Array.isArray(event)
      ? event.flatMap((one: unknown) => (isJson(one) ? [one["Event"] ?? one] : []))
      : [event];
    for (const one of events) if (isJson(one)) readMisp(one, collector);
    const info = isJson(events[0]) ? events[0]["info"] : undefined;
    return ok({ format: "misp", title: typeof info === "string" ? info : "", tlp: tlpIn(text.slice(0, 100_000)) });
  }
  const objects = parsed.value.flatMap((one) =>
    Array.isArray(one["objects"]) ? one["objects"].filter(isJson) : [one],
  );
  if (!objects.some((one) => typeof one["type"] === "string")) {
    return err("is JSON, but neither a STIX bundle nor a MISP event");
  }
  readStix(objects, collector);
  const report = objects.find((one) => one["type"] === "report" || one["type"] === "grouping");
  const title = report?.["name"];
  return ok({ format: "stix", title: typeof title === "string" ? title : "", tlp: lightOfObjects(objects) });
}

/** One value, or one a line. */
function parseJson(text: string): Result<readonly Json[], string> {
  try {
    const value: unknown = JSON.parse(text);
    return ok((Array.isArray(value) ? value : [value]).filter(isJson));
  } catch (whole) {
    const objects: Json[] = [];
    for (const line of text.split("\n")) {
      if (line.trim() === "") continue;
      try {
        const value: unknown = JSON.parse(line);
        if (isJson(value)) objects.push(value);
      } catch {
        return err(`is broken JSON: ${whole instanceof Error ? whole.message.slice(0, 120) : "it ends too early"}`);
      }
    }
    return ok(objects);
  }
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function tlpIn(text: string): string {
  return (
    /\bTLP\s?:\s?(?:RED|AMBER(?:\+STRICT)?|GREEN|CLEAR|WHITE)/i.exec(text)?.[0].toUpperCase().replace(/\s/g, "") ?? ""
  );
}

function isBinary(text: string): boolean {
  return text.slice(0, 4_096).includes("\0");
}

/**
 * The property list behind the message of an `.emlx`: an XML dictionary in which Apple Mail keeps its own marks. Read for
 * two things only, total on any text. The bits are Apple's, as published by Jamie Zawinski (2005).
 */
import { limits } from "../../base/limits.ts";
import { markOf } from "../../case/marks.ts";
import type { MarkRecord } from "../../case/record.ts";

const FLAG_BITS: readonly (readonly [bit: number, flag: string])[] = [
  [0, "\\Seen"],
  [1, "\\Deleted"],
  [2, "\\Answered"],
  [4, "\\Flagged"],
  [6, "\\Draft"],
  [8, "$Forwarded"],
];

/** Arrays of labels that are looked at; Apple Mail writes one. */
const LABEL_LISTS_MAX = 4;

const START = /^\s*<(?:\?xml\s|!DOCTYPE plist|plist[\s>])/;
const END = "</plist>";

/** True for the text of one property list and nothing behind it. */
export function isPropertyList(text: string): boolean {
  const end = text.indexOf(END);
  return end >= 0 && START.test(text.slice(0, 64)) && text.slice(end + END.length).trim() === "";
}

/** Where the property list at the end of the bytes begins; null when there is none, or a longer one than is read. */
export function propertyListStart(bytes: Buffer): number | null {
  const from = Math.max(0, bytes.length - limits.emlxListBytesMax);
  for (const start of ["<?xml ", "<!DOCTYPE plist", "<plist"]) {
    const at = bytes.lastIndexOf(start, bytes.length, "latin1");
    if (at >= 0 && isPropertyList(bytes.toString("latin1", at))) return at >= from ? at : null;
  }
  return null;
}

/** True for bytes at whose end such a list ends, whatever its length. */
export function endsWithList(bytes: Buffer): boolean {
  return bytes
    .toString("latin1", Math.max(0, bytes.length - 1024))
    .trimEnd()
    .endsWith(END);
}

/** Flags and labels, at most one more than `limits.labelsMax`; null when the list says nothing of flags. */
export function appleMark(text: string): MarkRecord | null {
  const flags = /<key>flags<\/key>\s*<integer>([0-9]{1,20})<\/integer>/.exec(text)?.[1];
  if (flags === undefined) return null;
  const bits = Number(BigInt(flags) & 0xffffn);
  const names = FLAG_BITS.filter(([bit]) => (bits & (1 << bit)) !== 0).map(([, name]) => name);
  return markOf("emlx", names, labelsIn(text));
}

/** Strings of arrays under keys such as `gmail-labels`. */
function labelsIn(text: string): readonly string[] {
  const labels = new Set<string>();
  const key = /<key>[a-z-]{0,32}labels<\/key>\s*<array>/g;
  for (let lists = 0; lists < LABEL_LISTS_MAX && key.exec(text) !== null; lists += 1) {
    const end = text.indexOf("</array>", key.lastIndex);
    const array = text.slice(key.lastIndex, end < 0 ? key.lastIndex : end);
    for (const [, label = ""] of array.matchAll(/<string>([^<]*)<\/string>/g)) {
      if (labels.size > limits.labelsMax) break;
      const shown = unescaped(label).trim().slice(0, limits.labelCharsMax);
      if (shown !== "") labels.add(shown);
    }
  }
  return [...labels];
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => ENTITIES.get(name) ?? whole);
}

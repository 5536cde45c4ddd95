/**
 * Addresses outside an RTF document that showing it asks for, or that it offers to follow (threat-facts RL-68; HM-162): pictures
 * and documents that fields take in, links to other programs' data, the template, linked objects, links.
 *
 * Pure, total, linear. Fields by ECMA-376 part 1, 17.16.5; objects by MS-OLEDS 2.2.6 (linked object) and MS-OSHARED 2.3.7.6 (URL
 * moniker), in which addresses are looked for and not parsed: they stand there as text of one or two bytes a character.
 */
import { limits } from "../../base/limits.ts";
import type { RtfOutward } from "./rtf-body.ts";

export interface RtfReference {
  /** As written, backslashes of field instructions undone. */
  readonly url: string;
  /** What asks for it, in words. */
  readonly by: string;
  /** `open`: asked for when the document is shown or its fields are brought up to date · `click`: a link. */
  readonly fires: "open" | "click";
}

const FIELDS: ReadonlyMap<string, Omit<RtfReference, "url">> = new Map([
  ["INCLUDEPICTURE", { by: "a picture that a field takes in", fires: "open" }],
  ["IMPORT", { by: "a picture that a field takes in", fires: "open" }],
  ["INCLUDETEXT", { by: "a document that a field takes in", fires: "open" }],
  ["INCLUDE", { by: "a document that a field takes in", fires: "open" }],
  ["LINK", { by: "data that a field links", fires: "open" }],
  ["RD", { by: "a document that a field refers to", fires: "open" }],
  ["HYPERLINK", { by: "a link", fires: "click" }],
]);

/** Each address once for what asks for it, in order; at most one more than `limits.rtfOutwardMax`, so that who keeps no more sees that there are. */
export function rtfReferences(outward: readonly RtfOutward[]): readonly RtfReference[] {
  const found: RtfReference[] = [];
  const known = new Set<string>();
  for (const one of outward) {
    for (const reference of referencesOf(one)) {
      const key = `${reference.by} ${reference.url}`;
      if (reference.url === "" || known.has(key)) continue;
      if (found.length > limits.rtfOutwardMax) return found;
      known.add(key);
      found.push(reference);
    }
  }
  return found;
}

function referencesOf({ kind, text }: RtfOutward): readonly RtfReference[] {
  switch (kind) {
    case "field":
      return fieldReferences(text);
    case "template":
      return [{ url: cut(text), by: "the document's template", fires: "open" }];
    case "picture":
      return [{ url: cut(text), by: "a picture that a shape links", fires: "open" }];
    case "object":
      return addressesIn(text).map((url) => ({ url, by: "an object that is linked", fires: "open" }));
  }
}

/** A name, then arguments (bare, or in quotes), and switches, which begin with a backslash. */
function fieldReferences(text: string): readonly RtfReference[] {
  const [, name = "", rest = ""] = /^\s*([a-z]+)\s+([\s\S]*)$/i.exec(text) ?? [];
  const field = FIELDS.get(name.toUpperCase());
  if (field === undefined) return [];
  // Typographic quotes stand for plain ones.
  const words = [...rest.matchAll(ARGUMENT)];
  const args = words.map(([, quoted, bare]) => withoutEscapes(quoted ?? bare ?? "")).filter((word) => word !== "");
  // Of a LINK the first is what program's data it is. Text may hold an address at any place, so all that look like one count.
  const addresses = args.filter(pointsAway);
  return addresses.map((url) => ({ url: cut(url), ...field }));
}

const ARGUMENT = /["“”]([^"“”]*)["“”]|(?!\\[a-z@*#!](?:\s|$))([^\s"“”]+)/gi;

/** In a field a backslash is written twice; some writers forget. */
function withoutEscapes(word: string): string {
  const isShare = word.startsWith("\\\\");
  const plain = word.replace(/\\\\/g, "\\").replace(/\\"/g, '"');
  return isShare && !plain.startsWith("\\\\") ? `\\${plain}` : plain;
}

function pointsAway(word: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]{1,30}:|\\\\|\/\/)/i.test(word);
}

/** Text in the bytes that hexadecimal digits stand for; what is no digit says nothing. */
function addressesIn(digits: string): readonly string[] {
  const bytes = Buffer.from(digits.replace(/[^0-9a-f]+/gi, ""), "hex").toString("latin1");
  const narrow = [...bytes.matchAll(NARROW)].map(([address]) => address);
  const wide = [...bytes.matchAll(WIDE)].map(([address]) => address.replaceAll("\0", ""));
  return [...new Set([...narrow, ...wide])].map(cut);
}

const NARROW = /(?:(?:https?|ftp|file|smb|mhtml|script|ms-[a-z]{1,20}):|\\\\[\w.-])[\x21-\x7e]{3,2048}/gi;
const WIDE =
  /(?:(?:h\0t\0t\0p\0(?:s\0)?|f\0t\0p\0|f\0i\0l\0e\0|s\0m\0b\0|m\0h\0t\0m\0l\0|s\0c\0r\0i\0p\0t\0):\0|\\\0\\\0[\w.-]\0)(?:[\x21-\x7e]\0){3,2048}/gi;

function cut(url: string): string {
  return url.slice(0, limits.urlCharsMax);
}

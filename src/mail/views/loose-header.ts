/**
 * What a header block says about its body to any client: every transfer encoding, boundary, media type and file name that some
 * reading of it gives (hostile-mail HM-020 to 025, 071 to 074, 084, 090, 110).
 *
 * Clients differ in what they forgive: odd bytes in names, folds inside words, comments, encoded-words, quotes, lists, repeated
 * fields and parameters. Here all of that is forgiven at once and everything that comes out is kept. Total; linear but for a fixed
 * number of variants; bounded by `limits.looseHeaderBytesMax`.
 */
import { limits } from "../../base/limits.ts";
import { decodeEncodedWords } from "../encoded-words.ts";
import type { TransferEncoding } from "../message.ts";
import { parseStructured } from "../parameters.ts";

export interface LooseHeader {
  /** It has a field that speaks of the body. */
  readonly isMime: boolean;
  /** Identity too where an encoding is named that means it, or one that nobody knows. */
  readonly encodings: readonly TransferEncoding[];
  /** Without the two dashes; Latin-1 characters stand for bytes. */
  readonly boundaries: readonly string[];
  /** `type/subtype`, lower case. */
  readonly types: readonly string[];
  readonly names: readonly string[];
  /** Codes of the bounds that were reached: `limit.loose-header`, `limit.loose-boundary`. */
  readonly limits: readonly string[];
}

/** Characters of a list of types or an encoding; RFC 6838 4.2 gives a type and a subtype 127 each, and a list of them is a trick. */
const TYPES_CHARS_MAX = 1024;

const LINE_END = /\r\n|\n|\r/;
const MIME_FIELD = /^[ \t]*content-(?:type|transfer-encoding|disposition)[\s\0]*:/i;

/** `text`: the raw block, Latin-1. Never throws. */
export function readLooseHeader(text: string): LooseHeader {
  const cut: Cut = { isCut: text.length > limits.looseHeaderBytesMax };
  const fields = fieldsOf(text.slice(0, limits.looseHeaderBytesMax), cut);
  const types = fields.get("content-type") ?? [];
  const dispositions = fields.get("content-disposition") ?? [];
  const encodings = (fields.get("content-transfer-encoding") ?? []).flatMap(variantsOf);
  const typeVariants = types.flatMap(variantsOf);
  const boundaries = typeVariants.flatMap(boundariesIn);
  const typeLists = typeVariants.map(typeList);
  if ([...encodings, ...typeLists].some(({ length }) => length > TYPES_CHARS_MAX)) cut.isCut = true;
  const claims = {
    isMime: types.length + dispositions.length + encodings.length > 0,
    encodings: firstDistinct(encodings.flatMap(encodingsIn), cut),
    boundaries: firstDistinct(
      boundaries.filter((boundary) => !isTooLong(boundary)),
      cut,
    ),
    types: firstDistinct(typeLists.flatMap(typesIn), cut),
    names: firstDistinct([...dispositions.flatMap(variantsOf), ...typeVariants].flatMap(namesIn), cut),
  };
  const codes: string[] = [];
  if (cut.isCut) codes.push("limit.loose-header");
  if (boundaries.some(isTooLong)) codes.push("limit.loose-boundary");
  return { ...claims, limits: codes };
}

/** Set where something was left out. */
interface Cut {
  isCut: boolean;
}

/** True for a line that any reader could take for a field about the body. */
export function isMimeField(line: string): boolean {
  return MIME_FIELD.test(line);
}

/** Name → values, in order; a value's folds are line feeds. */
function fieldsOf(text: string, cut: Cut): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>();
  let open: string[] = [];
  const close = () => {
    const [name, value] = splitField(open.join("\n"));
    const values = fields.get(name) ?? [];
    if (value !== null && values.length < limits.looseFieldsMax) values.push(value);
    else if (value !== null && name.startsWith("content-")) cut.isCut = true;
    fields.set(name, values);
    open = [];
  };
  for (const line of text.split(LINE_END)) {
    const isFold = /^[ \t]/.test(line) && open.length > 0 && !isMimeField(line);
    if (!isFold) close();
    open.push(line);
  }
  close();
  return fields;
}

/** `Content-Type:Content-Type: x` is read as one name by some. */
function splitField(field: string): readonly [name: string, value: string | null] {
  const colon = field.indexOf(":");
  if (colon < 0) return ["", null];
  const name = field
    .slice(0, colon)
    .replace(/[^\x21-\x7e]/g, "")
    .toLowerCase();
  const value = field.slice(colon + 1);
  return isMimeField(value) ? [name, value.slice(value.indexOf(":") + 1)] : [name, value];
}

/** The texts that a value may be to some reader: with and without folds, NULs, comments and encoded-words. */
function variantsOf(value: string): readonly string[] {
  const variants = new Set<string>();
  const texts = [unfolded(value, " "), unfolded(value, "")];
  // Most values have neither folds nor NULs: then these are one.
  const wholes = new Set(texts.flatMap((text) => [text.replaceAll("\0", ""), text.split("\0", 1)[0] ?? ""]));
  for (const whole of wholes) {
    for (const plain of [whole, withoutComments(whole)]) {
      variants.add(plain);
      if (plain.includes("=?")) variants.add(decodeEncodedWords(plain));
    }
  }
  return [...variants];
}

function unfolded(value: string, space: string): string {
  return value.replace(/\n[ \t]*/g, space);
}

const OPEN = 0x28;
const CLOSE = 0x29;

/** Comments go, however deep; one that never ends takes the rest along. */
function withoutComments(text: string): string {
  if (!text.includes("(")) return text;
  const kept: string[] = [];
  let depth = 0;
  /** Of the text behind the last comment. */
  let start = 0;
  // A loop: a header of brackets alone is read in many variants.
  for (let index = text.indexOf("("); index < text.length; index += 1) {
    const mark = text.charCodeAt(index);
    if (mark === OPEN) {
      if (depth === 0) kept.push(text.slice(start, index));
      depth += 1;
    } else if (mark === CLOSE && depth > 0) {
      depth -= 1;
      start = index + 1;
    }
  }
  if (depth === 0) kept.push(text.slice(start));
  return kept.join("");
}

function encodingsIn(value: string): readonly TransferEncoding[] {
  const letters = value
    .slice(0, TYPES_CHARS_MAX)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
  const found: TransferEncoding[] = [];
  if (letters.includes("base64")) found.push("base64");
  if (letters.includes("quotedprintable")) found.push("quoted-printable");
  if (letters.includes("uue")) found.push("uuencode");
  if (found.length === 0 || /[78]bit|binary/.test(letters)) found.push("identity");
  return found;
}

/** What stands before the parameters. */
function typeList(value: string): string {
  return value.split(";", 1)[0] ?? "";
}

/** Of a type or a subtype (RFC 6838 4.2). */
const TYPE_CHARS_MAX = 127;
const IS_TYPE_CHAR = Uint8Array.from({ length: 128 }, (_, code) =>
  /[a-z0-9!#$&^_.+-]/.test(String.fromCharCode(code)) ? 1 : 0,
);

/**
 * Every word with a slash: lists of types are read by their first or their last. Looked for from slash to slash: a pattern would try each letter of
 * a long word as the first one, and headers are read in many variants.
 */
function typesIn(list: string): readonly string[] {
  const words = list.slice(0, TYPES_CHARS_MAX).toLowerCase();
  const found: string[] = [];
  let from = 0;
  for (let slash = words.indexOf("/"); slash >= 0; ) {
    let start = slash;
    while (start > from && slash - start < TYPE_CHARS_MAX && IS_TYPE_CHAR[words.charCodeAt(start - 1)] === 1) start--;
    let end = slash + 1;
    while (end - slash <= TYPE_CHARS_MAX && IS_TYPE_CHAR[words.charCodeAt(end)] === 1) end++;
    if (start < slash && end > slash + 1) {
      found.push(words.slice(start, end));
      from = end;
    }
    slash = words.indexOf("/", end);
  }
  return found;
}

function boundariesIn(value: string): readonly string[] {
  const found: string[] = [];
  const declared = parseStructured(value).parameters.get("boundary");
  if (declared !== undefined) found.push(declared);
  for (const [, quoted, plain] of value.matchAll(/bound(?:ary)?[^=;]{0,16}=[ \t]*(?:"([^"]*)"?|([^;]*))/gi)) {
    found.push(...boundaryForms(quoted ?? plain ?? ""));
  }
  return found.filter((boundary) => boundary !== "");
}

function isTooLong(boundary: string): boolean {
  return boundary.length > limits.looseBoundaryCharsMax;
}

/** As written, trimmed, without quotes, up to the first character that ends it for somebody. */
function boundaryForms(written: string): readonly string[] {
  const plain = written.trim();
  const cut = /^[^\0;,"\s(]*/.exec(plain)?.[0] ?? "";
  return [written, plain, plain.replaceAll('"', ""), cut];
}

function namesIn(value: string): readonly string[] {
  const { parameters } = parseStructured(value);
  const found = [parameters.get("filename"), parameters.get("name")].filter((name) => name !== undefined);
  for (const [, quoted, plain] of value.matchAll(/name[*0-9]{0,8}[ \t]*=[ \t]*(?:"([^"]*)"?|([^;]*))/gi)) {
    found.push(decodeEncodedWords((quoted ?? plain ?? "").trim()));
  }
  return found.filter((name) => name !== "");
}

function firstDistinct<T>(items: readonly T[], cut: Cut): readonly T[] {
  const distinct = [...new Set(items)];
  if (distinct.length > limits.looseClaimsMax) cut.isCut = true;
  return distinct.slice(0, limits.looseClaimsMax);
}

/**
 * Every value inside a URL that could tell its reader apart (threat-facts 2.2, TF-120 to TF-128): host labels, path
 * segments, query names and values, fragment and userinfo, whole and split at delimiters, as written and
 * percent-decoded.
 *
 * Wholes come before pieces, so that `limits.urlFieldsMax` cuts the least telling ones. Cost: linear in the URL.
 */
import { limits } from "../base/limits.ts";

export interface UrlField {
  readonly value: string;
  readonly where: "host" | "path" | "query" | "fragment" | "userinfo";
  /** Name of the query parameter the value belongs to; empty for everything else. */
  readonly name: string;
}

type Where = UrlField["where"];

/** Percent-encoding is taken off this often: mailers and link wrappers encode twice, rarely three times. */
const DECODES_MAX = 3;
/** A piece of one character tells nobody apart. */
const PIECE_CHARS_MIN = 2;

/** What a character asks for: its value may be encoded, or hold a space, or be split here. */
const PERCENT = 1;
const PLUS = 2;
const DELIMITER = 4;
const marks = characterMarks();

function characterMarks(): Uint8Array {
  const table = new Uint8Array(128);
  for (const code of Buffer.from("-_.~/\\,;:=&|+!*'\"()@$?#<>[]{} \t\n\v\f\r", "latin1")) table[code] = DELIMITER;
  table[0x25] = PERCENT;
  table[0x2b] = PLUS | DELIMITER;
  return table;
}

function markOf(code: number): number {
  if (code < 0x80) return marks[code] as number;
  return /\s/.test(String.fromCharCode(code)) ? DELIMITER : 0;
}

/** What the characters of a value ask for, all together. */
function marksOf(value: string): number {
  let all = 0;
  for (let at = 0; at < value.length; at += 1) all |= markOf(value.charCodeAt(at));
  return all;
}

export interface UrlFields {
  /** No value is empty, none is listed twice for one place and name. */
  readonly fields: readonly UrlField[];
  /** There are more. */
  readonly isCut: boolean;
}

/** Fields of an absolute or relative URL. */
export function urlFields(href: string): readonly UrlField[] {
  return readUrlFields(href).fields;
}

/** The same, and whether those are all. */
export function readUrlFields(href: string): UrlFields {
  const collector = new FieldCollector();
  const { authority, path, query, fragment } = splitUrl(href);
  addAuthority(collector, authority);
  addPath(collector, path);
  addParameters(collector, query, "query");
  addParameters(collector, fragment, "fragment");
  collector.addPieces();
  return { fields: collector.fields, isCut: collector.isCut };
}

class FieldCollector {
  readonly fields: UrlField[] = [];
  isCut = false;
  readonly #toSplit: UrlField[] = [];

  /** Adds a value and its percent-decoded forms; the last form is split later. */
  add(value: string, where: Where, name = ""): void {
    const asked = marksOf(value);
    const form = this.#addForms(value, where, name, asked);
    const isDivided = ((form === value ? asked : marksOf(form)) & DELIMITER) !== 0;
    if (isDivided) this.#toSplit.push({ value: form, where, name });
  }

  /** Adds a value and its percent-decoded forms; none is split. */
  addWhole(value: string, where: Where): void {
    this.#addForms(value, where, "", marksOf(value));
  }

  /** Returns the last form; `asked` are the value's marks. */
  #addForms(value: string, where: Where, name: string, asked: number): string {
    this.#push(value, where, name);
    if ((asked & (PERCENT | PLUS)) === 0) return value;
    let form = value;
    for (let round = 0; round < DECODES_MAX && form.includes("%"); round++) {
      const decoded = percentDecode(form);
      if (decoded === form) break;
      form = decoded;
      this.#push(form, where, name);
    }
    if (form.includes("+")) this.#push(form.replaceAll("+", " "), where, name);
    return form;
  }

  /** Splits what is there at delimiters; called last, so that pieces never displace wholes. */
  addPieces(): void {
    for (const field of this.#toSplit) {
      this.isCut ||= this.fields.length >= limits.urlFieldsMax;
      if (this.isCut) return;
      this.#addPiecesOf(field);
    }
  }

  /** The first `limits.urlFieldsMax` parts of a text. */
  split(text: string, divider: string | RegExp): readonly string[] {
    const parts = text.split(divider, limits.urlFieldsMax + 1);
    if (parts.length <= limits.urlFieldsMax) return parts;
    this.isCut = true;
    return parts.slice(0, limits.urlFieldsMax);
  }

  /** Runs of delimiters divide; so many pieces are looked at, the empty one before a first delimiter counted. */
  #addPiecesOf({ value, where, name }: UrlField): void {
    let start = 0;
    for (let pieces = 0; pieces < limits.urlFieldsMax && start <= value.length; pieces += 1) {
      let end = start;
      while (end < value.length && (markOf(value.charCodeAt(end)) & DELIMITER) === 0) end += 1;
      if (end - start >= PIECE_CHARS_MIN) this.#push(value.slice(start, end), where, name);
      if (end === value.length) return;
      start = end + 1;
      while (start < value.length && (markOf(value.charCodeAt(start)) & DELIMITER) !== 0) start += 1;
    }
    this.isCut ||= start < value.length;
  }

  #push(value: string, where: Where, name: string): void {
    if (value.length === 0 || this.#has(value, where, name)) return;
    if (this.fields.length < limits.urlFieldsMax) this.fields.push({ value, where, name });
    else this.isCut = true;
  }

  /** A URL has a dozen fields, of as many lengths: walking them costs less than hashing each. */
  #has(value: string, where: Where, name: string): boolean {
    for (const field of this.fields) {
      if (field.value.length !== value.length || field.value !== value) continue;
      if (field.where === where && field.name === name) return true;
    }
    return false;
  }
}

interface UrlParts {
  readonly authority: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

/** RFC 3986 appendix B by hand; `\` counts as `/` as it does in browsers and in share names. */
function splitUrl(href: string): UrlParts {
  let rest = href.length > limits.urlCharsMax ? href.slice(0, limits.urlCharsMax) : href;
  const hash = rest.indexOf("#");
  const fragment = hash < 0 ? "" : rest.slice(hash + 1);
  if (hash >= 0) rest = rest.slice(0, hash);
  const mark = rest.indexOf("?");
  const query = mark < 0 ? "" : rest.slice(mark + 1);
  if (mark >= 0) rest = rest.slice(0, mark);
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(rest);
  if (scheme !== null) rest = rest.slice(scheme[0].length);
  const slashes = /^[\\/]{2,}/.exec(rest);
  if (slashes === null) return { authority: "", path: rest, query, fragment };
  rest = rest.slice(slashes[0].length);
  const end = rest.search(/[\\/]/);
  return end < 0
    ? { authority: rest, path: "", query, fragment }
    : { authority: rest.slice(0, end), path: rest.slice(end), query, fragment };
}

function addAuthority(collector: FieldCollector, authority: string): void {
  const at = authority.lastIndexOf("@");
  if (at >= 0) {
    const userinfo = authority.slice(0, at);
    collector.addWhole(userinfo, "userinfo");
    for (const part of userinfo.split(":", 2)) collector.add(part, "userinfo");
  }
  const host = authority.slice(at + 1).replace(/:\d*$/, "");
  collector.addWhole(host, "host");
  for (const label of collector.split(host, ".")) collector.add(label, "host");
}

function addPath(collector: FieldCollector, path: string): void {
  const divider = path.includes("\\") ? /[\\/]/ : "/";
  for (const segment of collector.split(path, divider)) collector.add(segment, "path");
}

function addParameters(collector: FieldCollector, text: string, where: "query" | "fragment"): void {
  if (text.length === 0) return;
  collector.addWhole(text, where);
  for (const pair of collector.split(text, text.includes(";") ? /[&;]/ : "&")) {
    const equals = pair.indexOf("=");
    if (equals < 0) {
      collector.add(pair, where);
      continue;
    }
    const name = pair.slice(0, equals);
    collector.add(name, where);
    collector.add(pair.slice(equals + 1), where, name);
  }
}

/** One round of percent-decoding as UTF-8; sequences that are not UTF-8 stay as written. */
function percentDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return run;
      }
    });
  }
}

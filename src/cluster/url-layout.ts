/**
 * A URL as the comparing step sees it: a shape that copies of one load share, and the fields that may differ, each with
 * its place. Fields are host labels before the registrable domain, path segments and query values; a field that
 * delimiters divide can be taken apart further.
 *
 * Reads the resolved form (WHATWG serialisation) without looking at its escapes. Order of the query does not matter.
 * The fragment is left out: it is not sent. Pure; linear in the URL, which is cut at `limits.urlCharsMax`.
 */
import { limits } from "../base/limits.ts";
import type { Span } from "../base/span.ts";

export interface LayoutField extends Span {
  /** `host 0`, `path 1`, `query r`, `query` for one without names; the same in every copy. */
  readonly name: string;
}

export interface UrlLayout {
  /** Equal for loads that can be laid side by side. */
  readonly shape: string;
  /** At most `limits.urlFieldsMax`, sorted by name within the query; places in the URL. */
  readonly fields: readonly LayoutField[];
}

/** `domain`: the registrable domain of the host. Null for what names no server. A `mailto:` names that of its address. */
export function urlLayout(url: string, domain: string): UrlLayout | null {
  if (url.startsWith(MAIL)) return mailLayout(url, domain);
  const scheme = url.indexOf("://");
  if (scheme < 0) return null;
  const end = endOf(url);
  const question = url.indexOf("?", scheme + 3);
  const pathEnd = question < 0 || question > end ? end : question;
  const slash = url.indexOf("/", scheme + 3);
  const hostEnd = slash < 0 || slash > pathEnd ? pathEnd : slash;
  const hostStart = Math.max(scheme + 3, url.lastIndexOf("@", hostEnd - 1) + 1);
  const fields: LayoutField[] = [];
  if (hostStart > scheme + 3) push(fields, "user", scheme + 3, hostStart - 1);
  const labels = addHost(fields, url, { start: hostStart, end: hostEnd }, domain);
  const segments = addPath(fields, url, { start: hostEnd, end: pathEnd });
  const names = addQuery(fields, url, { start: Math.min(pathEnd + 1, end), end });
  return { shape: `${domain}|${labels}|${segments}|${names}`, fields };
}

const MAIL = "mailto:";

/** Of `mailto:`, which senders write a reader's own address of theirs in: its local part, host labels and header fields. */
function mailLayout(url: string, domain: string): UrlLayout | null {
  const end = endOf(url);
  const question = url.indexOf("?", MAIL.length);
  const addressEnd = question < 0 || question > end ? end : question;
  const at = url.lastIndexOf("@", addressEnd - 1);
  if (at < MAIL.length) return null;
  const fields: LayoutField[] = [];
  push(fields, "user", MAIL.length, at);
  const labels = addHost(fields, url, { start: at + 1, end: addressEnd }, domain);
  const names = addQuery(fields, url, { start: Math.min(addressEnd + 1, end), end });
  return { shape: `${domain}|${labels}|${MAIL}|${names}`, fields };
}

function endOf(url: string): number {
  const hash = url.indexOf("#");
  return Math.min(hash < 0 ? url.length : hash, limits.urlCharsMax);
}

function push(fields: LayoutField[], name: string, start: number, end: number): void {
  if (fields.length < limits.urlFieldsMax) fields.push({ name, start, end });
}

/** Labels before the registrable domain; returns how many there are. */
function addHost(fields: LayoutField[], url: string, { start, end }: Span, domain: string): number {
  const port = url.indexOf(":", start);
  const hostEnd = port >= 0 && port < end ? port : end;
  const labelsEnd = hostEnd - domain.length;
  return divide(url, { start, end: Math.max(start, labelsEnd) }, ".", (label, index) => {
    if (label.end > label.start) push(fields, `host ${index}`, label.start, label.end);
  });
}

function addPath(fields: LayoutField[], url: string, { start, end }: Span): number {
  if (start === end) return 0;
  return divide(url, { start: start + 1, end }, "/", (segment, index) =>
    push(fields, `path ${index}`, segment.start, segment.end),
  );
}

/** Returns the names, sorted; a query without `=` is one opaque value and not a set of names. */
function addQuery(fields: LayoutField[], url: string, query: Span): string {
  if (query.start >= query.end) return "";
  const isNamed = url.slice(query.start, query.end).includes("=");
  if (!isNamed) {
    push(fields, "query", query.start, query.end);
    return "?";
  }
  const found: LayoutField[] = [];
  const times = new Map<string, number>();
  divide(url, query, "&", ({ start, end }) => {
    const equals = url.indexOf("=", start);
    const nameEnd = equals < 0 || equals > end ? end : equals;
    const name = url.slice(start, nameEnd);
    const nth = times.get(name) ?? 0;
    times.set(name, nth + 1);
    const full = nth === 0 ? `query ${name}` : `query ${name} ${nth}`;
    found.push({ name: full, start: Math.min(nameEnd + 1, end), end });
  });
  found.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const { name, start, end } of found) push(fields, name, start, end);
  return found.map(({ name }) => name.slice(6)).join(" ");
}

/** Calls back for the first `limits.urlFieldsMax` parts; returns how many there are, up to one more than that. */
function divide(url: string, { start, end }: Span, divider: string, each: (part: Span, index: number) => void): number {
  if (start >= end) return 0;
  let at = start;
  for (let index = 0; index <= limits.urlFieldsMax; index += 1) {
    const next = url.indexOf(divider, at);
    const partEnd = next < 0 || next > end ? end : next;
    each({ start: at, end: partEnd }, index);
    if (partEnd === end) return index + 1;
    at = partEnd + 1;
  }
  return limits.urlFieldsMax + 1;
}

/** A UUID is one value, though its own form divides it. */
const DELIMITER = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|%[0-9a-f]{2}|[-_.~,:;|!*+()'@$=]/gi;
const UUID_CHARS = 36;
/** More pieces than this are no fields of a mailer's, but the alphabet of one value. */
const PIECES_MAX = 24;

/** The pieces of a field between delimiters and percent-escapes, empty ones left out; the field itself when it has too many. */
export function piecesOf(url: string, field: Span): readonly Span[] {
  const value = url.slice(field.start, field.end);
  const pieces: Span[] = [];
  let at = 0;
  const add = (end: number): void => {
    if (end > at) pieces.push({ start: field.start + at, end: field.start + end });
  };
  for (const { index, 0: delimiter } of value.matchAll(DELIMITER)) {
    if (delimiter.length === UUID_CHARS) continue;
    add(index);
    at = index + delimiter.length;
    if (pieces.length > PIECES_MAX) return [field];
  }
  add(value.length);
  return pieces.length > PIECES_MAX ? [field] : pieces;
}

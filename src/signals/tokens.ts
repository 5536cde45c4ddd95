/**
 * Finds the value in a URL that tells its reader apart (DESIGN 3 "token"; threat-facts 2.2, TF-120 to TF-128).
 *
 * `decoded`: an address stands in the URL: plain, spelt out, percent-encoded up to three times, in base16, base32,
 * base58 or base64 at any alignment, compressed, hashed, or up to three of these over one another. `likely`: a value
 * only looks made for one reader, or only points at the reader (a cut digest, a local part). `none` otherwise.
 * `proven` is never set here: that takes copies to compare.
 *
 * Pure and total; linear in the URL, with `limits.urlFieldsMax` fields and a fixed budget of decoded bytes. What is
 * remembered between calls is worked out from the addresses alone, so the order of calls changes nothing but time.
 */
import { limits } from "../base/limits.ts";
import { ownText } from "../base/own-text.ts";
import { TextMemo } from "../base/text-memo.ts";
import type { TokenRecord } from "../case/record.ts";
import { readUrlFields, type UrlField, urlFields } from "../url/fields.ts";
import { type AddressTable, addressTable, type Hit } from "./address-tables.ts";
import { undoEscapes } from "./character-escapes.ts";
import { foreignAddress, isSendersOwn } from "./foreign-address.ts";
import { opaqueValue } from "./opaque-value.ts";
import { type ReaderIndex, readerIndex } from "./reader-index.ts";
import type { NameSearch } from "./reader-names.ts";
import { type Decoded, decodings, isText, percentDecode } from "./token-decoders.ts";
import { inflated } from "./token-inflation.ts";
import { gluedDigest, writtenDigest } from "./written-digests.ts";

export interface TokenContext {
  /** True for a load that shows nothing: then even a picture's file name may be the token. Default false. */
  readonly hidden?: boolean;
  /** Addresses of the message's own sender: finding one of them in a URL tells nobody apart. */
  readonly senders?: readonly string[];
  /** Names of the readers; none by default. */
  readonly names?: NameSearch;
  /** Told of each limit that ended the search before all of the URL was looked at: `limit.url-fields` … */
  readonly onLimit?: (code: string) => void;
}

export interface TokenFinder {
  /**
   * `href` as resolved; `addresses` of the readers, in the order they matter, of which `limits.tokenReadersMax` are used.
   * The list must not be changed later: it is recognised when it comes again.
   */
  find(href: string, addresses: readonly string[], context?: TokenContext): TokenRecord;
}

export const NO_TOKEN: TokenRecord = { kind: "none", value: "", detail: "", address: null };

/** Digest tables kept, some 5 KB each. */
const TABLES_MAX = 1024;
/** Sets of readers kept: mailboxes see the same few again and again. */
const INDEXES_MAX = 64;
/** URLs whose token is remembered for one set of readers, and characters of them: newsletters repeat their pictures. */
const URLS_MAX = 512;
const URLS_CHARS_MAX = 64 * 1024;
const PERCENT_ROUNDS_MAX = 3;
/** `=xx` of the shortest address is longer than this; shorter fields hold nothing. */
const FIELD_CHARS_MIN = 5;

/** A set of readers, and what was found for them in URLs, of loads that show something and of hidden ones. */
interface Readers {
  readonly index: ReaderIndex;
  readonly shown: TextMemo<TokenRecord | null>;
  readonly hidden: TextMemo<TokenRecord | null>;
}

export function createTokenFinder(): TokenFinder {
  const tables = new Map<string, AddressTable>();
  const kept = new Map<string, Readers>();
  const tableOf = (written: string): AddressTable => recall(tables, written, TABLES_MAX, addressTable);
  const readersOf = (addresses: readonly string[]): Readers =>
    recall(kept, addresses.slice(0, limits.tokenReadersMax).join("\n"), INDEXES_MAX, (key) => ({
      index: readerIndex(key === "" ? [] : key.split("\n"), tableOf),
      shown: new TextMemo(URLS_MAX, URLS_CHARS_MAX),
      hidden: new TextMemo(URLS_MAX, URLS_CHARS_MAX),
    }));
  // The URLs of one message come one after the other, with the very same list.
  let latest: { readonly addresses: readonly string[]; readonly readers: Readers } | null = null;
  return {
    find: (href, addresses, context = {}) => {
      if (latest?.addresses !== addresses) latest = { addresses, readers: readersOf(addresses) };
      const { index, shown, hidden } = latest.readers;
      const url = href.length > limits.urlCharsMax ? href.slice(0, limits.urlCharsMax) : href;
      if (url.length < href.length) context.onLimit?.("limit.url");
      const known = context.hidden === true ? hidden : shown;
      // Null where the answer hangs on who sent the message, or a limit is to be told: then it is looked for each time.
      const found = known.get(url, (own) => tokenForAnySender(own, index, context)) ?? findToken(url, index, context);
      const mayBeNamed = found.kind === "none" || (found.kind === "likely" && found.address === null);
      return (mayBeNamed ? context.names?.find(url, context.hidden ?? false) : null) ?? found;
    },
  };
}

/**
 * Least recently used: a `Map` keeps insertion order, so a key that is used again moves to the end. Keys come as parts of
 * a mail: a copy is kept and given to `make`, so that no mail stays in memory for a part of it.
 */
function recall<V>(kept: Map<string, V>, key: string, max: number, make: (key: string) => V): V {
  const found = kept.get(key);
  const own = ownText(key);
  const value = found ?? make(own);
  if (found !== undefined) kept.delete(key);
  kept.set(own, value);
  if (kept.size > max) kept.delete(kept.keys().next().value ?? "");
  return value;
}

/** What a search of one URL carries along; the best finds are kept until nothing certain turns up. */
interface Search {
  readonly index: ReaderIndex;
  readonly isOurs: (address: string) => boolean;
  bytesLeft: number;
  readonly limits: Set<string>;
  /** Points at a reader, proves nothing. */
  hint: TokenRecord | null;
  /** A valid address, but of none of the readers. */
  other: TokenRecord | null;
}

/** The token of a URL where it is the same whoever sent the message; null where the sender was asked for, or a limit met. */
function tokenForAnySender(href: string, index: ReaderIndex, context: TokenContext): TokenRecord | null {
  let asked = false;
  const senders = (): readonly string[] => {
    asked = true;
    return context.senders ?? [];
  };
  let isWhole = true;
  const onLimit = () => {
    isWhole = false;
  };
  const token = searchToken(href, index, senders, { hidden: context.hidden ?? false, onLimit });
  return asked || !isWhole ? null : token;
}

function findToken(href: string, index: ReaderIndex, context: TokenContext): TokenRecord {
  const onLimit = context.onLimit ?? (() => {});
  return searchToken(href, index, () => context.senders ?? [], { hidden: context.hidden ?? false, onLimit });
}

function searchToken(
  href: string,
  index: ReaderIndex,
  senders: () => readonly string[],
  { hidden, onLimit }: { readonly hidden: boolean; readonly onLimit: (code: string) => void },
): TokenRecord {
  const search: Search = {
    index,
    isOurs: (address) => isSendersOwn(address, href, senders()),
    bytesLeft: limits.tokenDecodedBytesMax,
    limits: new Set(),
    hint: null,
    other: null,
  };
  const decoded =
    findPlainly(href, search) ?? findAligned(href, search) ?? findInFields(href, search) ?? findGlued(href, search);
  if (decoded !== null) return decoded;
  for (const code of search.limits) onLimit(code);
  if (search.other !== null) return search.other;
  if (search.hint !== null) return search.hint;
  const opaque = opaqueValue(href, { hidden });
  if (opaque === null) return NO_TOKEN;
  return { kind: "likely", value: opaque.value, detail: opaque.detail, address: null };
}

/** The address itself, as written or under percent-encoding. */
function findPlainly(href: string, search: Search): TokenRecord | null {
  let text = href;
  for (let round = 0; round <= PERCENT_ROUNDS_MAX; round += 1) {
    const lower = text.toLowerCase();
    const hit = search.index.plain(lower);
    const layers = round === 0 ? [] : [round === 1 ? "percent-encoding" : `percent-encoding, ${round} times`];
    if (hit !== null) return decodedToken(fieldWith(href, hit, round), hit, layers);
    const unescaped = hit === null ? undoEscapes(text) : text;
    const escaped = unescaped === text ? null : search.index.plain(unescaped.toLowerCase());
    if (escaped !== null) return decodedToken(href, escaped, [...layers, "character escapes"]);
    search.other ??= otherAddress(lower, "", layers, search);
    const next = percentDecode(text);
    if (next === text) return null;
    text = next;
  }
  return null;
}

/** The URL field that shows the hit, as written; the whole URL when fields hide it. */
function fieldWith(href: string, hit: Hit, rounds: number): string {
  const local = hit.address.slice(0, hit.address.lastIndexOf("@")).replace(/\+.*$/, "");
  const shows = (value: string): boolean => {
    let text = value;
    for (let i = 0; i < rounds; i += 1) text = percentDecode(text);
    return text.toLowerCase().includes(local);
  };
  const fields = urlFields(href).filter(({ value }) => value.includes("@") || value.length > local.length);
  // Wholes come first in the list; of several the shortest says where the address is.
  const showing = fields.filter(({ value }) => href.includes(value) && shows(value) && hasDomainOf(value, hit, rounds));
  return showing.reduce((best, { value }) => (value.length < best.length ? value : best), href);
}

function hasDomainOf(value: string, hit: Hit, rounds: number): boolean {
  let text = value;
  for (let i = 0; i < rounds; i += 1) text = percentDecode(text);
  return text.toLowerCase().includes(hit.address.slice(hit.address.lastIndexOf("@") + 1));
}

/**
 * Base64 that starts in the middle of a field (`x` + base64, a cut head): the reader's domain shows at one of three
 * alignments, then the run around it is decoded at each of the four it may have started at. `/` is a letter of base64
 * and a divider of paths, so the run is tried without it first.
 */
function findAligned(href: string, search: Search): TokenRecord | null {
  const at = search.index.base64Domain(href);
  if (at < 0) return null;
  const narrow = runAround(href, at, isUrlSafeCode);
  const wide = runAround(href, at, isBase64Code);
  for (const run of narrow === wide ? [narrow] : [narrow, wide]) {
    for (let skip = 0; skip < 4; skip += 1) {
      const hit = plainUnderPercent(asciiOf(Buffer.from(run.slice(skip), "base64")), search.index);
      if (hit !== null) return decodedToken(run, hit, ["base64"]);
    }
  }
  return null;
}

function runAround(text: string, at: number, belongs: (code: number) => boolean): string {
  let start = at;
  let end = at;
  while (start > 0 && at - start < limits.tokenFieldCharsMax && belongs(text.charCodeAt(start - 1))) start -= 1;
  while (end < text.length && end - at < limits.tokenFieldCharsMax && belongs(text.charCodeAt(end))) end += 1;
  return text.slice(start, end);
}

function isUrlSafeCode(code: number): boolean {
  const letter = code | 0x20;
  if (letter >= 0x61 && letter <= 0x7a) return true;
  return (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x5f;
}

function isBase64Code(code: number): boolean {
  return isUrlSafeCode(code) || code === 0x2b || code === 0x2f;
}

/** Bytes as text in which only ASCII can be part of a name: what lies around a packed address is chance. */
function asciiOf(bytes: Buffer): string {
  return bytes.toString("latin1").replace(/[\u0080-\u00ff]/g, "\u0000");
}

function plainUnderPercent(text: string, index: ReaderIndex): Hit | null {
  const lower = text.toLowerCase();
  const hit = index.plain(lower);
  if (hit !== null || !lower.includes("%")) return hit;
  const decoded = percentDecode(lower);
  return decoded === lower ? null : index.plain(decoded.toLowerCase());
}

function findInFields(href: string, search: Search): TokenRecord | null {
  let localHit: { readonly field: UrlField; readonly hit: Hit } | null = null;
  let hasDomain = false;
  const { fields, isCut } = readUrlFields(href);
  if (isCut) search.limits.add("limit.url-fields");
  for (const field of fields) {
    if (field.value.length < FIELD_CHARS_MIN) continue;
    const found = findInField(field.value, field.value, [], search) ?? findInRuns(field.value, search);
    if (found !== null) return found;
    if (field.where === "host" || !search.index.mayBeName(field.value.length)) continue;
    const lower = field.value.toLowerCase();
    hasDomain ||= field.where !== "fragment" && search.index.isDomain(lower);
    const hit = search.index.localPart(lower);
    if (hit !== null && (hit.certain || field.where !== "path")) localHit ??= { field, hit };
  }
  return localHit === null ? null : localPartToken(localHit.field, localHit.hit, hasDomain, search);
}

/**
 * `-` and `_` divide words and are letters of base64url. A field's own pieces take them for dividers; here they are
 * letters, and only other marks divide: `q7-Rt_Z0.gif`.
 */
function findInRuns(value: string, search: Search): TokenRecord | null {
  if (!/[-_]/.test(value) || !/[^\w=-]/.test(value)) return null;
  for (const run of piecesOf(value, /[^\w=-]+/, search)) {
    if (run.length < FIELD_CHARS_MIN || !/[-_]/.test(run)) continue;
    const found = findInField(run, run, [], search);
    if (found !== null) return found;
  }
  return null;
}

function piecesOf(text: string, divider: RegExp, search: Search): readonly string[] {
  const pieces = text.split(divider, limits.tokenPiecesMax + 1);
  if (pieces.length <= limits.tokenPiecesMax) return pieces;
  search.limits.add("limit.token-pieces");
  return pieces.slice(0, limits.tokenPiecesMax);
}

/**
 * A local part alone: certain when it is distinctive or the domain stands in another field; else only a hint, and only
 * as a whole value, since names are words too.
 */
function localPartToken(field: UrlField, hit: Hit, hasDomain: boolean, search: Search): TokenRecord | null {
  if (hasDomain) return decodedToken(field.value, { ...hit, detail: `${hit.address} in separate fields` }, []);
  if (hit.certain) return decodedToken(field.value, hit, []);
  if (field.name !== "" || field.where === "userinfo") {
    search.hint ??= { kind: "likely", value: field.value, detail: hit.detail, address: hit.address };
  }
  return null;
}

/** A digest with something before or behind it that no mark divides off, or with `/` among its base64 letters. */
function findGlued(href: string, search: Search): TokenRecord | null {
  const found = gluedDigest(href, search.index);
  return found === null ? null : decodedToken(found.value, found.hit, found.layers);
}

/** `field` is what the URL shows, `value` what it is after the layers so far. */
function findInField(field: string, value: string, layers: readonly string[], search: Search): TokenRecord | null {
  const hit = search.index.exact(value) ?? writtenDigest(value, search.index) ?? search.index.exchanged(value);
  if (hit !== null) {
    if (hit.certain) return decodedToken(field, hit, layers);
    hint(search, field, hit, layers);
  }
  if (layers.length >= limits.tokenLayersMax) return null;
  if (value.length > limits.tokenFieldCharsMax) search.limits.add("limit.token-field");
  for (const decoded of decodings(value)) {
    const found = findInBytes(field, decoded, layers, search);
    if (found !== null) return found;
  }
  return null;
}

/** Lengths of digests, whole and as they are cut, of which encoded ones are looked for. */
const DIGEST_BYTES: ReadonlySet<number> = new Set([8, 10, 12, 15, 16, 18, 20, 24, 28, 30, 32, 48, 64]);

function findInBytes(field: string, decoded: Decoded, outer: readonly string[], search: Search): TokenRecord | null {
  const { bytes, encoding } = decoded;
  search.bytesLeft -= bytes.length;
  if (search.bytesLeft < 0) {
    search.limits.add("limit.token-bytes");
    return null;
  }
  const layers = [...outer, encoding];
  if (decoded.wordLike !== true && DIGEST_BYTES.has(bytes.length)) {
    const hit = search.index.digests().find(bytes);
    if (hit?.certain === true) return decodedToken(field, hit, layers);
    if (hit !== null) hint(search, field, hit, layers);
  }
  // In base58 nobody packs more than ids, digests and texts.
  if (!isText(bytes)) return encoding.startsWith("base58") ? null : findInBinary(field, bytes, layers, search);
  return findInText(field, bytes, layers, search);
}

/** The same memory with Buffer's methods. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** Bytes that are no text: packed structures that hold a reader's address between lengths, or compressed ones. */
function findInBinary(field: string, bytes: Uint8Array, layers: readonly string[], search: Search): TokenRecord | null {
  const unpacked = inflated(bytes);
  if (unpacked !== null && layers.length <= limits.tokenLayersMax) return findInBytes(field, unpacked, layers, search);
  const veiled = search.index.veiled(bytes);
  if (veiled !== null) return decodedToken(field, veiled, layers);
  // 0x40 is "@": without it, no address.
  if (!bytes.includes(0x40)) return null;
  const text = asciiOf(asBuffer(bytes)).toLowerCase();
  const hit = search.index.plain(text);
  return hit === null ? null : decodedToken(field, hit, layers);
}

/** Decoded text: an address in it, or further layers in its pieces (JSON, `key=value` lists, base64 of base64). */
function findInText(field: string, bytes: Uint8Array, layers: readonly string[], search: Search): TokenRecord | null {
  const text = asBuffer(bytes).toString("utf8");
  const exchanged = search.index.exchanged(text) ?? search.index.veiled(bytes);
  if (exchanged?.certain === true) return decodedToken(field, exchanged, layers);
  if (exchanged !== null) hint(search, field, exchanged, layers);
  let decoded = text;
  for (let round = 0; round <= PERCENT_ROUNDS_MAX; round += 1) {
    const lower = decoded.toLowerCase();
    const inside = round === 0 ? layers : [...layers, "percent-encoding"];
    const hit = search.index.plain(lower);
    if (hit !== null) return decodedToken(field, hit, inside);
    const unescaped = undoEscapes(decoded);
    const escaped = unescaped === decoded ? null : search.index.plain(unescaped.toLowerCase());
    if (escaped !== null) return decodedToken(field, escaped, [...inside, "character escapes"]);
    search.other ??= otherAddress(lower, field, inside, search);
    const next = percentDecode(decoded);
    if (next === decoded) break;
    decoded = next;
  }
  for (const piece of piecesOf(decoded, /[^A-Za-z0-9+/_=-]+/, search)) {
    if (piece.length < FIELD_CHARS_MIN) continue;
    const found = findInField(field, piece, layers, search) ?? findInAssignments(field, piece, layers, search);
    if (found !== null) return found;
  }
  return null;
}

/** `email=…` of a query string inside the token: `=` also pads base64, so both readings are tried. */
function findInAssignments(
  field: string,
  piece: string,
  layers: readonly string[],
  search: Search,
): TokenRecord | null {
  const equals = piece.indexOf("=");
  if (equals < 0 || piece.length - equals <= FIELD_CHARS_MIN) return null;
  return findInField(field, piece.slice(equals + 1), layers, search);
}

function decodedToken(field: string, hit: Hit, layers: readonly string[]): TokenRecord {
  return { kind: "decoded", value: field, detail: detailOf(hit, layers), address: hit.address };
}

function hint(search: Search, field: string, hit: Hit, layers: readonly string[]): void {
  search.hint ??= { kind: "likely", value: field, detail: detailOf(hit, layers), address: hit.address };
}

/** Outermost layer first, as one would undo them: `base64url of MD5 of mp@parliament.example`. */
function detailOf(hit: Hit, layers: readonly string[]): string {
  if (layers.length > 0) return `${layers.join(" of ")} of ${hit.detail}`;
  return hit.detail === hit.address ? `${hit.address} in plain text` : hit.detail;
}

/** LK-07: said as such, and only used when no reader's own address is found. */
function otherAddress(lower: string, field: string, layers: readonly string[], search: Search): TokenRecord | null {
  const address = foreignAddress(lower, (found) => search.index.isReader(found) || search.isOurs(found));
  if (address === null) return null;
  const how = layers.length === 0 ? "in plain text" : `under ${layers.join(" of ")}`;
  const detail = `address of somebody else inside, ${how}: ${address}`;
  return { kind: "decoded", value: field === "" ? address : field, detail, address };
}

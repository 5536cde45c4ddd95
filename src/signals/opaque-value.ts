/**
 * Does one copy's URL carry a value that looks made for one reader? Only "looks like", never "is": with one copy nothing
 * can be proven (threat-facts 2.4, TF-125, TF-127, TF-128), and signed image addresses look the same for everybody
 * (LK-13). Proof is the comparing step's.
 *
 * A value counts when its place can tell readers apart (query value, path segment, host label, user name; never the
 * fragment, which is not sent), when it is long enough to be unique, and when it does not read like words, a date, a
 * size or a version. Every value is looked at: a token behind a hundred dull ones tells its reader apart as well. Pure; linear in
 * the URL, which is cut at `limits.urlCharsMax`.
 */
import { limits } from "../base/limits.ts";
import { registrableDomain } from "../url/registrable-domain.ts";
import { structureOf } from "./token-structure.ts";
import { clashShare, entropyBits, switches } from "./word-likeness.ts";

/**
 * Fewest characters of one opaque value. Twelve random base64 characters are 72 bits, the fewest that a token maker who
 * wants no guessing uses; below it, product numbers and short names abound.
 */
const OPAQUE_CHARS_MIN = 12;
/** Fewest hex digits: 64 bits, as half an MD5 or a 64-bit id. Image services often name files by fewer. */
const HEX_CHARS_MIN = 16;
/** Fewest digits of a number: nine-digit numbers are articles, stores and telephones; ten and more are database rows. */
const DIGITS_MIN = 10;
/** Mailers split a token over short fields (TF-128); together they must reach what one value must, and a margin. */
const TOGETHER_CHARS_MIN = 16;
const PIECE_CHARS_MIN = 4;
/**
 * Share of neighbouring characters that clash; see `clashShare`. Words run together stay under it but for one in seven
 * hundred; random base64, base36 and base32 of 16 characters exceed it in 99, 97 and 93 of a hundred cases.
 */
const CLASH_SHARE_MIN = 0.33;
/** Long values are judged by more pairs, so chance plays less and a smaller share is enough. */
const LONG_CLASH_SHARE_MIN = 0.25;
const LONG_CHARS_MIN = 20;
/** A random value repeats few characters; `aaaa-1111-aaaa` is a placeholder. */
const ENTROPY_BITS_MIN = 2.8;

/** RFC 1035 2.3.4, with a port; a longer one is asked of nobody. */
const HOST_CHARS_MAX = 260;

export interface OpaqueContext {
  /** A hidden picture has no need of a stable file name, so the name may be the token (2.4). */
  readonly hidden: boolean;
}

export interface OpaqueValue {
  /** As written in the URL. */
  readonly value: string;
  /** `opaque, 22 characters, 3.9 bits each; holds the time 2023-04-05 10:11 UTC`. */
  readonly detail: string;
}

/** The value of `href` that looks most like a token; null for none. */
export function opaqueValue(href: string, context: OpaqueContext): OpaqueValue | null {
  const candidates = candidateValues(href.slice(0, limits.urlCharsMax), context);
  let best: { readonly value: string; readonly kind: OpaqueKind } | null = null;
  for (const { value, place } of candidates) {
    const kind = opaqueKind(value);
    if (kind === null || (place === "host" && !tellsReadersApart(href, value))) continue;
    if (best === null || value.length > best.value.length) best = { value, kind };
  }
  if (best === null) return shortValuesTogether(candidates);
  return { value: best.value, detail: describe(best.kind, best.value) };
}

interface Candidate {
  readonly value: string;
  readonly place: "host" | "path" | "query" | "userinfo";
}

/** Extensions of files that are made once and cached by everybody. */
const STATIC_FILE = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|ico|css|js|woff2?|ttf|otf|eot|mp4|webm|mp3|ics|pdf)$/i;
const FILE_EXTENSION = /\.[a-z][a-z0-9]{1,4}$/i;

function candidateValues(href: string, context: OpaqueContext): readonly Candidate[] {
  const { authority, path, query } = splitUrl(href);
  const candidates: Candidate[] = [];
  const push = (value: string, place: Candidate["place"]): void => {
    if (value.length >= PIECE_CHARS_MIN) candidates.push({ value, place });
  };
  const at = authority.lastIndexOf("@");
  if (at > 0) push(authority.slice(0, at), "userinfo");
  const isStatic = STATIC_FILE.test(path);
  for (const { name, value } of queryValues(query)) if (!isPlainParameter(name, value, isStatic)) push(value, "query");
  // The folders of a shown picture name the account or the shop, its file name the picture: both are the same for all.
  if (!isStatic || context.hidden) {
    for (const segment of path.split("/")) push(segment.replace(FILE_EXTENSION, ""), "path");
  }
  const host = authority.slice(at + 1);
  const labels = host.length > HOST_CHARS_MAX ? [] : host.split(".");
  for (const label of labels.slice(0, -2)) push(label, "host");
  return candidates;
}

interface UrlPieces {
  readonly authority: string;
  readonly path: string;
  readonly query: string;
}

/** Splits a resolved URL (WHATWG serialisation) without looking at its escapes. */
function splitUrl(href: string): UrlPieces {
  const scheme = href.indexOf("://");
  const start = scheme < 0 ? href.indexOf(":") + 1 : scheme + 3;
  const hash = href.indexOf("#", start);
  const end = hash < 0 ? href.length : hash;
  const mark = href.indexOf("?", start);
  const pathEnd = mark < 0 || mark > end ? end : mark;
  const slash = href.indexOf("/", start);
  const authorityEnd = slash < 0 || slash > pathEnd ? pathEnd : slash;
  return {
    authority: href.slice(start, authorityEnd),
    path: href.slice(authorityEnd, pathEnd),
    query: pathEnd < end ? href.slice(pathEnd + 1, end) : "",
  };
}

function queryValues(query: string): readonly { readonly name: string; readonly value: string }[] {
  if (query === "") return [];
  return query.split(/[&;]/).map((part) => {
    const equals = part.indexOf("=");
    return equals < 0
      ? { name: "", value: part }
      : { name: part.slice(0, equals).toLowerCase(), value: part.slice(equals + 1) };
  });
}

/** Parameters that say how a picture is made or which campaign it belongs to: the same for every reader. */
const PLAIN_PARAMETERS: ReadonlySet<string> = new Set(
  (
    "v ver version rev revision w h width height size sz format fm fmt q quality dpr fit crop auto rect bg color colour " +
    "lang locale hl gl timestamp ts time date modified updated cachebuster cb rnd random nocache _ family font display " +
    "subset url"
  ).split(" "),
);
/** Signatures of image services and object stores (LK-13): long, random, and the same for every reader. */
const SIGNATURES: ReadonlySet<string> = new Set(
  (
    "signature sig sign s hmac policy key-pair-id expires exp se sp sv sr st spr skoid sktid ske sks skv x-amz-signature " +
    "x-amz-credential x-amz-security-token x-amz-date x-goog-signature x-goog-credential googleaccessid awsaccesskeyid " +
    "oh oe _nc_ohc _nc_ht _nc_cat ccb _nc_sid alt md5 hash checksum etag"
  ).split(" "),
);

function isPlainParameter(name: string, value: string, isStaticFile: boolean): boolean {
  if (name.startsWith("utm_") || PLAIN_PARAMETERS.has(name)) return true;
  // A URL inside a URL: its own fields are no token of this load's, and whole it only looks long and mixed.
  if (/^https?(?::|%3a)/i.test(value)) return true;
  return isStaticFile && SIGNATURES.has(name);
}

/** Hosting where a customer gets a random label: it names the account, not the reader, and has no wildcard of its own. */
const HOSTING_SUFFIXES: readonly string[] = (
  "cloudfront.net amazonaws.com azureedge.net azurefd.net windows.net trafficmanager.net googleusercontent.com " +
  "googleapis.com akamaihd.net akamaized.net edgekey.net fastly.net fastlylb.net b-cdn.net kxcdn.com cdn77.org " +
  "netdna-ssl.com r2.dev workers.dev pages.dev web.app firebaseapp.com appspot.com run.app herokuapp.com netlify.app " +
  "vercel.app github.io gitlab.io supabase.co digitaloceanspaces.com backblazeb2.com wixsite.com myshopify.com " +
  "wpengine.com kinstacdn.com squarespace-cdn.com cloudinary.com imgix.net ngrok.io ngrok-free.app onrender.com"
).split(" ");

function tellsReadersApart(href: string, label: string): boolean {
  const { authority } = splitUrl(href);
  const host = authority.slice(authority.lastIndexOf("@") + 1).replace(/:\d*$/, "");
  if (HOSTING_SUFFIXES.some((suffix) => host.endsWith(`.${suffix}`))) return false;
  const domain = registrableDomain(host);
  return !`.${domain}`.includes(`.${label}.`);
}

type OpaqueKind = "uuid" | "hex" | "digits" | "mixed";

function opaqueKind(value: string): OpaqueKind | null {
  if (value.length < DIGITS_MIN) return null;
  if (UUID.test(value)) return "uuid";
  if (/^\d+$/.test(value)) return value.length >= DIGITS_MIN && !isTime(value) ? "digits" : null;
  if (value.length < OPAQUE_CHARS_MIN) return null;
  if (HEX.test(value)) return value.length >= HEX_CHARS_MIN && /\d/.test(value) ? "hex" : null;
  const clashMin = value.length >= LONG_CHARS_MIN ? LONG_CLASH_SHARE_MIN : CLASH_SHARE_MIN;
  return clashShare(value) >= clashMin && entropyBits(value) >= ENTROPY_BITS_MIN ? "mixed" : null;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const UUID_OF_VERSION = /^.{14}[1-8].{4}[89ab]/i;
const HEX = /^(?:[0-9a-f]+|[0-9A-F]+)$/;

/** Unix seconds or milliseconds between 2001 and 2033, or a calendar date with or without a time of day. */
function isTime(digits: string): boolean {
  if ((digits.length === 10 || digits.length === 13) && /^1\d/.test(digits)) return true;
  return /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?:[0-2]\d(?:[0-5]\d){0,2}\d{0,3})?$/.test(digits);
}

function describe(kind: OpaqueKind, value: string): string {
  return [...basicWords(kind, value), ...structureOf(value)].join("; ");
}

function basicWords(kind: OpaqueKind, value: string): readonly string[] {
  // Its structure says what kind of UUID it is.
  if (kind === "uuid") return UUID_OF_VERSION.test(value) ? [] : ["UUID"];
  if (kind === "digits") return [`number of ${value.length} digits`];
  if (kind === "hex") return [`opaque, ${value.length} hex digits`];
  return [`opaque, ${value.length} characters, ${entropyBits(value).toFixed(1)} bits each`];
}

/** TF-128: campaign, reader and check value in fields of their own, each too short to judge alone. */
function shortValuesTogether(candidates: readonly Candidate[]): OpaqueValue | null {
  const found = new Set<string>();
  let characters = 0;
  for (const { value, place } of candidates) {
    if (place === "host" || place === "userinfo") continue;
    for (const piece of value.split(/[^A-Za-z0-9]+/)) {
      if (piece.length < PIECE_CHARS_MIN || !isMixedPiece(piece) || found.has(piece)) continue;
      found.add(piece);
      characters += piece.length;
    }
  }
  if (found.size < 2 || characters < TOGETHER_CHARS_MIN) return null;
  const longest = [...found].reduce((best, piece) => (piece.length > best.length ? piece : best));
  return { value: longest, detail: `${found.size} short opaque values, ${characters} characters together` };
}

/** Short pieces must mix letters with digits or cases in earnest: `v2`, `600x320` and `iPhone` do not. */
function isMixedPiece(piece: string): boolean {
  if (!/[A-Za-z]/.test(piece) || /^\d+x\d+(?:px)?$/i.test(piece)) return false;
  return switches(piece) >= 2 && clashShare(piece) >= 0.4;
}

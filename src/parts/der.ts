/**
 * Addresses in certificates: where a program asks for the issuer, for revocation, for lists (threat-facts RL-64; RFC 5280 4.2.1.13,
 * 4.2.2.1, 4.2.2.2; RFC 3709; CMS by RFC 5652). Whoever made the certificate chose them.
 *
 * DER and BER are walked flat: a constructed value is stepped into, a primitive one over. No tree is built and nothing is
 * verified; that keeps the walk linear and total, also on damaged and endless structures.
 */
import { limits } from "../base/limits.ts";
import { toBuffer } from "../mail/bytes.ts";
import { pointsAway } from "./addresses.ts";
import type { PartBudget, PartReading, PartReference } from "./reference.ts";

type Kind = Pick<PartReference, "by" | "fires">;

// biome-ignore format: a table reads by column
const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ["1.3.6.1.5.5.7.48.1",  { by: "where a program asks whether a certificate still holds (OCSP)",   fires: "open" }],
  ["1.3.6.1.5.5.7.48.2",  { by: "where a program fetches the issuer's certificate (caIssuers)",    fires: "open" }],
  ["1.3.6.1.5.5.7.48.3",  { by: "where a program gets a time stamp",                               fires: "open" }],
  ["1.3.6.1.5.5.7.48.5",  { by: "where certificates of an authority are kept",                     fires: "open" }],
  ["2.5.29.31",           { by: "where a program fetches the list of revoked certificates (CRL)",  fires: "open" }],
  ["2.5.29.46",           { by: "where a program fetches the newest revoked certificates (CRL)",   fires: "open" }],
  ["1.3.6.1.5.5.7.1.12",  { by: "the logo of a certificate",                                       fires: "open" }],
  ["1.3.6.1.5.5.7.2.1",   { by: "the policy of a certificate, as a link",                          fires: "click" }],
]);

const OID = 0x06;
const OCTET_STRING = 0x04;
const IA5_STRING = 0x16;
/** GeneralName's uniformResourceIdentifier, [6] IMPLICIT IA5String. */
const URI = 0x86;
const CONSTRUCTED = 0x20;
const SEQUENCE = 0x30;
/** `[0]`, what EXPLICIT content stands in. */
const CONTENT = 0xa0;
/** `1.2.840.113549.1.7.2`, signedData; `.3`, envelopedData; `1.2.840.113549.1.9.16.1.23`, authEnvelopedData. */
const SIGNED_DATA = Buffer.from("06092a864886f70d010702", "hex");
const ENVELOPED_DATA = [Buffer.from("06092a864886f70d010703", "hex"), Buffer.from("060b2a864886f70d0109100117", "hex")];
/** Outermost structure and its type. */
const HEAD_BYTES = 64;

/** A CMS structure or certificate by its first bytes. */
export function isCertificateData(bytes: Buffer): boolean {
  const [tag = 0, length = 0] = bytes;
  return tag === 0x30 && length >= 0x80 && bytes.subarray(0, HEAD_BYTES).includes(SIGNED_DATA);
}

/**
 * Opaque S/MIME: the mail inside a signature is a file of its own, readable without any key (RFC 8551 3.5.2). `part.encrypted` for
 * one that only its reader's key opens.
 */
export function readCertificates(bytes: Buffer, budget: PartBudget): PartReading {
  const head = bytes.subarray(0, HEAD_BYTES);
  if (ENVELOPED_DATA.some((type) => head.includes(type))) budget.codes.add("part.encrypted");
  const content = head.includes(SIGNED_DATA) ? signedContent(bytes) : null;
  const isRead = content !== null && content.length > 0 && budget.takeBytes(content.length);
  return {
    references: certificateReferences(bytes, budget),
    files: isRead ? [{ name: "smime.eml", mediaType: "message/rfc822", bytes: content, isShown: true }] : [],
  };
}

/**
 * ```
 * ContentInfo: SEQUENCE { signedData, [0] SEQUENCE { version, SET of algorithms, SEQUENCE { type, [0] OCTET STRING } … } }
 * ```
 * (RFC 5652 3, 5.1). The string may be in pieces, and any of the outer lengths endless. Null where that is not what stands there, or
 * the content is kept elsewhere. Linear.
 */
function signedContent(bytes: Buffer): Buffer | null {
  let at = 0;
  for (const [tag, step] of TO_CONTENT) {
    const value = valueAt(bytes, at);
    if (value === null || value.tag !== tag || (step === "over" && value.isEndless)) return null;
    at = step === "into" ? value.start : value.end;
  }
  return octets(bytes, at);
}

// biome-ignore format: a table reads by column
const TO_CONTENT: readonly (readonly [tag: number, step: "into" | "over"])[] = [
  [SEQUENCE, "into"], [OID, "over"], [CONTENT, "into"], [SEQUENCE, "into"],
  [0x02, "over"], [0x31, "over"], [SEQUENCE, "into"], [OID, "over"], [CONTENT, "into"],
];

/** An octet string, its pieces put together: they end with another value, as endless ones do. */
function octets(bytes: Buffer, from: number): Buffer | null {
  const whole = valueAt(bytes, from);
  if (whole?.tag === OCTET_STRING) return bytes.subarray(whole.start, whole.end);
  if (whole?.tag !== (OCTET_STRING | CONSTRUCTED)) return null;
  const pieces: Buffer[] = [];
  for (let at = whole.start; at < whole.end; ) {
    const piece = valueAt(bytes, at);
    if (piece === null || (piece.tag & ~CONSTRUCTED) !== OCTET_STRING) break;
    if (piece.tag === OCTET_STRING) pieces.push(bytes.subarray(piece.start, Math.min(piece.end, whole.end)));
    at = piece.tag === OCTET_STRING ? piece.end : piece.start;
  }
  return Buffer.concat(pieces);
}

function certificateReferences(bytes: Buffer, budget: PartBudget): readonly PartReference[] {
  const found = new Map<string, PartReference>();
  let kind: Kind | null = null;
  for (let at = 0; at < bytes.length; ) {
    const value = valueAt(bytes, at);
    if (value === null) break;
    const { tag, start, end, isEndless } = value;
    if ((tag & CONSTRUCTED) !== 0 || isEndless || holdsMore(bytes, value)) {
      at = start;
      continue;
    }
    if (tag === OID)
      kind = KINDS.get(oidText(bytes.subarray(start, end))) ?? (isInside(bytes, start, end) ? kind : null);
    if (kind !== null && (tag === URI || tag === IA5_STRING)) {
      const url = bytes.toString("latin1", start, Math.min(end, start + limits.urlCharsMax));
      const key = `${kind.by} ${url}`;
      const isCut = end - start > limits.urlCharsMax;
      if (isCut && pointsAway(url)) budget.codes.add("limit.url");
      if (pointsAway(url) && !found.has(key)) found.set(key, { vector: "RL-64", url, ...kind, start, end });
    }
    at = end;
  }
  return [...found.values()];
}

interface Value {
  readonly tag: number;
  /** Of the content. */
  readonly start: number;
  /** Cut at the end of the bytes. */
  readonly end: number;
  readonly isEndless: boolean;
}

/** X.690 8.1. Null where no value begins. */
function valueAt(bytes: Buffer, at: number): Value | null {
  const tag = bytes[at] ?? 0;
  let start = at + 1;
  // A tag in several bytes; none of those looked for is one.
  if ((tag & 0x1f) === 0x1f) while (start < bytes.length && ((bytes[start++] ?? 0) & 0x80) !== 0);
  const first = bytes[start++];
  if (first === undefined) return null;
  if (first === 0x80) return { tag, start, end: bytes.length, isEndless: true };
  if (first < 0x80) return { tag, start, end: Math.min(bytes.length, start + first), isEndless: false };
  const count = first & 0x7f;
  if (count > 6 || start + count > bytes.length) return null;
  const length = bytes.readUIntBE(start, count);
  start += count;
  return { tag, start, end: Math.min(bytes.length, start + length), isEndless: false };
}

/** Extensions stand in octet strings; their content is a value that fills it. */
function holdsMore(bytes: Buffer, { tag, start, end }: Value): boolean {
  if (tag !== OCTET_STRING || bytes[start] !== 0x30 || end - start < 4) return false;
  const inner = valueAt(bytes, start);
  return inner !== null && inner.end === end;
}

/** Names of hash algorithms inside a logo's details come between its name and its addresses. */
function isInside(bytes: Buffer, start: number, end: number): boolean {
  return /^(?:1\.3\.14\.3\.2\.26|2\.16\.840\.1\.101\.3\.4\.2\.\d+)$/.test(oidText(bytes.subarray(start, end)));
}

function oidText(bytes: Buffer): string {
  if (bytes.length === 0 || bytes.length > 32) return "";
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of bytes) {
    arc = arc * 128 + (byte & 0x7f);
    if ((byte & 0x80) !== 0) continue;
    if (arcs.length === 0) arcs.push(Math.min(2, Math.floor(arc / 40)), arc - 40 * Math.min(2, Math.floor(arc / 40)));
    else arcs.push(arc);
    arc = 0;
  }
  return arcs.join(".");
}

/** The certificates of a PEM text, each by itself (RFC 7468); empty for another text. Linear. */
export function pemBlocks(text: string, budget: PartBudget): readonly Buffer[] {
  const found: Buffer[] = [];
  for (const match of text.matchAll(PEM_BEGIN)) {
    const start = match.index + match[0].length;
    const end = text.indexOf("-", start);
    if (end < 0) break;
    if (!text.startsWith("-----END", end)) continue;
    if (!budget.takeEntry()) break;
    found.push(toBuffer(Buffer.from(text.slice(start, end), "base64")));
  }
  return found;
}

const PEM_BEGIN = /-----BEGIN (?:CERTIFICATE|PKCS7|CMS)-----/g;

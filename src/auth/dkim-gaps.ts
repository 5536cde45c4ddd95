/**
 * What a message's DKIM signatures leave open, whether or not they verify (RFC 6376; hostile-mail HM-050 to HM-053): a body that
 * is signed in part, header fields beside the signed ones, and a signature that is older than any queue.
 *
 * States only: a list that adds a footer leaves the same trace as somebody who adds a page. Pure, total; linear in the signature
 * fields, and in the body only where a signature names a length.
 */
import type { Problem } from "../base/problem.ts";
import { type Span, span } from "../base/span.ts";
import { toBuffer } from "../mail/bytes.ts";
import { fieldsNamed, fieldText } from "../mail/headers.ts";
import type { HeaderField, Message } from "../mail/message.ts";
import { receivedDate } from "../mail/received.ts";

/** Signatures looked at; verifiers take no more (HM-053). */
const SIGNATURES_MAX = 8;
const SIGNATURE_CHARS_MAX = 16 * 1024;
/** Names in one `h=` that are read. */
const NAMES_MAX = 1_000;
/** Unsigned fields named of one message. */
const NAMED_MAX = 16;

/** Of which a second copy, put above the signed one, is what some readers show. */
const SHOWN = [
  ...["from", "sender", "reply-to", "to", "cc", "subject", "date", "message-id"],
  ...["content-type", "content-transfer-encoding", "mime-version"],
];
/** Which all signers sign; a fifth leaves To out, a third Content-Type. */
const ALWAYS = ["from", "subject"];

/** RFC 5321 4.5.4.1: queues give up after four or five days. */
const QUEUE_MS = 7 * 24 * 3_600_000;

const CR = 0x0d;
const LF = 0x0a;
const SPACE = 0x20;
const TAB = 0x09;

/**
 * `dkim-partial-body`, at the bytes that are not signed · `dkim-not-oversigned`, at each field that is not · `dkim-replay-suspect`,
 * at the signature that had expired or was a week old when the last server received the message.
 */
export function dkimGaps(message: Message): readonly Problem[] {
  const fields = fieldsNamed(message.root.headers, "dkim-signature").slice(0, SIGNATURES_MAX);
  if (fields.length === 0) return [];
  const signatures = fields.map((field) => ({ field, tags: tagsOf(fieldText(message.bytes, field)) }));
  const bodies = signatures.map(({ tags }) => unsignedBody(message, tags)).filter((rest) => rest !== null);
  const unsigned = new Set(signatures.flatMap(({ tags }) => unsignedFields(message, tags)));
  const received = receivedAt(message);
  const stale = signatures.find(({ tags }) => received !== null && isStale(tags, received));
  return [
    ...bodies.slice(0, 1).map((rest) => ({ code: "dkim-partial-body", span: rest })),
    ...[...unsigned].slice(0, NAMED_MAX).map((field) => ({ code: "dkim-not-oversigned", span: field.span })),
    ...(stale === undefined ? [] : [{ code: "dkim-replay-suspect", span: stale.field.span }]),
  ];
}

type Tags = ReadonlyMap<string, string>;

/** RFC 6376 3.2; of repeated tags the first. White space means nothing in the tags that are asked for. */
function tagsOf(text: string): Tags {
  const tags = new Map<string, string>();
  for (const tag of text.slice(0, SIGNATURE_CHARS_MAX).split(";", NAMES_MAX)) {
    const equals = tag.indexOf("=");
    const name = tag.slice(0, Math.max(0, equals)).trim();
    if (equals > 0 && !tags.has(name)) tags.set(name, tag.slice(equals + 1).replace(/\s+/g, ""));
  }
  return tags;
}

/** What `l=` leaves out, blank lines at the end set aside; null for nothing. */
function unsignedBody(message: Message, tags: Tags): Span | null {
  const length = tags.get("l");
  if (length === undefined || !/^\d{1,76}$/.test(length)) return null;
  const isRelaxed = tags.get("c")?.split("/")[1]?.toLowerCase() === "relaxed";
  const { body } = message.root;
  const bytes = toBuffer(message.bytes).subarray(body.start, body.end);
  const end = canonicalPlace(bytes, Number(length), isRelaxed);
  for (let at = end; at < bytes.length; at += 1) {
    if ((bytes[at] as number) > SPACE) return span(body.start + end, body.end);
  }
  return null;
}

/** Where the canonical body's first `length` bytes end (RFC 6376 3.4.3, 3.4.4). Lines end in CR LF, however they are stored. */
function canonicalPlace(bytes: Buffer, length: number, isRelaxed: boolean): number {
  let count = 0;
  let blanks = 0;
  let at = 0;
  for (; at < bytes.length && count < length; at += 1) {
    const byte = bytes[at];
    if (byte === CR && bytes[at + 1] === LF) continue;
    if (isRelaxed && (byte === SPACE || byte === TAB)) blanks = 1;
    else {
      count += byte === LF ? 2 : 1 + blanks;
      blanks = 0;
    }
  }
  return at;
}

/** Fields are signed from the last to the first (RFC 6376 5.4.2): what stands above is free. */
function unsignedFields(message: Message, tags: Tags): readonly HeaderField[] {
  const signed = new Map<string, number>();
  for (const name of (tags.get("h") ?? "").toLowerCase().split(":", NAMES_MAX)) {
    signed.set(name, (signed.get(name) ?? 0) + 1);
  }
  return SHOWN.flatMap((key) => {
    const count = signed.get(key) ?? 0;
    if (count === 0 && !ALWAYS.includes(key)) return [];
    const present = fieldsNamed(message.root.headers, key);
    return present.slice(0, Math.max(0, present.length - count));
  });
}

function receivedAt(message: Message): number | null {
  const [field] = fieldsNamed(message.root.headers, "received");
  return field === undefined ? null : receivedDate(fieldText(message.bytes, field));
}

function isStale(tags: Tags, receivedMs: number): boolean {
  const [signed, expires] = [secondsOf(tags.get("t")), secondsOf(tags.get("x"))];
  return (expires !== null && expires < receivedMs) || (signed !== null && signed + QUEUE_MS < receivedMs);
}

/** Milliseconds; null for no time. RFC 6376 3.5 allows numbers to the year 200,000. */
function secondsOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) * 1_000 : null;
}

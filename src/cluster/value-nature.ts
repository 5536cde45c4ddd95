/**
 * What the values of a field could be besides a reader's token: the time of sending, a number against caches, a
 * signature of what stands beside it, the name of a variant or a language. Each of these differs between copies without
 * telling who reads (LK-13), so that difference alone is no proof.
 *
 * Pure. Whoever chooses the values can make a token look like any of these; stability over several messages tells them
 * apart, and so the comparing step asks for it there.
 */
import type { EpochMs } from "../base/brand.ts";

/** A time this near to the message's own is the time of sending: queues and clocks are off by hours, not by weeks. */
const SENDING_MS = 3 * 86_400_000;
const TIME_CHARS_MAX = 17;

/** Readings of a value as an instant: Unix seconds or milliseconds in decimal, hex or base 36, or digits of a calendar. */
export function readsAsSendingTime(value: string, date: EpochMs | null): boolean {
  if (date === null || value.length < 6 || value.length > TIME_CHARS_MAX) return false;
  return instants(value).some((ms) => Math.abs(ms - date) <= SENDING_MS);
}

function instants(value: string): readonly number[] {
  const found: number[] = [];
  const add = (number: number): void => {
    if (Number.isFinite(number)) found.push(number, number * 1000);
  };
  if (/^\d+(?:\.\d+)?$/.test(value)) add(Number(value));
  if (/^[0-9a-f]{8,11}$/i.test(value)) add(Number.parseInt(value, 16));
  if (/^[0-9a-z]{6,8}$/i.test(value)) add(Number.parseInt(value, 36));
  const calendar = /^(20\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?Z?)?$/.exec(value);
  if (calendar !== null) {
    const [year, month, day, hour, minute, second] = calendar.slice(1).map((part) => Number(part ?? 0));
    found.push(Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second));
  }
  return found;
}

/** Names under which pages and mailers send a number that only keeps caches away, or the time. */
const NOISE_NAMES: ReadonlySet<string> = new Set(
  "_ cb cachebuster cachebust bust buster rnd rand random nocache no-cache ord nonce ts timestamp time".split(" "),
);
const SIGNATURE_NAMES: ReadonlySet<string> = new Set(
  (
    "s sig sign signature hmac hash md5 sha1 checksum crc policy expires exp x-amz-signature x-amz-date x-amz-credential " +
    "x-amz-security-token x-goog-signature x-goog-date x-goog-expires awsaccesskeyid googleaccessid"
  ).split(" "),
);

/** `field`: as `LayoutField.name`. */
export function isNoiseName(field: string): boolean {
  return NOISE_NAMES.has(parameterOf(field));
}

/** True of a value that is worked out from the others of its URL. */
export function isSignatureName(field: string): boolean {
  return SIGNATURE_NAMES.has(parameterOf(field));
}

function parameterOf(field: string): string {
  return field.startsWith("query ") ? (field.slice(6).split(" ")[0] ?? "").toLowerCase() : "";
}

/**
 * Could the values be some of a few that many readers share: words, languages, variants, shards (`a`, `de-DE`, `img3`)?
 * True when every one of them reads so. A mixed value of four characters, or a number of four digits, is more than
 * variants need.
 */
export function areFewValued(values: readonly string[]): boolean {
  const shard = shardName(values[0] ?? "");
  return values.every((value) => isFewValued(value) || (shard !== "" && shardName(value) === shard));
}

function isFewValued(value: string): boolean {
  if (value.length < 3) return true;
  if (/^\d+$/.test(value)) return value.length < 4;
  if (/^\p{L}+$/u.test(value)) return value.length < 12 && !mixesCase(value);
  return /^[a-z]{2,3}[-_][a-z]{2,4}$/i.test(value);
}

/** `de`, `pt-BR`. */
export function readsAsLanguage(value: string): boolean {
  return /^[a-z]{2}(?:[-_][a-z]{2,4})?$/i.test(value);
}

/** `img` of `img12`; empty for another form. */
function shardName(value: string): string {
  return /^([a-z]+[-_.]?)\d{1,3}$/.exec(value)?.[1] ?? "";
}

/** `dFaVq`: capitals behind small letters more than once are no word. */
function mixesCase(value: string): boolean {
  return (value.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0) >= 2;
}

/** The value holds a name out of the reader's own address: three letters or more of its local part. */
export function namesReader(value: string, reader: string): boolean {
  const local = reader.slice(0, Math.max(0, reader.lastIndexOf("@"))).toLowerCase();
  const lower = value.toLowerCase();
  return (local.match(/\p{L}{3,}/gu) ?? []).some((word) => lower.includes(word));
}

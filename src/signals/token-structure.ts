/**
 * What an opaque value tells of its making, in words: fields, identifiers that hold a time, encoded structures, signatures
 * (threat-facts TF-125, TF-128). Nothing of it says whose value it is; it only helps a reader of the report.
 *
 * Pure and total; linear in the value, of which `CHARS_MAX` characters are looked at.
 */

const CHARS_MAX = 2048;
/** Times that a mail of today may hold: 2001-09-09 to 2033-05-18, where Unix seconds have ten digits and start with 1. */
const TIME_MIN_MS = 1_000_000_000_000;
const TIME_MAX_MS = 2_000_000_000_000;
/** Fields and names that are told. */
const TOLD_MAX = 8;

/** Sentence parts after `opaque, 22 characters`; empty where nothing shows. */
export function structureOf(value: string): readonly string[] {
  const text = value.length > CHARS_MAX ? value.slice(0, CHARS_MAX) : value;
  const whole = identifierOf(text) ?? documentOf(text);
  if (whole !== null) return [whole];
  return fieldsOf(text);
}

const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?([0-9a-f])[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$/i;
/** 100-nanosecond steps from 1582-10-15 to 1970 (RFC 9562 5.1). */
const GREGORIAN_STEPS = 0x01b21dd213814000n;

/** The identifier that the whole value is, by its shape; those with a time only where the time is of our days. */
function identifierOf(text: string): string | null {
  if (text.length < 17 || text.length > 36) return null;
  const version = UUID.exec(text)?.[1];
  if (version !== undefined && (text.includes("-") || "1467".includes(version))) return uuidWords(text, version);
  if (text.length === 26 && /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(text))
    return timed("ULID", crockford(text.slice(0, 10)));
  if (text.length === 24 && /^[0-9a-f]{24}$/i.test(text)) {
    return timed("ObjectId of a MongoDB database", Number.parseInt(text.slice(0, 8), 16) * 1000);
  }
  if (text.length === 27 && /^[0-9A-Za-z]{27}$/.test(text)) return timed("KSUID", ksuidTime(text));
  if (text.length <= 19 && /^\d{17,19}$/.test(text)) return snowflakeWords(text);
  return null;
}

function timed(name: string, ms: number): string | null {
  return isOurTime(ms) ? `${name}; holds the time ${timeWords(ms)}` : null;
}

function isOurTime(ms: number): boolean {
  return ms >= TIME_MIN_MS && ms < TIME_MAX_MS;
}

/** `2023-04-05 10:11 UTC` */
function timeWords(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

function uuidWords(text: string, version: string): string {
  const hex = text.replaceAll("-", "").toLowerCase();
  const whole = BigInt(`0x${hex}`);
  const words = `UUID version ${version}`;
  if (version === "7") return timed(words, Number(whole >> 80n)) ?? words;
  if (version === "1" || version === "6") {
    const steps =
      version === "1"
        ? BigInt(`0x${hex.slice(13, 16)}${hex.slice(8, 12)}${hex.slice(0, 8)}`)
        : BigInt(`0x${hex.slice(0, 12)}${hex.slice(13, 16)}`);
    const time = timed(words, Number((steps - GREGORIAN_STEPS) / 10_000n));
    const node = (hex.slice(20).match(/../g) ?? []).join(":");
    return time === null ? words : `${time}; made by the machine ${node}`;
  }
  return version === "4" ? `${words}, random` : words;
}

const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

function crockford(text: string): number {
  return [...text].reduce((sum, letter) => sum * 32 + CROCKFORD.indexOf(letter), 0);
}

/** KSUID: 20 bytes in base62, of which the first four are seconds since 2014-05-13. */
const KSUID_EPOCH_SECONDS = 1_400_000_000;
const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

function ksuidTime(text: string): number {
  const value = [...text].reduce((sum, letter) => sum * 62n + BigInt(BASE62.indexOf(letter)), 0n);
  const seconds = Number(value >> 128n);
  // All of the 32 bits would be some time between 2014 and 2150: only the likely half of it is believed.
  return seconds < 2 ** 29 ? (seconds + KSUID_EPOCH_SECONDS) * 1000 : Number.NaN;
}

/** Milliseconds in the upper bits, of two epochs in wide use. */
const SNOWFLAKES: readonly (readonly [name: string, epochMs: number])[] = [
  ["Twitter", 1_288_834_974_657],
  ["Discord", 1_420_070_400_000],
];

function snowflakeWords(text: string): string {
  const since = Number(BigInt(text) >> 22n);
  const told = SNOWFLAKES.map(([name, epoch]) => ({ name, ms: since + epoch })).filter(({ ms }) => isOurTime(ms));
  const times = told.map(({ name, ms }) => `${timeWords(ms)} as ${name} counts`).join(", ");
  return times === "" ? "number of a counter" : `may be a Snowflake number: ${times}`;
}

/** JSON web token, or JSON, MessagePack or protocol buffers under base64: the names of what is inside. */
function documentOf(text: string): string | null {
  const parts = text.startsWith("eyJ") ? text.split(".", 4) : [];
  if (parts.length === 3 && /^eyJ[\w-]+$/.test(parts[0] ?? "")) {
    const header = keysOf(fromBase64(parts[0] ?? ""));
    const claims = keysOf(fromBase64(parts[1] ?? ""));
    if (header !== null) return `signed JSON web token${claims === null ? "" : ` with ${listWords(claims)}`}`;
  }
  if (!/^[\w+/-]{12,}={0,2}$/.test(text)) return null;
  const bytes = fromBase64(text);
  const keys = keysOf(bytes);
  if (keys !== null) return `base64 of JSON with ${listWords(keys)}`;
  const fields = protocolFields(bytes);
  return fields < 2 ? null : `base64 of ${fields} fields of a protocol buffer`;
}

function fromBase64(text: string): Buffer {
  return Buffer.from(text, "base64");
}

/** Names in a JSON object, and a time that one of its numbers holds. */
function keysOf(bytes: Buffer): readonly string[] | null {
  if (bytes[0] !== 0x7b) return null;
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString("utf8"));
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null) return null;
  return Object.entries(value)
    .slice(0, TOLD_MAX)
    .map(([key, content]) => {
      const time = typeof content === "number" ? unixTime(content) : null;
      return time === null ? key.slice(0, 32) : `${key.slice(0, 32)} (${timeWords(time)})`;
    });
}

function listWords(names: readonly string[]): string {
  return names.length === 0 ? "no fields" : `the fields ${names.join(", ")}`;
}

function unixTime(value: number): number | null {
  if (!Number.isInteger(value)) return null;
  if (isOurTime(value)) return value;
  return isOurTime(value * 1000) ? value * 1000 : null;
}

/** How many fields the bytes hold if they are a protocol buffer to the last byte, else 0. */
function protocolFields(bytes: Uint8Array): number {
  let at = 0;
  let fields = 0;
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; shift < 63; shift += 7) {
      const byte = bytes[at];
      if (byte === undefined) return Number.NaN;
      at += 1;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    return Number.NaN;
  };
  let before = 0;
  while (at < bytes.length) {
    const tag = varint();
    const number = Math.floor(tag / 8);
    // Makers write fields in the order of their numbers, which are small: chance does not.
    if (!(number >= before && number >= 1 && number <= 32)) return 0;
    before = number;
    const type = tag % 8;
    if (type === 0) {
      if (Number.isNaN(varint())) return 0;
    } else if (type === 1) at += 8;
    else if (type === 5) at += 4;
    else if (type === 2) {
      const size = varint();
      at += size;
    } else return 0;
    if (!(at <= bytes.length)) return 0;
    fields += 1;
  }
  return fields;
}

/** Bytes of the signatures in use: MD5, SHA-1, SHA-256 and their kind. */
const SIGNATURE_BYTES: ReadonlySet<number> = new Set([16, 20, 32, 64]);

/** Fields between marks, what times they hold, and a signature at the end. */
function fieldsOf(text: string): readonly string[] {
  const fields = text.split(/[^A-Za-z0-9]+/).filter((field) => field !== "");
  const words: string[] = [];
  if (fields.length >= 2 && fields.length <= 16) words.push(`${fields.length} fields`);
  for (const field of fields.slice(0, 16)) {
    const time = timeIn(field);
    if (time !== null && words.length < TOLD_MAX) words.push(`holds the time ${timeWords(time)}`);
  }
  const last = fields.length >= 2 ? (fields.at(-1) ?? "") : "";
  const bytes = /^[0-9a-f]+$/i.test(last) && /\d/.test(last) && /[a-f]/i.test(last) ? last.length / 2 : 0;
  if (SIGNATURE_BYTES.has(bytes)) words.push(`ends like a signature of ${bytes} bytes`);
  return words;
}

/** Unix time as a whole field: ten or thirteen digits, eight hex digits. */
function timeIn(field: string): number | null {
  if (/^(?:\d{10}|\d{13})$/.test(field)) return unixTime(Number(field));
  if (/^[4-6][0-9a-f]{7}$/.test(field) && /[a-f]/.test(field)) return unixTime(Number.parseInt(field, 16));
  return null;
}

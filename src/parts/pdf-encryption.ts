/**
 * PDF files that are encrypted but open without a password, as most encrypted ones do (ISO 32000-1 7.6, ISO 32000-2 7.6.4): the same file
 * with its strings and streams in the open.
 *
 * Pure, total, linear. Null where a password is needed, or the method is not one of the standard's.
 */
import { createCipheriv, createDecipheriv, createHash } from "node:crypto";
import { literalString, type PdfStream, streamsOf, textOutside, withoutNameEscapes } from "./pdf.ts";

const PADDING = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");

type Method = "rc4" | "aes-128" | "aes-256" | "none";

interface Lock {
  readonly key: Buffer;
  readonly strings: Method;
  readonly streams: Method;
  readonly isMetadataLocked: boolean;
  /** Of the object that says how; its own strings are in the open. */
  readonly dictionaryAt: number;
}

export function openPdf(bytes: Buffer): Buffer | null {
  const raw = bytes.toString("latin1");
  const streams = streamsOf(raw);
  const outside = textOutside(raw, streams);
  const lock = lockOf(outside);
  if (lock === null) return null;
  const pieces: Buffer[] = [];
  let at = 0;
  let nextStream = 0;
  const heads = [...outside.matchAll(/(?<!\d)(\d{1,10})\s{1,20}(\d{1,5})\s{1,20}obj\b/g)];
  for (const [index, head] of heads.entries()) {
    const end = heads[index + 1]?.index ?? outside.length;
    const from = head.index + head[0].length;
    pieces.push(bytes.subarray(at, from));
    at = end;
    if (from <= lock.dictionaryAt && lock.dictionaryAt < end) {
      pieces.push(bytes.subarray(from, end));
      continue;
    }
    const keys = new ObjectKeys(lock, Number(head[1]), Number(head[2]));
    let stream: PdfStream | undefined;
    while (nextStream < streams.length && (streams[nextStream]?.start ?? 0) < end) {
      const one = streams[nextStream];
      if (one !== undefined && one.start >= from) stream ??= one;
      nextStream += 1;
    }
    const textEnd = stream?.start ?? end;
    pieces.push(Buffer.from(openStrings(outside.slice(from, textEnd), keys), "latin1"));
    if (stream !== undefined) pieces.push(openStream(bytes, stream, { keys, lock }), bytes.subarray(stream.end, end));
  }
  pieces.push(Buffer.from(raw.slice(at).replace(/\/Encrypt\b/g, "/Opened_"), "latin1"));
  return Buffer.from(
    Buffer.concat(pieces)
      .toString("latin1")
      .replaceAll(/\/Encrypt(?=[\s<\d])/g, "/Opened_"),
    "latin1",
  );
}

/** Null where the empty password does not open it. */
function lockOf(outside: string): Lock | null {
  const reference = /\/Encrypt\s*(?:(\d{1,10})\s+\d{1,5}\s+R|<<)/.exec(outside);
  if (reference === null) return null;
  const start =
    reference[1] === undefined
      ? reference.index
      : (new RegExp(`(?<!\\d)${reference[1]}\\s+\\d{1,5}\\s+obj\\b`).exec(outside)?.index ?? -1);
  if (start < 0) return null;
  const text = withoutNameEscapes(outside.slice(start, start + 8_192));
  const number = (name: string, otherwise: number) =>
    Number(new RegExp(`/${name}\\s+(-?\\d{1,12})\\b`).exec(text)?.[1] ?? otherwise);
  const [version, revision] = [number("V", 0), number("R", 0)];
  if (version < 1 || version > 5) return null;
  const isMetadataLocked = !/\/EncryptMetadata\s+false\b/.test(text);
  const facts: Facts = {
    revision,
    isMetadataLocked,
    keyBytes: version === 1 ? 5 : version >= 4 ? 16 : Math.min(16, Math.max(5, number("Length", 40) >> 3)),
    owner: stringOf(text, "O"),
    user: stringOf(text, "U"),
    userKey: stringOf(text, "UE"),
    permissions: number("P", 0),
    id: firstId(outside),
  };
  const key = revision >= 5 ? longKey(facts) : shortKey(facts);
  if (key === null) return null;
  const method = (name: string): Method =>
    version < 4 ? "rc4" : methodOf(text, new RegExp(`/${name}\\s*/(\\w{1,40})`).exec(text)?.[1] ?? "Identity");
  return { key, strings: method("StrF"), streams: method("StmF"), isMetadataLocked, dictionaryAt: start + 1 };
}

interface Facts {
  readonly revision: number;
  readonly isMetadataLocked: boolean;
  readonly keyBytes: number;
  readonly owner: Buffer;
  readonly user: Buffer;
  readonly userKey: Buffer;
  readonly permissions: number;
  readonly id: Buffer;
}

function methodOf(text: string, filter: string): Method {
  if (filter === "Identity") return "none";
  const written = new RegExp(`/${filter}\\s*<<[^>]{0,1024}?/CFM\\s*/(\\w{1,10})`).exec(text)?.[1];
  return written === "AESV3" ? "aes-256" : written === "AESV2" ? "aes-128" : written === "None" ? "none" : "rc4";
}

function stringOf(text: string, key: string): Buffer {
  const match = new RegExp(`/${key}\\s{0,20}([(<])`).exec(text);
  if (match === null) return Buffer.alloc(0);
  const from = match.index + match[0].length;
  return match[1] === "<"
    ? hexBytes(text, from).bytes
    : Buffer.from(literalString(text, from, (value) => value).value, "latin1");
}

function hexBytes(text: string, from: number): { readonly bytes: Buffer; readonly end: number } {
  HEX.lastIndex = from;
  const digits = HEX.exec(text)?.[0] ?? "";
  const plain = digits.replace(/\s+/g, "");
  return { bytes: Buffer.from(plain.length % 2 === 0 ? plain : `${plain}0`, "hex"), end: from + digits.length + 1 };
}

const HEX = /[0-9a-f\s]{0,131072}/iy;

function firstId(outside: string): Buffer {
  const match = /\/ID\s{0,20}\[\s{0,20}([(<])/.exec(outside);
  if (match === null) return Buffer.alloc(0);
  const from = match.index + match[0].length;
  return match[1] === "<"
    ? hexBytes(outside, from).bytes
    : Buffer.from(literalString(outside, from, (value) => value).value, "latin1");
}

/** Algorithms 2, 4 and 5: the key of the empty password, where it is the right one. */
function shortKey({ revision, isMetadataLocked, keyBytes, owner, user, permissions, id }: Facts): Buffer | null {
  const flags = Buffer.alloc(4);
  flags.writeInt32LE(permissions | 0, 0);
  const open = revision >= 4 && !isMetadataLocked ? Buffer.alloc(4, 0xff) : Buffer.alloc(0);
  let digest = md5(PADDING, owner.subarray(0, 32), flags, id, open);
  for (let round = 0; revision >= 3 && round < 50; round += 1) digest = md5(digest.subarray(0, keyBytes));
  const key = digest.subarray(0, keyBytes);
  if (revision === 2) return rc4(key, PADDING).equals(user.subarray(0, 32)) ? key : null;
  let check = rc4(key, md5(PADDING, id));
  for (let round = 1; round <= 19; round += 1) check = rc4(Buffer.from(key.map((byte) => byte ^ round)), check);
  return check.equals(user.subarray(0, 16)) ? key : null;
}

/** Algorithm 2.A, and the digest of revision 5 or 6. */
function longKey({ revision, user, userKey }: Facts): Buffer | null {
  if (user.length < 48 || userKey.length < 32) return null;
  const digest = (salt: Buffer) => (revision === 5 ? createHash("sha256").update(salt).digest() : hardDigest(salt));
  if (!digest(user.subarray(32, 40)).equals(user.subarray(0, 32))) return null;
  const decipher = createDecipheriv("aes-256-cbc", digest(user.subarray(40, 48)), Buffer.alloc(16)).setAutoPadding(
    false,
  );
  return Buffer.concat([decipher.update(userKey.subarray(0, 32)), decipher.final()]);
}

const ROUNDS_MAX = 512;

/** Algorithm 2.B of the empty password. */
function hardDigest(salt: Buffer): Buffer {
  let key = createHash("sha256").update(salt).digest();
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const block = Buffer.concat(Array.from({ length: 64 }, () => key));
    const cipher = createCipheriv("aes-128-cbc", key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false);
    const mixed = cipher.update(block);
    const remainder = mixed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = createHash(remainder === 0 ? "sha256" : remainder === 1 ? "sha384" : "sha512")
      .update(mixed)
      .digest();
    if (round >= 63 && (mixed.at(-1) ?? 0) <= round - 31) break;
  }
  return key.subarray(0, 32);
}

function md5(...pieces: readonly Buffer[]): Buffer {
  const hash = createHash("md5");
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
}

/** The platform has it no longer. */
function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  for (let i = 0, j = 0; i < 256; i += 1) {
    const one = state[i] as number;
    j = (j + one + (key[i % key.length] as number)) & 255;
    state[i] = state[j] as number;
    state[j] = one;
  }
  const out = Buffer.allocUnsafe(data.length);
  for (let at = 0, i = 0, j = 0; at < data.length; at += 1) {
    i = (i + 1) & 255;
    const one = state[i] as number;
    j = (j + one) & 255;
    const other = state[j] as number;
    state[i] = other;
    state[j] = one;
    out[at] = (data[at] as number) ^ (state[(one + other) & 255] as number);
  }
  return out;
}

/** Algorithm 1: a key for each object. */
class ObjectKeys {
  readonly #lock: Lock;
  readonly #suffix: Buffer;
  readonly #known = new Map<Method, Buffer>();

  constructor(lock: Lock, number: number, generation: number) {
    this.#lock = lock;
    this.#suffix = Buffer.from([
      number & 255,
      (number >> 8) & 255,
      (number >> 16) & 255,
      generation & 255,
      (generation >> 8) & 255,
    ]);
  }

  string(data: Buffer): Buffer {
    return this.open(data, this.#lock.strings);
  }

  stream(data: Buffer): Buffer {
    return this.open(data, this.#lock.streams);
  }

  open(data: Buffer, method: Method): Buffer {
    if (method === "none" || data.length === 0) return data;
    if (method === "rc4") return rc4(this.#key(method), data);
    const body = data.subarray(16, data.length - (data.length % 16));
    if (body.length === 0) return Buffer.alloc(0);
    const algorithm = method === "aes-128" ? "aes-128-cbc" : "aes-256-cbc";
    const decipher = createDecipheriv(algorithm, this.#key(method), data.subarray(0, 16)).setAutoPadding(false);
    const plain = Buffer.concat([decipher.update(body), decipher.final()]);
    const padding = plain.at(-1) ?? 0;
    return padding >= 1 && padding <= 16 ? plain.subarray(0, plain.length - padding) : plain;
  }

  #key(method: Method): Buffer {
    const { key } = this.#lock;
    if (method === "aes-256") return key;
    const known = this.#known.get(method);
    if (known !== undefined) return known;
    const salt = method === "aes-128" ? Buffer.from("sAlT") : Buffer.alloc(0);
    const made = md5(key, this.#suffix, salt).subarray(0, Math.min(16, key.length + 5));
    this.#known.set(method, made);
    return made;
  }
}

/** Each string as hexadecimal digits. */
function openStrings(text: string, keys: ObjectKeys): string {
  const pieces: string[] = [];
  let at = 0;
  STRING.lastIndex = 0;
  for (let match = STRING.exec(text); match !== null; match = STRING.exec(text)) {
    const from = match.index + 1;
    const { bytes, end } = match[0] === "(" ? literalBytes(text, from) : hexBytes(text, from);
    pieces.push(text.slice(at, match.index), "<", keys.string(bytes).toString("hex"), ">");
    at = Math.max(end, from);
    STRING.lastIndex = at;
  }
  pieces.push(text.slice(at));
  return pieces.join("");
}

const STRING = /\(|(?<!<)<(?!<)/g;

function literalBytes(text: string, from: number): { readonly bytes: Buffer; readonly end: number } {
  const { value, end } = literalString(text, from, (written) => written);
  return { bytes: Buffer.from(value, "latin1"), end };
}

function openStream(
  bytes: Buffer,
  { dictionary, start, end }: PdfStream,
  { keys, lock }: { readonly keys: ObjectKeys; readonly lock: Lock },
): Buffer {
  const isOpen =
    /\/Type\s*\/XRef\b/.test(dictionary) || (!lock.isMetadataLocked && /\/Type\s*\/Metadata\b/.test(dictionary));
  if (isOpen) return bytes.subarray(start, end);
  const length = Number(/\/Length\s+(\d{1,10})(?!\s+\d{1,5}\s+R)\b/.exec(dictionary)?.[1] ?? Number.NaN);
  const stated = start + length;
  // What is said counts where it ends within the last line end.
  const stop = stated <= end && end - stated <= 2 ? stated : withoutLineEnd(bytes, start, end);
  return Buffer.concat([keys.stream(bytes.subarray(start, stop)), Buffer.from("\n")]);
}

function withoutLineEnd(bytes: Buffer, start: number, end: number): number {
  let stop = end;
  if (stop > start && bytes[stop - 1] === 0x0a) stop -= 1;
  if (stop > start && bytes[stop - 1] === 0x0d) stop -= 1;
  return stop;
}

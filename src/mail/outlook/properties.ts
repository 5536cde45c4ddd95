/**
 * MAPI properties (MS-OXCDATA 2.11, MS-OXPROPS): numbered values with a type, as `.msg`, PST and TNEF all hold them.
 *
 * Values are read when asked for. Nothing here throws on any bytes; a value of the wrong type or length is absent.
 */
import { type EpochMs, epochMs } from "../../base/brand.ts";
import { limits } from "../../base/limits.ts";
import { decodeCharset } from "../charset.ts";
import { charsetOfCodePage, codePageOfLanguage } from "./code-pages.ts";

/** MS-OXCDATA 2.11.1. */
export const types = {
  integer16: 0x0002,
  integer32: 0x0003,
  boolean: 0x000b,
  object: 0x000d,
  integer64: 0x0014,
  string8: 0x001e,
  unicode: 0x001f,
  time: 0x0040,
  guid: 0x0048,
  binary: 0x0102,
  /** Added to a type: many values of it. */
  multiple: 0x1000,
} as const;

/** Numbers of the properties that are read here (MS-OXPROPS). */
export const ids = {
  messageClass: 0x001a,
  deliveryReportRequested: 0x0023,
  readReceiptRequested: 0x0029,
  subject: 0x0037,
  submitTime: 0x0039,
  subjectPrefix: 0x003d,
  representingName: 0x0042,
  replyNames: 0x0050,
  representingAddressType: 0x0064,
  representingAddress: 0x0065,
  transportHeaders: 0x007d,
  normalizedSubject: 0x0e1d,
  recipientType: 0x0c15,
  senderName: 0x0c1a,
  senderAddressType: 0x0c1e,
  senderAddress: 0x0c1f,
  displayBcc: 0x0e02,
  displayCc: 0x0e03,
  displayTo: 0x0e04,
  deliveryTime: 0x0e06,
  messageFlags: 0x0e07,
  body: 0x1000,
  compressedRtf: 0x1009,
  html: 0x1013,
  messageId: 0x1035,
  references: 0x1039,
  inReplyTo: 0x1042,
  flagStatus: 0x1090,
  lastVerb: 0x1081,
  displayName: 0x3001,
  addressType: 0x3002,
  address: 0x3003,
  attachData: 0x3701,
  attachExtension: 0x3703,
  attachShortName: 0x3704,
  attachMethod: 0x3705,
  attachLongName: 0x3707,
  attachPathName: 0x3708,
  attachLongPathName: 0x370d,
  attachMimeType: 0x370e,
  attachContentId: 0x3712,
  attachContentLocation: 0x3713,
  smtpAddress: 0x39fe,
  internetCodePage: 0x3fde,
  localeId: 0x3ff1,
  messageCodePage: 0x3ffd,
  senderSmtpAddress: 0x5d01,
  representingSmtpAddress: 0x5d02,
} as const;

/** The set of named properties that reminders belong to, as GUID text. */
export const PSETID_COMMON = "00062008-0000-0000-c000-000000000046";
export const reminderFileName = `${PSETID_COMMON}/0x851f`;
export const reminderOverrideName = `${PSETID_COMMON}/0x851c`;
export const reminderPlaySoundName = `${PSETID_COMMON}/0x851e`;

export interface Property {
  readonly id: number;
  readonly type: number;
  /** `guid/0x8501` or `guid/name` for a named property (number 0x8000 and up); empty for others. */
  readonly name: string;
  /** The value's first `bytesMax` bytes: 8 or fewer for numbers, the content for strings and binaries. */
  bytes(bytesMax: number): Buffer;
}

/** Takes the codes of problems that are met while values are read; an `ItemBudget` is one. */
export interface ProblemNotes {
  note(code: string): void;
}

const NO_NOTES: ProblemNotes = { note: () => {} };

/** The properties of one object. Of several with one number the first of a fitting type counts. */
export class PropertyBag {
  readonly all: readonly Property[];
  /** Of text in `string8`. */
  readonly codePage: number;
  readonly #byId = new Map<number, Property[]>();
  readonly #notes: ProblemNotes;

  /** `outerCodePage` holds where the object names none itself; 0 for none. `notes` are told of values that are cut. */
  constructor(all: readonly Property[], outerCodePage: number, notes: ProblemNotes = NO_NOTES) {
    this.all = all;
    this.#notes = notes;
    for (const property of all) {
      const same = this.#byId.get(property.id);
      if (same === undefined) this.#byId.set(property.id, [property]);
      else same.push(property);
    }
    this.codePage = this.#ownCodePage() || outerCodePage;
  }

  /** Null when absent or empty; a NUL ends it. Cut at `limits.mapiTextBytesMax`. */
  text(id: number): string | null {
    return this.#textUpTo(id, limits.mapiTextBytesMax, "limit.mapi-text");
  }

  textUpTo(id: number, bytesMax: number): string | null {
    return this.#textUpTo(id, bytesMax, "limit.message-bytes");
  }

  #textUpTo(id: number, bytesMax: number, code: string): string | null {
    const property = this.#find(id, types.unicode) ?? this.#find(id, types.string8);
    if (property === undefined) return null;
    const text = decodeText(this.#upTo(property, bytesMax, code), property.type, this.codePage);
    return text === "" ? null : text;
  }

  /** One byte more is asked for than is kept: where it comes, the rest is missing. */
  #upTo(property: Property, bytesMax: number, code: string): Buffer {
    const bytes = property.bytes(bytesMax + 1);
    if (bytes.length > bytesMax) this.#notes.note(code);
    return bytes.subarray(0, bytesMax);
  }

  /** Bytes of a binary or of 8-bit text; null when absent. */
  content(id: number, bytesMax: number): Buffer | null {
    const property = this.#find(id, types.binary) ?? this.#find(id, types.string8);
    return property === undefined ? null : this.#upTo(property, bytesMax, "limit.message-bytes");
  }

  /** The property itself, whatever its type. */
  first(id: number): Property | null {
    return this.#byId.get(id)?.[0] ?? null;
  }

  integer(id: number): number | null {
    const property = this.#find(id, types.integer32) ?? this.#find(id, types.integer16);
    const bytes = property?.bytes(4);
    if (property === undefined || bytes === undefined) return null;
    if (property.type === types.integer16) return bytes.length < 2 ? null : bytes.readUInt16LE(0);
    return bytes.length < 4 ? null : bytes.readUInt32LE(0);
  }

  isTrue(id: number): boolean {
    const bytes = this.#find(id, types.boolean)?.bytes(1);
    return bytes !== undefined && bytes.length > 0 && bytes[0] !== 0;
  }

  time(id: number): EpochMs | null {
    const bytes = this.#find(id, types.time)?.bytes(8);
    return bytes === undefined || bytes.length < 8 ? null : toEpochMs(bytes.readBigUInt64LE(0));
  }

  /** Text of a named property. */
  namedText(name: string): string | null {
    for (const property of this.all) {
      if (property.name !== name || !isText(property.type)) continue;
      const text = textOf(property, this.codePage, limits.mapiTextBytesMax);
      if (text !== "") return text;
    }
    return null;
  }

  #find(id: number, type: number): Property | undefined {
    return this.#byId.get(id)?.find((property) => property.type === type);
  }

  /** What the item says, else that of the writer's language: the code page for the internet is that of HTML, and often another. */
  #ownCodePage(): number {
    const own = this.integer(ids.messageCodePage) ?? 0;
    // UTF-16 cannot be the code page of 8-bit text.
    if (own !== 0 && own !== 1200) return own;
    return codePageOfLanguage(this.integer(ids.localeId) ?? 0) || (this.integer(ids.internetCodePage) ?? 0);
  }
}

export function isText(type: number): boolean {
  return type === types.unicode || type === types.string8;
}

/** Up to the first NUL; well-formed. */
export function textOf(property: Property, codePage: number, bytesMax: number): string {
  return decodeText(property.bytes(bytesMax), property.type, codePage);
}

export function decodeText(bytes: Buffer, type: number, codePage: number): string {
  const text =
    type === types.unicode
      ? bytes.toString("utf16le", 0, bytes.length - (bytes.length % 2))
      : decodeCharset(bytes, charsetOfCodePage(codePage)).text;
  const end = text.indexOf("\0");
  return (end < 0 ? text : text.slice(0, end)).toWellFormed();
}

/** 100 ns since 1601-01-01. */
const FILETIME_EPOCH_MS = 11_644_473_600_000n;

export function toEpochMs(filetime: bigint): EpochMs | null {
  // Zero and the largest value mean "none".
  if (filetime === 0n || filetime >= 0x7fff_ffff_ffff_0000n) return null;
  return epochMs(Number(filetime / 10_000n - FILETIME_EPOCH_MS));
}

/** `xxxxxxxx-xxxx-…` of 16 bytes (MS-DTYP 2.3.4.2); empty when there are fewer. */
export function guidText(bytes: Buffer): string {
  if (bytes.length < 16) return "";
  const hex = (from: number, to: number) => bytes.toString("hex", from, to);
  const swapped = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).reverse().toString("hex");
  return `${swapped(0, 4)}-${swapped(4, 6)}-${swapped(6, 8)}-${hex(8, 10)}-${hex(10, 16)}`;
}

/**
 * `winmail.dat` (application/ms-tnef, MS-OXTNEF): an Outlook item that was sent as an attachment of itself.
 *
 * Total on any bytes, linear, and nothing is copied but text: values are slices. A stream of attributes; what is
 * broken is named in `problems`, and what was read before and after is kept as far as lengths can be believed.
 *
 *     signature 4, key 2 | level 1, id 2, type 2, length 4, data, checksum 2 | …
 */
import { limits } from "../base/limits.ts";
import type { Problem } from "../base/problem.ts";
import { toBuffer } from "./bytes.ts";
import type { AttachmentContent, OutlookAttachment, OutlookItem } from "./outlook/item.ts";
import { type Observable, observablesOf } from "./outlook/observables.ts";
import { ids, type Property, PropertyBag, types } from "./outlook/properties.ts";
import { readTnefProperties, type TnefProperties } from "./tnef-properties.ts";

export interface TnefReading {
  /** Null for bytes that are no TNEF. */
  readonly item: OutlookItem | null;
  /** Properties that point to a server or a share. */
  readonly observables: readonly Observable[];
  /**
   * Codes `tnef.…` and `limit.…`, each once; their spans are missing, since the bytes lie in other encoded content. Those of an item
   * inside come when it is asked for.
   */
  readonly problems: readonly Problem[];
}

const SIGNATURE = 0x223e9f78;
const HEADER_BYTES = 6;
const ATTRIBUTE_BYTES = 9;
const MESSAGE_LEVEL = 1;
const ATTACHMENT_LEVEL = 2;

/** Attributes (MS-OXTNEF 2.1.3.1); the type beside them says nothing new. */
const attributes = {
  from: 0x8000,
  subject: 0x8004,
  dateSent: 0x8005,
  messageClass: 0x8008,
  body: 0x800c,
  attachData: 0x800f,
  attachTitle: 0x8010,
  attachTransportName: 0x9001,
  attachRendering: 0x9002,
  messageProperties: 0x9003,
  recipients: 0x9004,
  attachment: 0x9005,
  codePage: 0x9007,
} as const;

/** First in the value of an object property: what interface it is for. Messages are TNEF again. */
const MESSAGE_INTERFACE = Buffer.from("0703020000000000c000000000000046", "hex");
const INTERFACE_BYTES = 16;

export function isTnef(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && toBuffer(bytes).readUInt32LE(0) === SIGNATURE;
}

/** Values keep the bytes by reference. Items inside are read when asked for. */
export function parseTnef(bytes: Uint8Array): TnefReading {
  if (!isTnef(bytes)) return { item: null, observables: [], problems: [{ code: "tnef.no-signature" }] };
  const problems = new Set<string>();
  const reader = new TnefReader(toBuffer(bytes), problems);
  const item = reader.read();
  const observables = observablesOf(item, reader);
  return {
    item,
    observables,
    get problems() {
      return [...problems].map((code) => ({ code }));
    },
  };
}

/** What belongs to one attachment. */
interface Draft {
  readonly properties: Property[];
  title: Buffer | null;
  transportName: Buffer | null;
  data: Buffer | null;
}

class TnefReader {
  readonly problems: Set<string>;
  readonly #bytes: Buffer;
  readonly #properties: Property[] = [];
  /** Of old attributes: they count where no property says the same. */
  readonly #oldProperties: Property[] = [];
  readonly #recipients: (readonly Property[])[] = [];
  readonly #drafts: Draft[] = [];
  #codePage = 0;

  /** `problems` takes the codes; items inside share it. */
  constructor(bytes: Buffer, problems: Set<string>) {
    this.#bytes = bytes;
    this.problems = problems;
  }

  note(code: string): void {
    this.problems.add(code);
  }

  read(): OutlookItem {
    for (let at = HEADER_BYTES; at < this.#bytes.length; ) {
      const next = this.#attribute(at);
      if (next === null) break;
      at = next;
    }
    const known = new Set(this.#properties.map(({ id }) => id));
    const old = this.#oldProperties.filter(({ id }) => !known.has(id));
    const properties = new PropertyBag([...this.#properties, ...old], this.#codePage, this);
    return {
      properties,
      recipients: this.#recipients.map((row) => new PropertyBag(row, properties.codePage, this)),
      attachments: this.#drafts.flatMap((draft) => attachmentsOf(draft, properties.codePage, this)),
    };
  }

  /** Place of the next attribute; null when there can be none. */
  #attribute(at: number): number | null {
    const bytes = this.#bytes;
    const level = bytes[at];
    if (level !== MESSAGE_LEVEL && level !== ATTACHMENT_LEVEL) {
      this.problems.add(isBlank(bytes, at) ? "tnef.trailing-bytes" : "tnef.unread-bytes");
      return null;
    }
    if (at + ATTRIBUTE_BYTES > bytes.length) {
      this.problems.add("tnef.truncated");
      return null;
    }
    const id = bytes.readUInt16LE(at + 1);
    const length = bytes.readUInt32LE(at + 5);
    const start = at + ATTRIBUTE_BYTES;
    const end = start + length;
    const data = bytes.subarray(start, Math.min(end, bytes.length));
    if (end + 2 > bytes.length) this.problems.add("tnef.truncated");
    else if (checksum(data) !== bytes.readUInt16LE(end)) this.problems.add("tnef.checksum");
    if (level === MESSAGE_LEVEL) this.#message(id, data);
    else this.#attachmentAttribute(id, data);
    return end + 2 > bytes.length ? null : end + 2;
  }

  #message(id: number, data: Buffer): void {
    switch (id) {
      case attributes.messageProperties:
        this.#properties.push(...this.#list(data, 0).properties);
        return;
      case attributes.recipients:
        this.#readRecipients(data);
        return;
      case attributes.codePage:
        if (data.length >= 4) this.#codePage = data.readUInt32LE(0);
        return;
      case attributes.subject:
        this.#addOld(ids.subject, types.string8, data);
        return;
      case attributes.body:
        this.#addOld(ids.body, types.string8, data);
        return;
      case attributes.messageClass:
        this.#addOld(ids.messageClass, types.string8, data);
        return;
      case attributes.dateSent:
        this.#addOld(ids.submitTime, types.time, fileTime(data));
        return;
      case attributes.from:
        this.#readFrom(data);
    }
  }

  #attachmentAttribute(id: number, data: Buffer): void {
    const draft = this.#draftFor(id);
    if (draft === null) return;
    switch (id) {
      case attributes.attachData:
        draft.data = data;
        return;
      case attributes.attachTitle:
        draft.title = data;
        return;
      case attributes.attachTransportName:
        draft.transportName = data;
        return;
      case attributes.attachment:
        draft.properties.push(...this.#list(data, 0).properties);
    }
  }

  /** Rendering data begins an attachment; without it, a second piece of content does. Null when there are too many. */
  #draftFor(id: number): Draft | null {
    const last = this.#drafts.at(-1);
    const isNew =
      id === attributes.attachRendering || last === undefined || (id === attributes.attachData && last.data !== null);
    if (!isNew) return last;
    if (this.#drafts.length >= limits.outlookPartsMax) {
      this.problems.add("limit.outlook-parts");
      return null;
    }
    const draft: Draft = { properties: [], title: null, transportName: null, data: null };
    this.#drafts.push(draft);
    return draft;
  }

  #list(data: Buffer, start: number): TnefProperties {
    const list = readTnefProperties(data, start);
    if (list.problem !== null) this.problems.add(list.problem);
    return list;
  }

  /** MS-OXTNEF 2.1.3.5.1: a count, then a list of properties each. */
  #readRecipients(data: Buffer): void {
    const count = data.length < 4 ? 0 : data.readUInt32LE(0);
    let at = 4;
    for (let i = 0; i < count && at < data.length; i += 1) {
      if (this.#recipients.length >= limits.addressesMax) {
        this.problems.add("limit.outlook-parts");
        return;
      }
      const { properties, end, problem } = this.#list(data, at);
      this.#recipients.push(properties);
      if (problem !== null) return;
      at = end;
    }
  }

  /** MS-OXTNEF 2.1.3.3.1: four numbers of 2 bytes, a name, an address with its type before a colon. */
  #readFrom(data: Buffer): void {
    if (data.length < 8) return;
    const nameBytes = data.readUInt16LE(4);
    const name = data.subarray(8, 8 + nameBytes);
    const address = data.subarray(8 + nameBytes, 8 + nameBytes + data.readUInt16LE(6));
    const colon = address.indexOf(0x3a);
    this.#addOld(ids.senderName, types.string8, name);
    this.#addOld(ids.senderAddressType, types.string8, address.subarray(0, Math.max(0, colon)));
    this.#addOld(ids.senderAddress, types.string8, address.subarray(colon + 1));
  }

  #addOld(id: number, type: number, value: Buffer): void {
    this.#oldProperties.push({ id, type, name: "", bytes: (bytesMax) => value.subarray(0, bytesMax) });
  }
}

/** One, or two: an object may have other content beside it, which programs that do not know objects show. */
function attachmentsOf(
  { properties, title, transportName, data }: Draft,
  codePage: number,
  reader: TnefReader,
): readonly OutlookAttachment[] {
  const names: Property[] = [];
  const isNamed = properties.some(({ id }) => id === ids.attachLongName || id === ids.attachShortName);
  for (const value of [title, transportName]) {
    if (value !== null && !isNamed) names.push(text8(ids.attachShortName, value));
  }
  const bag = new PropertyBag([...properties, ...names], codePage, reader);
  const inObject = objectContent(bag, reader);
  const inData: AttachmentContent = data === null ? { kind: "none" } : { kind: "file", chunks: () => [data] };
  if (inObject === null) return [{ properties: bag, content: inData }];
  const object = { properties: bag, content: inObject };
  if (data === null || data.length === 0) return [object];
  const rest = [...properties, ...names].filter(({ id }) => id !== ids.attachData);
  return [object, { properties: new PropertyBag(rest, codePage, reader), content: inData }];
}

function text8(id: number, value: Buffer): Property {
  return { id, type: types.string8, name: "", bytes: (bytesMax) => value.subarray(0, bytesMax) };
}

/** Null when the properties hold no content. */
function objectContent(bag: PropertyBag, { problems }: TnefReader): AttachmentContent | null {
  const object = bag.first(ids.attachData);
  if (object === null) return null;
  const value = object.bytes(Number.MAX_SAFE_INTEGER);
  if (object.type !== types.object) return { kind: "file", chunks: () => [value] };
  const content = value.subarray(INTERFACE_BYTES);
  if (value.subarray(0, INTERFACE_BYTES).equals(MESSAGE_INTERFACE)) {
    return { kind: "item", item: () => (isTnef(content) ? new TnefReader(content, problems).read() : null) };
  }
  return { kind: "file", chunks: () => [content] };
}

/** Line ends, spaces and NULs to the end: mailers and gateways add them. */
function isBlank(bytes: Buffer, from: number): boolean {
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (byte !== 0 && byte !== 0x20 && (byte < 0x09 || byte > 0x0d)) return false;
  }
  return true;
}

/** Sum of the bytes, 16 bits. */
function checksum(data: Buffer): number {
  let sum = 0;
  for (let i = 0; i < data.length; i += 1) sum += data[i] as number;
  return sum & 0xffff;
}

/** MS-OXTNEF 2.1.3.3.2: year, month, day, hour, minute, second; read as UTC. Empty for what is no date. */
function fileTime(data: Buffer): Buffer {
  if (data.length < 12) return Buffer.alloc(0);
  const part = (i: number) => data.readUInt16LE(2 * i);
  const ms = Date.UTC(part(0), part(1) - 1, part(2), part(3), part(4), part(5));
  const value = Buffer.alloc(8);
  if (ms > -11_644_473_600_000) value.writeBigUInt64LE((BigInt(ms) + 11_644_473_600_000n) * 10_000n);
  return value;
}

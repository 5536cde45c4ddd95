/**
 * Outlook `.msg` and `.oft` files (MS-OXMSG): an item as a compound file.
 *
 *     __properties_version1.0            numbers, 16 bytes each: type, id, flags, value
 *     __substg1.0_IIIITTTT               a value of id IIII and type TTTT
 *     __recip_version1.0_#NNNNNNNN/      a recipient: the same again
 *     __attach_version1.0_#NNNNNNNN/     an attachment; __substg1.0_3701000D/ in it is an item or an OLE object
 *     __nameid_version1.0/               names of the properties from 0x8000 up
 *
 * Total on any bytes; every storage is read once, so the work is bounded by the directory.
 */
import { limits } from "../../base/limits.ts";
import { type CompoundEntry, type CompoundFile, openCompoundFile } from "./compound-file.ts";
import type { AttachmentContent, AttachmentPart, OutlookAttachment, OutlookItem } from "./item.ts";
import type { ItemBudget } from "./item-budget.ts";
import { namedProperties } from "./named-properties.ts";
import { ids, type Property, PropertyBag, types } from "./properties.ts";
import type { RandomBytes } from "./random-bytes.ts";

const PROPERTIES_NAME = "__properties_version1.0";
const NAMES_NAME = "__nameid_version1.0";
const STREAM_NAME = /^__substg1\.0_([0-9a-f]{4})([0-9a-f]{4})(?:-[0-9a-f]{8})?$/i;
const RECIPIENT_NAME = /^__recip_version1\.0_/i;
const ATTACHMENT_NAME = /^__attach_version1\.0_/i;
/** Bytes before the first entry of the properties stream (MS-OXMSG 2.4.1). */
const headerBytes = { file: 32, item: 24, part: 8 } as const;
const ENTRY_BYTES = 16;
const OLE_PARTS_MAX = 256;

/** Null when the bytes are no compound file, or one that holds no item. */
export function openMsgFile(bytes: RandomBytes, budget: ItemBudget): OutlookItem | null {
  const file = openCompoundFile(bytes, budget);
  return file?.root ? new MsgFile(file, budget).item(file.root, headerBytes.file, 0) : null;
}

/** A storage with its entries, by what they are. */
interface Storage {
  readonly entries: readonly CompoundEntry[];
  readonly properties: CompoundEntry | undefined;
}

class MsgFile {
  readonly #file: CompoundFile;
  readonly #budget: ItemBudget;
  #names: ReadonlyMap<number, string> = new Map();

  constructor(file: CompoundFile, budget: ItemBudget) {
    this.#file = file;
    this.#budget = budget;
  }

  item(entry: CompoundEntry, header: number, outerCodePage: number): OutlookItem | null {
    return this.#itemOf(this.#open(entry), header, outerCodePage);
  }

  #itemOf(storage: Storage, header: number, outerCodePage: number): OutlookItem | null {
    if (storage.properties === undefined && !storage.entries.some(({ name }) => STREAM_NAME.test(name))) return null;
    if (storage.properties === undefined) this.#budget.note("source.truncated");
    const names = storage.entries.find(({ name, kind }) => kind === "storage" && name === NAMES_NAME);
    if (names !== undefined) this.#names = this.#readNames(names);
    const properties = this.#bag(storage, header, outerCodePage);
    const recipients: PropertyBag[] = [];
    const attachments: OutlookAttachment[] = [];
    for (const entry of storage.entries) {
      if (entry.kind !== "storage") continue;
      const isRecipient = RECIPIENT_NAME.test(entry.name);
      if (!isRecipient && !ATTACHMENT_NAME.test(entry.name)) continue;
      if (!this.#budget.takePart()) break;
      const part = this.#open(entry);
      const bag = this.#bag(part, headerBytes.part, properties.codePage);
      if (isRecipient) recipients.push(bag);
      else attachments.push({ properties: bag, content: this.#content(part, bag) });
    }
    return { properties, recipients, attachments };
  }

  #open(entry: CompoundEntry): Storage {
    const entries = this.#file.children(entry);
    return { entries, properties: entries.find(({ name, kind }) => kind === "stream" && name === PROPERTIES_NAME) };
  }

  #content({ entries }: Storage, bag: PropertyBag): AttachmentContent {
    for (const entry of entries) {
      const match = STREAM_NAME.exec(entry.name);
      if (match === null || Number.parseInt(match[1] ?? "", 16) !== ids.attachData) continue;
      if (entry.kind === "stream") return { kind: "file", chunks: () => this.#file.read(entry) };
      return this.#object(entry, bag);
    }
    return { kind: "none" };
  }

  #object(entry: CompoundEntry, bag: PropertyBag): AttachmentContent {
    const storage = this.#open(entry);
    if (storage.properties !== undefined) {
      return { kind: "item", item: () => this.#itemOf(storage, headerBytes.item, bag.codePage) };
    }
    return { kind: "parts", parts: this.#oleParts(storage.entries) };
  }

  /** Streams of an OLE object, the ones in storages inside it too. */
  #oleParts(entries: readonly CompoundEntry[]): readonly AttachmentPart[] {
    const parts: AttachmentPart[] = [];
    const open = entries.map((entry) => ({ entry, path: entry.name })).reverse();
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { entry, path } = next;
      if (parts.length === OLE_PARTS_MAX) {
        this.#budget.note("limit.outlook-parts");
        break;
      }
      if (entry.kind === "stream") parts.push({ name: path, chunks: () => this.#file.read(entry) });
      else for (const child of this.#file.children(entry)) open.push({ entry: child, path: `${path}/${child.name}` });
    }
    return parts;
  }

  #bag(storage: Storage, header: number, outerCodePage: number): PropertyBag {
    const all: Property[] = [...this.#numbers(storage.properties, header), ...this.#streams(storage.entries)];
    if (all.length > limits.mapiPropertiesMax) this.#budget.note("limit.mapi-properties");
    return new PropertyBag(all.slice(0, limits.mapiPropertiesMax), outerCodePage, this.#budget);
  }

  /** Values of eight bytes at most; the others' entries only say that there is a stream. */
  *#numbers(stream: CompoundEntry | undefined, header: number): Generator<Property> {
    if (stream === undefined) return;
    // One more than are kept, so that their number tells of it.
    const bytes = this.#file.readAll(stream, header + ENTRY_BYTES * (limits.mapiPropertiesMax + 1));
    for (let at = header; at + ENTRY_BYTES <= bytes.length; at += ENTRY_BYTES) {
      const type = bytes.readUInt16LE(at);
      const id = bytes.readUInt16LE(at + 2);
      if (!FIXED.has(type)) continue;
      const value = bytes.subarray(at + 8, at + 16);
      yield { id, type, name: this.#nameOf(id), bytes: (bytesMax) => value.subarray(0, bytesMax) };
    }
  }

  *#streams(entries: readonly CompoundEntry[]): Generator<Property> {
    for (const entry of entries) {
      const match = entry.kind === "stream" ? STREAM_NAME.exec(entry.name) : null;
      if (match === null) continue;
      const id = Number.parseInt(match[1] ?? "", 16);
      const type = Number.parseInt(match[2] ?? "", 16);
      // A text among many of a property: `…101F-00000000`.
      const one = match[0].includes("-") ? type & ~types.multiple : type;
      yield { id, type: one, name: this.#nameOf(id), bytes: (bytesMax) => this.#file.readAll(entry, bytesMax) };
    }
  }

  #nameOf(id: number): string {
    return id < 0x8000 ? "" : (this.#names.get(id) ?? "");
  }

  #readNames(entry: CompoundEntry): ReadonlyMap<number, string> {
    const streams = new Map(this.#file.children(entry).map((stream) => [stream.name.toLowerCase(), stream]));
    const read = (name: string) => {
      const stream = streams.get(`__substg1.0_${name}`);
      return stream?.kind === "stream" ? this.#file.readAll(stream, NAMES_BYTES_MAX) : Buffer.alloc(0);
    };
    const named = { guids: read("00020102"), entries: read("00030102"), strings: read("00040102") };
    return namedProperties(named, this.#budget);
  }
}

const NAMES_BYTES_MAX = 4 * 1024 * 1024;

const FIXED: ReadonlySet<number> = new Set([
  types.integer16,
  types.integer32,
  types.boolean,
  types.integer64,
  types.time,
]);

/**
 * Makes small PST files (MS-PST) of invented items: ANSI or Unicode, with each way of hiding blocks. No allocation maps, no
 * folder tables: what a reader of nodes needs, and no more.
 */
import { encodeBlock, encodings } from "../../src/mailbox/outlook/pst/encodings.ts";
import { cellsOf, type MapiAttachment, type MapiItem, type MapiValues, PSETID_COMMON_BYTES } from "./mapi-values.ts";
import { nameEntries } from "./msg-writer.ts";

export interface PstSpec {
  readonly form?: "ansi" | "unicode";
  readonly encoding?: number;
  /** By number; the parent is a folder's number. */
  readonly folders: readonly { readonly number: number; readonly parent: number; readonly name: string }[];
  readonly items: readonly { readonly number: number; readonly folder: number; readonly item: MapiItem }[];
}

interface Word {
  readonly bytes: 4 | 8;
}

interface NodeRow {
  readonly number: number;
  readonly data: number;
  readonly sub: number;
  readonly parent: number;
}

const PAGE = 512;
const BLOCK_BYTES_MAX = 8_000;
const HEAP_VALUE_MAX = 1_500;

export function writePst(spec: PstSpec): Buffer {
  return new PstWriter(spec).write();
}

class PstWriter {
  readonly #spec: PstSpec;
  readonly #word: Word;
  readonly #blocks: { readonly number: number; readonly bytes: Buffer }[] = [];
  readonly #nodes: NodeRow[] = [];
  readonly #lids: number[] = [];
  #nextSubnode = 0x1000;

  constructor(spec: PstSpec) {
    this.#spec = spec;
    this.#word = { bytes: spec.form === "ansi" ? 4 : 8 };
  }

  write(): Buffer {
    for (const { number, parent, name } of this.#spec.folders)
      this.#addNode(number, parent, { properties: { 12289: name } });
    for (const { number, folder, item } of this.#spec.items) this.#addNode(number, folder, item);
    const names = { 2: PSETID_COMMON_BYTES, 3: nameEntries(this.#lids), 4: Buffer.alloc(0) };
    this.#addNode(0x61, 0, { properties: names });
    return this.#layOut();
  }

  #addNode(number: number, parent: number, item: MapiItem): void {
    const { data, sub } = this.#item(item);
    this.#nodes.push({ number, data, sub, parent });
  }

  #item({ properties, recipients = [], attachments = [] }: MapiItem): { readonly data: number; readonly sub: number } {
    const subnodes: NodeRow[] = [];
    if (recipients.length > 0) {
      subnodes.push({ number: 0x692, data: this.#block(recipientTable(recipients)), sub: 0, parent: 0 });
    }
    for (const [i, attachment] of attachments.entries()) {
      subnodes.push({ number: 0x8005 + 0x20 * i, ...this.#attachment(attachment), parent: 0 });
    }
    return this.#properties(properties, subnodes, []);
  }

  #attachment({ properties, item }: MapiAttachment): { readonly data: number; readonly sub: number } {
    if (item === undefined) return this.#properties(properties, [], []);
    const number = this.#subnodeNumber(4);
    const value = Buffer.alloc(8);
    value.writeUInt32LE(number, 0);
    return this.#properties(
      { ...properties, 14085: 5 },
      [{ number, ...this.#item(item), parent: 0 }],
      [{ id: 0x3701, type: 0xd, bytes: value, isFixed: false }],
    );
  }

  #subnodeNumber(type: number): number {
    this.#nextSubnode += 0x20;
    return this.#nextSubnode + type;
  }

  #properties(
    values: MapiValues,
    subnodes: NodeRow[],
    more: readonly Pick<ReturnType<typeof cellsOf>[number], "id" | "type" | "bytes" | "isFixed">[],
  ) {
    const heap = new HeapWriter(0xbc);
    const list: Buffer[] = [];
    const cells = [...cellsOf(values, this.#lids), ...more].sort((a, b) => a.id - b.id);
    for (const { id, type, bytes, isFixed } of cells) {
      const entry = Buffer.alloc(8);
      entry.writeUInt16LE(id, 0);
      entry.writeUInt16LE(type, 2);
      if (isFixed && type !== 0x40) bytes.copy(entry, 4, 0, 4);
      else if (bytes.length <= HEAP_VALUE_MAX) entry.writeUInt32LE(heap.add(bytes), 4);
      else {
        const number = this.#subnodeNumber(0x1f);
        subnodes.push({ number, data: this.#data(bytes), sub: 0, parent: 0 });
        entry.writeUInt32LE(number, 4);
      }
      list.push(entry);
    }
    const root = heap.list(2, 6, list);
    return { data: this.#block(heap.write(root)), sub: subnodes.length === 0 ? 0 : this.#subnodeList(subnodes) };
  }

  /** Long content: a list of blocks. */
  #data(bytes: Buffer): number {
    if (bytes.length <= BLOCK_BYTES_MAX) return this.#block(bytes);
    const numbers: number[] = [];
    for (let at = 0; at < bytes.length; at += BLOCK_BYTES_MAX)
      numbers.push(this.#block(bytes.subarray(at, at + BLOCK_BYTES_MAX)));
    const list = Buffer.alloc(8 + numbers.length * this.#word.bytes);
    list[0] = 1;
    list[1] = 1;
    list.writeUInt16LE(numbers.length, 2);
    list.writeUInt32LE(bytes.length, 4);
    for (const [i, number] of numbers.entries()) list.writeUInt32LE(number, 8 + i * this.#word.bytes);
    return this.#list(list);
  }

  #subnodeList(nodes: readonly NodeRow[]): number {
    const { bytes: size } = this.#word;
    const list = Buffer.alloc(size + nodes.length * 3 * size);
    list[0] = 2;
    list.writeUInt16LE(nodes.length, 2);
    for (const [i, { number, data, sub }] of nodes.entries()) {
      for (const [j, value] of [number, data, sub].entries()) list.writeUInt32LE(value, size + (3 * i + j) * size);
    }
    return this.#list(list);
  }

  #block(bytes: Buffer): number {
    const number = 4 * (this.#blocks.length + 1);
    const hidden = Buffer.from(bytes);
    encodeBlock(hidden, this.#spec.encoding ?? encodings.none, number);
    this.#blocks.push({ number, bytes: hidden });
    return number;
  }

  #list(bytes: Buffer): number {
    const number = 4 * (this.#blocks.length + 1) + 2;
    this.#blocks.push({ number, bytes });
    return number;
  }

  #layOut(): Buffer {
    const { bytes: size } = this.#word;
    let offset = 1024;
    const chunks: Buffer[] = [];
    const put = (bytes: Buffer): number => {
      const at = offset;
      const space = Math.ceil(bytes.length / 64) * 64;
      chunks.push(bytes, Buffer.alloc(space - bytes.length));
      offset += space;
      return at;
    };
    const places = this.#blocks.map(({ number, bytes }) => ({ number, at: put(bytes), length: bytes.length }));
    const nodeRows = [...this.#nodes]
      .sort((a, b) => a.number - b.number)
      .map((node) => ({ key: node.number, bytes: this.#nodeRow(node) }));
    const blockRows = places.map(({ number, at, length }) => {
      const row = Buffer.alloc(2 * size + 8);
      row.writeUInt32LE(number, 0);
      row.writeUInt32LE(at, size);
      row.writeUInt16LE(length, 2 * size);
      row.writeUInt16LE(2, 2 * size + 2);
      return { key: number, bytes: row.subarray(0, size === 4 ? 12 : 24) };
    });
    const nodeRoot = this.#tree(nodeRows, 0x81, put);
    const blockRoot = this.#tree(blockRows, 0x80, put);
    return Buffer.concat([this.#header(nodeRoot, blockRoot, offset), ...chunks]);
  }

  #nodeRow({ number, data, sub, parent }: NodeRow): Buffer {
    const { bytes: size } = this.#word;
    const row = Buffer.alloc(4 * size);
    row.writeUInt32LE(number, 0);
    row.writeUInt32LE(data, size);
    row.writeUInt32LE(sub, 2 * size);
    row.writeUInt32LE(parent, 3 * size);
    return row;
  }

  #tree(
    rows: readonly { readonly key: number; readonly bytes: Buffer }[],
    type: number,
    put: (bytes: Buffer) => number,
  ): number {
    const { bytes: size } = this.#word;
    let level = 0;
    let current = rows;
    for (;;) {
      const pages: { key: number; bytes: Buffer }[] = [];
      const rowBytes = current[0]?.bytes.length ?? 4 * size;
      const perPage = Math.floor((size === 4 ? 496 : 488) / rowBytes);
      for (let i = 0; i < Math.max(1, current.length); i += perPage) {
        const part = current.slice(i, i + perPage);
        const at = put(
          this.#page(
            part.map(({ bytes }) => bytes),
            rowBytes,
            { type, level },
          ),
        );
        const entry = Buffer.alloc(3 * size);
        entry.writeUInt32LE(part[0]?.key ?? 0, 0);
        entry.writeUInt32LE(1, size);
        entry.writeUInt32LE(at, 2 * size);
        if (current.length <= perPage) return at;
        pages.push({ key: part[0]?.key ?? 0, bytes: entry });
      }
      current = pages;
      level += 1;
    }
  }

  #page(
    rows: readonly Buffer[],
    rowBytes: number,
    { type, level }: { readonly type: number; readonly level: number },
  ): Buffer {
    const page = Buffer.alloc(PAGE);
    for (const [i, row] of rows.entries()) row.copy(page, i * rowBytes);
    const at = this.#word.bytes === 4 ? 496 : 488;
    page[at] = rows.length;
    page[at + 1] = Math.floor(at / rowBytes);
    page[at + 2] = rowBytes;
    page[at + 3] = level;
    const trailer = this.#word.bytes === 4 ? 500 : 496;
    page[trailer] = type;
    page[trailer + 1] = type;
    return page;
  }

  #header(nodeRoot: number, blockRoot: number, size: number): Buffer {
    const header = Buffer.alloc(1024);
    header.write("!BDN", 0, "latin1");
    header.write("SM", 8, "latin1");
    const isAnsi = this.#word.bytes === 4;
    header.writeUInt16LE(isAnsi ? 15 : 23, 10);
    header.writeUInt32LE(size, isAnsi ? 168 : 184);
    header.writeUInt32LE(nodeRoot, isAnsi ? 188 : 224);
    header.writeUInt32LE(blockRoot, isAnsi ? 196 : 240);
    header[isAnsi ? 461 : 513] = this.#spec.encoding ?? encodings.none;
    return header;
  }
}

/** One block of a heap. */
class HeapWriter {
  readonly #kind: number;
  readonly #pieces: Buffer[] = [];

  constructor(kind: number) {
    this.#kind = kind;
  }

  /** Gives the piece's heap number. */
  add(bytes: Buffer): number {
    this.#pieces.push(bytes);
    return this.#pieces.length << 5;
  }

  list(keyBytes: number, valueBytes: number, entries: readonly Buffer[]): number {
    const header = Buffer.from([0xb5, keyBytes, valueBytes, 0, 0, 0, 0, 0]);
    header.writeUInt32LE(entries.length === 0 ? 0 : this.add(Buffer.concat(entries)), 4);
    return this.add(header);
  }

  write(root: number): Buffer {
    const body = Buffer.concat(this.#pieces);
    const map = Buffer.alloc(4 + 2 * (this.#pieces.length + 1));
    map.writeUInt16LE(this.#pieces.length, 0);
    let at = 12;
    for (const [i, piece] of this.#pieces.entries()) {
      map.writeUInt16LE(at, 4 + 2 * i);
      at += piece.length;
    }
    map.writeUInt16LE(at, 4 + 2 * this.#pieces.length);
    const header = Buffer.alloc(12);
    header.writeUInt16LE(12 + body.length, 0);
    header[2] = 0xec;
    header[3] = this.#kind;
    header.writeUInt32LE(root, 4);
    return Buffer.concat([header, body, map]);
  }
}

/** Columns: row number, then a column of 4 bytes for each property. */
function recipientTable(rows: readonly MapiValues[]): Buffer {
  const heap = new HeapWriter(0x7c);
  const tables = rows.map((row) => cellsOf(row, []));
  const columns = [...new Set(tables.flat().map(({ id, type }) => id * 0x10000 + type))].sort((a, b) => a - b);
  const bitsAt = 4 + 4 * columns.length;
  const rowBytes = bitsAt + Math.ceil((columns.length + 1) / 8);
  const cells = tables.map((cellsOfRow, i) => {
    const row = Buffer.alloc(rowBytes);
    row.writeUInt32LE(i, 0);
    for (const { id, type, bytes, isFixed } of cellsOfRow) {
      const place = columns.indexOf(id * 0x10000 + type);
      row.writeUInt32LE(isFixed ? bytes.readUInt32LE(0) : heap.add(bytes), 4 + 4 * place);
      row[bitsAt + ((place + 1) >> 3)] = (row[bitsAt + ((place + 1) >> 3)] ?? 0) | (0x80 >> ((place + 1) & 7));
    }
    return row;
  });
  const index = heap.list(
    4,
    4,
    rows.map((_, i) => Buffer.from([i, 0, 0, 0, i, 0, 0, 0])),
  );
  const header = Buffer.alloc(22 + 8 * columns.length);
  header[0] = 0x7c;
  header[1] = columns.length;
  header.writeUInt16LE(bitsAt, 2);
  header.writeUInt16LE(bitsAt, 4);
  header.writeUInt16LE(bitsAt, 6);
  header.writeUInt16LE(rowBytes, 8);
  header.writeUInt32LE(index, 10);
  header.writeUInt32LE(heap.add(Buffer.concat(cells)), 14);
  for (const [i, tag] of columns.entries()) {
    header.writeUInt32LE(tag, 22 + 8 * i);
    header.writeUInt16LE(4 + 4 * i, 26 + 8 * i);
    header[28 + 8 * i] = 4;
    header[29 + 8 * i] = i + 1;
  }
  return heap.write(heap.add(header));
}

/**
 * Makes small PST and OST files of invented items in the three known forms: ANSI and Unicode (MS-PST), and Unicode with pages
 * of 4 KiB (`layout.ts` names what is known of it), with each way of hiding blocks, lists of lists, heaps of many blocks,
 * packed blocks, and the trailers of pages and blocks with their checksums. No allocation maps, no folder tables: what a
 * reader of nodes needs, and no more.
 */
import { crc32, deflateSync } from "node:zlib";
import { encodeBlock, encodings } from "../../src/mailbox/outlook/pst/encodings.ts";
import { cellsOf, type MapiAttachment, type MapiItem, type MapiValues, PSETID_COMMON_BYTES } from "./mapi-values.ts";
import { nameEntries } from "./msg-writer.ts";

export type PstForm = "ansi" | "unicode" | "unicode-4k";

export interface PstSpec {
  readonly form?: PstForm;
  /** `wVer`; by form when absent. */
  readonly version?: number;
  readonly encoding?: number;
  /** Blocks of the form with large pages: `inside` packs what is hidden already, `outside` hides what is packed. */
  readonly packing?: "none" | "inside" | "outside";
  /** Bytes of content a block holds; as many as the form allows when absent. */
  readonly blockBytes?: number;
  /** Numbers in one list of blocks or subnodes; more make lists of lists. */
  readonly listEntries?: number;
  /** By number; the parent is a folder's number. */
  readonly folders: readonly { readonly number: number; readonly parent: number; readonly name: string }[];
  readonly items: readonly { readonly number: number; readonly folder: number; readonly item: MapiItem }[];
}

/** Sizes in bytes, places from the start of a page. */
interface FormSizes {
  readonly word: 4 | 8;
  readonly version: number;
  readonly page: number;
  readonly entries: number;
  readonly pageTrailer: number;
  readonly align: number;
  readonly blockTrailer: number;
  readonly blockMax: number;
  readonly heapIndexBits: number;
}

// biome-ignore format: a table reads by column
const SIZES: Readonly<Record<PstForm, FormSizes>> = {
  "ansi":       { word: 4, version: 15, page: 512,  entries: 496,  pageTrailer: 500,  align: 64,  blockTrailer: 12, blockMax: 8180,  heapIndexBits: 11 },
  "unicode":    { word: 8, version: 23, page: 512,  entries: 488,  pageTrailer: 496,  align: 64,  blockTrailer: 16, blockMax: 8176,  heapIndexBits: 11 },
  "unicode-4k": { word: 8, version: 36, page: 4096, entries: 4056, pageTrailer: 4072, align: 512, blockTrailer: 24, blockMax: 65512, heapIndexBits: 14 },
};

interface NodeRow {
  readonly number: number;
  readonly data: number;
  readonly sub: number;
  readonly parent: number;
}

interface StoredBlock {
  readonly number: number;
  readonly bytes: Buffer;
  /** Before it was packed. */
  readonly size: number;
}

const HEAP_VALUE_MAX = 1_500;
const LIST_ENTRIES = 1_000;
const HEADER_BYTES = 1024;

export function writePst(spec: PstSpec): Buffer {
  return new PstWriter(spec).write();
}

class PstWriter {
  readonly #spec: PstSpec;
  readonly #sizes: FormSizes;
  readonly #blocks: StoredBlock[] = [];
  readonly #nodes: NodeRow[] = [];
  readonly #lids: number[] = [];
  #nextSubnode = 0x1000;

  constructor(spec: PstSpec) {
    this.#spec = spec;
    this.#sizes = SIZES[spec.form ?? "unicode"];
  }

  write(): Buffer {
    for (const { number, parent, name } of this.#spec.folders)
      this.#addNode(number, parent, { properties: { 12289: name } });
    for (const { number, folder, item } of this.#spec.items) this.#addNode(number, folder, item);
    const names = { 2: PSETID_COMMON_BYTES, 3: nameEntries(this.#lids), 4: Buffer.alloc(0) };
    this.#addNode(0x61, 0, { properties: names });
    return this.#layOut();
  }

  get #blockBytes(): number {
    return Math.min(this.#spec.blockBytes ?? this.#sizes.blockMax, this.#sizes.blockMax);
  }

  #addNode(number: number, parent: number, item: MapiItem): void {
    const { data, sub } = this.#item(item);
    this.#nodes.push({ number, data, sub, parent });
  }

  #item({ properties, recipients = [], attachments = [] }: MapiItem): { readonly data: number; readonly sub: number } {
    const subnodes: NodeRow[] = [];
    if (recipients.length > 0) {
      subnodes.push({ number: 0x692, ...this.#recipients(recipients), parent: 0 });
    }
    for (const [i, attachment] of attachments.entries()) {
      subnodes.push({ number: 0x8005 + 0x20 * i, ...this.#attachment(attachment), parent: 0 });
    }
    return this.#properties(properties, subnodes, []);
  }

  /** Many rows lie in a subnode; a row never spans two blocks. */
  #recipients(recipients: readonly MapiValues[]): { readonly data: number; readonly sub: number } {
    const heap = this.#newHeap(0x7c);
    const { rows, rowBytes, finish } = recipientTable(recipients, heap);
    if (rows.length * rowBytes <= HEAP_VALUE_MAX) {
      return { data: this.#chain(finish(heap.add(Buffer.concat(rows)))), sub: 0 };
    }
    const perBlock = Math.floor(this.#blockBytes / rowBytes);
    const pieces: Buffer[] = [];
    for (let i = 0; i < rows.length; i += perBlock) {
      const piece = Buffer.alloc(i + perBlock < rows.length ? this.#blockBytes : (rows.length - i) * rowBytes);
      Buffer.concat(rows.slice(i, i + perBlock)).copy(piece);
      pieces.push(piece);
    }
    const number = this.#subnodeNumber(0x1f);
    const sub = this.#subnodeTree([{ number, data: this.#chain(pieces), sub: 0, parent: 0 }]);
    return { data: this.#chain(finish(number)), sub };
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

  #newHeap(kind: number): HeapWriter {
    return new HeapWriter(kind, this.#blockBytes, this.#sizes.heapIndexBits);
  }

  #properties(
    values: MapiValues,
    subnodes: NodeRow[],
    more: readonly Pick<ReturnType<typeof cellsOf>[number], "id" | "type" | "bytes" | "isFixed">[],
  ) {
    const heap = this.#newHeap(0xbc);
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
    const data = this.#chain(heap.write(root));
    return { data, sub: subnodes.length === 0 ? 0 : this.#subnodeTree(subnodes) };
  }

  /** Long content. */
  #data(bytes: Buffer): number {
    const pieces: Buffer[] = [];
    for (let at = 0; at < bytes.length; at += this.#blockBytes) pieces.push(bytes.subarray(at, at + this.#blockBytes));
    return this.#chain(pieces.length === 0 ? [bytes] : pieces);
  }

  /** One block, a list of blocks, or a list of such lists (MS-PST 2.2.2.8.3.2). */
  #chain(pieces: readonly Buffer[]): number {
    const numbers = pieces.map((piece) => this.#block(piece));
    if (numbers.length === 1) return numbers[0] ?? 0;
    const total = pieces.reduce((sum, { length }) => sum + length, 0);
    const max = this.#spec.listEntries ?? LIST_ENTRIES;
    if (numbers.length <= max) return this.#blockList(numbers, 1, total);
    const lists: number[] = [];
    for (let i = 0; i < numbers.length; i += max) {
      const size = pieces.slice(i, i + max).reduce((sum, { length }) => sum + length, 0);
      lists.push(this.#blockList(numbers.slice(i, i + max), 1, size));
    }
    return this.#blockList(lists, 2, total);
  }

  #blockList(numbers: readonly number[], level: number, total: number): number {
    const { word } = this.#sizes;
    const list = Buffer.alloc(8 + numbers.length * word);
    list[0] = 1;
    list[1] = level;
    list.writeUInt16LE(numbers.length, 2);
    list.writeUInt32LE(total, 4);
    for (const [i, number] of numbers.entries()) list.writeUInt32LE(number, 8 + i * word);
    return this.#list(list);
  }

  /** One list, or a list of lists (MS-PST 2.2.2.8.3.3). */
  #subnodeTree(nodes: readonly NodeRow[]): number {
    const sorted = [...nodes].sort((a, b) => a.number - b.number);
    const max = this.#spec.listEntries ?? LIST_ENTRIES;
    const leaves: { readonly key: number; readonly number: number }[] = [];
    for (let i = 0; i < sorted.length; i += max) {
      const rows = sorted.slice(i, i + max).map(({ number, data, sub }) => [number, data, sub]);
      leaves.push({ key: sorted[i]?.number ?? 0, number: this.#subnodeList(rows, 0) });
    }
    if (leaves.length === 1) return leaves[0]?.number ?? 0;
    const rows = leaves.map(({ key, number }) => [key, number]);
    return this.#subnodeList(rows, 1);
  }

  #subnodeList(rows: readonly (readonly number[])[], level: number): number {
    const { word } = this.#sizes;
    const list = Buffer.alloc(word + rows.flat().length * word);
    list[0] = 2;
    list[1] = level;
    list.writeUInt16LE(rows.length, 2);
    for (const [i, value] of rows.flat().entries()) list.writeUInt32LE(value, word + i * word);
    return this.#list(list);
  }

  #block(content: Buffer): number {
    const number = 4 * (this.#blocks.length + 1);
    const { packing = "none", encoding = encodings.none } = this.#spec;
    let bytes: Buffer = Buffer.from(content);
    if (packing !== "outside") encodeBlock(bytes, encoding, number);
    if (packing !== "none") bytes = packed(bytes);
    if (packing === "outside") encodeBlock(bytes, encoding, number);
    this.#blocks.push({ number, bytes, size: content.length });
    return number;
  }

  #list(content: Buffer): number {
    const number = 4 * (this.#blocks.length + 1) + 2;
    const bytes = (this.#spec.packing ?? "none") === "none" ? content : packed(content);
    this.#blocks.push({ number, bytes, size: content.length });
    return number;
  }

  #layOut(): Buffer {
    const { word, page } = this.#sizes;
    const out = new FileWriter();
    const rows = this.#blocks.map((block) => {
      const at = this.#putBlock(out, block);
      const row = Buffer.alloc(word === 4 ? 12 : 24);
      row.writeUInt32LE(block.number, 0);
      row.writeUInt32LE(at, word);
      row.writeUInt16LE(block.bytes.length, 2 * word);
      // With large pages the size before packing comes first, then the count of references.
      row.writeUInt16LE(page === 4096 ? block.size : 2, 2 * word + 2);
      if (page === 4096) row.writeUInt16LE(2, 2 * word + 4);
      return { key: block.number, bytes: row };
    });
    const nodes = [...this.#nodes]
      .sort((a, b) => a.number - b.number)
      .map((node) => ({ key: node.number, bytes: this.#nodeRow(node) }));
    const nodeRoot = this.#tree(nodes, 0x81, out);
    const blockRoot = this.#tree(rows, 0x80, out);
    return Buffer.concat([this.#header(nodeRoot, blockRoot, out.size), ...out.chunks]);
  }

  /** Content, padding, trailer; the trailer ends at a boundary (MS-PST 2.2.2.8.1). */
  #putBlock(out: FileWriter, { number, bytes, size }: StoredBlock): number {
    const { align, blockTrailer, word, page } = this.#sizes;
    const space = Math.ceil((bytes.length + blockTrailer) / align) * align;
    const at = out.next(align);
    const block = Buffer.alloc(space);
    bytes.copy(block);
    const trailer = block.subarray(space - blockTrailer);
    trailer.writeUInt16LE(bytes.length, 0);
    trailer.writeUInt16LE(signature(at, number), 2);
    trailer.writeUInt32LE(checksum(bytes), word === 4 ? 8 : 4);
    trailer.writeUInt32LE(number, word === 4 ? 4 : 8);
    if (page === 4096) trailer.writeUInt16LE(size, 18);
    out.put(block);
    return at;
  }

  #nodeRow({ number, data, sub, parent }: NodeRow): Buffer {
    const { word } = this.#sizes;
    const row = Buffer.alloc(4 * word);
    for (const [i, value] of [number, data, sub, parent].entries()) row.writeUInt32LE(value, i * word);
    return row;
  }

  /** Gives the place of the root. */
  #tree(
    rows: readonly { readonly key: number; readonly bytes: Buffer }[],
    type: number,
    out: FileWriter,
    level = 0,
  ): number {
    const { word, page, entries } = this.#sizes;
    const rowBytes = rows[0]?.bytes.length ?? 4 * word;
    const perPage = Math.floor(entries / rowBytes);
    const above: { key: number; bytes: Buffer }[] = [];
    let at = 0;
    for (let i = 0; i < Math.max(1, rows.length); i += perPage) {
      const part = rows.slice(i, i + perPage);
      at = out.next(page);
      out.put(this.#page(part, rowBytes, { type, level, at }));
      const entry = Buffer.alloc(3 * word);
      for (const [j, value] of [part[0]?.key ?? 0, at, at].entries()) entry.writeUInt32LE(value, j * word);
      above.push({ key: part[0]?.key ?? 0, bytes: entry });
    }
    return above.length === 1 ? at : this.#tree(above, type, out, level + 1);
  }

  /** A page's number is its place. */
  #page(
    rows: readonly { readonly bytes: Buffer }[],
    rowBytes: number,
    { type, level, at }: { readonly type: number; readonly level: number; readonly at: number },
  ): Buffer {
    const { word, page: pageBytes, entries, pageTrailer } = this.#sizes;
    const page = Buffer.alloc(pageBytes);
    for (const [i, { bytes }] of rows.entries()) bytes.copy(page, i * rowBytes);
    const counts = [rows.length, Math.floor(entries / rowBytes)];
    if (pageBytes === 4096) for (const [i, count] of counts.entries()) page.writeUInt16LE(count, entries + 2 * i);
    else for (const [i, count] of counts.entries()) page[entries + i] = count;
    const after = pageBytes === 4096 ? 4 : 2;
    page[entries + after] = rowBytes;
    page[entries + after + 1] = level;
    page[pageTrailer] = type;
    page[pageTrailer + 1] = type;
    page.writeUInt16LE(signature(at, at), pageTrailer + 2);
    page.writeUInt32LE(checksum(page.subarray(0, pageTrailer)), pageTrailer + (word === 4 ? 8 : 4));
    page.writeUInt32LE(at, pageTrailer + (word === 4 ? 4 : 8));
    return page;
  }

  /** MS-PST 2.2.2.6. */
  #header(nodeRoot: number, blockRoot: number, size: number): Buffer {
    const { word, version } = this.#sizes;
    const header = Buffer.alloc(HEADER_BYTES);
    header.write("!BDN", 0, "latin1");
    header.write(this.#spec.form === "unicode-4k" ? "SO" : "SM", 8, "latin1");
    header.writeUInt16LE(this.#spec.version ?? version, 10);
    header.writeUInt16LE(19, 12);
    header[14] = 1;
    header[15] = 1;
    const isAnsi = word === 4;
    header.writeUInt32LE(size, isAnsi ? 168 : 184);
    header.writeUInt32LE(nodeRoot, isAnsi ? 184 : 216);
    header.writeUInt32LE(nodeRoot, isAnsi ? 188 : 224);
    header.writeUInt32LE(blockRoot, isAnsi ? 192 : 232);
    header.writeUInt32LE(blockRoot, isAnsi ? 196 : 240);
    header[isAnsi ? 460 : 512] = 0x80;
    header[isAnsi ? 461 : 513] = this.#spec.encoding ?? encodings.none;
    header.writeUInt32LE(checksum(header.subarray(8, 8 + 471)), 4);
    if (!isAnsi) header.writeUInt32LE(checksum(header.subarray(8, 8 + 516)), 524);
    return header;
  }
}

/** What stands behind the header. */
class FileWriter {
  readonly chunks: Buffer[] = [];
  size = HEADER_BYTES;

  /** The next place at a multiple of `align`. */
  next(align: number): number {
    const gap = (align - (this.size % align)) % align;
    if (gap > 0) this.put(Buffer.alloc(gap));
    return this.size;
  }

  put(bytes: Buffer): void {
    this.chunks.push(bytes);
    this.size += bytes.length;
  }
}

/** As it is where packing saves nothing: equal sizes say that a block is not packed. */
function packed(bytes: Buffer): Buffer {
  const small = deflateSync(bytes);
  return small.length < bytes.length ? small : bytes;
}

/** MS-PST 5.3: CRC-32 that begins at zero and is not inverted at the end. */
function checksum(bytes: Buffer): number {
  return (crc32(bytes, 0xffffffff) ^ 0xffffffff) >>> 0;
}

/** MS-PST 5.5. */
function signature(at: number, number: number): number {
  const value = (at ^ number) >>> 0;
  return ((value >>> 16) ^ value) & 0xffff;
}

/** A heap over as many blocks as it needs (MS-PST 2.3.1). */
class HeapWriter {
  readonly #kind: number;
  readonly #blockBytes: number;
  readonly #indexBits: number;
  readonly #blocks: Buffer[][] = [[]];
  #fill: number;

  constructor(kind: number, blockBytes: number, indexBits: number) {
    this.#kind = kind;
    this.#blockBytes = blockBytes;
    this.#indexBits = indexBits;
    this.#fill = headBytes(0);
  }

  /** Gives the piece's heap number. */
  add(bytes: Buffer): number {
    const current = this.#blocks.at(-1) ?? [];
    const mapBytes = 4 + 2 * (current.length + 2);
    if (this.#fill + bytes.length + mapBytes > this.#blockBytes || current.length + 1 >= 2 ** this.#indexBits) {
      if (current.length > 0) {
        this.#fill = headBytes(this.#blocks.length);
        this.#blocks.push([]);
        return this.add(bytes);
      }
    }
    current.push(bytes);
    this.#fill += bytes.length;
    return ((current.length << 5) | ((this.#blocks.length - 1) << (5 + this.#indexBits))) >>> 0;
  }

  /** An ordered list, with levels where it is long (MS-PST 2.3.2). */
  list(keyBytes: number, valueBytes: number, entries: readonly Buffer[]): number {
    const header = Buffer.from([0xb5, keyBytes, valueBytes, 0, 0, 0, 0, 0]);
    let level = 0;
    let current = entries;
    while (current.length > BRANCH_ENTRIES) {
      const above: Buffer[] = [];
      for (let i = 0; i < current.length; i += BRANCH_ENTRIES) {
        const part = current.slice(i, i + BRANCH_ENTRIES);
        const number = Buffer.alloc(4);
        number.writeUInt32LE(this.add(Buffer.concat(part)));
        above.push(Buffer.concat([(part[0] ?? Buffer.alloc(keyBytes)).subarray(0, keyBytes), number]));
      }
      current = above;
      level += 1;
    }
    header[3] = level;
    header.writeUInt32LE(current.length === 0 ? 0 : this.add(Buffer.concat(current)), 4);
    return this.add(header);
  }

  write(root: number): readonly Buffer[] {
    return this.#blocks.map((pieces, block) => {
      const head = Buffer.alloc(headBytes(block));
      const body = Buffer.concat(pieces);
      const map = Buffer.alloc(4 + 2 * (pieces.length + 1));
      map.writeUInt16LE(pieces.length, 0);
      let at = head.length;
      for (const [i, piece] of pieces.entries()) {
        map.writeUInt16LE(at, 4 + 2 * i);
        at += piece.length;
      }
      map.writeUInt16LE(at, 4 + 2 * pieces.length);
      head.writeUInt16LE(head.length + body.length, 0);
      if (block === 0) {
        head[2] = 0xec;
        head[3] = this.#kind;
        head.writeUInt32LE(root, 4);
      }
      return Buffer.concat([head, body, map]);
    });
  }
}

const BRANCH_ENTRIES = 100;

/** Of the first block, of blocks with a map of free space (the 9th, then every 128th), of the others. */
function headBytes(block: number): number {
  if (block === 0) return 12;
  return block % 128 === 8 ? 66 : 2;
}

interface Table {
  readonly rows: readonly Buffer[];
  readonly rowBytes: number;
  /** The heap's blocks, once it is known where the rows lie. */
  readonly finish: (rowsNumber: number) => readonly Buffer[];
}

/** Columns: row number, then a column of 4 bytes for each property. */
function recipientTable(rows: readonly MapiValues[], heap: HeapWriter): Table {
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
    rows.map((_, i) => {
      const entry = Buffer.alloc(8);
      entry.writeUInt32LE(i, 0);
      entry.writeUInt32LE(i, 4);
      return entry;
    }),
  );
  const header = Buffer.alloc(22 + 8 * columns.length);
  header[0] = 0x7c;
  header[1] = columns.length;
  header.writeUInt16LE(bitsAt, 2);
  header.writeUInt16LE(bitsAt, 4);
  header.writeUInt16LE(bitsAt, 6);
  header.writeUInt16LE(rowBytes, 8);
  header.writeUInt32LE(index, 10);
  for (const [i, tag] of columns.entries()) {
    header.writeUInt32LE(tag, 22 + 8 * i);
    header.writeUInt16LE(4 + 4 * i, 26 + 8 * i);
    header[28 + 8 * i] = 4;
    header[29 + 8 * i] = i + 1;
  }
  const finish = (rowsNumber: number) => {
    header.writeUInt32LE(rowsNumber, 14);
    return heap.write(heap.add(header));
  };
  return { rows: cells, rowBytes, finish };
}

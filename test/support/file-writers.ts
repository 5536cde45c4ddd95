/** Writes small files of the formats that rules look into: macros, CD images, cabinets, RAR, shortcuts, pictures of codes. All invented. */
import { deflateRawSync } from "node:zlib";
import encodeQR from "qr";
import { pngOf } from "../../src/parts/png-writer.ts";
import { type StorageSpec, writeCompoundFile } from "./compound-writer.ts";

/** A container of MS-OVBA 2.4.1 whose chunks hold literals alone. */
export function writeLiteralContainer(text: string): Buffer {
  const pieces: Buffer[] = [Buffer.from([1])];
  const bytes = Buffer.from(text, "latin1");
  for (let at = 0; at < bytes.length; at += 3_600) {
    const part = bytes.subarray(at, at + 3_600);
    const tokens: number[] = [];
    for (let from = 0; from < part.length; from += 8) tokens.push(0, ...part.subarray(from, from + 8));
    const header = Buffer.alloc(2);
    header.writeUInt16LE(0xb000 | (tokens.length + 2 - 3), 0);
    pieces.push(header, Buffer.from(tokens));
  }
  return Buffer.concat(pieces);
}

function record(id: number, data: Buffer): Buffer {
  const head = Buffer.alloc(6);
  head.writeUInt16LE(id, 0);
  head.writeUInt32LE(data.length, 2);
  return Buffer.concat([head, data]);
}

/** Storages of a project with one module. */
export function macroStorages(source: string, name = "ThisDocument"): StorageSpec {
  const offset = Buffer.alloc(4);
  offset.writeUInt32LE(7, 0);
  const dir = Buffer.concat([record(0x19, Buffer.from(name)), record(0x1a, Buffer.from(name)), record(0x31, offset)]);
  return {
    VBA: {
      dir: writeLiteralContainer(dir.toString("latin1")),
      [name]: Buffer.concat([Buffer.from("\0\0\0\0\0\0\0"), writeLiteralContainer(source)]),
    },
  };
}

export function writeWordWithMacros(source: string): Buffer {
  return writeCompoundFile({ WordDocument: Buffer.alloc(5_000, "canary text "), Macros: macroStorages(source) });
}

/** One folder, files side by side (ECMA-119). */
export function writeIso(files: readonly { readonly name: string; readonly content: string }[]): Buffer {
  const sector = 2_048;
  const records: Buffer[] = [
    isoRecord("\0", { sector: 20, size: sector, isFolder: true }),
    isoRecord("\x01", { sector: 20, size: sector, isFolder: true }),
  ];
  const contents: Buffer[] = [];
  for (const [index, { name, content }] of files.entries()) {
    const bytes = Buffer.alloc(sector);
    bytes.write(content, "latin1");
    contents.push(bytes);
    records.push(isoRecord(`${name};1`, { sector: 21 + index, size: content.length, isFolder: false }));
  }
  const volume = Buffer.alloc(sector);
  volume.write("\x01CD001\x01", "latin1");
  isoRecord("\0", { sector: 20, size: sector, isFolder: true }).copy(volume, 156);
  const end = Buffer.alloc(sector);
  end.write("\xffCD001\x01", "latin1");
  const folder = Buffer.alloc(sector);
  Buffer.concat(records).copy(folder);
  return Buffer.concat([Buffer.alloc(16 * sector), volume, end, Buffer.alloc(2 * sector), folder, ...contents]);
}

function isoRecord(
  name: string,
  { sector, size, isFolder }: { readonly sector: number; readonly size: number; readonly isFolder: boolean },
): Buffer {
  const length = 33 + name.length + ((33 + name.length) % 2);
  const bytes = Buffer.alloc(length);
  bytes[0] = length;
  bytes.writeUInt32LE(sector, 2);
  bytes.writeUInt32LE(size, 10);
  bytes[25] = isFolder ? 2 : 0;
  bytes[32] = name.length;
  bytes.write(name, 33, "latin1");
  return bytes;
}

/** One folder packed by MSZIP (MS-CAB). */
export function writeCab(name: string, content: string): Buffer {
  const packed = Buffer.concat([Buffer.from("CK"), deflateRawSync(Buffer.from(content))]);
  const head = Buffer.alloc(36 + 8);
  head.write("MSCF", "latin1");
  head.writeUInt32LE(44, 16);
  head[24] = 3;
  head[25] = 1;
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(1, 28);
  const file = Buffer.alloc(16);
  file.writeUInt32LE(content.length, 0);
  const nameBytes = Buffer.from(`${name}\0`);
  head.writeUInt32LE(44 + 16 + nameBytes.length, 36);
  head.writeUInt16LE(1, 40);
  head.writeUInt16LE(1, 42);
  const data = Buffer.alloc(8);
  data.writeUInt16LE(packed.length, 4);
  data.writeUInt16LE(content.length, 6);
  return Buffer.concat([head, file, nameBytes, data, packed]);
}

interface RarFile {
  readonly name: string;
  readonly content: string;
  /** 0 stores. */
  readonly method?: number;
  readonly isEncrypted?: boolean;
}

/** Version 5: main header, files, end. Checksums are not looked at. */
export function writeRar(files: readonly RarFile[]): Buffer {
  const blocks = files.map(({ name, content, method = 0, isEncrypted = false }) => {
    const extra = isEncrypted ? [2, 1, 0] : [];
    const body = [
      2,
      isEncrypted ? 3 : 2,
      ...(isEncrypted ? [extra.length] : []),
      content.length,
      0,
      content.length,
      0,
      ...vint(method << 7),
      0,
      name.length,
    ];
    return Buffer.concat([
      Buffer.alloc(4),
      Buffer.from([body.length + name.length + extra.length, ...body]),
      Buffer.from(name),
      Buffer.from(extra),
      Buffer.from(content),
    ]);
  });
  const main = Buffer.from([0, 0, 0, 0, 3, 1, 0, 0]);
  const end = Buffer.from([0, 0, 0, 0, 3, 5, 0, 0]);
  return Buffer.concat([Buffer.from("Rar!\x1a\x07\x01\0", "latin1"), main, ...blocks, end]);
}

function vint(value: number): readonly number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, value >> 7];
}

/** A shortcut with a path and arguments (MS-SHLLINK 2.1, 2.4). */
export function writeShortcut(path: string, commandLine: string): Buffer {
  const header = Buffer.alloc(76);
  Buffer.from("4c0000000114020000000000c000000000000046", "hex").copy(header);
  header.writeUInt32LE(8 | 32 | 128, 20);
  header.writeUInt32LE(7, 60);
  const text = (value: string) => {
    const count = Buffer.alloc(2);
    count.writeUInt16LE(value.length, 0);
    return Buffer.concat([count, Buffer.from(value, "utf16le")]);
  };
  return Buffer.concat([header, text(path), text(commandLine)]);
}

/** A code as brightness, one byte a pixel. */
export function codePixels(
  text: string,
  scale = 4,
): { readonly width: number; readonly height: number; readonly data: Buffer } {
  const rows = encodeQR(text, "raw", { border: 4 });
  const side = rows.length * scale;
  const data = Buffer.alloc(side * side, 255);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1)
      if (rows[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true) data[y * side + x] = 0;
  }
  return { width: side, height: side, data };
}

export function writeCodePng(text: string): Buffer {
  return pngOf({ ...codePixels(text), depth: 8, colours: 1, hasPredictor: false });
}

/** A picture of one colour. */
export function writePlainPng(width: number, height: number): Buffer {
  return pngOf({ width, height, depth: 1, colours: 1, data: Buffer.alloc(width * height), hasPredictor: false });
}

/** A code as runs of boxes of a content stream, a module of four units. */
export function codeBoxes(text: string, draw: "re" | "path" = "re"): string {
  const rows = encodeQR(text, "raw", { border: 1 });
  const boxes: string[] = [];
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < row.length; x += 1) {
      if (row[x] !== true) continue;
      const from = x;
      while (row[x + 1] === true) x += 1;
      const [left, low, width] = [from * 4, (rows.length - y) * 4, (x - from + 1) * 4];
      boxes.push(
        draw === "re"
          ? `${left} ${low} ${width} 4 re f`
          : `${left} ${low} m ${left + width} ${low} l ${left + width} ${low + 4} l ${left} ${low + 4} l h f`,
      );
    }
  }
  return boxes.join("\n");
}

/**
 * Pictures as brightness, for the search of codes: PNG (ISO 15948), GIF (first frame; GIF89a), BMP, and JPEG by `jpeg-js`.
 *
 * Total: null for what is no such picture, is damaged at its start or has more than `limits.picturePixelsMax` pixels. Memory: about
 * five bytes a pixel, JPEG up to twenty.
 */
import { inflateSync } from "node:zlib";
import { decode as decodeJpeg } from "jpeg-js";
import { limits } from "../base/limits.ts";

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** One byte a pixel, 255 is white; what is transparent is white. */
  readonly luma: Uint8Array;
}

export type PixelsOrWhy = Pixels | "not-a-picture" | "too-large";

export function readPixels(bytes: Buffer): PixelsOrWhy {
  const head = bytes.toString("latin1", 0, 6);
  if (head.startsWith("\x89PNG")) return pngPixels(bytes);
  if (head.startsWith("GIF8")) return gifPixels(bytes);
  if (head.startsWith("\xff\xd8\xff")) return jpegPixels(bytes);
  if (head.startsWith("BM")) return bmpPixels(bytes);
  return "not-a-picture";
}

function isTooLarge(width: number, height: number): boolean {
  return width * height > limits.picturePixelsMax;
}

/** Rec. 601, in 1/256. */
function luminance(red: number, green: number, blue: number): number {
  return (red * 77 + green * 150 + blue * 29) >> 8;
}

function overWhite(value: number, alpha: number): number {
  return 255 - Math.round(((255 - value) * alpha) / 255);
}

interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colour: number;
}

function pngPixels(bytes: Buffer): PixelsOrWhy {
  if (bytes.length < 33) return "not-a-picture";
  const header: PngHeader = {
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    depth: bytes[24] ?? 0,
    colour: bytes[25] ?? 0,
  };
  const samples = SAMPLES.get(header.colour);
  if (samples === undefined || ![1, 2, 4, 8, 16].includes(header.depth) || header.width === 0 || header.height === 0)
    return "not-a-picture";
  if (isTooLarge(header.width, header.height)) return "too-large";
  const { data, palette, alphas } = pngChunks(bytes);
  const bits = header.depth * samples;
  const pixelBytes = Math.max(1, bits >> 3);
  const isInterlaced = bytes[28] === 1;
  const passes = isInterlaced ? ADAM7 : [[0, 0, 1, 1] as const];
  const rowsBytes = passes.reduce((sum, pass) => {
    const [columns, rows] = passSize(header, pass);
    return sum + (columns === 0 ? 0 : rows * (1 + Math.ceil((columns * bits) / 8)));
  }, 0);
  const rows = inflated(data, rowsBytes);
  if (rows === null) return "not-a-picture";
  const luma = new Uint8Array(header.width * header.height).fill(255);
  let at = 0;
  for (const pass of passes) {
    const [columns, count] = passSize(header, pass);
    if (columns === 0) continue;
    const rowBytes = Math.ceil((columns * bits) / 8);
    const [x0, y0, dx, dy] = pass;
    let before: Buffer = Buffer.alloc(rowBytes);
    for (let row = 0; row < count; row += 1) {
      const line = rows.subarray(at + 1, at + 1 + rowBytes);
      if (line.length < rowBytes) return { width: header.width, height: header.height, luma };
      unfilter(line, before, { filter: rows[at] ?? 0, pixelBytes });
      paintRow(line, header, { palette, alphas, columns, luma, from: (y0 + row * dy) * header.width + x0, step: dx });
      before = line;
      at += 1 + rowBytes;
    }
  }
  return { width: header.width, height: header.height, luma };
}

const SAMPLES: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [2, 3],
  [3, 1],
  [4, 2],
  [6, 4],
]);

const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

function passSize(
  { width, height }: PngHeader,
  [x0, y0, dx, dy]: readonly [number, number, number, number],
): readonly [number, number] {
  return [Math.max(0, Math.ceil((width - x0) / dx)), Math.max(0, Math.ceil((height - y0) / dy))];
}

function pngChunks(bytes: Buffer): { readonly data: Buffer; readonly palette: Buffer; readonly alphas: Buffer } {
  const data: Buffer[] = [];
  let palette: Buffer = Buffer.alloc(0);
  let alphas: Buffer = Buffer.alloc(0);
  for (let at = 8; at + 12 <= bytes.length; ) {
    const size = bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    const content = bytes.subarray(at + 8, Math.min(bytes.length, at + 8 + size));
    if (type === "IDAT") data.push(content);
    else if (type === "PLTE") palette = content;
    else if (type === "tRNS") alphas = content;
    else if (type === "IEND") break;
    at += 12 + size;
  }
  return { data: Buffer.concat(data), palette, alphas };
}

/** All that can be had of damaged data is kept by the platform only for a cut end. */
function inflated(data: Buffer, maxOutputLength: number): Buffer | null {
  try {
    return inflateSync(data, { maxOutputLength: maxOutputLength + 64, finishFlush: 2 });
  } catch {
    // Damage, or more rows than the header says.
    return null;
  }
}

function unfilter(
  line: Buffer,
  before: Buffer,
  { filter, pixelBytes }: { readonly filter: number; readonly pixelBytes: number },
): void {
  for (let at = 0; at < line.length; at += 1) {
    const left = at >= pixelBytes ? (line[at - pixelBytes] as number) : 0;
    const up = before[at] as number;
    const corner = at >= pixelBytes ? (before[at - pixelBytes] as number) : 0;
    const value = line[at] as number;
    if (filter === 1) line[at] = value + left;
    else if (filter === 2) line[at] = value + up;
    else if (filter === 3) line[at] = value + ((left + up) >> 1);
    else if (filter === 4) line[at] = value + paeth(left, up, corner);
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}

interface RowTarget {
  readonly palette: Buffer;
  readonly alphas: Buffer;
  readonly columns: number;
  readonly luma: Uint8Array;
  readonly from: number;
  readonly step: number;
}

function paintRow(
  line: Buffer,
  { depth, colour }: PngHeader,
  { palette, alphas, columns, luma, from, step }: RowTarget,
): void {
  const samples = SAMPLES.get(colour) ?? 1;
  const bytesEach = depth === 16 ? 2 : 1;
  const top = (1 << Math.min(8, depth)) - 1;
  for (let column = 0; column < columns; column += 1) {
    let value: number;
    if (depth < 8) {
      const bit = column * depth;
      value = ((line[bit >> 3] as number) >> (8 - depth - (bit & 7))) & top;
    } else value = line[column * samples * bytesEach] as number;
    if (colour === 3) {
      const shade = luminance(palette[value * 3] ?? 0, palette[value * 3 + 1] ?? 0, palette[value * 3 + 2] ?? 0);
      luma[from + column * step] = overWhite(shade, alphas[value] ?? 255);
      continue;
    }
    if (depth < 8) value = Math.round((value * 255) / top);
    const at = column * samples * bytesEach;
    if (samples >= 3) value = luminance(value, line[at + bytesEach] as number, line[at + 2 * bytesEach] as number);
    const alpha = samples === 2 || samples === 4 ? (line[at + (samples - 1) * bytesEach] as number) : 255;
    luma[from + column * step] = alpha === 255 ? value : overWhite(value, alpha);
  }
}

function jpegPixels(bytes: Buffer): PixelsOrWhy {
  const size = jpegSize(bytes);
  if (size === null) return "not-a-picture";
  if (isTooLarge(size.width, size.height)) return "too-large";
  try {
    const picture = decodeJpeg(bytes, {
      useTArray: true,
      formatAsRGBA: false,
      tolerantDecoding: true,
      maxResolutionInMP: limits.picturePixelsMax / 1e6,
      maxMemoryUsageInMB: JPEG_MEGABYTES_MAX,
    });
    const { width, height, data } = picture;
    const luma = new Uint8Array(width * height);
    for (let at = 0; at < luma.length; at += 1) {
      luma[at] = luminance(data[at * 3] as number, data[at * 3 + 1] as number, data[at * 3 + 2] as number);
    }
    return { width, height, luma };
  } catch {
    // The library throws at damage and at its own limits.
    return "not-a-picture";
  }
}

const JPEG_MEGABYTES_MAX = 256;

/** Of the first frame header (ITU T.81 B.2.2). */
export function jpegSize(bytes: Buffer): { readonly width: number; readonly height: number } | null {
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      return width === 0 || height === 0 ? null : { width, height };
    }
    if (marker === 0xda || marker === 0xd9) return null;
    at += marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7) ? 2 : 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

function bmpPixels(bytes: Buffer): PixelsOrWhy {
  if (bytes.length < 54) return "not-a-picture";
  const [offset, headerBytes, width, rawHeight] = [
    bytes.readUInt32LE(10),
    bytes.readUInt32LE(14),
    bytes.readInt32LE(18),
    bytes.readInt32LE(22),
  ];
  const depth = bytes.readUInt16LE(28);
  const height = Math.abs(rawHeight);
  if (headerBytes < 40 || width <= 0 || height === 0 || ![1, 4, 8, 24, 32].includes(depth)) return "not-a-picture";
  const compression = bytes.readUInt32LE(30);
  if (compression !== 0 && compression !== 3) return "not-a-picture";
  if (isTooLarge(width, height)) return "too-large";
  const luma = new Uint8Array(width * height).fill(255);
  const rowBytes = Math.ceil((width * depth) / 32) * 4;
  const palette = bytes.subarray(14 + headerBytes, offset);
  for (let row = 0; row < height; row += 1) {
    const start = offset + row * rowBytes;
    if (start + rowBytes > bytes.length) break;
    const target = (rawHeight < 0 ? row : height - 1 - row) * width;
    for (let column = 0; column < width; column += 1) {
      const at = depth >= 24 ? start + (column * depth) / 8 : paletteAt(bytes, start, { column, depth });
      const from = depth >= 24 ? bytes : palette;
      luma[target + column] = luminance(from[at + 2] ?? 0, from[at + 1] ?? 0, from[at] ?? 0);
    }
  }
  return { width, height, luma };
}

function paletteAt(
  bytes: Buffer,
  start: number,
  { column, depth }: { readonly column: number; readonly depth: number },
): number {
  const bit = column * depth;
  return 4 * (((bytes[start + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1));
}

function gifPixels(bytes: Buffer): PixelsOrWhy {
  if (bytes.length < 13) return "not-a-picture";
  const [width, height] = [bytes.readUInt16LE(6), bytes.readUInt16LE(8)];
  if (width === 0 || height === 0) return "not-a-picture";
  if (isTooLarge(width, height)) return "too-large";
  const flags = bytes[10] ?? 0;
  const globalBytes = (flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1);
  const luma = new Uint8Array(width * height).fill(255);
  let transparent = -1;
  for (let at = 13 + globalBytes; at < bytes.length; ) {
    const kind = bytes[at];
    if (kind === 0x21) {
      if (bytes[at + 1] === 0xf9 && ((bytes[at + 3] ?? 0) & 1) === 1) transparent = bytes[at + 6] ?? -1;
      at = behindBlocks(bytes, at + 2);
      continue;
    }
    if (kind !== 0x2c || at + 11 > bytes.length) break;
    const local = bytes[at + 9] ?? 0;
    const localBytes = (local & 0x80) === 0 ? 0 : 3 << ((local & 7) + 1);
    const palette =
      localBytes > 0 ? bytes.subarray(at + 10, at + 10 + localBytes) : bytes.subarray(13, 13 + globalBytes);
    const frame = {
      ...{ left: bytes.readUInt16LE(at + 1), top: bytes.readUInt16LE(at + 3) },
      ...{ width: bytes.readUInt16LE(at + 5), height: bytes.readUInt16LE(at + 7) },
      isInterlaced: (local & 0x40) !== 0,
    };
    if (isTooLarge(frame.width, frame.height)) return "too-large";
    const codes = lzwPixels(bytes, at + 10 + localBytes, frame.width * frame.height);
    paintFrame(codes, { ...frame, palette, transparent }, { width, height, luma });
    break;
  }
  return { width, height, luma };
}

function behindBlocks(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0);
  return at + 1;
}

/** Variable-length codes of GIF (appendix F), at most `pixelsMax` values. */
function lzwPixels(bytes: Buffer, from: number, pixelsMax: number): Uint8Array {
  const out = new Uint8Array(pixelsMax);
  const minBits = bytes[from] ?? 0;
  if (minBits < 2 || minBits > 11) return out;
  const [clear, stop] = [1 << minBits, (1 << minBits) + 1];
  const prefix = new Uint16Array(4_096);
  const suffix = new Uint8Array(4_096);
  const stack = new Uint8Array(4_097);
  let [next, bits, previous, first] = [stop + 1, minBits + 1, -1, 0];
  let [buffer, have, length] = [0, 0, 0];
  for (let at = from + 1; at < bytes.length && bytes[at] !== 0 && length < pixelsMax; ) {
    const end = Math.min(bytes.length, at + 1 + (bytes[at] ?? 0));
    for (at += 1; at < end && length < pixelsMax; at += 1) {
      buffer |= (bytes[at] as number) << have;
      have += 8;
      while (have >= bits && length < pixelsMax) {
        const code = buffer & ((1 << bits) - 1);
        buffer >>= bits;
        have -= bits;
        if (code === clear) {
          [next, bits, previous] = [stop + 1, minBits + 1, -1];
          continue;
        }
        if (code === stop || code > next || (previous < 0 && code > stop)) return out;
        let depth = 0;
        let walk = code;
        if (code === next) {
          stack[depth++] = first;
          walk = previous;
        }
        while (walk > stop && depth < 4_096) {
          stack[depth++] = suffix[walk] as number;
          walk = prefix[walk] as number;
        }
        first = walk;
        stack[depth++] = walk;
        while (depth > 0 && length < pixelsMax) out[length++] = stack[--depth] as number;
        if (previous >= 0 && next < 4_096) {
          prefix[next] = previous;
          suffix[next] = first;
          next += 1;
          if (next === 1 << bits && bits < 12) bits += 1;
        }
        previous = code;
      }
    }
  }
  return out;
}

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly isInterlaced: boolean;
  readonly palette: Buffer;
  readonly transparent: number;
}

function paintFrame(codes: Uint8Array, frame: Frame, picture: Pixels): void {
  const rows = frame.isInterlaced ? interlacedRows(frame.height) : null;
  for (let row = 0; row < frame.height; row += 1) {
    const y = frame.top + (rows?.[row] ?? row);
    if (y >= picture.height) continue;
    for (let column = 0; column < frame.width && frame.left + column < picture.width; column += 1) {
      const code = codes[row * frame.width + column] as number;
      if (code === frame.transparent) continue;
      const at = code * 3;
      picture.luma[y * picture.width + frame.left + column] = luminance(
        frame.palette[at] ?? 0,
        frame.palette[at + 1] ?? 0,
        frame.palette[at + 2] ?? 0,
      );
    }
  }
}

function interlacedRows(height: number): readonly number[] {
  const rows: number[] = [];
  for (const [start, step] of [
    [0, 8],
    [4, 8],
    [2, 4],
    [1, 2],
  ] as const) {
    for (let row = start; row < height; row += step) rows.push(row);
  }
  return rows;
}

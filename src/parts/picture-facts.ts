/**
 * Size and metadata of pictures: EXIF (CIPA DC-008), XMP, texts of PNG, comments, the maker in a colour profile (ICC.1 7.2), under the
 * names that metadata readers use.
 *
 * Pure, total, linear. Of the tags of EXIF those of the table below are named, which are all that people read; makers' own notes are not
 * opened (`hasMore`).
 */
import { inflateSync } from "node:zlib";
import { limits } from "../base/limits.ts";
import { decodedText } from "./file-text.ts";
import { xmpProperties } from "./pdf-facts.ts";
import { jpegSize } from "./picture-pixels.ts";

export interface PictureFacts {
  readonly width: number;
  readonly height: number;
  readonly fields: ReadonlyMap<string, string>;
  /** Metadata that were not read lie in it. */
  readonly hasMore: boolean;
  /** Where data begin that follow the picture; null where none do. */
  readonly trailerAt: number | null;
}

/** Null for what is no picture whose format is read. */
export function readPictureFacts(bytes: Buffer): PictureFacts | null {
  const head = bytes.toString("latin1", 0, 12);
  if (head.startsWith("\xff\xd8\xff")) return jpegFacts(bytes);
  if (head.startsWith("\x89PNG\r\n")) return pngFacts(bytes);
  if (head.startsWith("GIF8")) return gifFacts(bytes);
  if (head.startsWith("BM") && bytes.length > 26)
    return plain(Math.abs(bytes.readInt32LE(18)), Math.abs(bytes.readInt32LE(22)));
  if (head.startsWith("RIFF") && head.endsWith("WEBP")) return webpFacts(bytes);
  if (head.startsWith("II*\0") || head.startsWith("MM\0*")) return tiffFacts(bytes);
  return null;
}

function plain(width: number, height: number): PictureFacts {
  return { width, height, fields: new Map(), hasMore: false, trailerAt: null };
}

class Fields {
  readonly found = new Map<string, string>();
  hasMore = false;

  add(name: string, value: string): void {
    const text = value.replaceAll("\0", "").trim();
    if (text !== "" && !this.found.has(name) && this.found.size < limits.fileFactsMax)
      this.found.set(name, text.slice(0, 8_192));
  }

  addAll(more: ReadonlyMap<string, string>): void {
    for (const [name, value] of more) this.add(name, value);
  }
}

/** Segments up to the picture's data (T.81 B.1.1.4). */
function jpegFacts(bytes: Buffer): PictureFacts {
  const fields = new Fields();
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda || marker === 0xd9) break;
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const size = bytes.readUInt16BE(at + 2);
    const data = bytes.subarray(at + 4, at + 2 + size);
    jpegSegment(marker, data, fields);
    at += 2 + Math.max(2, size);
  }
  const { width, height } = jpegSize(bytes) ?? { width: 0, height: 0 };
  const end = bytes.lastIndexOf(Buffer.from([0xff, 0xd9]));
  const trailerAt = end >= 0 && end + 2 < bytes.length ? end + 2 : null;
  return { width, height, fields: fields.found, hasMore: fields.hasMore, trailerAt };
}

function jpegSegment(marker: number, data: Buffer, fields: Fields): void {
  const name = data.toString("latin1", 0, 29);
  if (marker === 0xfe) fields.add("Comment", decodedText(data));
  else if (marker === 0xe1 && name.startsWith("Exif\0\0")) readTiff(data.subarray(6), fields);
  else if (marker === 0xe1 && name.startsWith("http://ns.adobe.com/xap/1.0/"))
    fields.addAll(xmpProperties(data.toString("latin1", 29)));
  else if (marker === 0xe2 && name.startsWith("ICC_PROFILE\0")) readProfile(data.subarray(14), fields);
  else if (marker === 0xed) fields.hasMore = true;
  else if (marker === 0xe0 && name.startsWith("JFIF\0"))
    fields.add("JFIFVersion", `${data[5] ?? 0}.${String(data[6] ?? 0).padStart(2, "0")}`);
}

function pngFacts(bytes: Buffer): PictureFacts {
  const fields = new Fields();
  let trailerAt: number | null = null;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const size = bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    const data = bytes.subarray(at + 8, Math.min(bytes.length, at + 8 + size));
    pngChunk(type, data, fields);
    at += 12 + size;
    if (type === "IEND") {
      trailerAt = at < bytes.length ? at : null;
      break;
    }
  }
  const [width, height] = bytes.length >= 24 ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : [0, 0];
  return { width, height, fields: fields.found, hasMore: fields.hasMore, trailerAt };
}

function pngChunk(type: string, data: Buffer, fields: Fields): void {
  if (type === "eXIf") readTiff(data, fields);
  if (type === "iCCP" && data.includes(0)) readProfile(inflated(data.subarray(data.indexOf(0) + 2)), fields);
  if (type !== "tEXt" && type !== "zTXt" && type !== "iTXt") return;
  const zero = data.indexOf(0);
  if (zero < 0) return;
  const name = data
    .toString("latin1", 0, Math.min(zero, 79))
    .replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase());
  const text = pngText(type, data.subarray(zero + 1));
  if (name === "XML:com.adobe.xmp") fields.addAll(xmpProperties(text.toString("latin1")));
  else fields.add(name, decodedText(text));
}

/** Behind the keyword: plain, packed, or with a language and a translated keyword before it. */
function pngText(type: string, data: Buffer): Buffer {
  if (type === "tEXt") return data;
  if (type === "zTXt") return inflated(data.subarray(1));
  const language = data.indexOf(0, 2);
  const keyword = language < 0 ? -1 : data.indexOf(0, language + 1);
  const text = keyword < 0 ? Buffer.alloc(0) : data.subarray(keyword + 1);
  return data[0] === 1 ? inflated(text) : text;
}

const PACKED_BYTES_MAX = 1024 * 1024;

function inflated(data: Buffer): Buffer {
  try {
    return inflateSync(data, { maxOutputLength: PACKED_BYTES_MAX, finishFlush: 2 });
  } catch {
    // Damage, or a bomb: no text of a picture is so long.
    return Buffer.alloc(0);
  }
}

function gifFacts(bytes: Buffer): PictureFacts {
  const fields = new Fields();
  if (bytes.length < 13) return plain(0, 0);
  const comment = bytes.indexOf(Buffer.from([0x21, 0xfe]));
  if (comment >= 0)
    fields.add("Comment", bytes.toString("latin1", comment + 3, comment + 3 + (bytes[comment + 2] ?? 0)));
  const xmp = bytes.indexOf("XMP DataXMP", 0, "latin1");
  if (xmp >= 0) fields.addAll(xmpProperties(bytes.toString("latin1", xmp + 11, xmp + 65_536)));
  const end = bytes.lastIndexOf(0x3b);
  const trailerAt = end > 0 && end + 1 < bytes.length && bytes[end - 1] === 0 ? end + 1 : null;
  return {
    width: bytes.readUInt16LE(6),
    height: bytes.readUInt16LE(8),
    fields: fields.found,
    hasMore: false,
    trailerAt,
  };
}

function webpFacts(bytes: Buffer): PictureFacts {
  const fields = new Fields();
  let size = { width: 0, height: 0 };
  for (let at = 12; at + 8 <= bytes.length; ) {
    const type = bytes.toString("latin1", at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (type === "VP8X" && data.length >= 10)
      size = { width: data.readUIntLE(4, 3) + 1, height: data.readUIntLE(7, 3) + 1 };
    else if (type === "VP8 " && data.length >= 10 && size.width === 0) {
      size = { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff };
    } else if (type === "VP8L" && data.length >= 5 && size.width === 0) {
      const bits = data.readUInt32LE(1);
      size = { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    } else if (type === "EXIF") readTiff(data.toString("latin1", 0, 4) === "Exif" ? data.subarray(6) : data, fields);
    else if (type === "XMP ") fields.addAll(xmpProperties(data.toString("latin1")));
    else if (type === "ICCP") readProfile(data, fields);
    at += 8 + length + (length & 1);
  }
  return { ...size, fields: fields.found, hasMore: fields.hasMore, trailerAt: null };
}

function tiffFacts(bytes: Buffer): PictureFacts {
  const fields = new Fields();
  readTiff(bytes, fields);
  const number = (name: string) => Number(fields.found.get(name) ?? 0);
  return {
    width: number("ImageWidth"),
    height: number("ImageHeight"),
    fields: fields.found,
    hasMore: fields.hasMore,
    trailerAt: null,
  };
}

// biome-ignore format: a table reads by column
const TAGS: ReadonlyMap<number, string> = new Map([
  [0x0100, "ImageWidth"], [0x0101, "ImageHeight"], [0x010d, "DocumentName"], [0x010e, "ImageDescription"], [0x010f, "Make"], [0x0110, "Model"],
  [0x0112, "Orientation"], [0x0131, "Software"], [0x0132, "ModifyDate"], [0x013b, "Artist"], [0x013c, "HostComputer"], [0x8298, "Copyright"],
  [0x829a, "ExposureTime"], [0x829d, "FNumber"], [0x8827, "ISO"], [0x9000, "ExifVersion"], [0x9003, "DateTimeOriginal"], [0x9004, "CreateDate"],
  [0x9010, "OffsetTime"], [0x9286, "UserComment"], [0x9c9b, "XPTitle"], [0x9c9c, "XPComment"], [0x9c9d, "XPAuthor"], [0x9c9e, "XPKeywords"],
  [0x9c9f, "XPSubject"], [0xa002, "ExifImageWidth"], [0xa003, "ExifImageHeight"], [0xa420, "ImageUniqueID"], [0xa430, "OwnerName"],
  [0xa431, "SerialNumber"], [0xa433, "LensMake"], [0xa434, "LensModel"],
]);
const EXIF_FOLDER = 0x8769;
const GPS_FOLDER = 0x8825;
const MAKER_NOTE = 0x927c;
const ENTRIES_MAX = 512;

/** The folders of a TIFF: the picture's, then those of EXIF and of the place. */
function readTiff(tiff: Buffer, fields: Fields): void {
  if (tiff.length < 8) return;
  const isLittle = tiff[0] === 0x49;
  const uint16 = (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const uint32 = (at: number) => (at + 4 > tiff.length ? 0 : isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const seen = new Set<number>();
  const queue = [{ at: uint32(4), isPlace: false }];
  for (let folder = queue.pop(); folder !== undefined && seen.size < 8; folder = queue.pop()) {
    if (seen.has(folder.at) || folder.at < 8) continue;
    seen.add(folder.at);
    const count = Math.min(uint16(folder.at), ENTRIES_MAX);
    for (let index = 0; index < count; index += 1) {
      const at = folder.at + 2 + index * 12;
      if (at + 12 > tiff.length) break;
      const tag = uint16(at);
      if (tag === EXIF_FOLDER || tag === GPS_FOLDER) queue.push({ at: uint32(at + 8), isPlace: tag === GPS_FOLDER });
      if (tag === MAKER_NOTE) fields.hasMore = true;
      const name = folder.isPlace ? PLACE_TAGS.get(tag) : TAGS.get(tag);
      if (name !== undefined)
        fields.add(name, tiffValue(tiff, at, { uint16, uint32, isWide: tag >= 0x9c9b && tag <= 0x9c9f }));
    }
  }
}

// biome-ignore format: a table reads by column
const PLACE_TAGS: ReadonlyMap<number, string> = new Map([
  [1, "GPSLatitudeRef"], [2, "GPSLatitude"], [3, "GPSLongitudeRef"], [4, "GPSLongitude"], [5, "GPSAltitudeRef"], [6, "GPSAltitude"], [7, "GPSTimeStamp"], [29, "GPSDateStamp"],
]);

interface TiffReading {
  readonly uint16: (at: number) => number;
  readonly uint32: (at: number) => number;
  readonly isWide: boolean;
}

const VALUE_BYTES_MAX = 8_192;

function tiffValue(tiff: Buffer, at: number, { uint16, uint32, isWide }: TiffReading): string {
  const [type, count] = [uint16(at + 2), uint32(at + 4)];
  const size = Math.min(
    count * (type === 3 ? 2 : type === 4 || type === 9 ? 4 : type === 5 || type === 10 ? 8 : 1),
    VALUE_BYTES_MAX,
  );
  const from = size <= 4 ? at + 8 : uint32(at + 8);
  const data = tiff.subarray(Math.min(from, tiff.length), Math.min(from + size, tiff.length));
  if (isWide) return data.subarray(0, data.length & ~1).toString("utf16le");
  if (type === 3) return String(uint16(from));
  if (type === 4 || type === 9) return String(uint32(from));
  if (type === 5 || type === 10) {
    const parts: number[] = [];
    for (let part = from; part + 8 <= from + size && parts.length < 4; part += 8)
      parts.push(uint32(part) / Math.max(1, uint32(part + 4)));
    return parts.map((part) => Number(part.toPrecision(8))).join(" ");
  }
  const isMarked = type === 7 && /^(?:ASCII|UNICODE|JIS)\0/.test(data.toString("latin1", 0, 8));
  if (isMarked && data.toString("latin1", 0, 7) === "UNICODE")
    return data.subarray(8, data.length & ~1).toString("utf16le");
  return decodedText(isMarked ? data.subarray(8) : data);
}

/** Four letters are registered for each maker. */
// biome-ignore format: a table reads by column
const MAKERS: ReadonlyMap<string, string> = new Map([
  ["APPL", "Apple Computer Inc."], ["ADBE", "Adobe Systems Inc."], ["MSFT", "Microsoft Corporation"], ["HP  ", "Hewlett-Packard"], ["EPSO", "Epson"],
  ["CANO", "Canon"], ["SAMS", "Samsung"], ["GOOG", "Google"], ["lcms", "Little CMS"], ["none", "none"], ["IEC ", "IEC"], ["KODA", "Kodak"],
]);

function readProfile(profile: Buffer, fields: Fields): void {
  if (profile.length < 128 || profile.toString("latin1", 36, 40) !== "acsp") return;
  const name = (at: number) => {
    const letters = profile.toString("latin1", at, at + 4).replaceAll("\0", "");
    return MAKERS.get(letters) ?? letters;
  };
  fields.add("ProfileCMMType", name(4));
  fields.add("DeviceManufacturer", name(48));
  fields.add("DeviceModel", name(52));
  fields.add("ProfileCreator", name(80));
}

/**
 * A PDF as rules see it (ISO 32000-1): metadata, addresses, actions, programs, embedded files, pictures and the text where its fonts
 * say what their codes mean.
 *
 * The file is scanned, not parsed: what the table of objects leaves out counts, too. Pure and total; what comes out of its streams is
 * bounded by the budget. Of an encrypted file structure and names are known, strings and streams are not.
 */
import { limits } from "../base/limits.ts";
import { utf8Of } from "./content-lines.ts";
import {
  hexString,
  inflateLeniently,
  literalString,
  type PdfStream,
  streamsOf,
  textOutside,
  withoutNameEscapes,
} from "./pdf.ts";
import { type Drawing, drawingOf, mayDrawLetters } from "./pdf-drawings.ts";
import { openPdf } from "./pdf-encryption.ts";
import { areFontsTold } from "./pdf-fonts.ts";
import { isPngShape, type PictureRows, pngOf } from "./png-writer.ts";
import type { InnerFile, PartBudget } from "./reference.ts";
import { unpacked } from "./zip.ts";

export interface PdfFacts {
  readonly version: string;
  /** A password is needed. */
  readonly isEncrypted: boolean;
  /** How it is encrypted, `Standard V4.4 (128-bit)`, also where it opens without a password; empty where it is not. */
  readonly encryption: string;
  readonly isLinearized: boolean;
  readonly pageCount: number;
  /** By name, `Producer`; those of the document's own dictionary before those of its XML. */
  readonly metadata: ReadonlyMap<string, string>;
  /** Targets of links and actions, each once. */
  readonly urls: readonly string[];
  /** What it does or can do, by the names of the standard: `OpenAction`, `JavaScript`, `Launch`. Sorted. */
  readonly actions: readonly string[];
  /** Files and commands that a launch action names. */
  readonly launches: readonly string[];
  readonly scripts: readonly string[];
  readonly files: readonly InnerFile[];
  readonly pictures: readonly PdfPicture[];
  readonly text: string;
  /** Pages with so many boxes that they may make a code. */
  readonly drawings: readonly Drawing[];
  /** Codes may be there that are not looked for: it needs a password, or there are too many such boxes or pages. */
  readonly mayHideCodes: boolean;
  /** What its pages show is `text` and `pictures`, and nothing that may be letters as well. */
  readonly isLegible: boolean;
  /** Something was not read: a filter that is not undone, a limit. */
  readonly isCut: boolean;
}

/** A picture that is a file as it stands, or rows of pixels of which a PNG is made when somebody wants to look at it. */
export interface PdfPicture {
  readonly name: string;
  readonly bytes: Buffer | null;
  /** Where `bytes` is null. */
  readonly rows: PictureRows | null;
}

const ACTIONS =
  /\/(OpenAction|AA|JavaScript|JS|Launch|URI|SubmitForm|ImportData|GoToR|GoToE|EmbeddedFiles?|RichMedia|XFA|AcroForm|Movie|Sound|Rendition|Named|ResetForm)\b/g;

export function readPdfFacts(bytes: Buffer, budget: PartBudget): PdfFacts {
  const facts = readOpenFacts(bytes, budget);
  const open = facts.isEncrypted ? openPdf(bytes) : null;
  return open === null ? facts : { ...readOpenFacts(open, budget), encryption: facts.encryption };
}

/** What an encrypted file shows without being opened. */
function readOpenFacts(bytes: Buffer, budget: PartBudget): PdfFacts {
  const raw = bytes.toString("latin1");
  const streams = streamsOf(raw);
  const outside = withoutNameEscapes(textOutside(raw, streams));
  const isEncrypted = /\/Encrypt[\s<\d]/.test(outside);
  const reader = new StreamReader(bytes, budget);
  const packed = isEncrypted
    ? []
    : streams.filter(({ dictionary }) => /\/ObjStm\b/.test(dictionary)).map((one) => reader.text(one));
  const texts = [outside, ...packed.map(withoutNameEscapes)];
  const isHidden = isEncrypted || texts.some((text) => /\/Encrypt[\s<\d]/.test(text));
  const objects = objectsOf(texts);
  const strings = isHidden ? [] : texts.flatMap((text) => keyedStrings(text));
  const actions = new Set(texts.flatMap((text) => [...text.matchAll(ACTIONS)].map(([, name = ""]) => name)));
  const pages = isHidden ? { text: "", drawings: [], isMore: false } : pageTexts(streams, objects, reader);
  const pictures = isHidden ? [] : picturesOf(streams, objects, reader);
  const isLegible =
    !isHidden && (pages.text !== "" || pictures.length > 0) && showsNothingElse(streams, objects, { pictures, reader });
  return {
    version: /%PDF-(\d\.\d)/.exec(raw.slice(0, 1_024))?.[1] ?? "",
    isEncrypted: isHidden,
    encryption: isHidden ? encryptionOf(texts, objects) : "",
    isLinearized: /\/Linearized\b/.test(raw.slice(0, 2_048)),
    pageCount: pageCount(texts),
    metadata: isHidden
      ? new Map()
      : metadataOf(
          texts,
          strings,
          streams.filter(({ dictionary }) => /\/Type\s*\/Metadata\b/.test(dictionary)).map((one) => reader.text(one)),
        ),
    urls: distinct(
      strings
        .filter(({ key, value }) => URL_KEYS.has(key) && (key === "URI" || /^[a-z][\w+.-]{1,30}:|^\\\\/i.test(value)))
        .map(({ value }) => value),
    ),
    actions: [...actions].sort(),
    launches: actions.has("Launch")
      ? distinct(
          strings.filter(({ key, near }) => LAUNCH_KEYS.has(key) && /\/Launch\b/.test(near)).map(({ value }) => value),
        )
      : [],
    scripts: isHidden ? [] : scriptsOf(texts, strings, { streams, reader }),
    files: isHidden ? [] : embeddedFiles(streams, strings, reader),
    pictures,
    text: pages.text,
    drawings: pages.drawings,
    mayHideCodes: isHidden || pages.isMore,
    isLegible: isLegible && !reader.isCut,
    isCut: reader.isCut || isHidden,
  };
}

function showsNothingElse(
  streams: readonly PdfStream[],
  objects: Objects,
  { pictures, reader }: { readonly pictures: readonly PdfPicture[]; readonly reader: StreamReader },
): boolean {
  const images = streams.filter(({ dictionary }) => /\/Subtype\s*\/Image\b/.test(dictionary));
  if (images.length !== pictures.length || !areFontsTold(objects)) return false;
  return streams
    .filter(({ dictionary }) => !NO_PAGE.test(dictionary))
    .every((stream) => !mayDrawLetters(reader.text(stream)));
}

const URL_KEYS: ReadonlySet<string> = new Set(["URI", "F", "UF", "URL", "Base"]);
const LAUNCH_KEYS: ReadonlySet<string> = new Set(["F", "UF", "P", "Unix", "Mac", "D"]);

/** Streams unpacked, filters undone in their order. */
class StreamReader {
  readonly bytes: Buffer;
  readonly #budget: PartBudget;
  isCut = false;

  constructor(bytes: Buffer, budget: PartBudget) {
    this.bytes = bytes;
    this.#budget = budget;
  }

  text(stream: PdfStream): string {
    return this.content(stream)?.toString("latin1") ?? "";
  }

  content(stream: PdfStream): Buffer | null {
    let data: Buffer | null = withoutLineEnd(this.bytes.subarray(stream.start, stream.end));
    for (const filter of filtersOf(stream.dictionary)) {
      if (data === null) break;
      data = this.#undone(filter, data);
    }
    if (data === null || filtersOf(stream.dictionary).length > 0) return data;
    if (this.#budget.takeBytes(data.length)) return data;
    this.isCut = true;
    return null;
  }

  #undone(filter: string, data: Buffer): Buffer | null {
    switch (filter) {
      case "FlateDecode":
      case "Fl": {
        const found = unpacked(data, inflateLeniently, this.#budget);
        if (found === null) this.isCut = true;
        return found;
      }
      case "ASCIIHexDecode":
      case "AHx":
        return Buffer.from(
          data
            .toString("latin1")
            .replace(/>[\s\S]*$/, "")
            .replace(/\s+/g, ""),
          "hex",
        );
      case "ASCII85Decode":
      case "A85":
        return ascii85(data);
      case "DCTDecode":
      case "DCT":
      case "JPXDecode":
      case "Crypt":
        return data;
      default:
        this.isCut = true;
        return null;
    }
  }
}

function withoutLineEnd(data: Buffer): Buffer {
  let end = data.length;
  if (data[end - 1] === 0x0a) end -= 1;
  if (data[end - 1] === 0x0d) end -= 1;
  return data.subarray(0, end);
}

function filtersOf(dictionary: string): readonly string[] {
  const list = /\/Filter\s*(\[[^\]]{0,400}\]|\/\w+)/.exec(dictionary)?.[1] ?? "";
  return [...list.matchAll(/\/(\w+)/g)].map(([, name = ""]) => name).slice(0, 4);
}

/** 7.4.3. */
function ascii85(data: Buffer): Buffer {
  let zeros = 0;
  for (const byte of data) if (byte === 0x7a) zeros += 1;
  const out = Buffer.alloc(4 * (zeros + Math.ceil(data.length / 5) + 1));
  let length = 0;
  let value = 0;
  let digits = 0;
  for (const byte of data) {
    if (byte === 0x7e) break;
    if (byte === 0x7a && digits === 0) length += 4;
    if (byte < 0x21 || byte > 0x75) continue;
    value = value * 85 + (byte - 0x21);
    digits += 1;
    if (digits < 5) continue;
    length = out.writeUInt32BE(value % 2 ** 32, length);
    value = 0;
    digits = 0;
  }
  if (digits < 2) return out.subarray(0, length);
  for (let missing = digits; missing < 5; missing += 1) value = value * 85 + 84;
  out.writeUInt32BE(value % 2 ** 32, length);
  return out.subarray(0, length + digits - 1);
}

interface KeyedString {
  readonly key: string;
  readonly value: string;
  /** What stands around. */
  readonly near: string;
}

const STRING_KEY = /\/(\w{1,30})\s{0,20}([(<])/g;
const NEAR_CHARS = 200;

function keyedStrings(text: string): readonly KeyedString[] {
  const found: KeyedString[] = [];
  STRING_KEY.lastIndex = 0;
  for (let match = STRING_KEY.exec(text); match !== null; match = STRING_KEY.exec(text)) {
    const [whole, key = "", open = ""] = match;
    const from = match.index + whole.length;
    if (open === "<" && text[from] === "<") continue;
    const { value, end } = open === "(" ? literalString(text, from) : hexString(text, from);
    STRING_KEY.lastIndex = Math.max(end, from);
    found.push({
      key,
      value: value.replaceAll("\0", "").trim(),
      near: text.slice(Math.max(0, match.index - NEAR_CHARS), end + NEAR_CHARS),
    });
    if (found.length >= limits.fileFactsMax) break;
  }
  return found;
}

/** 7.6.1, table 20. */
function encryptionOf(texts: readonly string[], objects: Objects): string {
  const [, number, inline = ""] =
    /\/Encrypt\s*(?:(\d{1,10})\s+\d{1,5}\s+R|(<<[\s\S]{0,2048}))/.exec(texts.join("\n")) ?? [];
  const dictionary = number === undefined ? inline : (objects.get(number) ?? "");
  const value = (key: string) => new RegExp(`/${key}\\s+(\\d{1,3})\\b`).exec(dictionary)?.[1];
  const filter = /\/Filter\s*\/(\w{1,40})/.exec(dictionary)?.[1] ?? "Standard";
  return `${filter} V${value("V") ?? 0}.${value("R") ?? 0} (${value("Length") ?? 40}-bit)`;
}

/** Page objects; where there are none in the open, what the tree of pages claims. */
function pageCount(texts: readonly string[]): number {
  const pages = texts.reduce((sum, text) => sum + [...text.matchAll(/\/Type\s*\/Page(?![\w])/g)].length, 0);
  if (pages > 0) return pages;
  return Math.max(
    0,
    ...texts.flatMap((text) =>
      [...text.matchAll(/\/Count\s+(\d{1,6})/g)].slice(0, 1_000).map(([, count]) => Number(count)),
    ),
  );
}

const INFO_KEYS: ReadonlySet<string> = new Set([
  "Title",
  "Author",
  "Subject",
  "Keywords",
  "Creator",
  "Producer",
  "CreationDate",
  "ModDate",
  "Trapped",
  "Company",
  "SourceModified",
]);
/** Keys of outlines and annotations share names with those of the document; its dictionary has a producer or dates beside them. */
const INFO_NEAR = /\/(?:Producer|CreationDate|ModDate|Creator|Author)\b/;

function metadataOf(
  texts: readonly string[],
  strings: readonly KeyedString[],
  xml: readonly string[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const infoNumber = /\/Info\s+(\d{1,10})\s+\d{1,5}\s+R\b/.exec(texts.join("\n"))?.[1];
  const info = infoNumber === undefined ? "" : (texts.flatMap((text) => objectText(text, infoNumber) ?? [])[0] ?? "");
  for (const { key, value } of keyedStrings(info)) if (INFO_KEYS.has(key)) found.set(key, value);
  for (const { key, value, near } of strings) {
    if (INFO_KEYS.has(key) && !found.has(key) && INFO_NEAR.test(near) && !/\/(?:Dest|Annot|Parent)\b/.test(near))
      found.set(key, value);
  }
  for (const text of xml) {
    for (const [key, value] of xmpProperties(text)) if (!found.has(key)) found.set(key, value);
  }
  return found;
}

function objectText(text: string, number: string): string | null {
  const match = new RegExp(`(?<!\\d)${number}\\s+\\d{1,5}\\s+obj\\b`).exec(text);
  if (match === null) return null;
  const end = text.indexOf("endobj", match.index);
  return text.slice(match.index + match[0].length, Math.min(end < 0 ? text.length : end, match.index + 16_384));
}

/** Elements and attributes of an XMP packet (ISO 16684-1), by the names that metadata readers give them. */
export function xmpProperties(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (name: string, value: string) => {
    const key = name.slice(0, 1).toUpperCase() + name.slice(1);
    if (!found.has(key) && value.trim() !== "" && found.size < limits.fileFactsMax) found.set(key, value.trim());
  };
  for (const [, value = ""] of text.matchAll(/\bx:xmptk\s*=\s*"([^"]{1,200})"/g)) add("XMPToolkit", value);
  for (const [, name = "", value = ""] of text.matchAll(
    /\s(?:pdf|xmp|xap|dc|xmpMM|photoshop|tiff|exif):(\w{1,60})\s*=\s*"([^"]{0,4096})"/g,
  ))
    add(name, utf8Of(value));
  for (const [, name = "", value = ""] of text.matchAll(
    /<(?:pdf|xmp|xap|dc|xmpMM|photoshop|tiff|exif):(\w{1,60})[^<>]*>\s*(?:<rdf:(?:Alt|Seq|Bag)>\s*<rdf:li[^<>]*>)?([^<>]{1,4096})</g,
  ))
    add(name, utf8Of(value));
  return found;
}

interface Sources {
  readonly streams: readonly PdfStream[];
  readonly reader: StreamReader;
}

/** Strings behind `/JS`, streams that it points at, and forms. */
function scriptsOf(
  texts: readonly string[],
  strings: readonly KeyedString[],
  { streams, reader }: Sources,
): readonly string[] {
  const found = strings.filter(({ key, value }) => key === "JS" && value !== "").map(({ value }) => value);
  const numbers = new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/\/(?:JS|XFA)\s+(\d{1,10})\s+\d{1,5}\s+R\b/g)].map(([, number = ""]) => number),
    ),
  );
  for (const stream of streams) {
    const number =
      /^\s*(\d{1,10})\s+\d{1,5}\s+obj\b/.exec(stream.dictionary)?.[1] ?? numberBefore(reader.bytes, stream);
    if (number !== null && numbers.has(number)) found.push(reader.text(stream));
  }
  return found.filter((script) => script !== "");
}

/** Of the object that a stream is. */
function numberBefore(bytes: Buffer, { start }: PdfStream): string | null {
  const before = bytes.toString("latin1", Math.max(0, start - 2_048), start);
  const at = before.lastIndexOf(" obj");
  return at < 0 ? null : (/(\d{1,10})\s+\d{1,5}$/.exec(before.slice(0, at))?.[1] ?? null);
}

function embeddedFiles(
  streams: readonly PdfStream[],
  strings: readonly KeyedString[],
  reader: StreamReader,
): readonly InnerFile[] {
  const names = distinct(
    strings.filter(({ key, near }) => (key === "UF" || key === "F") && /\/EF\b/.test(near)).map(({ value }) => value),
  );
  const found: InnerFile[] = [];
  for (const stream of streams) {
    if (!/\/Type\s*\/EmbeddedFile\b/.test(stream.dictionary)) continue;
    const bytes = reader.content(stream);
    if (bytes !== null) found.push({ name: names[found.length] ?? `embedded-${found.length}`, mediaType: "", bytes });
  }
  return found;
}

type Objects = ReadonlyMap<string, string>;
const OBJECT_CHARS_MAX = 64 * 1024;

/** Objects by number: in the open, and in streams of objects (7.5.7). */
function objectsOf(texts: readonly string[]): Objects {
  const found = new Map<string, string>();
  const [outside = "", ...packed] = texts;
  const heads = [...outside.matchAll(/(?<!\d)(\d{1,10})\s{1,20}\d{1,5}\s{1,20}obj\b/g)].slice(0, OBJECTS_MAX);
  let end = -1;
  for (const [index, head] of heads.entries()) {
    const from = head.index + head[0].length;
    const next = heads[index + 1]?.index ?? outside.length;
    // Each end is searched for once: objects without one are as many as an attacker likes.
    if (end < from) end = outside.indexOf("endobj", from);
    if (end < 0) end = outside.length;
    found.set(head[1] ?? "", outside.slice(from, Math.min(end, next, from + OBJECT_CHARS_MAX)));
  }
  for (const text of packed) {
    const head = /^\s*(?:\d{1,10}\s+\d{1,10}\s+){1,5000}/.exec(text)?.[0] ?? "";
    const numbers = head.trim().split(/\s+/);
    for (let index = 0; index + 1 < numbers.length && found.size < OBJECTS_MAX; index += 2) {
      const from = head.length + Number(numbers[index + 1]);
      const next = index + 3 < numbers.length ? head.length + Number(numbers[index + 3]) : text.length;
      found.set(numbers[index] ?? "", text.slice(from, Math.min(Math.max(next, from), from + OBJECT_CHARS_MAX)));
    }
  }
  return found;
}

const OBJECTS_MAX = 100_000;
const PICTURES_MAX = 64;

function picturesOf(streams: readonly PdfStream[], objects: Objects, reader: StreamReader): readonly PdfPicture[] {
  const found: PdfPicture[] = [];
  for (const stream of streams) {
    if (found.length >= PICTURES_MAX) {
      reader.isCut = true;
      break;
    }
    if (!/\/Subtype\s*\/Image\b/.test(stream.dictionary)) continue;
    const filters = filtersOf(stream.dictionary);
    const last = filters.at(-1) ?? "";
    const name = `picture-${found.length}`;
    if (last === "DCTDecode" || last === "DCT" || last === "JPXDecode") {
      const bytes = reader.content(stream);
      if (bytes !== null) found.push({ name: `${name}.${last === "JPXDecode" ? "jp2" : "jpg"}`, bytes, rows: null });
      continue;
    }
    const rows = rasterOf(stream, objects, reader);
    if (rows !== null) found.push({ name: `${name}.png`, bytes: null, rows });
  }
  return found;
}

/** The rows of a picture for a PNG, whose filters are those of the standard's predictors (7.4.4.4). Null where there is no such PNG. */
function rasterOf(stream: PdfStream, objects: Objects, reader: StreamReader): PictureRows | null {
  const { dictionary } = stream;
  const number = (key: string) => Number(new RegExp(`/${key}\\s+(\\d{1,6})\\b`).exec(dictionary)?.[1] ?? 0);
  const [width, height] = [number("Width"), number("Height")];
  const depth = /\/ImageMask\s+true\b/.test(dictionary) ? 1 : number("BitsPerComponent");
  if (width === 0 || height === 0 || width * height > limits.picturePixelsMax) return null;
  const written =
    /\/ColorSpace\s*(\[[^\]]{0,4096}\]|\/\w+|\d{1,10}\s+\d{1,5}\s+R)/.exec(dictionary)?.[1] ?? "/DeviceGray";
  const space = resolved(written, objects);
  const colours = /\/(?:DeviceCMYK|CMYK)\b/.test(space)
    ? 4
    : /\/Indexed\b|\/I\b/.test(space)
      ? 1
      : componentsOf(space, objects);
  if (colours === 4) return null;
  const data = reader.content(stream);
  if (data === null) return null;
  const hasPredictor = /\/Predictor\s+1[0-5]\b/.test(dictionary);
  return isPngShape({ depth, colours }) ? { width, height, depth, colours, data, hasPredictor } : null;
}

/** The file that such a picture is. Cost: the pixels are packed. */
export function pictureFile({ bytes, rows }: PdfPicture): Buffer | null {
  return rows === null ? bytes : pngOf(rows);
}

function componentsOf(space: string, objects: Objects): number {
  if (/\/(?:DeviceRGB|CalRGB|RGB|Lab)\b/.test(space)) return 3;
  const profile = /\/ICCBased\s+(\d{1,10})/.exec(space)?.[1];
  const count = profile === undefined ? undefined : /\/N\s+([134])\b/.exec(objects.get(profile) ?? "")?.[1];
  return Number(count ?? 1);
}

function resolved(value: string, objects: Objects): string {
  const number = /^(\d{1,10})\s+\d{1,5}\s+R$/.exec(value.trim())?.[1];
  return number === undefined ? value : (objects.get(number) ?? "").slice(0, 4_096);
}

/** The smallest code has 21 rows of modules, some ten runs in each. */
const CODE_BOXES_MIN = 150;

interface PageContents {
  readonly text: string;
  readonly drawings: readonly Drawing[];
  readonly isMore: boolean;
}

/** Text of the streams that show some, in the order of the file. */
function pageTexts(streams: readonly PdfStream[], objects: Objects, reader: StreamReader): PageContents {
  const fonts = fontMaps(streams, objects, reader);
  const pieces: string[] = [];
  let chars = 0;
  const drawings: Drawing[] = [];
  let isMore = false;
  for (const stream of streams) {
    if (NO_PAGE.test(stream.dictionary)) continue;
    const text = reader.text(stream);
    const drawing = fills(text) ? drawingOf(text, CODE_BOXES_MIN) : null;
    if (drawing === "unknown" || (drawing !== null && drawings.length >= limits.pdfDrawingsMax)) isMore = true;
    else if (drawing !== null) drawings.push(drawing);
    if (!/\bBT\b/.test(text)) continue;
    const shown = shownText(text, fonts);
    pieces.push(shown);
    chars += shown.length;
    if (chars > limits.fileTextBytesMax) break;
  }
  return { text: pieces.filter((piece) => piece.trim() !== "").join("\n"), drawings, isMore };
}

/** Whether so many boxes begin there that a look at each is worth its time. */
function fills(text: string): boolean {
  let count = 0;
  for (const _ of text.matchAll(/\b(?:re|m)\b/g)) if (++count >= CODE_BOXES_MIN) return true;
  return false;
}

const NO_PAGE =
  /\/(?:Image|ObjStm|XRef|FontFile\d?|Length1|Type1C|CIDFontType0C|OpenType|DCTDecode|JPXDecode|Metadata|ICCBased|EmbeddedFile|FunctionType|ShadingType)\b/;

/** Codes of a font to texts, by the name that pages give it. */
type FontMaps = ReadonlyMap<string, CodeMap>;

interface CodeMap {
  readonly codeBytes: number;
  readonly texts: ReadonlyMap<number, string>;
}

function fontMaps(streams: readonly PdfStream[], objects: Objects, reader: StreamReader): FontMaps {
  const maps = new Map<string, CodeMap>();
  for (const stream of streams) {
    if (NO_PAGE.test(stream.dictionary)) continue;
    const number = numberBefore(reader.bytes, stream);
    // Small by nature: content streams are looked at again for their text.
    if (number === null || stream.end - stream.start > CODE_MAP_BYTES_MAX) continue;
    const isNamed = /\/CMapName\b/.test(stream.dictionary);
    if (!isNamed && !POINTED_AT.has(number, objects)) continue;
    const map = codeMap(reader.text(stream));
    if (map.texts.size > 0) maps.set(number, map);
  }
  const fonts = new Map<string, CodeMap>();
  if (maps.size === 0) return fonts;
  for (const text of [...objects.values()]) {
    for (const [, name = "", number = ""] of text.matchAll(/\/([\w+.-]{1,60})\s+(\d{1,10})\s+\d{1,5}\s+R\b/g)) {
      const target = /\/ToUnicode\s+(\d{1,10})\s/.exec(objects.get(number) ?? "")?.[1];
      const map = target === undefined ? undefined : maps.get(target);
      if (map !== undefined && !fonts.has(name)) fonts.set(name, map);
    }
  }
  return fonts;
}

const CODE_MAP_BYTES_MAX = 256 * 1024;

/** Whether some font names this object as its table of texts; worked out once for a set of objects. */
const POINTED_AT = {
  known: new WeakMap<Objects, ReadonlySet<string>>(),
  has(number: string, objects: Objects): boolean {
    let targets = this.known.get(objects);
    if (targets === undefined) {
      targets = new Set([...objects.values()].flatMap((text) => /\/ToUnicode\s+(\d{1,10})\s/.exec(text)?.[1] ?? []));
      this.known.set(objects, targets);
    }
    return targets.has(number);
  },
};

/** 9.10.3: single codes and ranges. */
function codeMap(text: string): CodeMap {
  const texts = new Map<number, string>();
  let codeBytes = 1;
  const wide = (hex: string) => {
    const bytes = Buffer.from(hex.length % 4 === 0 ? hex : hex.padStart(Math.ceil(hex.length / 4) * 4, "0"), "hex");
    return bytes.swap16().toString("utf16le");
  };
  for (const block of blocks(text, "bfchar")) {
    for (const [, code = "", target = ""] of block.matchAll(/<([0-9a-f]{1,8})>\s*<([0-9a-f]{1,64})>/gi)) {
      codeBytes = Math.max(codeBytes, code.length / 2);
      texts.set(Number.parseInt(code, 16), wide(target));
    }
  }
  for (const block of blocks(text, "bfrange")) {
    for (const [, low = "", high = "", target = "", list = ""] of block.matchAll(
      /<([0-9a-f]{1,8})>\s*<([0-9a-f]{1,8})>\s*(?:<([0-9a-f]{1,64})>|\[([^\]]{0,8192})\])/gi,
    )) {
      codeBytes = Math.max(codeBytes, low.length / 2);
      const [first, last] = [Number.parseInt(low, 16), Number.parseInt(high, 16)];
      const items = [...list.matchAll(/<([0-9a-f]{1,64})>/gi)].map(([, hex = ""]) => wide(hex));
      const base = target === "" ? 0 : (wide(target).codePointAt(0) ?? 0);
      for (let code = first; code <= last && code - first < 65_536 && texts.size < 65_536; code += 1) {
        const one = target === "" ? items[code - first] : String.fromCodePoint(Math.min(0x10ffff, base + code - first));
        if (one !== undefined) texts.set(code, one);
      }
    }
  }
  return { codeBytes: Math.min(4, Math.max(1, Math.ceil(codeBytes))), texts };
}

function* blocks(text: string, name: string): Generator<string> {
  for (let at = text.indexOf(`begin${name}`); at >= 0; ) {
    const end = text.indexOf(`end${name}`, at);
    if (end < 0) return;
    yield text.slice(at, end);
    at = text.indexOf(`begin${name}`, end);
  }
}

const SHOW =
  /\/([\w+.-]{1,60})\s+-?[\d.]{1,12}\s+Tf\b|(\()|<([0-9a-f\s]{1,131072})>|(-?\d{3,6}(?:\.\d{1,6})?)|\b(Td|TD|T\*|Tm|ET)\b|(['"])/gi;

/** 9.4.3: strings that are shown, a large step left as a space, a new place as a new line. */
function shownText(text: string, fonts: FontMaps): string {
  const pieces: string[] = [];
  let font: CodeMap | undefined;
  SHOW.lastIndex = 0;
  for (let match = SHOW.exec(text); match !== null; match = SHOW.exec(text)) {
    const [, name, open, hex, step, move] = match;
    if (name !== undefined) font = fonts.get(name);
    else if (open !== undefined) {
      const { value, end } = rawString(text, SHOW.lastIndex);
      pieces.push(asText(value, font));
      SHOW.lastIndex = end;
    } else if (hex !== undefined)
      pieces.push(asText(Buffer.from(hex.replace(/\s+/g, ""), "hex").toString("latin1"), font));
    else if (step !== undefined) {
      if (Number(step) < -180 && pieces.at(-1) !== " ") pieces.push(" ");
    } else if (move !== undefined && pieces.at(-1) !== "\n") pieces.push("\n");
  }
  return pieces.join("");
}

function rawString(text: string, from: number): { readonly value: string; readonly end: number } {
  return literalString(text, from, (value) => value);
}

function asText(value: string, font: CodeMap | undefined): string {
  if (font === undefined)
    return value.startsWith("\xfe\xff")
      ? ""
      : new TextDecoder("windows-1252").decode(Buffer.from(value, "latin1")).replaceAll("\0", "");
  const pieces: string[] = [];
  for (let at = 0; at + font.codeBytes <= value.length; at += font.codeBytes) {
    let code = 0;
    for (let index = 0; index < font.codeBytes; index += 1) code = code * 256 + value.charCodeAt(at + index);
    pieces.push(font.texts.get(code) ?? "");
  }
  return pieces.join("");
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== ""))];
}

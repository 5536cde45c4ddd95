/**
 * What a file is by its bytes: the closed list of types that rules compare with (mdm.md 6), the media type as libmagic names it, and
 * the names of type signatures. Told by content alone, since senders lie about names; a text may be several things at once, and
 * then all of its signatures are named.
 *
 * Pure and total; reads the first and last bytes of the file, and of a zip or compound file its directory.
 */
import { isShellLink } from "./call-home-files.ts";
import { isPdf } from "./pdf.ts";

export interface FileKind {
  /** Of the closed list; `unknown` for all else. */
  readonly type: string;
  /** As libmagic has it. */
  readonly mime: string;
  /** Of the closed list of signatures, in its order. */
  readonly flavors: readonly string[];
}

interface Magic {
  readonly at: number;
  readonly bytes: Buffer;
  readonly type: string;
  readonly mime: string;
  readonly flavors: readonly string[];
}

function magic(mark: string, type: string, mime: string, flavor = "", at = 0): Magic {
  return { at, bytes: Buffer.from(mark, "latin1"), type, mime, flavors: flavor === "" ? [] : [flavor] };
}

// biome-ignore format: a table reads by column
const MAGICS: readonly Magic[] = [
  magic("PK\x03\x04",                 "zip",    "application/zip",                       "zip_file"),
  magic("PK\x05\x06",                 "zip",    "application/zip",                       "zip_file"),
  magic("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "unknown", "application/x-ole-storage",      "olecf_file"),
  magic("\x89PNG\r\n\x1a\n",          "png",    "image/png",                             "png_file"),
  magic("\xff\xd8\xff",               "jpg",    "image/jpeg",                            "jpeg_file"),
  magic("GIF87a",                     "gif",    "image/gif",                             "gif_file"),
  magic("GIF89a",                     "gif",    "image/gif",                             "gif_file"),
  magic("Rar!\x1a\x07",               "rar",    "application/x-rar",                     "rar_file"),
  magic("7z\xbc\xaf\x27\x1c",         "7z",     "application/x-7z-compressed",           "_7zip_file"),
  magic("\x1f\x8b\x08",               "gz",     "application/gzip",                      "gzip_file"),
  magic("\x1f\x9d",                   "Z",      "application/x-compress"),
  magic("\x1f\xa0",                   "Z",      "application/x-compress"),
  magic("BZh",                        "bz2",    "application/x-bzip2",                   "bzip2_file"),
  magic("\xfd7zXZ\0",                 "xz",     "application/x-xz",                      "xz_file"),
  magic("LZIP",                       "lz",     "application/x-lzip"),
  magic("]\0\0",                      "unknown", "application/x-lzma",                   "lzma_file"),
  magic("\x28\xb5\x2f\xfd",           "zst",    "application/zstd"),
  magic("MSCF\0\0\0\0",               "cab",    "application/vnd.ms-cab-compressed",     "cab_file"),
  magic("xar!",                       "unknown", "application/x-xar",                    "xar_file"),
  magic("\x60\xea",                   "unknown", "application/x-arj",                    "arj_file"),
  magic("070707",                     "unknown", "application/x-cpio",                   "cpio_file"),
  magic("070701",                     "unknown", "application/x-cpio",                   "cpio_file"),
  magic("!<arch>\ndebian",            "deb",    "application/vnd.debian.binary-package", "debian_package_file"),
  magic("!<arch>\n",                  "ar",     "application/x-archive"),
  magic("\xed\xab\xee\xdb",           "rpm",    "application/x-rpm",                     "rpm_file"),
  magic("\x7fELF",                    "elf",    "application/x-executable",              "elf_file"),
  magic("\xca\xfe\xba\xbe",           "macho",  "application/x-mach-binary",             "macho_file"),
  magic("\xfe\xed\xfa\xce",           "macho",  "application/x-mach-binary",             "macho_file"),
  magic("\xfe\xed\xfa\xcf",           "macho",  "application/x-mach-binary",             "macho_file"),
  magic("\xce\xfa\xed\xfe",           "macho",  "application/x-mach-binary",             "macho_file"),
  magic("\xcf\xfa\xed\xfe",           "macho",  "application/x-mach-binary",             "macho_file"),
  magic("dex\n",                      "dex",    "application/octet-stream"),
  magic("dey\n",                      "dey",    "application/octet-stream"),
  magic("\0asm",                      "wasm",   "application/wasm"),
  magic("Cr24",                       "crx",    "application/x-chrome-extension"),
  magic("FWS",                        "swf",    "application/x-shockwave-flash",         "fws_file"),
  magic("CWS",                        "swf",    "application/x-shockwave-flash",         "cws_file"),
  magic("ZWS",                        "swf",    "application/x-shockwave-flash",         "zws_file"),
  magic("SQLite format 3\0",          "sqlite", "application/vnd.sqlite3"),
  magic("bplist",                     "unknown", "application/x-bplist",                 "bplist_file"),
  magic("{\\rt",                      "rtf",    "text/rtf",                              "rtf_file"),
  magic("%!PS",                       "ps",     "application/postscript",                "postscript_file"),
  magic("8BPS",                       "psd",    "image/vnd.adobe.photoshop",             "psd_file"),
  magic("II*\0\x10\0\0\0CR",          "cr2",    "image/x-canon-cr2"),
  magic("II*\0",                      "tif",    "image/tiff"),
  magic("MM\0*",                      "tif",    "image/tiff"),
  magic("II\xbc",                     "jxr",    "image/jxr"),
  magic("\0\0\0\x0cjP  \r\n\x87\n",   "jp2",    "image/jp2"),
  magic("\0\0\x01\0",                 "ico",    "image/vnd.microsoft.icon"),
  magic("BM",                         "bmp",    "image/bmp",                             "bmp_file"),
  magic("AC10",                       "dwg",    "image/vnd.dwg"),
  magic("DICM",                       "dcm",    "application/dicom", "", 128),
  magic("\x1aE\xdf\xa3",              "mkv",    "video/x-matroska"),
  magic("FLV\x01",                    "flv",    "video/x-flv"),
  magic("0&\xb2u\x8ef\xcf\x11",       "wmv",    "video/x-ms-asf",                        "wmv_file"),
  magic("\0\0\x01\xba",               "mpg",    "video/mpeg"),
  magic("\0\0\x01\xb3",               "mpg",    "video/mpeg"),
  magic("MThd",                       "mid",    "audio/midi"),
  magic("ID3",                        "mp3",    "audio/mpeg",                            "mp3_file"),
  magic("\xff\xfb",                   "mp3",    "audio/mpeg",                            "mp3_file"),
  magic("\xff\xf1",                   "aac",    "audio/x-hx-aac-adts"),
  magic("\xff\xf9",                   "aac",    "audio/x-hx-aac-adts"),
  magic("OggS",                       "ogg",    "application/ogg"),
  magic("fLaC",                       "flac",   "audio/flac"),
  magic("#!AMR",                      "amr",    "audio/AMR"),
  magic("wOFF",                       "woff",   "font/woff"),
  magic("wOF2",                       "woff2",  "font/woff2"),
  magic("\0\x01\0\0\0",               "ttf",    "font/sfnt"),
  magic("OTTO\0",                     "otf",    "application/vnd.ms-opentype"),
  magic("NES\x1a",                    "nes",    "application/x-nes-rom"),
  magic("\x78\x9f\x3e\x22",           "unknown", "application/vnd.ms-tnef",              "tnef_file"),
  magic("\xe4R\\{\x8c\xd8\xa7M\xae\xb1Sx\xd0)\x96\xd3", "unknown", "application/onenote"),
  magic("conectix",                   "unknown", "application/x-vhd"),
  magic("vhdxfile",                   "unknown", "application/x-vhdx"),
  magic("ITSF\x03\0\0\0",             "unknown", "application/vnd.ms-htmlhelp"),
];

const byFirst = new Map<number, Magic[]>();
for (const one of MAGICS) {
  const first = one.at === 0 ? (one.bytes[0] ?? 0) : -1;
  byFirst.set(first, [...(byFirst.get(first) ?? []), one]);
}

const HEAD_BYTES = 4_096;
/** Volume descriptors of ISO 9660 begin at sector 16. */
const ISO_AT = 0x8001;
const TAR_AT = 257;

export function fileKindOf(bytes: Buffer): FileKind {
  const binary = binaryKind(bytes);
  if (binary !== null) return binary;
  return isTextual(bytes) ? textKind(bytes) : { type: "unknown", mime: "application/octet-stream", flavors: [] };
}

function binaryKind(bytes: Buffer): FileKind | null {
  for (const one of byFirst.get(bytes[0] ?? -1) ?? []) {
    if (bytes.subarray(one.at, one.at + one.bytes.length).equals(one.bytes) && isSurely(one, bytes))
      return refined(one, bytes);
  }
  if (bytes.toString("latin1", 128, 132) === "DICM") return { type: "dcm", mime: "application/dicom", flavors: [] };
  if (isShellLink(bytes)) return { type: "unknown", mime: "application/x-ms-shortcut", flavors: ["lnk_file"] };
  if (isProgram(bytes)) return { type: "exe", mime: "application/x-dosexec", flavors: ["mz_file"] };
  const media = mediaKind(bytes);
  if (media !== null) return media;
  if (isPdf(bytes) && !isMessage(headText(bytes)))
    return { type: "pdf", mime: "application/pdf", flavors: ["pdf_file"] };
  if (bytes.toString("latin1", TAR_AT, TAR_AT + 5) === "ustar")
    return { type: "tar", mime: "application/x-tar", flavors: ["tar_file"] };
  if (bytes.toString("latin1", ISO_AT, ISO_AT + 5) === "CD001")
    return { type: "iso", mime: "application/x-iso9660-image", flavors: ["iso_file"] };
  if (bytes[0] === 0x78 && isZlib(bytes)) return { type: "unknown", mime: "application/zlib", flavors: ["zlib_file"] };
  return derKind(bytes);
}

/** Marks of two or three letters begin texts as well. */
function isSurely({ type, bytes: mark }: Magic, bytes: Buffer): boolean {
  switch (type) {
    case "bmp":
      return bytes.length > 26 && bytes.readUInt32LE(6) === 0 && bytes.readUInt32LE(14) <= 124;
    case "bz2":
      return /^BZh[1-9](?:1AY&SY|.rE8P)/.test(bytes.toString("latin1", 0, 10));
    case "swf":
      return (bytes[3] ?? 0xff) < 0x40;
    case "macho":
      // Java classes share the mark; the number of architectures is small, versions of classes begin at 45.
      return mark[0] !== 0xca || (bytes.length > 8 && bytes.readUInt32BE(4) < 45);
    case "unknown":
      if (mark[0] === 0x5d) return bytes.length > 13 && (bytes[12] === 0xff || bytes[12] === 0);
      if (mark[0] === 0x60) return bytes.length > 32 && bytes.readUInt16LE(2) <= 2_600;
      return true;
    default:
      return true;
  }
}

function refined({ type, mime, flavors }: Magic, bytes: Buffer): FileKind {
  if (type === "zip") return zipKind(bytes);
  if (flavors[0] === "olecf_file") return compoundKind(bytes);
  if (type === "mkv" && bytes.toString("latin1", 0, 64).includes("webm"))
    return { type: "webm", mime: "video/webm", flavors };
  return { type, mime, flavors };
}

/** A program for DOS or Windows: two letters begin a text as well, the header of a program is full of zeros. */
function isProgram(bytes: Buffer): boolean {
  return bytes[0] === 0x4d && bytes[1] === 0x5a && bytes.subarray(2, 64).includes(0);
}

const RIFF: ReadonlyMap<string, FileKind> = new Map([
  ["WEBP", { type: "webp", mime: "image/webp", flavors: [] }],
  ["WAVE", { type: "wav", mime: "audio/x-wav", flavors: [] }],
  ["AVI ", { type: "avi", mime: "video/x-msvideo", flavors: ["avi_file"] }],
]);

// biome-ignore format: a table reads by column
const BRANDS: readonly (readonly [brand: RegExp, type: string, mime: string])[] = [
  [/^(?:heic|heix|heim|heis|hevc|mif1|msf1|avif)/, "heif", "image/heif"],
  [/^M4A/,                                         "m4a",  "audio/x-m4a"],
  [/^M4V/,                                         "m4v",  "video/x-m4v"],
  [/^3g/,                                          "3gp",  "video/3gpp"],
  [/^qt/,                                          "mov",  "video/quicktime"],
  [/^crx /,                                        "cr2",  "image/x-canon-cr3"],
];

function mediaKind(bytes: Buffer): FileKind | null {
  const [form, kind] = [bytes.toString("latin1", 0, 4), bytes.toString("latin1", 8, 12)];
  if (form === "RIFF") return RIFF.get(kind) ?? null;
  if (form === "FORM" && /^AIF/.test(kind)) return { type: "aiff", mime: "audio/x-aiff", flavors: [] };
  if (bytes.toString("latin1", 4, 8) !== "ftyp") return null;
  const [, type = "mp4", mime = "video/mp4"] = BRANDS.find(([brand]) => brand.test(kind)) ?? [];
  return { type, mime, flavors: [] };
}

/** RFC 1950 2.2: a header of deflate, its check a multiple of 31. `x` begins texts as well. */
function isZlib(bytes: Buffer): boolean {
  return bytes.length > 6 && bytes.readUInt16BE(0) % 31 === 0 && ((bytes[1] ?? 0) & 0x20) === 0 && !isTextual(bytes);
}

/** A sequence of a length that fits, with an object identifier or a certificate's sequence in it. */
function derKind(bytes: Buffer): FileKind | null {
  if (bytes[0] !== 0x30 || (bytes[1] ?? 0) < 0x80) return null;
  const lengthBytes = (bytes[1] ?? 0) & 0x7f;
  const content = bytes.subarray(2 + lengthBytes, 2 + lengthBytes + 16);
  if (lengthBytes <= 4 && content.subarray(0, PKCS7.length).equals(PKCS7))
    return { type: "unknown", mime: "application/pkcs7-mime", flavors: ["pkcs7_file"] };
  if (content[0] === 0x30 && content.subarray(4, 4 + CERTIFICATE.length).equals(CERTIFICATE))
    return { type: "unknown", mime: "application/x-x509-ca-cert", flavors: ["x509_der_file"] };
  return null;
}

/** An object identifier of that family, and the version of a certificate. */
const PKCS7 = Buffer.from("06092a864886f70d0107", "hex");
const CERTIFICATE = Buffer.from("a0030201", "hex");

// biome-ignore format: a table reads by column
const OFFICE: readonly (readonly [member: string, type: string, mime: string])[] = [
  ["word/", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["xl/",   "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["ppt/",  "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"],
];

/** Told apart by the names of members, in the directory or, where that is cut, in the headers. */
function zipKind(bytes: Buffer): FileKind {
  const names = memberNames(bytes);
  const has = (prefix: string) => names.some((name) => name.startsWith(prefix));
  const encrypted = isEncryptedZip(bytes) ? ["encrypted_zip"] : [];
  const flavors = [...encrypted, "zip_file"];
  if (has("[Content_Types].xml") || has("_rels/.rels")) {
    const [, type = "zip", mime = "application/zip"] = OFFICE.find(([member]) => has(member)) ?? [];
    return { type, mime, flavors: [...flavors, "ooxml_file"] };
  }
  const first = bytes.toString("latin1", 30, 128);
  if (first.startsWith("mimetypeapplication/epub+zip")) return { type: "epub", mime: "application/epub+zip", flavors };
  const open = /^mimetype(application\/vnd\.oasis\.opendocument\.[a-z-]{1,40})/.exec(first)?.[1];
  if (open !== undefined) return { type: "zip", mime: open, flavors };
  if (has("META-INF/MANIFEST.MF"))
    return { type: "zip", mime: "application/java-archive", flavors: [...flavors, "jar_manifest_file"] };
  return { type: "zip", mime: "application/zip", flavors };
}

const CENTRAL = Buffer.from("PK\x01\x02", "latin1");
const LOCAL = Buffer.from("PK\x03\x04", "latin1");
/** Enough to see what a document is: its telling members stand first. */
const MEMBERS_MAX = 256;

function memberNames(bytes: Buffer): readonly string[] {
  const found: string[] = [];
  for (const [mark, lengthAt, nameAt] of [
    [CENTRAL, 28, 46],
    [LOCAL, 26, 30],
  ] as const) {
    for (let at = bytes.indexOf(mark); at >= 0 && found.length < MEMBERS_MAX; at = bytes.indexOf(mark, at + nameAt)) {
      if (at + nameAt > bytes.length) break;
      found.push(bytes.toString("latin1", at + nameAt, at + nameAt + Math.min(256, bytes.readUInt16LE(at + lengthAt))));
    }
    if (found.length > 0) break;
  }
  return found;
}

/** The flag of any member. */
function isEncryptedZip(bytes: Buffer): boolean {
  let seen = 0;
  for (let at = bytes.indexOf(CENTRAL); at >= 0 && seen < MEMBERS_MAX; at = bytes.indexOf(CENTRAL, at + 46)) {
    if (at + 10 > bytes.length) break;
    if ((bytes.readUInt16LE(at + 8) & 1) !== 0) return true;
    seen += 1;
  }
  return seen === 0 && bytes.length > 8 && bytes[2] === 3 && (bytes.readUInt16LE(6) & 1) !== 0;
}

const wide = (text: string) => Buffer.from(text, "utf16le");
// biome-ignore format: a table reads by column
const STREAMS: readonly (readonly [name: Buffer, type: string, mime: string])[] = [
  [wide("WordDocument"),        "doc",     "application/msword"],
  [wide("Workbook"),            "xls",     "application/vnd.ms-excel"],
  [wide("Book\0"),              "xls",     "application/vnd.ms-excel"],
  [wide("PowerPoint Document"), "ppt",     "application/vnd.ms-powerpoint"],
  [wide("__substg1.0_"),        "unknown", "application/vnd.ms-outlook"],
  [wide("__properties_version"), "unknown", "application/vnd.ms-outlook"],
];
const ENCRYPTED_PACKAGE = wide("EncryptedPackage");

/** By the names of its streams, which stand in its directory as they are; the file is not opened for it. */
function compoundKind(bytes: Buffer): FileKind {
  // A document may lie in a message, and what the file itself is stands first in its directory.
  const found = STREAMS.map(([name, type, mime]) => ({ at: bytes.indexOf(name), type, mime }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0];
  if (bytes.includes(ENCRYPTED_PACKAGE))
    return { type: "unknown", mime: "application/encrypted", flavors: ["encrypted_word_document", "olecf_file"] };
  const { type, mime } = found ?? { type: "unknown", mime: "application/x-ole-storage" };
  const document = type === "doc" ? ["doc_subheader_file"] : [];
  return { type, mime, flavors: [...document, "olecf_file"] };
}

/** No NUL and few control characters; UTF-16 behind its mark. */
export function isTextual(bytes: Buffer): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return bytes.length > 2;
  let odd = 0;
  const end = Math.min(bytes.length, HEAD_BYTES);
  for (let at = 0; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte === 0) return false;
    if (byte < 0x20 && (byte < 0x07 || byte > 0x0d) && byte !== 0x1b) odd += 1;
  }
  return end > 0 && odd * 100 <= end;
}

interface TextMark {
  readonly pattern: RegExp;
  readonly type: string;
  readonly mime: string;
  readonly flavor: string;
}

function mark(pattern: RegExp, type: string, mime: string, flavor: string): TextMark {
  return { pattern, type, mime, flavor };
}

/** The first that fits gives type and media type; all give their signature. Over the first `HEAD_BYTES`. */
// biome-ignore format: a table reads by column
const TEXT_MARKS: readonly TextMark[] = [
  mark(/^\s*<\?php|<\?php\s/i,                                                        "unknown", "text/x-php",            "php_file"),
  mark(/<(?:[a-z]{1,20}:)?svg[\s>]/i,                                                 "svg",     "image/svg+xml",         "svg_file"),
  mark(/<hta:application\b/i,                                                         "html",    "text/html",             "hta_file"),
  mark(/^\s*MIME-Version:[\s\S]*?\bmultipart\/related\b/i,                            "unknown", "message/rfc822",        "mhtml_file"),
  mark(/^\s*(?:<!--(?:(?!-->)[\s\S]){0,2048}-->\s*)?<(?:!doctype html|html|head|body|script|title|iframe|meta|table|div|style|form|a|img|center|p|h[1-6])\b/i, "html", "text/html", "html_file"),
  mark(/<(?:html|body)[\s>]|<!doctype html/i,                                         "html",    "text/html",             "html_file"),
  mark(/^\s*BEGIN:VCALENDAR/i,                                                        "ics",     "text/calendar",         ""),
  mark(/^\s*BEGIN:VCARD/i,                                                            "unknown", "text/vcard",            ""),
  mark(/<(?:\w{1,20}:)?wordDocument\b/i,                                              "unknown", "text/xml",              "wordml_file"),
  mark(/<(?:soap|soapenv|SOAP-ENV):Envelope\b/,                                       "unknown", "text/xml",              "soap_file"),
  mark(/<xfdf\b/,                                                                     "unknown", "text/xml",              "xfdf_file"),
  mark(/<plist\b/,                                                                    "unknown", "text/xml",              "plist_file"),
  mark(/^\s*<\?xml\b/i,                                                               "unknown", "text/xml",              "xml_file"),
  mark(/^-----BEGIN CERTIFICATE-----/m,                                               "unknown", "text/plain",            "x509_pem_file"),
  mark(/^-----BEGIN PGP /m,                                                           "unknown", "application/pgp",       "pgp_file"),
  mark(/^[ \t]*@?(?:echo\s+off|setlocal\b|rem\s|cmd(?:\.exe)?\s+\/c)/im,                 "unknown", "text/x-msdos-batch",    "batch_file"),
  mark(/^[ \t]*(?:on error resume next|option explicit|dim\s+\w+|set\s+\w+\s*=\s*createobject|(?:private |public )?(?:sub|function)\s+\w+\s*\()/im, "unknown", "text/plain", "vb_file"),
  mark(/^[ \t]*(?:["']use strict["']|(?:var|let|const)\s+[\w$]{1,80}\s*=|(?:async )?function\s*[\w$]{0,80}\s*\(|\(function\s*\(|\(\(\)\s*=>|window\.|document\.|eval\()|\bnew ActiveXObject\(|\bWScript\./m, "unknown", "application/javascript", "javascript_file"),
  mark(/^\s*\[[\w .{}-]{1,64}\]\s*\r?\n\s*[\w.]{1,64}\s*=/,                           "unknown", "text/plain",            "ini_file"),
  mark(/^\s*[{[]\s*(?:"|\]|\}|\[|\{|\d)/,                                             "unknown", "application/json",      "json_file"),
  mark(/<\?xpacket begin=/,                                                           "unknown", "text/xml",              "xmp_file"),
];

function textKind(bytes: Buffer): FileKind {
  const head = headText(bytes);
  const found = TEXT_MARKS.filter(({ pattern }) => pattern.test(head));
  if (isMessage(head)) return { type: "unknown", mime: "message/rfc822", flavors: mailFlavors(head) };
  const flavors = new Set(found.map(({ flavor }) => flavor).filter((flavor) => flavor !== ""));
  if (holdsBase64Program(head)) flavors.add("base64_pe");
  const [first] = found;
  return { type: first?.type ?? "unknown", mime: first?.mime ?? "text/plain", flavors: [...flavors] };
}

const MAIL_FIELDS =
  /^(?:received|return-path|delivered-to|from|to|subject|date|message-id|mime-version|content-type):/i;
const MAIL_LINES_MAX = 64;

/** Begins with lines that are fields, at least two of them of mail. */
function isMessage(head: string): boolean {
  let known = 0;
  for (const [index, line] of head.split(/\r?\n/, MAIL_LINES_MAX).entries()) {
    if (line === "") break;
    if (/^[ \t]/.test(line) || (index === 0 && line.startsWith("From "))) continue;
    if (!/^[!-9;-~]{1,80}:/.test(line)) return false;
    if (MAIL_FIELDS.test(line)) known += 1;
  }
  return known >= 2;
}

function mailFlavors(head: string): readonly string[] {
  return /^content-type:\s{0,8}multipart\/related\b/im.test(head) &&
    /^snapshot-content-location:|^x-mimeole:/im.test(head)
    ? ["mhtml_file", "email_file"]
    : ["email_file"];
}

/** A program for Windows as base64 begins with these, and has the stub's sentence further on. */
function holdsBase64Program(head: string): boolean {
  return /TV[opqr][A-Za-z0-9+/]{60}/.test(head) && /AAAA/.test(head);
}

function headText(bytes: Buffer): string {
  const head = bytes.subarray(0, HEAD_BYTES);
  if (head[0] === 0xff && head[1] === 0xfe) return head.subarray(2).toString("utf16le");
  if (head[0] === 0xfe && head[1] === 0xff)
    return Buffer.from(head.subarray(2, head.length & ~1))
      .swap16()
      .toString("utf16le");
  const text = head.toString("latin1");
  return text.startsWith("\xef\xbb\xbf") ? text.slice(3) : text;
}

/** Extension of a name, without its dot, as written; null where it has none. What systems drop from a name's end is dropped. */
export function extensionOf(name: string): string | null {
  const shown = name.replace(/[\s.]+$/, "");
  const at = shown.lastIndexOf(".");
  return at < 0 || at === shown.length - 1 || /[\\/]/.test(shown.slice(at)) ? null : shown.slice(at + 1);
}

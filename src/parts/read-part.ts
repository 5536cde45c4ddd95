/**
 * What a part of a mail that is neither shown text nor a message makes a program contact, by what it is: calendar, contact card,
 * signature or certificate, key, document, shortcut, archive around any of these (threat-facts RL-47, RL-61 to RL-64, and the
 * attachments that call home).
 *
 * Told by content first, then by type and name: senders lie about both. Pure and total; linear in the part and in what the message's
 * budget lets out. An ordinary picture or text costs a look at its first bytes.
 */
import { gunzipSync } from "node:zlib";
import { limits } from "../base/limits.ts";
import { addressesInBytes } from "./addresses.ts";
import { readCalendar } from "./calendar.ts";
import { CALL_HOME_BYTES_MAX, isShellLink, readCallHomeFile, readShellLink } from "./call-home-files.ts";
import { readContactCard } from "./contact-card.ts";
import { isCertificateData, pemBlocks, readCertificates } from "./der.ts";
import { isOfficeDocument, isOpenDocument, linksOf, readOfficeDocument, readOpenDocument } from "./office-document.ts";
import { holdsArmor, readOpenPgp } from "./open-pgp.ts";
import { isPdf, readPdf } from "./pdf.ts";
import { append, type InnerFile, NOTHING, type PartBudget, type PartReading, type PartReference } from "./reference.ts";
import { isZip, unpacked, zipEntries } from "./zip.ts";

export interface Part {
  /** `type/subtype`, lower case; empty for none. */
  readonly mediaType: string;
  /** Every name that is claimed. */
  readonly names: readonly string[];
  readonly bytes: Buffer;
}

/** References of a part and of what lies inside it, and the files that another reader takes: markup, rich text, messages. */
export interface PartFinds {
  readonly references: readonly PartReference[];
  readonly files: readonly InnerFile[];
}

export function readPart(part: Part, budget: PartBudget): PartFinds {
  const references: PartReference[] = [];
  const files: InnerFile[] = [];
  const queue: { readonly part: Part; readonly depth: number }[] = [{ part, depth: 0 }];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { depth } = next;
    const found = readOne(next.part, budget);
    append(references, depth === 0 ? found.references : found.references.map(insideArchive));
    for (const file of found.files) {
      if (isForOthers(file)) files.push(depth === 0 ? file : { ...file, isShown: false });
      if (depth + 1 > limits.partDepthMax) budget.codes.add("limit.part-depth");
      else queue.push({ part: { mediaType: file.mediaType, names: [file.name], bytes: file.bytes }, depth: depth + 1 });
    }
  }
  return { references: budget.keep(references), files };
}

/** What lies inside something has no place of its own, and acts when it is opened. */
function insideArchive({ start: _, end: __, ...reference }: PartReference): PartReference {
  return { ...reference, fires: reference.fires === "open" ? "attachment" : reference.fires };
}

/** Markup, rich text. */
function isForOthers({ name, bytes }: InnerFile): boolean {
  return (
    /\.(?:x?html?|shtml|xht|hta|svg|mht|mhtml|eml)$/i.test(name) || bytes.subarray(0, 4).toString("latin1") === "{\\rt"
  );
}

function readOne(part: Part, budget: PartBudget): PartReading {
  const { mediaType, bytes } = part;
  const [first = 0, second = 0] = bytes;
  // Pictures are most of the bytes of mail.
  if (/^(?:image|audio|video|font)\//.test(mediaType) && !MAY_BE_OTHER.has(first)) return NOTHING;
  const extension = extensionOf(part);
  if (first === 0x50 && isZip(bytes)) return readZip(bytes, budget);
  if (first === 0x1f && second === 0x8b) return readGzip(part, budget);
  if (first === 0x4c && isShellLink(bytes)) return readShellLink(bytes);
  if (first === 0xd0 && bytes.subarray(0, 4).equals(COMPOUND)) return readCompound(bytes, extension);
  if (isPdf(bytes)) return readPdf(bytes, budget);
  const certificates = readIfCertificate(part, extension, budget);
  if (certificates !== null) return certificates;
  return readTextPart(part, extension, budget);
}

/** `{`, `P`, `%`, `M`, white space and `<` begin other files under a picture's type. */
const MAY_BE_OTHER: ReadonlySet<number> = new Set([0x50, 0x25, 0x1f, 0x4c, 0xd0, 0x5b, 0x3c]);
const COMPOUND = Buffer.from("d0cf11e0", "hex");

function readTextPart(part: Part, extension: string, budget: PartBudget): PartReading {
  const { mediaType, names, bytes } = part;
  const beginning = beginsObject(bytes) ? bytes.toString("latin1", 0, HEAD_BYTES) : "";
  if (/^\s*(?:\xef\xbb\xbf)?BEGIN:VCALENDAR/i.test(beginning) || CALENDAR_TYPE.test(mediaType) || extension === "ics")
    return readCalendar(bytes, budget);
  if (/^\s*(?:\xef\xbb\xbf)?BEGIN:VCARD/i.test(beginning) || CARD_TYPE.test(mediaType) || extension === "vcf")
    return readContactCard(bytes, budget);
  if (PGP_TYPE.test(mediaType) || PGP_NAMES.has(extension) || (mediaType.startsWith("text/") && holdsArmor(bytes)))
    return readOpenPgp(bytes, budget);
  if (mediaType === "text/plain" && names.length === 0) return NOTHING;
  if (mediaType === "text/html" && extension === "") return NOTHING;
  const small = readCallHomeFile(bytes, extension);
  if (small === null) return NOTHING;
  if (bytes.length > CALL_HOME_BYTES_MAX) budget.codes.add("limit.part-bytes");
  const head = bytes.toString("latin1", 0, HEAD_BYTES);
  if (/\bxlink:href\b/.test(head) || /office:document\b/.test(head)) {
    return { ...small, references: [...small.references, ...linksOf(bytes.toString("latin1"))] };
  }
  return small;
}

const HEAD_BYTES = 4_096;

/** False for what cannot begin with `BEGIN:` behind white space and a byte order mark: nearly every text. */
function beginsObject(bytes: Buffer): boolean {
  const end = Math.min(bytes.length, HEAD_BYTES);
  for (let at = 0; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x42 || byte === 0x62 || byte === 0xef) return true;
    const isWhite = byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0xa0;
    if (!isWhite) return false;
  }
  return false;
}

const CALENDAR_TYPE = /^(?:text\/(?:x-vcalendar|calendar)|application\/ics)$/;
const CARD_TYPE = /^(?:text\/(?:x-vcard|vcard|directory)|application\/vcard)$/;
const PGP_TYPE = /^application\/pgp-(?:signature|keys)$/;
const PGP_NAMES: ReadonlySet<string> = new Set(["asc", "sig", "pgp", "gpg", "key"]);

const CERTIFICATE_TYPE = /^application\/(?:(?:x-)?pkcs7-|pkix-|x-x509-)/;
const CERTIFICATE_NAMES: ReadonlySet<string> = new Set(["p7s", "p7m", "p7b", "p7c", "cer", "crt", "der", "pem"]);

function readIfCertificate({ mediaType, bytes }: Part, extension: string, budget: PartBudget): PartReading | null {
  const isNamed = CERTIFICATE_TYPE.test(mediaType) || CERTIFICATE_NAMES.has(extension);
  if (!isNamed && !isCertificateData(bytes)) return null;
  if (bytes[0] === 0x30) return readCertificates(bytes, budget);
  if (!isNamed) return null;
  const blocks = pemBlocks(bytes.toString("latin1"), budget);
  if (blocks.length === 0) return null;
  const found = blocks.map((block) => readCertificates(block, budget));
  const references = found.flatMap((one) => one.references).map(({ start: _, end: __, ...rest }) => rest);
  return { references, files: found.flatMap((one) => one.files) };
}

function readZip(bytes: Buffer, budget: PartBudget): PartReading {
  const entries = zipEntries(bytes, budget);
  if (isOfficeDocument(entries)) return readOfficeDocument(entries, budget);
  if (isOpenDocument(entries)) return readOpenDocument(entries, budget);
  const files: InnerFile[] = [];
  for (const entry of entries) {
    if (entry.name.endsWith("/") || budget.bytesLeft <= 0) continue;
    const content = entry.read();
    if (content !== null) files.push({ name: entry.name.split("/").at(-1) ?? "", mediaType: "", bytes: content });
  }
  return { references: [], files };
}

function readGzip({ names, bytes }: Part, budget: PartBudget): PartReading {
  const content = unpacked(bytes, gunzipSync, budget);
  if (content === null) return NOTHING;
  const name = (names[0] ?? "").replace(/\.(?:gz|gzip)$/i, "").replace(/\.(?:svg)z$/i, ".$1");
  return { references: [], files: [{ name, mediaType: "", bytes: content }] };
}

/** Office's old formats are not taken apart: shares anywhere in them, and servers that a field or link of theirs names. */
function readCompound(bytes: Buffer, extension: string): PartReading {
  if (extension === "msg" || extension === "oft") return NOTHING;
  const references = addressesInBytes(bytes).map(({ url, start, end }): PartReference => {
    const isShare = /^(?:\\\\|file:|smb:)/i.test(url);
    return {
      vector: "RL-76",
      url,
      by: "an address in a document of the old kind",
      fires: isShare ? "attachment" : "click",
      start,
      end,
    };
  });
  return { references, files: [] };
}

/** Lower case, of the likeliest name; what systems drop from the end of a name may follow. */
function extensionOf({ names }: Part): string {
  for (const name of names) {
    const found = /\.([a-z0-9-]{1,24})[\s.\0]{0,100}$/i.exec(name.slice(-300))?.[1];
    if (found !== undefined) return found.toLowerCase();
  }
  return "";
}

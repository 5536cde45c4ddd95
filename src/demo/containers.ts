/**
 * The containers mail lies in: mboxrd with Status fields, Maildir names with flags, stored-only zip, gzip.
 * RFC 4155; the mboxrd rule quotes every line of `>` signs and `From `; PKWARE APPNOTE 6.3 (method 0); RFC 1952.
 */
import { crc32, gzipSync } from "node:zlib";
import { asctime, type Octets } from "./compose.ts";
import type { Flag } from "./office.ts";

export function toBytes(octets: Octets): Uint8Array {
  return Buffer.from(octets, "latin1");
}

/** A message with what its mailbox keeps beside it. */
export interface KeptMail {
  /** Delivery, ms since 1970. */
  readonly at: number;
  readonly flags: readonly Flag[];
  readonly folder: string;
  /** For the mbox `From ` line; empty for the null path. */
  readonly envelopeFrom: string;
  readonly octets: Octets;
}

/** One message of an mbox, as the splitter must give it back: octets that end in a line end. */
export interface MboxEntry {
  readonly octets: Octets;
  readonly envelopeFrom: string;
  readonly at: number;
}

export function writeMbox(entries: readonly MboxEntry[]): Octets {
  return entries
    .map(({ octets, envelopeFrom, at }) => {
      const sender = envelopeFrom === "" ? "MAILER-DAEMON" : envelopeFrom;
      return `From ${sender} ${asctime(at)}\n${octets.replace(/^(>*From )/gm, ">$1")}\n`;
    })
    .join("");
}

/** The message with the fields by which mbox programs keep flags. */
export function withStatus(mail: Omit<KeptMail, "folder">): MboxEntry {
  const has = (flag: Flag): boolean => mail.flags.includes(flag);
  const status = has("seen") ? "RO" : "O";
  const extended = `${has("answered") ? "A" : ""}${has("flagged") ? "F" : ""}`;
  const fields = [
    `Status: ${status}`,
    ...(extended === "" ? [] : [`X-Status: ${extended}`]),
    ...(has("forwarded") ? ["X-Keywords: $Forwarded"] : []),
  ];
  const headerEnd = mail.octets.indexOf("\n\n") + 1;
  const octets = `${mail.octets.slice(0, headerEnd)}${fields.join("\n")}\n${mail.octets.slice(headerEnd)}`;
  return { octets, envelopeFrom: mail.envelopeFrom, at: mail.at };
}

const MAILDIR_FLAGS: Readonly<Record<Flag, string>> = { flagged: "F", forwarded: "P", answered: "R", seen: "S" };

/** `cur/<unique>,S=<size>:2,<flags>` for mail that a program has listed, `new/<unique>` for mail that none has. */
export function maildirName(mail: Omit<KeptMail, "envelopeFrom">, number: number): string {
  const unique = `${Math.floor(mail.at / 1000)}.M${String(number).padStart(6, "0")}P2211.store2,S=${mail.octets.length}`;
  const flags = mail.flags
    .map((flag) => MAILDIR_FLAGS[flag])
    .sort()
    .join("");
  const untouched = flags === "" && (mail.folder === "Sent" || number % 2 === 0);
  return untouched ? `new/${unique}` : `cur/${unique}:2,${flags}`;
}

/** RFC 1952 with no time and an unknown system, so that every machine writes the same header. */
export function gzip(bytes: Uint8Array): Uint8Array {
  const packed = gzipSync(bytes, { level: 6 });
  packed[9] = 255;
  return packed;
}

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** 1980-01-01, the earliest date of the format. */
const DOS_DATE = 0x0021;
/** Names are UTF-8. */
const UTF8_NAMES = 0x0800;

/** A zip whose members are stored, not packed. Names are ASCII; under 4 GiB in all. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name, "utf8");
    const common = commonFields(entry, name.length);
    const local = Buffer.concat([uint32(0x04034b50), common, name, entry.bytes]);
    chunks.push(local);
    directory.push(Buffer.concat([uint32(0x02014b50), uint16(20), common, Buffer.alloc(10), uint32(offset), name]));
    offset += local.length;
  }
  const size = directory.reduce((sum, record) => sum + record.length, 0);
  const count = uint16(entries.length);
  const end = [uint32(0x06054b50), uint32(0), count, count, uint32(size), uint32(offset), uint16(0)];
  return Buffer.concat([...chunks, ...directory, ...end]);
}

/** What local header and directory record share: version, flags, method, time, date, check sum, sizes, name and extra length. */
function commonFields({ bytes }: ZipEntry, nameLength: number): Uint8Array {
  const size = uint32(bytes.length);
  const what = [uint16(20), uint16(UTF8_NAMES), uint16(0), uint16(0), uint16(DOS_DATE), uint32(crc32(bytes))];
  return Buffer.concat([...what, size, size, uint16(nameLength), uint16(0)]);
}

function uint16(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value);
  return buffer;
}

function uint32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}

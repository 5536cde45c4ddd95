/** Limits of Outlook's containers: compound files, MAPI properties, RTF, TNEF, and items inside items. */
import { limits } from "../../src/base/limits.ts";
import { openCompoundFile } from "../../src/mail/outlook/compound-file.ts";
import { decompressRtf } from "../../src/mail/outlook/compressed-rtf.ts";
import type { OutlookItem } from "../../src/mail/outlook/item.ts";
import { ItemBudget } from "../../src/mail/outlook/item-budget.ts";
import { openMsgFile } from "../../src/mail/outlook/msg-file.ts";
import { observablesOf } from "../../src/mail/outlook/observables.ts";
import { type Property, PropertyBag, types } from "../../src/mail/outlook/properties.ts";
import { memoryBytes } from "../../src/mail/outlook/random-bytes.ts";
import { rebuildMessage } from "../../src/mail/outlook/rebuild.ts";
import { readRtfBody } from "../../src/mail/outlook/rtf-body.ts";
import { parseTnef } from "../../src/mail/tnef.ts";
import { writeCompoundFile } from "../support/compound-writer.ts";
import type { MapiItem } from "../support/mapi-values.ts";
import { writeMsg } from "../support/msg-writer.ts";
import { nested } from "../support/outlook-items.ts";
import { attribute, header, writeTnef } from "../support/tnef-writer.ts";
import { codesOf, FROM, type LimitCase, seenIn } from "./limit-case.ts";

function codesIn(budget: ItemBudget): readonly string[] {
  return budget.problems.map(({ code }) => code);
}

function text(id: number, value: string): Property {
  const bytes = Buffer.from(value, "latin1");
  return { id, type: types.string8, name: "", bytes: (bytesMax) => bytes.subarray(0, bytesMax) };
}

/** A compound file of nothing but a directory of `n` entries, the last of which is the root's only child. */
function directoryOf(n: number): Buffer {
  const sector = 512;
  const directory = Math.ceil((n * 128) / sector);
  const fatSectors = Math.ceil((directory * 4 + 64 * 1024) / sector);
  const difat = Math.ceil(Math.max(0, fatSectors - 109) / 127);
  const file = Buffer.alloc(sector * (1 + directory + fatSectors + difat));
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(file);
  file.writeUInt16LE(3, 26);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(0, 48);
  file.writeUInt32LE(0xfffffffe, 60);
  file.writeUInt32LE(difat === 0 ? 0xfffffffe : directory + fatSectors, 68);
  for (let i = 0; i < 109; i += 1) file.writeUInt32LE(i < fatSectors ? directory + i : 0xffffffff, 76 + 4 * i);
  for (let i = 109; i < 109 + difat * 127; i += 1) {
    const place = i - 109;
    const at = sector * (1 + directory + fatSectors + Math.floor(place / 127)) + 4 * (place % 127);
    file.writeUInt32LE(i < fatSectors ? directory + i : 0xffffffff, at);
  }
  for (let i = 0; i < difat; i += 1) {
    const next = i + 1 < difat ? directory + fatSectors + i + 1 : 0xfffffffe;
    file.writeUInt32LE(next, sector * (2 + directory + fatSectors + i) - 4);
  }
  const fat = sector * (1 + directory);
  for (let i = 0; i < directory; i += 1) file.writeUInt32LE(i + 1 < directory ? i + 1 : 0xfffffffe, fat + 4 * i);
  entry(file, 0, { type: 5, child: n - 1 });
  entry(file, n - 1, { type: 1, child: 0xffffffff });
  return file;
}

function entry(file: Buffer, number: number, { type, child }: { readonly type: number; readonly child: number }): void {
  const at = 512 + 128 * number;
  file.write("e", at, "utf16le");
  file.writeUInt16LE(4, at + 64);
  file[at + 66] = type;
  file.writeUInt32LE(0xffffffff, at + 68);
  file.writeUInt32LE(0xffffffff, at + 72);
  file.writeUInt32LE(child, at + 76);
  file.writeUInt32LE(0xfffffffe, at + 116);
}

/** Where the ring of compressed RTF is written first: behind the words that it begins with (MS-OXRTFCP 2.2). */
const RING_START = 207;

/** Compressed RTF that gives `n` bytes: pairs of 17 bytes, then single ones. */
function packedRtf(n: number): Buffer {
  const pairs = Math.floor(n / 17);
  const tokens = pairs + (n % 17);
  const packed = Buffer.alloc(16 + Math.ceil(tokens / 8) + pairs * 2 + (n % 17), "x");
  packed.writeUInt32LE(n, 4);
  packed.writeUInt32LE(0x75465a4c, 8);
  let at = 16;
  for (let token = 0; token < tokens; token += 1) {
    if (token % 8 === 0) {
      const left = Math.max(0, Math.min(8, pairs - token));
      packed[at] = 2 ** left - 1;
      at += 1;
    }
    if (token < pairs) {
      // A pair that points to where is written next would be the end mark.
      packed.writeUInt16BE((RING_START + 17 * token) % 4096 === 0 ? 0x1f : 0x0f, at);
      at += 2;
    } else at += 1;
  }
  return packed;
}

/** A mail with each as an attachment. */
function mailWith(attachments: readonly Buffer[]): Buffer {
  const part = (bytes: Buffer) =>
    `--b\nContent-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n\n${bytes.toString("base64").replace(/.{76}/g, "$&\n")}\n`;
  return Buffer.from(`${FROM}Content-Type: multipart/mixed; boundary=b\n\n${attachments.map(part).join("")}--b--\n`);
}

function picture(i: number): Buffer {
  return Buffer.from(`<p>Hello</p><img src="http://t.example/${i}">`);
}

export const outlookLimits: readonly LimitCase[] = [
  {
    limit: "outlookItemBytesMax",
    code: "limit.outlook-bytes",
    read: (n) => {
      const budget = new ItemBudget(Number.POSITIVE_INFINITY);
      return { kept: budget.takeBytes(n), codes: codesIn(budget) };
    },
  },
  {
    limit: "outlookPartsMax",
    what: "of any item",
    code: "limit.outlook-parts",
    read: (n) => {
      const budget = new ItemBudget(1_000);
      return {
        kept: Array.from({ length: n }, () => budget.takePart()).filter(Boolean).length,
        codes: codesIn(budget),
      };
    },
  },
  {
    limit: "outlookPartsMax",
    what: "attachments of a TNEF",
    code: "limit.outlook-parts",
    far: 100_000,
    read: (n) => {
      const bytes = Buffer.concat([header(), ...Array<Buffer>(n).fill(attribute(2, 0x9002, Buffer.alloc(14)))]);
      const { item, problems } = parseTnef(bytes);
      return { kept: item?.attachments.length ?? 0, codes: problems.map(({ code }) => code) };
    },
  },
  {
    limit: "outlookDepthMax",
    code: "limit.mime-depth",
    far: 60,
    read: (n) => {
      const file = writeMsg(nested(n));
      const budget = new ItemBudget(Number.POSITIVE_INFINITY);
      const item = openMsgFile(memoryBytes(file), budget) as OutlookItem;
      const rebuilt = Buffer.concat([...rebuildMessage(item, budget)]).toString("latin1");
      return { kept: rebuilt.split("Subject: level ").length - 2, codes: codesIn(budget) };
    },
  },
  {
    limit: "outlookDocumentsMax",
    code: "limit.outlook-documents",
    far: 2_000,
    read: (n) => {
      const attachments = Array.from({ length: n }, (_, i) => ({
        properties: { 14081: picture(i), 14087: `${i}.html`, 14094: "text/html" },
      }));
      const seen = seenIn(mailWith([writeTnef({ properties: { 26: "IPM.Note" }, attachments })]));
      return { kept: seen.record.loads.length, codes: codesOf(seen) };
    },
  },
  {
    limit: "outlookContainersMax",
    code: "limit.outlook-containers",
    far: 1_000,
    read: (n) => {
      const item = (i: number): MapiItem => ({ properties: { 26: "IPM.Note", 4115: picture(i) } });
      const seen = seenIn(mailWith(Array.from({ length: n }, (_, i) => writeTnef(item(i)))));
      return { kept: seen.record.loads.length, codes: codesOf(seen) };
    },
  },
  {
    limit: "compoundEntriesMax",
    code: "limit.compound-entries",
    far: limits.compoundEntriesMax + 100_000,
    read: (n) => {
      const budget = new ItemBudget(Number.POSITIVE_INFINITY);
      const file = openCompoundFile(memoryBytes(directoryOf(n)), budget);
      const isThere = file?.root ? file.children(file.root).length === 1 : null;
      const codes = codesIn(budget).filter((code) => code !== "outlook.directory-loop");
      return { kept: isThere === null ? -1 : isThere ? n : limits.compoundEntriesMax, codes };
    },
  },
  {
    limit: "mapiPropertiesMax",
    what: "of a .msg",
    code: "limit.mapi-properties",
    far: 100_000,
    read: (n) => {
      const stream = Buffer.alloc(32 + 16 * n);
      for (let i = 0; i < n; i += 1) stream.writeUInt32LE(types.integer32 + 0x7000_0000, 32 + 16 * i);
      const budget = new ItemBudget(Number.POSITIVE_INFINITY);
      const item = openMsgFile(memoryBytes(writeCompoundFile({ "__properties_version1.0": stream })), budget);
      return { kept: item?.properties.all.length ?? -1, codes: codesIn(budget) };
    },
  },
  {
    limit: "mapiPropertiesMax",
    what: "names of a .msg",
    code: "limit.mapi-properties",
    far: 100_000,
    read: (n) => {
      const names = {
        "__substg1.0_00020102": Buffer.alloc(16),
        "__substg1.0_00030102": Buffer.alloc(8 * n),
        "__substg1.0_00040102": Buffer.alloc(4),
      };
      const budget = new ItemBudget(Number.POSITIVE_INFINITY);
      const root = { "__properties_version1.0": Buffer.alloc(32), "__nameid_version1.0": names };
      openMsgFile(memoryBytes(writeCompoundFile(root)), budget);
      return { kept: null, codes: codesIn(budget) };
    },
  },
  {
    limit: "mapiPropertiesMax",
    what: "of a TNEF",
    code: "limit.mapi-properties",
    far: 100_000,
    read: (n) => {
      const list = Buffer.alloc(4 + 8 * n);
      list.writeUInt32LE(n);
      for (let i = 0; i < n; i += 1) list.writeUInt32LE(types.integer32 + 0x7000_0000, 4 + 8 * i);
      const { item, problems } = parseTnef(Buffer.concat([header(), attribute(1, 0x9003, list)]));
      return { kept: item?.properties.all.length ?? -1, codes: problems.map(({ code }) => code) };
    },
  },
  {
    limit: "mapiTextBytesMax",
    code: "limit.mapi-text",
    far: 10_000_000,
    read: (n) => {
      const budget = new ItemBudget(1_000);
      const bag = new PropertyBag([text(0x37, "x".repeat(n))], 1252, budget);
      return { kept: bag.text(0x37)?.length ?? 0, codes: codesIn(budget) };
    },
  },
  {
    limit: "headerBytesMax",
    what: "of an item's own header",
    code: "limit.header-bytes",
    read: (n) => {
      const line = `X-Filler: ${"x".repeat(1_000)}\r\n`;
      const head = line.repeat(Math.floor(n / line.length));
      const budget = new ItemBudget(Number.POSITIVE_INFINITY);
      const transport = text(0x7d, `${head}X-Rest: ${"x".repeat(2 * line.length)}`.slice(0, n));
      const item = { properties: new PropertyBag([transport], 1252, budget), recipients: [], attachments: [] };
      const rebuilt = Buffer.concat([...rebuildMessage(item, budget)]).toString("latin1");
      return { kept: rebuilt.indexOf("\r\nMIME-Version:"), codes: codesIn(budget) };
    },
  },
  {
    limit: "mapiObservablesMax",
    code: "limit.mapi-observables",
    far: 10_000,
    read: (n) => {
      const budget = new ItemBudget(1_000);
      const properties = Array.from({ length: n }, (_, i) => text(0x6000 + i, `https://t.example/${i}`));
      const item = { properties: new PropertyBag(properties, 1252), recipients: [], attachments: [] };
      return { kept: observablesOf(item, budget).length, codes: codesIn(budget) };
    },
  },
  {
    limit: "addressesMax",
    what: "of the line that Outlook shows",
    code: "limit.addresses",
    far: 60_000,
    read: (n) => {
      const budget = new ItemBudget(Number.POSITIVE_INFINITY);
      const properties = new PropertyBag([text(0x0e04, "a@b;".repeat(n))], 1252, budget);
      const rebuilt = Buffer.concat([...rebuildMessage({ properties, recipients: [], attachments: [] }, budget)]);
      const seen = seenIn(Buffer.concat([Buffer.from(FROM), rebuilt]));
      return { kept: seen.record.to.length, codes: codesOf(seen) };
    },
  },
  {
    limit: "rtfDepthMax",
    code: "limit.rtf-depth",
    far: 1_000_000,
    read: (n) => {
      const body = readRtfBody(Buffer.from(`{\\rtf1 ${"{".repeat(n - 1)}deep${"}".repeat(n)}`));
      const isThere = body?.text.includes("deep") === true;
      return { kept: isThere ? n : limits.rtfDepthMax, codes: body?.problems ?? [] };
    },
  },
  {
    limit: "rtfOutwardMax",
    code: "limit.rtf-outward",
    far: 30_000,
    read: (n) => {
      const field = '{\\field{\\*\\fldinst RD "a.rtf"}}';
      const body = readRtfBody(Buffer.from(`{\\rtf1 ${field.repeat(n)}}`));
      return { kept: body?.outward.length ?? 0, codes: body?.problems ?? [] };
    },
  },
  {
    limit: "rtfOutwardCharsMax",
    code: "limit.rtf-outward",
    // The last character that fits is told as one too many: whether more would come is not looked for.
    max: limits.rtfOutwardCharsMax - 1,
    read: (n) => {
      const body = readRtfBody(Buffer.from(`{\\rtf1 {\\*\\template ${"t".repeat(n)}}}`));
      return {
        kept: Math.min(body?.outward[0]?.text.length ?? 0, limits.rtfOutwardCharsMax - 1),
        codes: body?.problems ?? [],
      };
    },
  },
  {
    limit: "decodedBytesMax",
    what: "of compressed RTF, the one thing in mail that grows",
    code: "limit.decoded-bytes",
    far: limits.decodedBytesMax + 1_000,
    read: (n) => {
      const { bytes, problems } = decompressRtf(packedRtf(n));
      return { kept: bytes.length, codes: problems };
    },
  },
];

/** Limits of mail files and archives. What is above them is told of the message, or among what was not covered. */
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { limits } from "../../src/base/limits.ts";
import { ExpansionBudget } from "../../src/mailbox/expansion.ts";
import { BOMB } from "../../src/mailbox/gzip/gunzip.ts";
import { salvageEntries } from "../../src/mailbox/zip/salvage.ts";
import { buildZipIndex } from "../../src/mailbox/zip/zip-index.ts";
import { type ReadMessage, readAll, withFiles } from "../mailbox/mailbox-fixture.ts";
import { paxRecord, writeTar } from "../support/tar-writer.ts";
import { writeZip } from "../support/zip-writer.ts";
import { codesOf, FROM, type LimitCase, type LimitOutcome, many, seenIn } from "./limit-case.ts";

const LETTER = `${FROM}\nHello\n`;

/** A row whose input is a file; `keptOf` looks at the messages of it. */
function fileCase(
  row: Omit<LimitCase, "read">,
  fileOf: (n: number) => readonly [name: string, bytes: Buffer],
  keptOf: (messages: readonly ReadMessage[], n: number) => number | null,
): LimitCase {
  return {
    ...row,
    read: async (n) => {
      const [name, bytes] = fileOf(n);
      let outcome: LimitOutcome = { kept: -1, codes: [] };
      await withFiles({ [name]: bytes }, async (root) => {
        const { messages, notCovered } = await readAll([join(root, name)]);
        const problems = messages.flatMap((message) => message.problems);
        outcome = { kept: keptOf(messages, n), codes: [...problems, ...notCovered].map(({ code }) => code) };
      });
      return outcome;
    },
  };
}

/** The first of a budget's bytes that no longer fit is told by the same damage in gzip, zstd, zip and tar. */
function budgetCase(row: Omit<LimitCase, "code" | "read">, bytesOnDisk: number): LimitCase {
  return {
    ...row,
    code: "limit.archive-ratio",
    read: (n) => {
      const fits = new ExpansionBudget(bytesOnDisk).addUnpacked(n);
      return { kept: fits ? n : null, codes: fits ? [] : [BOMB.problem ?? ""] };
    },
  };
}

function emlxOf(listBytes: number): Buffer {
  const head = "<?xml version='1.0'?><plist><dict><key>flags</key><integer>1</integer></dict>";
  const end = "</plist>";
  const list = `${head}${" ".repeat(listBytes - head.length - end.length)}${end}`;
  return Buffer.from(`${LETTER.length}\n${LETTER}${list}`);
}

function gzipped(times: number): Buffer {
  let bytes: Buffer = Buffer.from(LETTER);
  for (let i = 0; i < times; i += 1) bytes = gzipSync(bytes);
  return bytes;
}

function inMemory(zip: Buffer) {
  const read = (target: Buffer, at: number, length: number, position: number) =>
    zip.copy(target, at, position, position + length);
  return { size: zip.length, read };
}

function zipOf(n: number): Buffer {
  return writeZip(Array.from({ length: n }, (_, i) => ({ name: `${i}.eml`, data: Buffer.from(LETTER) })));
}

/** RFC 8878 3.1.1: one frame whose window is its content, of `n` bytes by what it says. */
function zstdFrame(n: number): Buffer {
  const frame = Buffer.alloc(13);
  frame.writeUInt32LE(0xfd2fb528);
  frame[4] = 0xe0;
  frame.writeBigUInt64LE(BigInt(n), 5);
  return frame;
}

/** Records of PAX whose last one names the entry. */
function tarWithRecords(n: number): Buffer {
  const records = Array.from({ length: n - 1 }, () => paxRecord("comment", "x"));
  const data = Buffer.concat([...records, paxRecord("path", "last.eml")]);
  return writeTar([
    { name: "PaxHeaders/x", type: "x", data },
    { name: "first.eml", data: LETTER },
  ]);
}

/** One record of PAX, of `n` bytes. */
function tarWithRecord(n: number): Buffer {
  const filler = n - `${n} comment=\n`.length;
  const data = Buffer.from(`${n} comment=${"x".repeat(filler)}\n`);
  return writeTar([
    { name: "PaxHeaders/x", type: "x", data },
    { name: "first.eml", data: LETTER },
  ]);
}

const ARGUMENT_MAX = 10;

export const mailboxLimits: readonly LimitCase[] = [
  fileCase(
    { limit: "messageBytesMax", code: "limit.message-bytes" },
    (n) => ["a.eml", Buffer.concat([Buffer.from(LETTER), Buffer.alloc(n - LETTER.length, "x")])],
    ([message]) => message?.text.length ?? 0,
  ),
  fileCase(
    {
      limit: "messageBytesMax",
      what: "in an mbox, cut where the next message begins",
      code: "limit.message-bytes",
      far: limits.messageBytesMax + 3_000_000,
    },
    (n) => {
      const separator = "From ada@example.org Thu Aug 22 15:25:29 2002\n";
      const end = `\n\n${separator}${LETTER}`;
      const big = Buffer.alloc(n - LETTER.length - 1, "x");
      return ["a.mbox", Buffer.concat([Buffer.from(separator + LETTER), big, Buffer.from(end)])];
    },
    ([message, next]) => (next?.text === LETTER ? (message?.text.length ?? 0) : -1),
  ),
  budgetCase({ limit: "archiveRatioFreeBytes", what: "out of a small file" }, 1_000),
  budgetCase(
    { limit: "archiveRatioMax", what: "out of 1 MiB", max: limits.archiveRatioMax * 1024 * 1024 },
    1024 * 1024,
  ),
  fileCase(
    { limit: "archiveDepthMax", code: "limit", far: 60 },
    (n) => ["a.eml.gz", gzipped(n)],
    ({ length }, n) => (length === 1 ? n : limits.archiveDepthMax),
  ),
  {
    limit: "archiveEntriesMax",
    what: "by a smaller bound",
    code: "limit",
    max: ARGUMENT_MAX,
    far: 1_000,
    read: async (n) => {
      const { count, damage } = await buildZipIndex(inMemory(zipOf(n)), ARGUMENT_MAX);
      return { kept: count, codes: damage === null ? [] : [damage] };
    },
  },
  {
    limit: "archiveEntriesMax",
    what: "without a directory, by a smaller bound",
    code: "limit",
    max: ARGUMENT_MAX,
    far: 1_000,
    read: async (n) => {
      const found: string[] = [];
      let codes: readonly string[] = [];
      for await (const salvaged of salvageEntries(inMemory(zipOf(n)), new Set(), ARGUMENT_MAX)) {
        if (salvaged === null) codes = ["limit"];
        else found.push(salvaged.name);
      }
      return { kept: found.length, codes };
    },
  },
  fileCase(
    { limit: "tarExtensionBytesMax", code: "limit", far: 10_000_000 },
    (n) => ["a.tar", tarWithRecord(n)],
    ({ length }, n) => (length === 1 ? Math.min(n, limits.tarExtensionBytesMax) : -1),
  ),
  fileCase(
    { limit: "tarRecordsMax", code: "limit", far: 18_000 },
    (n) => ["a.tar", tarWithRecords(n)],
    ([message], n) => (message?.location.path.endsWith("/last.eml") ? n : limits.tarRecordsMax),
  ),
  fileCase(
    { limit: "zstdWindowBytesMax", code: "limit", far: 2 ** 40 },
    (n) => ["a.zst", zstdFrame(n)],
    () => null,
  ),
  fileCase(
    { limit: "emlxListBytesMax", code: "limit.emlx-list", far: 3_000_000 },
    (n) => ["a.emlx", emlxOf(n)],
    // Beyond the limit the list stays in the message.
    ([message], n) => (message?.text === LETTER ? n : message?.text.startsWith(LETTER) ? limits.emlxListBytesMax : -1),
  ),
  {
    limit: "labelsMax",
    what: "in a header",
    code: "limit.labels",
    far: 20_000,
    read: (n) => {
      const text = `X-Gmail-Labels: ${many(n, (i) => `l${i},`)}\n${LETTER}`;
      const seen = seenIn(Buffer.from(text));
      return { kept: seen.marks[0]?.labels.length ?? 0, codes: codesOf(seen) };
    },
  },
];

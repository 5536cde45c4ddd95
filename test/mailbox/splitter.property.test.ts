import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { ByteStream } from "../../src/mailbox/byte-stream.ts";
import { fromLineAt, hasEmptyLineBefore } from "../../src/mailbox/mbox/from-line.ts";
import { MboxSplitter, type SplitterSizes, SplitterWindows, streamStart } from "../../src/mailbox/mbox/splitter.ts";
import { sha256 } from "./mailbox-fixture.ts";

const numRuns = Number(process.env["FUZZ_RUNS"] ?? 200);
/** Small enough that shifting, growing and dropping all happen. */
const SMALL: SplitterSizes = { windowBytes: 4096, workBytes: 4096, messageBytesMax: 6000 };

interface Piece {
  readonly text: string;
  readonly size: number;
  readonly sha256: string;
  readonly offset: number;
  readonly length: number;
  readonly leading: boolean;
  readonly suspect: boolean;
}

/** Reads as the sizes say, over and over. */
function chopped(bytes: Buffer, from: number, sizes: readonly number[]): ByteStream {
  let position = from;
  let turn = 0;
  return {
    damages: [],
    read(target, at, length) {
      const wanted = Math.min(length, sizes[turn++ % sizes.length] ?? length);
      const count = bytes.copy(target, at, position, Math.min(bytes.length, position + wanted));
      position += count;
      return count;
    },
  };
}

async function split(bytes: Buffer, start: number, end: number, reads: readonly number[], sizes?: SplitterSizes) {
  const from = streamStart(start);
  const splitter = new MboxSplitter(
    chopped(bytes, from, reads),
    { start, end, streamStart: from },
    new SplitterWindows(sizes),
  );
  const pieces: Piece[] = [];
  for (let piece = await splitter.next(); piece !== null; piece = await splitter.next()) {
    const { bytes: kept, isLast: _last, atSourceEnd: _end, ...rest } = piece;
    pieces.push({ ...rest, text: kept.toString("latin1") });
  }
  return pieces;
}

/** The same by lines, with everything in memory. */
function bruteForce(bytes: Buffer, messageBytesMax: number): Piece[] {
  const starts: { at: number; next: number; suspect: boolean }[] = [];
  for (let at = 0; at < bytes.length; at = lineEnd(bytes, at)) {
    if (bytes.toString("latin1", at, at + 5) !== "From ") continue;
    const line = fromLineAt(bytes, at, bytes.length, hasEmptyLineBefore(bytes, at, 0));
    if (line !== null) starts.push({ at, next: line.next, suspect: line.suspect && at > 0 });
  }
  const first = starts[0]?.at ?? bytes.length;
  let insideUntil = 0;
  const pieces = starts.map(({ at, next, suspect }, i) => {
    const isInside = at < insideUntil;
    const sized = next < insideUntil ? null : sizedPiece(bytes, next, messageBytesMax);
    if (sized !== null) insideUntil = sized.next;
    if (sized !== null) return { ...sized.piece, suspect: suspect || isInside };
    return pieceOf(bytes, next, starts[i + 1]?.at ?? bytes.length, {
      leading: false,
      suspect: suspect || isInside,
      messageBytesMax,
    });
  });
  const leading = pieceOf(bytes, 0, first, { leading: true, suspect: false, messageBytesMax });
  return leading.size === 0 ? pieces : [leading, ...pieces];
}

/** A message whose `Content-Length` leads to a separator or the end. */
function sizedPiece(bytes: Buffer, start: number, messageBytesMax: number): { piece: Piece; next: number } | null {
  const all = bytes.toString("latin1", start);
  const rows = all.slice(0, Math.min(65536, messageBytesMax)).match(/[^\n]*\n/g) ?? [];
  const empty = rows.findIndex((row) => row === "\n" || row === "\r\n");
  const lines = rows.slice(0, empty + 1);
  const header = lines.join("");
  const index = lines.findLastIndex((text) => /^Content-Length:[ \t]*[0-9]{1,12}[ \t\r]*\n$/.test(text));
  if (empty < 0 || index < 0 || isSeparatorIn(bytes, start, start + header.length)) return null;
  const field = lines[index] ?? "";
  const end = start + header.length + Number(/[0-9]+/.exec(field)?.[0]);
  if (end > bytes.length || end - start > messageBytesMax) return null;
  const lineEnd = /^\r?\n/.exec(bytes.toString("latin1", end, end + 2))?.[0].length ?? 0;
  const next = [end, end + lineEnd].find((at) => at === bytes.length || isSeparator(bytes, at));
  if (next === undefined) return null;
  const isAppended = lines.slice(index + 1, -1).every((text) => /^status:/i.test(text));
  const kept = isAppended ? lines.toSpliced(index, 1).join("") : header;
  const text = kept + bytes.toString("latin1", start + header.length, end);
  const place = { offset: start, length: end - start, leading: false, suspect: false };
  return { piece: { text, size: text.length, sha256: sha256(text), ...place }, next };
}

function isSeparatorIn(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at = lineEnd(bytes, at)) if (isSeparator(bytes, at)) return true;
  return false;
}

function isSeparator(bytes: Buffer, at: number): boolean {
  if (bytes[at - 1] !== 0x0a || bytes.toString("latin1", at, at + 5) !== "From ") return false;
  return fromLineAt(bytes, at, bytes.length, hasEmptyLineBefore(bytes, at, 0)) !== null;
}

function pieceOf(
  bytes: Buffer,
  start: number,
  end: number,
  { leading, suspect, messageBytesMax }: { leading: boolean; suspect: boolean; messageBytesMax: number },
): Piece {
  const raw = bytes.toString("latin1", start, end).replace(/(^|\n)\r?\n$/, "$1");
  const text = raw.replace(/^>(>{0,255}From )/gm, "$1");
  const kept = text.slice(0, messageBytesMax);
  return { text: kept, size: text.length, sha256: sha256(text), offset: start, length: raw.length, leading, suspect };
}

function lineEnd(bytes: Buffer, at: number): number {
  const newline = bytes.indexOf(0x0a, at);
  return newline < 0 ? bytes.length : newline + 1;
}

/** Lines that an mbox may hold, odd ones often. */
const line = fc.oneof(
  { weight: 4, arbitrary: fc.constant("From ada@example.org Thu Aug 22 15:25:29 2002") },
  { weight: 3, arbitrary: fc.constantFrom("Subject: a", "Received: by x", "", "", "text", "https://example.org") },
  fc.constantFrom("From ", "From -", "From now on", "From a@b.test", "From a@b Thu, 2 Aug 2002 15:25", "\r"),
  fc
    .tuple(fc.integer({ min: 1, max: 300 }), fc.constantFrom("From x", "From", "from x"))
    .map(([n, s]) => ">".repeat(n) + s),
  fc
    .tuple(fc.integer({ min: 0, max: 5000 }), fc.constantFrom("a", "From ", ">"))
    .map(([n, s]) => s.repeat(n / s.length)),
);
const mbox = fc
  .array(fc.tuple(line, fc.constantFrom("\n", "\n", "\r\n", "\n\n")), { maxLength: 30 })
  .map((lines) => Buffer.from(lines.flat().join(""), "latin1"));
/** Messages with a length, mostly the true one, whatever stands in them. */
const sizedMessage = fc
  .record({
    body: fc.array(line, { maxLength: 6 }).map((lines) => lines.map((text) => `${text}\n`).join("")),
    off: fc.constantFrom(0, 0, 0, 1, -1, 60, 2000),
    header: fc.constantFrom(
      "Subject: s\n",
      ">From x\nSubject: s\n",
      "From ada@example.org Thu Aug 22 15:25:29 2002\n",
      "",
    ),
    behind: fc.constantFrom("", "Status: RO\n", "X-Other: 1\n"),
    end: fc.constantFrom("\n", "\n", "", "\n\n", "\r\n"),
  })
  .map(({ body, off, header, behind, end }) => {
    const length = Math.max(0, body.length + off);
    return `From ada@example.org Thu Aug 22 15:25:29 2002\n${header}Content-Length: ${length}\n${behind}\n${body}${end}`;
  });
const sizedMbox = fc
  .array(
    fc.oneof(
      sizedMessage,
      line.map((text) => `${text}\n`),
    ),
    { maxLength: 8 },
  )
  .map((parts) => Buffer.from(parts.join(""), "latin1"));
const reads = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 5 });

test("any cut of the reads and any window gives what a reading by lines gives", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(mbox, sizedMbox), reads, async (bytes, sizes) => {
      assert.deepEqual(await split(bytes, 0, bytes.length, sizes, SMALL), bruteForce(bytes, SMALL.messageBytesMax));
      assert.deepEqual(await split(bytes, 0, bytes.length, [bytes.length + 1]), bruteForce(bytes, 1e9));
    }),
    { numRuns },
  );
});

test("any grid of slices gives the whole", async () => {
  await fc.assert(
    fc.asyncProperty(mbox, fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1 }), async (bytes, steps) => {
      const pieces: Piece[] = [];
      for (let start = 0, turn = 0; start < bytes.length; turn += 1) {
        const end = Math.min(bytes.length, start + (steps[turn % steps.length] ?? 1));
        pieces.push(...(await split(bytes, start, end, [700], SMALL)));
        start = end;
      }
      assert.deepEqual(pieces, await split(bytes, 0, bytes.length, [5000], SMALL));
    }),
    { numRuns },
  );
});

test("any grid of slices gives every message of a file with lengths, by its place", async () => {
  await fc.assert(
    fc.asyncProperty(sizedMbox, fc.integer({ min: 1, max: 4000 }), async (bytes, step) => {
      const offsets: number[] = [];
      for (let start = 0; start < bytes.length; start += step) {
        const pieces = await split(bytes, start, Math.min(bytes.length, start + step), [700], SMALL);
        offsets.push(...pieces.map(({ offset }) => offset));
      }
      const whole = await split(bytes, 0, bytes.length, [5000], SMALL);
      assert.deepEqual(
        offsets,
        whole.map(({ offset }) => offset),
      );
    }),
    { numRuns },
  );
});

test("messages written as mboxcl2 come out as they were, whatever stands in them", async () => {
  const body = fc.array(fc.oneof(line, fc.constant("Content-Length: 5")), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(fc.array(body, { maxLength: 6 }), reads, async (bodies, sizes) => {
      const messages = bodies.map(
        (lines) => ["Subject: x\n", `\n${lines.map((text) => `${text}\n`).join("")}`] as const,
      );
      const file = messages
        .map(
          ([header, rest]) =>
            `From ada@example.org Thu Aug 22 15:25:29 2002\n${header}Content-Length: ${rest.length - 1}\n${rest}\n`,
        )
        .join("");
      const pieces = await split(Buffer.from(file, "latin1"), 0, file.length, sizes);
      const outer = new Map(pieces.map(({ offset, text }) => [offset, text]));
      let at = 0;
      for (const [header, rest] of messages) {
        at += 46;
        assert.equal(outer.get(at), header + rest);
        at += `${header}Content-Length: ${rest.length - 1}\n${rest}\n`.length;
      }
    }),
    { numRuns },
  );
});

test("messages written as mboxrd come out as they were", async () => {
  const body = fc.array(fc.constantFrom("From a", ">From b", ">>From c", "", "text", "From: x"), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(fc.array(body, { maxLength: 6 }), async (bodies) => {
      const messages = bodies.map((lines) => `Subject: x\n\n${lines.map((text) => `${text}\n`).join("")}`);
      const quoted = messages.map((text) => text.replace(/^(>*From )/gm, ">$1"));
      const file = quoted.map((text) => `From ada@example.org Thu Aug 22 15:25:29 2002\n${text}\n`).join("");
      const pieces = await split(Buffer.from(file), 0, file.length, [64]);
      assert.deepEqual(
        pieces.map(({ text }) => text),
        messages,
      );
    }),
    { numRuns },
  );
});

/**
 * The benchmark's messages, split before anything is timed, in a file that every language reads in a few lines.
 *
 *     file  = batch*
 *     batch = u32 bytes of all its frames · frame*
 *     frame = u32 bytes of the message · message               numbers little-endian
 */
import { closeSync, openSync, readSync, writeSync } from "node:fs";
import type { ByteStream } from "../../src/mailbox/byte-stream.ts";
import { WHOLE } from "../../src/mailbox/mbox/read.ts";
import { MboxSplitter, SplitterWindows } from "../../src/mailbox/mbox/splitter.ts";

/** A batch is written once it has so many bytes. */
const BATCH_BYTES = 4 * 1024 * 1024;
const LENGTH_BYTES = 4;

/** Messages that share one piece of memory. */
export type Batch = readonly Buffer[];

export interface Frames {
  readonly messages: number;
  /** Of the messages, without the frames. */
  readonly bytes: number;
}

/** Splits an mbox, quoting undone, into `file`. */
export async function writeFrames(mbox: string, file: string): Promise<Frames> {
  const input = openSync(mbox, "r");
  const output = openSync(file, "w");
  const stream: ByteStream = { damages: [], read: (target, at, length) => readSync(input, target, at, length, null) };
  const splitter = new MboxSplitter(stream, WHOLE, new SplitterWindows());
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let messages = 0;
  let bytes = 0;
  const flush = () => {
    if (waitingBytes > 0) writeSync(output, Buffer.concat([lengthBytes(waitingBytes), ...waiting]));
    waiting = [];
    waitingBytes = 0;
  };
  for (let piece = await splitter.next(); piece !== null; piece = await splitter.next()) {
    messages += 1;
    bytes += piece.bytes.length;
    waiting.push(lengthBytes(piece.bytes.length), Buffer.from(piece.bytes));
    waitingBytes += LENGTH_BYTES + piece.bytes.length;
    if (waitingBytes >= BATCH_BYTES) flush();
  }
  flush();
  closeSync(input);
  closeSync(output);
  return { messages, bytes };
}

/** All batches in turn, each in memory of its own. */
export function* readBatches(file: string): Generator<Batch> {
  for (const place of batchPlaces(file)) yield readBatch(file, place);
}

export interface BatchPlace {
  readonly at: number;
  readonly length: number;
}

/** Where the batches lie, for workers that share them. */
export function batchPlaces(file: string): readonly BatchPlace[] {
  const input = openSync(file, "r");
  const places: BatchPlace[] = [];
  const head = Buffer.alloc(LENGTH_BYTES);
  for (let at = 0; readSync(input, head, 0, LENGTH_BYTES, at) === LENGTH_BYTES; ) {
    const length = head.readUInt32LE();
    places.push({ at: at + LENGTH_BYTES, length });
    at += LENGTH_BYTES + length;
  }
  closeSync(input);
  return places;
}

/** `memory` is used again by who asks for batch after batch; it must hold the largest. */
export function readBatch(file: string, { at, length }: BatchPlace, memory = Buffer.allocUnsafeSlow(length)): Batch {
  const input = openSync(file, "r");
  const bytes = memory.subarray(0, length);
  const count = readSync(input, bytes, 0, length, at);
  closeSync(input);
  if (count !== length) throw new Error(`${file} ends within a batch`);
  const messages: Buffer[] = [];
  for (let start = 0; start < length; ) {
    const messageStart = start + LENGTH_BYTES;
    start = messageStart + bytes.readUInt32LE(start);
    messages.push(bytes.subarray(messageStart, start));
  }
  return messages;
}

function lengthBytes(length: number): Buffer {
  const bytes = Buffer.alloc(LENGTH_BYTES);
  bytes.writeUInt32LE(length);
  return bytes;
}

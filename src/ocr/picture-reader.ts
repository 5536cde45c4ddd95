/**
 * Text in pictures by a recogniser in a thread of its own (docs/decisions/0035-text-in-pictures-by-tesseract.md), which the asking thread waits
 * for: rules ask in the middle of their work.
 *
 * What costs much is refused by counting (`recogniser.ts`), so that no clock decides; a recogniser that still takes longer than
 * `limits.pictureTextMsMax` is ended and a new one started at the next picture. Opens no socket; model and module come from the packages on disk.
 */
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import { limits } from "../base/limits.ts";
import type { GreyPicture, PictureReader } from "../ports/picture-reader.ts";
import { IDLE, type OcrShare } from "./protocol.ts";

export interface PictureReaderOptions {
  /** How long one picture may take. */
  readonly msMax?: number;
  /** Module of the thread; another for tests. */
  readonly entry?: URL;
}

interface Seat {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly state: Int32Array<SharedArrayBuffer>;
}

/** Cost: nothing until the first picture; then a tenth of a second and 80 MB, with the largest pictures 270. */
export function createPictureReader({
  msMax = limits.pictureTextMsMax,
  entry = ENTRY,
}: PictureReaderOptions = {}): PictureReader {
  let seat: Seat | null = null;
  const leave = (): void => {
    void seat?.worker.terminate();
    seat?.port.close();
    seat = null;
  };
  return {
    read(picture) {
      if (isTooLarge(picture)) return null;
      seat ??= start(entry);
      const { port, state } = seat;
      Atomics.store(state, 0, IDLE);
      port.postMessage(picture);
      Atomics.wait(state, 0, IDLE, msMax);
      const answer: unknown = receiveMessageOnPort(port)?.message;
      if (typeof answer === "string") return answer;
      // It gave up and said so, and reads the next one; or it hangs, or is no more.
      if (answer !== null) leave();
      return null;
    },
    close: leave,
  };
}

const ENTRY = new URL("./recognising-thread.ts", import.meta.url);

function isTooLarge({ width, height }: GreyPicture): boolean {
  return width * height > limits.picturePixelsMax;
}

function start(entry: URL): Seat {
  const { port1: port, port2: theirs } = new MessageChannel();
  const state = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const share: OcrShare = { port: theirs, state };
  const worker = new Worker(entry, {
    workerData: share,
    transferList: [theirs],
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });
  // What it dies of is seen by its silence.
  worker.on("error", () => {});
  worker.unref();
  port.unref();
  return { worker, port, state };
}

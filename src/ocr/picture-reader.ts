/**
 * Text in pictures by a recogniser in a thread of its own (docs/decisions/0035-text-in-pictures-by-tesseract.md), which the asking thread waits
 * for: rules ask in the middle of their work.
 *
 * What costs much is refused by counting (`recogniser.ts`), so that no clock decides; a recogniser that still takes longer than
 * `limits.pictureTextMsMax` is ended and a new one started at the next picture, as after one that ended by itself, which is seen at once. One that
 * cannot be started, or `FAILURES_MAX` in a row that read nothing, are the last: these pictures and all from there on are left unread, and counted. Opens no
 * socket; model and module come from the packages on disk.
 */
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import { limits } from "../base/limits.ts";
import type { GreyPicture, PictureReader } from "../ports/picture-reader.ts";
import { OCR_STATE, type OcrShare } from "./protocol.ts";

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

/** A picture that ends its recogniser is the sender's doing; so many one after another, and none that is read between them, are the machine's. */
const FAILURES_MAX = 3;

/** Cost: nothing until the first picture; then a tenth of a second and 80 MB, with the largest pictures 270. */
export function createPictureReader({
  msMax = limits.pictureTextMsMax,
  entry = ENTRY,
}: PictureReaderOptions = {}): PictureReader {
  let seat: Seat | null = null;
  let failures = 0;
  let unread = 0;
  const leave = (): void => {
    void seat?.worker.terminate();
    seat?.port.close();
    seat = null;
  };
  const isReady = (): boolean => {
    seat ??= start(entry);
    if (seat === null) return false;
    Atomics.wait(seat.state, 0, OCR_STATE.STARTING, msMax);
    return Atomics.load(seat.state, 0) !== OCR_STATE.STARTING && Atomics.load(seat.state, 0) !== OCR_STATE.GONE;
  };
  return {
    read(picture) {
      if (isTooLarge(picture)) return null;
      // One that ended between two pictures is started once more.
      if (seat !== null && Atomics.load(seat.state, 0) === OCR_STATE.GONE) leave();
      if (failures < FAILURES_MAX && !isReady()) {
        failures = FAILURES_MAX;
        leave();
      }
      if (failures >= FAILURES_MAX || seat === null) {
        unread += 1;
        return null;
      }
      const answer = asked(seat, picture, msMax);
      if (answer === undefined) {
        failures += 1;
        // These were the machine's doing as well.
        if (failures === FAILURES_MAX) unread += FAILURES_MAX;
        leave();
        return null;
      }
      failures = 0;
      return answer;
    },
    unread: () => unread,
    close: leave,
  };
}

/** Null where it gave up and said so, and reads the next one; undefined where it hangs, or is no more. */
function asked({ port, state }: Seat, picture: GreyPicture, msMax: number): string | null | undefined {
  Atomics.compareExchange(state, 0, OCR_STATE.ANSWERED, OCR_STATE.READY);
  port.postMessage(picture);
  Atomics.wait(state, 0, OCR_STATE.READY, msMax);
  const answer: unknown = receiveMessageOnPort(port)?.message;
  return typeof answer === "string" || answer === null ? answer : undefined;
}

const ENTRY = new URL("./recognising-thread.ts", import.meta.url);

function isTooLarge({ width, height }: GreyPicture): boolean {
  return width * height > limits.picturePixelsMax;
}

/** Null where the machine has no room for a thread. */
function start(entry: URL): Seat | null {
  const { port1: port, port2: theirs } = new MessageChannel();
  const state = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const share: OcrShare = { port: theirs, state };
  const worker = threadOf(entry, share);
  if (worker === null) {
    port.close();
    return null;
  }
  // What it ends of is told by its state.
  worker.on("error", () => {});
  worker.unref();
  port.unref();
  return { worker, port, state };
}

function threadOf(entry: URL, share: OcrShare): Worker | null {
  try {
    return new Worker(entry, {
      workerData: share,
      transferList: [share.port],
      execArgv: ["--disable-warning=ExperimentalWarning"],
    });
  } catch {
    return null;
  }
}

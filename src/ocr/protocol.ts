/**
 * What the asking thread and the recogniser's share: pictures go one way, text or null the other, and a number tells how the recogniser is. The
 * asking thread waits for that number and hears no event meanwhile, so that a thread that ends must leave word there.
 */
import type { MessagePort } from "node:worker_threads";
import type { GreyPicture } from "../ports/picture-reader.ts";

/** `STARTING` until pictures can be read · `READY` for one, or reading it · `ANSWERED`: an answer lies at the port · `GONE`: the thread ended. */
export const OCR_STATE = { STARTING: 0, READY: 1, ANSWERED: 2, GONE: 3 } as const;

/** `workerData` of the recogniser's thread. */
export interface OcrShare {
  readonly port: MessagePort;
  /** One slot, of `OCR_STATE`. */
  readonly state: Int32Array<SharedArrayBuffer>;
}

/** The recogniser's side, to be called before anything that may fail is loaded. `begin`: what reads a picture, null where it gave up. */
export async function serve(
  { port, state }: OcrShare,
  begin: () => Promise<(picture: GreyPicture) => Promise<string | null>>,
): Promise<void> {
  const tell = (value: number): void => {
    Atomics.store(state, 0, value);
    Atomics.notify(state, 0);
  };
  process.on("exit", () => tell(OCR_STATE.GONE));
  const read = await begin();
  port.on("message", async (picture: GreyPicture) => {
    port.postMessage(await read(picture));
    tell(OCR_STATE.ANSWERED);
  });
  tell(OCR_STATE.READY);
}

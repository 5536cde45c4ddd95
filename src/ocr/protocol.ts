/** What the asking thread and the recogniser's share: pictures go one way, text or null the other, and a number tells that an answer lies there. */
import type { MessagePort } from "node:worker_threads";

export const IDLE = 0;
export const ANSWERED = 1;

/** `workerData` of the recogniser's thread. */
export interface OcrShare {
  readonly port: MessagePort;
  /** One slot: `IDLE` or `ANSWERED`. */
  readonly state: Int32Array<SharedArrayBuffer>;
}

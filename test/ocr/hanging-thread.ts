/** A recogniser's thread for tests: it hangs at a picture one pixel wide, ends at one two pixels wide, and reads the rest as its width. */
import { workerData } from "node:worker_threads";
import { ANSWERED, type OcrShare } from "../../src/ocr/protocol.ts";
import type { GreyPicture } from "../../src/ports/picture-reader.ts";

const { port, state } = workerData as OcrShare;

port.on("message", ({ width }: GreyPicture) => {
  while (width === 1);
  if (width === 2) process.exit();
  port.postMessage(width === 3 ? null : `${width}`);
  Atomics.store(state, 0, ANSWERED);
  Atomics.notify(state, 0);
});

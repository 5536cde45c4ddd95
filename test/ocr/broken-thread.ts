/** A recogniser's thread for tests whose package is missing. */
import { workerData } from "node:worker_threads";
import { type OcrShare, serve } from "../../src/ocr/protocol.ts";

await serve(workerData as OcrShare, async () => {
  throw new Error("Cannot find package");
});

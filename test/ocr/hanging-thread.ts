/** A recogniser's thread for tests: it hangs at a picture one pixel wide, ends at one two pixels wide, and reads the rest as its width. */
import { workerData } from "node:worker_threads";
import { type OcrShare, serve } from "../../src/ocr/protocol.ts";

await serve(workerData as OcrShare, async () => async ({ width }) => {
  while (width === 1);
  if (width === 2) process.exit();
  if (width === 4) throw new Error("a fault of ours");
  return width === 3 ? null : `${width}`;
});

/** Entry of the recogniser's thread: a picture in, its text out, null where it gave up. */
import { workerData } from "node:worker_threads";
import { type OcrShare, serve } from "./protocol.ts";

/** Whatever the library has to say goes nowhere: it is about pictures of mail. */
Object.assign(console, { log: () => {}, warn: () => {}, error: () => {} });

await serve(workerData as OcrShare, async () => {
  // Loaded here, so that a package that is missing is told as an end.
  const { createRecogniser, readByNewWhereItFails } = await import("./recogniser.ts");
  const recogniser = createRecogniser();
  await recogniser.begin();
  // What no new engine reads either ends the thread, and so is counted.
  return (picture) => readByNewWhereItFails(recogniser, picture);
});

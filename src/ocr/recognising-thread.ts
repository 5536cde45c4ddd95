/** Entry of the recogniser's thread: a picture in, its text out, null where it gave up. */
import { workerData } from "node:worker_threads";
import type { GreyPicture } from "../ports/picture-reader.ts";
import { ANSWERED, type OcrShare } from "./protocol.ts";
import { createRecogniser } from "./recogniser.ts";

/** Whatever the library has to say goes nowhere: it is about pictures of mail. */
Object.assign(console, { log: () => {}, warn: () => {}, error: () => {} });

const { port, state } = workerData as OcrShare;
const recogniser = createRecogniser();

async function answer(picture: GreyPicture): Promise<void> {
  let text: string | null = null;
  try {
    text = await recogniser.read(picture);
  } catch {
    // The library throws where its memory ends; what is left of it is thrown away.
    recogniser.forget();
  }
  port.postMessage(text);
  Atomics.store(state, 0, ANSWERED);
  Atomics.notify(state, 0);
}

port.on("message", (picture: GreyPicture) => void answer(picture));

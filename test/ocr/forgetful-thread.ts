/**
 * A recogniser's thread for tests, short of memory: an engine that has read a picture before has too little left for one five pixels wide, and none
 * has enough for one six pixels wide.
 */
import { workerData } from "node:worker_threads";
import { type OcrShare, serve } from "../../src/ocr/protocol.ts";
import { type Recogniser, readByNewWhereItFails } from "../../src/ocr/recogniser.ts";

let pictures = 0;
const recogniser: Recogniser = {
  begin: async () => {},
  read: async ({ width }) => {
    if (width === 6 || (width === 5 && pictures > 0)) throw new Error("out of memory");
    pictures += 1;
    return `${width}`;
  },
  forget: () => {
    pictures = 0;
  },
};

await serve(workerData as OcrShare, async () => (picture) => readByNewWhereItFails(recogniser, picture));

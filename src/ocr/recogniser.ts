/**
 * Words of a picture by Tesseract as WebAssembly (`tesseract-wasm`), with the English model of `@tesseract.js-data/eng`, which reads the
 * Latin letters of other languages as well.
 *
 * The same picture gives the same text: no clock, an engine that keeps nothing of the picture before. What would take long is refused by the sum
 * of its lines' lengths, which grows as the cost does. Words that the engine itself doubts are left out, since it sees letters in every photo.
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { createOCREngine, layoutFlags, type OCREngine, type TextItem } from "tesseract-wasm";
import { limits } from "../base/limits.ts";
import type { GreyPicture } from "../ports/picture-reader.ts";
import { lightened } from "./dark-areas.ts";
import { fitted } from "./fitted.ts";

export interface Recogniser {
  /** Loads the engine, so that the first picture finds it. Rejects where it cannot be loaded. */
  begin(): Promise<void>;
  /** Null where there is more to read than is read. Rejects where the library fails. */
  read(picture: GreyPicture): Promise<string | null>;
  /** Throws the engine away; the next picture has a new one. */
  forget(): void;
}

/**
 * The library throws where its memory ends, which may be what earlier pictures left of it: then a new engine reads the picture. Rejects where that fails
 * too: the picture is not one that has too much to read, and somebody must hear of it.
 */
export async function readByNewWhereItFails(recogniser: Recogniser, picture: GreyPicture): Promise<string | null> {
  try {
    return await recogniser.read(picture);
  } catch {
    recogniser.forget();
    return recogniser.read(picture);
  }
}

/** A word below is more often none. */
const CONFIDENCE_MIN = 0.3;
/** An engine never gives memory back: after a picture of more pixels it is made anew. */
const KEPT_PIXELS_MAX = 1_500_000;

/** `squaresMax`: as the limit; another for tests. */
export function createRecogniser(squaresMax: number = limits.pictureTextSquaresMax): Recogniser {
  let engine: Promise<OCREngine> | null = null;
  const forget = (): void => {
    engine = null;
  };
  return {
    async begin() {
      engine ??= load();
      await engine;
    },
    async read(picture) {
      engine ??= load();
      const reader = await engine;
      const page = lightened(fitted(picture));
      reader.loadImage({ width: page.width, height: page.height, data: colours(page) });
      const text = lengthOf(reader) > squaresMax ? null : textOf(reader.getTextBoxes("word"));
      reader.clearImage();
      if (page.width * page.height > KEPT_PIXELS_MAX) forget();
      return text;
    },
    forget,
  };
}

async function load(): Promise<OCREngine> {
  const engine = await createOCREngine({ wasmBinary: readFileSync(MODULE) });
  engine.loadModel(gunzipSync(readFileSync(MODEL)));
  return engine;
}

const MODULE = new URL("tesseract-core.wasm", import.meta.resolve("tesseract-wasm"));
const MODEL = new URL("4.0.0_best_int/eng.traineddata.gz", import.meta.resolve("@tesseract.js-data/eng"));

/** Lines are scaled to one height before they are read, so that the cost of a line is its length in heights. */
function lengthOf(engine: OCREngine): number {
  let squares = 0;
  for (const { rect } of engine.getBoundingBoxes("line")) {
    squares += (rect.right - rect.left) / Math.max(1, rect.bottom - rect.top);
  }
  return squares;
}

function textOf(words: readonly TextItem[]): string {
  const lines: string[][] = [[]];
  for (const { text, flags, confidence } of words) {
    if ((flags & layoutFlags.StartOfLine) !== 0) lines.push([]);
    const word = text.trim();
    if (word !== "" && confidence >= CONFIDENCE_MIN) lines.at(-1)?.push(word);
  }
  return lines
    .filter((line) => line.length > 0)
    .map((line) => line.join(" "))
    .join("\n")
    .slice(0, limits.pictureTextCharsMax);
}

function colours({ luma }: GreyPicture): Uint8ClampedArray {
  const data = new Uint8ClampedArray(luma.length * 4);
  for (let at = 0; at < luma.length; at += 1) {
    const value = luma[at] ?? 255;
    data[at * 4] = value;
    data[at * 4 + 1] = value;
    data[at * 4 + 2] = value;
  }
  return data;
}

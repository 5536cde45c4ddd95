/** Text in pictures. There is no recogniser: what may hold text is undetermined, what is too small for a letter holds none. */
import { Undetermined, type Value } from "../../mql/value.ts";
import { valueObject } from "../model-object.ts";
import type { FileNode } from "./file-node.ts";

/** Letters that people can read have six pixels at the least. */
const LETTER_PIXELS = 6;

/** Null for files that have no pages or pixels. */
export function ocrScan(node: FileNode): Value {
  if (!isRecognisable(node)) return null;
  return isBlank(node) ? valueObject("ScanOCR", { raw: "", text: [] }) : new Undetermined(["ocr"]);
}

/** Pictures and documents whose pages are drawn. */
export function isRecognisable(node: FileNode): boolean {
  const { type, mime } = node.kind();
  return type === "pdf" || (mime.startsWith("image/") && type !== "svg");
}

export function isBlank(node: FileNode): boolean {
  const picture = node.picture();
  return picture !== null && picture.width > 0 && Math.min(picture.width, picture.height) < LETTER_PIXELS;
}

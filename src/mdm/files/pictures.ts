/**
 * Text in pictures: read where a reader of it was given, else undetermined; what is too small for a letter holds none. A PDF shows its text and
 * that of its pictures, where nothing else is drawn that may be letters.
 */
import { Undetermined, type Value } from "../../mql/value.ts";
import { valueObject } from "../model-object.ts";
import type { FileNode } from "./file-node.ts";

/** Letters that people can read have six pixels at the least. */
const LETTER_PIXELS = 6;
const OCR = new Undetermined(["ocr"]);

/** Null for files that have no pages or pixels. */
export function ocrScan(node: FileNode, nodes: () => readonly FileNode[]): Value {
  return isRecognisable(node) ? ocrObject(shownText(node, nodes)) : null;
}

export function ocrObject(text: string | Undetermined): Value {
  if (text instanceof Undetermined) return text;
  return valueObject("ScanOCR", { raw: text, text: text.split(/\s+/).filter((word) => word !== "") });
}

/** Pictures and documents whose pages are drawn. */
export function isRecognisable(node: FileNode): boolean {
  return node.kind().type === "pdf" || node.isPicture();
}

/** `nodes`: the file and all that lies in it. */
export function shownText(node: FileNode, nodes: () => readonly FileNode[]): string | Undetermined {
  if (isBlank(node)) return "";
  const pdf = node.pdf();
  if (pdf === null) return node.lettering() ?? OCR;
  if (!pdf.isLegible || node.session.pictures === null) return OCR;
  const texts = nodes()
    .filter(({ place }) => place.parentId === node.place.id && place.source === "pdf")
    .filter((one) => one.isPicture())
    .map((one) => (isBlank(one) ? "" : one.lettering()));
  if (texts.length !== pdf.pictures.length || texts.some((text) => text === null)) return OCR;
  return [pdf.text.trim(), ...texts].filter((text) => text !== "").join("\n");
}

function isBlank(node: FileNode): boolean {
  const picture = node.picture();
  return picture !== null && picture.width > 0 && Math.min(picture.width, picture.height) < LETTER_PIXELS;
}

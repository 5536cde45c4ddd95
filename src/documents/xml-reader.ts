/** The elements of an XML part of a document, one after the other, within the bounds of documents; the first fault ends it. Total. */
import { limits } from "../base/limits.ts";
import { type XmlFault as Fault, readXmlEvents, type XmlHandler } from "../base/xml-events.ts";

export type XmlFault = "" | Fault["code"];

const BOUNDS = { depthMax: limits.documentDepthMax, elementsMax: limits.documentElementsMax } as const;

export function readXml(bytes: Buffer, handler: Omit<XmlHandler, "problem">): XmlFault {
  return readXmlEvents(textOf(bytes), handler, BOUNDS)?.code ?? "";
}

/** UTF-16 also without its mark: the first sign of XML is known. */
function textOf(bytes: Buffer): string {
  const isLittle = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0);
  const isBig = (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] === 0x3c);
  return new TextDecoder(isLittle ? "utf-16le" : isBig ? "utf-16be" : "utf-8").decode(bytes);
}

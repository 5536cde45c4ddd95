/**
 * The elements of an XML file, one after the other, by the parser that decision page 0032 names. Names without their prefix; no document type
 * is allowed, so that there are no entities but the five of XML; depth and number of elements are bounded.
 *
 * Total: what stands before the first fault is given, and the answer says what was wrong.
 */
import { SaxesParser } from "saxes";
import { limits } from "../../base/limits.ts";

export interface XmlHandler {
  /** `name`: without its prefix. */
  readonly open: (name: string, attributes: ReadonlyMap<string, string>) => void;
  readonly text: (chars: string) => void;
  readonly close: (name: string) => void;
}

export type XmlFault = "" | "doctype" | "depth" | "elements" | "syntax";

/** Ends the parser, which has no other way to be ended. */
class XmlEnd extends Error {
  readonly fault: XmlFault;
  constructor(fault: XmlFault) {
    super(fault);
    this.fault = fault;
  }
}

const PIECE_CHARS = 64 * 1024;

export function readXml(bytes: Buffer, handler: XmlHandler): XmlFault {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let elements = 0;
  parser.on("doctype", () => {
    throw new XmlEnd("doctype");
  });
  parser.on("error", () => {
    throw new XmlEnd("syntax");
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (++depth > limits.documentDepthMax) throw new XmlEnd("depth");
    if (++elements > limits.documentElementsMax) throw new XmlEnd("elements");
    handler.open(localName(name), new Map(Object.entries(attributes).map(([key, value]) => [localName(key), value])));
  });
  parser.on("text", handler.text);
  parser.on("cdata", handler.text);
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    handler.close(localName(name));
  });
  try {
    const text = textOf(bytes);
    for (let at = 0; at < text.length; at += PIECE_CHARS) parser.write(text.slice(at, at + PIECE_CHARS));
    parser.close();
    return "";
  } catch (cause) {
    if (cause instanceof XmlEnd) return cause.fault;
    throw cause;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function textOf(bytes: Buffer): string {
  const isLittle = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0);
  const isBig = (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] === 0x3c);
  return new TextDecoder(isLittle ? "utf-16le" : isBig ? "utf-16be" : "utf-8").decode(bytes);
}

/**
 * The elements of a text of XML, one after the other (XML 1.0; parser: saxes, docs/decisions/0032). Names without their prefix, since exporters choose
 * prefixes as they like. A document type ends the reading, so that there are no entities but the five of XML and nothing outside to load; depth
 * and number of elements are bounded by who asks.
 *
 * Total: what stands before the end is given, and the answer says what ended it.
 */
import { SaxesParser } from "saxes";

export interface XmlHandler {
  /** `name` and keys without their prefix; of two attributes with the same one the first. `line`: from 1. */
  readonly open: (name: string, attributes: ReadonlyMap<string, string>, line: number) => void;
  readonly text: (chars: string) => void;
  readonly close: (name: string) => void;
  /** What is not well formed, with its line: then it is read on past that. Without it, that ends the reading. */
  readonly problem?: (message: string, line: number) => void;
}

export interface XmlBounds {
  readonly depthMax: number;
  readonly elementsMax: number;
}

export interface XmlFault {
  readonly code: "doctype" | "depth" | "elements" | "syntax";
  readonly line: number;
}

/** Ends the parser, which has no other way to be ended. */
class XmlEnd extends Error {
  readonly fault: XmlFault;
  constructor(code: XmlFault["code"], line: number) {
    super(code);
    this.fault = { code, line };
  }
}

const PIECE_CHARS = 64 * 1024;

/** Null where it was read to its end. */
export function readXmlEvents(
  text: string,
  handler: XmlHandler,
  { depthMax, elementsMax }: XmlBounds,
): XmlFault | null {
  const parser = new SaxesParser({ xmlns: false });
  let depth = 0;
  let elements = 0;
  parser.on("doctype", () => {
    throw new XmlEnd("doctype", parser.line);
  });
  parser.on("error", ({ message }) => {
    if (handler.problem === undefined) throw new XmlEnd("syntax", parser.line);
    handler.problem(message.replace(/^\d+:\d+: /, ""), parser.line);
  });
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    elements += 1;
    if (elements > elementsMax) throw new XmlEnd("elements", parser.line);
    if (depth > depthMax) throw new XmlEnd("depth", parser.line);
    handler.open(localName(name), localNames(attributes), parser.line);
  });
  parser.on("text", handler.text);
  parser.on("cdata", handler.text);
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    handler.close(localName(name));
  });
  try {
    const whole = text.replace(/^\ufeff/, "");
    for (let at = 0; at < whole.length; at += PIECE_CHARS) parser.write(whole.slice(at, at + PIECE_CHARS));
    parser.close();
    return null;
  } catch (cause) {
    if (cause instanceof XmlEnd) return cause.fault;
    throw cause;
  }
}

function localNames(attributes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(attributes)) {
    const name = localName(key);
    if (!found.has(name)) found.set(name, value);
  }
  return found;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

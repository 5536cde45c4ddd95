/**
 * XML that a stranger wrote → a tree of elements by their local names. A document type is refused, so there are no entities to expand and nothing
 * outside to load. What is not well formed is told and read on past; depth and number are bounded (`base/xml-events.ts`).
 */
import { limits } from "../../base/limits.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { readXmlEvents, type XmlFault, type XmlHandler } from "../../base/xml-events.ts";

export interface XmlElement {
  /** Without its prefix: exporters choose prefixes as they like. */
  readonly name: string;
  /** By local name; of two with the same one the first. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, trimmed. */
  readonly text: string;
  /** Of its opening tag, from 1. */
  readonly line: number;
}

export interface XmlDocument {
  readonly root: XmlElement;
  /** What is not well formed, the first `limits.xmlProblemsMax`, each with its line. */
  readonly problems: readonly string[];
}

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  readonly line: number;
  readonly pieces: string[];
}

/** The error is a sentence for the user. */
export function parseXml(text: string): Result<XmlDocument, string> {
  const builder = new Builder();
  const fault = readXmlEvents(text, builder, { depthMax: limits.xmlDepthMax, elementsMax: limits.xmlElementsMax });
  if (fault !== null) return err(refusalOf(fault));
  const { root, problems } = builder.ended();
  return root === null ? err("is XML without a single whole element") : ok({ root, problems });
}

function refusalOf({ code, line }: XmlFault): string {
  switch (code) {
    case "doctype":
      return "has a document type, which can define entities without end; save it without <!DOCTYPE …>";
    case "elements":
      return `has more than ${limits.xmlElementsMax} elements`;
    case "depth":
      return `nests deeper than ${limits.xmlDepthMax} levels in line ${line}`;
    case "syntax":
      return `is no XML in line ${line}`;
  }
}

class Builder implements XmlHandler {
  readonly #problems: string[] = [];
  readonly #open: Open[] = [];
  #root: XmlElement | null = null;

  readonly open: XmlHandler["open"] = (name, attributes, line) => {
    this.#open.push({ name, attributes, children: [], line, pieces: [] });
  };

  readonly text: XmlHandler["text"] = (chars) => {
    this.#open.at(-1)?.pieces.push(chars);
  };

  readonly close = (): void => this.#end();

  readonly problem = (message: string, line: number): void => {
    if (this.#problems.length < limits.xmlProblemsMax) this.#problems.push(`line ${line}: ${message}`);
  };

  /** A file that ends too early: what was open is closed, so that what it held is kept. */
  ended(): { readonly root: XmlElement | null; readonly problems: readonly string[] } {
    while (this.#open.length > 0) this.#end();
    return { root: this.#root, problems: this.#problems };
  }

  #end(): void {
    const ended = this.#open.pop();
    if (ended === undefined) return;
    const { name, attributes, children, line, pieces } = ended;
    const element: XmlElement = { name, attributes, children, line, text: pieces.join("").trim() };
    const parent = this.#open.at(-1);
    if (parent === undefined) this.#root ??= element;
    else parent.children.push(element);
  }
}

/** Elements of a name at any depth, in the order of the document. */
export function* descendants(element: XmlElement, name: string): Iterable<XmlElement> {
  for (const child of element.children) {
    if (child.name === name) yield child;
    yield* descendants(child, name);
  }
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** Text of a child; empty when it is not there. */
export function childText(element: XmlElement, name: string): string {
  return childOf(element, name)?.text ?? "";
}

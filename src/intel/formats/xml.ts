/**
 * XML that a stranger wrote → a tree of elements by their local names (XML 1.0; parser: saxes). A document type is refused, so there are no
 * entities to expand and nothing outside to load. What is not well formed is told and read on past; depth and number are bounded.
 */
import { SaxesParser } from "saxes";
import { limits } from "../../base/limits.ts";
import { err, ok, type Result } from "../../base/result.ts";

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

/** Why reading ended; thrown through the parser and caught here. */
class Refused extends Error {}

/** The error is a sentence for the user. */
export function parseXml(text: string): Result<XmlDocument, string> {
  const builder = new Builder();
  try {
    builder.read(text);
  } catch (error) {
    if (error instanceof Refused) return err(error.message);
    throw error;
  }
  const { root, problems } = builder;
  return root === null ? err("is XML without a single whole element") : ok({ root, problems });
}

class Builder {
  root: XmlElement | null = null;
  readonly problems: string[] = [];
  readonly #open: Open[] = [];
  #elements = 0;

  read(text: string): void {
    const parser = new SaxesParser({ xmlns: false });
    parser.on("doctype", () => {
      throw new Refused("has a document type, which can define entities without end; save it without <!DOCTYPE …>");
    });
    parser.on("error", ({ message }) => {
      if (this.problems.length < limits.xmlProblemsMax)
        this.problems.push(`line ${parser.line}: ${message.replace(/^\d+:\d+: /, "")}`);
    });
    parser.on("opentag", ({ name, attributes }) => this.#begin(name, attributes, parser.line));
    parser.on("closetag", () => this.#end());
    parser.on("text", (piece) => this.#open.at(-1)?.pieces.push(piece));
    parser.on("cdata", (piece) => this.#open.at(-1)?.pieces.push(piece));
    parser.write(text.replace(/^\ufeff/, "")).close();
    // A file that ends too early: what was open is closed, so that what it held is kept.
    while (this.#open.length > 0) this.#end();
  }

  #begin(name: string, attributes: Readonly<Record<string, string>>, line: number): void {
    this.#elements += 1;
    if (this.#elements > limits.xmlElementsMax) throw new Refused(`has more than ${limits.xmlElementsMax} elements`);
    if (this.#open.length >= limits.xmlDepthMax)
      throw new Refused(`nests deeper than ${limits.xmlDepthMax} levels in line ${line}`);
    const found = new Map<string, string>();
    for (const [key, value] of Object.entries(attributes)) if (!found.has(localOf(key))) found.set(localOf(key), value);
    this.#open.push({ name: localOf(name), attributes: found, children: [], line, pieces: [] });
  }

  #end(): void {
    const ended = this.#open.pop();
    if (ended === undefined) return;
    const { name, attributes, children, line, pieces } = ended;
    const element: XmlElement = { name, attributes, children, line, text: pieces.join("").trim() };
    const parent = this.#open.at(-1);
    if (parent === undefined) this.root ??= element;
    else parent.children.push(element);
  }
}

function localOf(name: string): string {
  return name.slice(name.indexOf(":") + 1);
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

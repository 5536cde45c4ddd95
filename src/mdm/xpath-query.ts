/**
 * The shapes of XPath 1.0 that rules write nearly always, compiled: unions of paths of names, `*`, `text()` and `comment()` down, to attributes and
 * up, with conditions of `and`, `or`, `not`, comparisons, places among siblings (`[2]`, `[last()]`) and the functions of `FUNCTIONS`. Everything else
 * is left to the library: null is no error, and a text that is no query is the library's to tell.
 *
 * Holds (property test): what is compiled names the nodes that the library names.
 */
import type { XNode, XTree } from "./xpath-nodes.ts";
import { type Axis, inOrder, type NodeTest, step, stringValue } from "./xpath-steps.ts";

/** Nodes in document order, each once. */
export type NodesOf = (tree: XTree, at: XNode) => readonly XNode[];
type TextOf = (tree: XTree, at: XNode) => string;
type Holds = (tree: XTree, at: XNode) => boolean;

export interface Query {
  readonly nodes: NodesOf;
  /** Names of elements without which nothing is found, of each path of the union. */
  readonly needs: readonly (readonly string[])[];
}

/** Null for shapes that are the library's. */
export function compileXPath(text: string): Query | null {
  const tokens = tokensOf(text);
  if (tokens === null) return null;
  try {
    return new Reader(tokens).query();
  } catch (problem) {
    if (problem instanceof OtherShape) return null;
    throw problem;
  }
}

/** Thrown to leave the reader, and caught around it. */
class OtherShape extends Error {}

const TOKEN =
  /\s*(?:(\/\/|\/|\||\[|\]|\(|\)|@|\.\.|::|,|!=|<=|>=|=|<|>|\.(?!\d))|("[^"]*"|'[^']*')|(\d+(?!\.))|([A-Za-z_][\w-]*|\*))/y;

interface Token {
  readonly kind: "sign" | "text" | "number" | "name" | "end";
  readonly text: string;
}

const END: Token = { kind: "end", text: "" };

function tokensOf(text: string): readonly Token[] | null {
  const tokens: Token[] = [];
  const source = text.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const [, sign, literal, number, name] = TOKEN.exec(source) ?? [];
    if (sign !== undefined) tokens.push({ kind: "sign", text: sign });
    else if (literal !== undefined) tokens.push({ kind: "text", text: literal.slice(1, -1) });
    else if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (name !== undefined) tokens.push({ kind: "name", text: name });
    else return null;
  }
  return tokens;
}

type Operand =
  | { readonly kind: "nodes"; readonly nodes: NodesOf }
  /** `isThere`: whether the text is not empty, where that is told with less. */
  | { readonly kind: "text"; readonly text: TextOf; readonly isThere?: Holds }
  | { readonly kind: "number"; readonly number: (tree: XTree, at: XNode) => number }
  | { readonly kind: "holds"; readonly holds: Holds };

/** A place among the children of one parent, from 1, or the last. */
type Place = number | "last";

interface Step {
  readonly axis: Axis;
  readonly test: NodeTest;
  readonly conditions: readonly (Holds | Place)[];
}

interface Path {
  readonly isAbsolute: boolean;
  readonly steps: readonly Step[];
}

/** Levels of brackets in a query. */
const DEPTH_MAX = 30;

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  query(): Query {
    const paths = this.#paths();
    if (this.#next.kind !== "end") throw new OtherShape();
    return { nodes: union(paths.map(nodesOf)), needs: paths.map(namesOf) };
  }

  get #next(): Token {
    return this.#tokens[this.#at] ?? END;
  }

  #is(text: string, kind: Token["kind"] = "sign"): boolean {
    return this.#next.kind === kind && this.#next.text === text;
  }

  #takes(text: string, kind: Token["kind"] = "sign"): boolean {
    const isThere = this.#is(text, kind);
    if (isThere) this.#at += 1;
    return isThere;
  }

  #must(text: string): void {
    if (!this.#takes(text)) throw new OtherShape();
  }

  #paths(): readonly Path[] {
    const paths = [this.#path()];
    while (this.#takes("|")) paths.push(this.#path());
    return paths;
  }

  #path(): Path {
    const isAbsolute = this.#is("/") || this.#is("//");
    const steps: Step[] = [];
    let isBelow = this.#takes("//");
    if (!isBelow) this.#takes("/");
    for (;;) {
      steps.push(this.#step(isBelow));
      isBelow = this.#takes("//");
      if (!isBelow && !this.#takes("/")) return { isAbsolute, steps };
    }
  }

  #step(isBelow: boolean): Step {
    if (this.#takes("@")) return this.#rest(isBelow ? "attribute-below" : "attribute", this.#nameTest());
    if (this.#is(".") || this.#is("..")) {
      // Whatever kind of node it is.
      if (isBelow) throw new OtherShape();
      const axis = this.#next.text === "." ? "self" : "parent";
      this.#at += 1;
      return { axis, test: { kind: "any" }, conditions: [] };
    }
    const { kind, text } = this.#next;
    if (kind !== "name") throw new OtherShape();
    const isNamed = this.#tokens[this.#at + 1]?.text === "::" && this.#tokens[this.#at + 1]?.kind === "sign";
    if (!isNamed) return this.#rest(isBelow ? "below" : "child", this.#nodeTest());
    this.#at += 2;
    if (isBelow) throw new OtherShape();
    if (text !== "child" && text !== "descendant" && text !== "parent" && text !== "ancestor") throw new OtherShape();
    return this.#rest(text, this.#nodeTest());
  }

  #rest(axis: Axis, test: NodeTest): Step {
    const conditions: (Holds | Place)[] = [];
    while (this.#takes("[")) {
      conditions.push(this.#place(axis) ?? this.#inside(() => this.#condition()));
      this.#must("]");
    }
    return { axis, test, conditions };
  }

  /** Null where no place stands in the brackets. */
  #place(axis: Axis): Place | null {
    const texts = this.#tokens.slice(this.#at, this.#at + 4).map(({ kind, text }) => `${kind} ${text}`);
    const isLast = texts.join() === "name last,sign (,sign ),sign ]";
    const { kind, text } = this.#next;
    if (!isLast && (kind !== "number" || texts[1] !== "sign ]")) return null;
    if (axis !== "child" && axis !== "below") throw new OtherShape();
    this.#at += isLast ? 3 : 1;
    return isLast ? "last" : Number(text);
  }

  #inside<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > DEPTH_MAX) throw new OtherShape();
    const result = read();
    this.#depth -= 1;
    return result;
  }

  #nameTest(): NodeTest {
    const { kind, text } = this.#next;
    if (kind !== "name" || text === "*") throw new OtherShape();
    this.#at += 1;
    if (this.#is("(") || this.#is("::")) throw new OtherShape();
    return { kind: "name", name: text.toLowerCase() };
  }

  #nodeTest(): NodeTest {
    if (this.#takes("*", "name")) return { kind: "element" };
    const { text } = this.#next;
    const isCall = this.#tokens[this.#at + 1]?.text === "(" && this.#tokens[this.#at + 1]?.kind === "sign";
    if (!isCall) return this.#nameTest();
    if (text !== "text" && text !== "comment") throw new OtherShape();
    this.#at += 2;
    this.#must(")");
    return { kind: text };
  }

  #condition(): Holds {
    const all = [this.#conjunction()];
    while (this.#takes("or", "name")) all.push(this.#conjunction());
    const [only] = all;
    return all.length === 1 && only !== undefined ? only : (tree, at) => all.some((holds) => holds(tree, at));
  }

  #conjunction(): Holds {
    const all = [this.#comparison()];
    while (this.#takes("and", "name")) all.push(this.#comparison());
    const [only] = all;
    return all.length === 1 && only !== undefined ? only : (tree, at) => all.every((holds) => holds(tree, at));
  }

  #comparison(): Holds {
    const left = this.#operand();
    const order = ORDERS.get(this.#next.text);
    if (order !== undefined && this.#next.kind === "sign") {
      this.#at += 1;
      return inOrderOf(left, this.#operand(), order);
    }
    const isEqual = this.#is("=");
    if (!this.#takes("=") && !this.#takes("!=")) return holdsOf(left);
    return compared(left, this.#operand(), isEqual);
  }

  #operand(): Operand {
    const { kind, text } = this.#next;
    if (kind === "text" || kind === "number") {
      this.#at += 1;
      return kind === "text" ? { kind, text: () => text } : { kind, number: () => Number(text) };
    }
    if (this.#takes("(")) {
      const holds = this.#inside(() => this.#condition());
      this.#must(")");
      // A path in brackets may go on behind them.
      if (this.#is("/") || this.#is("//") || this.#is("[") || this.#is("|")) throw new OtherShape();
      return { kind: "holds", holds };
    }
    const isCall = kind === "name" && this.#tokens[this.#at + 1]?.text === "(" && FUNCTIONS.has(text);
    if (isCall) return this.#call(text);
    const paths = this.#paths();
    return { kind: "nodes", nodes: union(paths.map(nodesOf)) };
  }

  #call(name: string): Operand {
    this.#at += 2;
    if (name === "not") {
      const holds = this.#inside(() => this.#condition());
      this.#must(")");
      return { kind: "holds", holds: (tree, at) => !holds(tree, at) };
    }
    const args: Operand[] = [];
    while (!this.#takes(")")) {
      if (args.length > 0) this.#must(",");
      args.push(this.#inside(() => this.#operand()));
    }
    const [first, second, third] = args;
    if (name === "local-name" && first === undefined) return { kind: "text", text: (_tree, at) => at.localName ?? "" };
    if (name === "number" && first !== undefined && second === undefined) {
      const text = textOf(first);
      return { kind: "number", number: (tree, at) => numberOf(text(tree, at)) };
    }
    if (
      name === "translate" &&
      first !== undefined &&
      second !== undefined &&
      third !== undefined &&
      args.length === 3
    ) {
      const [text, from, to] = [textOf(first), textOf(second), textOf(third)];
      return { kind: "text", text: (tree, at) => translated(text(tree, at), from(tree, at), to(tree, at)) };
    }
    if (name === "normalize-space" && args.length <= 1) {
      const text = first === undefined ? stringValue : textOf(first);
      return {
        kind: "text",
        text: (tree, at) => normalized(text(tree, at)),
        isThere: (tree, at) => INK.test(text(tree, at)),
      };
    }
    if (name === "count" && first?.kind === "nodes" && args.length === 1) {
      return { kind: "number", number: (tree, at) => first.nodes(tree, at).length };
    }
    if (first === undefined || second === undefined || args.length > 2) throw new OtherShape();
    const [text, sought] = [textOf(first), textOf(second)];
    if (name !== "contains" && name !== "starts-with") throw new OtherShape();
    if (name === "starts-with") {
      return { kind: "holds", holds: (tree, at) => text(tree, at).startsWith(sought(tree, at)) };
    }
    return { kind: "holds", holds: (tree, at) => text(tree, at).includes(sought(tree, at)) };
  }
}

const FUNCTIONS: ReadonlySet<string> = new Set([
  "not",
  "contains",
  "starts-with",
  "normalize-space",
  "count",
  "local-name",
  "number",
  "translate",
]);

const ORDERS: ReadonlyMap<string, (a: number, b: number) => boolean> = new Map([
  ["<", (a: number, b: number) => a < b],
  [">", (a: number, b: number) => a > b],
  ["<=", (a: number, b: number) => a <= b],
  [">=", (a: number, b: number) => a >= b],
]);

function inOrderOf(left: Operand, right: Operand, order: (a: number, b: number) => boolean): Holds {
  if (left.kind !== "number" || right.kind !== "number") throw new OtherShape();
  return (tree, at) => order(left.number(tree, at), right.number(tree, at));
}

/** XPath 1.0, 4.4. */
function numberOf(text: string): number {
  return /^[ \t\r\n]*-?(?:\d+(?:\.\d*)?|\.\d+)[ \t\r\n]*$/.test(text) ? Number(text) : Number.NaN;
}

/** XPath 1.0, 4.2: letters of `from` become those of `to`; without one they go. */
function translated(text: string, from: string, to: string): string {
  const letters = new Map<string, string>();
  const become = [...to];
  [...from].forEach((letter, at) => {
    if (!letters.has(letter)) letters.set(letter, become[at] ?? "");
  });
  let result = "";
  for (const letter of text) result += letters.get(letter) ?? letter;
  return result;
}

/** Anything but XPath's white space. */
const INK = /[^ \t\r\n]/;

function normalized(text: string): string {
  return text.replace(/[ \t\r\n]+/g, " ").replace(/^ | $/g, "");
}

/** XPath 1.0, 4.3: a number as a condition is a place. */
function holdsOf(operand: Operand): Holds {
  switch (operand.kind) {
    case "nodes":
      return (tree, at) => operand.nodes(tree, at).length > 0;
    case "text":
      return operand.isThere ?? ((tree, at) => operand.text(tree, at) !== "");
    case "holds":
      return operand.holds;
    case "number":
      throw new OtherShape();
  }
}

/** The string-value of the first node. */
function textOf(operand: Operand): TextOf {
  if (operand.kind === "text") return operand.text;
  if (operand.kind !== "nodes") throw new OtherShape();
  return (tree, at) => {
    const [first] = operand.nodes(tree, at);
    return first === undefined ? "" : stringValue(tree, first);
  };
}

/** XPath 1.0, 3.4: some node's text. */
function compared(left: Operand, right: Operand, isEqual: boolean): Holds {
  if (left.kind === "number" && right.kind === "number") {
    return (tree, at) => (left.number(tree, at) === right.number(tree, at)) === isEqual;
  }
  const [some, others] = [textsOf(left), textsOf(right)];
  return (tree, at) => {
    const texts = some(tree, at);
    const sought = new Set(others(tree, at));
    if (isEqual) return texts.some((text) => sought.has(text));
    // Some pair differs, unless all are the same one.
    return texts.length > 0 && sought.size > 0 && (sought.size > 1 || texts.some((text) => !sought.has(text)));
  };
}

function textsOf(operand: Operand): (tree: XTree, at: XNode) => readonly string[] {
  if (operand.kind === "text") return (tree, at) => [operand.text(tree, at)];
  if (operand.kind !== "nodes") throw new OtherShape();
  return (tree, at) => operand.nodes(tree, at).map((node) => stringValue(tree, node));
}

function nodesOf({ isAbsolute, steps }: Path): NodesOf {
  return (tree, at) => {
    let nodes: readonly XNode[] = [isAbsolute ? tree.root : at];
    for (const { axis, test, conditions } of steps) {
      if (nodes.length === 0) return nodes;
      nodes = step(tree, nodes, axis, test);
      for (const condition of conditions) {
        nodes =
          typeof condition === "function"
            ? nodes.filter((node) => condition(tree, node))
            : atPlace(tree, nodes, condition);
      }
    }
    return nodes;
  };
}

/** Of the children of each parent the one at the place. */
function atPlace(tree: XTree, nodes: readonly XNode[], place: Place): readonly XNode[] {
  tree.fuel.use(nodes.length);
  const byParent = new Map<XNode | null, XNode[]>();
  for (const node of nodes) {
    const siblings = byParent.get(node.rawParent);
    if (siblings === undefined) byParent.set(node.rawParent, [node]);
    else siblings.push(node);
  }
  const chosen = [...byParent.values()].map((siblings) => (place === "last" ? siblings.at(-1) : siblings[place - 1]));
  return inOrder(chosen.filter((node) => node !== undefined));
}

function union(all: readonly NodesOf[]): NodesOf {
  const [only] = all;
  if (all.length === 1 && only !== undefined) return only;
  return (tree, at) => inOrder([...new Set(all.flatMap((nodes) => nodes(tree, at)))]);
}

/** Elements on the way down; those that are conditions are left out. */
function namesOf({ steps }: Path): readonly string[] {
  return steps.flatMap(({ axis, test }) =>
    test.kind === "name" && axis !== "attribute" && axis !== "attribute-below" ? [test.name] : [],
  );
}

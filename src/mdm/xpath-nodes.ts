/**
 * A tree of parse5 in the shape that XPath libraries walk (DOM Level 2 Core, as far as XPath 1.0, 5 asks for it), with fuel: every step
 * from node to node and every text that is read costs some, and when it is used up the walk ends. A short query can ask for more
 * steps than the square of a tree has nodes.
 */
import { type HtmlTree, isElement, type TreeElement, type TreeNode, type TreeParent } from "./html-tree.ts";

/** Thrown to leave the library when the fuel is used up, and caught around it. */
export class OutOfFuel extends Error {}

export class Fuel {
  #left = 0;

  fill(steps: number): void {
    this.#left = steps;
  }

  use(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw new OutOfFuel();
  }
}

const ELEMENT = 1;
const ATTRIBUTE = 2;
const TEXT = 3;
const COMMENT = 8;
const DOCUMENT = 9;

/** Characters of text that cost as much as one step. */
export const CHARS_PER_STEP = 64;

/** Of leaves, which are most nodes. */
const NONE: readonly XNode[] = [];

/** What all nodes of a tree share. */
interface Shared {
  readonly fuel: Fuel;
  readonly root: XNode | null;
}

export class XNode {
  readonly nodeType: number;
  readonly nodeName: string;
  /** The node that this stands for; of an attribute its element. */
  readonly of: TreeNode | TreeParent;
  /** In document order; attributes follow their element. */
  readonly order: number;
  /** `order` of the last node or attribute in it. */
  end: number;
  readonly #shared: Shared;
  readonly #text: string;
  /** Of an attribute its element. */
  readonly #above: XNode | null;
  #children: XNode[] | null = null;
  /** Made when somebody asks: most are never looked at. */
  #attributes: readonly XNode[] | null = null;
  #index = 0;

  constructor({ type, name, text, of }: Shape, above: XNode | null, order: number, shared: Shared | Fuel) {
    this.nodeType = type;
    this.nodeName = name;
    this.of = of;
    this.#text = text;
    this.order = order;
    this.end = order;
    this.#shared = shared instanceof Fuel ? { fuel: shared, root: this } : shared;
    this.#above = above;
  }

  /** The name without regard to case, as queries over HTML mean it. */
  get key(): string {
    return this.nodeName.toLowerCase();
  }

  get localName(): string | null {
    return this.nodeType === ELEMENT || this.nodeType === ATTRIBUTE ? this.nodeName : null;
  }

  /** Elements of HTML are named without a namespace in queries. */
  get namespaceURI(): "" {
    return "";
  }

  get prefix(): "" {
    return "";
  }

  get ownerDocument(): XNode | null {
    return this.#shared.root;
  }

  get ownerElement(): XNode | null {
    return this.nodeType === ATTRIBUTE ? this.#above : null;
  }

  get childNodes(): readonly XNode[] {
    return this.#children ?? NONE;
  }

  get #fuel(): Fuel {
    return this.#shared.fuel;
  }

  get #parent(): XNode | null {
    return this.nodeType === ATTRIBUTE ? null : this.#above;
  }

  /** Of an attribute, text or comment; costs nothing, for who has the answer already. */
  get rawText(): string {
    return this.#text;
  }

  get isAttribute(): boolean {
    return this.nodeType === ATTRIBUTE;
  }

  get isElement(): boolean {
    return this.nodeType === ELEMENT;
  }

  get isText(): boolean {
    return this.nodeType === TEXT;
  }

  get isComment(): boolean {
    return this.nodeType === COMMENT;
  }

  /** Its text is its own. */
  get isLeaf(): boolean {
    return this.nodeType !== ELEMENT && this.nodeType !== DOCUMENT;
  }

  /** Without cost, for walks that count their own; of an attribute its element. */
  get rawParent(): XNode | null {
    return this.#above;
  }

  get attributeCount(): number {
    return this.nodeType === ELEMENT ? (this.of as TreeElement).attrs.length : 0;
  }

  get rawAttributes(): readonly XNode[] {
    this.#attributes ??= this.#made();
    return this.#attributes;
  }

  /** Adds those of that name, without regard to case; `key` is in lower case and ASCII. `xlink:href` and `href` are named alike. */
  addAttributesNamed(key: string, to: XNode[]): void {
    if (this.nodeType !== ELEMENT) return;
    for (const [at, { name }] of (this.of as TreeElement).attrs.entries()) {
      const isOne = name.length === key.length && (name === key || name.toLowerCase() === key);
      const attribute = isOne ? this.rawAttributes[at] : undefined;
      if (attribute !== undefined) to.push(attribute);
    }
  }

  #made(): readonly XNode[] {
    if (this.nodeType !== ELEMENT) return NONE;
    const of = this.of as TreeElement;
    return of.attrs.map(({ name, value: text }, index) => {
      return new XNode({ type: ATTRIBUTE, name, text, of }, this, this.order + 1 + index, this.#shared);
    });
  }

  get parentNode(): XNode | null {
    this.#fuel.use(1);
    return this.#parent;
  }

  get firstChild(): XNode | null {
    this.#fuel.use(1);
    return this.childNodes[0] ?? null;
  }

  get lastChild(): XNode | null {
    this.#fuel.use(1);
    return this.childNodes.at(-1) ?? null;
  }

  get nextSibling(): XNode | null {
    this.#fuel.use(1);
    return this.#parent?.childNodes[this.#index + 1] ?? null;
  }

  get previousSibling(): XNode | null {
    this.#fuel.use(1);
    return this.#parent?.childNodes[this.#index - 1] ?? null;
  }

  get nodeValue(): string {
    this.#fuel.use(1 + Math.floor(this.#text.length / CHARS_PER_STEP));
    return this.#text;
  }

  get value(): string {
    return this.nodeValue;
  }

  get data(): string {
    return this.nodeValue;
  }

  get attributes(): { readonly length: number; readonly item: (index: number) => XNode | null } {
    this.#fuel.use(1);
    return { length: this.attributeCount, item: (index) => this.rawAttributes[index] ?? null };
  }

  /** DOM Level 3 Core, 1.4: 2 when the other stands before this, 4 when behind. */
  compareDocumentPosition(other: XNode): number {
    this.#fuel.use(1);
    return other.order === this.order ? 0 : other.order < this.order ? 2 : 4;
  }

  addChild(child: XNode): void {
    this.#children ??= [];
    child.#index = this.#children.length;
    this.#children.push(child);
  }
}

interface Shape {
  readonly type: number;
  readonly name: string;
  readonly text: string;
  readonly of: TreeNode | TreeParent;
}

export interface XTree {
  readonly root: XNode;
  /** In document order. */
  readonly elements: readonly XNode[];
  readonly texts: readonly XNode[];
  readonly comments: readonly XNode[];
  readonly byName: ReadonlyMap<string, readonly XNode[]>;
  /** Used by all nodes. */
  readonly fuel: Fuel;
}

/** Made once for a tree, however many queries it is asked. */
const known = new WeakMap<HtmlTree, XTree>();

export function xpathTree(tree: HtmlTree): XTree {
  let made = known.get(tree);
  if (made === undefined) {
    made = xpathDocument(tree, new Fuel());
    known.set(tree, made);
  }
  return made;
}

function xpathDocument({ document }: HtmlTree, fuel: Fuel): XTree {
  const root = new XNode({ type: DOCUMENT, name: "#document", text: "", of: document }, null, 0, fuel);
  const shared = { fuel, root };
  const all = [root];
  const elements: XNode[] = [];
  const texts: XNode[] = [];
  const comments: XNode[] = [];
  const byName = new Map<string, XNode[]>();
  let order = 0;
  // Beside each node that waits the one that it lies in; the next in document order is the last.
  const waiting: TreeNode[] = [];
  const parents: XNode[] = [];
  const wait = ({ childNodes }: TreeParent, parent: XNode) => {
    for (let at = childNodes.length - 1; at >= 0; at -= 1) {
      waiting.push(childNodes[at] as TreeNode);
      parents.push(parent);
    }
  };
  wait(document, root);
  for (let of = waiting.pop(); of !== undefined; of = waiting.pop()) {
    const parent = parents.pop() as XNode;
    const shape = shapeOf(of);
    if (shape === null) continue;
    order += 1;
    const node = new XNode(shape, parent, order, shared);
    all.push(node);
    parent.addChild(node);
    if (node.isText) texts.push(node);
    else if (node.isComment) comments.push(node);
    else {
      order += node.attributeCount;
      elements.push(node);
      const { key } = node;
      const known = byName.get(key);
      if (known === undefined) byName.set(key, [node]);
      else known.push(node);
      wait(of as TreeElement, node);
    }
  }
  markEnds(all);
  return { root, elements, texts, comments, byName, fuel };
}

/** What lies in a node stands behind it. */
function markEnds(all: readonly XNode[]): void {
  for (let at = all.length - 1; at >= 0; at -= 1) {
    const node = all[at];
    if (node !== undefined) node.end = node.childNodes.at(-1)?.end ?? node.order + node.attributeCount;
  }
}

function shapeOf(node: TreeNode): Shape | null {
  if ("value" in node) return { type: TEXT, name: "#text", text: node.value, of: node };
  if ("data" in node) return { type: COMMENT, name: "#comment", text: node.data, of: node };
  return isElement(node) ? { type: ELEMENT, name: node.tagName, text: "", of: node } : null;
}

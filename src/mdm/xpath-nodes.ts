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

export class XNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly localName: string | null;
  /** The name without regard to case, as queries over HTML mean it. */
  readonly key: string;
  /** Elements of HTML are named without a namespace in queries. */
  readonly namespaceURI = "";
  readonly prefix = "";
  /** The node or attribute that this stands for. */
  readonly of: TreeNode | TreeParent;
  /** In document order; attributes follow their element. */
  readonly order: number;
  readonly #fuel: Fuel;
  readonly #text: string;
  readonly #parent: XNode | null;
  readonly ownerElement: XNode | null;
  ownerDocument: XNode | null = null;
  readonly childNodes: XNode[] = [];
  /** `order` of the last node or attribute in it. */
  end = 0;
  readonly #attributes: XNode[] = [];
  #index = 0;

  constructor(shape: Shape, parent: XNode | null, order: number, fuel: Fuel) {
    this.nodeType = shape.type;
    this.nodeName = shape.name;
    this.key = shape.name.toLowerCase();
    this.localName = shape.type === ELEMENT || shape.type === ATTRIBUTE ? shape.name : null;
    this.of = shape.of;
    this.#text = shape.text;
    this.order = order;
    this.#fuel = fuel;
    this.#parent = shape.type === ATTRIBUTE ? null : parent;
    this.ownerElement = shape.type === ATTRIBUTE ? parent : null;
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
    return this.#parent ?? this.ownerElement;
  }

  get rawAttributes(): readonly XNode[] {
    return this.#attributes;
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
    return { length: this.#attributes.length, item: (index) => this.#attributes[index] ?? null };
  }

  /** DOM Level 3 Core, 1.4: 2 when the other stands before this, 4 when behind. */
  compareDocumentPosition(other: XNode): number {
    this.#fuel.use(1);
    return other.order === this.order ? 0 : other.order < this.order ? 2 : 4;
  }

  addChild(child: XNode): void {
    child.#index = this.childNodes.length;
    this.childNodes.push(child);
  }

  addAttribute(attribute: XNode): void {
    this.#attributes.push(attribute);
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
  root.ownerDocument = root;
  const all = [root];
  let order = 0;
  const make = (shape: Shape, parent: XNode): XNode => {
    order += 1;
    const node = new XNode(shape, parent, order, fuel);
    node.ownerDocument = root;
    return node;
  };
  const stack: { readonly of: TreeNode; readonly parent: XNode }[] = [];
  const pushAll = (nodes: readonly TreeNode[], parent: XNode) => {
    for (const node of [...nodes].reverse()) stack.push({ of: node, parent });
  };
  pushAll(document.childNodes, root);
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const shape = shapeOf(top.of);
    if (shape === null) continue;
    const node = make(shape, top.parent);
    all.push(node);
    top.parent.addChild(node);
    if (!isElement(top.of)) continue;
    addAttributes(top.of, node, make);
    pushAll(top.of.childNodes, node);
  }
  markEnds(all);
  const byName = new Map<string, XNode[]>();
  const elements = all.filter(({ isElement }) => isElement);
  for (const element of elements) {
    const known = byName.get(element.key);
    if (known === undefined) byName.set(element.key, [element]);
    else known.push(element);
  }
  const texts = all.filter(({ isText }) => isText);
  return { root, elements, texts, comments: all.filter(({ isComment }) => isComment), byName, fuel };
}

/** What lies in a node stands behind it. */
function markEnds(all: readonly XNode[]): void {
  for (let at = all.length - 1; at >= 0; at -= 1) {
    const node = all[at];
    if (node === undefined) continue;
    node.end = node.childNodes.at(-1)?.end ?? node.rawAttributes.at(-1)?.order ?? node.order;
    for (const attribute of node.rawAttributes) attribute.end = attribute.order;
  }
}

function addAttributes(element: TreeElement, parent: XNode, make: (shape: Shape, parent: XNode) => XNode): void {
  for (const { name, value } of element.attrs) {
    parent.addAttribute(make({ type: ATTRIBUTE, name, text: value, of: element }, parent));
  }
}

function shapeOf(node: TreeNode): Shape | null {
  if ("value" in node) return { type: TEXT, name: "#text", text: node.value, of: node };
  if ("data" in node) return { type: COMMENT, name: "#comment", text: node.data, of: node };
  return isElement(node) ? { type: ELEMENT, name: node.tagName, text: "", of: node } : null;
}

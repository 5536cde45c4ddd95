/**
 * The steps of a path through a page (XPath 1.0, 2): from nodes to nodes, in document order and each once.
 *
 * Nodes of a page lie in one list by each name and kind, so that what is below a node is a run of such a list, found by halving: `//a` looks at
 * links alone. Every node that is looked at costs fuel.
 */
import { CHARS_PER_STEP, type XNode, type XTree } from "./xpath-nodes.ts";

export type NodeTest =
  | { readonly kind: "name"; readonly name: string }
  /** `any`: of `.` and `..`. */
  | { readonly kind: "element" | "text" | "comment" | "any" };

/** `below`: what `//` says, a child of the node or of what lies in it. */
export type Axis = "child" | "below" | "descendant" | "attribute" | "attribute-below" | "parent" | "ancestor" | "self";

/** `from` in document order, each once; so is what it gives. */
export function step(tree: XTree, from: readonly XNode[], axis: Axis, test: NodeTest): readonly XNode[] {
  switch (axis) {
    case "below":
    case "descendant":
      return below(tree, from, listOf(tree, test));
    case "child":
      return inOrder(from.flatMap((node) => spent(tree, node.childNodes).filter((child) => isOne(child, test))));
    case "attribute":
      return attributes(tree, from, test);
    case "attribute-below":
      return attributes(tree, [...selvesAndBelow(tree, from)], test);
    case "parent":
      return distinct(
        from.map(({ rawParent }) => rawParent).filter((node): node is XNode => node !== null && isOne(node, test)),
      );
    case "ancestor":
      return distinct(from.flatMap((node) => ancestors(tree, node)).filter((node) => isOne(node, test)));
    case "self":
      return from.filter((node) => isOne(node, test));
  }
}

/** The string-value (XPath 1.0, 5). */
export function stringValue(tree: XTree, node: XNode): string {
  if (node.isLeaf) {
    tree.fuel.use(1 + Math.floor(node.rawText.length / CHARS_PER_STEP));
    return node.rawText;
  }
  let text = "";
  for (const { rawText } of below(tree, [node], tree.texts)) text += rawText;
  tree.fuel.use(1 + Math.floor(text.length / CHARS_PER_STEP));
  return text;
}

function listOf(tree: XTree, test: NodeTest): readonly XNode[] {
  switch (test.kind) {
    case "name":
      return tree.byName.get(test.name) ?? [];
    case "element":
      return tree.elements;
    case "text":
      return tree.texts;
    case "comment":
      return tree.comments;
    case "any":
      throw new Error("only of the node itself and of what it lies in");
  }
}

function isOne(node: XNode, test: NodeTest): boolean {
  switch (test.kind) {
    case "name":
      return node.isElement && node.key === test.name;
    case "element":
      return node.isElement;
    case "text":
      return node.isText;
    case "comment":
      return node.isComment;
    case "any":
      return true;
  }
}

/** Of `list`, in document order, what lies below some node. A node below another one adds nothing. */
function below(tree: XTree, from: readonly XNode[], list: readonly XNode[]): readonly XNode[] {
  const found: XNode[] = [];
  let covered = -1;
  for (const { order, end } of from) {
    tree.fuel.use(1);
    if (order <= covered) continue;
    covered = end;
    for (let at = firstBehind(list, order); at < list.length; at += 1) {
      const node = list[at];
      if (node === undefined || node.order > end) break;
      found.push(node);
    }
  }
  tree.fuel.use(found.length);
  return found;
}

function* selvesAndBelow(tree: XTree, from: readonly XNode[]): Generator<XNode> {
  let covered = -1;
  for (const node of from) {
    if (node.order <= covered) continue;
    covered = node.end;
    if (node.isElement) yield node;
    yield* below(tree, [node], tree.elements);
  }
}

/** Place of the first node that stands behind `order`. */
function firstBehind(list: readonly XNode[], order: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.order ?? 0) > order) high = middle;
    else low = middle + 1;
  }
  return low;
}

function attributes(tree: XTree, from: readonly XNode[], test: NodeTest): readonly XNode[] {
  if (test.kind !== "name") return [];
  const found: XNode[] = [];
  for (const node of from) {
    tree.fuel.use(1 + node.attributeCount);
    node.addAttributesNamed(test.name, found);
  }
  return found;
}

function ancestors(tree: XTree, node: XNode): readonly XNode[] {
  const all: XNode[] = [];
  for (let at = node.rawParent; at !== null; at = at.rawParent) all.push(at);
  return spent(tree, all);
}

function spent(tree: XTree, nodes: readonly XNode[]): readonly XNode[] {
  tree.fuel.use(1 + nodes.length);
  return nodes;
}

function distinct(nodes: readonly XNode[]): readonly XNode[] {
  return inOrder([...new Set(nodes)]);
}

export function inOrder(nodes: readonly XNode[]): readonly XNode[] {
  const isSorted = nodes.every((node, index) => index === 0 || (nodes[index - 1]?.order ?? 0) < node.order);
  return isSorted ? nodes : [...nodes].sort((a, b) => a.order - b.order);
}

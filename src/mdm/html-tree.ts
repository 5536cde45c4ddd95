/**
 * HTML as a tree (HTML 13.2.6, by parse5), for what tokens cannot tell: paths, the text of one element, what lies in a quote.
 *
 * A tree builder's work can grow with the square of a text made for it (formatting elements that are opened again in every paragraph,
 * elements open thousands deep), so the tree is given up when it has more nodes or levels than mail has. Total; linear within these
 * bounds.
 */
import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  Parser,
  type TreeAdapter,
} from "parse5";
import { limits } from "../base/limits.ts";
import { TreeTokenizer } from "./tree-tokenizer.ts";

export type TreeNode = DefaultTreeAdapterTypes.ChildNode;
export type TreeElement = DefaultTreeAdapterTypes.Element;
export type TreeParent = DefaultTreeAdapterTypes.ParentNode;

export interface HtmlTree {
  readonly source: string;
  readonly document: DefaultTreeAdapterTypes.Document;
}

/** Thrown to leave the tree builder, and caught around it. */
class TooLarge extends Error {}

/** Null where the bounds are passed. */
export function parseTree(source: string): HtmlTree | null {
  if (source.length > limits.htmlTreeCharsMax) return null;
  try {
    const options = { treeAdapter: boundedAdapter(), sourceCodeLocationInfo: true, scriptingEnabled: false };
    const parser = new Parser<DefaultTreeAdapterMap>(options);
    parser.tokenizer = new TreeTokenizer(parser);
    parser.tokenizer.write(source, true);
    return { source, document: parser.document };
  } catch (problem) {
    if (problem instanceof TooLarge) return null;
    throw problem;
  }
}

function boundedAdapter(): TreeAdapter<DefaultTreeAdapterMap> {
  let elements = 0;
  let depth = 0;
  return {
    ...defaultTreeAdapter,
    createElement: (name, namespace, attributes) => {
      elements += 1;
      if (elements > limits.htmlTreeElementsMax) throw new TooLarge();
      return defaultTreeAdapter.createElement(name, namespace, attributes);
    },
    onItemPush: () => {
      depth += 1;
      if (depth > limits.htmlTreeDepthMax) throw new TooLarge();
    },
    onItemPop: () => {
      depth -= 1;
    },
    // Of places only the offsets are read, and by the parser whether an end tag stands there.
    updateNodeSourceCodeLocation: (node, end) => {
      const own = node.sourceCodeLocation;
      if (own === undefined || own === null || end.endOffset === undefined) return;
      own.endOffset = end.endOffset;
      if ("endTag" in end) Object.assign(own, { endTag: end.endTag });
    },
  };
}

export function isElement(node: TreeNode | TreeParent): node is TreeElement {
  return "tagName" in node;
}

export function attributeOf({ attrs }: TreeElement, name: string): string | null {
  for (const attribute of attrs) if (attribute.name === name) return attribute.value;
  return null;
}

/** What stands in it, its start and end tags too, as it is written. */
export function outerSource({ source }: HtmlTree, node: TreeNode): string {
  const own = node.sourceCodeLocation;
  if (own !== undefined && own !== null) return source.slice(own.startOffset, own.endOffset);
  // No tag of it is written: what it holds is.
  if (!isElement(node)) return "";
  const start = placed(node.childNodes)?.startOffset;
  const end = placed([...node.childNodes].reverse())?.endOffset;
  return start === undefined || end === undefined ? "" : source.slice(start, end);
}

function placed(nodes: readonly TreeNode[]): { readonly startOffset: number; readonly endOffset: number } | null {
  for (const { sourceCodeLocation } of nodes) {
    if (sourceCodeLocation !== undefined && sourceCodeLocation !== null) return sourceCodeLocation;
  }
  return null;
}

/** Every node below, in the order of the text; `leave` is told when an element is done. A `template` holds nothing that is shown. */
export function walk(
  root: TreeParent | TreeNode,
  enter: (node: TreeNode) => boolean,
  leave: (element: TreeElement) => void,
): void {
  const stack: { readonly nodes: readonly TreeNode[]; readonly of: TreeElement | null; at: number }[] = [];
  if ("childNodes" in root && !isElement(root)) stack.push({ nodes: root.childNodes, of: null, at: 0 });
  else stack.push({ nodes: [root as TreeNode], of: null, at: 0 });
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const node = top.nodes[top.at];
    if (node === undefined) {
      stack.pop();
      if (top.of !== null) leave(top.of);
      continue;
    }
    top.at += 1;
    if (enter(node) && isElement(node)) stack.push({ nodes: node.childNodes, of: node, at: 0 });
  }
}

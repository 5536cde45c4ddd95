/**
 * Text of a tree of HTML: what a reader sees of it, in blocks with the depth of the quotes they stand in and the links in their place; and
 * all text with nothing hidden left out. Hiding is told by the same rules as in the reader of `html/`. Pure and total; linear.
 */
import { bothOf, emptyBox } from "../html/box.ts";
import { IS, kindOf } from "../html/element-kinds.ts";
import { HidingRules } from "../html/hiding-rules.ts";
import { linkText } from "../html/open-link.ts";
import { isScreenMedia, readDeclarations, readStyleSheet } from "../html/read-css.ts";
import { elementState, hidesText, openSurroundings, type Surroundings } from "../html/visibility.ts";
import { VisibleText } from "../html/visible-text.ts";
import { attributeOf, type HtmlTree, isElement, type TreeElement, type TreeNode, walk } from "./html-tree.ts";

export interface TreeLink {
  readonly url: string;
  /** Visible text, white space folded. */
  readonly text: string;
  readonly isHidden: boolean;
  /** Where it begins in the block's text. */
  readonly at: number;
}

/** Text under one depth of quotes. */
export interface TextBlock {
  readonly depth: number;
  readonly text: string;
  readonly links: readonly TreeLink[];
}

/** The styles of the whole document, which decide about any part of it. */
export function rulesOf({ source, document }: HtmlTree): HidingRules {
  const rules = new HidingRules();
  if (!/<style/i.test(source)) return rules;
  walk(
    document,
    (node) => {
      if (!isElement(node)) return false;
      if (node.tagName === "style" && isScreenMedia(attributeOf(node, "media") ?? ""))
        rules.add(readStyleSheet(ownText(node)).rules);
      return true;
    },
    () => {},
  );
  return rules;
}

function ownText({ childNodes }: TreeElement): string {
  return childNodes.map((child) => ("value" in child ? child.value : "")).join("");
}

/** What a reader sees of the document, or of one node of it. */
export function visibleBlocks(tree: HtmlTree, rules: HidingRules, root: TreeNode | null): readonly TextBlock[] {
  const reader = new BlockReader(rules);
  walk(
    root ?? tree.document,
    (node) => reader.enter(node),
    (element) => reader.leave(element),
  );
  return reader.finish();
}

export function visibleTextOf(tree: HtmlTree, rules: HidingRules, root: TreeNode | null): string {
  return visibleBlocks(tree, rules, root)
    .map(({ text }) => text)
    .join("\n");
}

/** Every text, hidden ones too, with lines at block elements; not what scripts and styles hold, which is no text. */
export function innerTextOf(root: TreeNode | HtmlTree["document"]): string {
  const text = new VisibleText();
  walk(
    root,
    (node) => {
      if ("value" in node) addChars(node.value, text);
      if (!isElement(node)) return false;
      breakAt(node, text);
      return node.tagName !== "script" && node.tagName !== "style";
    },
    (element) => breakAt(element, text),
  );
  return text.toString();
}

function breakAt({ tagName }: TreeElement, text: VisibleText): void {
  const { is } = kindOf(tagName);
  if ((is & IS.LINE) !== 0) text.lineBreak();
  else if ((is & IS.CELL) !== 0) text.space();
}

const SPACES = /[ \t\n\r\f]+/;

function addChars(chars: string, text: VisibleText): void {
  for (const [index, word] of chars.split(SPACES).entries()) {
    if (index > 0) text.space();
    if (word !== "") text.add(word);
  }
}

interface OpenElement {
  readonly element: TreeElement;
  readonly surroundings: Surroundings;
  readonly depth: number;
  readonly isGmail: boolean;
}

interface OpenBlock {
  readonly depth: number;
  readonly text: VisibleText;
  readonly links: TreeLink[];
}

interface OpenLink {
  readonly element: TreeElement;
  readonly url: string;
  readonly at: number;
  readonly block: OpenBlock;
  readonly isHidden: boolean;
  text: string;
}

/** Characters of a link's text before folding. */
const LINK_CHARS_MAX = 2_000;

class BlockReader {
  readonly #rules: HidingRules;
  readonly #open: OpenElement[] = [];
  readonly #blocks: OpenBlock[] = [{ depth: 0, text: new VisibleText(), links: [] }];
  #link: OpenLink | null = null;

  constructor(rules: HidingRules) {
    this.#rules = rules;
  }

  enter(node: TreeNode): boolean {
    if ("value" in node) this.#text(node.value);
    if (!isElement(node)) return false;
    breakAt(node, this.#block.text);
    const above = this.#open.at(-1);
    const kind = kindOf(node.tagName);
    const state = this.#stateOf(node, above?.surroundings ?? openSurroundings);
    const surroundings = (kind.is & IS.TEXTLESS) !== 0 ? { ...state, fontZero: true } : state;
    const isGmail = above?.isGmail === true || hasClass(node, /\bgmail_quote/);
    const depth = (above?.depth ?? 0) + (isQuote(node, isGmail) ? 1 : 0);
    this.#open.push({ element: node, surroundings, depth, isGmail });
    this.#enterDepth(depth);
    if (node.tagName === "a" || node.tagName === "area") this.#openLink(node, surroundings);
    return true;
  }

  leave(element: TreeElement): void {
    if (this.#link?.element === element) this.#closeLink();
    this.#open.pop();
    breakAt(element, this.#block.text);
    this.#enterDepth(this.#open.at(-1)?.depth ?? 0);
  }

  finish(): readonly TextBlock[] {
    this.#closeLink();
    return this.#blocks
      .map(({ depth, text, links }) => ({ depth, text: text.toString(), links }))
      .filter(({ text, links }) => text !== "" || links.length > 0);
  }

  get #block(): OpenBlock {
    return this.#blocks[this.#blocks.length - 1] as OpenBlock;
  }

  #enterDepth(depth: number): void {
    if (this.#block.depth === depth) return;
    if (this.#block.text.position === 0 && this.#block.links.length === 0) this.#blocks.pop();
    this.#blocks.push({ depth, text: new VisibleText(), links: [] });
  }

  #stateOf(element: TreeElement, around: Surroundings): Surroundings {
    const kind = kindOf(element.tagName);
    const style = attributeOf(element, "style");
    const own = style === null || style === "" ? emptyBox : readDeclarations(style).box;
    const ruled = this.#rules.boxFor(
      element.tagName,
      attributeOf(element, "id") ?? "",
      attributeOf(element, "class") ?? "",
    );
    const box = ruled === null ? own : own === emptyBox ? ruled : bothOf(ruled, own);
    const size = { width: attributeOf(element, "width"), height: attributeOf(element, "height") };
    return elementState(kind, box, { ...size, hidden: attributeOf(element, "hidden") !== null }, around);
  }

  #text(chars: string): void {
    const around = this.#open.at(-1)?.surroundings ?? openSurroundings;
    if (hidesText(around)) return;
    addChars(chars, this.#block.text);
    const link = this.#link;
    if (link !== null && link.text.length < LINK_CHARS_MAX) link.text += chars.slice(0, LINK_CHARS_MAX);
  }

  #openLink(element: TreeElement, surroundings: Surroundings): void {
    const url = attributeOf(element, "href")?.trim() ?? "";
    if (url === "") return;
    this.#closeLink();
    const block = this.#block;
    this.#link = { element, url, at: block.text.position, block, isHidden: hidesText(surroundings), text: "" };
  }

  #closeLink(): void {
    const link = this.#link;
    this.#link = null;
    if (link === null) return;
    const { url, at, block, isHidden } = link;
    block.links.push({ url, at, isHidden, text: linkText(link.text) });
  }
}

function hasClass(element: TreeElement, pattern: RegExp): boolean {
  const classes = attributeOf(element, "class");
  return classes !== null && pattern.test(classes);
}

/** What mail programs put around what they quote; a block quote of a writer's own has none of these. */
function isQuote(element: TreeElement, isGmail: boolean): boolean {
  if (element.tagName !== "blockquote") return hasClass(element, QUOTE_HEAD);
  const cite = attributeOf(element, "cite") ?? "";
  return (
    isGmail ||
    attributeOf(element, "type")?.toLowerCase() === "cite" ||
    /^mid:/i.test(cite) ||
    hasClass(element, QUOTE_CLASS)
  );
}

/** The line above the quote, in Gmail and Thunderbird. */
const QUOTE_HEAD = /\b(?:gmail_attr|moz-cite-prefix)\b/;
const QUOTE_CLASS = /\b(?:gmail_quote|protonmail_quote|tutanota_quote|yahoo_quoted|mailcontent|quote)\b/;

/**
 * HTML → blocks: what the page says, apart from what stands around it (navigation, heads, feet, lists of links), by the roles of elements,
 * by their names, and by how much of their text is links. What is hidden from a reader is left out.
 *
 * Pure, total, linear. What is around stays in the text as furniture, so that nothing is lost by a wrong guess.
 */
import { limits } from "../base/limits.ts";
import type { BlockKind } from "../case/document.ts";
import { IS } from "../html/element-kinds.ts";
import { type DocumentDraft, DraftText, draftOf, type Piece } from "./draft.ts";
import { pageFacts } from "./page-facts.ts";
import { isFurniture, mainOf, weighed } from "./page-furniture.ts";
import { type PageElement, pageOf } from "./page-tree.ts";

const CUT = `It has more than ${limits.documentElementsMax} elements or ${limits.htmlBytesMax / 1024 / 1024} MiB; only the beginning was read.`;

export function readWebPage(source: string): DocumentDraft {
  const page = pageOf(source);
  const writer = new PageWriter(page.root);
  writer.write();
  const draft = draftOf(writer.text, pageFacts(page));
  return page.isCut ? { ...draft, isPartial: true, problems: [...draft.problems, CUT] } : draft;
}

/** Where the walk is. */
interface Context {
  readonly kind: BlockKind;
  readonly level: number;
  readonly isAround: boolean;
  /** Only below the element that holds the page's content; null where there is none. */
  readonly isMain: boolean;
  readonly href: string;
  readonly isPre: boolean;
  readonly table: number | null;
}

class PageWriter {
  readonly text = new DraftText();
  readonly #root: PageElement;
  readonly #main: PageElement | null;
  readonly #weights: ReturnType<typeof weighed>;
  /** Of the block that is open; texts are joined once. */
  #runs: { readonly href: string; readonly texts: string[] }[] = [];
  #lastChar = "";
  #shape: Context | null = null;
  #tables = 0;
  #row = -1;

  constructor(root: PageElement) {
    this.#root = root;
    this.#weights = weighed(root);
    this.#main = mainOf(root, this.#weights);
  }

  write(): void {
    const isMain = this.#main === null;
    const start: Context = {
      kind: "paragraph",
      level: 0,
      isAround: false,
      isMain,
      href: "",
      isPre: false,
      table: null,
    };
    this.#children(this.#root, start);
    this.#flush();
  }

  /** Recursive: pages are no deeper than `limits.htmlDepthMax`. */
  #children(element: PageElement, context: Context): void {
    for (const child of element.children) {
      if (this.text.isCut) return;
      if (typeof child === "string") this.#characters(child, context);
      else this.#element(child, context);
    }
  }

  #element(element: PageElement, around: Context): void {
    const { tag } = element;
    if (tag === "br") {
      this.#add("\n", around);
      return;
    }
    if (tag === "table" && isDataTable(element)) {
      this.#table(element, this.#inside(element, around));
      return;
    }
    if (tag === "wbr" || tag === "img") return;
    const isLine = (element.is & (IS.LINE | IS.CELL)) !== 0 || BLOCKS.has(tag);
    const context = this.#inside(element, around);
    if (around.table !== null) {
      // Within a cell, blocks are lines.
      if (isLine) this.#add("\n", around);
      this.#children(element, { ...context, kind: around.kind, level: 0 });
      if (isLine) this.#add("\n", around);
      return;
    }
    if (isLine) this.#flush();
    this.#children(element, context);
    if (isLine) this.#flush();
  }

  #inside(element: PageElement, around: Context): Context {
    const { tag, href } = element;
    const isMain = around.isMain || element === this.#main;
    const isAround =
      around.isAround ||
      (element !== this.#main &&
        isFurniture(element, {
          root: this.#root,
          weights: this.#weights,
          isMain: isMain && this.#main !== null,
          holds: this.#main,
        }));
    const level = /^h[1-6]$/.test(tag) ? Number(tag.charAt(1)) : around.level;
    const kind = KINDS.get(tag) ?? (level > 0 && around.level === 0 ? "heading" : around.kind);
    const isTarget = href !== "" && !href.startsWith("#") && !/^\s*(?:javascript|data|about):/i.test(href);
    return {
      kind,
      level: kind === "heading" ? level : 0,
      isAround,
      isMain,
      href: isTarget ? href : around.href,
      isPre: around.isPre || tag === "pre",
      table: around.table,
    };
  }

  #table(table: PageElement, context: Context): void {
    this.#flush();
    const number = this.#tables++;
    this.#row = -1;
    this.#rows(table, { ...context, table: number });
  }

  #rows(element: PageElement, context: Context): void {
    for (const child of element.children) {
      if (typeof child === "string") continue;
      if (child.tag === "tr") this.#row += 1;
      if ((child.is & IS.CELL) !== 0) {
        if (this.#row < 0) this.#row = 0;
        this.#children(child, { ...context, kind: "cell", href: "" });
        this.#flush();
      } else if (child.tag === "caption") {
        this.#children(child, { ...context, kind: "paragraph", table: null });
        this.#flush();
      } else this.#rows(child, context);
    }
  }

  #characters(chars: string, context: Context): void {
    const seen = chars.replace(UNSEEN, "");
    if (context.isPre) {
      this.#add(seen, context);
      return;
    }
    const text = seen.replace(/[\s\u00a0]+/g, " ");
    if (text !== "") this.#add(text, context);
  }

  #add(written: string, context: Context): void {
    const isFirst = this.#shape === null;
    if (isFirst && written.trim() === "" && !context.isPre) return;
    this.#shape ??= context;
    const isAfterSpace = isFirst || this.#lastChar === " " || this.#lastChar === "\n";
    const text = !context.isPre && isAfterSpace && written.startsWith(" ") ? written.slice(1) : written;
    if (text === "" || (text === "\n" && this.#lastChar === "\n")) return;
    this.#lastChar = text.charAt(text.length - 1);
    const open = this.#runs.at(-1);
    if (open?.href === context.href) open.texts.push(text);
    else this.#runs.push({ href: context.href, texts: [text] });
  }

  #flush(): void {
    const shape = this.#shape;
    const pieces = this.#runs.map(({ href, texts }): Piece => {
      const text = texts.join("").replaceAll(" \n", "\n");
      return href === "" ? { text } : { text, href };
    });
    this.#shape = null;
    this.#runs = [];
    this.#lastChar = "";
    if (shape === null) return;
    const isAround = shape.isAround || !shape.isMain;
    const isCell = shape.kind === "cell" && shape.table !== null;
    const kind = isAround ? "furniture" : shape.kind;
    const place = isCell && !isAround ? { table: shape.table, row: this.#row } : {};
    this.text.add({ kind, level: kind === "heading" ? shape.level : 0, ...place }, pieces);
  }
}

/** Nobody sees them, and pages put them into long words to let them break: soft hyphen, zero-width space, word joiner. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g;

/** Begin and end a line beside what `IS.LINE` has. */
const BLOCKS = new Set(["caption", "figcaption", "summary", "label", "button", "picture", "hgroup", "search"]);

const KINDS: ReadonlyMap<string, BlockKind> = new Map([
  ["li", "list-item"],
  ["dt", "list-item"],
  ["dd", "list-item"],
  ["blockquote", "quote"],
  ["pre", "code"],
]);

/** A table of values: several columns, no other table and no headings in it. Others only lay out the page. */
function isDataTable(table: PageElement): boolean {
  if (/^(?:presentation|none)$/.test(table.role)) return false;
  let cells = 0;
  let rows = 0;
  let columns = 0;
  let column = 0;
  const queue: PageElement[] = [table];
  for (let element = queue.pop(); element !== undefined; element = queue.pop()) {
    if (element !== table && LAYOUT.test(element.tag)) return false;
    if (element.tag === "tr") {
      rows += 1;
      column = element.children.filter((child) => typeof child !== "string" && (child.is & IS.CELL) !== 0).length;
      columns = Math.max(columns, column);
      cells += column;
    }
    for (const child of element.children) if (typeof child !== "string") queue.push(child);
  }
  return columns >= 2 && rows >= 1 && cells >= 2;
}

const LAYOUT = /^(?:table|h[1-4]|article|main|nav|header|footer|form)$/;

/**
 * The elements of an HTML page as a tree of what a reader sees: hidden parts, scripts and drawings left out, and apart from it what the
 * page says about itself in its head.
 *
 * Total; linear. Depth is bounded by `limits.htmlDepthMax`, elements by `limits.documentElementsMax`. Source: HTML 13.2, as far as
 * `src/html` follows it.
 */
import { decodeHTML } from "entities/decode";
import { limits } from "../base/limits.ts";
import { type ElementKind, IS } from "../html/element-kinds.ts";
import { ElementStyles, looksOf, valueNamed } from "../html/element-styles.ts";
import { HidingRules } from "../html/hiding-rules.ts";
import type { StartTag } from "../html/markup.ts";
import { MarkupTokenizer } from "../html/markup-tokenizer.ts";
import { type Frame, OpenElements } from "../html/open-elements.ts";
import { isScreenMedia, readStyleSheet } from "../html/read-css.ts";
import { elementState, hidesText, openSurroundings } from "../html/visibility.ts";

export interface PageElement {
  readonly tag: string;
  /** `IS` bits of its kind. */
  readonly is: number;
  /** `role`, lower case. */
  readonly role: string;
  /** Classes and id, lower case. */
  readonly names: string;
  /** Of a link, as written; empty for none. */
  readonly href: string;
  readonly children: (PageElement | string)[];
}

export interface Page {
  readonly root: PageElement;
  /** Of `<html lang>`; empty for none. */
  readonly language: string;
  /** Of `<title>`. */
  readonly title: string;
  /** `content` of `<meta>` by `name`, `property` or `itemprop` in lower case; the first of each. */
  readonly metas: ReadonlyMap<string, string>;
  /** `href` of `<link rel=canonical>`. */
  readonly canonical: string;
  /** `datetime` of `<time>`, in order. */
  readonly times: readonly string[];
  /** Texts of `<script type=application/ld+json>`. */
  readonly linkedData: readonly string[];
  readonly isCut: boolean;
}

/** Reads a page; `limits.htmlBytesMax` characters of it. */
export function pageOf(source: string): Page {
  const text = source.length > limits.htmlBytesMax ? source.slice(0, limits.htmlBytesMax) : source;
  const rules = new HidingRules();
  // Sheets may come behind what they hide.
  for (const { attributes, css } of sheetsIn(text)) {
    const media = /\bmedia\s{0,9}=\s{0,9}["']?([^"'>]{0,200})/i.exec(attributes)?.[1] ?? "";
    if (isScreenMedia(media)) rules.add(readStyleSheet(css).rules);
  }
  return new PageBuilder(text, rules, text.length < source.length).build();
}

interface Sheet {
  readonly attributes: string;
  readonly css: string;
}

/** Each end is looked for once, so that sheets that only begin cost no more than the text. */
function sheetsIn(text: string): readonly Sheet[] {
  const found: Sheet[] = [];
  const start = /<style\b([^<>]{0,2000})>/gi;
  const end = /<\/style/gi;
  for (let open = start.exec(text); open !== null; open = start.exec(text)) {
    end.lastIndex = start.lastIndex;
    const close = end.exec(text);
    if (close === null) break;
    found.push({ attributes: open[1] ?? "", css: text.slice(start.lastIndex, close.index) });
    start.lastIndex = end.lastIndex;
  }
  return found;
}

/** What no reader of the page reads, whatever its styles are. */
const SKIPPED = new Set([
  "script",
  "style",
  "template",
  "head",
  "title",
  "svg",
  "noscript",
  "select",
  "textarea",
  "object",
  "iframe",
  "video",
  "audio",
  "canvas",
  "map",
  "noframes",
  "noembed",
]);
const TIMES_MAX = 100;
const LINKED_DATA_MAX = 20;

class PageBuilder {
  readonly #source: string;
  readonly #styles: ElementStyles;
  readonly #tokenizer: MarkupTokenizer;
  readonly #open: OpenElements;
  readonly #root = elementOf("body", 0);
  readonly #elements = new Map<Frame, PageElement>();
  readonly #metas = new Map<string, string>();
  readonly #times: string[] = [];
  readonly #linkedData: string[] = [];
  #language = "";
  #title = "";
  #canonical = "";
  #count = 0;
  #isCut: boolean;
  /** Elements that are skipped and open: their text is nothing. */
  #skipped = 0;
  /** Of the element whose raw text is passed over: where it begins and what it is to us. */
  #raw: { readonly start: number; readonly use: "title" | "linked-data" } | null = null;

  constructor(source: string, rules: HidingRules, isCut: boolean) {
    this.#source = source;
    this.#isCut = isCut;
    this.#styles = new ElementStyles(rules, () => undefined);
    this.#open = new OpenElements((frame) => this.#close(frame));
    this.#tokenizer = new MarkupTokenizer(source, {
      startTag: (tag) => this.#startTag(tag),
      endTag: (name, kind, start) => this.#endTag(name, kind, start),
      text: (chars) => this.#text(chars),
      space: () => this.#text(" "),
      comment: () => undefined,
      endOfFile: () => undefined,
    });
  }

  build(): Page {
    this.#tokenizer.run();
    this.#open.closeAll();
    return {
      root: this.#root,
      language: this.#language,
      title: this.#title,
      metas: this.#metas,
      canonical: this.#canonical,
      times: this.#times,
      linkedData: this.#linkedData,
      isCut: this.#isCut,
    };
  }

  #startTag(tag: StartTag): void {
    if (++this.#count > limits.documentElementsMax) {
      this.#isCut = true;
      this.#tokenizer.pause();
      return;
    }
    const { name, kind } = tag;
    this.#fact(tag);
    this.#open.impliedBy(name, kind);
    const looks = looksOf(tag.attributes);
    const parent = this.#open.parentOf(kind);
    const state = elementState(kind, this.#styles.boxOf(name, looks), looks, parent?.surroundings ?? openSurroundings);
    const element = elementOf(name, kind.is, tag);
    this.#parentElement(parent).children.push(element);
    if ((kind.is & IS.VOID) !== 0) return;
    const raw = kind.raw;
    const frame: Frame = {
      tag: name,
      kind,
      namespace: "html",
      integration: false,
      surroundings: state,
      contentStart: tag.end,
      styleText: "",
      backgrounds: null,
      hasContent: false,
    };
    if (this.#open.push(frame, raw !== null)) {
      this.#elements.set(frame, element);
      if (SKIPPED.has(name)) this.#skipped += 1;
    }
    if (raw !== null) this.#tokenizer.enterRawText(raw);
  }

  #fact(tag: StartTag): void {
    const { name, attributes } = tag;
    const value = (attribute: string) => valueNamed(attributes, attribute)?.trim() ?? "";
    if (name === "html") this.#language ||= value("lang") || value("xml:lang");
    else if (name === "meta") {
      const key = (value("name") || value("property") || value("itemprop") || value("http-equiv")).toLowerCase();
      if (key !== "" && !this.#metas.has(key)) this.#metas.set(key, value("content"));
    } else if (name === "link" && /\bcanonical\b/i.test(value("rel"))) this.#canonical ||= value("href");
    else if (name === "time" && this.#times.length < TIMES_MAX && value("datetime") !== "")
      this.#times.push(value("datetime"));
    else if (name === "title" && this.#title === "" && this.#skipped <= 1) this.#raw = { start: tag.end, use: "title" };
    else if (name === "script" && /\bld\+json\b/i.test(value("type")))
      this.#raw = { start: tag.end, use: "linked-data" };
  }

  #endTag(name: string, kind: ElementKind, start: number): void {
    if (this.#raw !== null && (name === "title" || name === "script")) {
      const text = this.#source.slice(this.#raw.start, Math.max(this.#raw.start, start));
      if (this.#raw.use === "title") this.#title = decodeHTML(text.slice(0, 2_000)).replace(/\s+/g, " ").trim();
      else if (this.#linkedData.length < LINKED_DATA_MAX) this.#linkedData.push(text);
      this.#raw = null;
    }
    if (name === "pre" && this.#open.top?.tag === "pre") this.#preformatted(start);
    if (name === "br" || name === "p") this.#parentElement(this.#open.top).children.push(elementOf(name, kind.is));
    this.#open.close(name, kind);
  }

  /** White space matters here, which the tokens do not tell: taken from the source. */
  #preformatted(end: number): void {
    const { top } = this.#open;
    const element = top === undefined ? undefined : this.#elements.get(top);
    if (top === undefined || element === undefined || element.children.length === 0) return;
    // One in another would be taken again with each around it.
    if (element.children.some((child) => typeof child !== "string" && child.tag === "pre")) return;
    const written = this.#source.slice(top.contentStart, Math.max(top.contentStart, end));
    element.children.length = 0;
    element.children.push(decodeHTML(written.replace(/<br\b[^<>]*>/gi, "\n").replace(/<[/!a-zA-Z][^<>]*>/g, "")));
  }

  #text(chars: string): void {
    if (chars.trim() !== "") this.#open.endHead();
    if (this.#skipped > 0) return;
    const parent = this.#open.parentOf(null);
    if (parent !== undefined && hidesText(parent.surroundings)) return;
    const { children } = this.#parentElement(parent);
    const last = children.at(-1);
    if (typeof last === "string") children[children.length - 1] = last + chars;
    else children.push(chars);
  }

  #parentElement(frame: Frame | undefined): PageElement {
    return (frame === undefined ? undefined : this.#elements.get(frame)) ?? this.#root;
  }

  #close(frame: Frame): void {
    if (this.#elements.delete(frame) && SKIPPED.has(frame.tag)) this.#skipped -= 1;
  }
}

function elementOf(tag: string, is: number, written?: StartTag): PageElement {
  const value = (name: string) => (written === undefined ? "" : (valueNamed(written.attributes, name) ?? ""));
  const names = `${value("class")} ${value("id")}`.slice(0, NAMES_CHARS_MAX).toLowerCase().trim();
  const href = tag === "a" ? value("href").trim() : "";
  return { tag, is, role: value("role").slice(0, 40).trim().toLowerCase(), names, href, children: [] };
}

const NAMES_CHARS_MAX = 400;

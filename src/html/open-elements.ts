/**
 * The elements that are open at a place of a token stream: a small stand-in for the tree builder of HTML 13.2.6, as far
 * as it decides what is inside what. Void elements, implied end tags, scopes, foster parenting out of tables, and
 * foreign content are followed; misnested formatting is simplified. Never deeper than `limits.htmlDepthMax`: deeper
 * elements are counted and flattened, so that every look along the stack is bounded.
 */
import { limits } from "../base/limits.ts";
import type { DraftReference } from "./reference-collector.ts";
import type { Surroundings } from "./visibility.ts";

export type Namespace = "html" | "svg" | "math";

/** An open element. */
export interface Frame {
  readonly tag: string;
  readonly namespace: Namespace;
  /** What is inside is HTML again (`foreignObject`, `desc`, `mtext` …). */
  readonly integration: boolean;
  readonly surroundings: Surroundings;
  /** Offset in the document where the content begins. */
  readonly contentStart: number;
  /** CSS of a foreign `<style>`, entities decoded. */
  styleText: string;
  /** Backgrounds that show nothing if the element stays empty. */
  backgrounds: DraftReference[] | null;
  /** Text a reader sees or a replaced element is inside. */
  hasContent: boolean;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** HTML 13.1.2, and the obsolete ones that never had content. */
const voidElements = words(
  "area base basefont bgsound br col command embed frame hr image img input isindex keygen link meta param source track wbr",
);
const closesParagraph = words(
  "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 " +
    "h6 header hgroup hr li listing main menu nav ol p plaintext pre search section summary ul xmp dd dt",
);
const tableParts = words("caption colgroup col tbody thead tfoot tr td th style script template");
const fosteringParents = words("table tbody thead tfoot tr");
const tableBoundary = words("table template html");
const documentBoundary = words("template html");
const scopeBoundary = words(
  "applet caption html table td th marquee object template foreignobject desc title mi mo mn ms mtext annotation-xml",
);
const paragraphBoundary = new Set([...scopeBoundary, "button"]);
const listBoundary = new Set([...scopeBoundary, "ul", "ol", "dl", "menu", "dir"]);
const formatting = words("a b big code em font i nobr s small strike strong tt u");
/** Elements a stray end tag does not reach through (HTML 13.2.4.2 "special"). */
const special = words(
  "address applet area article aside base basefont bgsound blockquote body br button caption center col colgroup dd details " +
    "dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html " +
    "iframe img input li link listing main marquee menu meta nav noembed noframes noscript object ol p param plaintext pre " +
    "script search section select source style summary table tbody td template textarea tfoot th thead title tr track ul wbr xmp",
);

/** Start tag → the open elements it ends, looked for up to a boundary. */
const impliedEnds: ReadonlyMap<string, readonly [ends: ReadonlySet<string>, boundary: ReadonlySet<string>]> = new Map([
  ["li", [words("li"), listBoundary]],
  ["dt", [words("dt dd"), listBoundary]],
  ["dd", [words("dt dd"), listBoundary]],
  ["option", [words("option"), words("select datalist optgroup html")]],
  ["optgroup", [words("option optgroup"), words("select html")]],
  ["td", [words("td th"), words("tr table template html")]],
  ["th", [words("td th"), words("tr table template html")]],
  ["tr", [words("tr caption colgroup"), tableBoundary]],
  ["tbody", [words("tbody thead tfoot caption colgroup"), tableBoundary]],
  ["thead", [words("tbody thead tfoot caption colgroup"), tableBoundary]],
  ["tfoot", [words("tbody thead tfoot caption colgroup"), tableBoundary]],
]);

/** What may stand in a head; anything else ends it. */
const headElements = words("base basefont bgsound link meta title noscript noframes style script template head");

const tablePartEnds = words("td th tr tbody thead tfoot caption colgroup");

export function isVoid(tag: string): boolean {
  return voidElements.has(tag);
}

export class OpenElements {
  readonly #frames: Frame[] = [];
  readonly #onClose: (frame: Frame, parent: Frame | undefined) => void;
  /** Elements beyond the depth limit: opened, not kept. */
  #flattened = 0;
  /** How many of each are open: an end tag for none of them needs no look along the stack. */
  readonly #counts = new Map<string, number>();
  #strayEndTags = 0;

  constructor(onClose: (frame: Frame, parent: Frame | undefined) => void) {
    this.#onClose = onClose;
  }

  get top(): Frame | undefined {
    return this.#frames[this.#frames.length - 1];
  }

  /** Whether the next start tag is foreign unless it breaks out: the current element is foreign and no integration point. */
  get inForeignContent(): boolean {
    const { top } = this;
    return top !== undefined && top.namespace !== "html" && !top.integration;
  }

  /** False when the depth limit flattened the element. A raw text element is always kept: nothing nests in it. */
  push(frame: Frame, raw: boolean): boolean {
    if (this.#frames.length >= limits.htmlDepthMax && !raw) {
      this.#flattened++;
      return false;
    }
    this.#frames.push(frame);
    this.#counts.set(frame.tag, this.#countOf(frame.tag) + 1);
    return true;
  }

  /** Where an HTML element or text lands: the current element, or before the table that cannot hold it (foster parenting). */
  parentOf(tag: string): Frame | undefined {
    const { top } = this;
    if (top === undefined || !fosteringParents.has(top.tag) || tableParts.has(tag)) return top;
    for (let i = this.#frames.length - 1; i >= 0; i--) if (this.#frames[i]?.tag === "table") return this.#frames[i - 1];
    return top;
  }

  /** Ends what an HTML start tag ends by itself. */
  impliedBy(tag: string): void {
    const frames = this.#frames;
    if (frames.length === 0) return;
    if (frames[frames.length - 1]?.tag === "head" && !headElements.has(tag)) this.#popTo(frames.length - 1);
    if (closesParagraph.has(tag) && this.#countOf("p") > 0)
      this.#closeNearest((name) => name === "p", paragraphBoundary);
    const implied = impliedEnds.get(tag);
    if (implied !== undefined) this.#closeNearest((name) => implied[0].has(name), implied[1]);
  }

  /** Text outside white space ends the head. */
  endHead(): void {
    if (this.top?.tag === "head") this.#popTo(this.#frames.length - 1);
  }

  /** An HTML start tag that breaks out of foreign content (HTML 13.2.6.5). */
  leaveForeignContent(): void {
    let keep = this.#frames.length;
    while (keep > 0 && this.#isForeign(keep - 1)) keep--;
    this.#popTo(keep);
  }

  /**
   * An end tag; one that matches nothing is ignored. So are all that come after `limits.htmlTagsMax` of those that match
   * only beyond a boundary, since each costs a look along the stack.
   */
  close(tag: string): void {
    const { length } = this.#frames;
    // Above the limit stands at most a raw text element, and only it can end then.
    if (this.#flattened > 0 && length <= limits.htmlDepthMax) {
      this.#flattened--;
    } else if (this.#countOf(tag) > 0 && this.#strayEndTags < limits.htmlTagsMax) {
      this.#closeOpen(tag);
      if (this.#frames.length === length) this.#strayEndTags++;
    }
  }

  closeAll(): void {
    this.#popTo(0);
  }

  #closeOpen(tag: string): void {
    if (formatting.has(tag)) {
      this.#closeFormatting(tag);
    } else if (tag === "table" || tablePartEnds.has(tag)) {
      this.#closeNearest((name) => name === tag, tag === "table" ? documentBoundary : tableBoundary);
    } else {
      this.#closeNearest((name) => name === tag, special.has(tag) ? scopeBoundary : special);
    }
  }

  #countOf(tag: string): number {
    return this.#counts.get(tag) ?? 0;
  }

  #isForeign(index: number): boolean {
    const frame = this.#frames[index];
    return frame !== undefined && frame.namespace !== "html" && !frame.integration;
  }

  #closeNearest(fits: (tag: string) => boolean, boundary: ReadonlySet<string>): void {
    for (let i = this.#frames.length - 1; i >= 0; i--) {
      const tag = this.#frames[i]?.tag ?? "";
      if (fits(tag)) this.#popTo(i);
      if (fits(tag) || boundary.has(tag)) return;
    }
  }

  /** The adoption agency (HTML 13.2.6.4.7), simplified: a formatting element ends even when blocks inside stay open. */
  #closeFormatting(tag: string): void {
    let blocks = false;
    for (let i = this.#frames.length - 1; i >= 0; i--) {
      const frame = this.#frames[i];
      if (frame === undefined || (frame.tag !== tag && scopeBoundary.has(frame.tag))) return;
      if (frame.tag === tag) {
        if (blocks) this.#remove(i, frame);
        else this.#popTo(i);
        return;
      }
      blocks ||= special.has(frame.tag);
    }
  }

  #remove(index: number, frame: Frame): void {
    this.#frames.splice(index, 1);
    this.#counts.set(frame.tag, this.#countOf(frame.tag) - 1);
    this.#onClose(frame, this.#frames[index - 1]);
  }

  #popTo(length: number): void {
    while (this.#frames.length > length) {
      const frame = this.#frames.pop();
      if (frame === undefined) return;
      this.#counts.set(frame.tag, this.#countOf(frame.tag) - 1);
      this.#onClose(frame, this.top);
    }
  }
}

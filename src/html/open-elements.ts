/**
 * The elements that are open at a place of a token stream: a small stand-in for the tree builder of HTML 13.2.6, as far
 * as it decides what is inside what. Void elements, implied end tags, scopes, foster parenting out of tables, and
 * foreign content are followed; misnested formatting is simplified. Never deeper than `limits.htmlDepthMax`: deeper
 * elements are counted and flattened, so that every look along the stack is bounded.
 */
import { assert } from "../base/assert.ts";
import { limits } from "../base/limits.ts";
import { type ElementKind, IS, KINDS, kindOf } from "./element-kinds.ts";
import type { DraftReference } from "./reference-collector.ts";
import type { Surroundings } from "./visibility.ts";

export type Namespace = "html" | "svg" | "math";

/** An open element. */
export interface Frame {
  readonly tag: string;
  readonly kind: ElementKind;
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

/** Elements of HTML by the index of their kind. */
type KindSet = Uint8Array;

function kindSet(names: string): KindSet {
  const set = new Uint8Array(KINDS);
  for (const name of names.split(" ")) {
    const { index } = kindOf(name);
    assert(index > 0, `<${name}> has no kind`);
    set[index] = 1;
  }
  return set;
}

function isIn(set: KindSet, { kind }: Frame): boolean {
  return set[kind.index] === 1;
}

const scope =
  "applet caption html table td th marquee object template foreignobject desc title mi mo mn ms mtext annotation-xml";
const scopeBounds = kindSet(scope);
const paragraphBounds = kindSet(`${scope} button`);
const listBounds = kindSet(`${scope} ul ol dl menu dir`);
const tableBounds = kindSet("table template html");
const documentBounds = kindSet("template html");
const cellBounds = kindSet("tr table template html");
const paragraph = kindSet("p");
const definitions = kindSet("dt dd");
const cells = kindSet("td th");
const sections = kindSet("tbody thead tfoot caption colgroup");
/** A stray end tag does not reach through one (HTML 13.2.4.2 "special"). */
const special = kindSet(
  "address applet area article aside base basefont bgsound blockquote body br button caption center col colgroup dd details " +
    "dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html " +
    "iframe img input li link listing main marquee menu meta nav noembed noframes noscript object ol p param plaintext pre " +
    "script search section select source style summary table tbody td template textarea tfoot th thead title tr track ul wbr xmp",
);

/** Start tag → the open elements it ends, looked for up to a bound. */
const impliedEnds: ReadonlyMap<string, readonly [ends: KindSet, bounds: KindSet]> = new Map([
  ["li", [kindSet("li"), listBounds]],
  ["dt", [definitions, listBounds]],
  ["dd", [definitions, listBounds]],
  ["option", [kindSet("option"), kindSet("select datalist optgroup html")]],
  ["optgroup", [kindSet("option optgroup"), kindSet("select html")]],
  ["td", [cells, cellBounds]],
  ["th", [cells, cellBounds]],
  ["tr", [kindSet("tr caption colgroup"), tableBounds]],
  ["tbody", [sections, tableBounds]],
  ["thead", [sections, tableBounds]],
  ["tfoot", [sections, tableBounds]],
]);

const paragraphKind = kindOf("p");
const noCounts: readonly number[] = new Array<number>(KINDS).fill(0);

export class OpenElements {
  readonly #frames: Frame[] = [];
  #top: Frame | undefined;
  readonly #onClose: (frame: Frame, parent: Frame | undefined) => void;
  /** Elements beyond the depth limit: opened, not kept. */
  #flattened = 0;
  /** How many of each are open: an end tag for none of them needs no look along the stack. */
  readonly #counts: number[] = noCounts.slice();
  #strayEndTags = 0;

  constructor(onClose: (frame: Frame, parent: Frame | undefined) => void) {
    this.#onClose = onClose;
  }

  /** The current element. */
  get top(): Frame | undefined {
    return this.#top;
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
    this.#top = frame;
    this.#count(frame, 1);
    return true;
  }

  /** Where an HTML element or text (`null`) lands: the current element, or before the table that cannot hold it (foster parenting). */
  parentOf(kind: ElementKind | null): Frame | undefined {
    const { top } = this;
    if (top === undefined || (top.kind.is & IS.FOSTERS) === 0) return top;
    if (kind !== null && (kind.is & IS.TABLE_PART) !== 0) return top;
    for (let i = this.#frames.length - 1; i >= 0; i--) if (this.#frames[i]?.tag === "table") return this.#frames[i - 1];
    return top;
  }

  /** Ends what an HTML start tag ends by itself. */
  impliedBy(tag: string, { is }: ElementKind): void {
    const { top } = this;
    if (top === undefined) return;
    if ((is & IS.OF_HEAD) === 0 && top.tag === "head") this.#popTo(this.#frames.length - 1);
    if ((is & IS.CLOSES_PARAGRAPH) !== 0 && this.#openCount(paragraphKind) > 0) {
      this.#closeNearest(paragraph, paragraphBounds);
    }
    if ((is & IS.ENDS_OTHERS) === 0) return;
    const implied = impliedEnds.get(tag);
    if (implied !== undefined) this.#closeNearest(implied[0], implied[1]);
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
   * only beyond a boundary, since each costs a look along the stack: then it gives false.
   */
  close(tag: string, kind: ElementKind): boolean {
    const { length } = this.#frames;
    // Above the limit stands at most a raw text element, and only it can end then.
    if (this.#flattened > 0 && length <= limits.htmlDepthMax) {
      this.#flattened--;
    } else if (this.#openCount(kind) > 0) {
      if (this.#strayEndTags >= limits.htmlTagsMax) return false;
      this.#closeOpen(tag, kind);
      if (this.#frames.length === length) this.#strayEndTags++;
    }
    return true;
  }

  closeAll(): void {
    this.#popTo(0);
  }

  #closeOpen(tag: string, { is, index }: ElementKind): void {
    if ((is & IS.FORMATTING) !== 0) this.#closeFormatting(tag);
    else if (tag === "table") this.#closeNamed(tag, documentBounds);
    else if ((is & IS.ENDS_IN_TABLE) !== 0) this.#closeNamed(tag, tableBounds);
    else this.#closeNamed(tag, special[index] === 1 ? scopeBounds : special);
  }

  /** Of the elements of that kind; elements that are not of HTML are one kind. */
  #openCount({ index }: ElementKind): number {
    return this.#counts[index] ?? 0;
  }

  #count({ kind }: Frame, by: number): void {
    this.#counts[kind.index] = (this.#counts[kind.index] ?? 0) + by;
  }

  #isForeign(index: number): boolean {
    const frame = this.#frames[index];
    return frame !== undefined && frame.namespace !== "html" && !frame.integration;
  }

  #closeNearest(ends: KindSet, bounds: KindSet): void {
    for (let i = this.#frames.length - 1; i >= 0; i--) {
      const frame = this.#frames[i];
      if (frame === undefined) return;
      if (isIn(ends, frame)) this.#popTo(i);
      if (isIn(ends, frame) || isIn(bounds, frame)) return;
    }
  }

  #closeNamed(tag: string, bounds: KindSet): void {
    for (let i = this.#frames.length - 1; i >= 0; i--) {
      const frame = this.#frames[i];
      if (frame === undefined) return;
      if (frame.tag === tag) this.#popTo(i);
      if (frame.tag === tag || isIn(bounds, frame)) return;
    }
  }

  /** The adoption agency (HTML 13.2.6.4.7), simplified: a formatting element ends even when blocks inside stay open. */
  #closeFormatting(tag: string): void {
    let blocks = false;
    for (let i = this.#frames.length - 1; i >= 0; i--) {
      const frame = this.#frames[i];
      if (frame === undefined || (frame.tag !== tag && isIn(scopeBounds, frame))) return;
      if (frame.tag === tag) {
        if (blocks) this.#remove(i, frame);
        else this.#popTo(i);
        return;
      }
      blocks ||= isIn(special, frame);
    }
  }

  #remove(index: number, frame: Frame): void {
    this.#frames.splice(index, 1);
    this.#top = this.#frames[this.#frames.length - 1];
    this.#count(frame, -1);
    this.#onClose(frame, this.#frames[index - 1]);
  }

  #popTo(length: number): void {
    while (this.#frames.length > length) {
      const frame = this.#frames.pop();
      if (frame === undefined) return;
      this.#top = this.#frames[this.#frames.length - 1];
      this.#count(frame, -1);
      this.#onClose(frame, this.top);
    }
  }
}

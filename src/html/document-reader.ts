/**
 * Reads one document (the part itself, or one inside it) from its token stream.
 *
 * The stream is looked at instead of the tree, so that elements a tree builder would drop in odd places are still seen:
 * a superset of what any client loads. What is inside what comes from `OpenElements`; raw text states are switched as
 * the tree builder does. Cost: linear; nothing here recurses except documents inside documents, which
 * `limits.htmlNestingMax` bounds.
 */
import { foreignContent, html, Token } from "parse5";
import { limits } from "../base/limits.ts";
import { trimmed } from "../base/trim.ts";
import { resolveReference } from "../url/resolve.ts";
import type { Attribute } from "./attribute.ts";
import { conditionalMarkup, loadingInstruction } from "./comment-markup.ts";
import { type InlineDocument, inlineDocument, mayBeInline } from "./data-document.ts";
import { backgroundVectors, type ElementKind, IS, kindOf, type RawContent } from "./element-kinds.ts";
import {
  type AttributeReference,
  collectReferences,
  type ElementSink,
  type ElementView,
} from "./element-references.ts";
import { ElementStyles, looksOf, valueNamed } from "./element-styles.ts";
import { HidingRules } from "./hiding-rules.ts";
import { countLetterWords } from "./letter-words.ts";
import type { StartTag } from "./markup.ts";
import { MarkupTokenizer } from "./markup-tokenizer.ts";
import { type Frame, type Namespace, OpenElements } from "./open-elements.ts";
import { linkText, OpenLink } from "./open-link.ts";
import { type CssReading, isScreenMedia, readStyleSheet } from "./read-css.ts";
import {
  type BaseScope,
  baseOf,
  createBaseScope,
  type DraftReference,
  type ReferenceCollector,
} from "./reference-collector.ts";
import {
  type Place,
  partRange,
  placed,
  type Range,
  samePlace,
  shifted,
  type ValuePlace,
  valuePlace,
} from "./source-place.ts";
import { elementState, hidesText, judgeReference, judgeSheetReference, type Surroundings } from "./visibility.ts";
import { VisibleText } from "./visible-text.ts";

/** What all documents of one part share. */
export interface PartContext {
  readonly collector: ReferenceCollector;
  /** Start tags so far, over all documents. */
  tags: number;
  /** `<meta http-equiv=x-dns-prefetch-control content=on>` was seen (RL-23). */
  prefetchesDns: boolean;
}

export interface DocumentOptions {
  readonly context: PartContext;
  readonly kind: "html" | "svg";
  readonly place: Place;
  readonly base: BaseScope;
  readonly rules: HidingRules;
  readonly around: Surroundings;
  /** Takes the place of each vector found: RL-27 in conditional comments, RL-19 in attached SVG. */
  readonly vector: string | null;
  /** Added to each reason, for example ` (in Outlook)`. */
  readonly note: string;
  readonly nesting: number;
  /** The document is what a client sees that drops the tags of frames: they hold markup, not text. */
  readonly flatFrames: boolean;
  /** A tag left open at the end is read as well. */
  readonly completes: boolean;
  /** Internal entities of an SVG's document type, if any. */
  readonly entities: ReadonlyMap<string, string>;
}

/** Counted no further. */
const HIDDEN_WORDS_MAX = 20_000;

export class DocumentReader implements ElementSink {
  readonly visibleText = new VisibleText();
  /** As `HtmlReading.hiddenWords`. */
  hiddenWords = 0;
  /** A style rule came after elements it could have hidden: read once more with all rules known. */
  get rulesCameLate(): boolean {
    return this.#sheetCameLate && this.#options.rules.hasChanged;
  }

  readonly #source: string;
  readonly #options: DocumentOptions;
  readonly #tokenizer: MarkupTokenizer;
  readonly #open: OpenElements;
  readonly #styles: ElementStyles;
  #raw: RawContent["use"] | null = null;
  #closedAt = 0;
  /** Where the attribute starts whose place is remembered. */
  #placedAt = -1;
  #attributePlace: ValuePlace = { start: 0, end: 0, literal: false };
  #elementBackgrounds: DraftReference[] | null = null;
  readonly #link = new OpenLink();
  /** Sheets in `data:` imports of sheets. */
  #sheetNesting = 0;
  #contentSeen = false;
  #sheetCameLate = false;
  #openEnded = false;
  /** The open `<style>` holds for a certain screen only; nothing nests in it. */
  #isVariantSheet = false;
  #noscriptTailRead = false;
  #splitTagRead = false;
  #noscriptEnd = -1;

  constructor(source: string, options: DocumentOptions) {
    this.#source = source;
    this.#options = options;
    this.#styles = new ElementStyles(options.rules, (code) => options.context.collector.problem(code));
    this.#open = new OpenElements((frame, parent) => this.#closeFrame(frame, parent));
    this.#tokenizer = new MarkupTokenizer(source, {
      startTag: (tag) => this.#startTag(tag),
      endTag: (name, kind, start) => this.#endTag(name, kind, start),
      text: (chars) => this.#characters(chars),
      space: (chars) => this.#whiteSpace(chars),
      comment: (start, end) => this.#comment({ start, end }),
      endOfFile: (openTag) => this.#endOfSource(openTag),
    });
    this.#tokenizer.inForeignContent = options.kind === "svg";
  }

  run(): void {
    this.#tokenizer.run();
    this.#end();
  }

  // — Tokens ——————————————————————————————————————————————————————————————————————————————————————————————

  #startTag(tag: StartTag): void {
    const { context } = this.#options;
    if (++context.tags > limits.htmlTagsMax) {
      context.collector.problem("limit.html-tags");
      this.#tokenizer.pause();
      return;
    }
    const namespace = this.#namespaceOf(tag);
    const name = this.#nameOf(tag, namespace);
    if (tag.kind.index === 0 && name.includes("<")) this.#readSplitTag(tag.start);
    const kind = name === tag.name ? tag.kind : kindOf(name);
    if (namespace === "html") this.#open.impliedBy(name, kind);
    this.#closedAt = tag.start;
    const parent = namespace === "html" ? this.#open.parentOf(kind) : this.#open.top;
    const attributes = this.#attributesOf(tag);
    const looks = looksOf(attributes);
    const around = parent?.surroundings ?? this.#options.around;
    const state = elementState(kind, this.#styles.boxOf(name, looks), looks, around);
    this.#element(tag, { tag: name, kind, namespace, attributes, state }, looks.style);
  }

  #element(written: StartTag, element: ElementView, style: Attribute | null): void {
    const { tag, kind, namespace } = element;
    this.#elementBackgrounds = null;
    if (namespace === "html") this.#beforeContent(tag, kind);
    if (element.attributes.length > 0) collectReferences(element, this);
    if (style !== null) this.#collectStyle(element, style);
    if ((kind.is & IS.REPLACED) !== 0) this.#markContent();
    const closes = namespace === "html" ? (kind.is & IS.VOID) !== 0 : written.selfClosing;
    if (closes) this.#settleBackgrounds(this.#elementBackgrounds);
    else this.#push(written, element);
  }

  #push(written: StartTag, element: ElementView): void {
    const { tag, kind, namespace, state } = element;
    const raw = namespace === "html" ? this.#rawContent(kind) : null;
    if (tag === "style") this.#isVariantSheet = !isScreenMedia(valueNamed(element.attributes, "media") ?? "");
    const frame: Frame = {
      tag,
      kind,
      namespace,
      integration: namespace !== "html" && isIntegrationPoint(written, namespace),
      surroundings: (kind.is & IS.TEXTLESS) !== 0 ? { ...state, fontZero: true } : state,
      contentStart: written.end,
      styleText: "",
      backgrounds: this.#elementBackgrounds,
      hasContent: false,
    };
    if (!this.#open.push(frame, raw !== null)) {
      this.#options.context.collector.problem("limit.html-depth");
      this.#settleBackgrounds(frame.backgrounds);
    }
    if (raw !== null) {
      this.#tokenizer.enterRawText(raw);
      this.#raw = raw.use;
    }
    this.#updateForeign();
  }

  #rawContent({ raw }: ElementKind): RawContent | null {
    return raw?.use === "markup" && this.#options.flatFrames ? null : raw;
  }

  #endTag(written: string, writtenKind: ElementKind, start: number): void {
    this.#closedAt = start;
    this.#raw = null;
    const tag = this.#options.kind === "svg" ? localName(written) : written;
    const kind = tag === written ? writtenKind : kindOf(tag);
    if (tag === "a") this.#endLink();
    if ((kind.is & IS.LINE) !== 0) this.visibleText.lineBreak();
    if (!this.#open.close(tag, kind)) this.#options.context.collector.problem("limit.html-tags");
    this.#updateForeign();
  }

  #characters(chars: string): void {
    if (this.#raw !== null && this.#raw !== "text") return;
    const { top } = this.#open;
    if (top !== undefined && top.namespace !== "html" && top.tag === "style") {
      top.styleText += chars;
      return;
    }
    if (top?.tag === "head") this.#open.endHead();
    const parent = this.#open.parentOf(null);
    if (hidesText(parent?.surroundings ?? this.#options.around)) {
      const isText = parent === undefined || (parent.kind.is & IS.TEXTLESS) === 0;
      if (isText && this.hiddenWords < HIDDEN_WORDS_MAX) this.hiddenWords += countLetterWords(chars);
      return;
    }
    this.#link.add(chars);
    if (this.visibleText.add(chars) && parent !== undefined) parent.hasContent = true;
    this.#contentSeen = true;
  }

  #whiteSpace(chars: string): void {
    if (this.#raw !== null && this.#raw !== "text") return;
    const { top } = this.#open;
    if (top !== undefined && top.namespace !== "html" && top.tag === "style") top.styleText += chars;
    this.visibleText.space();
    this.#link.add(" ");
  }

  #comment(range: Range): void {
    const markup = conditionalMarkup(this.#source, range);
    if (markup !== null) {
      const { place, base, rules } = this.#options;
      const around = this.#open.top?.surroundings ?? this.#options.around;
      const note = this.#options.note === "" ? " (in Outlook)" : this.#options.note;
      this.#nested(this.#source.slice(markup.start, markup.end), {
        place: shifted(place, markup.start),
        base,
        rules,
        around,
        vector: "RL-27",
        note,
      });
      return;
    }
    const instruction = loadingInstruction(this.#source, range);
    if (instruction === null) return;
    this.#nested(instruction.tag, { place: shifted(this.#options.place, range.start) });
  }

  /**
   * `<scr<script></script>ipt src=…>` is a script to a client whose filter takes `<script>` out once (RL-25): read as if that had
   * happened; once for a document, which bounds the cost.
   */
  #readSplitTag(start: number): void {
    if (this.#options.nesting > 0 || this.#splitTagRead) return;
    const written = this.#source.slice(start, start + SPLIT_CHARS_MAX);
    const joined = written.replace(/<\/?script[^<>]*>/gi, "");
    if (joined.length === written.length) return;
    this.#splitTagRead = true;
    const end = joined.indexOf(">") + 1;
    const place: Place = { ...samePlace, fixed: placed(this.#options.place, { start, end: start + written.length }) };
    this.#nested(joined.slice(0, end), { place, base: this.#options.base });
  }

  #endOfSource(openTag: number | null): void {
    this.#end();
    if (openTag !== null && this.#options.completes) this.#completeTag(openTag);
  }

  /**
   * A tag that the end of the text leaves open is dropped by browsers, but not by every client, and it is the shape of
   * an attack that pulls the next part into a URL (HM-220): read as if it ended here.
   */
  #completeTag(start: number): void {
    const { place, base, context } = this.#options;
    context.collector.problem("html.unclosed-tag");
    const { around } = this.#options;
    const { tags } = context;
    for (const ending of [">", '">', "'>"]) {
      if (context.tags > tags) return;
      this.#nested(this.#source.slice(start) + ending, {
        place: shifted(place, start),
        base,
        around,
        completes: false,
      });
    }
  }

  #end(): void {
    this.#closedAt = this.#source.length;
    this.#raw = null;
    // What a conditional comment leaves open holds what follows the comment: it is not empty.
    this.#openEnded = this.#options.note !== "";
    this.#open.closeAll();
    this.#endLink();
  }

  // — Elements ————————————————————————————————————————————————————————————————————————————————————————————

  /** The namespace the element lands in; leaves foreign content where the tag breaks out of it. */
  #namespaceOf(tag: StartTag): Namespace {
    if (this.#options.kind === "svg") return "svg";
    const { top } = this.#open;
    if (top !== undefined && this.#open.inForeignContent) {
      if (!foreignContent.causesExit(tokenOf(tag))) return tag.name === "math" ? "math" : top.namespace;
      this.#open.leaveForeignContent();
      this.#updateForeign();
    }
    return tag.name === "svg" ? "svg" : tag.name === "math" ? "math" : "html";
  }

  #nameOf({ name }: StartTag, namespace: Namespace): string {
    if (this.#options.kind === "svg") return localName(name);
    // HTML 13.2.6.4.7: "Change the token's tag name to img and reprocess it."
    return namespace === "html" && name === "image" ? "img" : name;
  }

  #attributesOf({ attributes }: StartTag): readonly Attribute[] {
    if (attributes.length > limits.htmlAttributesMax) {
      this.#options.context.collector.problem("limit.html-attributes");
      attributes.length = limits.htmlAttributesMax;
    }
    if (this.#options.entities.size > 0) {
      for (const attribute of attributes) attribute.value = this.#expand(attribute.value);
    }
    return attributes;
  }

  /** Internal entities of SVG (`<!ENTITY u "https://…">`), one round. */
  #expand(value: string): string {
    if (!value.includes("&")) return value;
    return value.replace(/&([\w.:-]{1,64});/g, (written, name: string) => this.#options.entities.get(name) ?? written);
  }

  #beforeContent(tag: string, { is }: ElementKind): void {
    if ((is & IS.LINE) !== 0) this.visibleText.lineBreak();
    else if ((is & IS.CELL) !== 0) this.visibleText.space();
    if (tag === "a") this.#endLink();
  }

  #collectStyle(element: ElementView, attribute: Attribute): void {
    for (const { url, start, end, vector } of this.styleValue(attribute.value).urls) {
      const own = element.namespace !== "html" ? "RL-18" : vector;
      this.reference(element, { attribute, vector: own, fires: "open", url, start, end });
    }
  }

  #closeFrame(frame: Frame, parent: Frame | undefined): void {
    if (frame.tag === "style") this.#readStyleElement(frame);
    else if (frame.namespace === "html" && this.#rawContent(frame.kind)?.use === "markup") this.#readRawMarkup(frame);
    else if (frame.tag === "noscript") this.#readNoscriptTail(frame);
    if (frame.hasContent) {
      if (parent !== undefined) parent.hasContent = true;
    } else if (!this.#openEnded) {
      this.#settleBackgrounds(frame.backgrounds);
    }
  }

  #markContent(): void {
    this.#contentSeen = true;
    const { top } = this.#open;
    if (top !== undefined) top.hasContent = true;
  }

  #settleBackgrounds(backgrounds: readonly DraftReference[] | null): void {
    if (backgrounds === null) return;
    for (const draft of backgrounds) {
      if (draft.hidden) continue;
      draft.hidden = true;
      draft.why = "a background of an empty element without height";
    }
  }

  #updateForeign(): void {
    this.#tokenizer.inForeignContent = this.#options.kind === "svg" || this.#open.inForeignContent;
  }

  // — Content read as something else ——————————————————————————————————————————————————————————————————————

  #readStyleElement(frame: Frame): void {
    const range: Range = { start: frame.contentStart, end: Math.max(frame.contentStart, this.#closedAt) };
    const written = this.#source.slice(range.start, range.end);
    const css = frame.namespace === "html" ? written : this.#expand(frame.styleText);
    const exact = css === written;
    const use = frame.namespace !== "html" ? "foreign" : this.#isVariantSheet ? "variant" : "screen";
    this.#readSheet(css, use, (start, end) => (exact ? { start: range.start + start, end: range.start + end } : range));
  }

  /** `variant`: the sheet holds for a certain screen only. */
  #readSheet(css: string, use: "screen" | "variant" | "foreign", rangeOf: (start: number, end: number) => Range): void {
    const reading = readStyleSheet(css);
    for (const code of reading.problems) this.#options.context.collector.problem(code);
    for (const { url, start, end, vector, box } of reading.urls) {
      const visibility = judgeSheetReference(vector, box);
      const range = rangeOf(start, end);
      const own = use === "foreign" ? "RL-18" : use === "variant" && variantVectors.has(vector) ? "RL-11" : vector;
      const inner = mayBeInline(url) ? inlineDocument(url) : null;
      if (inner === null) this.#offer({ url, vector: own, fires: "open", ...range }, visibility);
      else this.#readInner(inner, range, { around: this.#options.around, vector: this.#options.vector });
    }
    // What only Outlook or a certain screen reads hides nothing from others.
    if (reading.rules.length === 0 || this.#options.note !== "" || use === "variant") return;
    this.#options.rules.add(reading.rules);
    if (this.#options.rules.isCut) this.#options.context.collector.problem("limit.css-rules");
    if (this.#contentSeen) this.#sheetCameLate = true;
  }

  /** What stands in `iframe`, `noframes` and `noembed` is text for browsers and markup for clients that drop the tags. */
  #readRawMarkup(frame: Frame): void {
    const text = this.#source.slice(frame.contentStart, this.#closedAt);
    if (!text.includes("<")) return;
    const { place, base } = this.#options;
    this.#nested(text, {
      place: shifted(place, frame.contentStart),
      base,
      around: frame.surroundings,
      flatFrames: true,
    });
  }

  /**
   * `<noscript>` is markup where scripts are off, as in mail, and text up to the first `</noscript` where they are on. When
   * the two end at different places (`<noscript><a title="</noscript><img …>">`), what the second reading sees is read
   * too; once for a document, which bounds the cost.
   */
  #readNoscriptTail(frame: Frame): void {
    if (this.#options.nesting > 0 || this.#noscriptTailRead) return;
    const first = this.#noscriptEndAfter(frame.contentStart);
    if (first >= this.#closedAt) return;
    this.#noscriptTailRead = true;
    this.#options.context.collector.problem("html.noscript-ambiguous");
    const { place, base, around } = this.#options;
    this.#nested(this.#source.slice(first, this.#closedAt), { place: shifted(place, first), base, around });
  }

  /** Asked from left to right and remembered, so that all questions together cost one walk through the text. */
  #noscriptEndAfter(start: number): number {
    if (this.#noscriptEnd < start) {
      const end = /<\/noscript/gi;
      end.lastIndex = start;
      this.#noscriptEnd = end.exec(this.#source)?.index ?? this.#source.length;
    }
    return this.#noscriptEnd;
  }

  #nested(source: string, options: Partial<DocumentOptions> & { readonly place: Place }): DocumentReader | null {
    if (this.#options.nesting >= limits.htmlNestingMax) {
      this.#options.context.collector.problem("limit.html-nesting");
      return null;
    }
    const reader = new DocumentReader(source, {
      ...this.#options,
      kind: "html",
      ...options,
      nesting: this.#options.nesting + 1,
    });
    reader.run();
    return reader;
  }

  #endLink(): void {
    const link = this.#link.end();
    if (link !== null) this.#options.context.collector.link(link);
  }

  // — What elements give (ElementSink) ————————————————————————————————————————————————————————————————————

  reference(element: ElementView, written: AttributeReference): void {
    const found = written.url.charCodeAt(0) === BACKTICK ? withoutBackticks(written) : written;
    const inner = found.fires === "open" && mayBeInline(found.url) ? inlineDocument(found.url) : null;
    if (inner !== null) {
      this.innerDocument(element, found.attribute, inner.kind, inner.text);
      return;
    }
    const range = partRange(this.#placeOf(found.attribute), found.start, found.end);
    const background = backgroundVectors.has(found.vector) && (element.kind.is & IS.REPLACED) === 0;
    const vector = element.tag === "link" ? "RL-08" : found.vector;
    const visibility = judgeReference(vector, element.state, !background && (element.kind.is & IS.IMAGE) !== 0);
    const draft = this.#offer(
      { ...found, ...range },
      found.fires === "click" ? clickVisibility(visibility, found) : visibility,
    );
    if (draft === null || !background || element.tag === "body" || element.tag === "html") return;
    if (element.state.box.hasExtent === "yes" || element.state.height > 2) return;
    this.#elementBackgrounds ??= [];
    this.#elementBackgrounds.push(draft);
  }

  innerDocument(element: ElementView, attribute: Attribute, kind: "html" | "svg" | "css", text: string): void {
    // A drawing is a picture wherever no frame holds it.
    const isPicture =
      (element.kind.is & IS.PICTURE) !== 0 ||
      attribute.name === "style" ||
      (kind === "svg" && !framing.has(element.tag));
    const vector = this.#options.vector ?? (isPicture ? null : "RL-16");
    const base = createBaseScope(attribute.name === "srcdoc" ? this.#options.base : null);
    this.#readInner({ kind, text }, this.#placeOf(attribute), { around: element.state, vector, base });
  }

  /** A document that was decoded out of the text at `range`. */
  #readInner({ kind, text }: InlineDocument, { start, end }: Range, options: Partial<DocumentOptions>): void {
    if (kind === "css") {
      if (this.#sheetNesting >= limits.htmlNestingMax) {
        this.#options.context.collector.problem("limit.html-nesting");
        return;
      }
      this.#sheetNesting++;
      this.#readSheet(text, "screen", () => ({ start, end }));
      this.#sheetNesting--;
      return;
    }
    const place: Place = { ...samePlace, fixed: placed(this.#options.place, { start, end }) };
    this.#nested(text, { base: createBaseScope(null), rules: new HidingRules(), ...options, kind, place });
  }

  styleValue(css: string): CssReading {
    return this.#styles.declarations(css);
  }

  setBase(href: string, holdsFor: "document" | "element"): void {
    const { base } = this.#options;
    const place = holdsFor === "document" ? "href" : "ofElement";
    if (base[place] !== null) return;
    if (href.length > limits.urlCharsMax) this.#options.context.collector.problem("limit.url");
    const resolved = resolveReference(href, baseOf(base.outer));
    if (resolved !== null && resolved.kind !== "inline" && resolved.scheme !== "") base[place] = resolved.href;
  }

  prefetchesDns(): void {
    this.#options.context.prefetchesDns = true;
  }

  link(element: ElementView, attribute: Attribute): void {
    const whole = attribute.value.trim();
    const url = whole.slice(0, limits.urlCharsMax);
    if (url === "") return;
    if (url.length < whole.length) this.#options.context.collector.problem("limit.url");
    const { hidden } = judgeReference("RL-01", element.state, false);
    const range = placed(this.#options.place, this.#placeOf(attribute));
    if (element.tag === "a") {
      this.#endLink();
      this.#link.begin({ url, ...range, hidden });
      return;
    }
    const alt = valueNamed(element.attributes, "alt") ?? "";
    this.#options.context.collector.link({ url, ...range, hidden, text: linkText(alt) });
  }

  /** Remembered for the latest attribute, since one value can hold thousands of references. */
  #placeOf(attribute: Attribute): ValuePlace {
    if (attribute.start !== this.#placedAt) {
      this.#placedAt = attribute.start;
      this.#attributePlace = valuePlace(this.#source, attribute.valueRange, attribute.value);
    }
    return this.#attributePlace;
  }

  #offer(
    found: Omit<AttributeReference, "attribute">,
    visibility: ReturnType<typeof judgeReference>,
  ): DraftReference | null {
    const { context, base, note, place } = this.#options;
    const { url, fires } = found;
    const vector = this.#options.vector !== null && fires === "open" ? this.#options.vector : found.vector;
    const noted = note === "" ? visibility : { ...visibility, why: visibility.why + note };
    return context.collector.offer({ url, fires, vector, ...placed(place, found) }, noted, base);
  }
}

const BACKTICK = 0x60;

/** Old Internet Explorer took backticks for quotes. */
function withoutBackticks(found: AttributeReference): AttributeReference {
  return { ...found, url: trimmed(found.url, "`") };
}

/** Elements that show a document as a page of its own. */
const framing: ReadonlySet<string> = new Set(
  "iframe frame portal fencedframe ilayer layer object embed meta".split(" "),
);

/** What a sheet for a certain screen makes a variant of (RL-11). */
const variantVectors: ReadonlySet<string> = new Set(["RL-05", "RL-06"]);

/** Characters in which a tag that was split is looked for; URLs that mails load are shorter. */
const SPLIT_CHARS_MAX = 4_096;

/** Where something fires on a click its control decides; a ping is sent unseen. */
function clickVisibility(
  visibility: ReturnType<typeof judgeReference>,
  found: AttributeReference,
): ReturnType<typeof judgeReference> {
  const { name } = found.attribute;
  if (name === "ping" || name === "attributionsrc")
    return { ...visibility, hidden: true, why: "not something a reader sees" };
  return visibility;
}

function isIntegrationPoint({ name, attributes }: StartTag, namespace: Namespace): boolean {
  const foreign = namespace === "svg" ? html.NS.SVG : html.NS.MATHML;
  return foreignContent.isIntegrationPoint(html.getTagID(name), foreign, attributes);
}

/** The tag in the words of parse5, as far as foreign content asks. */
function tokenOf({ name, selfClosing, attributes }: StartTag): Token.TagToken {
  const type = Token.TokenType.START_TAG;
  const tagID = html.getTagID(name);
  return { type, tagName: name, tagID, selfClosing, ackSelfClosing: false, attrs: attributes, location: null };
}

/** XML prefixes are names of the author's choosing: `svg:image` is `image`. */
function localName(tag: string): string {
  return tag.slice(tag.indexOf(":") + 1);
}

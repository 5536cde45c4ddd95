/**
 * HTML as clients load it and as readers see it: every remote load of RL-01 to RL-31 with its place and visibility, the
 * links, the base, and the visible text.
 *
 * Guarantees: never throws on any string; offsets lie in the text; linear in its length, of which `limits.htmlBytesMax`
 * characters are read. Sources: threat-facts 2.3; HTML 13.2.5 (tokens; parse5 for odd ones), CSS Syntax 3, 4.3 (tokens).
 */
import { limits } from "../base/limits.ts";
import { resolveReference } from "../url/resolve.ts";
import { type DocumentOptions, DocumentReader } from "./document-reader.ts";
import { HidingRules } from "./hiding-rules.ts";
import { readStyleSheet } from "./read-css.ts";
import type { HtmlReading } from "./reading.ts";
import { type BaseScope, baseOf, createBaseScope, ReferenceCollector } from "./reference-collector.ts";
import { type Place, placed, samePlace } from "./source-place.ts";
import { readSvgProlog } from "./svg-prolog.ts";
import { judgeSheetReference, openSurroundings } from "./visibility.ts";

export type { HtmlLink, HtmlReading, HtmlReference } from "./reading.ts";

/** Reads an HTML part. `contentBase`: an absolute base from outside, as Content-Base headers give (RL-48). */
export function readHtml(text: string, contentBase: string | null = null): HtmlReading {
  return readPart(text, "html", contentBase);
}

/** Reads an SVG image that is a part of its own (RL-19): as XML, with the entities of its document type. */
export function readSvg(text: string): HtmlReading {
  return readPart(text, "svg", null);
}

/** Reads a style sheet that is a part of its own, as `<link rel=stylesheet href="cid:…">` may load it (RL-08). */
export function readCss(text: string): HtmlReading {
  const collector = new ReferenceCollector();
  const base = createBaseScope(null);
  offerSheet(text, samePlace, collector, base);
  if (text.includes("\0")) {
    // As for markup below: software that drops NULs sees other names.
    collector.problem("html.nul");
    collector.onlyNew();
    offerSheet(withoutNulls(text), placeWithoutNulls(text), collector, base);
  }
  const found = collector.finish(base);
  return {
    ...found,
    links: [],
    base: null,
    visibleText: "",
    invisibleCount: 0,
    hiddenWords: 0,
    problems: collector.problems,
  };
}

function offerSheet(text: string, place: Place, collector: ReferenceCollector, base: BaseScope): void {
  const { urls, problems } = readStyleSheet(text);
  for (const code of problems) collector.problem(code);
  for (const { url, start, end, vector, box } of urls) {
    const range = placed(place, { start, end });
    collector.offer({ vector, url, ...range, fires: "open" }, judgeSheetReference(vector, box), base);
  }
}

function readPart(whole: string, kind: "html" | "svg", contentBase: string | null): HtmlReading {
  const text = whole.length > limits.htmlBytesMax ? whole.slice(0, limits.htmlBytesMax) : whole;
  const rules = new HidingRules();
  const first = readOnce(text, kind, contentBase, rules);
  const reading = first.rulesCameLate ? readOnce(text, kind, contentBase, rules).reading : first.reading;
  return text === whole ? reading : { ...reading, problems: ["limit.html-bytes", ...reading.problems] };
}

interface OnePass {
  readonly reading: HtmlReading;
  readonly rulesCameLate: boolean;
}

/** One pass with the style rules known so far; those of the text are added to `rules`. */
function readOnce(text: string, kind: "html" | "svg", contentBase: string | null, rules: HidingRules): OnePass {
  const collector = new ReferenceCollector();
  const context = { collector, tags: 0, prefetchesDns: false };
  const outer: BaseScope = { ...createBaseScope(null), href: contentBase };
  const base = createBaseScope(outer);
  const prolog = kind === "svg" ? readSvgProlog(text) : null;
  const options: DocumentOptions = {
    context,
    kind,
    place: samePlace,
    base,
    rules,
    around: openSurroundings,
    vector: kind === "svg" ? "RL-19" : null,
    note: "",
    nesting: 0,
    flatFrames: false,
    completes: true,
    entities: prolog?.entities ?? new Map(),
  };
  for (const { url, start, end } of prolog?.external ?? []) {
    collector.offer({ vector: "RL-19", url, start, end, fires: "open" }, unseen, base);
  }
  if (prolog?.isCut === true) collector.problem("limit.svg-prolog");
  const reader = new DocumentReader(text, options);
  reader.run();
  if (text.includes("\0")) readWithoutNulls(text, options);
  if (context.prefetchesDns) addDnsPrefetches(collector, base);
  if (rules.isCut && !collector.problems.includes("limit.css-rules")) collector.problem("limit.css-rules");
  if (reader.visibleText.isCut) collector.problem("limit.visible-text");
  const { references, referenceCount } = collector.finish(base);
  const { links, problems } = collector;
  const visibleText = reader.visibleText.toString();
  const { invisibleCount } = reader.visibleText;
  const seen = { visibleText, invisibleCount, hiddenWords: reader.hiddenWords };
  const reading = { references, referenceCount, links, base: baseOf(base), ...seen, problems };
  return { reading, rulesCameLate: reader.rulesCameLate };
}

/**
 * Browsers read `<im\0g` as an unknown element; mail software that drops NULs first reads an image. Both are possible, so
 * the text is read a second time without them, and what is new is added.
 */
function readWithoutNulls(text: string, options: DocumentOptions): void {
  const { collector } = options.context;
  options.context.tags = 0;
  collector.problem("html.nul");
  collector.onlyNew();
  new DocumentReader(withoutNulls(text), { ...options, place: placeWithoutNulls(text) }).run();
}

/** Unit by unit: what a replacement gives is a rope of its pieces until it is read, many times its text where NULs are many. */
function withoutNulls(text: string): string {
  const units = new Uint16Array(Math.min(text.length, PIECE_CHARS));
  const pieces: string[] = [];
  for (let start = 0; start < text.length; start += PIECE_CHARS) {
    const end = Math.min(text.length, start + PIECE_CHARS);
    let length = 0;
    for (let at = start; at < end; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit === 0) continue;
      units[length] = unit;
      length += 1;
    }
    pieces.push(Buffer.from(units.buffer, 0, 2 * length).toString("utf16le"));
  }
  return pieces.join("");
}

const PIECE_CHARS = 64 * 1024;

/** Of a text in UTF-16 that is read as another charset every second character is one, so their places are kept outside the heap. */
function placeWithoutNulls(text: string): Place {
  let count = 0;
  for (let at = text.indexOf("\0"); at >= 0; at = text.indexOf("\0", at + 1)) count += 1;
  const removed = new Uint32Array(count);
  let index = 0;
  for (let at = text.indexOf("\0"); at >= 0; at = text.indexOf("\0", at + 1)) {
    removed[index] = at;
    index += 1;
  }
  return { ...samePlace, removed };
}

const unseen = { hidden: true, why: "not something a reader sees", width: null, height: null };

/** RL-23: one look-up for each distinct host of the ordinary links. */
function addDnsPrefetches(collector: ReferenceCollector, base: BaseScope): void {
  const seen = new Set<string>();
  for (const { url, start, end } of collector.links) {
    const resolved = resolveReference(url, baseOf(base));
    if (resolved === null || resolved.kind !== "remote" || seen.has(resolved.host)) continue;
    seen.add(resolved.host);
    collector.offer({ vector: "RL-23", url, start, end, fires: "open" }, unseen, base);
  }
}

/**
 * What one element makes a client load: goes through its attributes by the tables of `loading-attributes.ts` and gives
 * each reference to the document reader. Knows no tree: what encloses the element is already in `state`.
 */
import { classifyReference } from "../url/resolve.ts";
import { isSystemScheme } from "../url/schemes.ts";
import { type Attribute, ROLE } from "./attribute.ts";
import { inlineDocument } from "./data-document.ts";
import type { ElementKind } from "./element-kinds.ts";
import {
  type LoadingAttribute,
  linkVectors,
  loadingAttributes,
  loadingParameters,
  svgAnimatedValues,
  svgLoadingAttribute,
  svgStyleAttributes,
} from "./loading-attributes.ts";
import { refreshUrl } from "./meta-refresh.ts";
import type { Namespace } from "./open-elements.ts";
import type { CssReading } from "./read-css.ts";
import { listedUrls, srcsetCandidates } from "./srcset.ts";
import type { ElementState } from "./visibility.ts";

/** An element in its place. */
export interface ElementView {
  readonly tag: string;
  readonly kind: ElementKind;
  readonly namespace: Namespace;
  readonly attributes: readonly Attribute[];
  readonly state: ElementState;
}

/** A reference inside an attribute's value. */
export interface AttributeReference {
  readonly attribute: Attribute;
  readonly vector: string;
  readonly fires: "open" | "click";
  readonly url: string;
  /** Within the value. */
  readonly start: number;
  readonly end: number;
}

/** What the document reader offers to this file. */
export interface ElementSink {
  reference(element: ElementView, found: AttributeReference): void;
  /** A document written into an attribute. */
  innerDocument(element: ElementView, attribute: Attribute, kind: "html" | "svg" | "css", text: string): void;
  styleValue(css: string): CssReading;
  setBase(href: string, holdsFor: "document" | "element"): void;
  prefetchesDns(): void;
  link(element: ElementView, attribute: Attribute): void;
}

/** Gives every load and link of the element to the sink. */
export function collectReferences(element: ElementView, sink: ElementSink): void {
  const table = loadingAttributes(element.tag);
  for (const attribute of element.attributes) {
    if (attribute.isEmpty || (element.namespace === "html" && (attribute.role & ROLE.LOADS) === 0)) continue;
    const ofSvg = element.namespace === "svg" ? svgLoadingAttribute(element.tag, attribute.name) : null;
    const loading = ofSvg ?? table?.get(attribute.name);
    if (loading !== undefined) collectAttribute(element, attribute, loading, sink);
    else collectOther(element, attribute, sink);
  }
  const special = specialElements.get(element.tag);
  if (special !== undefined) special(element, sink);
}

function collectAttribute(
  element: ElementView,
  attribute: Attribute,
  loading: LoadingAttribute,
  sink: ElementSink,
): void {
  const { vector, fires } = loading;
  const { value } = attribute;
  const give = (url: string, start: number, end: number) =>
    sink.reference(element, { attribute, vector, fires, url, start, end });
  switch (loading.form) {
    case "url":
      give(value, 0, value.length);
      return;
    case "absolute":
      if (classifyReference(value).kind !== "relative") give(value, 0, value.length);
      return;
    case "srcset":
      for (const { url, start, end } of srcsetCandidates(value)) give(url, start, end);
      return;
    case "urls":
      for (const { url, start, end } of listedUrls(value)) give(url, start, end);
      return;
    case "frame": {
      const inner = inlineDocument(value);
      if (inner === null) give(value, 0, value.length);
      else sink.innerDocument(element, attribute, inner.kind, inner.text);
    }
  }
}

/** Attributes that count on any element, or by their own rule. */
function collectOther(element: ElementView, attribute: Attribute, sink: ElementSink): void {
  const { name, value } = attribute;
  if (name === "background") {
    sink.reference(element, { attribute, vector: "RL-04", fires: "open", url: value, start: 0, end: value.length });
  } else if (name === "srcdoc") {
    sink.innerDocument(element, attribute, "html", value);
  } else if (name === "href" || name === "xlink:href") {
    if (isLinkElement(element)) collectLink(element, attribute, sink);
  } else if (name === "xml:base" && element.namespace !== "html") {
    // The first one is taken for all that has no other base, which only adds.
    sink.setBase(value, "element");
  } else if (element.namespace === "svg" && svgStyleAttributes.has(name) && value.includes("(")) {
    collectStyleValue(element, attribute, sink);
  } else if (element.namespace === "svg" && svgAnimatedValues.has(name)) {
    collectAnimation(element, attribute, sink);
  }
}

/** An attribute of SVG that takes a value of CSS: `fill="url(…)"`. */
function collectStyleValue(element: ElementView, attribute: Attribute, sink: ElementSink): void {
  for (const { url, start, end } of sink.styleValue(attribute.value).urls) {
    sink.reference(element, { attribute, vector: "RL-18", fires: "open", url, start, end });
  }
}

/** `<a>` in HTML and SVG, MathML elements, and Office's shapes (`v:roundrect href`, the buttons of many newsletters). */
function isLinkElement(element: ElementView): boolean {
  const { tag } = element;
  return tag === "a" || element.namespace === "math" || tag.includes(":");
}

/** An ordinary link is no load; one that the operating system answers by contacting a server is (RL-31). */
function collectLink(element: ElementView, attribute: Attribute, sink: ElementSink): void {
  sink.link(element, attribute);
  const { kind, scheme } = classifyReference(attribute.value);
  if (kind === "unc" || (kind === "other" && isSystemScheme(scheme)) || (kind === "remote" && scheme === "ftp")) {
    const { value } = attribute;
    sink.reference(element, { attribute, vector: "RL-31", fires: "click", url: value, start: 0, end: value.length });
  }
}

/** SMIL can set an href: `<set attributeName="xlink:href" to="…">`; `values` is a list between semicolons. */
function collectAnimation(element: ElementView, attribute: Attribute, sink: ElementSink): void {
  const target = valueNamed(element, "attributename");
  if (target === null) return;
  if (!target.trim().toLowerCase().endsWith("href")) {
    if (attribute.value.includes("(")) collectStyleValue(element, attribute, sink);
    return;
  }
  let start = 0;
  for (const url of attribute.value.split(";")) {
    sink.reference(element, { attribute, vector: "RL-18", fires: "open", url, start, end: start + url.length });
    start += url.length + 1;
  }
}

type Special = (element: ElementView, sink: ElementSink) => void;

const specialElements: ReadonlyMap<string, Special> = new Map<string, Special>([
  ["base", collectBase],
  ["meta", collectMeta],
  ["link", collectLinkElement],
  ["param", collectParameter],
  ["area", collectArea],
  ["xml-stylesheet", collectSheetInstruction],
]);

function collectBase(element: ElementView, sink: ElementSink): void {
  const href = valueNamed(element, "href");
  if (href !== null) sink.setBase(href, "document");
}

function collectMeta(element: ElementView, sink: ElementSink): void {
  const content = attributeOf(element, "content");
  const kind = valueNamed(element, "http-equiv")?.trim().toLowerCase();
  if (content === null) return;
  if (kind === undefined) {
    collectNamedMeta(element, content, sink);
  } else if (kind === "refresh") {
    const refresh = refreshUrl(content.value);
    if (refresh === null) return;
    const inner = inlineDocument(refresh.url);
    if (inner !== null) sink.innerDocument(element, content, inner.kind, inner.text);
    else sink.reference(element, { attribute: content, vector: "RL-20", fires: "open", ...refresh });
  } else if (kind === "link") {
    collectLinkHeader(element, content, sink);
  } else if (kind === "x-dns-prefetch-control" && content.value.trim().toLowerCase() === "on") {
    sink.prefetchesDns();
  }
}

/** `<meta http-equiv=link content="<url>; rel=stylesheet">`: the header field of HTTP (RFC 8288), which Gecko read there. */
function collectLinkHeader(element: ElementView, content: Attribute, sink: ElementSink): void {
  const links = /<([^<>]*)>([^<]*)/g;
  for (
    let n = 0, match = links.exec(content.value);
    match !== null && n < TILES_MAX;
    n++, match = links.exec(content.value)
  ) {
    const [, url = "", parameters = ""] = match;
    const vector = relVector(/(?:^|;)\s*rel\s*=\s*"?([^";,]*)/i.exec(parameters)?.[1] ?? "");
    const start = match.index + 1;
    if (vector === null) continue;
    sink.reference(element, { attribute: content, vector, fires: "open", url, start, end: start + url.length });
  }
}

/**
 * Pictures and polls of pages pinned to a start screen (`msapplication-…`), kin of the touch icons; and the notes that reading
 * views of old browsers showed as markup.
 */
function collectNamedMeta(element: ElementView, content: Attribute, sink: ElementSink): void {
  const name = (valueNamed(element, "name") ?? valueNamed(element, "property") ?? "").trim().toLowerCase();
  if (name.startsWith("msapplication-")) collectTile(element, name, content, sink);
  else if (notesShown.has(name) && content.value.includes("<"))
    sink.innerDocument(element, content, "html", content.value);
}

const notesShown: ReadonlySet<string> = new Set(["copyright", "displaydate", "og:site_name"]);

/** Absolute addresses only: the others are files of the site that the page was taken from. */
function collectTile(element: ElementView, name: string, content: Attribute, sink: ElementSink): void {
  const { value } = content;
  const named = /(?:polling|icon)-uri\d?\s*=\s*([^;]*)/gi;
  const whole = loadingTiles.test(name) ? [{ url: value, start: 0, end: value.length }] : [];
  const parts = [...value.matchAll(named)].slice(0, TILES_MAX).map((match) => {
    const url = match[1] ?? "";
    const end = match.index + match[0].length;
    return { url, start: end - url.length, end };
  });
  for (const { url, start, end } of [...whole, ...parts]) {
    if (classifyReference(url).kind === "relative") continue;
    sink.reference(element, { attribute: content, vector: "RL-24", fires: "open", url, start, end });
  }
}

const TILES_MAX = 16;
const loadingTiles = /^msapplication-(?:config|tileimage|(?:square|wide)\d+x\d+logo)$/;

function collectLinkElement(element: ElementView, sink: ElementSink): void {
  const vector = relVector(valueNamed(element, "rel") ?? "");
  if (vector === null) return;
  const href = attributeOf(element, "href");
  if (href !== null) {
    const inner = vector === "RL-08" ? inlineDocument(href.value) : null;
    if (inner !== null) sink.innerDocument(element, href, inner.kind, inner.text);
    else
      sink.reference(element, {
        attribute: href,
        vector,
        fires: "open",
        url: href.value,
        start: 0,
        end: href.value.length,
      });
  }
  const srcset = attributeOf(element, "imagesrcset");
  if (srcset !== null) {
    for (const candidate of srcsetCandidates(srcset.value)) {
      sink.reference(element, { attribute: srcset, vector, fires: "open", ...candidate });
    }
  }
}

/** The vector of a space-separated `rel`; a style sheet counts before all others, as `alternate stylesheet` is one. */
function relVector(rel: string): string | null {
  const found = rel
    .toLowerCase()
    .split(/\s+/, 32)
    .map((token) => linkVectors.get(token))
    .filter((vector) => vector !== undefined);
  return found.includes("RL-08") ? "RL-08" : (found[0] ?? null);
}

function collectParameter(element: ElementView, sink: ElementSink): void {
  const name = valueNamed(element, "name")?.trim().toLowerCase() ?? "";
  const value = attributeOf(element, "value");
  if (value === null || !loadingParameters.has(name)) return;
  const { length } = value.value;
  sink.reference(element, {
    attribute: value,
    vector: "RL-17",
    fires: "open",
    url: value.value,
    start: 0,
    end: length,
  });
}

/** `<area href>` is a load on click (RL-28) and a link as well. */
function collectArea(element: ElementView, sink: ElementSink): void {
  const href = attributeOf(element, "href");
  if (href !== null) sink.link(element, href);
}

/** `<?xml-stylesheet href="…"?>`, read as if it were a tag. */
function collectSheetInstruction(element: ElementView, sink: ElementSink): void {
  const href = attributeOf(element, "href");
  if (href === null) return;
  const { length } = href.value;
  sink.reference(element, { attribute: href, vector: "RL-08", fires: "open", url: href.value, start: 0, end: length });
}

function attributeOf(element: ElementView, name: string): Attribute | null {
  return element.attributes.find((attribute) => attribute.name === name && !attribute.isEmpty) ?? null;
}

function valueNamed(element: ElementView, name: string): string | null {
  return attributeOf(element, name)?.value ?? null;
}

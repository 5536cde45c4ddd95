/**
 * What in HTML would run in a webmail that did not take it out: programs, handlers of events, addresses that are programs, documents in
 * documents, and markup of such hidden in texts where sanitizers and browsers disagree (hostile-mail L; threat-facts RL-69, TF-206).
 *
 * Told from the tree that browsers build, so entities, odd quotes and namespaces are read as they read them. A text without any sign of it
 * costs one search and no tree (`active-signs.ts`). Pure, total, linear within the bounds of `html-tree.ts`.
 */
import { html, type Token } from "parse5";
import { limits } from "../base/limits.ts";
import { inlineDocument } from "../html/data-document.ts";
import { type HtmlTree, isElement, type TreeElement, type TreeNode, type TreeParent } from "./html-tree.ts";

/**
 * `script`: a program element · `handler`: of an event · `address`: a program or page where an address stands · `animation`: one that sets
 * such an address · `style`: a program in CSS · `frame`: a document in an attribute that itself holds any of these · `refresh`: goes
 * elsewhere by itself · `hidden`: handlers or programs written where a reader of markup sees text
 */
export type ActiveKind = "script" | "handler" | "address" | "animation" | "style" | "frame" | "refresh" | "hidden";

export interface ActiveMarkup {
  readonly kind: ActiveKind;
  /** In lower case. */
  readonly element: string;
  /** Empty for none. */
  readonly attribute: string;
  /** The element is SVG or MathML, or stands in such. */
  readonly isForeign: boolean;
  /** Nobody has to touch anything for it. */
  readonly runsByItself: boolean;
  /** At most `CODE_CHARS` characters. */
  readonly code: string;
}

const CODE_CHARS = 2_000;

/** In the order of the text, at most `limits.fileFactsMax`. */
export function activeMarkup({ document }: HtmlTree): readonly ActiveMarkup[] {
  const found: ActiveMarkup[] = [];
  const stack: TreeNode[] = [...document.childNodes].reverse();
  for (let node = stack.pop(); node !== undefined && found.length < limits.fileFactsMax; node = stack.pop()) {
    if (isElement(node)) {
      addElement(node, found);
      const inside: TreeParent = "content" in node ? (node.content as TreeParent) : node;
      for (let at = inside.childNodes.length - 1; at >= 0; at -= 1) stack.push(inside.childNodes[at] as TreeNode);
    } else if (node.nodeName === "#comment" && "data" in node && hasForeignParent(node)) {
      addHidden({ text: node.data, element: "#comment", attribute: "" }, found);
    }
  }
  return found;
}

function addElement(element: TreeElement, found: ActiveMarkup[]): void {
  const name = element.tagName.toLowerCase();
  const isForeign = element.namespaceURI !== html.NS.HTML || hasForeignParent(element);
  const add = (kind: ActiveKind, attribute: string, code: string, runsByItself: boolean): void => {
    found.push({ kind, element: name, attribute, isForeign, runsByItself, code: code.trim().slice(0, CODE_CHARS) });
  };
  if (name === "script" || name.endsWith(":script")) {
    const source = textOf(element);
    if (!isData(element) && (source.trim() !== "" || hasAddress(element))) add("script", "", source, true);
  }
  if (name === "style" && STYLE_CODE.test(textOf(element))) add("style", "", textOf(element), true);
  if (RAW_TEXTS.has(name)) addHidden({ text: textOf(element), element: name, attribute: "" }, found);
  for (const { name: written, value, prefix } of element.attrs as readonly Token.Attribute[]) {
    if (value === "") continue;
    const attribute = (prefix === undefined || prefix === "" ? written : `${prefix}:${written}`).toLowerCase();
    if (/^on[a-z]{3,}$/.test(attribute)) {
      add("handler", attribute, value, happensByItself(element, attribute.slice(2)));
      continue;
    }
    const kind = kindOfValue(element, attribute, value);
    if (kind !== null) add(kind, attribute, value, kind !== "address" || RUNS_ADDRESS.has(name));
    else if (value.length > HIDDEN_CHARS_MIN) addHidden({ text: value, element: name, attribute }, found);
  }
}

/** Events that happen without the reader's doing. */
const BY_ITSELF: ReadonlySet<string> = new Set(
  (
    "error load begin end repeat animationstart animationend animationiteration animationcancel transitionend transitionrun " +
    "transitionstart transitioncancel toggle beforetoggle pageshow loadstart loadeddata loadedmetadata canplay " +
    "canplaythrough progress suspend stalled timeupdate durationchange play playing start finish bounce scroll scrollend " +
    "resize hashchange message unhandledrejection securitypolicyviolation contentvisibilityautostatechange readystatechange " +
    "propertychange layoutcomplete cuechange webkitanimationstart webkitanimationend webkittransitionend"
  ).split(" "),
);

function happensByItself(element: TreeElement, event: string): boolean {
  const name = element.tagName.toLowerCase();
  // What pages of every age do when they are loaded; webmails never show a body's own attributes.
  if (event === "load" && PAGES.has(name)) return false;
  if (event === "focus" || event === "focusin") return element.attrs.some((one) => one.name === "autofocus");
  return BY_ITSELF.has(event);
}

const PAGES: ReadonlySet<string> = new Set(["body", "html", "frameset"]);

const RUNS_ADDRESS: ReadonlySet<string> = new Set(["iframe", "frame", "embed", "object", "base", "use", "script"]);
const ADDRESSES: ReadonlySet<string> = new Set([
  ...["href", "xlink:href", "src", "action", "formaction", "data", "background", "poster", "lowsrc", "dynsrc", "cite"],
  ...["codebase", "code", "manifest", "profile", "longdesc", "ping"],
]);
const ANIMATIONS: ReadonlySet<string> = new Set(["to", "from", "by", "values"]);
const PICTURES: ReadonlySet<string> = new Set([
  "img",
  "image",
  "source",
  "input",
  "video",
  "audio",
  "track",
  "feimage",
]);

function kindOfValue(element: TreeElement, attribute: string, value: string): ActiveKind | null {
  const name = element.tagName.toLowerCase();
  if (attribute === "srcdoc") return holdsActive(value) ? "frame" : null;
  if (attribute === "style") return STYLE_CODE.test(value) ? "style" : null;
  if (attribute === "content" && name === "meta") {
    return isRefresh(element) && /;\s*(?:url\s*=\s*)?(?:["']\s*)?\S/i.test(value) ? "refresh" : null;
  }
  if (ANIMATIONS.has(attribute) && /^(?:animate\w*|set)$/.test(name)) {
    return value.split(";").some(isProgramAddress) || setsHandler(element) ? "animation" : null;
  }
  if (!ADDRESSES.has(attribute)) return null;
  if (isProgramAddress(value)) return "address";
  if (!/^[\0-\x20]*data:/i.test(value) || PICTURES.has(name)) return null;
  const inner = inlineDocument(value);
  return inner !== null && inner.kind !== "css" && holdsActive(inner.text) ? "frame" : null;
}

/** What browsers drop from addresses, and what mail programs and filters drop beside it. */
const DROPPED = /[\0-\x20\u00ad\u200b-\u200f\u2028-\u202e\ufeff]+/g;
const ADDRESS_CHARS = 256;

function isProgramAddress(value: string): boolean {
  return /^(?:javascript|vbscript|livescript):/i.test(value.slice(0, ADDRESS_CHARS).replace(DROPPED, ""));
}

/** CSS that runs programs in some client; the ready-made behaviours of Office's drawings are none. */
const STYLE_CODE =
  /expression\s*\(|-moz-binding\s*:|url\(\s*(?:["']\s*)?(?:java|vb)script:|@import\s+(?:["']\s*)?(?:java|vb)script:|behaviou?r\s*:\s*url\(\s*["']?(?!["']?#default)/i;

/** Elements and handlers of a document that is written into an attribute. */
function holdsActive(text: string): boolean {
  return SCRIPT_TAG.test(text) || HIDDEN_HANDLER.test(text) || /\b(?:java|vb)script:/i.test(text);
}

const HIDDEN_CHARS_MIN = 12;
/** Elements whose content is text for one reader of markup and elements for another. */
const RAW_TEXTS: ReadonlySet<string> = new Set([
  ...["title", "textarea", "noscript", "xmp", "noembed", "noframes", "style", "iframe", "plaintext"],
]);
/** A tag with a handler. */
const HIDDEN_HANDLER = /<\s{0,4}[a-z][\w:-]{0,30}\b[^<>]{0,512}?[\s"'/]on[a-z]{4,30}\s{0,8}=/i;
const SCRIPT_TAG = /<\s{0,4}(?:[a-z]{1,20}:)?script\b/i;
/** Out of the quotes that the value stands in, into a handler. */
const BREAKOUT = /["'`]\s{0,8}\/?\s{0,8}on[a-z]{4,30}\s{0,8}=\s{0,8}["'`]?\s{0,8}[\w$]/i;

interface HiddenText {
  readonly text: string;
  readonly element: string;
  readonly attribute: string;
}

/** What frames and pages without scripts show instead may hold a program tag in the open; in a value it has no business. */
function addHidden({ text, element, attribute }: HiddenText, found: ActiveMarkup[]): void {
  const inValue = attribute === "" ? null : (SCRIPT_TAG.exec(text) ?? BREAKOUT.exec(text));
  const match = HIDDEN_HANDLER.exec(text) ?? inValue;
  if (match === null) return;
  const code = text.slice(match.index, match.index + CODE_CHARS);
  found.push({ kind: "hidden", element, attribute, isForeign: false, runsByItself: true, code });
}

function hasForeignParent(node: TreeNode): boolean {
  const { parentNode } = node;
  return parentNode !== null && isElement(parentNode) && parentNode.namespaceURI !== html.NS.HTML;
}

function isRefresh(element: TreeElement): boolean {
  return element.attrs.some(({ name, value }) => name === "http-equiv" && /^\s*refresh\s*$/i.test(value));
}

function setsHandler(element: TreeElement): boolean {
  return element.attrs.some(({ name, value }) => name.toLowerCase() === "attributename" && /^\s*on/i.test(value));
}

function hasAddress(element: TreeElement): boolean {
  return element.attrs.some(({ name, value }) => (name === "src" || name === "href") && value.trim() !== "");
}

function isData(element: TreeElement): boolean {
  return element.attrs.some(({ name, value }) => name === "type" && /json|template|text\/html|importmap/i.test(value));
}

function textOf(element: TreeElement): string {
  let text = "";
  for (const node of element.childNodes) if ("value" in node && text.length < limits.scriptCharsMax) text += node.value;
  return text;
}

/**
 * The code does more than change how its own element looks: it contacts somebody, reads the page around it, writes pages, or is put
 * together from pieces so that nobody can read it.
 */
export function reachesOut(code: string): boolean {
  return REACHES.test(code);
}

const REACHES = new RegExp(
  [
    String.raw`\b(?:eval|atob|fetch|XMLHttpRequest|ActiveXObject|sendBeacon|WebSocket|EventSource|importScripts|fromCharCode|unescape|execScript)\b`,
    String.raw`\bdocument\s*\.\s*(?:cookie|domain|write(?:ln)?|forms|scripts)\b`,
    String.raw`\b(?:createElement|createContextualFragment|innerHTML|outerHTML|insertAdjacentHTML|srcdoc|appendChild|setAttribute)\b`,
    String.raw`\b(?:localStorage|sessionStorage|indexedDB|serviceWorker|credentials)\b`,
    String.raw`\b(?:parent|top|opener|self|window|globalThis|frames|this|document)\s*\[`,
    String.raw`\b(?:parent|top|opener)\s*\.\s*\w`,
    String.raw`\bconstructor\s*[.(\[]|\bFunction\s*\(|\bimport\s*\(|\bnew\s+Image\b|\bset(?:Timeout|Interval)\s*\(\s*["'\x60]`,
    String.raw`\$\s*\.\s*(?:get|post|ajax|getScript|getJSON)\b|\b(?:alert|confirm|prompt)\s*[(\x60]`,
    String.raw`\blocation\s*(?:\.\s*(?:href|assign|replace)\s*)?[=(]`,
    String.raw`\\u00[2-7][0-9a-f]|\\x[2-7][0-9a-f]`,
  ].join("|"),
  "i",
);

/**
 * Which elements of a page stand around what it says: by role (HTML 4.3, ARIA 1.2 landmarks), by name, by how much of their text is links.
 *
 * Pure; one walk over the tree weighs all elements.
 */
import type { PageElement } from "./page-tree.ts";

export interface Weight {
  /** Characters of its text, white space left out. */
  readonly chars: number;
  /** Of them, in links. */
  readonly linked: number;
  readonly links: number;
  readonly hasTitle: boolean;
}

const NO_WEIGHT: Weight = { chars: 0, linked: 0, links: 0, hasTitle: false };

/** Of all elements. Recursive: pages are no deeper than `limits.htmlDepthMax`. */
export function weighed(root: PageElement): ReadonlyMap<PageElement, Weight> {
  const weights = new Map<PageElement, Weight>();
  weigh(root, weights);
  return weights;
}

function weigh(element: PageElement, weights: Map<PageElement, Weight>): Weight {
  let { chars, linked, links, hasTitle } = NO_WEIGHT;
  hasTitle = element.tag === "h1";
  for (const child of element.children) {
    if (typeof child === "string") {
      chars += charsOf(child);
      continue;
    }
    const inner = weigh(child, weights);
    chars += inner.chars;
    linked += inner.linked;
    links += inner.links;
    hasTitle ||= inner.hasTitle;
  }
  const weight =
    element.href === "" ? { chars, linked, links, hasTitle } : { chars, linked: chars, links: 1, hasTitle };
  weights.set(element, weight);
  return weight;
}

function charsOf(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x20) count += 1;
  return count;
}

/** Part of the page's text that is no link, that an element must have to be its content. */
const MAIN_SHARE = 0.4;

/** The element that holds what the page says: `main`, else the one `article` with most of the text; null where none is. */
export function mainOf(root: PageElement, weights: ReadonlyMap<PageElement, Weight>): PageElement | null {
  const own = ({ chars, linked }: Weight) => chars - linked;
  const whole = own(weights.get(root) ?? NO_WEIGHT);
  let best: PageElement | null = null;
  let most = whole * MAIN_SHARE;
  for (const [element, weight] of weights) {
    if (element.tag !== "main" && element.tag !== "article" && element.role !== "main") continue;
    // An article within `main` is weighed first and is as good, but for a heading beside it.
    if (own(weight) > most || (own(weight) === most && weight.hasTitle)) [best, most] = [element, own(weight)];
  }
  return best;
}

const TAGS = new Set(["nav", "aside", "form", "button", "dialog", "menu", "search"]);
const ROLES =
  /^(?:navigation|banner|contentinfo|complementary|search|menu|menubar|toolbar|dialog|alertdialog|tablist|button)$/;
const NAMES =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menus?|breadcrumbs?|sidebar|side-bar|site-?(?:header|footer)|page-?(?:header|footer)|footer|cookies?|consent|gdpr|share|sharing|social|related|recommended|newsletter|subscribe|subscription|comments?|advert\w*|promo\w*|skip|skip-?link|pagination|pager|toc|tags?-?list)(?:$|[\s_-])/;
const LISTS = new Set(["ul", "ol", "div", "p", "section", "table", "td", "dl"]);

/** A list of links: so many, so short, so little beside them. */
const LINKS_MIN = 3;
const LINK_CHARS_MAX = 40;
const LINK_SHARE = 0.8;
/** An element with so much of the page's own text is no furniture, whatever it is called. */
const CONTENT_SHARE = 0.5;

export interface Surrounding {
  readonly root: PageElement;
  readonly weights: ReadonlyMap<PageElement, Weight>;
  /** Inside the page's main element, where fewer signs count. */
  readonly isMain: boolean;
  /** The main element; null for none. */
  readonly holds: PageElement | null;
}

export function isFurniture(element: PageElement, { root, weights, isMain, holds }: Surrounding): boolean {
  const { tag, role, names } = element;
  const weight = weights.get(element) ?? NO_WEIGHT;
  const whole = weights.get(root) ?? NO_WEIGHT;
  if (weight.chars === 0) return false;
  if (tag === "nav" || ROLES.test(role)) return true;
  if (weight.hasTitle) return false;
  const isCalledSo = TAGS.has(tag) || tag === "footer" || (names !== "" && NAMES.test(names));
  if (isCalledSo && !isMostOf(weight, whole)) return true;
  if (tag === "header" && !isMain && !isMostOf(weight, whole)) return true;
  return !isMain && holds === null && isListOfLinks(tag, weight);
}

function isMostOf({ chars, linked }: Weight, whole: Weight): boolean {
  return chars - linked > (whole.chars - whole.linked) * CONTENT_SHARE;
}

function isListOfLinks(tag: string, { chars, linked, links }: Weight): boolean {
  return LISTS.has(tag) && links >= LINKS_MIN && linked >= chars * LINK_SHARE && linked / links <= LINK_CHARS_MAX;
}

/**
 * HTML as rules read it (mdm.md, 4.6): its source, what a reader sees, all its text, its links. The reading of the ordinary path is used
 * where there is one; a tree is built only for what needs it. Everything is worked out when asked for, once.
 */

import type { HidingRules } from "../html/hiding-rules.ts";
import { readHtml } from "../html/read-html.ts";
import type { HtmlReading } from "../html/reading.ts";
import { Undetermined } from "../mql/value.ts";
import { type ActiveMarkup, activeMarkup, reachesOut } from "./active-markup.ts";
import { mayBeActive } from "./active-signs.ts";
import { innerTextOf, rulesOf } from "./html-text.ts";
import { type HtmlTree, parseTree } from "./html-tree.ts";
import { htmlLinks, type LinkFacts, linkObjects } from "./links.ts";
import { maker } from "./model-object.ts";
import { once } from "./once.ts";

/** A tree with the styles that decide what of it is seen. */
export interface StyledTree {
  readonly tree: HtmlTree;
  readonly rules: HidingRules;
}

export interface HtmlFacts {
  readonly raw: () => string;
  readonly charset: () => string | null;
  readonly transferEncoding: string | null;
  /** Of every part that the source is made of. */
  readonly readings: () => readonly HtmlReading[];
  /** Null where there is more of it than trees are built of. */
  readonly tree: () => StyledTree | null;
}

/** HTML that stands by itself. */
export function htmlFacts(raw: () => string, given: Partial<Omit<HtmlFacts, "raw">> = {}): HtmlFacts {
  const source = once(raw);
  return {
    raw: source,
    charset: () => null,
    transferEncoding: null,
    readings: once(() => [readHtml(source())]),
    tree: once(() => styledTree(source())),
    ...given,
  };
}

function styledTree(source: string): StyledTree | null {
  const tree = parseTree(source);
  return tree === null ? null : { tree, rules: rulesOf(tree) };
}

export function displayTextOf({ readings }: HtmlFacts): string {
  return readings()
    .map(({ visibleText }) => visibleText)
    .filter((text) => text !== "")
    .join("\n");
}

export function linksOf({ readings }: HtmlFacts): readonly LinkFacts[] {
  return readings().flatMap(htmlLinks);
}

/** Absolute base of the document's relative references. */
export function baseOf({ readings }: HtmlFacts): string | null {
  return readings().find(({ base }) => base !== null)?.base ?? null;
}

export const htmlObject = maker<"HTML", HtmlFacts>("HTML", {
  charset: ({ charset }) => charset(),
  content_transfer_encoding: ({ transferEncoding }) => transferEncoding,
  display_text: displayTextOf,
  // What is too much for a tree has its visible text at least.
  inner_text: (html) => {
    const styled = html.tree();
    return styled === null ? displayTextOf(html) : innerTextOf(styled.tree.document);
  },
  links: (html) => linkObjects(linksOf(html)),
  raw: ({ raw }) => raw(),
  letterlock: (html) => signsObject(html),
});

const activeObject = maker<"ActiveMarkup", ActiveMarkup>("ActiveMarkup", {
  kind: ({ kind }) => kind,
  element: ({ element }) => element,
  attribute: ({ attribute }) => attribute || null,
  foreign: ({ isForeign }) => isForeign,
  runs_by_itself: ({ runsByItself }) => runsByItself,
  reaches_out: ({ code }) => reachesOut(code),
  code: ({ code }) => code,
});

const TOO_LARGE = new Undetermined(["html-tree"]);

const signsObject = maker<"MarkupSigns", HtmlFacts>("MarkupSigns", {
  active: ({ raw, tree }) => {
    if (!mayBeActive(raw())) return [];
    const styled = tree();
    return styled === null ? [TOO_LARGE] : activeMarkup(styled.tree).map(activeObject);
  },
});

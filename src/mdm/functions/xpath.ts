/**
 * `html.xpath`: XPath 1.0 over HTML (mql.md, 9.4). Bounded by fuel: a query that asks for more than a mail is worth, or HTML of which no tree
 * is built, is undetermined, never an empty answer. Queries are parsed once.
 */
import { parse } from "xpath/xpath.js";
import { limits } from "../../base/limits.ts";
import type { HostFunction } from "../../mql/types.ts";
import { Json, Undetermined, type Value } from "../../mql/value.ts";
import { baseOf, type HtmlFacts, type StyledTree } from "../html-part.ts";
import { innerTextOf, visibleBlocks, visibleTextOf } from "../html-text.ts";
import { outerSource, type TreeNode } from "../html-tree.ts";
import { leadsAway, linkObjects, toLink } from "../links.ts";
import { ModelObject, maker, valueObject } from "../model-object.ts";
import { OutOfFuel, type XNode, type XTree, xpathTree } from "../xpath-nodes.ts";
import { compileXPath } from "../xpath-query.ts";
import { define } from "./define.ts";

const FAILED = new Undetermined(["error:html.xpath"]);

export const xpath: HostFunction = define({
  name: "html.xpath",
  positional: [
    ["html", ["HTML", "FinalDOM"]],
    ["query", ["string"]],
  ],
  result: "XPathResult",
  meaning: "Nodes of HTML that an XPath 1.0 query names.",
  call: (_host, [html, query]) => answer(html ?? null, query ?? null),
});

type Select = (tree: XTree) => readonly XNode[] | null;

interface Compiled {
  readonly select: Select;
  /** False where the page has none of the elements that the query names nodes of; true also where that is not known. */
  readonly mayFind: (page: HtmlFacts) => boolean;
}

/** By their text; null for what is no query. Rules bring theirs again and again. */
const queries = new Map<string, Compiled | null>();
const QUERIES_MAX = 1_000;

function queryOf(text: string): Compiled | null {
  const known = queries.get(text);
  if (known !== undefined) return known;
  if (queries.size >= QUERIES_MAX) queries.clear();
  const query = parsed(text);
  queries.set(text, query);
  return query;
}

function parsed(text: string): Compiled | null {
  if (text.length > limits.xpathQueryCharsMax) return null;
  const sound = withoutStray(text);
  const own = compileXPath(sound);
  if (own !== null) {
    const needs = own.needs.map((names) => names.filter((name) => WRITTEN.test(name) && !MADE_UP.test(name)));
    return {
      select: (tree) => own.nodes(tree, tree.root),
      mayFind: (page) => {
        const tags = tagsOf(page);
        return needs.some((names) => names.every((name) => tags.has(name)));
      },
    };
  }
  try {
    const query = parse(sound);
    const tag = tagOf(sound);
    return { select: selectBy(query), mayFind: (page) => tag === null || tag.test(page.raw()) };
  } catch {
    return null;
  }
}

/** [I] Brackets at the end that close nothing are left out: a public rule has one, and fires where it was written. */
function withoutStray(text: string): string {
  const bare = text.replace(/"[^"]*"|'[^']*'/g, (quoted) => "_".repeat(quoted.length));
  const stray = [...bare].reduce((open, sign) => open + (sign === "]" ? 1 : sign === "[" ? -1 : 0), 0);
  const ending = /\]*$/.exec(text.trimEnd())?.[0].length ?? 0;
  return stray > 0 && stray <= ending ? text.trimEnd().slice(0, -stray) : text;
}

/** In document order; null for what names no nodes. */
function selectBy(query: ReturnType<typeof parse>): Select {
  return ({ root }) => (query.evaluate({ node: root, isHtml: true }).toArray?.() ?? null) as readonly XNode[] | null;
}

/** Names of elements that are told by the start of a tag alone. */
const WRITTEN = /^[a-z][a-z0-9]*$/;
const TAG = /<([a-z][a-z0-9]*)/gi;

/** Whatever begins like a tag in the source, in lower case. */
const tagsByPage = new WeakMap<HtmlFacts, ReadonlySet<string>>();

function tagsOf(page: HtmlFacts): ReadonlySet<string> {
  let tags = tagsByPage.get(page);
  if (tags === undefined) {
    const written = new Set<string>();
    for (const [, name = ""] of page.raw().matchAll(TAG)) written.add(name);
    tags = new Set([...written].map((name) => name.toLowerCase()));
    tagsByPage.set(page, tags);
  }
  return tags;
}

/** Elements that a tree builder makes where nobody wrote them, or of other names (HTML 13.2.6). */
const MADE_UP = /^(?:html|head|body|tbody|tr|colgroup|p|br|img|svg|math)$/;

/** Of a single path from anywhere to elements of one name: most mail has no such element, and needs no tree to say so. */
function tagOf(text: string): RegExp | null {
  let path = text.trim().replace(/"[^"]*"|'[^']*'/g, "");
  for (let before = ""; before !== path; ) {
    before = path;
    path = path.replace(/\[[^[\]]*\]/g, "");
  }
  const name = /^\/\/([a-z][a-z0-9]*)(?:\/\/?[@\w:().*-]+)*$/.exec(path)?.[1];
  return name === undefined || MADE_UP.test(name) ? null : new RegExp(`<${name}(?![a-z0-9])`, "i");
}

function answer(html: Value, query: Value): Value {
  const text = query instanceof Json ? query.value : query;
  if (!(html instanceof ModelObject) || typeof text !== "string") return null;
  if (html.type !== "HTML") return FAILED;
  const facts = html.facts as HtmlFacts;
  const compiled = queryOf(text);
  if (compiled === null) return FAILED;
  if (!compiled.mayFind(facts)) return NOTHING;
  const styled = facts.tree();
  if (styled === null) return FAILED;
  const nodes = select(styled, compiled.select);
  return nodes === null ? FAILED : resultObject({ nodes, styled, base: baseOf(facts) });
}

/** In document order; null where the fuel was not enough, and for what names no nodes. */
function select({ tree: page }: StyledTree, from: Select): readonly XNode[] | null {
  const tree = xpathTree(page);
  tree.fuel.fill(limits.xpathStepsMax);
  try {
    return from(tree);
  } catch (problem) {
    if (problem instanceof OutOfFuel) return null;
    // The library throws texts and errors of its own for functions and variables that do not exist.
    if (problem instanceof Error && !(problem instanceof TypeError) && !(problem instanceof RangeError)) return null;
    throw problem;
  }
}

interface ResultFacts {
  readonly nodes: readonly XNode[];
  readonly styled: StyledTree;
  readonly base: string | null;
}

interface NodeFacts extends Omit<ResultFacts, "nodes"> {
  readonly node: XNode;
}

const resultObject = maker<"XPathResult", ResultFacts>("XPathResult", {
  nodes: ({ nodes, ...rest }) => nodes.map((node) => nodeObject({ node, ...rest })),
});

/** No nodes. */
const NOTHING = valueObject("XPathResult", {});

const treeNode = ({ node }: NodeFacts): TreeNode => node.of as TreeNode;

/** The value of attributes, texts and comments; null for elements. */
function valueOfNode({ node }: NodeFacts): string | null {
  const { of } = node;
  if (node.isAttribute) return node.rawText;
  if ("value" in of) return of.value;
  return "data" in of ? of.data : null;
}

const nodeObject = maker<"XPathNode", NodeFacts>("XPathNode", {
  raw: (facts) => valueOfNode(facts) ?? outerSource(facts.styled.tree, treeNode(facts)),
  display_text: (facts) => valueOfNode(facts) ?? visibleTextOf(facts.styled.tree, facts.styled.rules, treeNode(facts)),
  inner_text: (facts) => valueOfNode(facts) ?? innerTextOf(treeNode(facts)),
  links: (facts) => linksOfNode(facts),
});

function linksOfNode(facts: NodeFacts): readonly Value[] {
  const { styled, base } = facts;
  if (valueOfNode(facts) !== null) return [];
  return linkObjects(
    visibleBlocks(styled.tree, styled.rules, treeNode(facts))
      .flatMap(({ links }) => links)
      .map((link) => toLink(link, base))
      .filter(leadsAway),
  );
}

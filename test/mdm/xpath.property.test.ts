/** Queries that are compiled name the nodes that the library names, on random pages. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parse } from "xpath/xpath.js";
import { limits } from "../../src/base/limits.ts";
import { parseTree } from "../../src/mdm/html-tree.ts";
import { type XNode, xpathTree } from "../../src/mdm/xpath-nodes.ts";
import { compileXPath } from "../../src/mdm/xpath-query.ts";

const RUNS = Number(process.env["FUZZ_RUNS"] ?? 2000);

const name = fc.constantFrom("a", "b", "div", "p", "td", "table", "linearGradient", "svg");
const value = fc.constantFrom("2", "x", "y z", " x ", "");

/** Tags in any order: the tree builder makes what it makes of them. */
const page = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.tuple(name, value).map(([tag, text]) => `<${tag} class="${text}" ID='x'>`) },
      { weight: 2, arbitrary: name.map((tag) => `</${tag}>`) },
      { weight: 3, arbitrary: value },
      { weight: 1, arbitrary: value.map((text) => `<!--${text}-->`) },
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(""));

const literal = fc.constantFrom("'x'", '"y z"', "''");
const attribute = fc.constantFrom("@class", "@id", "@ID", "@href");
const nodeTest = fc.oneof(
  { weight: 5, arbitrary: name },
  fc.constantFrom("*", "*[local-name() = 'a']", "text()", "comment()"),
);

const { paths } = fc.letrec<{ paths: string; path: string; step: string; condition: string; text: string }>((tie) => ({
  step: fc
    .tuple(
      fc.oneof(
        { weight: 6, arbitrary: nodeTest },
        { weight: 1, arbitrary: attribute },
        {
          weight: 1,
          arbitrary: fc
            .tuple(fc.constantFrom("child", "descendant", "parent", "ancestor"), nodeTest)
            .map((ab) => ab.join("::")),
        },
      ),
      fc.array(tie("condition"), { maxLength: 1 }),
    )
    .map(([test, conditions]) => test + conditions.map((condition) => `[${condition}]`).join("")),
  path: fc
    .tuple(
      fc.constantFrom("//", "//", "//", "//", "", "/", "./", ".//", "../"),
      fc.array(fc.tuple(tie("step"), fc.constantFrom("/", "//", "/../", "//")), { minLength: 1, maxLength: 3 }),
    )
    .map(
      ([start, steps]) =>
        start + steps.map(([one, sign], index) => (index === steps.length - 1 ? one : one + sign)).join(""),
    ),
  paths: fc.oneof(
    { weight: 4, arbitrary: tie("path") },
    { weight: 1, arbitrary: fc.tuple(tie("path"), tie("path")).map((both) => both.join(" | ")) },
  ),
  text: fc.oneof(
    literal,
    tie("path"),
    fc.constant("."),
    tie("path").map((path) => `normalize-space(${path})`),
    fc.constant("normalize-space()"),
  ),
  condition: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    attribute,
    tie("paths"),
    fc.tuple(tie("text"), fc.constantFrom("=", "!="), tie("text")).map((parts) => parts.join(" ")),
    fc
      .tuple(fc.constantFrom("contains", "starts-with"), tie("text"), tie("text"))
      .map(([of, a, b]) => `${of}(${a}, ${b})`),
    fc.tuple(tie("condition"), fc.constantFrom("and", "or"), tie("condition")).map((parts) => parts.join(" ")),
    tie("condition").map((condition) => `not(${condition})`),
    fc.tuple(tie("path"), fc.nat(2)).map(([path, count]) => `count(${path}) = ${count}`),
    fc.tuple(tie("condition"), tie("condition")).map(([a, b]) => `(${a}) and ${b}`),
    fc.constantFrom(
      "1",
      "2",
      "last()",
      "number(@class) > 1",
      "translate(@class, 'xyz', 'zx') = 'z'",
      "position() = 1",
      "true()",
      "number(.) > 1",
    ),
  ),
}));

/** Null where the library takes `div` and `*` behind a comma for operators. */
function parsed(query: string): ReturnType<typeof parse> | null {
  try {
    return parse(query);
  } catch {
    assert.match(query, /, (?:div|\*)/);
    return null;
  }
}

test("a compiled query names what the library names", () => {
  const seen = { compiled: 0, found: 0 };
  fc.assert(
    fc.property(page, paths, (source, query) => {
      const compiled = compileXPath(query);
      if (compiled === null) return;
      seen.compiled++;
      const html = parseTree(source);
      assert.ok(html !== null);
      const tree = xpathTree(html);
      tree.fuel.fill(limits.xpathStepsMax * 100);
      const library = parsed(query);
      if (library === null) return;
      const wanted = library.evaluate({ node: tree.root, isHtml: true }).toArray?.() as readonly XNode[];
      const found = compiled.nodes(tree, tree.root);
      if (found.length > 0) seen.found++;
      const shown = (nodes: readonly XNode[]) => nodes.map(({ order, nodeName }) => `${order} ${nodeName}`);
      assert.deepEqual(shown(found), shown(wanted), `${query}\n${source}`);
    }),
    { numRuns: RUNS },
  );
  assert.ok(seen.compiled > RUNS / 3, JSON.stringify(seen));
  assert.ok(seen.found > RUNS / 40, JSON.stringify(seen));
});

test("shapes that are the library's", () => {
  for (const query of [
    "//a[position() = 1]",
    "//a[last() - 1]",
    "//a/descendant::b[1]",
    "//a[@b < 1]",
    "//a/following::b",
    "//a[",
    "count(//a)",
    "$x",
    "//o:p",
    "//@*",
    "//node()",
    "(//a)[b]",
    "//a[1.5 = 1.5]",
  ]) {
    assert.equal(compileXPath(query), null, query);
  }
});

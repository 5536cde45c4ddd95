/** `html.xpath` over small pages: what is named, in what order, and what is given back of it. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { htmlFacts, htmlObject } from "../../src/mdm/html-part.ts";
import { mailSchema } from "../../src/mdm/schema.ts";
import type { Host } from "../../src/mql/types.ts";
import { Undetermined, type Value } from "../../src/mql/value.ts";
import { hostOf, plain, valueAt } from "../support/model.ts";

const PAGE = `<html><head><title>T</title></head><body><!-- note --><div class="a"><p>one <b>bold</b></p>
<a href="https://x.example.com/"><img src="cid:1" alt="go"></a></div><p style="display:none">hidden</p>
<table><tr><td>1</td><td><a href="mailto:ada@example.com">two</a></td></tr></table></body></html>`;

function xpath(source: string, query: string): Value {
  const host: Host = hostOf(["Subject: x", "", ""]);
  const call = mailSchema.functions.get("html.xpath")?.call;
  assert.ok(call !== undefined);
  return call(host, [htmlObject(htmlFacts(() => source)), query], new Map());
}

function field(source: string, query: string, name: string): readonly unknown[] {
  const nodes = valueAt(xpath(source, query), "nodes");
  assert.ok(Array.isArray(nodes), String(nodes));
  return nodes.map((node) => plain(valueAt(node as Value, name)));
}

describe("html.xpath", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [query: string, field: string, values: readonly unknown[]])[] = [
    ["//title",                                  "raw",          ["<title>T</title>"]],
    ["//b",                                      "raw",          ["<b>bold</b>"]],
    ["//p",                                      "display_text", ["one bold", ""]],
    ["//p",                                      "inner_text",   ["one bold", "hidden"]],
    ["//img/@src",                               "raw",          ["cid:1"]],
    ["//img/@alt | //a/@href",                   "raw",          ["https://x.example.com/", "go", "mailto:ada@example.com"]],
    ["//comment()",                              "raw",          [" note "]],
    ["//b/text()",                               "raw",          ["bold"]],
    ["//tr[td[1]]/td[2]//a",                     "display_text", ["two"]],
    ["//a[./img]",                               "raw",          ['<a href="https://x.example.com/"><img src="cid:1" alt="go"></a>']],
    ["//*[contains(@class, 'a')]/p[1]",          "inner_text",   ["one bold"]],
    ["//*[local-name() = 'td' and number(.) = 1]", "raw",        ["<td>1</td>"]],
    ["//td[last()]/preceding-sibling::td",       "inner_text",   ["1"]],
    ["//b/ancestor::div/following-sibling::p",   "inner_text",   ["hidden"]],
    ["//div[count(p) = 1]/@class",               "raw",          ["a"]],
    ["//p[normalize-space(translate(., 'O', 'o')) = 'one bold']", "inner_text", ["one bold"]],
    ["//nothing",                                "raw",          []],
  ];
  for (const [query, name, values] of cases) {
    test(query, () => assert.deepEqual(field(PAGE, query, name), values));
  }

  test("links of a node", () => {
    const [first] = valueAt(xpath(PAGE, "//div"), "nodes") as readonly Value[];
    assert.equal(plain(valueAt(first ?? null, "links[0].href_url.url")), "https://x.example.com/");
  });

  test("a page without such an element needs no tree", () => {
    const deep = "<div>".repeat(50_000);
    for (const query of ["//h2", "//h2[contains(., 'a | b')]/following::a", '//h2[@a="]"]//@href']) {
      assert.deepEqual(plain(valueAt(xpath(deep, query), "nodes")), [], query);
    }
    for (const query of ["//p", "//h2 | //div", "//h2/..//div", "//*", "//tbody"]) {
      const isFound = !(xpath(deep, query) instanceof Undetermined);
      assert.equal(isFound, query.startsWith("//h2/"), query);
    }
    assert.deepEqual(field("<table><td>1</table></p>", "//tbody | //p", "inner_text"), ["1", ""]);
    assert.deepEqual(field("<H2 a=1>x</H2>", "//h2/@a", "raw"), ["1"]);
  });

  test("null for null", () => {
    const call = mailSchema.functions.get("html.xpath")?.call;
    assert.equal(call?.(hostOf(["Subject: x", "", ""]), [null, "//a"], new Map()), null);
  });

  for (const query of ["//a[", "//a[nofunction()]", "$x", "count(//a)"]) {
    test(`no nodes to name: ${query} is undetermined`, () => {
      assert.ok(xpath(PAGE, query) instanceof Undetermined);
    });
  }
});

describe("html.xpath on pages made to take long", () => {
  const isUndetermined = (name: string, page: () => string, query: string) =>
    test(name, () => assert.ok(xpath(page(), query) instanceof Undetermined));

  isUndetermined(
    "xpathStepsMax: a query that compares every node with every other",
    () => "<i>x</i>".repeat(20_000),
    "//i[count(preceding-sibling::i) mod 2 = 1]",
  );
  isUndetermined(
    "xpathStepsMax: long texts cost steps too",
    () => `${"<div>".repeat(500)}${"x".repeat(1_000_000)}`,
    "//div[contains(., 'y')]",
  );
  isUndetermined("xpathQueryCharsMax", () => PAGE, `//a[${"1=1 and ".repeat(2_000)}1=1]`);
  isUndetermined("htmlTreeDepthMax: elements open thousands deep", () => "<div>".repeat(50_000), "//div");
  isUndetermined("htmlTreeCharsMax", () => `<p>${"x".repeat(limits.htmlTreeCharsMax)}`, "//p");
  isUndetermined(
    "htmlTreeElementsMax: formatting that is opened again in every paragraph",
    () => `<p>${Array.from({ length: 900 }, (_, n) => `<b id=${n}>`).join("")}${"</p><p>x".repeat(20_000)}`,
    "//p",
  );

  test("at the depth of a deep mail there is an answer", () => {
    assert.equal(field("<div>".repeat(900), "//div[not(div)]", "raw").length, 1);
  });
});

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { readHtml } from "../../src/html/read-html.ts";

describe("visible text", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [html: string, text: string])[] = [
    ["a  b\n\tc",                                                  "a b c"],
    ["<p>a</p><p>b</p>c",                                          "a\nb\nc"],
    ["a<br>b<hr>c",                                                "a\nb\nc"],
    ["<b>a</b>b",                                                  "ab"],
    ["<table><tr><td>a<td>b<tr><td>c</table>d",                    "a b\nc\nd"],
    ["<ul><li>a<li>b</ul>",                                        "a\nb"],
    ["a&nbsp;&nbsp;b &amp; &lt;c&gt; &#x43;",                      "a b & <c> C"],
    ["a&shy;b&#8203;c",                                            "abc"],
    ["&zwnj;&nbsp;&zwnj;&nbsp;a&zwnj;b",                           "a\u200cb"],
    ["<title>t</title><style>s</style><script>x</script>a",        "a"],
    ["<head><title>t</title>a",                                    "a"],
    ["a<!-- c -->b",                                               "ab"],
    ["a<!--[if mso]>c<![endif]-->b",                               "ab"],
    ["<![if !mso]>a<![endif]>",                                    "a"],
    ["<div style='display:none'>a</div>b",                         "b"],
    ["<div style='font-size:0px'>a<b style='font-size:12px'>b</b></div>", "b"],
    ["<div style='font-size:.0em;color:#fff'>a</div>b",            "b"],
    ["<span style='color:transparent'>a</span>b",                  "b"],
    ["<span style='color:rgba(9,9,9,0)'>a</span>b",                "b"],
    ["<span style='color:rgb(0 0 0 / 0%)'>a</span>b",              "b"],
    ["<span style='color:#fff0'>a</span>b",                        "b"],
    ["<span style='color:rgb(0,0,0)'>a</span><i style='color:#000'>b</i><i style='color:rgba(0,0,0,.5)'>c</i>", "abc"],
    ["<div style='max-height:0;overflow:hidden;mso-hide:all'>preheader</div>b", "b"],
    ["<style>.p{display:none!important}</style><div class=p>a</div>b", "b"],
    ["<textarea>a<b></textarea>",                                  "a<b>"],
    ["<noscript>a</noscript>b",                                    "ab"],
    ["<iframe>a</iframe>b",                                        "b"],
    ["<svg><text>a</text><title>b</title></svg>",                  "a"],
    ["<table>a<tr><td>b</table>",                                  "a\nb"],
    ["\u0000a<p\u0000>b",                                          "a\u0000b".replace("\u0000", "")],
    ["",                                                           ""],
  ];
  for (const [html, text] of cases) {
    test(JSON.stringify(html), () => assert.equal(readHtml(html).visibleText, text));
  }

  test("is cut at its limit", () => {
    assert.equal(readHtml("word ".repeat(100_000)).visibleText.length, limits.visibleTextCharsMax);
  });
});

describe("links", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [html: string, ...links: readonly (readonly [url: string, text: string, hidden: boolean])[]])[] = [
    ["<a href=' http://a.example/ '>to <b>the</b>\n site</a>",       ["http://a.example/", "to the site", false]],
    ["<a href=http://a.example/>a<a href=http://b.example/>b",       ["http://a.example/", "a", false], ["http://b.example/", "b", false]],
    ["<div hidden><a href=http://a.example/>a</a></div>",            ["http://a.example/", "", true]],
    ["<a href=http://a.example/>x<span hidden>y</span></a>",         ["http://a.example/", "x", false]],
    ["<a name=x>x</a><a href=''>y</a>"],
    ["<a href=#top>x</a>",                                           ["#top", "x", false]],
    ["<a href=mailto:mp@parliament.example>x</a>",                   ["mailto:mp@parliament.example", "x", false]],
    ["<map><area href=http://a.example/ alt='the site'></map>",      ["http://a.example/", "the site", false]],
    ["<svg><a xlink:href=http://a.example/><text>x</text></a></svg>", ["http://a.example/", "x", false]],
    ["<!--[if mso]><v:roundrect href=http://a.example/ /><![endif]-->", ["http://a.example/", "", false]],
    ["<p><a href=http://a.example/><table><tr><td>x</table></a>",    ["http://a.example/", "x", false]],
  ];
  for (const [html, ...links] of cases) {
    test(html, () => {
      const found = readHtml(html).links;
      assert.deepEqual(
        found.map(({ url, text, hidden }) => [url, text, hidden]),
        links,
      );
      for (const { url, start, end } of found) assert.ok(html.slice(start, end).includes(url));
    });
  }

  test("text is cut at its limit", () => {
    const [link] = readHtml(`<a href=http://a.example/>${"word ".repeat(1_000)}</a>`).links;
    assert.equal(link?.text.length, limits.linkTextCharsMax);
  });
});

describe("places inside words where nobody sees what stands there", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [html: string, count: number])[] = [
    ["pass word",                                             0],
    ["p&#8203;assword",                                       1],
    ["p&#8203;a&#xFEFF;s&#x2060;s",                           3],
    ["pass&#8203; &#8203;word",                               0],
    ["p<b>&#8203;</b>assword",                                1],
    ["p&#8203;<i>&#8203;a</i>",                               1],
    ["pass&#8203;<p>word</p>",                                0],
    ["<div hidden>p&#8203;a&#8203;s</div>",                   0],
    ["Hello<div>&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;</div>b", 0],
    ["Donau&shy;dampf&shy;schiff&shy;fahrt",                  0],
  ];
  for (const [html, count] of cases) test(html, () => assert.equal(readHtml(html).invisibleCount, count));
});

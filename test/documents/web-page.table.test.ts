import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { linksTold, read, told } from "./fixture.ts";

const PAGE = `<!doctype html><html lang="en-GB"><head><title>Report | Example Agency</title>
<meta property="og:site_name" content="Example Agency"><meta name="dcterms.issued" content="2024-03-25">
<link rel="canonical" href="https://agency.example/report"><style>.gone { display: none } p { color: black }</style>
<script>var hidden = "<p>not read</p>";</script></head><body>
<header><a href="/">Home</a> <a href="/news">News</a></header>
<nav><ul><li><a href="/a">About</a></li></ul></nav>
<main><article><h1>A &amp; B report</h1>
<p>The group used <a href="https://login.test/x?a=1&amp;b=2">a page
 of <b>login</b></a> and&nbsp;mail.<br>Second line.</p>
<p class="gone">hidden one</p><p style="font-size:0">hidden two</p><p hidden>hidden three</p>
<blockquote><p>Quoted words.</p></blockquote>
<ul><li>First</li><li>Second <p>with more</p></li></ul>
<table><caption>Hosts</caption><tr><th>Host</th><th>Seen</th></tr><tr><td>one.test</td><td><p>2021</p><p>2022</p></td></tr></table>
<pre>rule x {
  a &lt; b
}</pre>
</article></main>
<footer>TLP:GREEN</footer></body></html>`;

describe("a page", () => {
  test("its content apart from what is around it", async () => {
    assert.deepEqual(told(await read(PAGE)), [
      "furniture: Home News",
      "furniture: About",
      "heading1: A & B report",
      "paragraph: The group used a page of login and mail.\nSecond line.",
      "quote: Quoted words.",
      "list-item: First",
      "list-item: Second",
      "list-item: with more",
      "paragraph: Hosts",
      "cell 0/0: Host",
      "cell 0/0: Seen",
      "cell 0/1: one.test",
      "cell 0/1: 2021\n2022",
      "code: rule x {\n  a < b\n}",
      "furniture: TLP:GREEN",
    ]);
  });

  test("what it says about itself, and its links", async () => {
    const page = await read(PAGE);
    assert.deepEqual(
      [page.format, page.title, page.publisher, page.date, page.language, page.tlp],
      ["html", "A & B report", "Example Agency", Date.UTC(2024, 2, 25), "en", "TLP:GREEN"],
    );
    assert.deepEqual(linksTold(page), [
      "Home → /",
      "News → /news",
      "About → /a",
      "a page of login → https://login.test/x?a=1&b=2",
    ]);
  });
});

// biome-ignore format: a table reads by column
const DATES: readonly (readonly [what: string, head: string, date: number | null])[] = [
  ["linked data",            '<script type="application/ld+json">{"@graph":[{"datePublished":"2023-05-04T10:00:00+02:00"}]}</script>', Date.UTC(2023, 4, 4, 8)],
  ["time in the text",       '<p><time datetime="2022-01-31">31 January</time></p>',                 Date.UTC(2022, 0, 31)],
  ["a dateline",             "<p>London, 25 March 2024</p>",                                         Date.UTC(2024, 2, 25)],
  ["a date of the text",     "<p>On 25 March 2024 the ministry said that it had been targeted by mail.</p>", null],
  ["broken linked data",     '<script type="application/ld+json">{"datePublished":</script><p>x</p>', null],
  ["two readings",           "<p>Published 03/04/2024</p>",                                          null],
];

describe("the date of a page", () => {
  for (const [what, head, date] of DATES) {
    test(what, async () =>
      assert.equal((await read(`<html><body>${head}<p>Words of the text.</p></body></html>`)).date, date),
    );
  }
});

// biome-ignore format: a table reads by column
const AROUND: readonly (readonly [what: string, markup: string, kind: string])[] = [
  ["a list of short links",       '<ul><li><a href="/a">One</a></li><li><a href="/b">Two</a></li><li><a href="/c">Three</a></li></ul>', "furniture"],
  ["by role",                     '<div role="navigation">Words</div>',           "furniture"],
  ["by class",                    '<div class="page-footer">Words</div>',         "furniture"],
  ["a list of sources with text", '<ul><li>See <a href="https://a.test/">the report of the agency of March, which tells it in full</a></li></ul>', "list-item"],
  ["a class of content",          '<div class="content">Words</div>',             "paragraph"],
];

describe("what stands around", () => {
  const text = `<p>${"The text of the page says what happened. ".repeat(12)}</p>`;
  for (const [what, markup, kind] of AROUND) {
    test(`${what}: ${kind}`, async () => {
      const { blocks } = await read(`<html><body>${markup}${text}</body></html>`);
      assert.equal(blocks[0]?.kind, kind);
      assert.equal(blocks.at(-1)?.kind, "paragraph");
    });
  }
});

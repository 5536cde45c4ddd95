/** The small readers: style sheets, escapes, srcset, refresh, inline documents, comments. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { applyDeclaration, createBox, pixels } from "../../src/html/box.ts";
import { plainUrlNames } from "../../src/html/css-escapes.ts";
import { inlineDocument } from "../../src/html/data-document.ts";
import { simpleSelectors } from "../../src/html/hiding-rules.ts";
import { refreshUrl } from "../../src/html/meta-refresh.ts";
import { readDeclarations, readStyleSheet } from "../../src/html/read-css.ts";
import { readCss, readHtml } from "../../src/html/read-html.ts";
import { srcsetCandidates } from "../../src/html/srcset.ts";

const numRuns = Number(process.env["FUZZ_RUNS"] ?? 300);

test("however long the condition of a comment is, Outlook reads what follows", () => {
  const condition = Array.from({ length: 200 }, (_, i) => `(gte mso ${i})`).join("|");
  const { references } = readHtml(`<!--[if ${condition}]><img src="http://t.example/x"><![endif]-->`);
  assert.deepEqual(
    references.map(({ url }) => url),
    ["http://t.example/x"],
  );
});

test("a NUL in a sheet is read as CSS has it, and as if it were not there", () => {
  const reading = readCss("\u0000@import 'http://t.example/x'");
  assert.deepEqual(
    reading.references.map(({ url, start, end }) => [url, start, end]),
    [["http://t.example/x", 9, 29]],
  );
});

describe("plainUrlNames", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [css: string, plain: string])[] = [
    ["a:u\\72l(x)",          "a:  url(x)"],
    ["a:\\75\\72\\6C(x)",    "a:      url(x)"],
    ["a:\\000055rl(x)",      "a:      url(x)"],
    ["a:\\75 rl(x)",         "a:   url(x)"],
    ["a:\\75\r\nrl(x)",      "a:    url(x)"],
    ["a:curl\\(x)",          "a:curl\\(x)"],
    ["a:x\\75rl(x)",         "a:x\\75rl(x)"],
    ["a:url(x\\29)",         "a:url(x\\29)"],
    ["a\\",                  "a\\"],
  ];
  for (const [css, plain] of cases) test(JSON.stringify(css), () => assert.equal(plainUrlNames(css), plain));

  test("property: the length stays, and every spelling of url( is found", () => {
    const letter = (char: string) =>
      fc.constantFrom(
        char,
        char.toUpperCase(),
        `\\${char.charCodeAt(0).toString(16)} `,
        `\\0000${char.charCodeAt(0).toString(16)}`,
      );
    const name = fc.tuple(letter("u"), letter("r"), letter("l")).map((letters) => letters.join(""));
    fc.assert(
      fc.property(name, fc.stringMatching(/^[a-z:; ]{0,8}$/), (url, before) => {
        const css = `${before}a:${url}(http://t.example/)`;
        assert.equal(plainUrlNames(css).length, css.length);
        assert.deepEqual(
          readDeclarations(css).urls.map((found) => found.url),
          ["http://t.example/"],
        );
      }),
      { numRuns },
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (css) => plainUrlNames(css).length === css.length),
      { numRuns },
    );
  });
});

describe("style sheets", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [css: string, ...found: readonly (readonly [vector: string, url: string])[]])[] = [
    ["@import 'a' layer(x) supports(b:url(c));",            ["RL-07", "a"]],
    ["@import url(a);@import \"b\" print;",                 ["RL-07", "a"], ["RL-07", "b"]],
    ["@layer x{a{background:url(b)}}",                      ["RL-05", "b"]],
    ["a{b:url(c)}@media print{d{e:url(f)}}g{h:url(i)}",     ["RL-06", "c"], ["RL-11", "f"], ["RL-06", "i"]],
    ["a{background:image-set('b' 1x)}c{background:url(d)}", ["RL-11", "b"], ["RL-05", "d"]],
    ["a{background:image-set('b' type('image/png'))}",      ["RL-11", "b"]],
    ["a{content:'url(b)'}"],
    ["a{background:url( b\\) c )}",                         ["RL-05", "b) c"]],
    ["@charset 'x';a{b:c}"],
    ["@keyframes k{from{background:url(a)}}",               ["RL-05", "a"]],
    ["@page{background:url(a)}",                            ["RL-05", "a"]],
    ["a{b{background:url(c)}}",                             ["RL-05", "c"]],
    ["{;}{}}}(((a{background:url(b)}",                      ["RL-05", "b"]],
    ["a{-ms-filter:\"progid:X.Y(src='http://b/')\"}",       ["RL-06", "http://b/"]],
  ];
  for (const [css, ...found] of cases) {
    test(css, () =>
      assert.deepEqual(
        readStyleSheet(css).urls.map(({ vector, url }) => [vector, url]),
        found,
      ),
    );
  }

  test("a bad URL that ends in an escape ends with the text", () => {
    const css = "url(image-set(\\a";
    assert.ok(readStyleSheet(css).urls.every(({ end }) => end <= css.length));
  });

  test("as a part of its own", () => {
    const { references } = readCss("@import 'http://t.example/a';p{background:url(b)}");
    assert.deepEqual(
      references.map(({ vector, url, hidden }) => [vector, url, hidden]),
      [["RL-07", "http://t.example/a", true]],
    );
  });

  test("property: total; tokens lie in the text", () => {
    const piece = fc.constantFrom(
      "a",
      "{",
      "}",
      "(",
      ")",
      ";",
      ":",
      "url(",
      "url('",
      "'",
      '"',
      "@import ",
      "@media ",
      "/*",
      "*/",
      "\\",
      "\n",
      "!",
      "image-set(",
      "<!--",
      "http://t.example/",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(piece, { maxLength: 60 }).map((all) => all.join("")),
        ),
        (css) => {
          for (const { start, end } of [...readStyleSheet(css).urls, ...readDeclarations(css).urls]) {
            assert.ok(start >= 0 && start < end && end <= css.length);
          }
        },
      ),
      { numRuns },
    );
  });
});

describe("selectors that are matched", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [list: string, ...selectors: readonly string[]])[] = [
    [".a",              ".a"],
    ["P.a.b",           "p.a.b"],
    ["#x , *.a",        "#x", ".a"],
    ["a b, a>b, a:hover, [x], .c", ".c"],
    ["*"],
    ["."],
    ["/**/ a /**/",     "a"],
  ];
  for (const [list, ...selectors] of cases) {
    test(list, () => {
      const found = simpleSelectors(list).map(
        ({ tag, id, classes }) => tag + (id && `#${id}`) + classes.map((name) => `.${name}`).join(""),
      );
      assert.deepEqual(found, selectors);
    });
  }
});

describe("lengths", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [value: string, pixels: number])[] = [
    ["1px", 1], ["1", 1], ["-9999px", -9999], ["3pt", 4], [".5em", 8], ["1in", 96], ["0%", 0], ["50%", Number.NaN],
    ["auto", Number.NaN], ["", Number.NaN], ["1e3px", 1000], ["-9999vw", -159984], ["calc(1px)", Number.NaN],
  ];
  for (const [value, expected] of cases) test(`${value} = ${expected}`, () => assert.equal(pixels(value), expected));

  test("later declarations win, and `!important` is no part of the value", () => {
    const box = createBox();
    for (const value of ["block", "none !important", "NONE", " none/* x */"]) applyDeclaration(box, "display", value);
    assert.equal(box.gone, "yes");
  });
});

describe("srcset", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [value: string, ...urls: readonly string[]])[] = [
    ["a 1x, b 2x", "a", "b"], ["a,b", "a,b"], ["a, b", "a", "b"], [" , ,a 1w (x, y) , b", "a", "b"], [",", ], ["a,,, b", "a", "b"],
  ];
  for (const [value, ...urls] of cases) {
    test(JSON.stringify(value), () => {
      const found = srcsetCandidates(value);
      assert.deepEqual(
        found.map(({ url }) => url),
        urls,
      );
      for (const { url, start, end } of found) assert.equal(value.slice(start, end), url);
    });
  }
});

describe("meta refresh", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [content: string, url: string | null])[] = [
    ["0;url=http://a/", "http://a/"], ["0; URL = 'http://a/' x", "http://a/"], ["5,http://a/", "http://a/"], ["1.5 url=\"http://a/", "http://a/"],
    ["0", null], ["", null], ["0;", null], ["0;url=", null], ["url=http://a/", "http://a/"], ["0;urlx", "urlx"], ["0x", null],
  ];
  for (const [content, url] of cases) test(content, () => assert.equal(refreshUrl(content)?.url ?? null, url));
});

describe("documents in URLs", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [url: string, kind: string | null, text?: string])[] = [
    ["data:text/html,<b>%C3%A9%zz",                 "html", "<b>\u00e9%zz"],
    [" DATA:Text/HTML;charset=utf-8;base64,PGI%2B", "html", "<b>"],
    ["data:image/svg+xml;utf8,<svg/>",              "svg",  "<svg/>"],
    ["data:text/css,a{}",                           "css",  "a{}"],
    ["data:image/png;base64,AAAA",                  null],
    ["data:text/html",                              null],
    ["javascript:'<b>'",                            "html", "'<b>'"],
    ["javascript:void(0)",                          null],
    ["http://a.example/",                           null],
  ];
  for (const [url, kind, text] of cases) {
    test(url, () => assert.deepEqual(inlineDocument(url), kind === null ? null : { kind, text }));
  }
});

describe("evasions that need a second reading", () => {
  test("NULs in names: browsers and mail software that drops NULs differ", () => {
    const reading = readHtml("<im\u0000g src=http://t.example/1><img src=http://t.example/2>");
    assert.deepEqual(
      reading.references.map(({ url }) => url),
      ["http://t.example/2", "http://t.example/1"],
    );
    assert.deepEqual(reading.problems, ["html.nul"]);
  });

  test("noscript: text up to its end tag, or markup", () => {
    const reading = readHtml(
      `<noscript><a title="</noscript><img src=http://t.example/1>"><img src=http://t.example/2></noscript>`,
    );
    assert.deepEqual(
      new Set(reading.references.map(({ url }) => url)),
      new Set(["http://t.example/1", "http://t.example/2"]),
    );
    assert.deepEqual(reading.problems, ["html.noscript-ambiguous"]);
    assert.deepEqual(readHtml("<noscript>a</noscript><div><noscript></div>").problems, []);
  });
});

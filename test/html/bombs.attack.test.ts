/**
 * HM-122, HM-123, HM-124: markup made to cost far more than its length. Each bomb is read at two sizes; twice the input
 * may cost about twice the work, measured in processor time with a generous bound, and must stay far under the budget of
 * a message.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { readHtml } from "../../src/html/read-html.ts";
import { cpuMs } from "../support/cpu-time.ts";

const numbered = (count: number, one: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => one(i)).join("");
const LOAD = "<img src=http://t.example/>";

// biome-ignore format: a table reads by column
const bombs: readonly (readonly [name: string, bomb: (n: number) => string, n: number])[] = [
  ["nested div",                    (n) => "<div>".repeat(n),                                           20_000],
  ["nested hidden div",             (n) => "<div style='height:0;overflow:hidden'>".repeat(n),          12_000],
  ["<",                             (n) => "<".repeat(n),                                               200_000],
  ["&",                             (n) => "&".repeat(n),                                               200_000],
  ["attributes on one tag",         (n) => `<p ${numbered(n, (i) => `a${i} `)}>`,                       40_000],
  ["numbers as attributes",         (n) => `<p ${numbered(n, (i) => `${i} `)}>`,                        40_000],
  ["long attribute",                (n) => `<img alt='${"a".repeat(n)}'>`,                              800_000],
  ["style with many URLs",          (n) => `<p style='${"a:url(http://t.example/);".repeat(n)}'>`,      8_000],
  ["open comment",                  (n) => `<!--${"<!--".repeat(n)}`,                                   120_000],
  ["conditional comment openers",   (n) => "<!--[if mso]>".repeat(n),                                   20_000],
  ["conditional openers and tags",  (n) => "<!--[if mso]><b>".repeat(n),                                12_000],
  ["conditional comments",          (n) => "<!--[if mso]>x-->".repeat(n),                               12_000],
  ["open CDATA",                    (n) => `<svg><![CDATA[${"]]".repeat(n)}`,                           200_000],
  ["doctype",                       (n) => `<!DOCTYPE ${"x".repeat(n)}`,                                200_000],
  ["CSS comments",                  (n) => `<style>${"/**/".repeat(n)}</style>`,                        80_000],
  ["long selector",                 (n) => `<style>a${">a".repeat(n)}{display:none}</style>`,           80_000],
  ["selector list",                 (n) => `<style>${".a,".repeat(n)}b{display:none}</style><b class=a>`, 40_000],
  ["nested @media",                 (n) => `<style>${"@media x{".repeat(n)}</style>`,                   20_000],
  ["nested parentheses",            (n) => `<style>a{b:${"image-set(".repeat(n)}</style>`,              20_000],
  ["backslashes",                   (n) => `<style>${"\\".repeat(n)}</style>`,                          120_000],
  ["escaped names",                 (n) => `<style>${"a\\75rl(".repeat(n)}</style>`,                    20_000],
  ["rules",                         (n) => `<style>${numbered(n, (i) => `.a.b${i}{height:0}`)}</style>${numbered(n, (i) => `<p class='a b${i}'>`)}`, 6_000],
  ["style elements",                (n) => "<style>.a{height:0}</style>".repeat(n),                     6_000],
  ["<b><i>",                        (n) => "<b><i>".repeat(n),                                          12_000],
  ["<a><div> and </a>",             (n) => "<a><div>".repeat(n) + "</a>".repeat(n),                     12_000],
  ["tables",                        (n) => "<table><tr><td>".repeat(n),                                 8_000],
  ["foster-parented images",        (n) => `<table>${LOAD}`.repeat(n),                                  6_000],
  ["forms",                         (n) => "<form>".repeat(n),                                          12_000],
  ["selects",                       (n) => "<select>".repeat(n),                                        12_000],
  ["templates",                     (n) => "<template>".repeat(n),                                      12_000],
  ["stray end tags",                (n) => `<span><div>${"<b>".repeat(500)}${"</span>".repeat(n)}`,     60_000],
  ["svg and end tags",              (n) => "<p><svg>".repeat(n) + "</p>".repeat(n),                     10_000],
  ["noframes",                      (n) => "<noframes>".repeat(n),                                      20_000],
  ["srcset",                        (n) => `<img srcset='${"//t.example/,".repeat(n)}'>`,               40_000],
  ["relative URLs",                 (n) => `<base href=http://b.example/><img srcset='${"a ,".repeat(n)}'>`, 40_000],
  ["view-source",                   (n) => `<img src='${"view-source:".repeat(n)}http://t.example/'>`,  4_000],
  ["white space",                   (n) => " ".repeat(n),                                               400_000],
  ["zero-width padding",            (n) => "\u200d\u00a0".repeat(n),                                    120_000],
  ["NULs",                          (n) => "\u0000".repeat(n),                                          200_000],
  ["NULs in tags",                  (n) => "<im\u0000g src=http://t.example/>".repeat(n),               4_000],
  ["odd tags above Latin-1",        (n) => "<p \u{1f600}>".repeat(n),                                   30_000],
  ["odd tags and an equals sign",   (n) => `${"<p \u00e9>".repeat(n)}=\u{1f600}`,                        30_000],
  ["nested blocks with URLs",       (n) => `<style>${"{display:none;a:url(http://a.example)".repeat(n)}</style>`, 12_000],
  ["selectors of many classes",     (n) => `<style>${numbered(31, (i) => `${".a".repeat(n / 16)}.b${i}.z{height:0}`)}</style>${numbered(n, (i) => `<p class='a z q${i}'>`)}`, 8_000],
  ["selectors of many names",       (n) => `<style>${numbered(31, (i) => `${numbered(n / 40, (j) => `.c${j}`)}.b${i}.z{height:0}`)}</style>${numbered(n, (i) => `<p class='a z q${i}'>`)}`, 8_000],
  ["late style rules",              (n) => `${"<p class=a>x".repeat(n)}<style>.a{display:none}</style>`, 8_000],
];

/** Of this thread, the least of three: what the machine does beside it only ever adds. */
function leastMs(work: () => void): number {
  const times = [1, 2, 3].map(() => {
    const before = cpuMs();
    work();
    return cpuMs() - before;
  });
  return Math.min(...times);
}

describe("bombs cost their length", () => {
  for (const [name, bomb, n] of bombs) {
    test(name, () => {
      const small = bomb(n / 2);
      const large = bomb(n);
      readHtml(small);
      const halfMs = leastMs(() => readHtml(small));
      const fullMs = leastMs(() => readHtml(large));
      // Quadratic work would be four times as much; garbage collection and other load get their share.
      const unhurried = fullMs < 60 || fullMs < 3.4 * halfMs + 60;
      assert.ok(unhurried, `${halfMs.toFixed(0)} ms for half, ${fullMs.toFixed(0)} ms for all`);
      assert.ok(fullMs < limits.messageMsMax / 4);
    });
  }

  test("what stops the work is said, and what was found before is kept", () => {
    const reading = readHtml(LOAD + "<b>".repeat(limits.htmlTagsMax) + LOAD);
    assert.deepEqual([reading.referenceCount, reading.problems.includes("limit.html-tags")], [1, true]);
    const long = readHtml(LOAD + " ".repeat(limits.htmlBytesMax) + LOAD);
    assert.deepEqual([long.referenceCount, long.problems], [1, ["limit.html-bytes"]]);
  });

  test("URLs are counted exactly and kept to the limit (HM-124)", () => {
    const reading = readHtml(numbered(30_000, (i) => `<img src=http://t.example/${i}>`));
    assert.deepEqual([reading.referenceCount, reading.references.length], [30_000, limits.loadsMax]);
    assert.deepEqual(reading.problems, ["limit.loads"]);
    const relative = readHtml(`${numbered(30_000, (i) => `<img src=${i}>`)}<base href=http://b.example/>`);
    assert.deepEqual([relative.referenceCount, relative.references.length], [30_000, limits.loadsMax]);
  });

  test("documents inside documents end at the limit, and what lies before it is found", () => {
    let inner = LOAD;
    for (let i = 0; i < limits.htmlNestingMax + 2; i++) {
      inner = `<img src=http://t.example/${i}><iframe srcdoc="${inner.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"></iframe>`;
    }
    const reading = readHtml(inner);
    assert.equal(reading.referenceCount, limits.htmlNestingMax + 1);
    assert.ok(reading.problems.includes("limit.html-nesting"));
  });

  test("an element beyond the depth limit is flattened, and style and raw text in it are still read", () => {
    const deep = "<div>".repeat(limits.htmlDepthMax + 50);
    assert.equal(readHtml(`${deep}<style>@import "http://t.example/";</style>${LOAD}`).referenceCount, 2);
    // Its end tags take back what was flattened: the outer elements stay open.
    const closed = `<div hidden>${deep}${"</div>".repeat(limits.htmlDepthMax + 50)}${LOAD}</div>${LOAD}`;
    assert.deepEqual(
      readHtml(closed).references.map(({ hidden }) => hidden),
      [true, false],
    );
  });

  test("a tag that the end leaves open is read and said (HM-220)", () => {
    for (const tag of ["<img src=http://t.example/a", '<img src="http://t.example/a', "<img src='http://t.example/a"]) {
      const reading = readHtml(`text${tag}`);
      assert.deepEqual(
        reading.references.map(({ url }) => url),
        ["http://t.example/a"],
      );
      assert.deepEqual(reading.problems, ["html.unclosed-tag"]);
    }
    assert.deepEqual(readHtml("a < b <").problems, []);
    assert.deepEqual(readHtml("<p>a</p").problems, []);
  });

  test("also behind what gives no token: a declaration, an empty end tag, foreign content", () => {
    const before = [
      "<!DOCTYPE html>",
      "text<!DOCTYPE html>",
      "</>",
      "text</>",
      "<svg></>",
      "<svg><![CDATA[]]>",
      "<svg><!doctype x>",
    ];
    for (const written of before) {
      const reading = readHtml(`${written}<img src="http://t.example/a`);
      assert.deepEqual(
        reading.references.map(({ url }) => url),
        ["http://t.example/a"],
        written,
      );
      assert.deepEqual(reading.problems, ["html.unclosed-tag"], written);
    }
  });
});

/** Properties of reading: total on any string, places that hold, the same text read the same. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { limits } from "../../src/base/limits.ts";
import { readHtml, readSvg } from "../../src/html/read-html.ts";
import { classifyReference } from "../../src/url/resolve.ts";

const numRuns = Number(process.env["FUZZ_RUNS"] ?? 400);

/** Pieces that make strings go deep into the reader. */
const pieces = fc.constantFrom(
  ..."<div> </div> <p> </p> <b> </b> <a href=http://a.example/> </a> <table> <tr> <td> </table> <style> </style> <svg> </svg>".split(
    " ",
  ),
  ..."<script> </script> <noscript> </noscript> <iframe> </iframe> <title> </title> <template> <base href=http://b.example/>".split(
    " ",
  ),
  "<img src=http://t.example/1>",
  "<img src='//t.example/2' width=1 height=1>",
  "<img srcset='http://t.example/3 1x, a 2x'>",
  "<p style='background:u\\72l(http://t.example/4);display:none'>",
  "<iframe srcdoc=\"<img src='http://t.example/5'>\">",
  "<iframe src='data:text/html,%3Cimg src=http://t.example/6%3E'>",
  "<img src='data:image/svg+xml;base64,PHN2Zz4='>",
  "<!--[if mso]>",
  "<![endif]-->",
  "<!--",
  "-->",
  "<![CDATA[",
  "]]>",
  "<?import implementation=http://t.example/7>",
  "<!DOCTYPE svg [<!ENTITY u 'http://t.example/8'>]>",
  "&u;",
  "@import 'http://t.example/9';",
  "@media screen{",
  "p{background:url(http://t.example/10)}",
  "}",
  "url(",
  "'",
  '"',
  "\\",
  "&amp;",
  "\u0000",
  "\r\n",
  "\ud800",
  "<math><mtext>",
  "<image href=http://t.example/11 />",
  "<meta http-equiv=refresh content='0;url=http://t.example/12'>",
);
const html = fc.oneof(
  fc
    .array(fc.oneof({ weight: 4, arbitrary: pieces }, fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 40 })
    .map((all) => all.join("")),
  fc.string({ unit: "binary" }),
);

describe("reading any string", () => {
  test("is total; places lie in the text; loads contact a server; counts are exact below the limit", () => {
    fc.assert(
      fc.property(html, fc.boolean(), (text, svg) => {
        const reading = svg ? readSvg(text) : readHtml(text);
        assert.equal(reading.referenceCount, reading.references.length);
        for (const { start, end, why, url } of reading.references) {
          assert.ok(start >= 0 && start <= end && end <= text.length, `${start}..${end} of ${text.length}`);
          assert.ok(why.length > 0);
          const { kind } = classifyReference(url);
          assert.ok(
            kind === "remote" || kind === "unc" || kind === "other" || (kind === "relative" && reading.base !== null),
          );
        }
        for (const { start, end } of reading.links) assert.ok(start >= 0 && start <= end && end <= text.length);
        assert.ok(reading.visibleText.length <= limits.visibleTextCharsMax);
        assert.equal(new Set(reading.problems).size, reading.problems.length);
      }),
      { numRuns },
    );
  });

  test("text around a document does not change what is found in it, but moves it", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ]{0,20}$/), fc.webUrl(), (before, url) => {
        const markup = `<img src="${url.replaceAll("&", "&amp;")}"><p style="background:url('${encodeURI(url).replace(/'/g, "%27")}')">x`;
        const alone = readHtml(markup).references.map(({ start, end, ...rest }) => ({ start, end, ...rest }));
        const moved = readHtml(before + markup).references.map(({ start, end, ...rest }) => ({
          start: start - before.length,
          end: end - before.length,
          ...rest,
        }));
        assert.deepEqual(moved, alone);
        assert.equal(alone.length, 2);
      }),
      { numRuns },
    );
  });

  test("the place of a plain attribute or CSS URL spells the URL", () => {
    const url = fc.stringMatching(/^http:\/\/[a-z]{1,8}\.example\/[a-zA-Z0-9_?=/.-]{0,20}$/);
    // biome-ignore format: a table reads by column
    const shapes: readonly ((url: string) => string)[] = [
      (u) => `<img alt='${u}' src='${u}'>`,            (u) => `<img src = "${u}" >`,            (u) => `<img src=${u} >`,
      (u) => `<p style="background:url( ${u} )">x`,    (u) => `<p style="a:b;content:url('${u}')">x`,
      (u) => `<style>p{background:url(${u})}</style>`, (u) => `<style>\r\n@import "${u}";</style>`,
      (u) => `<!--[if mso]><v:fill src="${u}"/><![endif]-->`, (u) => `<iframe>\r\n<img src="${u}"></iframe>`,
      (u) => `<img srcset="a.png 1x, ${u} 2x">`,       (u) => `<meta http-equiv=refresh content="0; url=${u}">`,
      (u) => `\u0000<img\u0000 src="${u}">`,
    ];
    fc.assert(
      fc.property(url, fc.constantFrom(...shapes), (u, shape) => {
        const text = shape(u);
        const [found] = readHtml(text).references;
        assert.equal(found?.url, u);
        assert.ok(text.slice(found?.start, found?.end).includes(u));
        assert.ok((found?.end ?? 0) - (found?.start ?? 0) <= u.length + "url(  )".length);
      }),
      { numRuns },
    );
  });
});

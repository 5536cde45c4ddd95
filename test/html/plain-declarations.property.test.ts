/** Reading plain style attributes without CSS's tokenizer gives what reading them with it gives. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { emptyBox } from "../../src/html/box.ts";
import { plainDeclarations } from "../../src/html/plain-declarations.ts";
import { readDeclarations, scanDeclarations } from "../../src/html/read-css.ts";

const piece = fc.constantFrom(
  ..." \t\n\r\f;:;:;:-_*!#%.,/\\(){}[]@<>+=&|~^$?\"'`0a1Zéu\u0000".split(""),
  ..."display width HEIGHT max-width opacity left margin-left filter -ms-filter background font color --own".split(" "),
  ...["none", "hidden", "0", "-9999px", "1e3px", "100%", "auto!important", "transparent", "/* x */", "<!--", "-->"],
  ...["rgb(0, 0, 0)", "url(x)", "URL( 'x' )", "image-set('x' 1x)", "calc(1px + (2px))", "'Some Font', \"x\"", "U+0-7F"],
  ...["; width: 1px", "display:none;", "opacity : 0", ";left:-2000px;;", "u\\72l(x)", "mso-hide:all"],
);

describe("plain declarations", () => {
  test("say what CSS's tokens say", () => {
    const css = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(css, (value) => {
        assert.deepEqual(readDeclarations(value), scanDeclarations(value));
      }),
      { numRuns: Number(process.env["FUZZ_RUNS"] ?? 2000) },
    );
  });

  const plain = [
    "",
    " ; ",
    "width:1px",
    "FONT-FAMILY: 'A; b', serif; color: rgb(0 0 0 / 1%)",
    "margin:0 auto!important;",
  ];
  for (const css of plain.filter((value) => !value.includes("/"))) {
    test(`${JSON.stringify(css)} needs no tokens`, () => {
      assert.notEqual(plainDeclarations(css, emptyBox), null);
    });
  }
  for (const css of [
    "background:url(x)",
    "filter:x",
    "a:b(c",
    "a:'b",
    "a:\\b",
    "a:/**/b",
    "a{b:c}",
    "*width:1px",
    "a b:c",
  ]) {
    test(`${JSON.stringify(css)} is left to CSS's tokens`, () => {
      assert.equal(plainDeclarations(css, emptyBox), null);
    });
  }
});

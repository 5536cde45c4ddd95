/** The fast path is parse5's own, token for token: compared on random markup that is rich in what runs stop at. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type Token, type TokenHandler, Tokenizer, TokenizerMode } from "parse5";
import { RunTokenizer } from "../../src/html/run-tokenizer.ts";

type MakeTokenizer = new (options: { sourceCodeLocationInfo: boolean }, handler: TokenHandler) => Tokenizer;

/** Every token with its offsets; lines and columns are left out. */
function tokensOf(kind: MakeTokenizer, source: string): readonly unknown[] {
  const seen: unknown[] = [];
  const at = (location: Token.Location | null) => [location?.startOffset, location?.endOffset];
  const tag = (name: string) => (token: Token.TagToken) => {
    const attributes = token.attrs.map((attribute) => {
      const place = token.location?.attrs?.[attribute.name];
      const offsets = "start" in attribute ? attribute : { start: place?.startOffset, end: place?.endOffset };
      return { ...offsets, name: attribute.name, value: attribute.value };
    });
    seen.push([name, token.tagName, token.tagID, attributes, token.selfClosing, ...at(token.location)]);
    if (name === "start" && token.tagName === "style") tokenizer.state = TokenizerMode.RAWTEXT;
    if (name === "start" && token.tagName === "title") tokenizer.state = TokenizerMode.RCDATA;
  };
  const text = (name: string) => (token: Token.CharacterToken) =>
    void seen.push([name, token.chars, ...at(token.location)]);
  const tokenizer = new kind(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: tag("start"),
      onEndTag: tag("end"),
      onCharacter: text("text"),
      onWhitespaceCharacter: text("space"),
      onNullCharacter: text("null"),
      onComment: (token) => void seen.push(["comment", token.data, ...at(token.location)]),
      onDoctype: (token) => void seen.push(["doctype", token.name, ...at(token.location)]),
      onEof: (token) => void seen.push(["end of file", ...at(token.location)]),
      onParseError: null,
    },
  );
  tokenizer.write(source, true);
  return seen;
}

const piece = fc.constantFrom(
  ..."<>&\"'=-/! \t\n\f\r\u0000aZ9ü€".split(""),
  ...[
    "\r\n",
    "\u{1f4ec}",
    "\ud800",
    "\udc00",
    "\ufeff",
    "\u2028",
    "<!--",
    "-->",
    "--!>",
    "&amp;",
    "&amp",
    "&#10;",
    "&#0;",
  ],
  ...[
    "&notin;",
    '<a href="',
    "<b title='",
    "<img src=x ",
    "</a>",
    "<style>",
    "</style>",
    "<title>",
    "</title>",
    "<![CDATA[",
    "</STYLE ",
    "<IMG Src='x?a=1&b=2&amp;c=3'/>",
    "&copy=1&lt=2&x;",
    "<td\r\nwidth = 1 WIDTH=2\rhidden>",
    "<p a='&amp;\r\n&ampx",
    " x=&lt;&a=b&amp;c ",
  ],
  ...["some words in a row", "padding:0;margin:0 auto", '" ', "' ", "<!DOCTYPE html>", '<p class="a b">text</p>'],
);

describe("runs taken at once", () => {
  test("give parse5's own tokens", () => {
    const runs = Number(process.env["FUZZ_RUNS"] ?? 2000);
    const source = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(source, (markup) => {
        assert.deepEqual(tokensOf(RunTokenizer, markup), tokensOf(Tokenizer, markup));
      }),
      { numRuns: runs },
    );
  });

  test("give parse5's own tags and comments when raw text is dropped", () => {
    const isMarkup = (token: unknown) => Array.isArray(token) && !["text", "space", "null"].includes(String(token[0]));
    class Dropping extends RunTokenizer {
      override dropsRawText = true;
    }
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const markup = `<style>${pieces.join("")}`;
        assert.deepEqual(tokensOf(Dropping, markup).filter(isMarkup), tokensOf(Tokenizer, markup).filter(isMarkup));
      }),
      { numRuns: Number(process.env["FUZZ_RUNS"] ?? 2000) },
    );
  });

  test("also beyond the size at which parse5 drops what it has read", () => {
    const long = `<p title="${"a b&amp;c ".repeat(20_000)}">${"word and\r\nword ".repeat(20_000)}<!-- ${"x - y ".repeat(20_000)}-->`;
    assert.deepEqual(tokensOf(RunTokenizer, long), tokensOf(Tokenizer, long));
  });
});

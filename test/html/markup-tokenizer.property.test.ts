/** Tokens are parse5's own: compared on random markup that is rich in what ends ordinary tokens. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type Token, Tokenizer, TokenizerMode } from "parse5";
import { MarkupTokenizer } from "../../src/html/markup-tokenizer.ts";

type Seen = readonly [kind: string, ...unknown[]];

/** What parse5 gives, in the words of `MarkupHandler`. */
function tokensOfParse5(source: string): readonly Seen[] {
  const seen: Seen[] = [];
  const end = (token: Token.Token) => token.location?.endOffset;
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: (token) => {
        const attributes = token.attrs.map(({ name, value }) => {
          const place = token.location?.attrs?.[name];
          return [name, value, place?.startOffset, place?.endOffset];
        });
        seen.push(["start", token.tagName, attributes, token.selfClosing, token.location?.startOffset, end(token)]);
        tokenizer.state = rawTexts.get(token.tagName) ?? tokenizer.state;
        if (token.tagName === "svg") tokenizer.inForeignNode = true;
        if (token.tagName === "p") tokenizer.inForeignNode = false;
      },
      onEndTag: (token) => void seen.push(["end", token.tagName, token.location?.startOffset, end(token)]),
      onCharacter: (token) => addText(seen, token.chars),
      onWhitespaceCharacter: () => addSpace(seen),
      onNullCharacter: () => {},
      onComment: (token) => void seen.push(["comment", token.location?.startOffset, end(token)]),
      onDoctype: () => {},
      onEof: () => void seen.push(["end of file"]),
      onParseError: null,
    },
  );
  tokenizer.write(source, true);
  return seen;
}

/** `shown`: raw text is given as text. */
function tokensOf(source: string, shown = true): readonly Seen[] {
  const seen: Seen[] = [];
  const tokenizer = new MarkupTokenizer(source, {
    startTag: ({ name, start, end, selfClosing, attributes }) => {
      const written = attributes.map((one) => {
        assert.equal(one.isEmpty, one.value === "");
        return [one.name, one.value, one.start, one.end];
      });
      seen.push(["start", name, written, selfClosing, start, end]);
      const state = rawTexts.get(name);
      if (state !== undefined) tokenizer.enterRawText({ state, use: shown ? "text" : "skip" });
      if (name === "svg") tokenizer.inForeignContent = true;
      if (name === "p") tokenizer.inForeignContent = false;
    },
    endTag: (name, _kind, start, end) => void seen.push(["end", name, start, end]),
    text: (chars) => addText(seen, chars),
    space: () => addSpace(seen),
    comment: (start, end) => void seen.push(["comment", start, end]),
    endOfFile: () => void seen.push(["end of file"]),
  });
  tokenizer.run();
  return seen;
}

const rawTexts = new Map([
  ["style", TokenizerMode.RAWTEXT],
  ["title", TokenizerMode.RCDATA],
  ["script", TokenizerMode.SCRIPT_DATA],
]);

/** Text that comes in pieces is joined; parse5 ends a piece before a reference in different places. */
function addText(seen: Seen[], chars: string): void {
  const last = seen.at(-1);
  if (last?.[0] === "text") seen[seen.length - 1] = ["text", `${last[1]}${chars}`];
  else seen.push(["text", chars]);
}

function addSpace(seen: Seen[]): void {
  if (seen.at(-1)?.[0] !== "space") seen.push(["space"]);
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
    "</styles>",
    "</style\n>",
    "</style/>",
    "</style=>",
    "<!doctype html>",
    '<!DOCTYPE a PUBLIC "x>',
    "<IMG Src='x?a=1&b=2&amp;c=3'/>",
    "&copy=1&lt=2&x;",
    "<td\r\nwidth = 1 WIDTH=2\rhidden>",
    "<p a='&amp;\r\n&ampx",
    " x=&lt;&a=b&amp;c ",
  ],
  ...[
    "<svg>",
    "<script>",
    "</script>",
    "<!-->",
    "<!--->",
    "<![if !mso]>",
    "<?xml version=1?>",
    "<3",
    "&nbsp;",
    "&#32;",
    "&zwj;",
    "&am\0p;",
    "/ ",
    "a='1'b=2",
    "<i =x=y>",
    `<b ${Array.from({ length: 30 }, (_, n) => `a${n % 28}=${n}`).join(" ")}>`,
  ],
  ...["some words in a row", "padding:0;margin:0 auto", '" ', "' ", "<!DOCTYPE html>", '<p class="a b">text</p>'],
);

const markup = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));
const numRuns = Number(process.env["FUZZ_RUNS"] ?? 2000);

describe("ordinary tokens taken whole", () => {
  test("are parse5's own", () => {
    fc.assert(
      fc.property(markup, (source) => assert.deepEqual(tokensOf(source), tokensOfParse5(source))),
      { numRuns },
    );
  });

  test("also where raw text is dropped", () => {
    const isMarkup = ([kind]: Seen) => kind !== "text" && kind !== "space";
    fc.assert(
      fc.property(markup, (source) => {
        for (const opening of ["<style>", "<title>", "<script>"]) {
          const seen = tokensOf(opening + source, false).filter(isMarkup);
          assert.deepEqual(seen, tokensOfParse5(opening + source).filter(isMarkup));
        }
      }),
      { numRuns },
    );
  });

  test("also in a long text", () => {
    const long = `<p title="${"a b&amp;c ".repeat(20_000)}">${"word and\r\nword ".repeat(20_000)}<!-- ${"x - y ".repeat(20_000)}-->`;
    assert.deepEqual(tokensOf(long), tokensOfParse5(long));
  });

  test("places of values are what stands between the quotes", () => {
    const source = `<a b = 'x&amp;y' c=z d>`;
    const tokenizer = new MarkupTokenizer(source, {
      startTag: ({ attributes }) =>
        assert.deepEqual(
          attributes.map(({ valueRange: { start, end } }) => source.slice(start, end)),
          ["x&amp;y", "z", ""],
        ),
      endTag() {},
      text() {},
      space() {},
      comment() {},
      endOfFile() {},
    });
    tokenizer.run();
  });
});

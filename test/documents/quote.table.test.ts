import assert from "node:assert/strict";
import { test } from "node:test";
import { blockAt, blocksOf, lineOf, pageOf, quoteOf } from "../../src/documents/quote.ts";
import { read } from "./fixture.ts";

test("a quote has its text, page and line; spans outside are cut", async () => {
  const document = await read("First line of it.\n\nSecond paragraph,\nin two lines.\n");
  const at = document.text.indexOf("two");
  assert.deepEqual(quoteOf(document, at, at + 3), { start: at, end: at + 3, text: "two", page: 0, line: 4 });
  assert.deepEqual(quoteOf(document, -5, 5), { start: 0, end: 5, text: "First", page: 0, line: 1 });
  assert.equal(quoteOf(document, 5, 1e9).end, document.text.length);
  assert.equal(quoteOf(document, Number.NaN, 3).text, "Fir");
});

test("the look-ups are what a walk finds", async () => {
  const document = await read("One.\n\nTwo two.\nTwo more.\n\n\nThree.\n");
  const { text, blocks } = document;
  for (let offset = 0; offset <= text.length; offset += 1) {
    assert.equal(lineOf(document, offset), text.slice(0, offset).split("\n").length);
    assert.equal(
      blockAt(document, offset),
      blocks.find(({ span }) => span.start <= offset && offset < span.end) ?? null,
    );
    assert.equal(pageOf(document, offset), 0);
    for (let end = offset; end <= text.length; end += 3) {
      assert.deepEqual(
        blocksOf(document, { start: offset, end }),
        blocks.filter(({ span }) => span.start < end && span.end > offset),
      );
    }
  }
});

/** What the contents of a PDF's pages cost of the budget, however often they are read. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateSync } from "node:zlib";
import { readPdfFacts } from "../../src/parts/pdf-facts.ts";
import { PartBudget } from "../../src/parts/reference.ts";

const CONTENT = "BT (Invented words) Tj ET";
const packed = deflateSync(Buffer.from(CONTENT)).toString("latin1");
const pdf = Buffer.from(
  `%PDF-1.4\n4 0 obj\n<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream\nendobj\n%%EOF\n`,
  "latin1",
);

test("a page's contents are charged each time they are read: for the text, and for letters", () => {
  const budget = new PartBudget(1_000);
  const facts = readPdfFacts(pdf, budget);
  assert.equal(facts.text.trim(), "Invented words");
  assert.equal(1_000 - budget.bytesLeft, 2 * CONTENT.length);
  assert.equal(facts.isCut, false);
});

test("what the budget has no room for a second time is cut", () => {
  const budget = new PartBudget(CONTENT.length + 1);
  const facts = readPdfFacts(pdf, budget);
  assert.equal(facts.text.trim(), "Invented words");
  assert.equal(facts.isCut, true);
  assert.equal(facts.isLegible, false);
  assert.ok(budget.codes.has("limit.part-bytes"));
});

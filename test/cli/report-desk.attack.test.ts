/** Documents that never end, or fill the memory: the worker that reads them is ended, the rest of the document is read, and it is told. */
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { deflateSync } from "node:zlib";
import { limits } from "../../src/base/limits.ts";
import { createReportDesk, type DeskOptions } from "../../src/cli/report-desk.ts";
import { lines, stream, writeObjects, writePdf } from "../support/pdf-writer.ts";

const FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";
const FAST: DeskOptions = { stepMsMax: 2_500, msMax: 30_000 };

/** Three pages; the second has some ten million operators and not one letter. */
function pdfOfOperators(): Buffer {
  const page = (content: number) =>
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 6 0 R>>>>/Contents ${content} 0 R>>`;
  const words = (text: string) => stream(Buffer.from(`BT /F1 11 Tf 1 0 0 1 72 700 Tm (${text}) Tj ET`));
  return writeObjects([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Count 3/Kids[3 0 R 4 0 R 5 0 R]>>",
    ...[page(7), page(8), page(9)],
    FONT,
    words("The first page names harbour[.]example."),
    stream(Buffer.from("q Q 1 0 0 1 0 0 cm\n".repeat(5_000_000)), true),
    words("The third page has words."),
  ]);
}

/** A stream whose length is a lie, so that what weighs it sees little, and the library all. */
function pdfOfLie(bytes: number): Buffer {
  const bomb = deflateSync(Buffer.alloc(bytes, "(a) Tj "));
  const content = Buffer.concat([
    Buffer.from("<</Length 12/Filter/FlateDecode>>\nstream\n"),
    bomb,
    Buffer.from("\nendstream"),
  ]);
  const page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>";
  return writeObjects(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>", page, FONT, content]);
}

describe("documents are read where they can be ended", () => {
  const desk = createReportDesk(FAST);
  after(() => desk.close());

  test("documentStepMsMax: a page that goes on and on is left out, the others are read", async () => {
    const begun = performance.now();
    const read = await desk.read(pdfOfOperators(), "given/operators.pdf");
    assert.ok(performance.now() - begun < 25_000);
    assert.ok(read.ok);
    const { problems, isPartial, indicators } = read.value.document;
    assert.match(problems.join(" "), /Page 2 takes more time or memory than a document may, and was left out\./);
    assert.deepEqual([isPartial, indicators.map(({ value }) => value)], [true, ["harbour.example"]]);
  });

  test("begun before its first document, it reads it; and begun again, it is as it was", async () => {
    const early = createReportDesk(FAST);
    early.begin();
    early.begin();
    const read = await early.read(writePdf([{ texts: lines(["Words of the page."]) }]), "given/sound.pdf");
    await early.close();
    assert.ok(read.ok && !read.value.document.isPartial);
  });

  test("the next document is read as if nothing had been", async () => {
    const read = await desk.read(writePdf([{ texts: lines(["Words of the page."]) }]), "given/sound.pdf");
    assert.ok(read.ok && !read.value.document.isPartial);
  });

  test("documentHeapMibMax, documentGrowthMibMax: a length that is a lie ends within both", {
    timeout: 60_000,
  }, async () => {
    const before = process.memoryUsage.rss();
    const read = await desk.read(pdfOfLie(400 * 1024 * 1024), "given/lie.pdf");
    const told = read.ok ? read.value.document.problems.join(" ") : read.error;
    assert.match(told, /unpacks to more than|takes more time or memory|more pieces of text|could not be read/);
    const grown = (process.memoryUsage.rss() - before) / 1024 / 1024;
    assert.ok(grown < limits.documentHeapMibMax + limits.documentGrowthMibMax, `${grown} MiB`);
  });

  test("documentMsMax: what takes too long altogether is given up in a sentence", async () => {
    const hasty = createReportDesk({ stepMsMax: 60_000, msMax: 1 });
    const read = await hasty.read(Buffer.from("Words."), "given/x.txt");
    await hasty.close();
    assert.deepEqual(read, { ok: false, error: "takes more time or memory than a document may; it was not read" });
  });
});

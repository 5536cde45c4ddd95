import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { lines, type PdfText, writePdf } from "../support/pdf-writer.ts";
import { paragraph, writeWord } from "../support/word-writer.ts";
import { read, refusal } from "./fixture.ts";

describe("limits of documents: what fits is kept, the rest is told", () => {
  test("documentBytesMax", async () => {
    assert.match(await refusal(new Uint8Array(limits.documentBytesMax + 1)), /^is larger than 64 MiB/);
  });

  test("documentCharsMax of plain text", async () => {
    const document = await read(`${"word ".repeat(limits.documentCharsMax / 5)}more`);
    assert.deepEqual(
      [document.isPartial, document.text.length, document.problems.length],
      [true, limits.documentCharsMax, 1],
    );
  });

  test("documentBlocksMax", async () => {
    const whole = await read("Sentence one.\n".repeat(limits.documentBlocksMax));
    assert.deepEqual([whole.isPartial, whole.blocks.length], [false, limits.documentBlocksMax]);
    const cut = await read("Sentence one.\n".repeat(limits.documentBlocksMax + 1));
    assert.deepEqual([cut.isPartial, cut.blocks.length], [true, limits.documentBlocksMax]);
  });

  test("documentLinksMax", async () => {
    const document = await read(
      `<html><body>${'<p><a href="https://a.test/">x</a></p>'.repeat(limits.documentLinksMax + 5)}</body></html>`,
    );
    assert.equal(document.links.length, limits.documentLinksMax);
    assert.equal(document.blocks.length, limits.documentLinksMax + 5);
  });

  test("documentElementsMax", async () => {
    const document = await read(`<html><body>${"<i>a".repeat(limits.documentElementsMax + 5)}</body></html>`);
    assert.ok(document.isPartial && document.text.length > 1_000);
  });

  test("documentAttachmentsMax and documentNestingMax: mails in mails", async () => {
    const part = (n: number) =>
      `--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename="f${n}.txt"\n\nText ${n}.\n`;
    const parts = Array.from({ length: limits.documentAttachmentsMax + 2 }, (_, n) => part(n)).join("");
    const mail = `From: a@one.test\nSubject: Parts\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n${parts}--b--\n`;
    const document = await read(mail);
    assert.equal(document.blocks.length, limits.documentAttachmentsMax);
    assert.deepEqual(document.problems, [
      `It has ${limits.documentAttachmentsMax + 2} attachments; the first ${limits.documentAttachmentsMax} were read.`,
    ]);
    assert.ok(document.isPartial);
    let inner = "From: a@one.test\nSubject: Innermost\n\nWords.\n";
    for (let level = 0; level < limits.documentNestingMax + 1; level += 1) {
      inner = `From: a@one.test\nSubject: Level ${level}\nContent-Type: application/octet-stream; name="m.eml"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment\n\n${Buffer.from(inner).toString("base64")}\n`;
    }
    assert.match((await read(inner)).problems.join(), /lies too deep in other mails/);
  });

  test("documentPagesMax", async () => {
    const page = { texts: lines(["Words."]) };
    const document = await read(writePdf(Array.from({ length: limits.documentPagesMax + 1 }, () => page)));
    assert.equal(document.blocks.at(-1)?.page, limits.documentPagesMax);
    assert.ok(document.isPartial);
  });

  test("documentPagePiecesMax", async () => {
    const count = limits.documentPagePiecesMax + 10;
    const texts = Array.from(
      { length: count },
      (_, n): PdfText => ({ text: "a", x: n % 2 === 0 ? 72 : 300, y: 750 - (n * 700) / count }),
    );
    const document = await read(writePdf([{ texts }], { isPacked: true }));
    assert.ok(
      document.isPartial && document.problems.some((one) => one.includes("more pieces of text")),
      document.problems.join(),
    );
  });

  test("documentDepthMax", async () => {
    const around = (depth: number) => `${"<w:x>".repeat(depth)}${paragraph("Words.")}${"</w:x>".repeat(depth)}`;
    // Document, body, paragraph, run, text.
    const whole = await read(writeWord(around(limits.documentDepthMax - 5)));
    assert.deepEqual([whole.text, whole.isPartial], ["Words.", false]);
    assert.ok((await read(writeWord(around(limits.documentDepthMax - 4)))).isPartial);
  });

  test("documentUnpackedBytesMax is tried in documents.attack.test.ts", () => {
    assert.equal(limits.documentUnpackedBytesMax, 128 * 1024 * 1024);
  });
});

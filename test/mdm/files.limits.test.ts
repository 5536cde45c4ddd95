/** What stops the work on files, and that it is told: an answer that may miss something is undetermined, never empty. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { limits } from "../../src/base/limits.ts";
import { FileSession } from "../../src/mdm/files/file-session.ts";
import { addressesOf, printableRuns, wholeText } from "../../src/parts/file-text.ts";
import { scriptWords } from "../../src/parts/javascript-words.ts";
import { decompress, readMacros } from "../../src/parts/macros.ts";
import { readPixels } from "../../src/parts/picture-pixels.ts";
import { writeLiteralContainer, writePlainPng } from "../support/file-writers.ts";
import { writePdf, writeZip } from "../support/part-files.ts";
import { exploded } from "./file-view.ts";

const MORE = "?explode";

function nested(depth: number): Buffer {
  let file: Buffer = Buffer.from("canary text");
  for (let level = 0; level < depth; level += 1)
    file = writeZip([{ name: `${level}`, content: file }], { isStored: true });
  return file;
}

describe("explodeDepthMax", () => {
  test("at the limit all files are there", () => {
    const depths = exploded(nested(limits.explodeDepthMax), "depth");
    assert.equal(depths.at(-1), limits.explodeDepthMax);
  });

  test("below it there may be more", () => {
    const depths = exploded(nested(limits.explodeDepthMax + 1), "depth");
    assert.deepEqual(depths.slice(-2), [limits.explodeDepthMax, MORE]);
  });
});

describe("explodeNodesMax", () => {
  const flat = (count: number) =>
    writeZip(
      Array.from({ length: count }, (_, index) => ({ name: `${index}.txt`, content: "canary" })),
      { isStored: true },
    );

  test("at the limit all files are there", () => {
    const depths = exploded(flat(limits.explodeNodesMax - 1), "depth");
    assert.equal(depths.length, limits.explodeNodesMax);
    assert.notEqual(depths.at(-1), MORE);
  });

  test("one more, and it is told", () => {
    const depths = exploded(flat(limits.explodeNodesMax), "depth");
    assert.equal(depths.length, limits.explodeNodesMax + 1);
    assert.equal(depths.at(-1), MORE);
  });
});

describe("bombs", () => {
  test("explodeRatioMax: a small file lets out explodeFreeBytes, a larger one so many times its size", () => {
    const session = new FileSession();
    assert.equal(session.budgetFor(10).bytesLeft, limits.explodeFreeBytes);
    assert.equal(session.budgetFor(10_000).bytesLeft, 10_000 * limits.explodeRatioMax);
  });

  test("explodeBytesMax: no file lets out more", () => {
    assert.equal(new FileSession().budgetFor(limits.explodeBytesMax).bytesLeft, limits.explodeBytesMax);
  });

  test("explodeTotalBytesMax: the files of a message share", () => {
    const session = new FileSession();
    session.charge(limits.explodeTotalBytesMax - 10);
    assert.equal(session.budgetFor(10_000).bytesLeft, 10);
  });

  test("a gzip of zeros ends, and its content is unknown", () => {
    const bomb = gzipSync(Buffer.alloc(32 * 1024 * 1024));
    assert.deepEqual(exploded(bomb, "scan.entropy").slice(1), [MORE, MORE]);
  });

  test("a zip whose members are bombs ends", () => {
    const content = Buffer.alloc(8 * 1024 * 1024);
    const depths = exploded(
      writeZip(Array.from({ length: 20 }, (_, index) => ({ name: `${index}`, content }))),
      "scan.hash.sha256",
    );
    assert.equal(depths.at(-1), MORE);
  });

  test("a document whose padding is a bomb does not hide its template: it is not known", () => {
    const padding = { name: "word/media/padding.xml", content: Buffer.alloc(4 * 1024 * 1024) };
    const parts = [
      { name: "[Content_Types].xml", content: "x" },
      { name: "word/a.xml", content: Buffer.alloc(2 * 1024 * 1024) },
      padding,
    ];
    const text = { name: "word/document.xml", content: Buffer.alloc(3 * 1024 * 1024, "<w:t>") };
    assert.equal(exploded(writeZip([...parts, text]), "letterlock.remote_template")[0], MORE);
    const template = {
      name: "word/_rels/a.rels",
      content: '<Relationship Type="x/attachedTemplate" Target="https://canary.test/" TargetMode="External"/>',
    };
    assert.equal(exploded(writeZip([...parts, text, template]), "letterlock.remote_template")[0], true);
  });

  test("a gzip of gzips of zeros ends", () => {
    const bomb = gzipSync(gzipSync(Buffer.alloc(64 * 1024 * 1024)));
    assert.equal(exploded(bomb, "depth").at(-1), MORE);
  });
});

describe("texts", () => {
  test("fileTextBytesMax: longer files are cut, and their text is unknown", () => {
    assert.equal(wholeText(Buffer.alloc(limits.fileTextBytesMax, "a"))?.isCut, false);
    assert.equal(wholeText(Buffer.alloc(limits.fileTextBytesMax + 1, "a"))?.isCut, true);
    assert.equal(printableRuns(Buffer.alloc(limits.fileTextBytesMax + 1, "a")).isCut, true);
  });

  test("fileStringsMax: the first ones", () => {
    const of = (count: number) => printableRuns(Buffer.from("word\0".repeat(count)));
    assert.equal(of(limits.fileStringsMax).isCut, false);
    const { items, isCut } = of(limits.fileStringsMax + 1);
    assert.deepEqual([items.length, isCut], [limits.fileStringsMax, true]);
  });

  test("fileFactsMax: addresses", () => {
    const of = (count: number) =>
      addressesOf(Array.from({ length: count }, (_, index) => `https://a.test/${index}`).join(" "));
    assert.equal(of(limits.fileFactsMax).isCut, false);
    assert.deepEqual(
      [of(limits.fileFactsMax + 1).items.length, of(limits.fileFactsMax + 1).isCut],
      [limits.fileFactsMax, true],
    );
  });

  test("scriptCharsMax: the beginning", () => {
    assert.equal(scriptWords("a".padEnd(limits.scriptCharsMax)).isCut, false);
    assert.equal(scriptWords("a".padEnd(limits.scriptCharsMax + 1)).isCut, true);
  });

  test("scriptWordsMax: the first ones", () => {
    const of = (count: number) => scriptWords(Array.from({ length: count }, (_, index) => `a${index}`).join(" "));
    assert.equal(of(limits.scriptWordsMax).isCut, false);
    assert.deepEqual(
      [of(limits.scriptWordsMax + 1).identifiers.length, of(limits.scriptWordsMax + 1).isCut],
      [limits.scriptWordsMax, true],
    );
  });

  test("macroBytesMax: the beginning", () => {
    const packed = writeLiteralContainer("Sub canary()\n".repeat(400_000));
    assert.equal(decompress(packed, limits.macroBytesMax)?.length, limits.macroBytesMax);
    const dir = { path: "VBA/dir", bytes: writeLiteralContainer("") };
    const module = { path: "VBA/m", bytes: writeLiteralContainer("Attribute canary\n".repeat(400_000)) };
    assert.equal(readMacros([dir, module]).isCut, true);
  });
});

describe("boxes that a PDF draws", () => {
  const page = (boxes: number) => `<< >>\nstream\n${"0 0 1 1 re f\n".repeat(boxes)}\nendstream`;

  test("pdfBoxesMax: with more of them there may be a code", () => {
    assert.deepEqual(exploded(writePdf([page(200)]), "scan.qr"), [null]);
    assert.deepEqual(exploded(writePdf([page(limits.pdfBoxesMax + 1)]), "scan.qr"), ["?qr"]);
  });

  test("pdfDrawingsMax: on more pages there may be one", () => {
    const pages = (count: number) => writePdf(Array.from({ length: count }, () => page(150)));
    assert.deepEqual(exploded(pages(limits.pdfDrawingsMax), "scan.qr"), [null]);
    assert.deepEqual(exploded(pages(limits.pdfDrawingsMax + 1), "scan.qr"), ["?qr"]);
  });
});

describe("pictures", () => {
  test("picturePixelsMax: larger ones are not looked at", () => {
    assert.equal(readPixels(writePlainPng(4_000, limits.picturePixelsMax / 4_000 + 1)), "too-large");
    assert.notEqual(typeof readPixels(writePlainPng(1_000, 100)), "string");
    assert.deepEqual(exploded(writePlainPng(4_000, limits.picturePixelsMax / 4_000 + 1), "scan.qr.data"), ["?qr"]);
  });

  test("pictureTotalPixelsMax: the pictures of a message share", () => {
    const session = new FileSession();
    assert.equal(session.takePixels(limits.pictureTotalPixelsMax), true);
    assert.equal(session.takePixels(1), false);
  });
});

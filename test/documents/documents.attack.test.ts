import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { deflateSync } from "node:zlib";
import { limits } from "../../src/base/limits.ts";
import { lines, stream, writeObjects, writePdf } from "../support/pdf-writer.ts";
import { paragraph, wordOf, writeWord } from "../support/word-writer.ts";
import { writeZip } from "../support/zip-writer.ts";
import { read, refusal } from "./fixture.ts";

const PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>";
const FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";
const CONTENT = stream(Buffer.from("BT /F1 11 Tf 1 0 0 1 72 700 Tm (Words of the page.) Tj ET"));

function pdfOf(pages: string, page: string = PAGE, content: Buffer = CONTENT): Buffer {
  return writeObjects(["<</Type/Catalog/Pages 2 0 R>>", pages, page, FONT, content]);
}

describe("hostile PDF", () => {
  test("cut off in its middle: what is there is read, and it is told", async () => {
    const whole = writePdf(Array.from({ length: 10 }, (_, n) => ({ texts: lines([`Words of page ${n + 1}.`]) })));
    const document = await read(whole.subarray(0, Math.floor(whole.length * 0.6)));
    assert.ok(document.text.startsWith("Words of page 1."));
    assert.ok(document.isPartial && document.problems.some((one) => one.startsWith("The file is cut off")));
  });

  test("100,000 pages in the tree that are one", async () => {
    const kids = "3 0 R ".repeat(100_000);
    const document = await read(pdfOf(`<</Type/Pages/Count 100000/Kids[${kids}]>>`));
    assert.ok(document.isPartial && document.text.startsWith("Words of the page."));
    assert.match(document.problems.join(" "), /It claims 100000 pages; 40 were looked at/);
  });

  test("a count that is a lie", async () => {
    const document = await read(pdfOf("<</Type/Pages/Count 2000000000/Kids[3 0 R]>>"));
    assert.equal(document.text, "Words of the page.");
  });

  test("a tree of pages that holds itself", async () => {
    const answer = await refusal(pdfOf("<</Type/Pages/Count 2/Kids[2 0 R 3 0 R 2 0 R]>>"));
    assert.match(answer, /^(?:read as pdf|is a PDF too damaged)/);
  });

  test("a form that draws itself", async () => {
    const form = stream(
      Buffer.from("/X Do BT /F1 11 Tf 1 0 0 1 72 700 Tm (Inside.) Tj ET"),
      false,
      "/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</XObject<</X 6 0 R>>/Font<</F1 4 0 R>>>>",
    );
    const page =
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 4 0 R>>/XObject<</X 6 0 R>>>>/Contents 5 0 R>>";
    const content = stream(Buffer.from("/X Do"));
    const document = await read(
      writeObjects(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>", page, FONT, content, form]),
    );
    assert.ok(document.text.length < 10_000);
  });

  test("documentUnpackedBytesMax: a stream that unpacks to more is not given on", async () => {
    const bomb = deflateSync(Buffer.alloc(limits.documentUnpackedBytesMax + 1024, " "));
    const content = Buffer.concat([
      Buffer.from(`<</Length ${bomb.length}/Filter/FlateDecode>>\nstream\n`),
      bomb,
      Buffer.from("\nendstream"),
    ]);
    assert.match(
      await refusal(pdfOf("<</Type/Pages/Count 1/Kids[3 0 R]>>", PAGE, content)),
      /^unpacks to more than 128 MiB/,
    );
  });

  test("packed twice, where the second is the bomb", async () => {
    const bomb = deflateSync(deflateSync(Buffer.alloc(4 * 1024 * 1024)));
    const content = Buffer.concat([
      Buffer.from(`<</Length ${bomb.length}/Filter[/FlateDecode/FlateDecode]>>\nstream\n`),
      bomb,
      Buffer.from("\nendstream"),
    ]);
    assert.match(
      await refusal(pdfOf("<</Type/Pages/Count 1/Kids[3 0 R]>>", PAGE, content)),
      /^is packed several times over/,
    );
  });

  test("a page's content that calls itself a picture is not unpacked", async () => {
    const packed = deflateSync(Buffer.alloc(64 * 1024 * 1024, " "));
    const content = Buffer.concat([
      Buffer.from(`<</Length ${packed.length}/Subtype/Image/Filter/FlateDecode>>\nstream\n`),
      packed,
      Buffer.from("\nendstream"),
    ]);
    const document = await read(pdfOf("<</Type/Pages/Count 1/Kids[3 0 R]>>", PAGE, content));
    assert.equal(document.text, "");
  });

  test("locked with a password", async () => {
    const lock = `<</Filter/Standard/V 1/R 2/O<${"ab".repeat(32)}>/U<${"cd".repeat(32)}>/P -4>>`;
    const objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>", PAGE, FONT, CONTENT, lock];
    const id = "00".repeat(16);
    assert.match(await refusal(writeObjects(objects, `/Encrypt 6 0 R/ID[<${id}><${id}>]`)), /^is an encrypted PDF/);
  });

  test("pages without text: scanned", async () => {
    const document = await read(writePdf([{ texts: [] }, { texts: [] }]));
    assert.deepEqual([document.text, document.isPartial], ["", true]);
    assert.match(document.problems.join(), /pictures \(scanned\)/);
  });

  test("only the mark", async () => {
    assert.match(await refusal("%PDF-1.7\n"), /^is a PDF too damaged to be read$/);
  });

  test("actions and scripts are neither run nor followed", async () => {
    const catalog =
      "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.launchURL('https://canary.invalid/'))>>/AA<</O<</S/URI/URI(https://canary.invalid/)>>>>>>";
    const document = await read(writeObjects([catalog, "<</Type/Pages/Count 1/Kids[3 0 R]>>", PAGE, FONT, CONTENT]));
    assert.equal(document.text, "Words of the page.");
  });
});

describe("hostile DOCX", () => {
  const bomb = `<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`;

  test("entities of a document type: not one is read", async () => {
    const document = await read(
      wordOf({
        "word/document.xml": `<?xml version="1.0"?>${bomb}<w:document xmlns:w="urn:w"><w:body>${paragraph("&b;")}</w:body></w:document>`,
      }),
    );
    assert.deepEqual([document.text, document.isPartial], ["", true]);
    assert.match(document.problems.join(), /document type/);
  });

  test("an outer entity in the styles costs the styles alone", async () => {
    const styles = '<!DOCTYPE s SYSTEM "https://canary.invalid/s.dtd"><w:styles xmlns:w="urn:w"/>';
    assert.equal((await read(writeWord(paragraph("Words."), { "word/styles.xml": styles }))).text, "Words.");
  });

  test("documentDepthMax: elements in elements", async () => {
    const deep = "<w:x>".repeat(100_000);
    const document = await read(writeWord(`${paragraph("Words.")}${deep}`));
    assert.deepEqual([document.text, document.isPartial], ["Words.", true]);
    assert.match(document.problems.join(), new RegExp(`more than ${limits.documentDepthMax} deep`));
  });

  test("a zip bomb for a document", async () => {
    const data = Buffer.concat([Buffer.from("<w:document>"), Buffer.alloc(limits.documentUnpackedBytesMax + 1, " ")]);
    const zip = writeZip([
      { name: "[Content_Types].xml", data: Buffer.from("<Types/>") },
      { name: "word/document.xml", data, method: 8 },
    ]);
    assert.match(await refusal(zip), /^unpacks to more than 128 MiB/);
  });

  test("broken in its middle: what stood before is kept", async () => {
    const document = await read(writeWord(`${paragraph("First.")}${paragraph("Second.")}</w:p><w:p`));
    assert.equal(document.text, "First.\n\nSecond.");
    assert.match(document.problems.join(), /XML is damaged/);
  });
});

describe("hostile pages", () => {
  test("elements in elements, never closed", async () => {
    const document = await read(`<html><body>${"<div><b>".repeat(50_000)}Words.`);
    assert.equal(document.text, "Words.");
  });

  test("a list of links that only opens", async () => {
    const document = await read(`<html><body>${'<a href="https://one.test/"><p>x'.repeat(20_000)}`);
    assert.equal(document.blocks.length, 20_000);
  });

  test("style sheets, comments, scripts and code that only begin", async () => {
    for (const begin of [
      "<style>",
      "<!--",
      "<script>",
      "<pre>",
      "<title>",
      "<table>",
      "<td>",
      "<svg>",
      "<p class=a>",
    ]) {
      const answer = await refusal(`<html><body><p>Words.</p>${begin.repeat(200_000)}`);
      assert.equal(answer, "read as html", begin);
    }
  });

  test("Markdown made of marks", async () => {
    for (const mark of ["[", "`", "*", "<", "](", "|", "> ", "![](", "_a", "&#", "[a]: "]) {
      const document = await read(`# Title\n\n## Other\n\n${mark.repeat(20_000)}\n`);
      assert.equal(document.format, "markdown", mark);
    }
  });
});

describe("plain text whose lines go on", () => {
  // Each took the square of its length: 15,000 signs a second, 150,000 two minutes.
  for (const signs of [".", ". ", " .", "1. ", "- "]) {
    test(JSON.stringify(signs), { timeout: 30_000 }, async () => {
      const begun = process.threadCpuUsage();
      await read(`Words. ${signs.repeat(100_000)} x`);
      const { user, system } = process.threadCpuUsage(begun);
      assert.ok(user + system < 5e6, `${(user + system) / 1e6} s`);
    });
  }
});

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { lines, type PdfPageWritten, type PdfText, writePdf } from "../support/pdf-writer.ts";
import { linksTold, read, told } from "./fixture.ts";

const BODY = [
  "The group sent mail to many offices of the ministry over several years, and its",
  "readers opened a page that asked for their passwords, which were used by opera-",
  "tors of the group. The operators are known to the ministry as state-sponsored.",
];

function pageOf(...texts: readonly (readonly PdfText[])[]): PdfPageWritten {
  return { texts: texts.flat() };
}

async function blocksOf(pages: readonly PdfPageWritten[]): Promise<readonly string[]> {
  return told(await read(writePdf(pages)));
}

describe("text of a PDF", () => {
  test("lines are one paragraph; a hyphen at a line's end goes where the word is known", async () => {
    assert.deepEqual(await blocksOf([pageOf(lines(BODY))]), [
      "paragraph: The group sent mail to many offices of the ministry over several years, and its readers opened a page that asked for their passwords, which were used by operators of the group. The operators are known to the ministry as state-sponsored.",
    ]);
  });

  test("a hyphen of the word's own stays", async () => {
    const [told] = await blocksOf([
      pageOf(
        lines([
          "It was called state-sponsored by the ministry of that country, and later state-",
          "sponsored by others. In its 12-",
          "character name it holds CVE-",
          "2021-44228.",
        ]),
      ),
    ]);
    assert.match(told ?? "", /later state-sponsored by others\. In its 12-character name it holds CVE-2021-44228\.$/);
  });

  test("an address goes on in the next line without a space", async () => {
    const [told] = await blocksOf([
      pageOf(
        lines([
          "See the report of the agency at https://agency.example/reports/2024/",
          "the-whole-report.html for more.",
        ]),
      ),
    ]);
    assert.match(told ?? "", /https:\/\/agency\.example\/reports\/2024\/the-whole-report\.html for more/);
  });

  test("headings by size, items by their signs, a wide gap as a new paragraph", async () => {
    const page = pageOf(
      [{ text: "The Report", x: 72, y: 740, size: 24 }],
      [{ text: "Findings", x: 72, y: 712, size: 15 }],
      lines(BODY, { top: 690 }),
      lines(["A second paragraph stands apart from the first one."], { top: 635 }),
      lines(["\x95 first item of the list", "\x95 second item"], { top: 610, x: 90 }),
      [
        { text: "1.", x: 90, y: 570 },
        { text: "numbered item", x: 115, y: 570 },
      ],
    );
    const blocks = await blocksOf([page]);
    assert.deepEqual(
      [blocks[0], blocks[1], ...blocks.slice(3)],
      [
        "heading1: The Report",
        "heading2: Findings",
        "paragraph: A second paragraph stands apart from the first one.",
        "list-item: • first item of the list",
        "list-item: • second item",
        "list-item: 1. numbered item",
      ],
    );
  });

  test("heads and feet of pages are furniture, and a sentence goes on over them", async () => {
    const page = (n: number, texts: readonly string[]): PdfPageWritten =>
      pageOf([{ text: "TLP:AMBER", x: 72, y: 770, size: 9 }], lines(texts), [
        { text: `Page ${n} of 3`, x: 280, y: 30, size: 9 },
      ]);
    const document = await read(
      writePdf([
        page(1, ["The first page ends in the middle of a sentence that"]),
        page(2, ["goes on here.", "And this is the second page."]),
        page(3, ["The third page."]),
      ]),
    );
    assert.deepEqual(told(document), [
      "furniture: TLP:AMBER",
      "paragraph: The first page ends in the middle of a sentence that goes on here.",
      "furniture: Page 1 of 3",
      "furniture: TLP:AMBER",
      "paragraph: And this is the second page.",
      "furniture: Page 2 of 3",
      "furniture: TLP:AMBER",
      "paragraph: The third page.",
      "furniture: Page 3 of 3",
    ]);
    assert.deepEqual([document.tlp, document.blocks.at(-2)?.page, document.format], ["TLP:AMBER", 3, "pdf"]);
  });

  test("two columns are read one after the other", async () => {
    const column = (name: string) =>
      Array.from({ length: 8 }, (_, n) => `${name} column line ${n + 1} has so very many words in`);
    const page = pageOf(
      [{ text: "Across Both Columns", x: 72, y: 740, size: 20 }],
      lines(column("left"), { x: 60, top: 700 }),
      lines(column("right"), { x: 320, top: 700 }),
    );
    const [heading, left, right, ...rest] = await blocksOf([page]);
    assert.deepEqual([heading, rest.length], ["heading1: Across Both Columns", 0]);
    assert.match(left ?? "", /^paragraph: left column line 1 .* left column line 8 has so very many words in$/);
    assert.match(right ?? "", /^paragraph: right column line 1 .* right column line 8 has so very many words in$/);
  });

  test("a table with a cell of two lines", async () => {
    const at = (text: string, x: number, y: number): PdfText => ({ text, x, y });
    const page = pageOf(lines(BODY), [
      at("Host", 72, 600),
      at("Seen", 250, 600),
      at("Note", 400, 600),
      at("one.test", 72, 578),
      at("2021-03-04", 250, 578),
      at("page of a login", 400, 578),
      at("that was copied", 400, 565),
      at("two.test", 72, 543),
      at("2021-05-06", 250, 543),
      at("none", 400, 543),
    ]);
    assert.deepEqual((await blocksOf([page])).slice(1), [
      "cell 0/0: Host",
      "cell 0/0: Seen",
      "cell 0/0: Note",
      "cell 0/1: one.test",
      "cell 0/1: 2021-03-04",
      "cell 0/1: page of a login\nthat was copied",
      "cell 0/2: two.test",
      "cell 0/2: 2021-05-06",
      "cell 0/2: none",
    ]);
  });

  test("a table whose cells stand close, and whose last cell goes on alone", async () => {
    const at = (text: string, x: number, y: number): PdfText => ({ text, x, y, size: 10 });
    // biome-ignore format: a table reads by row
    const page = pageOf(lines(BODY), [
      at("Technique", 72, 600), at("Use", 180, 600),
      at("Mail [T1566]", 72, 580), at("It sends mail.", 180, 580),
      at("Passwords on a page", 72, 560), at("It shows a page.", 180, 560),
      at("Tools of the", 72, 540), at("It brings them.", 180, 540),
      at("system", 72, 528),
    ]);
    assert.deepEqual((await blocksOf([page])).slice(-4), [
      "cell 0/2: Passwords on a page",
      "cell 0/2: It shows a page.",
      "cell 0/3: Tools of the\nsystem",
      "cell 0/3: It brings them.",
    ]);
  });

  test("lines in a font of fixed width are code, each a line", async () => {
    const code = ["rule x {", "  condition: true", "}"].map(
      (text, n): PdfText => ({ text, x: 72, y: 600 - n * 14, font: "F2" }),
    );
    assert.deepEqual((await blocksOf([pageOf(lines(BODY), code)])).slice(1), ["code: rule x {\ncondition: true\n}"]);
  });

  test("a link that is on paper alone is none; the next page's is not taken for it", async () => {
    const texts = [{ text: "Read the report", x: 72, y: 700, size: 11 }];
    const area = { rect: [72, 696, 150, 712] } as const;
    const pages = [
      { texts, links: [{ ...area, href: "https://paper.example/", flags: 32 }] },
      { texts, links: [{ ...area, href: "https://second.example/" }] },
    ];
    const document = await read(writePdf(pages));
    assert.deepEqual(linksTold(document), ["Read the report → https://second.example/"]);
  });

  test("links by their areas, with the words that they lie on", async () => {
    const texts: readonly PdfText[] = [{ text: "See the report of the agency.", x: 72, y: 700, size: 12 }];
    // Widths of Helvetica: "See " 26 units of 1/12, "the report" up to about 81.
    const document = await read(
      writePdf([{ texts, links: [{ href: "https://agency.example/r(1)", rect: [95, 696, 150, 712] }] }]),
    );
    assert.deepEqual(linksTold(document), ["the report → https://agency.example/r(1)"]);
    assert.equal(document.text, "See the report of the agency.");
  });

  test("its own title, but not one that a program made up", async () => {
    const pages = [pageOf([{ text: "Shown Title", x: 72, y: 740, size: 24 }], lines(BODY))];
    assert.equal((await read(writePdf(pages, { title: "Report of the Agency" }))).title, "Report of the Agency");
    assert.equal((await read(writePdf(pages, { title: "Microsoft Word - draft3.docx" }))).title, "Shown Title");
  });
});

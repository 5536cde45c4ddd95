import assert from "node:assert/strict";
import { test } from "node:test";
import { paragraph, writeWord } from "../support/word-writer.ts";
import { linksTold, read, told } from "./fixture.ts";

const PARTS = {
  "word/styles.xml": `<w:styles xmlns:w="urn:w"><w:style w:styleId="Rub1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Own"><w:basedOn w:val="Rub1"/></w:style><w:style w:styleId="T"><w:name w:val="Title"/></w:style></w:styles>`,
  "word/_rels/document.xml.rels": `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://one.test/a?b=1&amp;c=2" TargetMode="External"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="https://canary.invalid/t.dotm" TargetMode="External"/></Relationships>`,
  "word/footnotes.xml": `<w:footnotes xmlns:w="urn:w"><w:footnote>${paragraph("A note.")}</w:footnote></w:footnotes>`,
  "word/header1.xml": `<w:hdr xmlns:w="urn:w">${paragraph("TLP:GREEN")}</w:hdr>`,
  "docProps/core.xml": `<c xmlns:dc="urn:d" xmlns:dcterms="urn:t"><dc:title>The Case</dc:title><dc:creator>Some User</dc:creator><dcterms:created>2021-03-09T15:41:13Z</dcterms:created></c>`,
};

test("paragraphs, headings, items, tables, links, notes, heads", async () => {
  const cell = (text: string) =>
    `<w:tc>${text
      .split("|")
      .map((one) => paragraph(one))
      .join("")}</w:tc>`;
  const body = [
    paragraph("The Case", '<w:pStyle w:val="T"/>'),
    paragraph("Overview", '<w:pStyle w:val="Own"/>'),
    `<w:p><w:r><w:t>See </w:t></w:r><w:hyperlink r:id="r1"><w:r><w:t>the re</w:t></w:r><w:r><w:t>port</w:t></w:r></w:hyperlink><w:r><w:t xml:space="preserve"> &amp; more</w:t><w:br/><w:t>next</w:t></w:r><w:del><w:r><w:delText>deleted</w:delText></w:r></w:del><w:ins><w:r><w:t>!</w:t></w:r></w:ins></w:p>`,
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://two.test/" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>two</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t> after</w:t></w:r></w:p>`,
    paragraph("an item", '<w:numPr><w:ilvl w:val="0"/></w:numPr>'),
    `<w:tbl><w:tr>${cell("Host")}${cell("Seen")}</w:tr><w:tr>${cell("one.test")}${cell("2021|2022")}</w:tr></w:tbl>`,
    paragraph("29 October 2020"),
  ].join("");
  const document = await read(writeWord(body, PARTS));
  assert.deepEqual(told(document), [
    "heading1: The Case",
    "heading1: Overview",
    "paragraph: See the report & more\nnext!",
    "paragraph: two after",
    "list-item: an item",
    "cell 0/0: Host",
    "cell 0/0: Seen",
    "cell 0/1: one.test",
    "cell 0/1: 2021\n2022",
    "paragraph: 29 October 2020",
    "paragraph: A note.",
    "furniture: TLP:GREEN",
  ]);
  assert.deepEqual(linksTold(document), ["the report → https://one.test/a?b=1&c=2", "two → https://two.test/"]);
  assert.deepEqual(
    [document.format, document.title, document.publisher, document.date, document.tlp, document.isPartial],
    ["docx", "The Case", "", Date.UTC(2020, 9, 29), "TLP:GREEN", false],
  );
});

test("without styles of headings, what is larger than the text is one", async () => {
  const sized = (text: string, size: number) =>
    `<w:p><w:r><w:rPr><w:sz w:val="${size}"/></w:rPr><w:t>${text}</w:t></w:r></w:p>`;
  const body = [
    sized("The Case", 56),
    sized("Overview", 30),
    sized("The group sent mail to the offices of a ministry.", 22),
    sized("1", 40),
  ];
  const document = await read(writeWord(body.join("")));
  assert.deepEqual(told(document), [
    "heading1: The Case",
    "heading2: Overview",
    "paragraph: The group sent mail to the offices of a ministry.",
    "paragraph: 1",
  ]);
  assert.equal(document.title, "The Case");
});

test("the second form of a drawing is left out, the text of its box is kept", async () => {
  const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
  const body = `<w:p><w:r><mc:AlternateContent><mc:Choice>${box("in the box")}</mc:Choice><mc:Fallback>${box("again")}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>around</w:t></w:r></w:p>`;
  assert.deepEqual(told(await read(writeWord(body))), ["paragraph: in the box", "paragraph: around"]);
});

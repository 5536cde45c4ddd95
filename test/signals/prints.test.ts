import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { PrintRecord } from "../../src/case/record.ts";
import { readViews } from "../../src/mail/views/read-views.ts";
import { readTexts } from "../../src/pipeline/texts.ts";
import { isAttachment, shownText } from "../../src/signals/content.ts";
import { markupPrint } from "../../src/signals/markup-print.ts";
import { printsOf } from "../../src/signals/prints.ts";

function printOf(raw: string | Uint8Array): PrintRecord {
  const views = readViews(typeof raw === "string" ? Buffer.from(raw) : raw);
  const texts = readTexts(views);
  const { strict: message } = views;
  const shown = shownText([...texts.readings.values()], texts.plain);
  return printsOf({ message, markup: texts.markup, shown, files: message.entities.filter(isAttachment) });
}

const MAIL = [
  "Received: from mx.office.example (mx.office.example [10.0.0.3]) by store.office.example; Tue, 2 Feb 2021 08:00:03 +0000",
  "Received: from desk7 (unknown [203.0.113.44]) by mx.office.example with ESMTP id 1; Tue, 2 Feb 2021 08:00:02 +0000",
  "Received: from [192.168.1.5] by desk7 with SMTP; Tue, 2 Feb 2021 16:00:00 +0800",
  "From: News <n@press.example>",
  "To: mp@office.example",
  "Subject: Digest",
  "Date: Tue, 2 Feb 2021 16:00:00 +0800",
  "Message-ID: <1@press.example>",
  "Mime-Version: 1.0",
  'Content-Type: multipart/mixed; boundary="=_NextPart_77_0a1b2c3d4e5f6071"',
  "",
  "--=_NextPart_77_0a1b2c3d4e5f6071",
  "Content-Type: text/html; charset=utf-8",
  "",
  '<html><body><p style="margin:0">Hello</p><img src="https://t.example/1.gif"></body></html>',
  "--=_NextPart_77_0a1b2c3d4e5f6071",
  'Content-Type: application/pdf; name="agenda 2021-02.pdf"',
  'Content-Disposition: attachment; filename="agenda 2021-02.pdf"',
  "",
  ...Array.from({ length: 20 }, (_, n) => `%PDF line ${n} of an invented file`),
  "--=_NextPart_77_0a1b2c3d4e5f6071--",
  "",
];

describe("prints of a message", () => {
  test("what each says", () => {
    const { header, markup, tags, files, ...rest } = printOf(MAIL.join("\r\n"));
    assert.match(header, /^[0-9a-f]{10}$/);
    assert.match(markup, /^[0-9a-f]{8}-4$/);
    assert.match(tags, /^[0-9a-f]{8}-4$/);
    assert.match(files[0] ?? "", /^agenda #-#\.pdf\|application\/pdf\|[0-9a-f]{10}$/);
    assert.deepEqual(rest, {
      structure: "mixed(text/html i utf-8,application/pdf i)",
      boundary: "=_NextPart_#_h16",
      text: "",
      zone: "+0800",
      origin: "203.0.113.44",
      helo: "desk7",
    });
  });
  test("both line ends give the same", () => {
    assert.deepEqual(printOf(MAIL.join("\n")), printOf(MAIL.join("\r\n")));
  });
  test("the order and spelling of fields tell programs apart, their values do not", () => {
    const changed = (from: string, to: string) => printOf(MAIL.join("\n").replace(from, to)).header;
    const { header } = printOf(MAIL.join("\n"));
    assert.equal(changed("Subject: Digest", "Subject: Other"), header);
    assert.notEqual(changed("Mime-Version", "MIME-Version"), header);
    assert.notEqual(changed("Subject: Digest\n", ""), header);
  });
  test("total on any bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => void printOf(bytes)));
  });
});

describe("prints of markup", () => {
  const page = (paragraphs: number, style = "margin:0") =>
    `<html><body>${`<p style="${style}">text <b>bold</b></p>`.repeat(paragraphs)}<!-- <i> --></body></html>`;
  test("what stands in it makes no difference", () => {
    assert.deepEqual(markupPrint(page(2)), markupPrint(page(2).replaceAll("text", "other words")));
  });
  test("more of the same: other order, same set", () => {
    assert.notEqual(markupPrint(page(2)).order, markupPrint(page(5)).order);
    assert.equal(markupPrint(page(2)).tags, markupPrint(page(5)).tags);
  });
  test("another style is another template", () => {
    assert.notEqual(markupPrint(page(2)).order, markupPrint(page(2, "margin:1px")).order);
    assert.equal(markupPrint(page(2)).tags, markupPrint(page(2, "margin:1px")).tags);
  });
  test("total, and bounded on endless tags and quotes", () => {
    fc.assert(fc.property(fc.string({ maxLength: 400 }), (text) => void markupPrint(`<a ${text}`)));
    markupPrint("<a b='".repeat(200_000));
    assert.deepEqual(markupPrint("no tags at all"), { order: "", tags: "" });
  });
});

/** Text in pictures as rules ask for it, by a reader that answers with the picture's width. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { FileSession } from "../../src/mdm/files/file-session.ts";
import { valueObject } from "../../src/mdm/model-object.ts";
import type { PictureReader } from "../../src/ports/picture-reader.ts";
import { writePlainPng } from "../support/file-writers.ts";
import { writePdf, writeZip } from "../support/part-files.ts";
import { call, fileOf, type Plain, plain, read } from "./file-view.ts";

const WIDE = 77;

function createCounter(): PictureReader & { readonly asked: number[] } {
  const asked: number[] = [];
  return {
    asked,
    read({ width }) {
      asked.push(width);
      return width === WIDE ? null : `as wide as ${width}`;
    },
    unread: () => 0,
    close: () => {},
  };
}

function ask(name: string, bytes: Buffer, path: string): Plain {
  const message = valueObject("Message", {});
  return plain(read(call(name, [fileOf(bytes)], { message, pictures: createCounter() }), path));
}

const picture = stream(
  "/Subtype /Image /Width 40 /Height 30 /BitsPerComponent 8 /ColorSpace /DeviceGray",
  "\0".repeat(1_200),
);
const page = "<< /Type /Page >>";
const scan = writePdf([page, picture, stream("", "q 595 0 0 842 0 0 cm /Im0 Do Q")]);
const showing = (content: string, ...objects: readonly string[]) =>
  writePdf([page, picture, stream("", `${content} /Im0 Do`), ...objects]);
const HELVETICA = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
const UNTOLD = "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Canary >>";
const TEXT = "BT /F1 9 Tf (Hello) Tj ET";

function stream(dictionary: string, content: string): string {
  return `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

describe("text in pictures", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, name: string, bytes: Buffer, path: string, value: Plain])[] = [
    ["a picture",                "beta.ocr",     writePlainPng(40, 30),   "text",              "as wide as 40"],
    ["its page",                 "beta.ocr",     writePlainPng(40, 30),   "page_results.text", ["as wide as 40"]],
    ["given up",                 "beta.ocr",     writePlainPng(WIDE, 30), "text",              "?ocr"],
    ["too small for letters",    "beta.ocr",     writePlainPng(1, 1),     "text",              ""],
    ["no picture",               "beta.ocr",     Buffer.from("hello"),    "success",           false],
    ["a picture, exploded",      "file.explode", writePlainPng(40, 30),   "scan.ocr.raw",      ["as wide as 40"]],
    ["its words",                "file.explode", writePlainPng(40, 30),   "scan.ocr.text",     [["as", "wide", "as", "40"]]],
    ["in an archive",            "file.explode", writeZip([{ name: "a.png", content: writePlainPng(41, 30) }]), "scan.ocr.raw", [null, "as wide as 41"]],
    ["a scanned page",           "beta.ocr",     scan,                    "text",              "as wide as 40"],
    ["a scanned page, exploded", "file.explode", scan,                    "scan.ocr.raw",      ["as wide as 40", "as wide as 40"]],
    ["a page with text",         "beta.ocr",     showing(TEXT, HELVETICA), "text",             "Hello\nas wide as 40"],
    ["its own font untold",      "beta.ocr",     showing(TEXT, UNTOLD),   "text",              "?ocr"],
    ["with a ruler",             "beta.ocr",     showing("0 0 m 90 0 l S 0 0 90 2 re f"), "text", "as wide as 40"],
    // Letters may be drawn.
    ["with a curve",             "beta.ocr",     showing("0 0 m 1 1 2 2 3 3 c f"), "text",     "?ocr"],
    ["with a slanted line",      "beta.ocr",     showing("0 0 m 5 9 l S"), "text",             "?ocr"],
    ["with many boxes",          "beta.ocr",     showing("0 0 9 2 re f ".repeat(61)), "text",  "?ocr"],
    ["with a shading",           "beta.ocr",     showing("/Sh0 sh"),      "text",              "?ocr"],
    ["a word that is none",      "beta.ocr",     showing("BT (sh c f) Tj ET", HELVETICA), "text", "sh c f\nas wide as 40"],
    ["a clip is no curve",       "beta.ocr",     showing("0 0 m 1 1 2 2 3 3 c W n"), "text",   "as wide as 40"],
    ["nothing at all",           "beta.ocr",     writePdf([page]),        "text",              "?ocr"],
    ["a document",               "beta.ocr",     writeZip([{ name: "[Content_Types].xml", content: "x" }, { name: "word/document.xml", content: "<w:t>x</w:t>" }]), "text", "?ocr"],
  ];
  for (const [what, name, bytes, path, value] of cases) {
    test(`${what}: ${name}, ${path}`, () => assert.deepEqual(ask(name, bytes, path), value));
  }
});

test("a picture that comes back is read once", () => {
  const pictures = createCounter();
  for (let mail = 0; mail < 5; mail += 1) {
    const value = call("beta.ocr", [fileOf(writePlainPng(42, 30))], { message: valueObject("Message", {}), pictures });
    assert.equal(plain(read(value, "text")), "as wide as 42");
  }
  assert.deepEqual(pictures.asked, [42]);
});

describe("what one message may cost", () => {
  test("picturesReadMax: so many pictures, known ones too", () => {
    const message = valueObject("Message", {});
    const pictures = createCounter();
    const texts = Array.from({ length: limits.picturesReadMax + 1 }, () =>
      plain(read(call("beta.ocr", [fileOf(writePlainPng(43, 30))], { message, pictures }), "text")),
    );
    assert.deepEqual([texts.at(-2), texts.at(-1)], ["as wide as 43", "?ocr"]);
  });

  test("pictureTextTotalPixelsMax: so many pixels", () => {
    const session = new FileSession();
    assert.equal(session.takeReading(limits.pictureTextTotalPixelsMax - 1), true);
    assert.equal(session.takeReading(2), false);
    assert.equal(session.takeReading(1), true);
  });
});

describe("the picture of the message", () => {
  const png = valueObject("Attachment", {
    ...{ raw: writePlainPng(40, 30), file_name: "a.png", content_type: "image/png" },
    content_id: "a1",
    content_disposition: "inline",
  });
  const text = (raw: string): Plain => {
    const html = valueObject("HTML", { raw, display_text: "Hello" });
    const message = valueObject("Message", { body: valueObject("Body", { html, plain: null }), attachments: [png] });
    const shot = call("file.message_screenshot", [], { message });
    return plain(read(call("beta.ocr", [shot], { message, pictures: createCounter() }), "text"));
  };
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [raw: string, value: Plain])[] = [
    ["<p>Hello",                                                    "Hello"],
    ["<p>Hello<img src='cid:a1'>",                                  "Hello\nas wide as 40"],
    ["<p style='background: #fff'>Hello<img src=\"cid:a1\">",       "Hello\nas wide as 40"],
    ["<p>Hello<img src='https://a.example/x.png'>",                 "?ocr,render"],
    ["<p>Hello<img src='cid:a1'><img src='https://a.example/x.png'>", "?ocr,render"],
    ["<p style='background: url(cid:a1)'>Hello<img src='cid:a1'>",  "?ocr,render"],
    ["<p>Hello<img alt='src=cid:a1' src='https://a.example/x.png'>", "?ocr,render"],
    ["<p>Hello<img src='cid:a1'><svg></svg>",                       "?ocr,render"],
  ];
  for (const [raw, value] of cases) test(raw, () => assert.deepEqual(text(raw), value));
});

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { valueObject } from "../../src/mdm/model-object.ts";
import { Undetermined, type Value } from "../../src/mql/value.ts";
import { writeCompoundFile } from "../support/compound-writer.ts";
import {
  codeBoxes,
  macroStorages,
  writeCodePng,
  writePlainPng,
  writeRar,
  writeWordWithMacros,
} from "../support/file-writers.ts";
import { writePdf, writeZip } from "../support/part-files.ts";
import { call, fileOf, type Plain, plain, read } from "./file-view.ts";

const URL = "https://canary.test/x";
const template = `<Relationship Type="x/attachedTemplate" Target="${URL}" TargetMode="External"/>`;
const docx = writeZip([
  { name: "[Content_Types].xml", content: "x" },
  { name: "word/document.xml", content: "<w:t>x</w:t>" },
  { name: "word/_rels/a.rels", content: template },
]);
const docm = writeZip([
  { name: "[Content_Types].xml", content: "x" },
  { name: "word/document.xml", content: "x" },
  { name: "word/vbaProject.bin", content: writeCompoundFile(macroStorages("Sub AutoOpen()\nShell 1")) },
]);
const message = "From: a@example.org\nSubject: x\n\nhello";
const calendar = `BEGIN:VCALENDAR\nPRODID:Canary\nBEGIN:VEVENT\nDESCRIPTION:see ${URL}\\, please\nEND:VEVENT\nEND:VCALENDAR`;

describe("functions over files", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, what: string, file: Buffer | string, path: string, value: Plain])[] = [
    ["file.parse_text",       "text",              "hello ä",                         "text",                     "hello ä"],
    ["file.parse_text",       "no text",           "a\0b",                            "text",                     null],
    ["file.parse_html",       "page",              "<html>x",                         "",                         "<html>x"],
    ["file.parse_html",       "no text",           "a\0b",                            "",                         null],
    ["file.parse_eml",        "message",           message,                           "",                         `message of ${message.length}`],
    ["file.parse_eml",        "text",              "hello",                           "",                         null],
    ["beta.file.parse_ics",   "description",       calendar,                          "events.description",       [`see ${URL}, please`]],
    ["beta.file.parse_ics",   "links",             calendar,                          "events.links",             [[`${URL} | ${URL}`]]],
    ["beta.file.parse_ics",   "product",           calendar,                          "product_id",               "Canary"],
    ["beta.file.parse_ics",   "as written",        calendar,                          "events.raw_properties.value", [[`see ${URL}\\, please`]]],
    ["beta.file.parse_ics",   "text",              "hello",                           "",                         null],
    ["file.oletools",         "relationship",      docx,                              "relationships.target_url", [URL]],
    ["file.oletools",         "its name",          docx,                              "relationships.name",       ["attachedTemplate"]],
    ["file.oletools",         "macros",            docm,                              "indicators.vba_macros.exists", true],
    ["file.oletools",         "their risk",        docm,                              "indicators.vba_macros.risk", "high"],
    ["file.oletools",         "their words",       docm,                              "macros.keywords.type",     ["autoexec", "suspicious"]],
    ["file.oletools",         "no macros",         docx,                              "macros",                   null],
    ["file.oletools",         "old document",      writeWordWithMacros("Sub x()"),    "indicators.container_format.value", "OLE"],
    ["file.oletools",         "encrypted",         writeCompoundFile({ EncryptedPackage: Buffer.alloc(9) }), "indicators.encryption.exists", true],
    ["file.oletools",         "encrypted: macros", writeCompoundFile({ EncryptedPackage: Buffer.alloc(9) }), "indicators.vba_macros", "?oletools"],
    ["file.oletools",         "no document",       "hello",                           "",                         null],
    ["file.expand_archives",  "members",           writeZip([{ name: "a.zip", content: writeZip([{ name: "b.js", content: "x" }]) }]), "files.file_name", ["a.zip", "b.js"]],
    ["file.expand_archives",  "packed",            writeRar([{ name: "a.exe", content: "x", method: 3 }]), "files.file_type", ["?explode"]],
    ["file.expand_archives",  "no archive",        "hello",                           "files",                    []],
    ["beta.parse_exif",       "picture",           writePlainPng(7, 9),               "image_width",              7],
    ["beta.parse_exif",       "program",           "MZ\x01\0\0",                      "",                         "?exif"],
    ["beta.parse_exif",       "text",              "hello",                           "",                         null],
    ["beta.scan_qr",          "picture",           writeCodePng(URL),                 "items.url",                [URL]],
    ["beta.scan_qr",          "no code",           writePlainPng(90, 90),             "found",                    false],
    ["beta.scan_qr",          "in an archive",     writeZip([{ name: "a.png", content: writeCodePng(URL) }]), "found", true],
    ["beta.scan_qr",          "not looked at",     "RIFF\0\0\0\0WEBPVP8 ",            "found",                    "?qr"],
    ["beta.scan_qr",          "a code of boxes",   writePdf([`<< >>\nstream\n${codeBoxes(URL)}\nendstream`]), "items.url",       [URL]],
    ["beta.scan_qr",          "boxes of no code",  writePdf([`<< >>\nstream\n${"0 0 1 1 re f\n".repeat(300)}\nendstream`]), "found", false],
    ["beta.ocr",              "picture",           writePlainPng(90, 90),             "",                         "?ocr"],
    ["beta.ocr",              "pixel",             writePlainPng(1, 1),               "text",                     ""],
  ];
  for (const [name, what, file, path, value] of cases)
    test(`${name}, ${what}: ${path}`, () => assert.deepEqual(plain(read(call(name, [fileOf(file)]), path)), value));

  test("encodings are tried in their order, and no other", () => {
    const text = (encodings: Value) =>
      plain(read(call("file.parse_text", [fileOf(Buffer.from([0xe4]))], { keywords: { encodings } }), "text"));
    assert.deepEqual([text(["ascii", "utf8"]), text(["utf8", "latin1"])], [null, "ä"]);
  });

  test("max_depth", () => {
    const file = fileOf(writeZip([{ name: "a.zip", content: writeZip([{ name: "b.js", content: "x" }]) }]));
    assert.deepEqual(
      plain(read(call("file.expand_archives", [file], { keywords: { max_depth: 1 } }), "files.file_name")),
      ["a.zip", "?explode"],
    );
  });

  test("null is no file", () => assert.equal(call("file.explode", [null]), null));

  test("a file whose bytes are not known makes the answer so", () => {
    const file = valueObject("Attachment", { raw: new Undetermined(["not-stored"]) });
    assert.equal(plain(call("file.explode", [file])), "?not-stored");
  });

  test("a result is worked out once", () => {
    const file = fileOf("hello");
    assert.equal(call("file.explode", [file]), call("file.explode", [file]));
  });
});

describe("the picture of the message", () => {
  const shot = (body: Readonly<Record<string, Value>>) => {
    const root = valueObject("Message", { body: valueObject("Body", body) });
    return { root, picture: call("file.message_screenshot", [], { message: root }) };
  };
  const html = (raw: string) => ({ html: valueObject("HTML", { raw, display_text: "hello" }) });
  const text = (body: Readonly<Record<string, Value>>) => {
    const { root, picture } = shot(body);
    return plain(read(call("beta.ocr", [picture], { message: root }), "text"));
  };

  test("without any picture its text is the text that is seen", () => assert.equal(text(html("<p>hello")), "hello"));
  test("of a plain message", () => assert.equal(text({ plain: valueObject("Plain", { raw: "hi" }) }), "hi"));
  for (const raw of [
    "<img src=x>",
    "<p style='background:url(x)'>",
    "<body background=x>",
    "<svg>",
    "<table background='x'>",
    "<style>a:before{content:'x'}",
  ]) {
    test(`with one it is not known: ${raw}`, () => assert.equal(text(html(raw)), "?ocr,render"));
  }

  // biome-ignore format: a table reads by column
  const logos: readonly (readonly [body: Readonly<Record<string, Value>>, brands: Plain])[] = [
    [{ plain: valueObject("Plain", { raw: "hi" }) },        []],
    [html("<p>hello <b>there</b>"),                         []],
    [html("<td bgcolor=red>"),                              "?logo"],
    [html("<p style='background-color:red'>"),              "?logo"],
    [html("<p class=a>"),                                   "?logo"],
    [html("<img src=x>"),                                   "?logo"],
  ];
  for (const [body, brands] of logos) {
    test(`logos of ${JSON.stringify(plain(read(valueObject("Body", body), "html.raw")))}`, () => {
      const { root, picture } = shot(body);
      assert.deepEqual(plain(read(call("ml.logo_detect", [picture], { message: root }), "brands")), brands);
    });
  }
  // biome-ignore format: a table reads by column
  const codes: readonly (readonly [what: string, raw: string, files: readonly Value[], urls: Plain])[] = [
    ["of a picture that the page names",   "<img src='cid:a@b'>",           [pictureFile("a@b", "attachment")], [URL]],
    ["of a picture within the text",       "<p>scan",                       [pictureFile(null, "inline")],      [URL]],
    ["not of a file beside it",            "<p>scan",                       [pictureFile(null, "attachment")],  []],
    ["not of what would be loaded",        "<img src='https://a.test/x'>",  [],                                 []],
    ["of the same in colours",             "<td bgcolor=red>",              [],                                 []],
    ["drawn by the page",                  "<svg>",                         [],                                 "?qr,render"],
    ["written into the page",              "<img src='data:image/png,x'>",  [],                                 "?qr,render"],
    ["of many cells",                      "<td bgcolor=red>".repeat(150),  [],                                 "?qr,render"],
    ["of block letters",                   "\u2588".repeat(150),            [],                                 "?qr,render"],
    ["of shadows",                         `<p style="box-shadow:${"1px 1px,".repeat(60)}">`, [],               "?qr,render"],
    ["of a picture that cannot be read",   "<img src='cid:a'>",             [pictureFile("a", "inline", Buffer.from("RIFF\0\0\0\0WEBPVP8 "))], ["?qr"]],
  ];
  for (const [what, raw, attachments, urls] of codes) {
    test(`codes ${what}`, () => {
      const root = valueObject("Message", { body: valueObject("Body", html(raw)), attachments });
      const picture = call("file.message_screenshot", [], { message: root });
      const found = plain(read(call("beta.scan_qr", [picture], { message: root }), "items.url"));
      assert.deepEqual(found, urls);
    });
  }

  test("logos of a file are not known", () => {
    assert.equal(plain(call("ml.logo_detect", [fileOf("hello")])), "?logo");
  });

  test("exploded, its scans for other kinds are null and the rest is not known", () => {
    const { root, picture } = shot(html("<p>hello"));
    const one = (path: string) => plain(read(call("file.explode", [picture], { message: root }), path));
    assert.deepEqual(
      [one("scan.ocr.raw"), one("scan.pdf.urls"), one("scan.exiftool"), one("size")],
      [["hello"], [null], ["?render"], ["?render"]],
    );
  });

  test("the same object each time", () => {
    const { root, picture } = shot(html("x"));
    assert.equal(call("beta.message_screenshot", [], { message: root }), picture);
  });
});

function pictureFile(contentId: string | null, disposition: string, raw = writeCodePng(URL)): Value {
  return valueObject("Attachment", {
    ...{ raw, file_name: "a.png", content_type: "image/png" },
    ...{ content_id: contentId, content_disposition: disposition },
  });
}

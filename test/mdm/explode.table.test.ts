import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { writeCompoundFile } from "../support/compound-writer.ts";
import {
  codePixels,
  macroStorages,
  writeCab,
  writeCodePng,
  writeIso,
  writePlainPng,
  writeRar,
  writeShortcut,
  writeWordWithMacros,
} from "../support/file-writers.ts";
import { writePdf, writeZip } from "../support/part-files.ts";
import { writeTar } from "../support/tar-writer.ts";
import { exploded, type Plain } from "./file-view.ts";

const URL = "https://canary.test/x";
const zip = (name: string, content: Buffer | string) => writeZip([{ name, content }]);
const relationships = `<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${URL}" TargetMode="External"/></Relationships>`;
const docx = writeZip([
  { name: "[Content_Types].xml", content: "<Types/>" },
  {
    name: "word/document.xml",
    content: "<w:document><w:p><w:t>Canary</w:t></w:p><w:p><w:t>letter</w:t></w:p></w:document>",
  },
  { name: "word/_rels/settings.xml.rels", content: relationships },
  { name: "docProps/core.xml", content: "<cp:coreProperties><dc:creator>Ada Example</dc:creator></cp:coreProperties>" },
  {
    name: "word/vbaProject.bin",
    content: writeCompoundFile(macroStorages('Sub AutoOpen()\nShell "calc.exe"\nEnd Sub')),
  },
]);
const smuggling = `<html><title>Canary</title><script language="javascript">var d = atob("${"QUJD".repeat(600)}"); var b = new Blob([d]); var a = document.createElement("a"); a.href = URL.createObjectURL(b); a.download = "x.iso"; a.click();</script></html>`;

describe("names of the files in a file", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, file: Buffer, name: string, names: readonly Plain[]])[] = [
    ["zip",              zip("a/b.txt", "hello there"),                                        "a.zip", ["a.zip", "a/b.txt"]],
    ["zip in zip",       zip("b.zip", zip("c.js", "var a = 1;")),                              "a.zip", ["a.zip", "b.zip", "c.js"]],
    ["encrypted zip",    writeZip([{ name: "a.exe", content: "x" }], { isEncrypted: true }),   "a.zip", ["a.zip", "a.exe"]],
    ["cut zip",          writeZip([{ name: "a.txt", content: "x" }], { isCut: true }),         "a.zip", ["a.zip", "a.txt"]],
    ["tar",              writeTar([{ name: "d/a.txt", data: "hello" }, { name: "d", type: "5" }]), "a.tar", ["a.tar", "d/a.txt"]],
    ["tar in gzip",      gzipSync(writeTar([{ name: "a.txt", data: "hello" }])),               "a.tgz", ["a.tgz", "a.tar", "a.txt"]],
    ["CD image",         writeIso([{ name: "A.LNK", content: "x" }]),                          "a.iso", ["a.iso", "A.LNK"]],
    ["OneNote",          Buffer.concat([Buffer.from("e4525c7b8cd8a74daeb15378d02996d3e716e3bd65261145a4c48d4d0b7a9eac05", "hex"), Buffer.alloc(19), Buffer.from("hello")]), "a.one", ["a.one", null]],
    ["virtual disk",     Buffer.from("conectix canary"),                                       "a.vhd", ["a.vhd", "?explode"]],
    ["cabinet",          writeCab("a.exe", "MZ canary"),                                       "a.cab", ["a.cab", "a.exe"]],
    ["RAR, stored",      writeRar([{ name: "a.txt", content: "hello" }]),                      "a.rar", ["a.rar", "a.txt"]],
    ["RAR, packed",      writeRar([{ name: "a.txt", content: "?", method: 3 }]),               "a.rar", ["a.rar", "a.txt"]],
    // A document that nobody can open here may hold anything.
    ["RAR in RAR",       writeRar([{ name: "a.zip", content: "?", method: 3 }]),               "a.rar", ["a.rar", "a.zip", "?explode"]],
    ["bzip2",            Buffer.from("BZh91AY&SY canary", "latin1"),                           "a.bz2", ["a.bz2", "?explode"]],
    ["broken gzip",      gzipSync("hello").subarray(0, 14),                                    "a.gz",  ["a.gz", "a", "?explode"]],
    ["page",             Buffer.from("<html><script>var a;</script><p onclick='b()'>"),        "a.html", ["a.html", "script-0.js", "script-1.js"]],
    ["data in a page",   Buffer.from("<html><img src='data:image/png;base64,QUJDREVGR0hJSktM'>"), "a.html", ["a.html", null]],
    ["message",          Buffer.from("From: a@example.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nhello\n--b\nContent-Type: application/pdf; name=c.pdf\n\n%PDF-\n--b--\n"), "a.eml", ["a.eml", null, "c.pdf"]],
    ["xz",               Buffer.from("/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4AAhAA5dADGYSiC0JnaLI1cT4AAAAAAAz8rBW3djQNkAASoi5ziNmh+2830BAAAAAARZWg==", "base64"), "a.txt.xz", ["a.txt.xz", "a.txt"]],
    // A script that writes a page is no page: its scripts are words of its own.
    ["page in a script", Buffer.from("<html><script>document.write('<html><script>x<\\/script>')</script>"), "a.html", ["a.html", "script-0.js"]],
    ["xz",               Buffer.from("/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4AAhAA5dADGYSiC0JnaLI1cT4AAAAAAAz8rBW3djQNkAASoi5ziNmh+2830BAAAAAARZWg==", "base64"), "a.txt.xz", ["a.txt.xz", "a.txt"]],
    ["picture",          writePlainPng(1, 1),                                                  "a.png", ["a.png"]],
  ];
  for (const [what, file, name, names] of cases)
    test(what, () => assert.deepEqual(exploded(file, "file_name", name), names));
});

describe("what rules read of a file", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, file: Buffer | string, path: string, values: readonly Plain[]])[] = [
    ["depth",                    zip("b.zip", zip("c.txt", "hello there")),                      "depth",                     [0, 1, 2]],
    ["parent",                   zip("b.zip", zip("c.txt", "hello there")),                      "parent_node_id",            [null, "0", "0.0"]],
    ["size",                     zip("c.txt", "hello"),                                          "size",                      [zip("c.txt", "hello").length, 5]],
    ["strings",                  "ab\0\x01canary\x02w\0i\0d\0e\0\x03",                           "scan.strings.strings",      [["canary", "wide"]]],
    ["text",                     "hello ä",                                                      "scan.strings.raw",          ["hello ä"]],
    ["no text",                  "a\0b",                                                         "scan.strings.raw",          [null]],
    ["entropy",                  "aaaa",                                                         "scan.entropy.entropy",      [0]],
    ["hash",                     "abc",                                                          "scan.hash.md5",             ["900150983cd24fb0d6963f7d28e17f72"]],
    ["addresses",                `see ${URL}. or www.example.org/a`,                             "scan.url.urls",             [[URL, "www.example.org/a"]]],
    ["RAR with password",        writeRar([{ name: "a.txt", content: "x", isEncrypted: true }]), "letterlock.encrypted",      [true, "?explode"]],
    ["RAR without password",     writeRar([{ name: "a.txt", content: "hello" }]),                "letterlock.encrypted",      [false, false]],
    ["zip without password",     zip("a.txt", "x"),                                              "scan.zip.encrypted",        [false, null]],
    ["zip with password",        writeZip([{ name: "a.txt", content: "x" }], { isEncrypted: true }), "scan.zip.encrypted",    [true, "?explode"]],
    ["its paths",                writeZip([{ name: "d/", content: "" }, { name: "d/a", content: "x" }]), "scan.zip.all_paths", [["d/", "d/a"], null]],
    ["its flavor",               writeZip([{ name: "a.txt", content: "x" }], { isEncrypted: true }), "flavors.yara",          [["encrypted_zip", "zip_file"], "?flavors"]],
    ["its password",             writeZip([{ name: "a.txt", content: "x" }], { isEncrypted: true }), "scan.encrypted_zip.cracked_password", ["?explode", "?explode"]],
    ["shortcut",                 writeShortcut("..\\cmd.exe", "/c canary"),                      "scan.lnk.command_line_arguments", ["/c canary"]],
    ["its window",               writeShortcut("..\\cmd.exe", "/c canary"),                      "scan.exiftool.run_window",  ["Minimized"]],
    ["macros",                   writeWordWithMacros('Sub AutoOpen()\nCreateObject("WScript.Shell").Run "calc.exe"\nEnd Sub'), "scan.vba.auto_exec", [["AutoOpen"], null, null, null, null, null]],
    ["what they use",            writeWordWithMacros('Private Sub Document_Open()\nShell "mshta"\nEnd Sub'), "scan.vba.suspicious", [["Shell", "mshta"], null, null, null, null, null]],
    ["title of a page",          "<html><title>Sign &amp; in</title>",                           "scan.html.title",           ["Sign & in"]],
    ["words of a script",        "<html><script>window['at\\x6fb'](/a\"b/g)</script>",           "scan.javascript.strings",   [null, ["atob"]]],
    ["its identifiers",          "<html><script>a / b / c; var \\u0065val = 1</script>",         "scan.javascript.identifiers", [null, ["a", "b", "c", "eval"]]],
    ["tags of XML",              "<?xml version='1.0'?><a><b/></a>",                             "scan.xml.tags",             [["a", "b"]]],
    ["code in a picture",        writeCodePng(URL),                                              "scan.qr.url",               [URL]],
    ["its kind",                 writeCodePng("WIFI:S:canary;;"),                                "scan.qr.type",              ["wifi"]],
    ["picture without code",     writePlainPng(300, 300),                                        "scan.qr",                   [null]],
    ["size of a picture",        writePlainPng(30, 40),                                          "scan.exiftool.image_height", [40]],
    ["text in a picture",        writePlainPng(30, 40),                                          "scan.ocr.raw",              ["?ocr"]],
    ["text in a pixel",          writePlainPng(1, 1),                                            "scan.ocr.raw",              [""]],
    ["text in a text",           "hello",                                                        "scan.ocr",                  [null]],
    ["signatures",               "hello",                                                        "scan.yara.matches",         ["?yara"]],
    ["calendar",                 "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1\r\nORGANIZER;CN=Ada:mailto:ada@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR", "scan.ics.calendars.components.organizers.mailbox", [[[["Ada <ada@example.org>"]]]]],
  ];
  for (const [what, file, path, values] of cases)
    test(`${what}: ${path}`, () => assert.deepEqual(exploded(file, path), values));
});

describe("documents", () => {
  const of = (file: Buffer, path: string) => exploded(file, path)[0];

  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, file: Buffer, path: string, value: Plain])[] = [
    ["remote template",       docx, "letterlock.remote_template", true],
    ["its address",           docx, "letterlock.external_relationships.target", [URL]],
    ["macros",                docx, "letterlock.has_macros", true],
    ["author",                docx, "scan.docx.author", "Ada Example"],
    ["author as metadata",    docx, "scan.exiftool.author", "Ada Example"],
    ["type",                  docx, "letterlock.file_type", "docx"],
    ["actions of a PDF",      writePdf([`<< /Type /Catalog /OpenAction << /S /Launch /F (cmd.exe) >> >>`]), "letterlock.pdf_actions", ["Launch", "OpenAction"]],
    ["what it starts",        writePdf([`<< /Type /Catalog /OpenAction << /S /Launch /F (cmd.exe) >> >>`]), "letterlock.pdf_launches", ["cmd.exe"]],
    ["links of a PDF",        writePdf([`<< /S /URI /URI (${URL}) >>`]), "scan.pdf.urls", [URL]],
    ["packed ones",           writePdf([], [`<< /S /URI /URI (${URL}) >>`]), "scan.pdf.urls", [URL]],
    ["pages",                 writePdf(["<< /Type /Page >>", "<< /Type /Page >>", "<< /Type /Pages /Count 2 >>"]), "scan.exiftool.page_count", 2],
    ["producer",              writePdf(["<< /Producer (Canary 1.0) /CreationDate (D:2020) >>"]), "scan.exiftool.producer", "Canary 1.0"],
    ["links, encrypted",      writePdf([`<< /URI (x) >>`, "<< /Encrypt 3 0 R >>", "<< /Filter /Standard /V 4 /R 4 /Length 128 >>"]), "scan.pdf.urls", ["?explode"]],
    ["how",                   writePdf(["<< /Encrypt 2 0 R >>", "<< /Filter /Standard /V 4 /R 4 /Length 128 >>"]), "scan.exiftool.fields.value", ["1.7", "Standard V4.4 (128-bit)", "No", "?exif"]],
    ["template, encrypted",   writeCompoundFile({ EncryptedPackage: Buffer.alloc(9) }), "letterlock.remote_template", "?explode"],
    ["template, none",        writeZip([{ name: "[Content_Types].xml", content: "x" }, { name: "word/a.xml", content: "x" }]), "letterlock.remote_template", false],
    ["actions, encrypted",    writePdf(["<< /OpenAction 9 0 R /Encrypt 2 0 R >>", "<< /Filter /Standard /V 4 /R 4 >>"]), "letterlock.pdf_actions", ["OpenAction", "?explode"]],
    ["smuggling",             Buffer.from(smuggling), "letterlock.smuggling", true],
    ["a script alone",        Buffer.from("<html><script>a.click()</script>"), "letterlock.smuggling", false],
  ];
  for (const [what, file, path, value] of cases)
    test(`${what}: ${path}`, () => assert.deepEqual(of(file, path), value));

  test("the text of a document is a file in it", () => {
    assert.equal(exploded(docx, "scan.strings.raw")[1], "Canary\nletter\n");
  });

  test("the text of a PDF, with what its font means by its codes", () => {
    const page = "BT /F1 12 Tf <0102> Tj ET";
    const map = "/CMapName /X def 1 beginbfchar <01> <0048> endbfchar 1 beginbfrange <02> <03> <0069> endbfrange";
    const file = writePdf([
      `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
      `<< /Length ${map.length} /CMapName /X >>\nstream\n${map}\nendstream`,
      "<< /Font << /F1 4 0 R >> >>",
      "<< /Type /Font /ToUnicode 2 0 R >>",
    ]);
    assert.deepEqual(
      exploded(file, "scan.strings.raw")
        .map((text) => String(text).trim())
        .slice(1),
      ["Hi"],
    );
  });
});

describe("pictures of a PDF, of which only the pixels are there", () => {
  const { width, height, data } = codePixels(URL);
  const stream = (dictionary: string, content: string) => `<< ${dictionary} >>\nstream\n${content}\nendstream`;
  const shape = `/Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8`;
  const file = writePdf([stream(`${shape} /ColorSpace /DeviceGray`, data.toString("latin1"))]);

  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [path: string, value: Plain])[] = [
    ["file_name",           "picture-0.png"],
    ["flavors.mime",        "image/png"],
    ["flavors.yara",        ["png_file"]],
    ["letterlock.file_type", "png"],
    ["letterlock.qr_urls",  [URL]],
  ];
  for (const [path, value] of cases) test(path, () => assert.deepEqual(exploded(file, path)[1], value));

  test("asked twice, the second time from memory, each has its own codes", () => {
    for (const url of [URL, "https://canary.test/other", URL])
      assert.deepEqual(exploded(writeCodePng(url), "letterlock.qr_urls"), [[url]]);
  });

  test("it has the size of the file that is made", () => {
    assert.equal(exploded(file, "size")[1], writeCodePng(URL).length);
  });

  test("colours that no such picture has make none", () => {
    assert.deepEqual(exploded(writePdf([stream(`${shape} /ColorSpace /DeviceCMYK`, "x")]), "file_name"), [null]);
  });
});

describe("streams in base 85 (ISO 32000-1 7.4.3)", () => {
  const text = (content: string) =>
    exploded(writePdf([`<< /Filter /ASCII85Decode >>\nstream\n${content}\nendstream`]), "scan.strings.raw").slice(1);
  const cases: readonly (readonly [what: string, content: string, found: readonly Plain[]])[] = [
    ["whole and partial groups", base85("BT (Canary letter) Tj ET"), ["Canary letter\n"]],
    ["white space between, an end", `${base85("BT (Canary) Tj ET").replace(/.{7}/g, "$&\n")}~>rest`, ["Canary\n"]],
    ["a letter for four zeros", `${base85("BT (Cana")}z${base85("ry) Tj ET ")}`, ["Canary\n"]],
  ];
  for (const [what, content, found] of cases) test(what, () => assert.deepEqual(text(content), found));
});

/** A group of four bytes as five digits, the last one cut. */
function base85(text: string): string {
  const bytes = Buffer.from(text, "latin1");
  let out = "";
  for (let at = 0; at < bytes.length; at += 4) {
    const group = Buffer.alloc(4);
    bytes.copy(group, 0, at, at + 4);
    let value = group.readUInt32BE();
    let digits = "";
    for (let digit = 0; digit < 5; digit += 1) {
      digits = String.fromCharCode(0x21 + (value % 85)) + digits;
      value = Math.floor(value / 85);
    }
    out += digits.slice(0, Math.min(4, bytes.length - at) + 1);
  }
  return out;
}

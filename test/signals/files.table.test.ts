/** Files that are something else than they look (HM-110, 111, 113), by name and by content; everyday files are let be. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isDisguised } from "../../src/signals/file-names.ts";
import { fileFlags } from "../../src/signals/files.ts";

describe("disguised-extension", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [names: readonly string[], disguised: boolean])[] = [
    [["invoice.pdf"],                     false],
    [["archive.tar.gz"],                  false],
    [["setup.exe"],                       false],
    [["jquery.min.js"],                   false],
    [["Bericht 3.12.2024.docx"],          false],
    [["Report.doc "],                     false],
    [["notes."],                          false],
    [["דו\u200fח \u202b2024\u202c.pdf"],   false],
    [[""],                                false],
    [["invoice.pdf.exe"],                 true],
    [["invoice.PDF .Exe"],                true],
    [["invoice          .scr"],           true],
    [["invoice\u202efdp.exe"],            true],
    [["invoice\u202etxt.pdf"],            true],
    [["invoice\u2067fdp.pdf"],            true],
    [["invoice.exe."],                    true],
    [["invoice.exe . ."],                 true],
    [["invoice.js::$DATA"],               true],
    [["a.exe\0.pdf"],                     true],
    [["a.e\u200bxe"],                     true],
    [["a\uff0eexe"],                      true],
    [["a.pdf\t.lnk"],                     true],
    [["a.pdf", "b.pdf"],                  false],
    [["a.exe", "b.exe"],                  false],
    [["a.pdf", "b.exe"],                  true],
    [["a", "a.exe"],                      false],
  ];
  for (const [names, disguised] of cases) {
    test(JSON.stringify(names), () => assert.equal(isDisguised(names), disguised));
  }

  test("a name of 300,000 spaces takes no time", () => {
    assert.equal(isDisguised([`a.pdf${" ".repeat(300_000)}.exe`]), true);
    assert.equal(isDisguised([`${" .".repeat(150_000)}x`]), false);
  });
});

describe("polyglot, type-mismatch", () => {
  const zip = "PK\x03\x04\x14\0\0\0\x08\0data PK\x05\x06\0\0\0\0";
  const png = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, mediaType: string, file: string, content: string, flags: readonly string[]])[] = [
    ["a picture",                    "image/png",                "a.png",  png,                                   []],
    ["a picture of another kind",    "image/jpeg",               "a.jpg",  png,                                   []],
    ["a picture as octets",          "application/octet-stream", "a.png",  png,                                   []],
    ["a picture with a zip behind",  "image/png",                "a.png",  png + zip,                             ["polyglot"]],
    ["a picture with a page inside", "image/png",                "a.png",  `${png}<script>`,                      ["polyglot"]],
    ["a GIF 61 pixels wide",         "image/gif",                "a.gif",  "GIF89a=\0\x10\0",                     []],
    ["a GIF that is a script",       "image/gif",                "a.gif",  "GIF89a/*\0*/=1;alert(1)",             ["polyglot"]],
    ["a document",                   "application/pdf",          "a.pdf",  "%PDF-1.7\n",                          []],
    ["a document after a header",    "application/pdf",          "a.pdf",  "HTTP/1.1 200\r\n\r\n%PDF-1.7\n",      []],
    ["a document that is a zip",     "application/pdf",          "a.pdf",  `%PDF-1.7\n${zip}`,                    ["polyglot"]],
    ["a zip",                        "application/zip",          "a.zip",  zip,                                   []],
    ["a zip that holds a document",  "application/zip",          "a.zip",  `PK\x03\x04a%PDF-1.7 PK\x05\x06`,       []],
    ["a zip after other data",       "application/zip",          "a.zip",  `${"x".repeat(80_000)}${zip}`,         ["polyglot"]],
    ["a file that ends before it",   "application/zip",          "a.zip",  "PK\x05\x06 and PK\x03\x04",           []],
    ["a compound file with a zip",   "application/msword",       "a.doc",  `\xd0\xcf\x11\xe0${zip}`,              []],
    ["a web archive as document",    "application/msword",       "a.doc",  "MIME-Version: 1.0\r\n",               ["polyglot"]],
    ["a web archive as such",        "message/rfc822",           "a.mht",  "MIME-Version: 1.0\r\n",               []],
    ["a page",                       "text/html",                "a.html", "<html><body>",                        []],
    ["a page called a picture",      "image/png",                "a.png",  "<!DOCTYPE html><html>",               ["type-mismatch"]],
    ["a program called a picture",   "image/png",                "a.png",  "MZ\x90\0\x03\0",                      ["type-mismatch"]],
    ["a program called a text",      "text/plain",               "",       "MZ\x90\0\x03\0",                      ["type-mismatch"]],
    ["a program called octets",      "application/octet-stream", "a.exe",  "MZ\x90\0\x03\0",                      []],
    ["a text that begins with MZ",   "text/plain",               "",       "MZ is a sign on files.",              []],
    ["a document sent as a picture", "image/png",                "a.png",  "%PDF-1.7",                            ["type-mismatch"]],
    ["a zip sent as a text",         "text/plain",               "a.txt",  zip,                                   ["type-mismatch"]],
  ];
  for (const [name, mediaType, file, content, flags] of cases) {
    test(name, () => {
      const bytes = Buffer.from(content, "latin1");
      const names = file === "" ? [] : [file];
      const object = { mediaType, names, bytes, span: { start: 0, end: 0 }, views: ["strict"] };
      assert.deepEqual(fileFlags([object, object]), flags);
    });
  }
});

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { extensionOf, fileKindOf } from "../../src/parts/file-kind.ts";
import { writeCompoundFile } from "../support/compound-writer.ts";
import { writeZip } from "../support/part-files.ts";

const latin = (text: string) => Buffer.from(text, "latin1");
const zip = (...names: readonly string[]) => writeZip(names.map((name) => ({ name, content: "x" })));
const ole = (name: string) => writeCompoundFile({ [name]: Buffer.alloc(10) });

describe("what a file is by its bytes", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, file: Buffer, type: string, mime: string, flavors: string])[] = [
    ["empty",                latin(""),                                        "unknown", "application/octet-stream", ""],
    ["text",                 latin("hello there"),                             "unknown", "text/plain",               ""],
    ["UTF-16",               latin("\xff\xfeh\0i\0"),                          "unknown", "text/plain",               ""],
    ["binary",               latin("\0\x01\x02"),                              "unknown", "application/octet-stream", ""],
    ["zip",                  zip("a.txt"),                                     "zip",     "application/zip",          "zip_file"],
    ["Word",                 zip("[Content_Types].xml", "word/document.xml"),  "docx",    "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "zip_file ooxml_file"],
    ["Excel",                zip("[Content_Types].xml", "xl/workbook.xml"),    "xlsx",    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "zip_file ooxml_file"],
    ["PowerPoint",           zip("[Content_Types].xml", "ppt/slides/s.xml"),   "pptx",    "application/vnd.openxmlformats-officedocument.presentationml.presentation", "zip_file ooxml_file"],
    ["Java",                 zip("META-INF/MANIFEST.MF", "a.class"),           "zip",     "application/java-archive", "zip_file jar_manifest_file"],
    ["old Word",             ole("WordDocument"),                              "doc",     "application/msword",       "doc_subheader_file olecf_file"],
    ["old Excel",            ole("Workbook"),                                  "xls",     "application/vnd.ms-excel", "olecf_file"],
    ["Outlook",              ole("__properties_version1.0"),                   "unknown", "application/vnd.ms-outlook", "olecf_file"],
    ["encrypted Office",     ole("EncryptedPackage"),                          "unknown", "application/encrypted",    "encrypted_word_document olecf_file"],
    ["PDF behind junk",      latin("junk\n%PDF-1.4"),                          "pdf",     "application/pdf",          "pdf_file"],
    ["program",              latin("MZ\x90\0\x03"),                            "exe",     "application/x-dosexec",    "mz_file"],
    ["text with its letters", latin("MZ is no program"),                       "unknown", "text/plain",               ""],
    ["ELF",                  latin("\x7fELF\x02"),                             "elf",     "application/x-executable", "elf_file"],
    ["Mach-O",               latin("\xcf\xfa\xed\xfe"),                        "macho",   "application/x-mach-binary", "macho_file"],
    ["Java class",           latin("\xca\xfe\xba\xbe\0\0\0\x34\0"),            "unknown", "application/octet-stream", ""],
    ["PNG",                  latin("\x89PNG\r\n\x1a\n"),                       "png",     "image/png",                "png_file"],
    ["WebP",                 latin("RIFF\0\0\0\0WEBPVP8 "),                    "webp",    "image/webp",               ""],
    ["HEIF",                 latin("\0\0\0\x18ftypheic"),                      "heif",    "image/heif",               ""],
    ["text that begins BM",  latin("BMW is a car"),                            "unknown", "text/plain",               ""],
    ["page",                 latin("\n<!DOCTYPE html><html>"),                 "html",    "text/html",                "html_file"],
    ["page behind comment",  latin("<!-- x --><html>"),                        "html",    "text/html",                "html_file"],
    ["program of HTML",      latin("<html><hta:application>"),                 "html",    "text/html",                "hta_file html_file"],
    ["SVG",                  latin("<svg xmlns='x'>"),                         "svg",     "image/svg+xml",            "svg_file"],
    ["SVG behind XML",       latin("<?xml version='1.0'?><svg>"),              "svg",     "image/svg+xml",            "svg_file xml_file"],
    ["XML",                  latin("<?xml version='1.0'?><a/>"),               "unknown", "text/xml",                 "xml_file"],
    ["calendar",             latin("BEGIN:VCALENDAR\r\n"),                     "ics",     "text/calendar",            ""],
    ["rich text",            latin("{\\rtf1"),                                 "rtf",     "text/rtf",                 "rtf_file"],
    ["message",              latin("Received: x\r\nFrom: a\r\n\r\n<html>"),    "unknown", "message/rfc822",           "email_file"],
    ["not a message",        latin("Note: x\nOther: y\n\nhello"),              "unknown", "text/plain",               ""],
    ["batch file",           latin("@echo off\r\nstart x"),                    "unknown", "text/x-msdos-batch",       "batch_file"],
    ["JavaScript",           latin("var a = new ActiveXObject('x');"),         "unknown", "application/javascript",   "javascript_file"],
    ["VBScript",             latin("On Error Resume Next\n"),                  "unknown", "text/plain",               "vb_file"],
    ["program as base64",    latin(`x = "TVqQAAMAAAAEAAAA${"A".repeat(80)}"`), "unknown", "text/plain",               "base64_pe"],
    ["signature",            latin("\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02"), "unknown", "application/pkcs7-mime", "pkcs7_file"],
  ];
  for (const [what, file, type, mime, flavors] of cases) {
    test(`${what}: ${type}`, () => {
      const kind = fileKindOf(file);
      assert.deepEqual([kind.type, kind.mime, kind.flavors.join(" ")], [type, mime, flavors]);
    });
  }
});

describe("extension of a name", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, extension: string | null])[] = [
    ["a.PDF",       "PDF"],
    ["a.pdf.exe",   "exe"],
    ["a",           null],
    ["a.",          null],
    // Evasion: Windows drops what ends a name.
    ["a.exe . .",   "exe"],
    ["d.x/file",    null],
  ];
  for (const [name, extension] of cases) test(JSON.stringify(name), () => assert.equal(extensionOf(name), extension));
});

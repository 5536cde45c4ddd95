/** Files are read without a throw whatever their bytes are: random ones behind every mark, and small files of each format with damage. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { fieldOf, isHostObject } from "../../src/mdm/files/file-argument.ts";
import { valueObject } from "../../src/mdm/model-object.ts";
import { types } from "../../src/mdm/types/types.ts";
import { type HostObject, Undetermined, type Value } from "../../src/mql/value.ts";
import {
  writeCab,
  writeCodePng,
  writeIso,
  writeRar,
  writeShortcut,
  writeWordWithMacros,
} from "../support/file-writers.ts";
import { writePdf, writeZip } from "../support/part-files.ts";
import { writeTar } from "../support/tar-writer.ts";
import { call, fileOf } from "./file-view.ts";

const runs = Number(process.env["FUZZ_RUNS"] ?? 60);

const MARKS = [
  "",
  "PK\x03\x04",
  "PK\x01\x02",
  "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
  "%PDF-1.7\n1 0 obj <<",
  "\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
  "\xff\xd8\xff\xe1",
  "GIF89a",
  "BM",
  "RIFF\0\0\0\0WEBP",
  "II*\0",
  "MM\0*",
  "Rar!\x1a\x07\0",
  "Rar!\x1a\x07\x01\0",
  "7z\xbc\xaf\x27\x1c",
  "\x1f\x8b\x08",
  "MSCF\0\0\0\0",
  "{\\rtf1{\\object\\objdata ",
  "<html><script>",
  "<svg>",
  "<?xml?>",
  "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n",
  "From: a\nTo: b\n\n",
  "MZ\0",
  "\x30\x82\x01\x00",
  "L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0F",
];

const samples: readonly Buffer[] = [
  writeZip([
    { name: "a.txt", content: "canary" },
    { name: "b/c.js", content: "var a = /x/g;" },
  ]),
  writeZip([
    { name: "[Content_Types].xml", content: "<Types/>" },
    { name: "word/document.xml", content: "<w:p><w:t>canary</w:t></w:p>" },
  ]),
  writeWordWithMacros('Sub AutoOpen()\nShell "canary"\nEnd Sub'),
  writePdf(
    ["<< /Type /Page /URI (https://canary.test/) >>", "<< /S /JavaScript /JS (app.alert\\(1\\)) >>"],
    ["<< /URI (https://canary.test/2) >>"],
  ),
  writeIso([{ name: "A.LNK", content: "canary" }]),
  writeCab("a.exe", "canary"),
  writeRar([{ name: "a.txt", content: "canary" }]),
  writeTar([{ name: "a.txt", data: "canary" }]),
  gzipSync("canary"),
  writeShortcut("a", "b"),
  writeCodePng("https://canary.test/"),
  Buffer.from(
    "/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4AAhAA5dADGYSiC0JnaLI1cT4AAAAAAAz8rBW3djQNkAASoi5ziNmh+2830BAAAAAARZWg==",
    "base64",
  ),
  Buffer.from("XQAAgAD//////////wAxmEogtCZ2iyNXYsmX///a5gAA", "base64"),
];

/** Every field of every object that is reached. */
function readAll(value: Value, depth = 0): number {
  if (value instanceof Undetermined) return value.reasons.some((reason) => reason.startsWith("error:")) ? 1 : 0;
  if (Array.isArray(value))
    return value.slice(0, 20).reduce((sum: number, one: Value) => sum + readAll(one, depth + 1), 0);
  if (!isHostObject(value) || depth > 8) return 0;
  const fields: Readonly<Record<string, object>> = types;
  return Object.keys(fields[value.type] ?? {}).reduce((sum, name) => sum + readAll(fieldOf(value, name), depth + 1), 0);
}

const NAMES = [
  "file.explode",
  "file.expand_archives",
  "file.parse_text",
  "file.parse_html",
  "file.parse_eml",
  "beta.file.parse_ics",
  "file.oletools",
  "beta.parse_exif",
  "beta.scan_qr",
  "beta.ocr",
];

function faults(bytes: Buffer, name: string): number {
  const message: HostObject = valueObject("Message", {});
  const file = fileOf(bytes, name);
  return NAMES.reduce((sum, one) => sum + readAll(call(one, [file], { message })), 0);
}

describe("files are total", () => {
  test("on random bytes behind the marks of formats", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MARKS),
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom("a.js", "a.eml", "a.docx", "a"),
        (mark, bytes, name) => {
          assert.equal(faults(Buffer.concat([Buffer.from(mark, "latin1"), bytes]), name), 0);
        },
      ),
      { numRuns: runs * 5 },
    );
  });

  test("on small files of every format, damaged", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
        fc.nat(),
        (sample, changes, cut) => {
          const bytes = Buffer.from(sample);
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          assert.equal(faults(cut % 3 === 0 ? bytes.subarray(0, cut % bytes.length) : bytes, "a"), 0);
        },
      ),
      { numRuns: runs * 3 },
    );
  });

  test("the check itself sees a fault", () => {
    assert.equal(readAll([new Undetermined(["error:x"])]), 1);
  });
});

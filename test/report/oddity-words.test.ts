/** Every oddity that a record can hold is said in words, and each thing once. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { analyse } from "../../src/pipeline/analyse.ts";
import { hasOddityWords, odditiesOf } from "../../src/report/oddity-words.ts";
import { catalogue, filesOf } from "../hostile/catalogue.ts";
import { limitCases } from "../hostile/limit-cases.ts";
import { context, rawMessage } from "../hostile/read.ts";

test("what is the same is said once, with its codes, places and what it is about", () => {
  const span = { start: 3, end: 9 };
  const problems = [{ code: "header.duplicate", span }, { code: "limit.html-tags" }];
  assert.deepEqual(odditiesOf({ flags: ["dup-header", "dup-header:from", "dup-header:to"], problems }), [
    {
      words: "repeats a field that may stand once (from, to)",
      codes: ["dup-header", "header.duplicate"],
      spans: [span],
    },
    { words: "goes over a bound of ours (html tags) and was read up to it", codes: ["limit.html-tags"], spans: [] },
  ]);
});

/** Files of a row that are read: the first of each, bombs at a hundredth; the catalogue's own test reads all. */
const FILES_PER_ROW = 12;

test("codes that records of hostile mail hold", () => {
  const codes = new Set<string>();
  for (const row of catalogue) {
    for (const { bytes } of filesOf(row, { seed: "words", size: 0.01 }).slice(0, FILES_PER_ROW)) {
      const { flags, problems } = analyse(rawMessage(bytes), context).record;
      for (const code of [...flags, ...problems.map((problem) => problem.code)]) codes.add(code);
    }
  }
  assert.ok(codes.size > 100, `only ${codes.size} codes met`);
  assert.deepEqual(
    [...codes].filter((code) => !hasOddityWords(code)),
    [],
  );
});

test("codes of limits, whether or not such mail was met", () => {
  const codes = limitCases.map(({ code }) => code).filter((code) => code.startsWith("limit."));
  assert.ok(codes.length > 30, `only ${codes.length} codes met`);
  assert.deepEqual(
    codes.filter((code) => !hasOddityWords(code)),
    [],
  );
});

const PROBLEM =
  /"((?:message|header|mime|base64|qp|charset|html|address|mbox|source|zip|tar|outlook|tnef|rtf|uuencode)\.[a-z0-9-]{3,})"/g;

test("codes of problems in the source", () => {
  const source = fileURLToPath(new URL("../../src/", import.meta.url));
  const codes = new Set<string>();
  for (const folder of ["mail", "html", "mailbox", "pipeline"]) {
    for (const name of readdirSync(`${source}${folder}`, { recursive: true, encoding: "utf8" })) {
      if (!name.endsWith(".ts")) continue;
      for (const [, code = ""] of readFileSync(`${source}${folder}/${name}`, "utf8").matchAll(PROBLEM)) codes.add(code);
    }
  }
  assert.ok(codes.size > 30, `only ${codes.size} codes met`);
  assert.deepEqual(
    [...codes].filter((code) => !hasOddityWords(code)),
    [],
  );
});

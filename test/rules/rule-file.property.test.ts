/** Laws of reading rule files, on random texts. `FUZZ_RUNS=1000000` makes a fuzzer of it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { limits } from "../../src/base/limits.ts";
import { loadRules } from "../../src/rules/load-rules.ts";
import { parseRuleFile } from "../../src/rules/parse-rule-file.ts";
import { mapOffsets } from "../../src/rules/source-map.ts";
import { texts } from "../mql/random-trees.ts";
import { conditions } from "../mql/small-schema.ts";

const numRuns = Number(process.env["FUZZ_RUNS"] ?? 300);

const piece = fc.constantFrom(
  ...[
    "name: a\n",
    "type: rule\n",
    "type: query\n",
    "severity: high\n",
    "source: |\n",
    "source: >-\n",
    "source: ",
    "tags:\n",
    "why: ",
  ],
  ...[
    "  - x\n",
    "  urgent\n",
    "    and size > 3\n",
    "[",
    "]",
    "{",
    "}",
    "- ",
    "? ",
    ": ",
    "&a ",
    "*a",
    "!!str ",
    "---\n",
    "...\n",
    "%YAML 1.1\n",
  ],
  ...["'", '"', "\\", "#", "\t", " ", "\n", "\r\n", "\ufeff", "\0", "\u2028", "☃", "|2\n", "<<: *a\n", "~", "true"],
);
const files = fc.oneof(
  fc.array(piece, { maxLength: 30, size: "max" }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary" }),
);

test("any text gives a rule or problems, with places in the file", () => {
  fc.assert(
    fc.property(files, (text) => {
      const { rule, problems } = parseRuleFile(text, "a.yml");
      assert.ok(rule !== null || problems.length > 0);
      assert.ok(problems.length <= limits.ruleProblemsMax);
      const lines = text.split("\n").length;
      const { broken } = loadRules([{ path: "a.yml", text }], conditions);
      for (const { line, column, width, lineText } of broken.flatMap((one) => one.problems)) {
        assert.ok(line >= 1 && line <= lines && column >= 1 && width >= 1);
        assert.ok(column - 1 <= [...lineText].length);
      }
    }),
    { numRuns },
  );
});

/** A rule's text as the lines of a block scalar: no white space at its ends, no line ends of other systems. */
const rule = texts.map((text) => text.replace(/[^\x21-\x7e☃📧\n]/gu, " ").trim()).filter((text) => text !== "");

test("LF and CRLF, and every style, hold the same text, and its places are those of the file", () => {
  fc.assert(
    fc.property(rule, fc.integer({ min: 1, max: 6 }), (text, indent) => {
      const margin = " ".repeat(indent);
      const block = `name: a\ntype: rule\nsource: |-\n${text
        .split("\n")
        .map((line) => (line === "" ? "" : margin + line))
        .join("\n")}\n`;
      const quoted = `source: ${JSON.stringify(text)}\nname: a\ntype: rule\n`;
      for (const file of [block, block.replaceAll("\n", "\r\n"), quoted]) {
        assert.equal(parseRuleFile(file, "a.yml").rule?.source, text);
      }
      const start = block.indexOf("|-");
      const map = mapOffsets(block, { value: text, start, end: block.length, style: "block" });
      for (let at = 0; at < text.length; at += 1) {
        if (!/\s/.test(text[at] ?? "")) assert.equal(block[map[at] ?? -1], text[at]);
      }
      assert.ok(map.every((place, at) => at === 0 || place >= (map[at - 1] ?? 0)));
    }),
    { numRuns },
  );
});

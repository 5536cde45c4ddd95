import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { displayWidth } from "../../src/report/display-width.ts";
import { forHtml, forJson, forTerminal } from "../../src/report/printable.ts";
import { hostileText, UNSEEN } from "./hostile.ts";

const numRuns = Number(process.env["FUZZ_RUNS"] ?? 500);

test("nothing unseen reaches a terminal, in no more columns than asked for", () => {
  fc.assert(
    fc.property(hostileText, fc.integer({ min: 1, max: 80 }), (text, max) => {
      const shown = forTerminal(text, max);
      assert.doesNotMatch(shown, UNSEEN);
      assert.ok(!shown.includes("\n"));
      assert.ok(displayWidth(shown) <= max, shown);
    }),
    { numRuns },
  );
});

test("HTML text holds no markup and nothing unseen", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const shown = forHtml(text);
      assert.doesNotMatch(shown, UNSEEN);
      assert.doesNotMatch(shown, /[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
    }),
    { numRuns },
  );
});

test("JSON reads back as it was and holds nothing unseen", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const line = forJson({ text });
      assert.doesNotMatch(line, UNSEEN);
      assert.ok(!line.includes("\n"));
      assert.deepEqual(JSON.parse(line), { text });
    }),
    { numRuns },
  );
});

test("marks are never forged: different texts that fit are shown differently", () => {
  const unspaced = hostileText.map((text) => text.replaceAll(/\p{Zs}/gu, "_").replaceAll(/[\ufe0e\ufe0f]/g, "_"));
  fc.assert(
    fc.property(unspaced, unspaced, (a, b) => {
      fc.pre(a !== b);
      assert.notEqual(forTerminal(a, 1e9), forTerminal(b, 1e9));
    }),
    { numRuns },
  );
});

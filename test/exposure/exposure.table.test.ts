import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { markOf } from "../../src/case/marks.ts";
import { exposureOf } from "../../src/exposure/exposure.ts";
import { pixel, recordOf } from "../support/record.ts";

function received(flags: readonly string[], loads = [pixel("https://t.example/1")]) {
  const location = { path: "/m", offset: 0, length: 1, folder: "", marks: [markOf("maildir", flags)] };
  return { record: recordOf({ name: "m", loads }), locations: [location], answered: false };
}

describe("exposure levels (threat-facts 3)", () => {
  const cases = [
    ["no message of interest", [], 0, "probable"],
    ["delivered, no sign of opening", [received([])], 1, "probable"],
    ["read, nothing loads", [received(["\\Seen"], [])], 2, "possible"],
    ["read, a load may have fired", [received(["\\Seen"])], 4, "possible"],
    ["answered", [received(["\\Seen", "\\Answered"])], 6, "probable"],
    ["the worst message counts", [received([]), received(["\\Seen"]), received([])], 4, "possible"],
  ] as const;
  for (const [what, messages, level, likelihood] of cases) {
    test(what, () => {
      const exposure = exposureOf(messages);
      assert.deepEqual([exposure.level, exposure.likelihood], [level, likelihood]);
      assert.ok(exposure.reasons.length > 0);
    });
  }
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { readersOn } from "../../src/cli/scan-command.ts";

test("as many readers as cores, and one at least", () => {
  assert.deepEqual(
    [0, 1, 2, 3, 8, 64].map((cores) => readersOn({ cores })),
    [1, 1, 2, 3, 8, 64],
  );
});

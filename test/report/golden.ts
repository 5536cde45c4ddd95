/**
 * Golden files beside the tests; `node --test --test-update-snapshots` writes them, and their diffs are read as code.
 * Their names end in `.golden` so that no formatter or linter takes them for source.
 */
import { join } from "node:path";
import type { TestContext } from "node:test";

export function golden(t: TestContext, text: string, file: string): void {
  t.assert.fileSnapshot(text, join(import.meta.dirname, "golden", `${file}.golden`), { serializers: [String] });
}

/** A new empty folder for one test file; the test removes it. */
import { mkdtempSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export function temporaryFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), "letterlock-test-")));
}

/** The public record that ships (`record/` at the top of the project): data of ours, apart from what the user keeps. A mistake in it is ours, and throws. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { assert } from "../base/assert.ts";
import type { LedgerDocument } from "../case/ledger.ts";
import { readStatementFile } from "../ledger/read-statement-file.ts";

export const SHIPPED_RECORD = fileURLToPath(new URL("../../record/public-record.yaml", import.meta.url));

export function shippedRecord(): readonly LedgerDocument[] {
  const read = readStatementFile(readFileSync(SHIPPED_RECORD), "letterlock:public-record", "shipped");
  assert(read.ok, read.ok ? "" : read.error);
  assert(read.value.problems.length === 0, read.value.problems.join("\n"));
  return [read.value];
}

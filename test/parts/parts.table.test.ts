/** Every way in which a part of a mail that is no shown text makes a program contact a server is in the record, as what it is. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { recordOfPart } from "./mail-with-part.ts";
import { calendarRows, cardRows, fileRows, type PartRow, packedRows, signatureRows } from "./part-rows.ts";

const groups: readonly (readonly [name: string, rows: readonly PartRow[]])[] = [
  ["calendars (RL-61, RL-62)", calendarRows],
  ["contact cards (RL-63)", cardRows],
  ["signatures and keys (RL-64, RL-47)", signatureRows],
  ["attachments that call home", fileRows],
  ["packed attachments", packedRows],
];

for (const [name, rows] of groups) {
  describe(name, () => {
    assert.ok(rows.length > 0);
    for (const row of rows) {
      test(row.name, () => {
        const { record } = recordOfPart(row);
        assert.deepEqual(
          record.loads.map(({ vector, fires, host }) => `${vector} ${fires} ${host}`),
          row.found,
        );
        assert.deepEqual(
          record.problems.map(({ code }) => code),
          [],
        );
      });
    }
  });
}

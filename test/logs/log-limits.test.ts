import assert from "node:assert/strict";
import { test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { LogSearch } from "../../src/logs/log-search.ts";
import { day } from "../support/record.ts";

test("logSightingsMax: the first lines are kept, the others counted", () => {
  const names = Array.from(
    { length: limits.logSightingsMax / limits.logSightingsPerNameMax + 1 },
    (_, index) => `t${index}.example`,
  );
  const wanted = { hosts: new Set(names), senders: new Map(), messageIds: new Map() };
  const search = new LogSearch("/x.log", { zone: "UTC", latest: day("2022-01-01") }, wanted);
  for (const name of names) {
    for (let line = 0; line < limits.logSightingsPerNameMax; line += 1) {
      search.add(`[1611133953] unbound[8:0] info: 192.0.2.7 ${name}. A IN`);
    }
  }
  assert.equal(search.sightings().length, limits.logSightingsMax);
  assert.deepEqual(search.notes(), [
    `${limits.logSightingsPerNameMax} further lines about mail of interest were counted and not kept`,
  ]);
});

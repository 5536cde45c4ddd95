/** What the user says of a table's columns: read as meant, or told what is wrong; and the table is then read by it. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseColumns } from "../../src/intel/columns.ts";
import { readPublished } from "../../src/ledger/read-published.ts";

describe("--columns", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [written: readonly string[], expected: Readonly<Record<string, string>> | RegExp])[] = [
    [["value=IOC"],                               { value: "IOC" }],
    [["value=IOC,type=Kind, from = First seen "], { value: "IOC", type: "Kind", from: "First seen" }],
    [["value=2", "group=Actor, alleged"],         { value: "2", group: "Actor, alleged" }],
    [["VALUE=a,b=c"],                             { value: "a,b=c" }],
    [["type=Kind"],                               /which column holds the values/],
    [["value=a,value=b"],                         /names value twice/],
    [["host=a"],                                  /not "host=a"/],
    [["value="],                                  /not "value="/],
    [[""],                                        /takes NAME=COLUMN/],
  ];
  for (const [written, expected] of cases) {
    test(JSON.stringify(written), () => {
      const parsed = parseColumns(written);
      if (expected instanceof RegExp) assert.match(parsed.ok ? "" : parsed.error, expected);
      else assert.deepEqual(parsed.ok && parsed.value, expected);
    });
  }
});

// Headings that no reader guesses, in a table that looks like prose.
const TABLE = "Fund,Wer,Seit\nlogin[.]example,Grey Heron,2025-03-04\nnot a value,Grey Heron,\n";

test("a table is read by them, and what is no value is told with its line", async () => {
  const read = await readPublished(Buffer.from(TABLE), "/x/list.txt", {
    columns: { value: "Fund", group: "Wer", from: "3" },
  });
  assert.ok(read.ok);
  const { indicators, unusable, format } = read.value.file;
  assert.equal(format, "csv");
  assert.deepEqual(
    indicators.map(({ value, groups, from }) => [value, groups, from]),
    [["login.example", ["Grey Heron"], Date.parse("2025-03-04")]],
  );
  assert.deepEqual(
    unusable.map(({ place }) => place),
    ["line 3"],
  );
});

test("a column that is not there is told with those that are", async () => {
  const read = await readPublished(Buffer.from(TABLE), "/x/list.txt", { columns: { value: "IOC" } });
  assert.match(read.ok ? "" : read.error, /has no column "IOC"; it has fund, wer, seit/);
});

test("the index of a MISP feed holds no hashes of files", async () => {
  const line = `${"0".repeat(32)},00000000-0000-4000-8000-000000000001\n`;
  const read = await readPublished(Buffer.from(line.repeat(3)), "/x/hashes.csv");
  assert.match(read.ok ? "" : read.error, /index of a MISP feed/);
});

/** Reading a part is total on any bytes of any kind, its places lie in it, and it ends with what its budget allows. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { limits } from "../../src/base/limits.ts";
import { readPart } from "../../src/parts/read-part.ts";
import { PartBudget } from "../../src/parts/reference.ts";
import { writeZip } from "../support/part-files.ts";
import { calendarRows, cardRows, fileRows, packedRows, signatureRows } from "./part-rows.ts";

const rows = [...calendarRows, ...cardRows, ...fileRows, ...packedRows, ...signatureRows];
const numRuns = Number(process.env["FUZZ_RUNS"] ?? 300);

/** Bytes of a sound file with some cut, doubled or replaced. */
const damaged = fc
  .tuple(
    fc.constantFrom(...rows),
    fc.array(fc.tuple(fc.nat(), fc.nat(40), fc.uint8Array({ maxLength: 40 })), { maxLength: 6 }),
  )
  .map(([{ type, file, content }, edits]) => {
    let bytes = Buffer.from(content);
    for (const [at, cut, put] of edits) {
      const place = at % (bytes.length + 1);
      bytes = Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place + cut)]);
    }
    return { mediaType: type, names: [file], bytes };
  });

describe("any part", () => {
  test("damaged files are read to an end, and places lie in them", () => {
    fc.assert(
      fc.property(damaged, (part) => {
        const { references } = readPart(part, new PartBudget());
        assert.ok(references.length <= limits.partReferencesMax);
        for (const { url, start = 0, end = 0 } of references) {
          assert.ok(url !== "");
          assert.ok(
            start >= 0 && start <= end && end <= part.bytes.length,
            `${start} to ${end} of ${part.bytes.length}`,
          );
        }
      }),
      { numRuns },
    );
  });

  test("a second reading says the same", () => {
    fc.assert(
      fc.property(damaged, (part) => {
        assert.deepEqual(readPart(part, new PartBudget()), readPart(part, new PartBudget()));
      }),
      { numRuns },
    );
  });
});

describe("bombs", () => {
  test("a hundred million zeros end at the bound, and what stands before them is found", () => {
    const shortcut = { name: "a.url", content: "[InternetShortcut]\r\nURL=https://url.test/" };
    const budget = new PartBudget();
    const bytes = writeZip([shortcut, { name: "b", content: Buffer.alloc(100_000_000) }]);
    const { references } = readPart({ mediaType: "application/zip", names: ["a.zip"], bytes }, budget);
    assert.deepEqual(
      references.map(({ url }) => url),
      ["https://url.test/"],
    );
    assert.deepEqual([...budget.codes], ["limit.part-bytes"]);
  });

  test("what takes a password is said, not passed over", () => {
    const budget = new PartBudget();
    const bytes = writeZip([{ name: "a.url", content: "[InternetShortcut]" }], { isEncrypted: true });
    assert.deepEqual(readPart({ mediaType: "application/zip", names: ["a.zip"], bytes }, budget).references, []);
    assert.deepEqual([...budget.codes], ["part.encrypted"]);
  });
});

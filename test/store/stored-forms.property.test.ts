/** Text and JSON columns: whatever goes in comes out, and nothing but what was written is taken in. */
import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { EpochMs } from "../../src/base/brand.ts";
import { observablesOf } from "../../src/store/packed/observables.ts";
import { decodeRecord, encodeRecord } from "../../src/store/packed/record-codec.ts";
import { decodeJson, encodeJson } from "../../src/store/packed/stored-json.ts";
import { monthOf } from "../../src/store/sqlite/month.ts";
import { fromStoredText, toLabels, toStoredText } from "../../src/store/sqlite/stored-text.ts";
import { day, pixel, recordOf, shaOf } from "../support/record.ts";

const numRuns = Number(process.env["FUZZ_RUNS"] ?? 200);
const anyText = fc.array(fc.nat(0xffff), { maxLength: 8 }).map((units) => String.fromCharCode(...units));

describe("stored text", () => {
  const database = new DatabaseSync(":memory:");
  database.exec("CREATE TABLE t (v TEXT NOT NULL UNIQUE) STRICT");
  const insert = database.prepare("INSERT OR IGNORE INTO t (v) VALUES (?)");
  const find = database.prepare("SELECT v FROM t WHERE v = ?");

  const odd = fc.constantFrom("", "\0", "a\0b", '"', '""', "\ud800", "\udc00\ud800", "\ufeff", "\uffff", "+", "é");
  test("any string comes back through SQLite, and is found by itself", () => {
    fc.assert(
      fc.property(fc.oneof(odd, anyText, fc.string({ unit: "binary" })), (text) => {
        insert.run(toStoredText(text));
        assert.equal(fromStoredText(String(find.get(toStoredText(text))?.["v"])), text);
      }),
      { numRuns },
    );
  });

  test("two strings never share a stored form", () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => assert.equal(toStoredText(a) === toStoredText(b), a === b)),
      { numRuns },
    );
  });

  test("a host's labels are reversed, so that a domain is a prefix", () => {
    assert.equal(toLabels("img.news.example"), "example.news.img");
    assert.equal(toLabels("localhost"), "localhost");
  });
});

describe("stored JSON", () => {
  test("any JSON value comes back, short as text and long deflated", () => {
    const long = fc.array(fc.string({ minLength: 400, maxLength: 800 }), { minLength: 12, maxLength: 40 });
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), long, fc.array(anyText)), (value) => {
        const stored = encodeJson(value);
        assert.equal(typeof stored, JSON.stringify(value).length <= 8192 ? "string" : "object");
        assert.equal(JSON.stringify(decodeJson(stored)), JSON.stringify(value));
      }),
      { numRuns },
    );
  });

  test("a flipped bit of a deflated value is noticed", () => {
    const record = recordOf({
      name: "a",
      loads: Array.from({ length: 120 }, (_, i) => pixel(`https://h.example/${i}`)),
    });
    const stored = encodeRecord(record);
    assert.ok(stored instanceof Uint8Array);
    fc.assert(
      fc.property(fc.nat(stored.length * 8 - 1), (bit) => {
        const flipped = Uint8Array.from(stored);
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        // A few bits of the header do not matter to inflating; then nothing is lost.
        try {
          assert.deepEqual(decodeRecord(flipped, record.sha256), record);
        } catch (error) {
          assert.ok(error instanceof Error && error.name !== "AssertionError");
        }
      }),
      { numRuns },
    );
  });

  test("a record with a wrong field is not taken in", () => {
    const stored = JSON.parse(String(encodeRecord(recordOf({ name: "a", loads: [pixel("https://h.example/x")] }))));
    const decode = (value: unknown) => decodeRecord(JSON.stringify(value), shaOf("a"));
    assert.equal(decode(stored).subject, "About a");
    for (const field of Object.keys(stored)) {
      assert.throws(() => decode({ ...stored, [field]: { wrong: true } }), /not a record/, field);
      assert.throws(() => decode({ ...stored, [field]: undefined }), /not a record/, field);
    }
    for (const field of ["vector", "url", "host", "why", "span", "fires", "token", "hidden", "resolved"]) {
      assert.throws(() => decode({ ...stored, loads: [{ ...stored.loads[0], [field]: 7 }] }), /not a record/, field);
    }
    for (const wrong of [null, [], 7, "text", { v: 2, ...stored }, []]) {
      if (wrong !== null && typeof wrong === "object" && "subject" in wrong) continue;
      assert.throws(() => decode(wrong), /not a record/);
    }
    assert.throws(() => decode({ ...stored, v: 2 }), /not a record/);
    assert.equal(decode({ ...stored, added: "later" }).subject, "About a", "a further field is let through");
  });
});

describe("months", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [date: EpochMs | null, month: string])[] = [
    [null,                             ""],
    [day("2020-02-29"),                "2020-02"],
    [0 as EpochMs,                     "1970-01"],
    [-1 as EpochMs,                    "1969-12"],
    [8.64e15 as EpochMs,               "+275760-09"],
    [-8.64e15 as EpochMs,              "-271821-04"],
  ];
  for (const [date, month] of cases)
    test(`${date} → ${JSON.stringify(month)}`, () => assert.equal(monthOf(date), month));
});

describe("observables", () => {
  test("each address and host with all its roles", () => {
    const record = recordOf({
      name: "a",
      from: "news@paper.example",
      to: ["mp@parliament.example", "", "mp@parliament.example"],
      deliveredTo: ["mp@parliament.example"],
      loads: [pixel("https://img.paper.example/p"), pixel("https://img.paper.example/q")],
      claims: { returnPath: "bounce@mailer.example", dkimDomains: ["paper.example"], messageIdDomain: "" },
      content: { linkHosts: ["img.paper.example", "__proto__"] },
    });
    const { addresses, hosts } = observablesOf(record);
    assert.deepEqual(
      [...addresses],
      [
        ["news@paper.example", 1],
        ["bounce@mailer.example", 8],
        ["mp@parliament.example", 16 + 64],
      ],
    );
    assert.deepEqual(
      [...hosts],
      [
        ["img.paper.example", 1 + 2],
        ["__proto__", 2],
        ["paper.example", 4 + 16],
        ["mailer.example", 8],
      ],
    );
  });
});

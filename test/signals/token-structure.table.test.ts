import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import fc from "fast-check";
import { structureOf } from "../../src/signals/token-structure.ts";

const sha256 = createHash("sha256").update("x").digest("hex");
const b64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("structure of opaque values", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, value: string, words: RegExp | null])[] = [
    // RFC 9562 appendix A
    ["UUID version 1", "C232AB00-9414-11EC-B3C8-9F6BDECED846", /^UUID version 1; holds the time 2022-02-22 19:22 UTC; made by the machine 9f:6b:de:ce:d8:46$/],
    ["UUID version 6", "1EC9414C-232A-6B00-B3C8-9F6BDECED846", /^UUID version 6; holds the time 2022-02-22 19:22 UTC/],
    ["UUID version 7", "017F22E2-79B0-7CC3-98C4-DC0C0C07398F", /^UUID version 7; holds the time 2022-02-22 19:22 UTC$/],
    ["UUID version 4", "919108f7-52d1-4320-9bac-f847db4148a8", /^UUID version 4, random$/],
    ["ULID",           "01ARZ3NDEKTSV4RRFFQ69G5FAV",           /^ULID; holds the time 2016-07-30 23:54 UTC$/],
    ["ObjectId",       "507f1f77bcf86cd799439011",             /ObjectId .*2012-10-17 21:13 UTC$/],
    ["KSUID",          "0ujtsYcgvSTl8PAuAdqWYSMnLOv",          /^KSUID; holds the time 2017-10-10 04:00 UTC$/],
    ["Snowflake",      "1541815603606036480",                  /Snowflake number: 2022-06-28 16:07 UTC as Twitter counts/],
    ["web token",      `${b64url({ alg: "HS256" })}.${b64url({ sub: "17", iat: 1_680_689_460 })}.c2lnbmF0dXJl`, /^signed JSON web token with the fields sub, iat \(2023-04-05 10:11 UTC\)$/],
    ["base64 of JSON", b64url({ c: 17, r: "x8k2q9vr" }),       /^base64 of JSON with the fields c, r$/],
    ["protocol buffer", Buffer.from("08111205616c706861", "hex").toString("base64url"), /^base64 of 2 fields of a protocol buffer$/],
    ["seconds",        "ab12cd34-1680689460-xyz",              /3 fields,?.*; ?|holds the time 2023-04-05 10:11 UTC/],
    ["hex seconds",    "x8k2q9vr.642d49f4.q7Rt",               /holds the time 2023-04-05 10:1\d UTC/],
    ["signature",      `a17.${sha256}`,                        /ends like a signature of 32 bytes/],
    ["nothing",        "q7RtZ0vLk3Wd9Xb",                      null],
    ["ObjectId of no time", "ffffffffbcf86cd799439011",        null],
  ];
  for (const [name, value, words] of cases) {
    test(name, () => {
      const found = structureOf(value).join("; ");
      if (words === null) assert.equal(found, "");
      else assert.match(found, words);
    });
  }
});

test("structure: total on any text, and says the same again", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[0-9A-Za-z_.-]{0,60}$/)), (value) => {
      assert.deepEqual(structureOf(value), structureOf(value));
    }),
    { numRuns: Number(process.env["FUZZ_RUNS"] ?? 300) },
  );
});

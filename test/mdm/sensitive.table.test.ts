/** Numbers and keys that their form gives away; all of them made up, or those that the standards give as examples. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { limits } from "../../src/base/limits.ts";
import { sensitiveForms, sensitiveIn } from "../../src/mdm/functions/sensitive.ts";
import { mailSchema } from "../../src/mdm/schema.ts";
import { compileRule } from "../../src/mql/check.ts";
import { evaluate, scopeOf } from "../../src/mql/evaluate.ts";
import { patternError } from "../../src/mql/patterns.ts";
import { hostOf } from "../support/model.ts";

const letters = (count: number) => "Ab3".repeat(count).slice(0, count);

// biome-ignore format: a table reads by column
const cases: readonly (readonly [text: string, types: readonly string[]])[] = [
  [`key AKIA${"ABCDEFGH".repeat(2)} end`,                     ["aws_access_key"]],
  [`AKIA${"ABCDEFGH".repeat(2)}X`,                            []],
  [`ghp_${letters(36)}`,                                      ["github_token"]],
  [`AIza${letters(35)}`,                                      ["google_api_key"]],
  [`xoxb-123456789012-${letters(24)}`,                        ["slack_access_token"]],
  ["-----BEGIN RSA PRIVATE KEY-----",                         ["private_key"]],
  ["-----BEGIN PUBLIC KEY-----",                              []],
  ["-----BEGIN CERTIFICATE-----",                             ["ssl_certificate"]],
  [`eyJ${letters(20)}.eyJ${letters(20)}.${letters(30)}`,      ["jwt"]],
  ["GB82 WEST 1234 5698 7654 32",                             ["iban_code"]],
  ["DE89370400440532013000",                                  ["iban_code"]],
  ["DE89370400440532013001",                                  []],
  ["4111 1111 1111 1111",                                     ["credit_card_number"]],
  ["4111-1111-1111-1112",                                     []],
  ["3782 822463 10005",                                       ["credit_card_number"]],
  ["0000 0000 0000 0000",                                     []],
  ["11111111111111111, 1M8GDM9AXKP042788",                    ["vehicle_vin"]],
  ["1M8GDM9A1KP042788",                                       []],
  ["11010519491231002X",                                      ["cn_prc_id"]],
  ["110105194912310021",                                      []],
  ["2 55 08 14 168 025 38",                                   ["fr_insee"]],
  ["2 55 08 14 168 025 39",                                   []],
  ["12345678Z, X1234567L",                                    ["es_dni_nie_nif", "es_dni_nie_nif"]],
  ["12345678A",                                               []],
  ["S1234567D, S1234567A",                                    ["sg_nric"]],
  ["19811228-9874",                                           ["se_personnummer"]],
  ["811228-9873",                                             []],
  ["900101-1234568",                                          ["kr_rrn"]],
  ["900101-1234567",                                          []],
  ["078-05-1120, 000-12-3456, 900-12-3456",                   ["social_security_number"]],
  ["Call +1 202 555 0100 about order 20260131-0042 on 2026-01-31", []],
];

describe("numbers and keys by their form", () => {
  for (const [text, types] of cases) {
    test(text, () =>
      assert.deepEqual(
        sensitiveIn(text).map(({ form }) => form.type),
        types,
      ),
    );
  }
  test("every form has a case that is found", () => {
    const found = new Set(cases.flatMap(([, types]) => types));
    assert.deepEqual(
      sensitiveForms.map(({ type }) => type).filter((type) => !found.has(type)),
      [],
    );
  });
});

describe("what rules see", () => {
  const find = 'any(beta.ml_extract_sensitive_information(body.plain.raw).elements, .type == "NAME")';
  // biome-ignore format: a table reads by column
  const rows: readonly (readonly [text: string, type: string, members: string])[] = [
    ["GB82 WEST 1234 5698 7654 32", "iban_code",         "t"],
    ["GB82 WEST 1234 5698 7654 32", "au_tfn",            "tfn"],
    ["nothing of the kind",         "iban_code",         "tfn"],
  ];
  for (const [text, type, members] of rows) {
    test(`${type} in ${text}`, () => {
      const { checked } = compileRule(find.replace("NAME", type), {
        schema: mailSchema,
        problemOf: patternError,
        wanted: "condition",
      });
      assert.ok(checked !== null);
      const { mask } = evaluate(checked, scopeOf(checked, mailSchema, hostOf(["From: a@example.com", "", text, ""])));
      assert.equal(["t", "f", "n"].filter((_, bit) => (mask & (1 << bit)) !== 0).join(""), members);
    });
  }
});

describe("hostile texts", () => {
  test("total on any text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => Array.isArray(sensitiveIn(text))));
  });
  test("sensitiveCharsMax: what lies behind is not looked at", () => {
    const text = `${" ".repeat(limits.sensitiveCharsMax)}AKIA${"ABCDEFGH".repeat(2)}`;
    assert.deepEqual(sensitiveIn(text), []);
    assert.equal(sensitiveIn(text.slice(30)).length, 1);
  });
  test("sensitiveFindsMax", () => {
    const keys = Array.from(
      { length: 2_000 },
      (_, n) =>
        `AKIA${"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[n % 32]}${"A".repeat(12)}${"ABC"[n % 3]}${"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[n % 26]}${"ABCDEFG"[n % 7]}`,
    );
    assert.equal(sensitiveIn(keys.join(" ")).length, limits.sensitiveFindsMax);
  });
  for (const unit of ["4", "4111 ", "eyJa", "eyJaaaaaaaaaaa.", "A", "GB82 ", "-----BEGIN ", "1 "]) {
    test(`linear on ${unit.trim()} again and again`, () => {
      const time = (chars: number) => {
        const before = process.cpuUsage();
        sensitiveIn(unit.repeat(chars / unit.length));
        const { user } = process.cpuUsage(before);
        return user / 1000;
      };
      time(10_000);
      const [small, large] = [time(100_000), time(400_000)];
      assert.ok(large < 12 * Math.max(small, 20), `${small} ms, ${large} ms`);
    });
  }
});

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Logins, type Whose } from "../../src/exposure/logins.ts";

const OWN = ["jo.berg@office.example", "jo@home.example"];
const logins = new Logins([...OWN, "al@office.example", "info@office.example", "info@press.example"]);

describe("whose a login is", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [user: string, whose: Whose])[] = [
    ["",                        "none"],
    ["jo.berg",                 "own"],
    ["office\\jo.berg",         "own"],
    ["office%5cjo.berg",        "own"],
    ["jo.berg@realm.test",      "own"],
    ["jo.berg@office.example",  "own"],
    ["al",                      "other"],
    ["al@realm.test",           "other"],
    ["al@office.example",       "other"],
    ["jberg",                   "unknown"],
    ["corp\\jberg",             "unknown"],
  ];
  for (const [user, whose] of cases) test(`${user}: ${whose}`, () => assert.equal(logins.whose(user, OWN), whose));

  test("a first part that two people have is nobody's", () => {
    assert.equal(logins.whose("info", ["info@office.example"]), "unknown");
    assert.equal(logins.whose("info@press.example", ["info@office.example"]), "other");
  });
});

/** Rules that look for literals among the elements of an array: skipped where no element holds one, and never where that is not known. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { evaluate, scopeOf } from "../../src/mql/evaluate.ts";
import { RuleSet } from "../../src/mql/rule-set.ts";
import type { ObjectType, Schema } from "../../src/mql/types.ts";
import { IS_TRUE, Undetermined, type Value } from "../../src/mql/value.ts";
import { checkedOf } from "./random-rules.ts";
import { hostOf, letter, livingSchema, SmallObject } from "./small-host.ts";

const link = (url: Value, text: Value = "x") => new SmallObject("Link", { url, text, visits: 1 });
const parted = (parts: Value) => new SmallObject("Link", { url: "u", text: "x", parts, visits: 1 });
const unknown = new Undetermined(["nlu"]);

function verdict(source: string, links: Value) {
  const checked = checkedOf(source);
  assert.ok(checked !== null, source);
  const host = hostOf(letter({ links, subject: "s" }));
  const plain = evaluate(checked, scopeOf(checked, livingSchema, host));
  const [outcome] = new RuleSet([checked], livingSchema).run(host);
  const compiled = outcome === undefined ? "no" : outcome.isMatch ? "match" : outcome.reasons.join();
  const expected = plain.mask === IS_TRUE ? "match" : (plain.mask & IS_TRUE) === 0 ? "no" : plain.reasons.join();
  assert.equal(compiled, expected, source);
  return compiled;
}

describe("literals among elements", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [rule: string, links: Value, said: string])[] = [
    ['any(links, .url == "abcd" and .visits == 1)',          [link("abcd")],                 "match"],
    ['any(links, .url =~ "ABCD")',                           [link("abcd")],                 "match"],
    ['any(links, .url in ("abcd", "efgh"))',                 [link("x"), link("efgh")],      "match"],
    ['any(links, strings.icontains(.url, "BCD", "xyz"))',    [link("abcd")],                 "match"],
    ['any(links, strings.ilike(.url, "a*cde*"))',            [link("abcdef")],               "match"],
    ["any(links, regex.contains(.url, 'ab(cd|ef)g'))",       [link("abefg")],                "match"],
    ['any(links, .url == "abcd")',                           [link("abc"), link("d")],       "no"],
    // The joined text has it across two elements, no element has.
    ['any(links, strings.contains(.url, "ab\\ncd"))',        [link("ab"), link("cd")],       "no"],
    ['any(links, .url == "abcd" or .text == "efgh")',        [link("x", "efgh")],            "match"],
    ['any(links, .url == "abcd" or .visits == 1)',           [link("x")],                    "match"],
    ['any(links, .url == "abcd")',                           [link(unknown), link("x")],     "nlu"],
    ['any(links, .url == "abcd")',                           [link(null)],                   "no"],
    ['any(links, .url == "abcd") is null',                   [link(null), link("x")],        "match"],
    ['not any(links, .url == "abcd")',                       [link("x")],                    "match"],
    ['not any(links, .url == "abcd")',                       [link(null)],                   "no"],
    ['any(links, .url == "abcd")',                           null,                           "no"],
    ['any(links, .url == "abcd")',                           unknown,                        "nlu"],
    ['any(links, .url == "")',                               [link("")],                     "match"],
    // Arrays in the elements.
    ['any(links, any(.parts, . == "abcd"))',                 [parted(["x"]), parted(["abcd"])], "match"],
    ['any(links, any(.parts, . == "abcd"))',                 [parted(["abc"]), parted(["d"])],  "no"],
    ['any(links, any(.parts, . == "abcd") and .visits == 1)', [parted(["abcd"])],            "match"],
    ['any(links, any(.parts, . == "abcd") or .url == "efgh")', [parted(["x"]), link("efgh")], "match"],
    ['any(links, any(.parts, . == "abcd" and ..url == "u"))', [parted(["abcd"])],            "match"],
    ['any(links, any(.parts, . == "abcd")) is null',         [parted(null), parted(["x"])],  "no"],
    ['any(links, any(.parts, . == "abcd")) is null',         [parted(["x", null])],          "match"],
    ['any(links, any(.parts, . == "abcd"))',                 [parted(unknown), parted(["x"])], "nlu"],
    ['any(links, any(.parts, . == "abcd"))',                 [parted(["x", unknown])],       "nlu"],
    ['not any(links, any(.parts, . == "abcd"))',             [parted(["x"]), parted([])],    "match"],
    // What a filter keeps.
    ['length(filter(links, .url == "abcd")) == 0',           [link("x"), link(null)],        "match"],
    ['length(filter(links, .url == "abcd")) == 1',           [link("x"), link("abcd")],      "match"],
    ['length(filter(links, .url == "abcd")) == 0',           [link("x"), link(unknown)],     "nlu"],
    ['length(filter(links, .url == "abcd")) == 0',           null,                           "match"],
    ['length(filter(links, .url == "abcd")) == 0',           unknown,                        "nlu"],
  ];
  for (const [rule, links, said] of cases) {
    test(`${rule} → ${said}`, () => assert.equal(verdict(rule, links), said));
  }

  test("mqlJoinedCharsMax: fields that are too long together are looked at one by one", () => {
    const long = "y".repeat(limits.mqlJoinedCharsMax);
    assert.equal(verdict('any(links, strings.contains(.url, "abcd"))', [link(`${long}abcd`)]), "match");
    assert.equal(verdict('any(links, strings.contains(.url, "abcd"))', [link(long)]), "no");
  });

  test("hundreds of rules read the field of each element once", () => {
    let reads = 0;
    const object = livingSchema.objects.get("Link");
    const url = object?.fields.get("url");
    assert.ok(object !== undefined && url !== undefined);
    const read: typeof url.read = (of) => {
      reads++;
      return url.read(of);
    };
    const counted: ObjectType = { ...object, fields: new Map([...object.fields, ["url", { ...url, read }]]) };
    const schema: Schema = { ...livingSchema, objects: new Map([...livingSchema.objects, ["Link", counted]]) };
    const rules = Array.from({ length: 300 }, (_, n) => checkedOf(`any(links, .url == "host-${n}.example")`));
    const set = new RuleSet(
      rules.filter((rule) => rule !== null),
      schema,
    );
    const links = Array.from({ length: 20 }, (_, n) => link(`other-${n}.example`));
    assert.deepEqual(set.run(hostOf(letter({ links }))), []);
    assert.equal(reads, 20);
  });
});

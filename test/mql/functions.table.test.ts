/** The language's own functions by table (mql.md, 9.1 to 9.4). */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { callBuiltin } from "../../src/mql/calls.ts";
import { type Outcome, RegexMatch } from "../../src/mql/outcome.ts";
import { Json, Undetermined } from "../../src/mql/value.ts";

const U = new Undetermined(["nlu"]);
const NONE: ReadonlyMap<string, Outcome> = new Map();

type Row = readonly [name: string, args: readonly Outcome[], result: Outcome];

// biome-ignore format: a table reads by column
const rows: readonly Row[] = [
  ["length", ["\u{1f4e7}"], 1],
  ["length", ["\u00e9ma\u00eel"], 5],
  ["length", [null], null],
  ["length", [["a", null]], 2],
  ["length", [new Json({ a: 1, b: 2 })], 2],
  ["length", [new Json([1])], 1],
  ["length", [new Json(5)], null],
  ["length", [U], U],
  ["coalesce", [null, "a", "b"], "a"],
  ["coalesce", [null, null], null],
  ["coalesce", [U, "a"], U],
  ["coalesce", ["a", U], "a"],
  ["flatten", [[["a"], [], ["b", ["c"]]]], ["a", "b", "c"]],
  ["flatten", [null], []],
  ["keys", [new Map([["x", 1], ["a", 2]])], ["x", "a"]],
  ["values", [new Map([["x", 1], ["a", 2]])], [1, 2]],
  ["min", [3, 1, 2], 1],
  ["max", [[3, null, 4]], 4],
  ["max", [null], null],
  ["strings.contains", ["Hello", "ell"], true],
  ["strings.contains", ["Hello", "ELL"], false],
  ["strings.icontains", ["Hello", "ELL"], true],
  ["strings.icontains", ["Hello", null, "x"], false],
  ["strings.icontains", ["Hello", null], null],
  ["strings.icontains", [null, "x"], null],
  ["strings.icontains", [new Json("Hello"), "HE"], true],
  ["strings.icontains", [new Json(5), "5"], null],
  ["strings.icontains", ["Hello", U], U],
  ["strings.icontains", ["STRASSE \u1e9e", "\u00df"], true],
  ["strings.starts_with", ["Hello", "He", "x"], true],
  ["strings.istarts_with", ["Hello", "hE"], true],
  ["strings.ends_with", ["Hello", "LO"], false],
  ["strings.iends_with", ["Hello", "LO"], true],
  ["strings.like", ["a*b", "a*b"], true],
  ["strings.ilike", ["PayPal Inc", "*paypal*"], true],
  ["strings.ilike", ["PayPal Inc", "paypal"], false],
  ["ilike", ["PayPal", "pay*"], true],
  ["strings.count", ["aaaa", "aa"], 2],
  ["strings.icount", ["aAxA", "a"], 3],
  ["strings.count", ["aaaa", ""], null],
  ["strings.levenshtein", ["kitten", "sitting"], 3],
  ["strings.levenshtein", ["", "abc"], 3],
  ["strings.levenshtein", ["abc", "abc"], 0],
  ["strings.levenshtein", ["ab", "aXb"], 1],
  ["strings.ilevenshtein", ["PayPal", "paypa1"], 1],
  ["strings.levenshtein", ["\u{1f4e7}", "a"], 1],
  ["strings.levenshtein", ["a\u{1f4e7}b", "a\u{1f4e8}b"], 1],
  ["strings.levenshtein", ["\ud83d", "\u{1f4e7}"], 1],
  ["strings.ilevenshtein", [null, "a"], null],
  ["strings.concat", ["a", "b", "c"], "abc"],
  ["strings.concat", [null, "x"], null],
  ["strings.replace_confusables", ["\u0430pple.com"], "apple.com"],
  ["strings.replace_confusables", ["\uff30\uff41ypal \u{1d40f}\u{1d41a}\u{1d432}"], "Paypal Pay"],
  ["strings.replace_confusables", ["\u24c5\u24d0\u24e8 \u{1f170}"], "Pay A"],
  ["strings.replace_confusables", ["\u0406\u0421loud \u0455\u0435cur\u0435"], "ICloud secure"],
  ["strings.replace_confusables", ["Micro\u217foft \u{1d426}"], "Micromoft m"],
  ["strings.replace_confusables", ["Jos\u00e9 M\u00fcller \u2019 \u2026 5\u00ba"], "Jos\u00e9 M\u00fcller \u2019 \u2026 5\u00ba"],
  ["strings.replace_confusables", ["\u13a0\u13ab"], "DJ"],
  ["strings.parse_json", ["{\"a\": 1}"], new Json({ a: 1 })],
  ["strings.parse_json", ["{"], null],
  ["strings.parse_json", ["5"], 5],
  ["strings.parse_float", [" 2.50 "], 2.5],
  ["strings.parse_float", ["2,5"], null],
  ["strings.decode_hex", ["48656c6C6f"], "Hello"],
  ["strings.decode_hex", ["4"], null],
  ["strings.scan_base64", ["nothing here"], []],
  ["strings.scan_base64", ["x aGVsbG8gd29ybGQ= y"], ["hello world"]],
  ["beta.scan_base64", ["aGVs\r\nbG8h"], ["hello!"]],
  ["strings.scan_base64", [null], null],
  ["strings.decode_base64", ["aGVsbG8="], "hello"],
  ["strings.decode_base64", ["aGVsbG8"], null],
  ["strings.decode_base64", ["????"], null],
  // First bytes of UTF-8: the least and the greatest of more than one byte, and their neighbours.
  ["strings.decode_base64", ["wqE="], "\u00a1"],
  ["strings.decode_base64", ["w6k="], "\u00e9"],
  ["strings.decode_base64", ["wYA="], null],
  ["strings.decode_base64", ["9I+/vw=="], "\u{10ffff}"],
  ["strings.decode_base64", ["9YCAgA=="], null],
  ["regex.contains", ["abc", "b"], true],
  ["regex.contains", ["abc", "x", "^a"], true],
  ["regex.contains", ["abc", null], null],
  ["regex.icontains", ["ABC", "b.$"], true],
  ["regex.match", ["abc", "b"], false],
  ["regex.match", ["abc", "a.*"], true],
  ["regex.match", ["ab", "a|ab"], true],
  ["regex.imatch", ["ABC", "abc"], true],
  ["regex.count", ["abcabc", "b."], 2],
  ["regex.icount", ["aAa", "a"], 3],
  ["regex.count", [null, "a"], null],
  ["regex.extract", [null, "a"], null],
  ["regex.contains", ["a\u00a0b", "a\\sb"], false],
  ["regex.contains", ["\u00e9", "\\w"], false],
  ["regex.contains", ["a\nb", "a.b"], false],
  ["regex.contains", ["ab\n", "b$"], false],
  ["regex.contains", ["x]y", "[]x]y"], true],
  ["regex.contains", ["\u212a", "k"], false],
  ["regex.icontains", ["\u212aey", "key"], true],
  ["regex.contains", ["pNC", "\\PNC"], true],
  ["regex.contains", ["abc", "("], new Undetermined(["error:regex.contains"])],
  ["hash.sha256", ["abc"], "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  ["hash.sha1", ["abc"], "a9993e364706816aba3e25717850c26c9cd0d89d"],
  ["hash.md5", ["abc"], "900150983cd24fb0d6963f7d28e17f72"],
];

describe("functions of the language", () => {
  for (const [name, args, result] of rows) {
    test(`${name}(${JSON.stringify(args)}) → ${JSON.stringify(result)}`, () => {
      assert.deepEqual(callBuiltin(name, args, NONE), result);
    });
  }

  test("regex.extract: one match, an unmatched capture is empty, names are there", () => {
    const found = callBuiltin("regex.extract", ["k=1", "(?P<k>\\w)=(\\d)(x)?"], NONE);
    const [match, ...more] = Array.isArray(found) ? found : [];
    assert.ok(match instanceof RegexMatch);
    assert.deepEqual(more, []);
    assert.deepEqual(match.groups, ["k", "1", ""]);
    assert.deepEqual(match.named_groups, new Map([["k", "k"]]));
    assert.equal(match.full_match, "k=1");
  });
});

describe("strings.scan_base64: keywords", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [text: string, keywords: Readonly<Record<string, Outcome>>, found: readonly string[]])[] = [
    ["aGVsbG8", {}, []],
    ["aGVsbG8", { ignore_padding: true }, ["hello"]],
    ["aGVs\nbG8h", { multiline: false }, ["hel", "lo!"]],
    ["aABlAGwAbABvAA==", { encodings: ["utf16-le"] }, ["hello"]],
    ["gIGCg4SF", {}, []],
    ["x=YUB1c2VyLmV4YW1wbGU_&y", { format: "url", ignore_padding: true }, ["a@user.example?"]],
    ["YUBiLmV4YW1wbGU%3D", { format: "url" }, ["a@b.example"]],
    // A run that begins later is tried where nothing else decodes.
    ["0aGVsbG8h", { ignore_padding: true }, ["hello!"]],
  ];
  for (const [text, keywords, found] of cases) {
    test(`${JSON.stringify(text)} ${JSON.stringify(keywords)}`, () => {
      assert.deepEqual(callBuiltin("strings.scan_base64", [text], new Map(Object.entries(keywords))), found);
    });
  }
});

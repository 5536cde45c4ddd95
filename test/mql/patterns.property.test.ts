/** Patterns: what the pre-filter leaves out never matches; time stays linear. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { RE2JS } from "re2js";
import { fold } from "../../src/mql/fold.ts";
import { requiredLiterals } from "../../src/mql/pattern-literals.ts";
import { Pattern } from "../../src/mql/patterns.ts";

const atom = fc.constantFrom(
  "a",
  "B",
  "abc",
  "xyz",
  ".",
  "\\d",
  "\\b",
  "[ab]",
  "[^a]",
  "\\.",
  "\\x62",
  "k",
  "^",
  "$",
  "\\pL",
);
const piece: fc.Arbitrary<string> = fc.letrec<{ piece: string; group: string }>((tie) => ({
  piece: fc
    .array(
      fc.tuple(
        fc.oneof({ depthSize: "small" }, atom, tie("group")),
        fc.constantFrom("", "", "", "*", "+?", "?", "{2}", "{0,1}"),
      ),
      { maxLength: 4 },
    )
    .map((parts) => parts.map(([text, times]) => (/^(?:\^|\$|\\b|)$/.test(text) ? text : text + times)).join("")),
  group: fc
    .tuple(fc.constantFrom("(", "(?:", "(?i:", "(?P<n>"), fc.array(tie("piece"), { minLength: 1, maxLength: 3 }))
    .map(([open, parts]) => `${open}${parts.join("|")})`.replace(/(?<=.)\(\?P<n>/g, "(?:")),
})).piece;

function compiles(source: string): boolean {
  try {
    RE2JS.compile(source);
    return true;
  } catch {
    return false;
  }
}

const RUNS = Number(process.env["FUZZ_RUNS"] ?? 1000);

/** With what reads neighbours, flags, and letters of several units. */
const oddPattern = fc
  .array(
    fc.oneof(
      piece,
      fc.constantFrom(
        "foo",
        "k",
        "\u{1f600}",
        "(?m)",
        "(?i)",
        "(?s)",
        "\\W",
        "\\B",
        "\\A",
        "\\z",
        "[^\\n]",
        "\\p{Greek}",
      ),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(""));
const oddLetter = fc.constantFrom(
  "a",
  "B",
  "foo",
  "FOO",
  "xyz",
  "_",
  "-----",
  "\n",
  "K",
  "\u017f",
  "\u03c2",
  "\u0130",
  "\ud83d",
  "\ude00",
  "\u{1f600}",
);
const oddText = fc.array(oddLetter, { maxLength: 40 }).map((parts) => parts.join(""));

describe("patterns", () => {
  test("the pre-filter and plain literals agree with the engine", () => {
    const text = fc.array(
      fc.constantFrom("a", "b", "abc", "xyz", "1", ".", "K", "\u212a", "\n", "\u{1f600}", "\ud83d"),
      { maxLength: 8 },
    );
    let matched = 0;
    fc.assert(
      fc.property(piece, text, fc.boolean(), (source, parts, isFolded) => {
        fc.pre(compiles(source));
        const pattern = new Pattern(source, isFolded);
        const engine = RE2JS.compile(source, isFolded ? RE2JS.CASE_INSENSITIVE : 0);
        const expected = engine.test(parts.join(""));
        if (expected) matched++;
        assert.equal(pattern.isIn(parts.join("")), expected);
      }),
      { numRuns: 2000 },
    );
    assert.ok(matched > 100, "the test has seen matches");
  });

  test("the walk over the automaton finds what the engine that keeps places finds, also where it jumps", () => {
    let matched = 0;
    fc.assert(
      fc.property(
        oddPattern,
        fc.array(oddText, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (pattern, texts, isFolded) => {
          fc.pre(compiles(pattern));
          const one = new Pattern(pattern, isFolded);
          const engine = RE2JS.compile(pattern, isFolded ? RE2JS.CASE_INSENSITIVE : 0);
          for (const each of texts) {
            const expected = engine.matcher(each).find();
            if (expected) matched++;
            assert.deepEqual(
              [one.matches(each), one.matches(each, fold(each)), one.isIn(each)],
              [expected, expected, expected],
            );
          }
        },
      ),
      { numRuns: RUNS },
    );
    assert.ok(matched > 100, "the test has seen matches");
  });

  test("matches and their number are those that the engine finds by itself, also where it is told where to begin", () => {
    const seen = { many: 0, empty: 0, grouped: 0 };
    fc.assert(
      fc.property(
        oddPattern,
        fc.array(oddText, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (source, texts, isFolded) => {
          fc.pre(compiles(source));
          const one = new Pattern(source, isFolded);
          const engine = RE2JS.compile(source, isFolded ? RE2JS.CASE_INSENSITIVE : 0);
          for (const text of texts) {
            const expected = [...engine.matchAll(text)].map((match) => ({
              type: "RegexMatch",
              full_match: match[0],
              groups: match.slice(1).map((group) => group ?? ""),
              named_groups: Object.entries(match.groups ?? {}).map(([name, group]) => [name, group ?? ""]),
            }));
            const found = [...one.all(text)].map((match) => ({ ...match, named_groups: [...match.named_groups] }));
            assert.deepEqual(found, expected, source);
            assert.equal(one.count(text), expected.length);
            if (expected.length > 1) seen.many++;
            if (expected.some(({ full_match: match }) => match === "")) seen.empty++;
            if (expected.some(({ groups }) => groups.some((group) => group !== ""))) seen.grouped++;
          }
        },
      ),
      { numRuns: RUNS },
    );
    assert.ok(Math.min(seen.many, seen.empty, 4 * seen.grouped) > RUNS / 10, JSON.stringify(seen));
  });

  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [pattern: string, needed: readonly (readonly string[])[]])[] = [
    ["\\d+ Invoice", [[" invoice"]]],
    ["pay(?:pal|ment) now", [["payment now", "paypal now"]]],
    ["a.*b", []],
    ["(?:foo|ba)", []],
    ["colou?rs", [["colors", "colours"]]],
    ["x{3}verify\\b", [["verify"]]],
    ["[[:punct:]]login", [["login"]]],
    ["(?i)^account$", [["account"]]],
    ["write.{0,9}(?:atob|eval)", [["write"], ["atob", "eval"]]],
    ["(?:<p>\\s*</p>){30,}", [["</p>"], ["<p>"]]],
    ["a|\\Qb\\E", []],
  ];
  for (const [source, needed] of cases) {
    test(`${source} needs ${JSON.stringify(needed)}`, () => {
      assert.deepEqual(
        requiredLiterals(source).sets.map((set) => [...set].sort()),
        needed,
      );
    });
  }

  test("patterns that a backtracking engine never ends on", () => {
    const text = `${"a".repeat(20_000)}!`;
    for (const source of ["(a+)+$", "(a|aa)+$", "(?:a?){50}a{50}b", "^(?:.*a){12}$"]) {
      assert.equal(new Pattern(source, false).isIn(text), false, source);
    }
  });
});

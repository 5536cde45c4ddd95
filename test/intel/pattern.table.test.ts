/** STIX patterns: what they say, and what is wrong with them, by the words of the specification (STIX 2.1, section 9). */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { candidateValues } from "../../src/intel/pattern/candidates.ts";
import { networkOf } from "../../src/intel/pattern/compare.ts";
import { evaluatePattern } from "../../src/intel/pattern/evaluate.ts";
import type { Observation, StixObject } from "../../src/intel/pattern/observation.ts";
import { parsePattern } from "../../src/intel/pattern/parser.ts";

const MINUTE = 60_000;

function seen(at: number, ...objects: readonly StixObject[]): Observation {
  return { objects: new Map(objects.map((object, index) => [String(index), object])), first: at, last: at, count: 1 };
}

const domain = (value: string): StixObject => ({ type: "domain-name", value });
const url = (value: string): StixObject => ({ type: "url", value });

/** `match 0 2`, `no-match`, `undetermined`, or the problem. */
function outcome(text: string, observations: readonly Observation[]): string {
  const parsed = parsePattern(text);
  if (!parsed.ok) return `problem at ${parsed.problem.span.start}: ${parsed.problem.message}`;
  const found = evaluatePattern(parsed.pattern, observations);
  return found.kind === "match" ? ["match", ...found.observations].join(" ") : found.kind;
}

const week = [
  seen(0, domain("news.example"), url("http://news.example/a?u=1")),
  seen(MINUTE, domain("other.example")),
  seen(2 * MINUTE, { type: "ipv4-addr", value: "192.0.2.7" }),
  seen(60 * MINUTE, domain("news.example")),
];

describe("what matches", () => {
  const rows: readonly (readonly [pattern: string, expected: string])[] = [
    ["[domain-name:value = 'news.example']", "match 0"],
    ["[domain-name:value = 'nobody.example']", "no-match"],
    ["[domain-name:value NOT = 'news.example']", "match 1"],
    ["[domain-name:value IN ('x.example', 'other.example')]", "match 1"],
    ["[domain-name:value LIKE '%.example' AND domain-name:value LIKE 'o_her%']", "match 1"],
    ["[url:value MATCHES '^http://news\\\\.example/']", "match 0"],
    ["[ipv4-addr:value ISSUBSET '192.0.2.0/24']", "match 2"],
    ["[ipv4-addr:value ISSUBSET '198.51.100.0/24']", "no-match"],
    ["[EXISTS url:value]", "match 0"],
    ["[domain-name:value = 'news.example' AND url:value LIKE '%u=1']", "match 0"],
    ["[domain-name:value = 'news.example'] AND [domain-name:value = 'other.example']", "match 0 1"],
    ["[domain-name:value = 'news.example'] FOLLOWEDBY [domain-name:value = 'other.example']", "match 0 1"],
    ["[ipv4-addr:value = '192.0.2.7'] FOLLOWEDBY [domain-name:value = 'other.example']", "no-match"],
    ["[domain-name:value = 'news.example'] REPEATS 2 TIMES", "match 0 3"],
    ["([domain-name:value = 'news.example'] REPEATS 2 TIMES) WITHIN 300 SECONDS", "no-match"],
    ["([domain-name:value = 'news.example'] REPEATS 2 TIMES) WITHIN 3600 SECONDS", "match 0 3"],
    ["[domain-name:value = 'news.example'] START t'1970-01-01T00:30:00Z' STOP t'1970-01-02T00:00:00Z'", "match 3"],
    ["/* why */ [domain-name:value = 'news.example'] // and more", "match 0"],
  ];
  for (const [pattern, expected] of rows) test(pattern, () => assert.equal(outcome(pattern, week), expected));
});

describe("hashes compare by what they are, however they are written", () => {
  const small = "ab".repeat(32);
  const file = { type: "file", name: "Brief.doc", hashes: { "SHA-256": small, SSDEEP: "3:aB:cD" } };
  const rows: readonly (readonly [pattern: string, expected: string])[] = [
    [`[file:hashes.'SHA-256' = '${small.toUpperCase()}']`, "match 0"],
    [`[file:hashes.'SHA-256' = '${small.toUpperCase()}' AND file:name = 'Brief.doc']`, "match 0"],
    [`[file:hashes.'SHA-256' IN ('${"0".repeat(64)}', '${small.toUpperCase()}')]`, "match 0"],
    [`[file:hashes.'SHA-256' != '${small.toUpperCase()}']`, "no-match"],
    ["[file:hashes.'SHA-256' LIKE 'ABAB%']", "match 0"],
    ["[file:hashes.'SHA-256' MATCHES '^[A-F0-9]+$']", "match 0"],
    ["[file:hashes.'SHA-256' MATCHES '^\\\\W']", "no-match"],
    ["[file:hashes.SSDEEP = '3:AB:CD']", "no-match"],
    ["[file:name = 'brief.DOC']", "no-match"],
  ];
  for (const [pattern, expected] of rows)
    test(pattern, () => assert.equal(outcome(pattern, [seen(0, file)]), expected));
});

describe("what is no pattern says where and what is missing", () => {
  const rows: readonly (readonly [pattern: string, expected: RegExp])[] = [
    ["", /^problem at 0: the pattern ends where "\[" is needed/],
    ["[domain-name:value = ]", /^problem at 21: "\]" stands where a value/],
    ["[domain-name.value = 'x']", /^problem at 1: .*where ":" is needed|^problem at 12/],
    ["[a:b = 'x'", /^problem at 10: the pattern ends where "\]" is needed/],
    ["[a:b = 'x'] WITHIN 0 SECONDS", /more than 0 seconds/],
    ["[a:b = 'x'] within 5 SECONDS", /where an operator or the end/],
    ["[a:b IN ('x', 2)]", /of one kind/],
    ["[a:b LIKE 2]", /LIKE needs a text/],
    ["[file:hashes.'SHA-256' = 'f00']", /64 hex digits/],
    [`${"(".repeat(limits.patternDepthMax + 1)}[a:b = 1]`, /fewer brackets/],
    ["x".repeat(limits.patternCharsMax + 1), /longer than/],
  ];
  for (const [pattern, expected] of rows) {
    test(pattern.slice(0, 60), () => assert.match(outcome(pattern, []), expected));
  }
});

describe("what would take too long is undetermined, not no", () => {
  test("more ways than patternStepsMax", () => {
    const many = Array.from({ length: 60 }, (_, at) => seen(at, domain(`d${at}.example`)));
    const same = Array.from({ length: 9 }, () => "[EXISTS domain-name:value]").join(" AND ");
    assert.equal(outcome(`(${same}) AND [url:value = 'none']`, many), "undetermined");
  });
  test("a count above patternRepeatsMax is no more than that", () => {
    const often = { ...seen(0, domain("news.example")), count: 1e9 };
    assert.equal(outcome(`[EXISTS domain-name:value] REPEATS ${limits.patternRepeatsMax} TIMES`, [often]), "match 0");
    assert.equal(
      outcome(`[EXISTS domain-name:value] REPEATS ${limits.patternRepeatsMax + 1} TIMES`, [often]),
      "no-match",
    );
  });
  test("what only a backtracking engine knows", () => {
    assert.equal(outcome("[domain-name:value MATCHES '(a)\\\\1']", week), "undetermined");
  });
  test("a pattern made against backtracking is answered at once", () => {
    const long = [seen(0, domain(`${"a".repeat(50_000)}!`))];
    assert.equal(outcome("[domain-name:value MATCHES '^(a+)+$']", long), "no-match");
  });
});

describe("which values an index must be asked for", () => {
  const rows: readonly (readonly [pattern: string, expected: readonly string[] | null])[] = [
    ["[domain-name:value = 'a.example']", ["a.example"]],
    ["[domain-name:value IN ('a.example', 'b.example')]", ["a.example", "b.example"]],
    ["[email-message:subject LIKE 'x%' AND email-message:from_ref.value = 'a@b.example']", ["a@b.example"]],
    ["[domain-name:value = 'a.example' OR url:value LIKE 'x%']", null],
    [
      "[domain-name:value = 'a.example'] FOLLOWEDBY [url:value = 'http://b.example/']",
      ["a.example", "http://b.example/"],
    ],
    ["[domain-name:value NOT = 'a.example']", null],
  ];
  for (const [pattern, expected] of rows) {
    test(pattern, () => {
      const parsed = parsePattern(pattern);
      assert.ok(parsed.ok);
      assert.deepEqual(candidateValues(parsed.pattern), expected);
    });
  }
});

describe("networks", () => {
  const rows: readonly (readonly [text: string, expected: string])[] = [
    ["192.0.2.1", "32/32"],
    ["192.0.2.0/24", "24/32"],
    ["2001:db8::1", "128/128"],
    ["2001:db8::/32", "32/128"],
    ["192.0.2.256", "none"],
    ["1::2::3", "none"],
    ["192.0.2.1/33", "none"],
  ];
  for (const [text, expected] of rows) {
    test(text, () => {
      const network = networkOf(text);
      assert.equal(network === null ? "none" : `${network.bits}/${network.width}`, expected);
    });
  }
});

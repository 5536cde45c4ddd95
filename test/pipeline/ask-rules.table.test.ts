/** Which way a message went, where the user said whose mail it is: what is known when it is read, and what is left to judging. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import type { Sha256 } from "../../src/base/brand.ts";
import { mailSchema } from "../../src/mdm/schema.ts";
import { patternError } from "../../src/mql/patterns.ts";
import { analyse } from "../../src/pipeline/analyse.ts";
import { findingRules } from "../../src/rules/finding-rule.ts";
import { loadRules } from "../../src/rules/load-rules.ts";
import { RuleDesk } from "../../src/rules/rule-desk.ts";
import { createTokenFinder } from "../../src/signals/tokens.ts";

const world = { schema: mailSchema, problemOf: patternError };

/** The rest of a rule, empty for a match; null where it does not match. */
function rest(source: string, owners: readonly string[], headers: readonly string[]): string | null {
  const text = `name: a\ntype: rule\nseverity: low\nsource: |\n  ${source}\n`;
  const { rules } = findingRules(loadRules([{ path: "a.yml", text }], world).ready, world);
  const bytes = Buffer.from([...headers, "", "Hello."].join("\r\n"));
  const raw = {
    bytes,
    size: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex") as Sha256,
    key: "0",
    location: { path: "a", offset: 0, length: bytes.length, folder: "", marks: [] },
    fidelity: "original" as const,
    outlook: null,
    problems: [],
    atSourceEnd: false,
  };
  const { record } = analyse(raw, { owners, finder: createTokenFinder(), desk: new RuleDesk(rules, mailSchema) });
  return record.rules?.answers[0]?.rest ?? null;
}

const FROM_OTHER = ["From: eve@other.example", "To: ada@office.example", "Received: from a.example by b.example"];
const FROM_OWNER = ["From: ada@office.example", "To: bo@other.example"];
const TAKEN = "Received: from a.example by b.example";
const RESULTS = ["Authentication-Results: mx.other.example; spf=pass smtp.mailfrom=evil@evil.example"];

// biome-ignore format: a table reads by column
const rows: readonly (readonly [what: string, source: string, owners: readonly string[], headers: readonly string[], rest: string | null])[] = [
  ["nobody said who the owner is",     "type.inbound",  [],                       FROM_OTHER,                 "type.inbound"],
  ["from somebody else",               "type.inbound",  ["ada@office.example"],   FROM_OTHER,                 ""],
  ["from somebody else, by domain",    "type.inbound",  ["@office.example"],      FROM_OTHER,                 ""],
  ["from somebody else",               "type.outbound", ["ada@office.example"],   FROM_OTHER,                 null],
  ["the owner's own copy",             "type.outbound", ["ada@office.example"],   FROM_OWNER,                 ""],
  // A pass of a stranger's domain vouches for nobody: judging compares domains.
  ["in the owner's name, received",    "type.inbound",  ["ada@office.example"],   [...RESULTS, ...FROM_OWNER], "type.inbound"],
  // Nobody recorded a result: whether a forger wrote it only its place can tell.
  ["the same, nothing recorded",       "type.inbound",  ["ada@office.example"],   [TAKEN, ...FROM_OWNER],     "type.inbound"],
  ["the owner's domain is known",      '"office.example" in $org_domains', ["ada@office.example"], FROM_OTHER, ""],
  ["a small provider's neither",       '"riseup.net" in $org_domains',     ["ada@riseup.net"],     FROM_OTHER, null],
  ["unless the user says it is",       '"riseup.net" in $org_domains',     ["@riseup.net"],        FROM_OTHER, ""],
  ["a provider's domain is no owner's", '"gmail.com" in $org_domains',     ["ada@gmail.com"],      FROM_OTHER, null],
];

for (const [what, source, owners, headers, expected] of rows) {
  test(`${what}: ${source}`, () => assert.equal(rest(source, owners, headers), expected));
}

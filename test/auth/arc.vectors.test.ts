/** The ARC validation suite of ValiMail (RFC 8617), where the corpus is beside the project. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { parseAllDocuments } from "yaml";
import { checkArc } from "../../src/auth/arc.ts";
import { nothingKnown } from "../../src/auth/resolver.ts";
import { parseMessage } from "../../src/mail/parse.ts";
import { unpackSet } from "../../tools/corpus.ts";
import { zoneResolver } from "../support/zone.ts";

const folder = unpackSet("auth");

interface Scenario {
  readonly description: string;
  readonly tests: Readonly<Record<string, { readonly message: string; readonly cv: string }>>;
  readonly "txt-records"?: Readonly<Record<string, string>>;
}

/** Case → what ours gives, and why. */
const exceptions: Readonly<Record<string, readonly [state: string, why: string]>> = {
  cv_fail_i1_as_cv_fail: [
    "fail",
    "a seal that says fail: the suite has no word for a chain that was broken before (5.2 step 2)",
  ],
  cv_fail_i2_as2_fail: ["fail", "the same"],
  cv_fail_i2_as1_fail: ["fail", "the same"],
  ams_fields_h_empty: [
    "fail",
    "it signs no field; RFC 6376 3.5 wants one at least, and such a signature vouches for none",
  ],
};

describe("ARC suite", { skip: folder === null ? "no corpus beside the project" : false }, () => {
  if (folder === null) return;
  const text = readFileSync(join(folder, "arc/arc-draft-validation-tests.yml"), "utf8");
  const scenarios = parseAllDocuments(text, { uniqueKeys: false })
    .map((document) => document.toJS() as Scenario | null)
    .filter((scenario) => scenario !== null);
  let seen = 0;
  for (const { description, tests, "txt-records": texts = {} } of scenarios) {
    const resolver = zoneResolver(Object.fromEntries(Object.entries(texts).map(([name, TXT]) => [name, [{ TXT }]])));
    for (const [name, { message, cv }] of Object.entries(tests)) {
      seen += 1;
      test(`${description.trim()}: ${name}`, () => {
        const parsed = parseMessage(Buffer.from(message));
        const expected = exceptions[name]?.[0] ?? String(cv ?? "none").toLowerCase();
        assert.equal(checkArc(parsed, resolver).state, expected);
        // Without any key nothing may pass; what failed by its form or body still does.
        const unknown = checkArc(parsed, nothingKnown).state;
        assert.ok(unknown !== "pass" && (expected !== "none" || unknown === "none"), unknown);
      });
    }
  }
  test("all cases were looked at", () => assert.equal(seen, 171));
});

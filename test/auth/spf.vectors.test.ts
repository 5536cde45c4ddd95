/** The openspf.org suites for RFC 4408 and RFC 7208, where the corpus is beside the project. Each case that differs is named with its reason. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { parseAllDocuments } from "yaml";
import { checkSpf } from "../../src/auth/spf.ts";
import { parseIp } from "../../src/mail/ip-address.ts";
import { unpackSet } from "../../tools/corpus.ts";
import { type Zone, zoneResolver } from "../support/zone.ts";

const folder = unpackSet("auth");

interface Case {
  readonly helo: string;
  readonly host: string;
  readonly mailfrom: string;
  readonly result: string | readonly string[];
  readonly explanation?: string;
}

interface Scenario {
  readonly description?: string;
  readonly comment?: string;
  readonly tests: Readonly<Record<string, Case>>;
  readonly zonedata: Zone;
}

/** Case → why ours differs, and what it gives. */
type Exceptions = Readonly<Record<string, readonly [result: string, why: string]>>;

const suites: readonly (readonly [file: string, cases: number, exceptions: Exceptions])[] = [
  ["rfc7208-tests.yml", 203, {}],
  ["rfc4408-tests.yml", 191, {}],
  [
    "test.yml",
    16,
    {
      "default-modifier": ["neutral", "`default=` is of a draft before RFC 4408; for the RFC an unknown modifier"],
      "default-modifier-harsh": ["neutral", "the same, with a result that is no result of SPF"],
    },
  ],
];

for (const [file, count, exceptions] of suites) {
  describe(`SPF suite ${file}`, { skip: folder === null ? "no corpus beside the project" : false }, () => {
    if (folder === null) return;
    const scenarios = parseAllDocuments(readFileSync(join(folder, "spf", file), "utf8"), { uniqueKeys: false })
      .map((document) => document.toJS() as Scenario | null)
      .filter((scenario) => scenario !== null);
    let seen = 0;
    for (const { description = "", comment = "", tests, zonedata } of scenarios) {
      const resolver = zoneResolver(zonedata);
      for (const [name, one] of Object.entries(tests)) {
        seen += 1;
        test(`${(description || comment).trim()}: ${name}`, () => {
          const ip = parseIp(String(one.host));
          assert.ok(ip !== null, "the case has no address");
          const answer = checkSpf({ ip, mailFrom: one.mailfrom ?? "", helo: one.helo ?? "" }, resolver);
          const [expected] = exceptions[name] ?? [];
          const allowed = expected === undefined ? [one.result].flat().map(String) : [expected];
          assert.ok(allowed.includes(answer.result), `${answer.result} is not ${allowed.join(" or ")}`);
          if (one.explanation !== undefined && one.explanation !== "DEFAULT") {
            assert.equal(answer.explanation, one.explanation);
          }
        });
      }
    }
    test("all cases were looked at", () => assert.equal(seen, count));
  });
}

/**
 * Messages of other verifiers' tests, where the corpus is beside the project: with the keys that the sets bring along they verify or fail
 * as their folder or name says; of the others the body hash alone is compared.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { checkArc } from "../../src/auth/arc.ts";
import { checkDkim } from "../../src/auth/dkim.ts";
import { nothingKnown, type Resolver } from "../../src/auth/resolver.ts";
import { lookUpKey } from "../../src/auth/signature-key.ts";
import type { Message } from "../../src/mail/message.ts";
import { parseMessage } from "../../src/mail/parse.ts";
import { unpackSet } from "../../tools/corpus.ts";
import { casesOf, recordedKeys } from "../support/recorded-keys.ts";

const folder = unpackSet("auth");
const skip = folder === null ? "no corpus beside the project" : false;

function outcomes(message: Message, resolver: Resolver): string {
  return checkDkim(message, resolver, null)
    .signatures.map(({ outcome, body }) => (outcome === "key-unknown" ? `${outcome}, body ${body}` : outcome))
    .join(" ");
}

describe("messages with their keys (stalwart-mail-auth)", { skip }, () => {
  if (folder === null) return;
  const keys = recordedKeys(folder);
  // A list changed the body after the third signature of arc/001.
  const expected: Readonly<Record<string, string>> = { "arc/001.txt": "verified verified body-differs" };
  let seen = 0;
  for (const kind of ["dkim", "arc"]) {
    for (const { name, message } of casesOf(folder, kind)) {
      seen += 1;
      test(`${kind}/${name}`, () => {
        const parsed = parseMessage(message);
        const wanted = expected[`${kind}/${name}`];
        if (wanted === undefined) assert.match(outcomes(parsed, keys), /^verified(?: verified)*$/);
        else assert.equal(outcomes(parsed, keys), wanted);
        assert.equal(checkArc(parsed, keys).state, kind === "arc" ? "pass" : "none");
        // The last byte that means something, changed: nothing verifies any more.
        const end = message.toString("latin1").trimEnd().length;
        const cut = parseMessage(
          Buffer.concat([message.subarray(0, end - 1), Buffer.from("#"), message.subarray(end)]),
        );
        assert.doesNotMatch(outcomes(cut, keys), /verified|invalid/);
        assert.notEqual(checkArc(cut, keys).state, "pass");
      });
    }
  }
  test("all were looked at", () => assert.equal(seen, 8));
});

/** A set of messages: its file names, what they must give, how many there are. */
interface MessageSet {
  readonly at: string;
  readonly files: RegExp;
  readonly count: number;
  readonly dkim: (name: string) => string;
  readonly arc?: (name: string) => string;
}

const KEY_UNKNOWN = "key-unknown, body matches";

const sets: readonly MessageSet[] = [
  {
    at: "spamassassin-dkim",
    files: /^test-(?:pass|fail)-\d+\.msg$/,
    count: 32,
    // All of them fail by their header or key, none by its body. The first has a DomainKeys signature only.
    dkim: (name) => (name === "test-fail-01.msg" ? "" : KEY_UNKNOWN),
  },
  {
    at: "dkim_verifier",
    files: /^rfc(?:6376|8463)-A\.\d[^/]*\.eml$/,
    count: 7,
    dkim: (name) => {
      if (name.includes("body_modified")) return "body-differs";
      if (name.includes("subject_modified")) return "invalid";
      if (name.includes("missing_v")) return "malformed";
      if (name.includes("key_algo_mismatch")) return "key-unusable key-unusable";
      // The list's id that is ill-formed is a field that nobody signed.
      return name.startsWith("rfc8463") ? "verified verified" : "verified";
    },
  },
  {
    at: "mailauth/fixtures",
    files: /^arc-.*\.eml$/,
    count: 5,
    dkim: (name) => (name.includes("3") || name === "arc-pass.eml" ? KEY_UNKNOWN : `${KEY_UNKNOWN} ${KEY_UNKNOWN}`),
    arc: (name) => (name.startsWith("arc-fail") ? "fail" : "pass"),
  },
  {
    at: "mailauth/dkim/ec/fixtures",
    files: /^signed\.eml$/,
    count: 1,
    dkim: () => "verified verified",
  },
  {
    at: "zk-email",
    files: /\.eml$/,
    count: 8,
    dkim: (name) => {
      if (name === "multi-dkim-sig.eml") return `${KEY_UNKNOWN} ${KEY_UNKNOWN}`;
      return /tampered|bodyless/.test(name) ? "body-differs" : KEY_UNKNOWN;
    },
  },
];

/** The key of RFC 6376 A.2 is in another set under another name, for that name alone. */
function withRfcKey(keys: Resolver): Resolver {
  return (name, type) => {
    if (name !== "brisbane._domainkey.example.com") return keys(name, type);
    const answer = keys("rsa._domainkey.manchego.org", type);
    return answer.kind === "records"
      ? { kind: "records", values: answer.values.map((text) => text.replace("t=s; ", "")) }
      : answer;
  };
}

for (const { at, files, count, dkim, arc } of sets) {
  describe(at, { skip }, () => {
    if (folder === null) return;
    const keys = withRfcKey(recordedKeys(folder));
    assert.equal(lookUpKey("brisbane", "example.com", keys).kind, "found");
    const names = readdirSync(join(folder, at)).filter((name) => files.test(name));
    for (const name of names) {
      test(name, () => {
        const message = parseMessage(readFileSync(join(folder, at, name)));
        assert.equal(outcomes(message, keys), dkim(name));
        if (arc !== undefined) assert.equal(checkArc(message, keys).state, arc(name));
        assert.doesNotMatch(outcomes(message, nothingKnown), /verified|invalid|weak|expired/);
      });
    }
    test("all were looked at", () => assert.equal(names.length, count));
  });
}

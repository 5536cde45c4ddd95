/** What each signature shows: verified, changed, weak, or not to be known, and why (RFC 6376, 8301, 8463). */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { checkDkim, type DkimCheck } from "../../src/auth/dkim.ts";
import { type Answer, FAILED, NO_RECORD, nothingKnown, type Resolver, UNKNOWN } from "../../src/auth/resolver.ts";
import { limits } from "../../src/base/limits.ts";
import { parseMessage } from "../../src/mail/parse.ts";
import { ed25519Signer, keyRecord, rsaSigner, type Signer, type SignOptions, signature } from "../support/signer.ts";

const ED = ed25519Signer(7);
const RSA = rsaSigner(1024);
const HEAD = ["From: Ada <ada@example.org>", "To: bob@example.net", "Subject: the \t papers\r\n of  May "];
const BODY = "Good  morning,\r\n\r\nthe papers. \r\n\r\n\r\n";

function text(lines: readonly string[], body: string): Buffer {
  return Buffer.from(`${lines.join("\r\n")}\r\n\r\n${body}`, "latin1");
}

function publishes(...records: readonly string[]): Resolver {
  return (name, type) =>
    name === "k1._domainkey.example.org" && type === "TXT" ? { kind: "records", values: records } : UNKNOWN;
}

function first(bytes: Buffer, resolver: Resolver, receivedMs: number | null = null): DkimCheck {
  const [check] = checkDkim(parseMessage(bytes), resolver, receivedMs).signatures;
  assert.ok(check !== undefined, "no signature was found");
  return check;
}

function signed(signer: Signer, options: SignOptions = {}, body = BODY): Buffer {
  return text([signature(signer, HEAD, body, options), ...HEAD], body);
}

describe("a signature verifies", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, signer: Signer, options: SignOptions])[] = [
    ["relaxed",                 RSA, {}],
    ["simple",                  RSA, { header: "simple", body: "simple" }],
    ["simple header",           RSA, { header: "simple" }],
    ["simple body",             RSA, { body: "simple" }],
    ["Ed25519",                 ED,  {}],
    ["Ed25519, simple",         ED,  { header: "simple", body: "simple" }],
    ["RSAPublicKey",            rsaSigner(1024, "pkcs1"), {}],
    ["more names than fields",  RSA, { names: ["from", "from", "subject", "cc"] }],
    ["a part of the body",      RSA, { lengthMax: 10 }],
    ["identity below",          RSA, { tags: "i=@news.example.org; " }],
    ["not yet expired",         RSA, { tags: "t=1700000000; x=1900000000; " }],
  ];
  for (const [name, signer, options] of cases) {
    test(name, () => {
      const bytes = signed(signer, options);
      const check = first(bytes, publishes(keyRecord(signer)), 1_800_000_000_000);
      assert.deepEqual(
        [check.outcome, check.body, check.domain, check.selector],
        ["verified", "matches", "example.org", "k1"],
      );
      const { start, end } = check.span;
      assert.match(bytes.toString("latin1", start, end), /^DKIM-Signature:/);
      // However a mailbox stores the lines.
      const stored = Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
      assert.equal(first(stored, publishes(keyRecord(signer))).outcome, "verified");
    });
  }
  test("an empty body, either way", () => {
    for (const body of ["", "\r\n", "\r\n\r\n"]) {
      for (const form of ["simple", "relaxed"] as const) {
        assert.equal(first(signed(RSA, { body: form }, body), publishes(keyRecord(RSA))).outcome, "verified", form);
      }
    }
  });
});

describe("a signature that shows nothing, or something else", () => {
  const good = signed(RSA).toString("latin1");
  const changed = (from: string | RegExp, to: string): Buffer => {
    assert.ok(good.search(from) >= 0, "nothing to change");
    return Buffer.from(good.replace(from, to), "latin1");
  };
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, bytes: Buffer, outcome: DkimCheck["outcome"], body: DkimCheck["body"]])[] = [
    ["the body was changed",        changed("papers. ", "payers. "),                     "body-differs", "differs"],
    ["a line was added",            Buffer.from(`${good}A list's footer\r\n`, "latin1"), "body-differs", "differs"],
    ["blank lines at the end",      Buffer.from(`${good}\r\n\r\n`, "latin1"),            "verified",     "matches"],
    ["white space in the body",     changed("Good  morning", "Good \t morning"),         "verified",     "matches"],
    ["the subject was changed",     changed("the \t papers", "the old papers"),          "invalid",      "matches"],
    ["white space in the subject",  changed("the \t papers", "the papers"),              "verified",     "matches"],
    ["an unsigned field",           changed("To: bob@", "To: eve@"),                     "verified",     "matches"],
    ["a From above",                changed("From: Ada", "From: eve@attacker.test\r\nFrom: Ada"), "verified", "matches"],
    ["a From below",                changed("To: bob", "From: eve@attacker.test\r\nTo: bob"), "invalid",  "matches"],
    ["another version",             changed("v=1;", "v=2;"),                             "malformed",    "unchecked"],
    ["no version",                  changed("v=1; ", ""),                                "malformed",    "unchecked"],
    ["From is not signed",          changed("h=from:", "h="),                            "malformed",    "unchecked"],
    ["a tag twice",                 changed("v=1;", "v=1; v=1;"),                        "malformed",    "unchecked"],
    ["a foreign identity",          changed("v=1;", "v=1; i=@example.net;"),             "malformed",    "unchecked"],
    ["an identity beside it",       changed("v=1;", "v=1; i=@notexample.org;"),          "malformed",    "unchecked"],
    ["an unknown algorithm",        changed("rsa-sha256", "rsa-md5"),                    "malformed",    "unchecked"],
    ["an unknown form",             changed("c=relaxed/", "c=nofws/"),                   "malformed",    "unchecked"],
    ["expired before it was made",  changed("v=1;", "v=1; t=20; x=10;"),                 "malformed",    "unchecked"],
    ["longer than the body",        changed("v=1;", "v=1; l=9999;"),                     "malformed",    "unchecked"],
    ["a length that is none",       changed("v=1;", "v=1; l=-1;"),                       "malformed",    "unchecked"],
    ["no tags",                     changed(/DKIM-Signature: [\s\S]*?(?=\r\nFrom)/, "DKIM-Signature: x"), "malformed", "unchecked"],
  ];
  for (const [name, bytes, outcome, body] of cases) {
    test(`${name}: ${outcome}`, () => {
      const check = first(bytes, publishes(keyRecord(RSA)));
      assert.deepEqual([check.outcome, check.body], [outcome, body], check.why);
      // What needs no key is the same without one; nothing else fails or passes.
      const without = first(bytes, nothingKnown);
      const needsNone = outcome === "malformed" || outcome === "body-differs";
      assert.deepEqual([without.outcome, without.body], [needsNone ? outcome : "key-unknown", body]);
    });
  }
});

describe("what is known of the key decides", () => {
  const answers =
    (answer: Answer): Resolver =>
    () =>
      answer;
  const other = rsaSigner(1024);
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, resolver: Resolver, outcome: DkimCheck["outcome"]])[] = [
    ["nobody recorded it",        nothingKnown,                                      "key-unknown"],
    ["no server answered",        answers(FAILED),                                   "key-failed"],
    ["it is gone",                answers(NO_RECORD),                                "key-missing"],
    ["it was revoked",            publishes("v=DKIM1; k=rsa; p="),                   "key-revoked"],
    ["it is another's",           publishes(keyRecord(other)),                       "invalid"],
    ["the second of two",         publishes(keyRecord(other), keyRecord(RSA)),       "verified"],
    ["one beside junk",           publishes("hello", keyRecord(RSA)),                "verified"],
    ["it is of another kind",     publishes(keyRecord(ED)),                          "key-unusable"],
    ["it is no key",              publishes("v=DKIM1; k=rsa; p=AAAA"),               "key-unusable"],
    ["another text",              publishes("v=spf1 -all"),                          "key-unusable"],
    ["another version",           publishes(keyRecord(RSA).replace("DKIM1", "DKIM2")), "key-unusable"],
    ["no version",                publishes(keyRecord(RSA).replace("v=DKIM1; ", "")), "verified"],
    ["not for mail",              publishes(keyRecord(RSA, "s=tlsrpt; ")),           "key-unusable"],
    ["for everything",            publishes(keyRecord(RSA, "s=*; ")),                "verified"],
    ["for another hash",          publishes(keyRecord(RSA, "h=sha1; ")),             "key-unusable"],
    ["for both hashes",           publishes(keyRecord(RSA, "h=sha1:sha256; ")),      "verified"],
    ["strict, the domain itself", publishes(keyRecord(RSA, "t=s; ")),                "verified"],
  ];
  for (const [name, resolver, outcome] of cases) {
    test(`${name}: ${outcome}`, () => assert.equal(first(signed(RSA), resolver).outcome, outcome));
  }
  test("strict, for a name below", () => {
    assert.equal(
      first(signed(RSA, { tags: "i=@a.example.org; " }), publishes(keyRecord(RSA, "t=s; "))).outcome,
      "key-unusable",
    );
  });
  test("a short key, SHA-1 and an old signature verify and prove less", () => {
    const short = rsaSigner(512);
    assert.equal(first(signed(short), publishes(keyRecord(short))).outcome, "weak");
    assert.equal(first(signed(RSA, { hash: "sha1" }), publishes(keyRecord(RSA))).outcome, "weak");
    const old = signed(RSA, { tags: "x=1700000000; " });
    assert.equal(first(old, publishes(keyRecord(RSA)), 1_700_000_000_001).outcome, "expired");
    assert.equal(first(old, publishes(keyRecord(RSA)), 1_699_999_999_999).outcome, "verified");
  });
  test("what only the body shows is said in words", () => {
    assert.match(
      first(signed(RSA), nothingKnown).why,
      /key is not known; only the body was compared: it is the one that was signed/,
    );
  });
});

test("of many signatures the first eight are checked, and that is said", () => {
  const field = signature(ED, HEAD, BODY);
  const { signatures, problems } = checkDkim(
    parseMessage(text([...Array(20).fill(field), ...HEAD], BODY)),
    publishes(keyRecord(ED)),
    null,
  );
  assert.equal(signatures.length, limits.dkimChecksMax);
  assert.ok(signatures.every(({ outcome }) => outcome === "verified"));
  assert.deepEqual(
    problems.map(({ code }) => code),
    ["limit.dkim-checks"],
  );
});

test("any head and body, signed the plain way, verify in every form", () => {
  const piece = fc.constantFrom("a", "b:", " ", "\t", "\r\n ", "\r\n\t", ";", "=", "\xe9", "x y");
  const line = fc.array(piece, { maxLength: 12 }).map((all) => all.join("").replace(/(?:\r\n[ \t]*)+$/, ""));
  const part = fc.constantFrom("a", " ", "\t", "\r\n", "\r\n\r\n", "\r", "-- ", ".", "\xff", "\0");
  fc.assert(
    fc.property(
      line,
      fc.array(part, { maxLength: 30 }),
      fc.constantFrom("simple", "relaxed"),
      fc.constantFrom("simple", "relaxed"),
      (value, parts, header, form) => {
        // A line of white space is a fold only where a field follows it.
        const head = [`Subject: x${value}y`, "From: a@example.org"];
        const body = parts.join("");
        const bytes = text([signature(ED, head, body, { header, body: form }), ...head], body);
        assert.equal(first(bytes, publishes(keyRecord(ED))).outcome, "verified");
      },
    ),
    { numRuns: Number(process.env["FUZZ_RUNS"] ?? 300) },
  );
});

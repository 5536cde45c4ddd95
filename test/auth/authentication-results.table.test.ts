import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  parseAuthenticationResults,
  parseReceivedSpf,
  readAuthentication,
} from "../../src/auth/authentication-results.ts";
import { parseMessage } from "../../src/mail/parse.ts";
import { cpuMs } from "../support/cpu-time.ts";

type Row = readonly [server: string, method: string, result: string, domain: string];

function check(text: string, rows: readonly Row[]): void {
  assert.deepEqual(
    parseAuthenticationResults(text, 0).map(({ authservId, method, result, domain }) => [
      authservId,
      method,
      result,
      domain,
    ]),
    rows,
  );
}

describe("Authentication-Results in the shapes that providers write", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [shape: string, text: string, rows: readonly Row[]])[] = [
    ["RFC 8601 B.4", 'example.com; spf=fail smtp.mailfrom=example.net; dkim=pass reason="good signature" header.i=@mail-router.example.net',
      [["example.com", "spf", "fail", "example.net"], ["example.com", "dkim", "pass", "mail-router.example.net"]]],
    ["nothing was checked (B.2)", "example.org 1; none", []],
    ["version of server and method", "example.com 1; dkim/1=pass header.d=example.org",
      [["example.com", "dkim", "pass", "example.org"]]],
    ["no server name", "spf=pass (sender IP is 192.0.2.1)\t smtp.mailfrom=example.org; dkim=none (message not signed)\t header.d=none;dmarc=bestguesspass action=none\t header.from=example.org;compauth=pass reason=109",
      [["", "spf", "pass", "example.org"], ["", "dkim", "none", ""], ["", "dmarc", "bestguesspass", "example.org"], ["", "compauth", "pass", ""]]],
    ["policy in a comment", "mx.example.com;       dkim=pass header.i=@example.org header.s=k1 header.b=abc;       spf=pass (example.com: domain of a@example.org designates 192.0.2.1 as permitted sender) smtp.mailfrom=a@example.org;       dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=example.org",
      [["mx.example.com", "dkim", "pass", "example.org"], ["mx.example.com", "spf", "pass", "example.org"], ["mx.example.com", "dmarc", "pass", "example.org"]]],
    ["smtp.mail and a rule", "mx.example.com; spf=pass (mx.example.com: domain of example.org designates 192.0.2.1 as permitted sender, rule=[ip4:192.0.2.0/24]) smtp.mail=a@example.org; dkim=pass header.i=@example.org",
      [["mx.example.com", "spf", "pass", "example.org"], ["mx.example.com", "dkim", "pass", "example.org"]]],
    ["address in header.from", "mx.example.com; dmarc=pass header.from=a@example.org",
      [["mx.example.com", "dmarc", "pass", "example.org"]]],
    ["semicolon inside a comment", "mx.example.com; spf=pass (one; two; dkim=fail header.d=evil.example) smtp.mailfrom=example.org",
      [["mx.example.com", "spf", "pass", "example.org"]]],
    ["comment in a comment", "mx.example.com (a (b; c) d); dkim=pass (x (y) z) header.d=example.org",
      [["mx.example.com", "dkim", "pass", "example.org"]]],
    ["quoted semicolon", 'mx.example.com; dkim=fail reason="bad; dkim=pass header.d=evil.example" header.d=example.org',
      [["mx.example.com", "dkim", "fail", "example.org"]]],
    ["comment that never closes", "mx.example.com; spf=fail (oops; dkim=none header.d=example.org",
      [["mx.example.com", "spf", "fail", ""], ["mx.example.com", "dkim", "none", "example.org"]]],
    ["quote that never closes", 'mx.example.com; spf=fail reason="oops; dkim=none header.d=example.org',
      [["mx.example.com", "spf", "fail", ""], ["mx.example.com", "dkim", "none", "example.org"]]],
    ["white space around =", "mx.example.com; dkim = pass header.d = example.org",
      [["mx.example.com", "dkim", "pass", "example.org"]]],
    ["capitals", "MX.Example.COM; DKIM=Pass Header.D=Example.ORG",
      [["mx.example.com", "dkim", "pass", "example.org"]]],
    ["only helo", "mx.example.com; spf=none smtp.helo=host.example.org",
      [["mx.example.com", "spf", "none", "host.example.org"]]],
    ["empty from", "spf=none smtp.helo=h.example.org; dmarc=none action=none header.from=;",
      [["", "spf", "none", "h.example.org"], ["", "dmarc", "none", ""]]],
    ["other methods", "mx.example.com; iprev=pass smtp.remote-ip=192.0.2.1; x-csa=none; arc=none (no signatures found); bimi=skipped reason=\"x\"",
      [["mx.example.com", "iprev", "pass", ""], ["mx.example.com", "x-csa", "none", ""], ["mx.example.com", "arc", "none", ""], ["mx.example.com", "bimi", "skipped", ""]]],
    ["empty", "", []],
    ["junk", ";;;=;(", []],
  ];
  for (const [shape, text, rows] of cases) test(shape, () => check(text, rows));
});

describe("Received-SPF (RFC 7208 9.1)", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [text: string, result: string, domain: string, server: string])[] = [
    ['pass (mx.example.org: domain of a@example.com designates 192.0.2.1 as permitted sender) receiver=mx.example.org; client-ip=192.0.2.1; envelope-from="a@example.com"; helo=foo.example.com;', "pass", "example.com", "mx.example.org"],
    ["Fail (protection.example: domain of example.net does not designate 192.0.2.1 as permitted sender) receiver=protection.example; client-ip=192.0.2.1; helo=h.example;", "fail", "example.net", "protection.example"],
    ["None (protection.example: example.net does not designate permitted sender hosts)", "none", "", ""],
    ["softfail", "softfail", "", ""],
  ];
  for (const [text, result, domain, server] of cases) {
    test(text.slice(0, 40), () => {
      assert.deepEqual(parseReceivedSpf(text, 0), [
        { authservId: server, method: "received-spf", result, domain, position: 0 },
      ]);
    });
  }
  test("no result", () => assert.deepEqual(parseReceivedSpf("(comment)", 0), []));
});

test("positions count each kind by itself, from the top", () => {
  const message = parseMessage(
    Buffer.from(
      [
        "Received-SPF: pass envelope-from=a@example.org",
        "ARC-Authentication-Results: i=2; mx.example.com; dkim=pass header.d=example.org",
        "Authentication-Results: mx.example.com; dkim=fail header.d=example.org",
        "ARC-Authentication-Results: i=1; old.example; spf=pass smtp.mailfrom=example.org",
        "Authentication-Results: forged.example; dkim=pass header.d=example.org",
        "",
        "x",
      ].join("\n"),
    ),
  );
  assert.deepEqual(
    readAuthentication(message).results.map(({ method, result, position, authservId }) => [
      method,
      result,
      position,
      authservId,
    ]),
    [
      ["received-spf", "pass", 0, ""],
      ["arc-dkim", "pass", 0, "mx.example.com"],
      ["dkim", "fail", 0, "mx.example.com"],
      ["arc-spf", "pass", 1, "old.example"],
      ["dkim", "pass", 1, "forged.example"],
    ],
  );
});

test("thousands of fields and results stay few", () => {
  const line = `Authentication-Results: mx.example; ${"dkim=pass header.d=example.org; ".repeat(500)}`;
  const message = parseMessage(Buffer.from(`${Array(200).fill(line).join("\n")}\n\nx`));
  const { results, problems } = readAuthentication(message);
  assert.equal(results.length, 200);
  assert.deepEqual(problems, [{ code: "limit.auth-results" }]);
});

test("total on any text, in linear time", () => {
  const piece = fc.constantFrom(
    "(",
    ")",
    ";",
    '"',
    "\\",
    "=",
    "dkim",
    "pass",
    "header.d",
    "a.example",
    " ",
    "@",
    "/1",
    "i=1",
    "none",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.array(piece, { maxLength: 80 }).map((all) => all.join("")),
      ),
      (text) => {
        for (const { method, result } of parseAuthenticationResults(text, 0))
          assert.match(`${method} ${result}`, /^\S+ \S+$/);
        parseReceivedSpf(text, 0);
      },
    ),
    { numRuns: Number(process.env["FUZZ_RUNS"] ?? 300) },
  );
  for (const filler of ["(", ")", '"', "a=", "dkim=pass ", "\\", "; ", "a.", "=  "]) {
    const started = cpuMs();
    parseAuthenticationResults(`x; ${filler.repeat(200_000 / filler.length)}`, 0);
    assert.ok(cpuMs() - started < 500, filler);
  }
  for (const filler of ["a", ".", "a.", "a =", '="', " "]) {
    const started = cpuMs();
    parseAuthenticationResults(`x; dkim=pass ${filler.repeat(200_000 / filler.length)}`, 0);
    assert.ok(cpuMs() - started < 500, `after a result: ${filler}`);
  }
});

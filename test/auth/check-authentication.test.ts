/** All checks of one message together: what own servers wrote about who sent, and what is said where nothing is known. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { checkAuthentication } from "../../src/auth/check-authentication.ts";
import { checksOf } from "../../src/auth/checks.ts";
import { findSendingServer } from "../../src/auth/sending-server.ts";
import { ipText } from "../../src/mail/ip-address.ts";
import { parseMessage } from "../../src/mail/parse.ts";
import { parseBorder, type TrustBorder } from "../../src/mail/trace.ts";
import { cpuMs } from "../support/cpu-time.ts";
import { ed25519Signer, keyRecord, signature } from "../support/signer.ts";
import { zoneResolver } from "../support/zone.ts";

const border = parseBorder(["office.example"]) as TrustBorder;
const OUTSIDE =
  "Received: from out.letters.example (out.letters.example [192.0.2.7]) by mx.office.example with ESMTP id 1; Tue, 1 Jan 2019 10:00:00 +0000";
const INSIDE =
  "Received: from mx.office.example (mx.office.example [198.51.100.1]) by box.office.example with LMTP id 2; Tue, 1 Jan 2019 10:00:01 +0000";
const PATH = "Return-Path: <ada@letters.example>";

describe("who handed it to the own servers", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, lines: readonly string[], found: string])[] = [
    ["from outside",                   [PATH, OUTSIDE],                        "192.0.2.7 ada@letters.example"],
    ["over two own servers",           [PATH, INSIDE, OUTSIDE],                "192.0.2.7 ada@letters.example"],
    ["a bounce",                       ["Return-Path: <>", OUTSIDE],           "192.0.2.7 "],
    ["the path between own lines",     [INSIDE, PATH, OUTSIDE],                "192.0.2.7 ada@letters.example"],
    ["the path below is the sender's", [OUTSIDE, PATH],                        "no-sender"],
    ["no path",                        [OUTSIDE],                              "no-sender"],
    ["a path that is none",            ["Return-Path: ada letters", OUTSIDE],  "no-sender"],
    ["no own line",                    [PATH, OUTSIDE.replaceAll("office.example", "other.example")], "no-line"],
    ["own lines alone",                [PATH, INSIDE],                         "no-line"],
  ];
  for (const [name, lines, found] of cases) {
    test(name, () => {
      const server = findSendingServer(parseMessage(Buffer.from(`${lines.join("\r\n")}\r\n\r\nx`)), border);
      assert.equal(typeof server === "string" ? server : `${ipText(server.ip)} ${server.mailFrom}`, found);
    });
  }
});

const SIGNER = ed25519Signer(9);
const HEAD = ["From: Ada <ada@letters.example>", "Subject: Letter"];
const BODY = "Good morning.\r\n";
const MAIL = [PATH, OUTSIDE, signature(SIGNER, HEAD, BODY, { domain: "letters.example" }), ...HEAD, "", BODY].join(
  "\r\n",
);
const ZONE = {
  "k1._domainkey.letters.example": [{ TXT: keyRecord(SIGNER) }],
  "letters.example": [{ TXT: "v=spf1 ip4:192.0.2.0/24 -all" }],
  "_dmarc.letters.example": [{ TXT: "v=DMARC1; p=reject" }],
};

test("everything known: all of it passes", () => {
  const { dkim, arc, spf, dmarc } = checkAuthentication(parseMessage(Buffer.from(MAIL)), {
    border,
    resolver: zoneResolver(ZONE),
  });
  assert.deepEqual(
    [dkim.map(({ outcome }) => outcome), arc.state, spf.answer?.result, dmarc.outcome],
    [["verified"], "none", "pass", "pass"],
  );
  assert.deepEqual([dmarc.dkim, dmarc.spf, dmarc.policy?.request], [true, true, "reject"]);
});

test("nothing known: nothing passes, nothing fails, and each check says why", () => {
  const check = checkAuthentication(parseMessage(Buffer.from(MAIL)));
  assert.deepEqual(
    [check.dkim[0]?.outcome, check.dkim[0]?.body, check.spf.answer, check.dmarc.outcome],
    ["key-unknown", "matches", null, "unknown"],
  );
  for (const { why } of [...check.dkim, check.spf, check.dmarc]) assert.match(why, /not known/);
});

test("as the case keeps it: a line each", () => {
  const { checks } = checksOf(parseMessage(Buffer.from(MAIL)), { border, resolver: zoneResolver(ZONE) });
  assert.deepEqual(
    checks.map(({ kind, outcome, domain }) => `${kind} ${outcome} ${domain}`),
    ["dkim verified letters.example", "spf pass letters.example", "dmarc pass letters.example"],
  );
});

test("total on any header, and without records nothing passes", () => {
  const piece = fc.constantFrom(
    "DKIM-Signature: ",
    "ARC-Seal: ",
    "ARC-Message-Signature: ",
    "ARC-Authentication-Results: ",
    "From: ",
    "Return-Path: <",
    "Received: ",
    "i=1; ",
    "i=2; ",
    "v=1; ",
    "a=rsa-sha256; ",
    "a=ed25519-sha256; ",
    "c=relaxed/simple; ",
    "d=a.example; ",
    "s=k; ",
    "h=from:subject; ",
    "bh=",
    "b=AAAA; ",
    "cv=none; ",
    "cv=pass; ",
    "l=5; ",
    "t=1; ",
    "x=2; ",
    "a@b.example",
    ">",
    "\r\n",
    "\r\n ",
    "\r\n\r\n",
    "\0",
    "\xff",
    ";",
    "=",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const check = checkAuthentication(parseMessage(Buffer.from(pieces.join(""), "latin1")), { border });
      assert.ok(
        check.dkim.every(({ outcome }) =>
          ["malformed", "body-differs", "key-unknown", "key-unusable"].includes(outcome),
        ),
      );
      assert.ok(check.arc.state !== "pass" && check.dmarc.outcome !== "pass" && check.spf.answer?.result !== "pass");
    }),
    { numRuns: Number(process.env["FUZZ_RUNS"] ?? 300) },
  );
});

test("large and repeated input costs time in proportion", () => {
  const field = `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=k; bh=AA==; b=AA==; h=${"from:".repeat(20_000)}from`;
  const set = (i: number) =>
    `ARC-Seal: i=${i}; a=rsa-sha256; cv=${i === 1 ? "none" : "pass"}; d=a.example; s=k; b=${"A".repeat(20_000)}\r\n` +
    `ARC-Message-Signature: i=${i}; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=k; h=from; bh=AA==; b=AA==\r\n` +
    `ARC-Authentication-Results: i=${i}; a.example; none`;
  const heads: readonly (readonly string[])[] = [
    Array(8).fill(field),
    Array.from({ length: 50 }, (_, i) => set(i + 1)),
    Array(5_000).fill("ARC-Seal: i=1"),
    [`DKIM-Signature: ${"a=;".repeat(80_000)}`],
    [`Return-Path: ${" ".repeat(200_000)}`, OUTSIDE],
  ];
  for (const [index, head] of heads.entries()) {
    const message = parseMessage(Buffer.from([...head, "From: a@a.example", "", " \t".repeat(500_000)].join("\r\n")));
    const started = cpuMs();
    checkAuthentication(message, { border, resolver: zoneResolver(ZONE) });
    assert.ok(cpuMs() - started < 3_000, `head ${index}`);
  }
});

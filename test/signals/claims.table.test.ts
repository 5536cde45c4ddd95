import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { NO_BORDER, parseBorder, type TrustBorder } from "../../src/mail/trace.ts";
import { readClaims } from "../../src/signals/claims.ts";
import { readRecipients } from "../../src/signals/recipients.ts";
import { messageOf } from "./message-of.ts";

test("claims of a bulk message", () => {
  const claims = readClaims(
    messageOf([
      "Return-Path: <Bounce-17@Mail.Example.com>",
      "DKIM-Signature: v=1; a=rsa-sha256; bh=x=; d=Example.com;",
      "\ts=k1; b=abc",
      "DKIM-Signature: v=1; a=rsa-sha256; s=m; d=relay.example; b=d=not.example",
      "From: =?utf-8?q?Caf=C3=A9_Quill?= <News@Example.com>",
      "Sender: <send@relay.example>",
      'Reply-To: desk@example.com, "B, C" <bc@example.com>',
      "List-Id: Our letters <letters.example.com>",
      "List-Unsubscribe: <https://example.com/u?a=1>,",
      " <mailto:off@example.com?subject=off>",
      "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
      "Feedback-ID: 17:shop:relay",
      "X-Mailer: Relay 2.0",
      "Precedence: Bulk",
      "X-Relay-Id: 1",
      "X-Relay-Id: 2",
      "X-Other: 3",
      "Message-ID: <17.18@MX.Example.com>",
      "Auto-Submitted: auto-generated",
      "References: <1@example.com>",
    ]),
  );
  assert.deepEqual(claims, {
    from: [{ name: "Café Quill", address: "news@example.com" }],
    otherFroms: [],
    sender: { name: "", address: "send@relay.example" },
    replyTo: [
      { name: "", address: "desk@example.com" },
      { name: "B, C", address: "bc@example.com" },
    ],
    returnPath: "bounce-17@mail.example.com",
    dkimDomains: ["example.com", "relay.example"],
    listId: "letters.example.com",
    listUnsubscribe: ["https://example.com/u?a=1", "mailto:off@example.com?subject=off"],
    listUnsubscribePost: true,
    feedbackId: "17:shop:relay",
    mailer: "Relay 2.0",
    precedence: "bulk",
    extensionHeaders: ["x-mailer", "x-relay-id", "x-other"],
    messageIdDomain: "mx.example.com",
    autoSubmitted: "auto-generated",
    isReply: true,
  });
});

test("a message without claims", () => {
  const claims = readClaims(messageOf(["Subject: x", "Return-Path: <>"]));
  assert.deepEqual(claims.from, []);
  assert.equal(claims.returnPath, "");
  assert.equal(claims.sender, null);
  assert.equal(claims.isReply, false);
  assert.equal(claims.listUnsubscribePost, false);
});

describe("List-Unsubscribe as really written", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [value: string, targets: readonly string[]])[] = [
    ["<https://a.example/u>",                               ["https://a.example/u"]],
    ["<mailto:u@a.example>, <https://a.example/u>",         ["mailto:u@a.example", "https://a.example/u"]],
    ["<https://a.example/u?x=\r\n 1>",                      ["https://a.example/u?x=1"]],
    ["https://a.example/u",                                 ["https://a.example/u"]],
    ["=?us-ascii?Q?=3Chttps=3A=2F=2Fa=2Eexample=2Fu=3E?=",  ["https://a.example/u"]],
    ["",                                                    []],
    ["see footer",                                          []],
  ];
  for (const [value, targets] of cases) {
    test(JSON.stringify(value), () => {
      assert.deepEqual(readClaims(messageOf([`List-Unsubscribe: ${value}`])).listUnsubscribe, targets);
    });
  }
});

test("recipients: delivery fields first, as written for hashing, lower case for records", () => {
  const recipients = readRecipients(
    messageOf([
      "Delivered-To: Ada@Parliament.example",
      "X-Original-To: <office@parliament.example>",
      "Received: from mx.example (mx.example [192.0.2.1]) by in.parliament.example with ESMTPS id 1",
      "\tfor <alias@parliament.example>; Mon, 1 Jan 2024 00:00:00 +0000",
      "Received: from x by y for <other@elsewhere.example>; Sun, 31 Dec 2023 23:00:00 +0000",
      'To: "Quill, Ada" <Ada@parliament.example>, b@example.org',
      "Cc: C <c@example.org>",
    ]),
  );
  assert.deepEqual(recipients.deliveredTo, [
    "ada@parliament.example",
    "office@parliament.example",
    "alias@parliament.example",
  ]);
  assert.deepEqual(recipients.to, [
    { name: "Quill, Ada", address: "ada@parliament.example" },
    { name: "", address: "b@example.org" },
  ]);
  assert.deepEqual(recipients.cc, [{ name: "C", address: "c@example.org" }]);
  assert.equal(recipients.known[0]?.toLowerCase(), "ada@parliament.example");
  assert.deepEqual(
    recipients.known.map((address) => address.toLowerCase()),
    [
      "ada@parliament.example",
      "office@parliament.example",
      "alias@parliament.example",
      "b@example.org",
      "c@example.org",
    ],
  );
});

describe("which delivery fields the receiver wrote", () => {
  const border = parseBorder(["office.example"]) ?? NO_BORDER;
  const taken =
    "Received: from mx.evil.test (mx.evil.test [192.0.2.9]) by mx.office.example with ESMTPS id 1; Mon, 1 Jan 2024 00:00:00 +0000";
  const filtered =
    "Received: from localhost (localhost [127.0.0.1]) by mx.office.example with ESMTP id 2; Mon, 1 Jan 2024 00:00:01 +0000";
  const byLmtp = "Received: from mx (unix socket) by store.office.example with LMTPA; Mon, 1 Jan 2024 00:00:01 +0000";
  const made = "Received: from web (web [192.0.2.8]) by mx.evil.test with ESMTP id 3; Mon, 1 Jan 2024 00:00:00 +0000";
  const name = (field: string) => `${field}: aide@office.example`;
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, lines: readonly string[], below: boolean, border?: TrustBorder])[] = [
    ["Gmail, Dovecot: at the very top",             [name("Delivered-To"), taken, made],                            false],
    ["Postfix: under Return-Path",                  ["Return-Path: <x@evil.test>", name("X-Original-To"), taken],   false],
    ["Exim: above its line",                        [name("Envelope-To"), taken, made],                             false],
    ["Fastmail: below local delivery",              [byLmtp, name("X-Delivered-To"), taken],                        false],
    ["no line at all: a program's own copy",        [name("Delivered-To")],                                         false],
    ["a sender's, below the only line",             [taken, name("Delivered-To")],                                  true],
    ["a sender's, below its own line",              [taken, made, name("X-Envelope-To")],                           true],
    ["a sender's, with local delivery invented",    [taken, byLmtp, name("Delivered-To"), made],                    true],
    ["between own lines",                           [filtered, name("X-Original-To"), taken, made],                 true],
    ["between own lines, servers named",            [filtered, name("X-Original-To"), taken, made],                 false, border],
    ["a sender's, servers named",                   [filtered, taken, name("X-Original-To"), made],                 true, border],
    ["a sender's, and another's servers named",     [taken, name("Delivered-To")],                                  true, parseBorder(["else.example"]) ?? NO_BORDER],
  ];
  for (const [what, lines, below, own] of cases) {
    test(`${what}: ${below ? "not believed" : "believed"}`, () => {
      const { deliveredTo, deliveredBelow } = readRecipients(messageOf([...lines, "To: mp@office.example"]), own);
      assert.deepEqual(deliveredTo, ["aide@office.example"]);
      assert.deepEqual(deliveredBelow, below ? ["aide@office.example"] : []);
    });
  }
  test("a name that stands above too is believed, and comes first", () => {
    const lines = [
      "X-Original-To: mp@office.example",
      taken,
      "Delivered-To: aide@office.example",
      "X-Original-To: mp@office.example",
    ];
    const { deliveredTo, deliveredBelow } = readRecipients(messageOf(lines));
    assert.deepEqual(
      [deliveredTo, deliveredBelow],
      [["mp@office.example", "aide@office.example"], ["aide@office.example"]],
    );
  });
});

test("recipients: nobody named", () => {
  assert.deepEqual(readRecipients(messageOf(["To: undisclosed-recipients:;"])).known, []);
});

describe("senders of a From without an address of its own", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [from: string, sender: string, others: readonly string[]])[] = [
    ["From: =?utf-8?B?YkBleGFtcGxlLm9yZw==?=",       "b@example.org",     []],
    ["From: ada@example.org\0.attacker.test",         "ada@example.org.attacker.test", []],
    ['From: "b@example.org" <a@attacker.test>',      "a@attacker.test",   ["b@example.org"]],
    ["From: Somebody",                               "",                  []],
  ];
  for (const [header, sender, others] of cases) {
    test(JSON.stringify(header), () => {
      const { from, otherFroms } = readClaims(messageOf([header]));
      assert.equal(from[0]?.address, sender);
      assert.deepEqual(
        otherFroms.map(({ address }) => address),
        others,
      );
    });
  }
});

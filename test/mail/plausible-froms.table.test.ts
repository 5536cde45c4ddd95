import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseMessage } from "../../src/mail/parse.ts";
import { plausibleFroms } from "../../src/mail/plausible-froms.ts";

/** `reading address` of each From, then the codes of the problems. */
function check(header: string, froms: readonly string[], codes: readonly string[]): void {
  const message = parseMessage(Buffer.from(`${header}\r\nSubject: x\r\n\r\nFrom: body@example.net\r\n`, "utf8"));
  const found = plausibleFroms(message);
  assert.deepEqual(
    found.froms.map(({ reading, address }) => `${reading} ${address}`),
    froms,
  );
  assert.deepEqual(found.problems.map(({ code }) => code).sort(), codes);
  for (const { span } of found.froms) assert.ok(span.start >= 0 && span.end <= message.bytes.length);
}

const base64 = (text: string) => `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`;

type Case = readonly [header: string, froms: readonly string[], codes: readonly string[]];

function table(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    for (const [header, froms, codes] of cases)
      test(JSON.stringify(header.slice(0, 90)), () => check(header, froms, codes));
  });
}

// biome-ignore format: a table reads by column
table("sound mail has one From and no flag", [
  ["From: Ada Example <ada@example.org>", ["field ada@example.org"], []],
  ['From: "Example, Ada" <ada@example.org>', ["field ada@example.org"], []],
  ["From: ada@example.org (Ada Example)", ["field ada@example.org"], []],
  ["From: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\n <ada@example.org>", ["field ada@example.org"], []],
  ['From: "ada@example.org" <ada@example.org>', ["field ada@example.org"], []],
  ['From: "Ada@Example.org" <ada@example.org>', ["field ada@example.org"], []],
  ["From: jörg@bücher.example", ["field jörg@bücher.example"], []],
  ["from:ada@example.org", ["field ada@example.org"], []],
  ["From: Ada @ Work <ada@example.org>", ["field ada@example.org"], []],
  ["From: Ada <ada@[192.0.2.1]>", ["field ada@[192.0.2.1]"], []],
  ["From: Ada <ada+tag=x@example.org>", ["field ada+tag=x@example.org"], []],
  // The signed names of a signature are folded like this.
  ["From: ada@example.org\r\nDKIM-Signature: v=1; d=example.org; h=To:\r\n\tFrom:Subject:Date; i=@example.org;\r\n b=QQ==", ["field ada@example.org"], []],
  ["Subject: none", [], []],
]);

// biome-ignore format: a table reads by column
table("HM-040: several fields that some reader takes for From", [
  ["From: a@attacker.test\r\nFrom: b@example.org", ["field a@attacker.test", "repeated-field b@example.org"], ["multi-from"]],
  ["From: b@example.org\r\nFrom: a@attacker.test", ["field b@example.org", "repeated-field a@attacker.test"], ["multi-from"]],
  [" From: a@attacker.test\r\nFrom: b@example.org", ["field b@example.org", "odd-field a@attacker.test"], ["multi-from"]],
  ["From: b@example.org\r\n From: a@attacker.test", ["field b@example.org", "field a@attacker.test"], ["address-ambiguous", "multi-from"]],
  ["From : a@attacker.test\r\nFrom: b@example.org", ["field b@example.org", "odd-field a@attacker.test"], ["multi-from"]],
  ["From: b@example.org\r\nFrom\t: a@attacker.test", ["field b@example.org", "odd-field a@attacker.test"], ["multi-from"]],
  ["From: b@example.org\r\nFrom\0: a@attacker.test", ["field b@example.org", "odd-field a@attacker.test"], ["multi-from"]],
  ["From: b@example.org\r\nFr\0om: a@attacker.test", ["field b@example.org", "odd-field a@attacker.test"], ["multi-from"]],
  ["Fromÿ: a@attacker.test\r\nFrom: b@example.org", ["field b@example.org", "odd-field a@attacker.test"], ["multi-from"]],
  ["From: b@example.org\r\nFrom\r\n : a@attacker.test", ["field b@example.org", "odd-field a@attacker.test"], ["multi-from"]],
  ["To: x@example.net\r\n From: a@attacker.test", ["odd-field a@attacker.test"], []],
  ["From : a@attacker.test", ["odd-field a@attacker.test"], []],
  ["From: a@attacker.test\r\n \r\nFrom: b@example.org", ["field a@attacker.test", "repeated-field b@example.org"], ["multi-from"]],
]);

// biome-ignore format: a table reads by column
table("HM-041, HM-043: several addresses, and syntax that clients read differently", [
  ["From: <a@attacker.test>, <b@example.org>\r\nSender: c@example.net", ["field a@attacker.test", "field b@example.org"], ["multi-from"]],
  ["From: <b@example.org>,a@attacker.test", ["field b@example.org", "field a@attacker.test"], ["address-ambiguous", "multi-from"]],
  ["From: b@example.org,<a@attacker.test>", ["field b@example.org", "field a@attacker.test"], ["address-ambiguous", "multi-from"]],
  ["From: <a@attacker.test>b@example.org", ["field a@attacker.test", "field b@example.org"], ["address-ambiguous", "multi-from"]],
  ["From: b@example.org\\,<a@attacker.test>", ["field a@attacker.test", "ambiguous b@example.org"], ["address-ambiguous", "address-in-display-name"]],
  ["From: <@attacker.test,@x.test:b@example.org>", ["field b@example.org"], ["address-ambiguous"]],
  ["From: <@attacker.test:@x.test:b@example.org>", ["field b@example.org"], ["address-ambiguous"]],
  ["From: a@attacker.test(b@example.org)", ["field a@attacker.test", "comment b@example.org"], ["address-ambiguous", "address-in-display-name"]],
  ['From: "a@attacker.test,b"@example.org', ['field "a@attacker.test,b"@example.org', "ambiguous a@attacker.test"], ["address-ambiguous"]],
  ["From: b@example.org:a@attacker.test;", ["field b@example.org", "field a@attacker.test"], ["address-ambiguous", "multi-from"]],
  ["From: <(b@example.org> <a@attacker.test>", ["field (b@example.org", "field a@attacker.test", "ambiguous b@example.org"], ["address-ambiguous", "multi-from"]],
  ["From: (x\r\ny)<a@attacker.test>", ["field ", "ambiguous a@attacker.test"], ["address-ambiguous"]],
  ["From: a@attacker.test}example.org", ["field a@attacker.test}example.org", "ambiguous a@attacker.test"], ["address-ambiguous"]],
  ["From: b@example.org\0@attacker.test", ["field b@example.org@attacker.test", "cut-field b@example.org"], ["address-ambiguous"]],
]);

// biome-ignore format: a table reads by column
table("HM-042: an address in the display name", [
  ['From: "b@example.org" <a@attacker.test>', ["field a@attacker.test", "display-name b@example.org"], ["address-in-display-name"]],
  ["From: b@example.org <a@attacker.test>", ["field a@attacker.test", "ambiguous b@example.org"], ["address-ambiguous", "address-in-display-name"]],
  [`From: ${base64("b@example.org")} <a@attacker.test>`, ["field a@attacker.test", "encoded-word b@example.org"], ["address-in-display-name", "address-in-encoded-word"]],
  ['From: "b@exam\u200bple.org" <a@attacker.test>', ["field a@attacker.test", "display-name b@example.org"], ["address-in-display-name"]],
  ['From: "b\uff20example.org" <a@attacker.test>', ["field a@attacker.test", "display-name b@example.org"], ["address-in-display-name"]],
  ['From: "\u202egro.elpmaxe@b" <a@attacker.test>', ["field a@attacker.test"], []],
  [`From: "b@example.org ${"x".repeat(900)}" <a@attacker.test>`, ["field a@attacker.test", "display-name b@example.org"], ["address-in-display-name"]],
]);

// biome-ignore format: a table reads by column
table("HM-044, HM-045: encoded-words and odd local parts", [
  [`From: ${base64("<b@example.org>,")} <a@attacker.test>`, ["field a@attacker.test", "encoded-word b@example.org"], ["address-in-display-name", "address-in-encoded-word"]],
  [`From: ${base64("b@example.org")}@attacker.test`, [`field ${base64("b@example.org")}@attacker.test`, "encoded-word b@example.org"], ["address-in-encoded-word"]],
  ["From: b@=?utf-8?Q?example=2Eorg?=", ["field b@=?utf-8?q?example=2eorg?=", "encoded-word b@example.org"], ["address-in-encoded-word"]],
  [`From: ${base64("b@example.org")}`, ["encoded-word b@example.org"], ["address-in-encoded-word"]],
  [`From: <=?utf-8?${Buffer.from("From: b@example.org").toString("base64")}?=>`, ["field ", "encoded-word b@example.org"], ["address-in-encoded-word"]],
  [`From: ${base64("b@example.org\0")}@attacker.test`, [`field ${base64("b@example.org\0")}@attacker.test`, "encoded-word b@example.org"], ["address-in-encoded-word"]],
  ["From: b%example.org@attacker.test", ["field b%example.org@attacker.test", "source-route b@example.org"], ["address-ambiguous"]],
  ["From: example.org!b@attacker.test", ["field example.org!b@attacker.test", "source-route b@example.org"], ["address-ambiguous"]],
  // U+0140 ends in the byte of `@`, U+022E in that of `.`: no address comes of them.
  ["From: b\u0140example.org", ["field "], []],
  ["From: b@example\u022eorg", ["field b@example\u022forg"], []],
  ["From: b@xn--example-6p25f.org", ["field b@xn--example-6p25f.org"], []],
  ['From: "b c>"@example.org', ['field "b c>"@example.org'], []],
]);

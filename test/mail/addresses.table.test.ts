import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { parseAddressList } from "../../src/mail/addresses.ts";
import { withinCpuMs } from "../support/cpu-time.ts";

/** `name|address` of each mailbox, then the codes of the problems. */
function check(text: string, mailboxes: readonly string[], codes: readonly string[] = []): void {
  const list = parseAddressList(text);
  assert.deepEqual(
    list.mailboxes.map(({ name, address }) => `${name}|${address}`),
    mailboxes,
  );
  assert.deepEqual(
    list.problems.map(({ code }) => code),
    codes,
  );
}

type Case = readonly [text: string, mailboxes: readonly string[], codes?: readonly string[]];

function table(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    for (const [text, mailboxes, codes] of cases) test(text, () => check(text, mailboxes, codes));
  });
}

// biome-ignore format: a table reads by column
table("RFC 5322 (appendix A, retyped)", [
  ["John Doe <jdoe@machine.example>", ["John Doe|jdoe@machine.example"]],
  ['"Joe Q. Public" <john.q.public@example.com>', ["Joe Q. Public|john.q.public@example.com"]],
  ["Mary Smith <mary@x.test>, jdoe@example.org, Who? <one@y.test>", ["Mary Smith|mary@x.test", "|jdoe@example.org", "Who?|one@y.test"]],
  ['<boss@nil.test>, "Giant; \\"Big\\" Box" <sysservices@example.net>', ["|boss@nil.test", 'Giant; "Big" Box|sysservices@example.net']],
  ["A Group:Ed Jones <c@a.test>,joe@where.test,John <jdoe@one.test>;", ["Ed Jones|c@a.test", "|joe@where.test", "John|jdoe@one.test"]],
  ["Undisclosed recipients:;", []],
  ["Pete(A nice \\) chap) <pete(his account)@silly.test(his host)>", ["Pete|pete@silly.test"]],
  ["A Group(Some people):Chris Jones <c@(Chris's host.)public.example>, joe@example.org;", ["Chris Jones|c@public.example", "|joe@example.org"]],
  ["(Empty list)(start)Hidden recipients :(nobody(that I know)) ;", []],
  ["Joe Q. Public <john.q.public@example.com>", ["Joe Q. Public|john.q.public@example.com"]],
  ["Mary Smith <@node.test:mary@example.net>, , jdoe@test . example", ["Mary Smith|mary@example.net", "|jdoe@test.example"]],
  ["John Doe <jdoe@machine(comment).  example>", ["John Doe|jdoe@machine.example"]],
]);

// biome-ignore format: a table reads by column
table("what real mail writes", [
  ["a@EXAMPLE.org (Ada Example)", ["Ada Example|a@example.org"]],
  ["=?utf-8?Q?Gr=C3=BC=C3=9Fe,_GmbH?= <a@example.org>", ["Grüße, GmbH|a@example.org"]],
  ['"=?utf-8?B?w6RkYQ==?=" <a@example.org>', ["äda|a@example.org"]],
  ["Example, Ada <a@example.org>", ["Example, Ada|a@example.org"], ["address.unquoted-comma"]],
  ["root, a@example.org", ["root|", "|a@example.org"]],
  ["Ada a@example.org", ["Ada|a@example.org"]],
  ["a@example.org a@example.org", ["|a@example.org"]],
  ["a@example.org; b@example.org", ["|a@example.org", "|b@example.org"]],
  ["Ada <a@example.org", ["Ada|a@example.org"], ["address.malformed"]],
  ['"Ada <a@example.org>', ['"Ada|a@example.org']],
  ["Ada (<a@example.org>)", ["Ada|a@example.org"], ["address.malformed"]],
  ["Ada <mailto:a@example.org>", ["Ada|a@example.org"]],
  ["<<a@example.org>>", ["<|a@example.org"]],
  ["Ada <a@[192.0.2.1]>, b@[IPv6:2001:db8::1]", ["Ada|a@[192.0.2.1]", "|b@[ipv6:2001:db8::1]"]],
  ["jürgen@bücher.example", ["|jürgen@bücher.example"]],
  ['"ada"@example.org, "a b"@example.org', ["|ada@example.org", '|"a b"@example.org']],
  ["MAILER-DAEMON", ["MAILER-DAEMON|"]],
  ["<>", []],
  ["", []],
  [" , ,", []],
  ["Ada\u0000 <a\u0000@example.org>", ["Ada|a@example.org"]],
]);

// Every address that some client would show is listed (hostile-mail HM-042 to HM-045).
// biome-ignore format: a table reads by column
table("what hides an address", [
  ['"b@example.org" <a@attacker.test>', ["b@example.org|a@attacker.test"]],
  ["b@example.org <a@attacker.test>", ["b@example.org|a@attacker.test"]],
  ["<b@example.org>,a@attacker.test", ["|b@example.org", "|a@attacker.test"]],
  ["<a@attacker.test>b@example.org", ["|a@attacker.test", "|b@example.org"], ["address.ambiguous"]],
  ["<a@attacker.test> <b@example.org>", ["|a@attacker.test", "|b@example.org"], ["address.ambiguous"]],
  ["<a@attacker.test,b@example.org>", ["|a@attacker.test", "|b@example.org"], ["address.ambiguous"]],
  ["<@attacker.test,@x.test:b@example.org>", ["|b@example.org"]],
  ["<@attacker.test:@x.test:b@example.org>", ["|b@example.org"]],
  ["a@attacker.test(b@example.org)", ["b@example.org|a@attacker.test"]],
  ['"a@attacker.test,b"@example.org', ['|"a@attacker.test,b"@example.org']],
  ["b@example.org:a@attacker.test;", ["|b@example.org", "|a@attacker.test"], ["address.ambiguous"]],
  ["=?utf-8?Q?<b@example.org>,?= <a@attacker.test>", ["<b@example.org>,|a@attacker.test"]],
  ["=?utf-8?Q?Ada_<a=40example.org>?=", ["Ada <a@example.org>|a@example.org"], ["address.encoded"]],
  ["a@b@example.org", ["|a@b@example.org"]],
]);

describe("bounds", () => {
  test(`more than ${limits.addressesMax} addresses`, () => {
    const { mailboxes, problems } = parseAddressList("a@example.org,".repeat(limits.addressesMax + 5));
    assert.equal(mailboxes.length, limits.addressesMax);
    assert.deepEqual(problems, [{ code: "limit.addresses" }]);
  });
  // Each was once, somewhere, a quadratic parser: a second is a thousand times what a linear one needs.
  for (const piece of [",", "(", '"', "<", "[", "\\", "=?", "@", "a@", " ", ":", "()", '""', "<>", "=?a?q?", '("<[']) {
    test(
      `${JSON.stringify(piece)} two hundred thousand times ends`,
      withinCpuMs(5_000, () => {
        assert.ok(parseAddressList(piece.repeat(200_000)).mailboxes.length <= limits.addressesMax + 1);
      }),
    );
  }
});

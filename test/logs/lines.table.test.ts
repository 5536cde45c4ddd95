import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { parseDnsLine } from "../../src/logs/dns-line.ts";
import { isZone, leadingTime } from "../../src/logs/log-time.ts";
import { parseMailLine } from "../../src/logs/mail-line.ts";
import { parseWebLine } from "../../src/logs/web-line.ts";

const UTC = { zone: "UTC", year: 2021 } as const;
const NOWHERE = { zone: null, year: 2021 } as const;

function iso(at: unknown): unknown {
  return typeof at === "number" ? new Date(at).toISOString() : at;
}

describe("web proxies", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, line: string, expected: readonly string[] | null])[] = [
    ["Squid", "1611133953.123    201 192.0.2.7 TCP_MISS/200 843 GET http://t.example/p/1.gif?x=1 jdoe HIER_DIRECT/203.0.113.9 image/gif",
      ["2021-01-20T09:12:33.123Z", "http", "t.example", "http://t.example/p/1.gif?x=1", "192.0.2.7", "jdoe", ""]],
    ["Squid, a connection", "1611133953.123    201 2001:db8::7 TCP_TUNNEL/200 843 CONNECT T.example:443 - HIER_DIRECT/203.0.113.9 -",
      ["2021-01-20T09:12:33.123Z", "connect", "t.example", "", "2001:db8::7", "", ""]],
    ["Squid, refused", "1611133953.123      0 192.0.2.7 TCP_DENIED/403 0 GET http://t.example/p.gif - HIER_NONE/- text/html",
      ["2021-01-20T09:12:33.123Z", "blocked", "t.example", "http://t.example/p.gif", "192.0.2.7", "", ""]],
    ["common", '192.0.2.7 - jdoe [20/Jan/2021:10:12:33 +0100] "GET http://t.example/p.gif HTTP/1.1" 200 843',
      ["2021-01-20T09:12:33.000Z", "http", "t.example", "http://t.example/p.gif", "192.0.2.7", "jdoe", ""]],
    ["combined", '192.0.2.7 - - [20/Jan/2021:09:12:33 +0000] "GET http://t.example/p.gif HTTP/1.1" 200 843 "-" "Mail/16 \\"x\\""',
      ["2021-01-20T09:12:33.000Z", "http", "t.example", "http://t.example/p.gif", "192.0.2.7", "", 'Mail/16 \\"x\\"']],
    ["combined, as Squid adds to it", '192.0.2.7 - - [20/Jan/2021:09:12:33 +0000] "CONNECT t.example:443 HTTP/1.1" 403 0 "-" "-" TCP_DENIED:HIER_NONE',
      ["2021-01-20T09:12:33.000Z", "blocked", "t.example", "", "192.0.2.7", "", ""]],
    ["a login in the address", "1611133953.123 1 192.0.2.7 TCP_MISS/200 1 GET http://a:b@t.example:8080/p - HIER_DIRECT/- -",
      ["2021-01-20T09:12:33.123Z", "http", "t.example", "http://a:b@t.example:8080/p", "192.0.2.7", "", ""]],
    ["an IPv6 address", "1611133953.123 1 192.0.2.7 TCP_MISS/200 1 GET http://[2001:DB8::7]:8080/p - HIER_DIRECT/2001:db8::7 -",
      ["2021-01-20T09:12:33.123Z", "http", "[2001:db8::7]", "http://[2001:DB8::7]:8080/p", "192.0.2.7", "", ""]],
    ["a connection to an IPv6 address", "1611133953.123 1 192.0.2.7 TCP_TUNNEL/200 1 CONNECT [2001:db8::7]:443 - HIER_DIRECT/2001:db8::7 -",
      ["2021-01-20T09:12:33.123Z", "connect", "[2001:db8::7]", "", "192.0.2.7", "", ""]],
    ["a server's own log names no host", '192.0.2.7 - - [20/Jan/2021:09:12:33 +0000] "GET /p.gif HTTP/1.1" 200 843', null],
    ["cut in the middle", "1611133953.123    201 192.0.2.7 TCP_MI", null],
    ["something else", "hello", null],
  ];
  for (const [what, line, expected] of cases) {
    test(what, () => {
      const found = parseWebLine(line, UTC);
      const told =
        found === null
          ? null
          : [iso(found.at), found.kind, found.host, found.url, found.client, found.user, found.agent];
      assert.deepEqual(told, expected);
    });
  }

  describe("whether a request reached the server", () => {
    const squid = (result: string, way: string): string =>
      `1611133953.123 201 192.0.2.7 ${result} 843 GET http://t.example/p.gif jdoe ${way} image/gif`;
    const ncsa = (status: number, more: string): string =>
      `192.0.2.7 - jdoe [20/Jan/2021:09:12:33 +0000] "GET http://t.example/p.gif HTTP/1.1" ${status} 843 "-" "-"${more}`;
    // biome-ignore format: a table reads by column
    const results: readonly (readonly [what: string, line: string, kind: string])[] = [
      ["the server itself refused",             squid("TCP_MISS/403", "HIER_DIRECT/203.0.113.9"),        "http"],
      ["its refusal in combined form",          ncsa(403, " TCP_MISS:HIER_DIRECT"),                      "http"],
      ["403, and no result of the proxy's",     ncsa(403, ""),                                           "unclear"],
      ["the proxy wants a password",            ncsa(407, ""),                                           "blocked"],
      ["the answer was withheld",               squid("TCP_DENIED_REPLY/403", "HIER_DIRECT/203.0.113.9"), "http"],
      ["no such server",                        squid("TCP_MISS/503", "HIER_NONE/-"),                    "failed"],
      ["no such server, in combined form",      ncsa(502, " TCP_MISS:HIER_NONE"),                        "failed"],
      ["no answer in time",                     squid("TCP_MISS/504", "HIER_NONE/-"),                    "failed"],
      ["no answer, and a way was tried",        squid("TCP_MISS/503", "HIER_DIRECT/203.0.113.9"),        "unclear"],
      ["a request that the proxy could not read", squid("NONE/400", "HIER_NONE/-"),                      "failed"],
      ["given up before anything went out",     squid("TCP_MISS_ABORTED/000", "HIER_NONE/-"),            "failed"],
      ["given up on the way",                   squid("TCP_MISS_ABORTED/000", "HIER_DIRECT/203.0.113.9"), "unclear"],
      ["from the proxy's memory",               squid("TCP_MEM_HIT/200", "HIER_NONE/-"),                 "cached"],
      ["from memory, after asking whether it is new", squid("TCP_REFRESH_UNMODIFIED/200", "HIER_DIRECT/203.0.113.9"), "http"],
    ];
    for (const [what, line, kind] of results) {
      test(`${what}: ${kind}`, () => assert.equal(parseWebLine(line, UTC)?.kind, kind));
    }
  });

  test("a time without a zone is not placed while nobody says which", () => {
    const line = '192.0.2.7 - - [20/Jan/2021:09:12:33] "GET http://t.example/p.gif HTTP/1.1" 200 843';
    assert.equal(parseWebLine(line, NOWHERE)?.at, "zone");
    assert.equal(iso(parseWebLine(line, { zone: "+02:00", year: 2021 })?.at), "2021-01-20T07:12:33.000Z");
  });
});

describe("name servers", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, line: string, expected: readonly string[] | null])[] = [
    ["dnsmasq", "Jan 20 09:12:33 ns dnsmasq[812]: query[A] T.example from 192.0.2.7", ["2021-01-20T09:12:33.000Z", "t.example", "192.0.2.7"]],
    ["dnsmasq with more", "Jan 20 09:12:33 ns dnsmasq[812]: 77 192.0.2.7/53421 query[AAAA] t.example from 192.0.2.7", ["2021-01-20T09:12:33.000Z", "t.example", "192.0.2.7"]],
    ["dnsmasq's answer is no question", "Jan 20 09:12:33 ns dnsmasq[812]: reply t.example is 203.0.113.9", null],
    ["BIND", "20-Jan-2021 09:12:33.123 queries: info: client @0x7f10 192.0.2.7#53421 (t.example): query: t.example IN A +E(0)K (192.0.2.1)", ["2021-01-20T09:12:33.000Z", "t.example", "192.0.2.7"]],
    ["BIND by syslog, with a view", "2021-01-20T10:12:33.5+01:00 ns named[9]: client 2001:db8::7#53421 (t.example): view inside: query: t.example IN AAAA + (2001:db8::1)", ["2021-01-20T09:12:33.000Z", "t.example", "2001:db8::7"]],
    ["Unbound", "[1611133953] unbound[812:0] info: 192.0.2.7 t.example. A IN", ["2021-01-20T09:12:33.000Z", "t.example", "192.0.2.7"]],
    ["Unbound by syslog", "Jan 20 09:12:33 ns unbound: [812:0] info: nothing", null],
  ];
  for (const [what, line, expected] of cases) {
    test(what, () => {
      const found = parseDnsLine(line, UTC);
      assert.deepEqual(found === null ? null : [iso(found.at), found.name, found.client], expected);
    });
  }
});

describe("mail servers", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, line: string, expected: readonly unknown[] | null])[] = [
    ["Postfix, an id", "Jan 20 09:12:33 mx postfix/cleanup[5]: 4XkqP21Yb2z9sD: message-id=<A@b.example>", ["message", "4XkqP21Yb2z9sD", "a@b.example", "", false, false]],
    ["Postfix, a sender", "Jan 20 09:12:33 mx postfix/qmgr[5]: 437504A6: from=<A@b.example>, size=2906, nrcpt=1 (queue active)", ["from", "437504A6", "a@b.example", "", false, false]],
    ["Postfix, delivered", "Jan 20 09:12:33 mx postfix/lmtp[5]: 437504A6: to=<jo@a.example>, orig_to=<Jo@alias.example>, relay=store, delay=0.3, dsn=2.0.0, status=sent (250)", ["to", "437504A6", "jo@a.example", "jo@alias.example", true, false]],
    ["Postfix, bounced", "Jan 20 09:12:33 mx postfix/smtp[5]: 437504A6: to=<jo@a.example>, relay=none, dsn=5.1.1, status=bounced (no)", ["to", "437504A6", "jo@a.example", "", false, true]],
    ["Postfix, deferred is neither", "Jan 20 09:12:33 mx postfix/smtp[5]: 437504A6: to=<jo@a.example>, relay=none, status=deferred (later)", ["to", "437504A6", "jo@a.example", "", false, false]],
    ["Exim, arrival", "2021-01-20 09:12:33 1l2abc-0001Xy-Ab <= A@b.example H=mx.b.example [203.0.113.9] P=esmtps S=2906 id=X@b.example", ["from", "1l2abc-0001Xy-Ab", "a@b.example", "x@b.example", false, false]],
    ["Exim, delivery", "2021-01-20 10:12:33 +0100 1l2abc-0001Xy-Ab => jo <jo@a.example> R=local T=lmtp", ["to", "1l2abc-0001Xy-Ab", "jo@a.example", "jo@a.example", true, false]],
    ["Exim, failure", "2021-01-20 09:12:33 1l2abc-0001Xy-Ab ** jo@a.example R=dnslookup: Unrouteable address", ["to", "1l2abc-0001Xy-Ab", "jo@a.example", "", false, true]],
    ["Dovecot", "Jan 20 09:12:33 mx dovecot: lmtp(jo@a.example)<812><abc>: msgid=<X@b.example>: saved mail to INBOX", ["saved", "", "x@b.example", "jo@a.example", false, false]],
    ["Dovecot through Sieve", "Jan 20 09:12:33 mx dovecot: lda(jo@a.example)<8><x>: sieve: msgid=<X@b.example>: saved mail to mailbox 'INBOX'", ["saved", "", "x@b.example", "jo@a.example", false, false]],
    ["something else", "Jan 20 09:12:33 mx postfix/smtpd[5]: connect from mx.b.example[203.0.113.9]", null],
  ];
  for (const [what, line, expected] of cases) {
    test(what, () => {
      const found = parseMailLine(line, UTC);
      const told =
        found === null ? null : [found.kind, found.queue, found.value, found.other, found.isDelivered, found.isRefused];
      assert.deepEqual(told, expected);
    });
  }
});

describe("times", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, text: string, zone: string | null, expected: unknown])[] = [
    ["a zone of its own",                     "2021-07-20T09:12:33+02:00 x", null,            "2021-07-20T07:12:33.000Z"],
    ["a zone of its own goes before ours",    "2021-07-20T09:12:33Z x",      "+05:00",        "2021-07-20T09:12:33.000Z"],
    ["a named zone, in winter",               "Jan 20 09:12:33 x",           "Europe/Berlin", "2021-01-20T08:12:33.000Z"],
    ["a named zone, in summer",               "Jul 20 09:12:33 x",           "Europe/Berlin", "2021-07-20T07:12:33.000Z"],
    ["the hour that autumn has twice",        "Oct 31 02:30:00 x",           "Europe/Berlin", "2021-10-31T00:30:00.000Z"],
    ["a zone west of Greenwich",              "Jan 20 09:12:33 x",           "-0530",         "2021-01-20T14:42:33.000Z"],
    ["nobody says",                           "Jan 20 09:12:33 x",           null,            "zone"],
    ["no day",                                "Feb 30 09:12:33 x",           "UTC",           "bad"],
    ["the clock's first day",                 "[0000000012] x",              "UTC",           "bad"],
    ["a year that cannot be",                 "2106-02-07T06:28:15Z x",      "UTC",           "bad"],
  ];
  for (const [what, text, zone, expected] of cases) {
    test(what, () => assert.deepEqual(iso(leadingTime(text, { zone, year: 2021 })?.at), expected));
  }

  // biome-ignore format: a table reads by column
  const zones: readonly (readonly [text: string, isOne: boolean])[] = [
    ["UTC", true], ["+02:00", true], ["-0330", true], ["Europe/Lisbon", true], ["Europe/Atlantis", false], ["CEST", false], ["+15:00", false], ["", false],
  ];
  for (const [text, isOne] of zones)
    test(`${JSON.stringify(text)} is ${isOne ? "a" : "no"} zone`, () => assert.equal(isZone(text), isOne));
});

test("every parser is total on any line", () => {
  const piece = fc.constantFrom(
    "Jan 20 09:12:33 ",
    "1611133953.1 ",
    "192.0.2.7 ",
    "query",
    "[A] ",
    "client ",
    "#",
    '"',
    "GET ",
    "http://",
    "t.example",
    " IN A",
    "dnsmasq: ",
    "postfix/x[1]: ",
    "to=<",
    ">",
    "=> ",
    "\\",
    "(",
    "x",
  );
  const line = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join("")),
  );
  fc.assert(
    fc.property(line, (text) => {
      parseWebLine(text, NOWHERE);
      parseDnsLine(text, NOWHERE);
      parseMailLine(text, NOWHERE);
    }),
  );
});

test("a line made to be slow is not", () => {
  for (const text of [
    `1611133953.123 1 192.0.2.7 TCP_MISS/200 1 GET ${"a".repeat(16_000)}`,
    `${"1 ".repeat(8_000)}`,
    `192.0.2.7 - - [20/Jan/2021:09:12:33 +0000] "GET ${"\\".repeat(16_000)}`,
  ]) {
    parseWebLine(text, UTC);
    parseDnsLine(text, UTC);
    parseMailLine(text, UTC);
  }
});

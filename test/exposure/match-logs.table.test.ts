import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { EpochMs } from "../../src/base/brand.ts";
import type { LogLine } from "../../src/case/log-line.ts";
import { Logins } from "../../src/exposure/logins.ts";
import { bareUrl, type ExpectedLoads, type LogMatch, matchLogs } from "../../src/exposure/match-logs.ts";
import { day, recordOf } from "../support/record.ts";

const AT = day("2021-01-20");
const HOUR = 3_600_000;
const record = recordOf({ name: "lure", messageId: "x@spy.example", from: "news@spy.example", on: "2021-01-20" });
const person = { addresses: ["jo@office.example"] };
const senders = new Set(["news@spy.example"]);
const logins = new Logins(["jo@office.example", "almut@office.example"]);
const logEvidenceOf = (match: Omit<LogMatch, "logins">) => matchLogs({ ...match, logins }).evidence;
const expected: ExpectedLoads = {
  personal: new Set(["t.example/p/1.gif"]),
  shared: new Set(["t.example/logo.png"]),
  hosts: new Set(["t.example", "docs.example"]),
  clickHosts: new Set(["docs.example"]),
  people: 3,
  isAnothers: (address) => address.startsWith("t.example/p/2.gif"),
  lastBefore: () => null,
};

function sighting(wish: Partial<LogLine>, hours = 5): LogLine {
  const at = (AT + hours * HOUR) as EpochMs;
  const nothing = { url: "", client: "192.0.2.7", user: "", address: "", agent: "", text: "" };
  return { ...nothing, file: "/logs/proxy.log", line: 7, at, kind: "http", name: "t.example", ...wish };
}

interface Wish {
  readonly seen: Partial<LogLine>;
  readonly hours?: number;
  readonly people?: number;
}

const own = { url: "http://T.example:80/p/1.gif#x" };

describe("a line of a log against one copy", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, wish: Wish, found: string])[] = [
    ["the address that only this copy has",        { seen: own },                                                         "load confirmed"],
    ["the same, years later",                      { seen: own, hours: 20_000 },                                          "load confirmed"],
    ["the same, a day before the date that the sender wrote", { seen: own, hours: -24 },                                  "load confirmed"],
    ["the same, before the date that the mail bears", { seen: own, hours: -50 },                                          "load confirmed"],
    ["an address that another message asks for",   { seen: { url: "http://t.example/p/2.gif", user: "jo" } },             "none"],
    ["an address of the mail, its query left out", { seen: { url: "http://t.example/logo.png?", user: "jo" } },           "load confirmed"],
    ["the same, of nobody known",                  { seen: { url: "http://t.example/p/1.gif?" } },                        "load possible"],
    ["an address of the mail with another value",  { seen: { url: "http://t.example/logo.png?v=9", user: "jo" } },        "load probable"],
    ["the server's icon",                          { seen: { url: "http://t.example/favicon.ico", user: "jo" } },         "load confirmed"],
    ["the same, with somebody else's login",       { seen: { ...own, user: "almut" } },                                   "load probable"],
    ["the same, within a minute: a scanner's?",    { seen: own, hours: 0 },                                               "load probable"],
    ["the same, by a scanner",                     { seen: { ...own, agent: "python-requests/2" } },                      "load probable"],
    ["an address of all copies, of three people",  { seen: { url: "http://t.example/logo.png" } },                        "load possible"],
    ["an address of all copies, of one person",    { seen: { url: "http://t.example/logo.png" }, people: 1 },             "load probable"],
    ["with the person's login",                    { seen: { kind: "connect", user: "jo" } },                             "load confirmed"],
    ["with the login and its domain",              { seen: { kind: "connect", user: "office\\jo" } },                     "load confirmed"],
    ["with somebody else's login",                 { seen: { kind: "connect", user: "almut" }, people: 1 },               "none"],
    ["the same, with a login that is nobody's",    { seen: { ...own, user: "corp\\jberg" } },                             "load confirmed"],
    ["with the login in a realm",                  { seen: { kind: "connect", user: "jo@office.test" } },                 "load confirmed"],
    ["with a login that is nobody's",              { seen: { kind: "connect", user: "corp\\jberg" }, people: 1 },         "load probable"],
    ["a connection, one of three people",          { seen: { kind: "connect" } },                                         "load possible"],
    ["a connection, months later",                 { seen: { kind: "connect", user: "jo" }, hours: 24 * 90 },             "none"],
    ["a connection within a minute",               { seen: { kind: "connect", user: "jo" }, hours: 0 },                   "load possible"],
    ["another address of its server",              { seen: { url: "http://t.example/next", user: "jo" } },                "load confirmed"],
    ["another address of a host that only a link leads to", { seen: { url: "http://docs.example/next", name: "docs.example", user: "jo" } }, "click confirmed"],
    ["a host that only a link leads to",           { seen: { kind: "connect", name: "docs.example", user: "jo" } },       "click confirmed"],
    ["a name that was looked up",                  { seen: { kind: "dns" }, people: 1 },                                  "looked-up possible"],
    ["refused by the proxy",                       { seen: { kind: "blocked", ...own } },                                 "blocked probable"],
    ["no request reached the server",              { seen: { kind: "failed", ...own } },                                  "blocked probable"],
    ["from the proxy's cache",                     { seen: { kind: "cached", ...own } },                                  "blocked probable"],
    ["whether it reached the server is not said",  { seen: { kind: "unclear", ...own } },                                 "load possible"],
    ["refused, one of three people",               { seen: { kind: "blocked" } },                                         "none"],
    ["delivered",                                  { seen: { kind: "delivered", name: "x@spy.example", address: "jo@office.example" } }, "delivered confirmed"],
    ["delivered to somebody else",                 { seen: { kind: "delivered", name: "x@spy.example", address: "al@office.example" } }, "none"],
    ["not delivered",                              { seen: { kind: "refused", name: "x@spy.example", address: "jo@office.example" } }, "refused confirmed"],
    ["another mail of the sender's, by the sender alone", { seen: { kind: "refused", name: "news@spy.example", address: "jo@office.example" } }, "note possible"],
    ["a mail to the sender in the hours before",   { seen: { kind: "sent", name: "news@spy.example", address: "jo@office.example" }, hours: -5 }, "none"],
    ["a mail to whom the sender only plays",       { seen: { kind: "sent", name: "al@office.example", address: "jo@office.example" } }, "none"],
    ["another mail of the sender's, weeks later",  { seen: { kind: "refused", name: "news@spy.example", address: "jo@office.example" }, hours: 24 * 20 }, "none"],
    ["a mail to the sender",                       { seen: { kind: "sent", name: "news@spy.example", address: "jo@office.example" } }, "sent probable"],
    ["a mail to the sender before it wrote",       { seen: { kind: "sent", name: "news@spy.example", address: "jo@office.example" }, hours: -50 }, "none"],
    ["another host",                               { seen: { name: "other.example", url: "http://other.example/" } },     "none"],
  ];
  for (const [what, { seen, hours, people }, found] of cases) {
    test(`${what}: ${found}`, () => {
      const evidence = logEvidenceOf({
        record,
        person,
        expected: { ...expected, people: people ?? 3 },
        sightings: [sighting(seen, hours)],
        readers: 1,
        senders,
      });
      assert.equal(evidence.map(({ effect, likelihood }) => `${effect} ${likelihood}`)[0] ?? "none", found);
      for (const { reason } of evidence) assert.match(reason, /^proxy\.log, line 7, \d{4}-/);
      // Whoever reads that somebody clicked is told by what.
      for (const { effect, reason } of evidence) assert.equal(/as after a click/.test(reason), effect === "click");
    });
  }

  test("a scanner's fetch at delivery is one, whatever date the sender wrote", () => {
    const at = (AT + 20 * HOUR) as EpochMs;
    const delivered = sighting({ kind: "delivered", name: "x@spy.example", address: "jo@office.example", at });
    const fetched = sighting({ url: "http://t.example/p/1.gif", at: (at + 20_000) as EpochMs });
    const [load] = logEvidenceOf({ record, person, expected, sightings: [fetched, delivered], readers: 1, senders });
    assert.deepEqual([load?.effect, load?.likelihood], ["load", "probable"]);
  });

  test("so is one where the line of Received tells the delivery alone", () => {
    const arrived = (AT - 7 * HOUR) as EpochMs;
    const fetched = sighting({ url: "http://t.example/p/1.gif", at: (arrived + 20_000) as EpochMs });
    const taken = { ...record, arrived };
    const [load] = logEvidenceOf({ record: taken, person, expected, sightings: [fetched], readers: 1, senders });
    assert.deepEqual([load?.effect, load?.likelihood], ["load", "probable"]);
  });

  test("many lines that anybody may have caused do not hide the one that tells", () => {
    const many = Array.from({ length: 40 }, (_, line) => sighting({ kind: "connect", line }));
    const sightings = [...many, sighting({ url: "http://t.example/p/1.gif" }, 9)];
    const evidence = logEvidenceOf({ record, person, expected, sightings, readers: 1, senders });
    assert.equal(evidence.length, 12);
    assert.deepEqual([evidence[0]?.effect, evidence[0]?.likelihood], ["load", "confirmed"]);
  });

  test("the machine that looked a name up is told only where it can be nobody else's", () => {
    const reasonOf = (people: number) =>
      logEvidenceOf({
        record,
        person,
        expected: { ...expected, people },
        sightings: [sighting({ kind: "dns" })],
        readers: 1,
        senders,
      })[0]?.reason ?? "";
    assert.match(reasonOf(1), /looked up by 192\.0\.2\.7/);
    assert.doesNotMatch(reasonOf(3), /192\.0\.2\.7/);
  });

  test("a line that is another's is told of nobody here", () => {
    const sightings = [sighting({ kind: "connect", user: "almut" }), sighting({ kind: "connect", user: "jo" })];
    const { told } = matchLogs({ record, person, expected, sightings, readers: 1, senders, logins });
    assert.deepEqual(told, sightings.slice(1));
  });

  test("another user's name is not told", () => {
    const sightings = [sighting({ url: "http://t.example/p/1.gif", user: "almut" })];
    const [load] = logEvidenceOf({ record, person, expected, sightings, readers: 1, senders });
    assert.match(load?.reason ?? "", /under another user's name/);
    assert.doesNotMatch(load?.reason ?? "", /almut/);
  });

  test("a later message that asks for the same is likelier meant", () => {
    const later = {
      ...expected,
      lastBefore: (_: string, __: readonly string[], at: EpochMs) => (at - HOUR) as EpochMs,
    };
    for (const seen of [
      { kind: "connect", user: "jo" },
      own,
      { url: "http://t.example/logo.png", user: "jo" },
    ] as const) {
      const [load] = logEvidenceOf({
        record,
        person,
        expected: later,
        sightings: [sighting(seen)],
        readers: 1,
        senders,
      });
      assert.deepEqual([load?.effect, load?.likelihood], ["load", "possible"]);
      assert.match(load?.reason ?? "", /a later message asks for the same/);
    }
  });

  test("what a click would have asked for too is told as such", () => {
    const sightings = [sighting({ url: "http://t.example/favicon.ico", user: "jo" })];
    const [load] = logEvidenceOf({ record, person, expected, sightings, readers: 1, senders });
    assert.equal(load?.isPerhapsClick, true);
  });

  test("an undated message is matched by its own address alone", () => {
    const undated = recordOf({ name: "lure", on: null });
    const sightings = [sighting({ url: "http://t.example/p/1.gif" }), sighting({ kind: "dns" })];
    const evidence = logEvidenceOf({ record: undated, person, expected, sightings, readers: 1, senders });
    assert.deepEqual(
      evidence.map(({ effect, likelihood }) => `${effect} ${likelihood}`),
      ["load confirmed"],
    );
  });
});

describe("addresses as logs agree on them", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [url: string, bare: string])[] = [
    ["https://T.example/a?b=1#c",      "t.example/a?b=1"],
    ["http://t.example:80/a",          "t.example/a"],
    ["https://t.example:443",          "t.example/"],
    ["http://u:p@t.example:8080/a",    "t.example:8080/a"],
    ["//t.example./a",                 "t.example/a"],
    ["mailto:x@t.example",             "/"],
    ["http://[2001:DB8::7]:80/a",      "[2001:db8::7]/a"],
  ];
  for (const [url, bare] of cases) test(url, () => assert.equal(bareUrl(url), bare));
});

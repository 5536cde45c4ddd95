import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { EpochMs } from "../../src/base/brand.ts";
import { limits } from "../../src/base/limits.ts";
import type { WantedLogLines } from "../../src/case/log-line.ts";
import { LogSearch } from "../../src/logs/log-search.ts";
import { day } from "../support/record.ts";

const WANTED: WantedLogLines = {
  hosts: new Set(["t.example"]),
  senders: new Map([["spy@b.example", [day("2021-01-20"), day("2022-02-03")]]]),
  messageIds: new Map([["x@b.example", day("2021-01-20")]]),
};

function search(
  lines: readonly string[],
  {
    zone = "UTC",
    latest = day("2023-06-01"),
    wanted = WANTED,
  }: { zone?: string | null; latest?: EpochMs; wanted?: WantedLogLines } = {},
) {
  const log = new LogSearch("/logs/x.log", { zone, latest }, wanted);
  for (const line of lines) log.add(line);
  return { found: log.sightings(), notes: log.notes() };
}

const dns = (month: string, date: number, name = "t.example"): string =>
  `${month} ${String(date).padStart(2, " ")} 09:12:33 ns dnsmasq[8]: query[A] ${name} from 192.0.2.7`;

describe("what of a log is kept", () => {
  test("only lines about what is wanted, each with its place", () => {
    const { found } = search([dns("Jan", 20, "other.example"), dns("Jan", 20), dns("Jan", 21, "sub.t.example")]);
    assert.deepEqual(
      found.map(({ file, line, kind, name, client }) => ({ file, line, kind, name, client })),
      [{ file: "/logs/x.log", line: 2, kind: "dns", name: "t.example", client: "192.0.2.7" }],
    );
  });

  test("mail that came: the message's id, its queue, whom it reached and whom not", () => {
    const { found } = search([
      "2021-01-20T12:00:00Z mx postfix/cleanup[5]: 437504A6: message-id=<X@b.example>",
      "2021-01-20T12:00:00Z mx postfix/qmgr[5]: 437504A6: from=<bounce@b.example>, size=9, nrcpt=2 (queue active)",
      "2021-01-20T12:00:01Z mx postfix/lmtp[5]: 437504A6: to=<jo@a.example>, relay=s, status=sent (ok)",
      "2021-01-20T12:00:01Z mx postfix/lmtp[5]: 437504A6: to=<al@a.example>, relay=s, status=bounced (full)",
      "2021-01-20T12:00:01Z mx postfix/lmtp[5]: 99999999: to=<al@a.example>, relay=s, status=sent (ok)",
    ]);
    assert.deepEqual(
      found.map(({ line, kind, name, address }) => [line, kind, name, address]),
      [
        [3, "delivered", "x@b.example", "jo@a.example"],
        [4, "refused", "x@b.example", "al@a.example"],
      ],
    );
  });

  test("mail that left to a sender of interest", () => {
    const { found } = search([
      "2021-01-21 12:00:00 1l2abc-0001Xy-Ab <= jo@a.example H=desk [192.0.2.7] P=esmtpa S=9 id=y@a.example",
      "2021-01-21 12:00:01 1l2abc-0001Xy-Ab => spy@b.example R=dnslookup T=remote_smtp",
    ]);
    assert.deepEqual(
      found.map(({ kind, name, address }) => [kind, name, address]),
      [["sent", "spy@b.example", "jo@a.example"]],
    );
  });

  test("at most so many lines of one host, and the rest is told", () => {
    const { found, notes } = search(Array.from({ length: limits.logSightingsPerNameMax + 5 }, () => dns("Jan", 20)));
    assert.equal(found.length, limits.logSightingsPerNameMax);
    assert.ok(notes.some((note) => note.startsWith("5 further lines")));
  });

  test("a line longer than any is cut, and told", () => {
    const { notes } = search([`${dns("Jan", 20)} ${"x".repeat(limits.logLineCharsMax)}`]);
    assert.ok(notes.some((note) => note.includes("were cut")));
  });
});

describe("what a log cannot tell is said", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, lines: readonly string[], zone: string | null, note: RegExp, found: number])[] = [
    ["no known form",         ["hello", "world"],                                                              "UTC", /no line of it has a form that is known/, 0],
    ["no zone",               [dns("Jan", 20)],                                                                null,  /1 lines .* time zone .*--log-zone/,      0],
    ["a time that cannot be", ["[0000000012] unbound[8:0] info: 192.0.2.7 t.example. A IN"],                   "UTC", /no time that can be/,                    0],
    ["a clock that jumps",    ["1611133953.1 1 192.0.2.7 TCP_MISS/200 1 GET http://o.example/ - H/- -", "1611033953.1 1 192.0.2.7 TCP_MISS/200 1 GET http://t.example/ - H/- -"], "UTC", /goes back .* once, first at line 2/, 1],
  ];
  for (const [what, lines, zone, note, count] of cases) {
    test(what, () => {
      const { found, notes } = search(lines, { zone });
      assert.ok(
        notes.some((one) => note.test(one)),
        JSON.stringify(notes),
      );
      assert.equal(found.length, count);
    });
  }

  test("a sound log has nothing to say", () => {
    assert.deepEqual(search(["1611133953.1 1 192.0.2.7 TCP_MISS/200 1 GET http://t.example/ - H/- -"]).notes, []);
  });
});

describe("times without a year", () => {
  const yearsOf = (lines: readonly string[], options = {}) =>
    search(lines, options).found.map(({ at }) => new Date(at).toISOString().slice(0, 10));

  test("are placed so that the last line is not after the file", () => {
    assert.deepEqual(yearsOf([dns("May", 20)]), ["2023-05-20"]);
    assert.deepEqual(yearsOf([dns("Jul", 20)]), ["2022-07-20"]);
  });

  test("go on through the turn of the year, also from a 29 February", () => {
    assert.deepEqual(yearsOf([dns("Nov", 20), dns("Jan", 3), dns("May", 20)]), [
      "2022-11-20",
      "2023-01-03",
      "2023-05-20",
    ]);
    assert.deepEqual(yearsOf([dns("Feb", 29)], { latest: day("2024-03-01") }), ["2024-02-29"]);
  });

  test("messages of known date go before the file's own date", () => {
    const id = "Jan 20 12:00:00 mx postfix/cleanup[5]: 437504A6: message-id=<X@b.example>";
    const { found, notes } = search([id, dns("Mar", 20)]);
    assert.equal(new Date(found[0]?.at ?? 0).getUTCFullYear(), 2021);
    assert.ok(notes.some((note) => note.includes("placed in 2021, by messages of known date")));
  });

  test("so do senders of known days", () => {
    const from = "Feb  3 12:00:00 mx postfix/qmgr[5]: 437504A6: from=<spy@b.example>, size=9, nrcpt=1 (queue active)";
    assert.deepEqual(yearsOf([from, dns("Mar", 20)]), ["2022-03-20"]);
  });
});

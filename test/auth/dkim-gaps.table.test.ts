/** What signatures leave open (HM-050 to HM-053), by the field or the bytes that are not signed. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { dkimGaps } from "../../src/auth/dkim-gaps.ts";
import { parseMessage } from "../../src/mail/parse.ts";

const HEAD = ["From: a@example.org", "Subject: papers", "To: b@example.net"];
const SIGNED_AT = Date.UTC(2024, 2, 25, 9, 0) / 1000;
const signature = (tags: string) => `DKIM-Signature: v=1; a=rsa-sha256; d=example.org; s=a; bh=AA==; b=AA==; ${tags}`;

/** Code and the text at its span, a line each. */
function gaps(lines: readonly string[], body = "Good morning.\r\n"): readonly string[] {
  const bytes = Buffer.from([...lines, "", body].join("\r\n"), "latin1");
  return dkimGaps(parseMessage(bytes)).map(
    ({ code, span }) => `${code} ${bytes.toString("latin1", span?.start, span?.end).trim()}`,
  );
}

describe("dkim-partial-body", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, tags: string, body: string, rest: string | null])[] = [
    ["all of it",                       "l=15",                  "Good morning.\r\n",                 null],
    ["no length",                       "c=relaxed/relaxed",     "Good morning.\r\n",                 null],
    ["beyond the body",                 "l=999999999999999999",  "Good morning.\r\n",                 null],
    ["no number",                       "l=-1",                  "Good morning.\r\n",                 null],
    ["nothing",                         "l=0",                   "Good morning.\r\n",                 "Good morning."],
    ["a page behind it",                "l=15",                  "Good morning.\r\n<p>page</p>",      "<p>page</p>"],
    ["blank lines behind it",           "l=15",                  "Good morning.\r\n\r\n \r\n",        null],
    ["lines stored with LF",            "l=15",                  "Good morning.\npage",               "page"],
    ["white space as it stands",        "l=17",                  "Good \t morning.\r\npage",          "page"],
    ["white space counted once",        "c=relaxed/relaxed; l=15", "Good \t morning. \r\npage",       "page"],
    ["the body's way is simple alone",  "c=relaxed; l=17",       "Good \t morning.\r\npage",          "page"],
    ["white space in the tag",          "l = 1 5",               "Good morning.\r\npage",             "page"],
    ["of two lengths the first",        "l=15; l=99",            "Good morning.\r\npage",             "page"],
  ];
  for (const [name, tags, body, rest] of cases) {
    test(name, () => {
      const found = gaps([signature(`h=from:subject; ${tags}`), ...HEAD], body);
      assert.deepEqual(found, rest === null ? [] : [`dkim-partial-body ${rest}`]);
    });
  }
});

describe("dkim-not-oversigned", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, names: string, lines: readonly string[], unsigned: readonly string[]])[] = [
    ["each once",                 "from:subject:to",     HEAD,                             []],
    ["capitals and folds",        "From :\r\n Subject",  HEAD,                             []],
    ["To and Content-Type open",  "from:subject",        [...HEAD, "Content-Type: a/b"],   []],
    ["more than there are",       "from:from:subject",   HEAD,                             []],
    ["Subject open",              "from:to",             HEAD,                             ["Subject: papers"]],
    ["From open",                 "subject",             HEAD,                             ["From: a@example.org"]],
    ["a second From above",       "from:subject",        ["From: c@attacker.test", ...HEAD], ["From: c@attacker.test"]],
    ["a second From, both signed", "from:from:subject",  ["From: c@attacker.test", ...HEAD], []],
    ["a second Content-Type",     "from:subject:content-type", ["Content-Type: x/y", ...HEAD, "Content-Type: a/b"], ["Content-Type: x/y"]],
    ["two Received",              "from:subject:received", ["Received: x", "Received: y", ...HEAD], []],
    ["no names",                  "",                    HEAD,                             ["From: a@example.org", "Subject: papers"]],
  ];
  for (const [name, names, lines, unsigned] of cases) {
    test(name, () => {
      const found = gaps([signature(`h=${names}`), ...lines]);
      assert.deepEqual(
        found,
        unsigned.map((field) => `dkim-not-oversigned ${field}`),
      );
    });
  }

  test("a field that two signatures leave open is named once", () => {
    assert.equal(gaps([signature("h=from"), signature("h=from"), ...HEAD]).length, 1);
  });

  test("unsigned: nothing is said", () => assert.deepEqual(gaps(["From: c@attacker.test", ...HEAD]), []));
});

describe("dkim-replay-suspect", () => {
  const received = "Received: from a.example by b.example; Mon, 25 Mar 2024 10:20:30 +0100";
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, tags: string, isStale: boolean])[] = [
    ["signed just before",  `t=${SIGNED_AT}`,                           false],
    ["five days in queues", `t=${SIGNED_AT - 5 * 86_400}`,              false],
    ["signed last year",    `t=${SIGNED_AT - 365 * 86_400}`,            true],
    ["not yet expired",     `t=${SIGNED_AT}; x=${SIGNED_AT + 86_400}`,  false],
    ["expired",             `t=${SIGNED_AT}; x=${SIGNED_AT + 60}`,      true],
    ["no times",            "",                                         false],
    ["no numbers",          "t=yesterday; x=-5",                        false],
  ];
  for (const [name, tags, isStale] of cases) {
    test(name, () => {
      const found = gaps([received, signature(`h=from:subject; ${tags}`), ...HEAD]);
      assert.equal(found.length, isStale ? 1 : 0);
      if (isStale) assert.match(found[0] ?? "", /^dkim-replay-suspect DKIM-Signature: v=1/);
    });
  }

  test("no server says when it came", () =>
    assert.deepEqual(gaps([signature("h=from:subject; t=1; x=2"), ...HEAD]), []));
});

test("bombs of signatures take no time", () => {
  const names = signature(`h=${"from:".repeat(4_000)}subject; l=5`);
  assert.ok(gaps([...Array.from({ length: 50 }, () => names), ...HEAD], "a ".repeat(500_000)).length > 0);
});

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { headerOddities } from "../../src/mail/header-oddities.ts";
import { parseMessage } from "../../src/mail/parse.ts";

function check(header: string, codes: readonly string[]): void {
  const problems = headerOddities(parseMessage(Buffer.from(`${header}\r\n\r\nbody\r\n`, "latin1")));
  assert.deepEqual(
    problems.map(({ code }) => code),
    codes,
  );
}

describe("odd headers", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [header: string, codes: readonly string[]])[] = [
    ["Subject: x",                                                            []],
    ["Date: Mon, 25 Mar 2024 10:20:30 +0100\r\nMessage-ID: <1@example.org>",   []],
    // HM-029
    ["Date: yesterday",                                                       ["bad-date"]],
    ["Date:",                                                                 ["bad-date"]],
    ["Date: 1 Jan 275761 00:00:00 +0000",                                     ["bad-date"]],
    ["Date: Mon, 25 Mar 2024 10:20:30 +0100\r\nDate: Tue, 26 Mar 2024 10:20:30 +0100", ["bad-date"]],
    ["Date: Mon, 25 Mar 2024 10:20:30 +0100\r\nDate: 25 Mar 2024 09:20:30 GMT", []],
    ["Date: Tue, 25 Mar 2024 10:20:30 +0100",                                 ["bad-date"]],
    // HM-030
    ["Message-ID:",                                                           ["bad-message-id"]],
    ["Message-ID: <>",                                                        ["bad-message-id"]],
    ["Message-ID: <1@example.org> <2@example.org>",                           ["bad-message-id"]],
    [`Message-ID: <${"a".repeat(1_000_000)}@example.org>`,                     ["bad-message-id"]],
    ["Message-ID: 1@example.org",                                             []],
    ["Message-ID: <1@exam\r\n ple.org>",                                      []],
    // HM-032
    ["X-Letterlock-Verdict: clear",                                           ["forged-verdict"]],
    ["x-LETTERLOCK-verdict : clear",                                          ["forged-verdict"]],
    ["X-Letterlock\0-Verdict: clear",                                         ["forged-verdict"]],
    ["Subject: x\r\nX-Letterlock\xff-Verdict: clear\r\nTo: y",                 ["forged-verdict"]],
    ["X-Letterlocksmith: x",                                                  []],
    // HM-061
    ["List-Unsubscribe: <https://example.org/u>, <mailto:u@example.org?subject=unsubscribe&body=x>", []],
    ["List-Unsubscribe: <mailto:u@example.org?bcc=b@example.net>",            ["unsubscribe-odd-target"]],
    ["List-Unsubscribe: <mailto:u@example.org?subject=x&%62cc=b@example.net>", ["unsubscribe-odd-target"]],
    ["List-Unsubscribe: <mailto:u@example.org%0D%0ABcc:b@example.net>",       ["unsubscribe-odd-target"]],
    ["List-Unsubscribe: <javascript:alert(1)>",                               ["unsubscribe-odd-target"]],
    ["List-Unsubscribe: <java\r\n script:alert(1)>",                          ["unsubscribe-odd-target"]],
    ["List-Unsubscribe: data:text/html,x",                                    ["unsubscribe-odd-target"]],
  ];
  for (const [header, codes] of cases) test(JSON.stringify(header.slice(0, 80)), () => check(header, codes));
});

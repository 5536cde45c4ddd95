import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type FromLineGrade, fromLineAt, gradeOf } from "../../src/mailbox/mbox/from-line.ts";

describe("From_ line: grade", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [line: string, grade: FromLineGrade])[] = [
    ["ada@example.org Thu Aug 22 15:25:29 2002",                 "perfect"],
    ["ada@example.org  Thu Aug  2 15:25 2002",                   "perfect"],
    ["ada at example.org  Thu Aug 22 15:25:29 2002",             "perfect"],
    ["- Thu Aug 22 15:25:29 2002",                               "perfect"],
    ["MAILER-DAEMON Thu Aug 22 15:25:29 CEST 2002",              "perfect"],
    ["1234@xxx Thu Aug 22 15:25:29 +0000 2002",                  "perfect"],
    ["ada@example.org Thu Aug 22 15:25:29 2002 +0200",           "perfect"],
    ["ada Thu Aug 22 15:25:29 2002 remote from relay",           "perfect"],
    ["ada@example.org Thu, 22 Aug 2002 15:25:29 GMT",            "dated"],
    ["ada@example.org 2002-08-22T15:25:29Z",                     "dated"],
    ["ada@example.org 2002-08-22 15:25:29",                      "dated"],
    ["ada@example.org Do Aoû 22 15:25:29 2002",                  "dated"],
    ["ada@example.org",                                          "bare"],
    ["- ",                                                       "dash"],
    ["",                                                         "bare"],
    // Prose that begins a line.
    ["now on we meet on Mondays.",                               "none"],
    ["ada@example.org: see below",                               "none"],
    ["Thu Aug 22 15:25:29 2002",                                 "dated"],
    ["bo, who wrote on Thu Aug 22 15:25:29 2002 that it rained", "none"],
    ["1,200 to 1,500 guests",                                    "none"],
    ["here to 2002",                                             "none"],
  ];
  for (const [line, grade] of cases) {
    test(`${JSON.stringify(line)}: ${grade}`, () => assert.equal(gradeOf(line), grade));
  }
});

describe("From_ line: separator or not", () => {
  const perfect = "From ada@example.org Thu Aug 22 15:25:29 2002";
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [text: string, emptyBefore: boolean, expected: "good" | "suspect" | "no"])[] = [
    [`${perfect}\nSubject: x\n`,                     true,  "good"],
    [`${perfect}\r\nSubject: x\r\n`,                 true,  "good"],
    [`${perfect}\n>From bo@example.net\n`,           true,  "good"],
    [perfect,                                        true,  "good"],
    [`${perfect}\nand then it rained\n`,             true,  "suspect"],
    [`${perfect}\nSubject: x\n`,                     false, "suspect"],
    [`${perfect}\nand then it rained\n`,             false, "no"],
    [`${perfect}\nhttps://www.example.org/\n`,       false, "no"],
    ["From a@b.test Thu, 2 Aug 2002 15:25\nA: b\n",  true,  "good"],
    ["From a@b.test Thu, 2 Aug 2002 15:25\nA: b\n",  false, "no"],
    ["From - \nX-Mozilla-Status: 0001\n",            true,  "suspect"],
    ["From - \nnote: 1\n",                           true,  "no"],
    // Netscape, which trusted its Content-Length, wrote no empty line.
    ["From - \nReceived: by x\n",                    false, "suspect"],
    ["From - \nnote: 1\n",                           false, "no"],
    ["From - \n",                                    false, "no"],
    ["From a@b.test\nReceived: by x\n",              true,  "suspect"],
    ["From a@b.test\nReceived: by x\n",              false, "no"],
    ["From now on we meet on Mondays.\nNote: x\n",   true,  "no"],
    [`From ${"x".repeat(2000)} Thu Aug 22 15:25:29 2002\nA: b\n`, true, "no"],
  ];
  for (const [text, emptyBefore, expected] of cases) {
    test(`${JSON.stringify(text.slice(0, 70))} ${emptyBefore ? "after" : "without"} an empty line: ${expected}`, () => {
      const bytes = Buffer.from(text);
      const line = fromLineAt(bytes, 0, bytes.length, emptyBefore);
      assert.equal(line === null ? "no" : line.suspect ? "suspect" : "good", expected);
    });
  }
});

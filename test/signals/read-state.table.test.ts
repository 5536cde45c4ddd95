import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { markOf } from "../../src/case/marks.ts";
import type { MarkRecord } from "../../src/case/record.ts";
import { parseMessage } from "../../src/mail/parse.ts";
import { cutLabels, marksOf } from "../../src/signals/read-state.ts";

function messageOf(text: string) {
  return parseMessage(Buffer.from(text));
}

const RECEIVED = "Received: from mx.example by imap.example; Thu, 22 Aug 2002 15:25:29 +0000\n";

describe("marks that a message keeps", () => {
  const seen = "\\Seen";
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [header: string, marks: readonly MarkRecord[]])[] = [
    ["Subject: x\n",                                          []],
    ["Status: RO\n",                                          [markOf("status", [seen])]],
    ["Status: O\n",                                           [markOf("status", [])]],
    ["Status: RO\nX-Status: AF\n",                            [markOf("status", [seen, "\\Answered", "\\Flagged"])]],
    // A word is no list of letters: `Status: FORWARDED` of a help desk sets nothing.
    ["Status: FORWARDED\n",                                   [markOf("status", [])]],
    ["X-Keywords: NonJunk $label1\nX-Label: to do\n",         [markOf("status", [], ["NonJunk", "$label1", "to do"])]],
    ["X-Mozilla-Status: 0003\n",                              [markOf("mozilla", [seen, "\\Answered"])]],
    ["X-Mozilla-Status: 1005\nX-Mozilla-Keys: $label1   a \n", [markOf("mozilla", [seen, "\\Flagged", "$Forwarded"], ["$label1", "a"])]],
    ["X-Mozilla-Status: 0000\n",                              [markOf("mozilla", [])]],
    ["X-Mozilla-Status: 12zz\n",                              [markOf("mozilla", [])]],
    ["X-Gmail-Labels: Inbox,Opened\n",                        [markOf("gmail", [seen], ["Inbox", "Opened"])]],
    ["X-Gmail-Labels: Inbox,Unread,Starred\n",                [markOf("gmail", ["\\Flagged"], ["Inbox", "Unread", "Starred"])]],
    ['X-Gmail-Labels: "Work, \\"urgent\\"",a/b\n',           [markOf("gmail", [], ['Work, "urgent"', "a/b"])]],
    ["X-Gmail-Labels: =?UTF-8?Q?Arbeit,Ge=C3=B6ffnet?=\n =?UTF-8?Q?,Wichtig?=\n", [markOf("gmail", [], ["Arbeit", "Geöffnet", "Wichtig"])]],
    // A label may be called like a flag, and stays a label.
    ["X-Gmail-Labels: \\Seen,\\Answered\n",                  [markOf("gmail", [], [seen, "\\Answered"])]],
    ["X-Gmail-Labels: \n",                                     [markOf("gmail", [])]],
  ];
  for (const [header, marks] of cases) {
    test(JSON.stringify(header), () => {
      const message = messageOf(`${header}${RECEIVED}From: a@example.org\n\nx\n`);
      assert.deepEqual(marksOf(message), marks);
    });
  }

  test("attack: a sender's own Thunderbird and Gmail headers stand below Received, and are no marks", () => {
    const forged = "X-Mozilla-Status: 0001\nX-Gmail-Labels: Opened\n";
    assert.deepEqual(marksOf(messageOf(`${RECEIVED}${forged}\nx\n`)), []);
    assert.equal(marksOf(messageOf(`${forged}${RECEIVED}\nx\n`)).length, 2);
  });

  test("attack: labels without end are cut in number and length", () => {
    const many = Array.from({ length: 5000 }, (_, i) => `${i}${"x".repeat(999)}`).join(",");
    const { marks, problems } = cutLabels(marksOf(messageOf(`X-Gmail-Labels: ${many}\n\nx\n`)));
    const [mark] = marks;
    assert.deepEqual(problems, [{ code: "limit.labels" }]);
    assert.equal(mark?.labels.length, limits.labelsMax);
    assert.ok(mark?.labels.every((label) => label.length <= limits.labelCharsMax));
  });

  test("attack: quotes that never close cost no more than their length", () => {
    const [mark] = marksOf(messageOf(`X-Gmail-Labels: ${'"\\'.repeat(100_000)}\n\nx\n`));
    assert.ok((mark?.labels.length ?? 0) <= limits.labelsMax);
  });
});

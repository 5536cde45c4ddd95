/** Answers and receipts that another organisation gets (HM-061); lists, services and colleagues are let be. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { answersElsewhere } from "../../src/signals/answers-elsewhere.ts";
import { readClaims } from "../../src/signals/claims.ts";
import { receiptLoads } from "../../src/signals/receipts.ts";
import { createTokenFinder } from "../../src/signals/tokens.ts";
import { messageOf, textAt } from "./message-of.ts";

const FROM = "From: Ada <ada@example.org>";

describe("reply-to-elsewhere, receipt-elsewhere", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [headers: readonly string[], found: readonly string[]])[] = [
    [[FROM],                                                                    []],
    [[FROM, "Reply-To: ada@example.org"],                                       []],
    [[FROM, "Reply-To: ada@office.example.org"],                                []],
    [[FROM, "Reply-To: ada@example.net, ada@example.org"],                      []],
    [[FROM, "Reply-To: undisclosed"],                                           []],
    [["Reply-To: ada@example.net"],                                             []],
    [["From: Ada", "Reply-To: ada@example.net"],                                []],
    [[FROM, "Reply-To: ada@example.net"],                                       ["reply-to-elsewhere Reply-To"]],
    [[FROM, "Reply-To: ada@example.net, x@example.com"],                        ["reply-to-elsewhere Reply-To"]],
    [[FROM, "Reply-To: l@example.net", "List-Id: <l.example.net>"],             []],
    [[FROM, "Reply-To: l@example.net", "Precedence: bulk"],                     []],
    [[FROM, "Reply-To: l@example.net", "X-BeenThere: l@example.net"],           []],
    [[FROM, "Sender: x@example.net", "Return-Path: <y@example.com>"],           []],
    [[FROM, "Disposition-Notification-To: ada@example.org"],                    []],
    [[FROM, "Return-Receipt-Requested: yes"],                                   []],
    [[FROM, "Disposition-Notification-To: x@attacker.test"],                    ["receipt-elsewhere Disposition-Notification-To"]],
    [[FROM, "X-Confirm-Reading-To: x@attacker.test", "List-Id: <l.example>"],   ["receipt-elsewhere X-Confirm-Reading-To"]],
    [[FROM, "Reply-To: x@attacker.test", "Return-Receipt-To: x@attacker.test"], ["reply-to-elsewhere Reply-To"]],
  ];
  for (const [headers, found] of cases) {
    test(headers.join(" | "), () => {
      const message = messageOf(headers);
      const { loads: receipts } = receiptLoads(message, [], createTokenFinder());
      const problems = answersElsewhere(message, readClaims(message), receipts);
      const named = problems.map(({ code, span }) => {
        const at = span ?? { start: 0, end: 0 };
        const line =
          textAt(message, { start: 0, end: at.end })
            .split("\r\n")
            .filter((one) => one !== "")
            .at(-1) ?? "";
        return `${code} ${line.split(":")[0]}`;
      });
      assert.deepEqual(named, found);
    });
  }
});

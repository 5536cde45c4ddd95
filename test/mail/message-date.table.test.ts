/** The time of a message: the sender's where the server's agrees, and the server's beside it. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { messageDate } from "../../src/mail/message-date.ts";
import { messageOf } from "../signals/message-of.ts";

const taken = (at: string) => `Received: from a.example by mx.office.example with ESMTPS id 1; ${at}`;

describe("when a message was written, and when it arrived", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, lines: readonly string[], at: string | null, from: string, arrived: string | null])[] = [
    ["both agree",          [taken("Mon, 1 Jan 2024 09:00:10 +0000"), "Date: Mon, 1 Jan 2024 10:00:00 +0100"], "2024-01-01T09:00:00", "date", "2024-01-01T09:00:10"],
    ["a day apart",         [taken("Tue, 2 Jan 2024 09:00:00 +0000"), "Date: Mon, 1 Jan 2024 09:00:00 +0000"], "2024-01-01T09:00:00", "date", "2024-01-02T09:00:00"],
    ["a clock of elsewhere", [taken("Mon, 1 Jan 2024 09:00:00 +0000"), "Date: Mon, 1 Jan 2024 20:59:00 +0000"], "2024-01-01T20:59:00", "date", "2024-01-01T09:00:00"],
    ["written after it came", [taken("Mon, 1 Jan 2024 09:00:00 +0000"), "Date: Mon, 1 Jan 2024 22:00:00 +0000"], "2024-01-01T09:00:00", "received", "2024-01-01T09:00:00"],
    ["a forged Date",       [taken("Tue, 9 Jan 2024 09:00:00 +0000"), "Date: Mon, 1 Jan 2024 09:00:00 +0000"], "2024-01-09T09:00:00", "received", "2024-01-09T09:00:00"],
    ["a sender's own line", [taken("Tue, 9 Jan 2024 09:00:00 +0000"), taken("Mon, 1 Jan 2024 09:00:00 +0000")], "2024-01-09T09:00:00", "received", "2024-01-09T09:00:00"],
    ["no server",           ["Date: Mon, 1 Jan 2024 09:00:00 +0000"],                                          "2024-01-01T09:00:00", "date", null],
    ["nothing",             ["Subject: x"],                                                                    null,                  "none", null],
  ];
  const stamp = (at: number | null) => (at === null ? null : new Date(at).toISOString().slice(0, 19));
  for (const [what, lines, at, from, arrived] of cases) {
    test(what, () => {
      const found = messageDate(messageOf([...lines]));
      assert.deepEqual([stamp(found.at), found.from, stamp(found.arrived)], [at, from, arrived]);
    });
  }
});

/** Invitations and the answers to them (RFC 5546 1.4): what the calendar part says that it does. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { calendarMethod } from "../../src/signals/calendar-method.ts";
import { messageOf } from "./message-of.ts";

describe("what a calendar part does", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, head: readonly string[], body: string, method: string | undefined])[] = [
    ["as its type says",    ["Content-Type: text/calendar; method=REPLY; charset=utf-8"], "BEGIN:VCALENDAR\nEND:VCALENDAR", "reply"],
    ["as it says itself",   ["Content-Type: text/calendar"], "BEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:REQUEST\nEND:VCALENDAR", "request"],
    ["encoded",             ["Content-Type: text/calendar", "Content-Transfer-Encoding: base64"], btoa("BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\n"), "cancel"],
    ["it does not say",     ["Content-Type: text/calendar"], "BEGIN:VCALENDAR\nEND:VCALENDAR", undefined],
    ["a letter",            ["Content-Type: text/plain"], "METHOD:REPLY", undefined],
  ];
  for (const [what, head, body, method] of cases) {
    test(what, () => assert.equal(calendarMethod(messageOf(head, body)), method));
  }
});

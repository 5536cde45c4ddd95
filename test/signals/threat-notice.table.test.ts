import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { threatNotice } from "../../src/signals/threat-notice.ts";
import { recordOf } from "../support/record.ts";

describe("warnings about state attackers", () => {
  const state = "State-sponsored attackers may be targeting your phone";
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, name: string, address: string, subject: string, told: string | null, atProvider?: boolean])[] = [
    ["from where they are sent",     "Apple",            "threat-notifications@apple.com",     state, "Apple", true],
    ["a subdomain of it",            "Apple",            "threat-notifications@email.apple.com", state, "Apple", true],
    ["by name alone",                "Apple Security",   "desk@stranger.example",              state, "Apple", false],
    ["by a domain that looks so",    "",                 "no-reply@apple-id.example",          state, "Apple", false],
    ["a domain that only ends so",   "",                 "a@notapple.com",                     state, null],
    ["another mailbox of Google's",  "Google Alerts",    "alerts@google.com",                  "Government-backed attackers in your news", "Google", false],
    ["news about them",              "The Marsh Post",   "desk@marsh-post.example",            state, null],
    ["nothing about states",         "Apple",            "news@apple.com",                     "Your receipt", null],
    ["not to the reader",            "Apple",            "news@apple.com",                     "Mercenary spyware: a report", null],
    ["no sender",                    "",                 "",                                   state, null],
  ];
  for (const [what, name, address, subject, told, atProvider] of cases) {
    test(what, () => {
      const found = threatNotice(recordOf({ name: what, subject, claims: { from: [{ name, address }] } }));
      assert.deepEqual(found, told === null ? null : { provider: told, atProvider });
    });
  }
});

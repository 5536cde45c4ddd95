import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { LoadRecord } from "../../src/case/record.ts";
import { markedUrl } from "../../src/report/marked-url.ts";
import type { ProofView } from "../../src/report/model.ts";
import { proofSentence } from "../../src/report/proof-words.ts";

const here = markedUrl("https://px.example/o/Zx81k", { start: 21, end: 26 });
const view: ProofView = { load: 0, role: "copy", reader: "", readers: 3, messages: 2, here, other: null, again: null };

function said(role: ProofView["role"], fires: LoadRecord["fires"] = "open"): string {
  return proofSentence({ ...view, role }, fires, "anna@office.example");
}

describe("a proof says no more than was compared", () => {
  test("one mailing alone: a random number would look the same", () => {
    for (const role of ["copy", "message"] as const) {
      assert.match(said(role), /can look up .*; a random number that nobody keeps would look the same/);
      assert.doesNotMatch(said(role), /knows/);
    }
  });
  // biome-ignore format: a table reads by column
  const acts: readonly (readonly [fires: LoadRecord["fires"], act: string])[] = [
    ["open",       "opened the mail"],
    ["click",      "followed the link"],
    ["attachment", "opened the attachment"],
  ];
  for (const [fires, act] of acts) {
    test(`a token that comes again, of what fires by ${fires}`, () =>
      assert.ok(said("recipient", fires).endsWith(`knows by it that anna@office.example ${act}.`)));
  }
  test("of what is passed on nothing may be marked", () => assert.doesNotMatch(said("forward"), /marked/));
});

import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { describe, test } from "node:test";
import { parseMessage } from "../../src/mail/parse.ts";
import { answeredIds } from "../../src/signals/answered-ids.ts";

const key = (id: string): string => hash("sha256", id, "hex").slice(0, 13);
const many = Array.from({ length: 50 }, (_, nth) => `<${nth}@a.test>`).join(" ");

describe("what a mail says it answers", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, lines: readonly string[], ids: readonly string[] | undefined])[] = [
    ["nothing",                  ["Subject: x"],                                                     undefined],
    ["one, as it is written",    ["In-Reply-To: <One@A.test>"],                                      ["one@a.test"]],
    ["the same in both fields",  ["In-Reply-To: <1@a.test>", "References: <1@a.test>"],              ["1@a.test"]],
    ["the nearest, the first",   ["In-Reply-To: <9@a.test>", `References: ${many}`],                 ["9@a.test", "49@a.test", "0@a.test"]],
    ["references alone",         ["References: <1@a.test>", " <2@a.test> <3@a.test>"],               ["3@a.test", "1@a.test", "2@a.test"]],
    ["words without an id",      ["In-Reply-To: your letter of Monday"],                             undefined],
    ["no brackets",              ["In-Reply-To: 1@a.test"],                                          ["1@a.test"]],
    ["an empty field",           ["References:"],                                                    undefined],
  ];
  for (const [what, lines, ids] of cases) {
    test(what, () => {
      const message = parseMessage(Buffer.from([...lines, "", ""].join("\r\n")));
      assert.deepEqual(answeredIds(message), ids?.map(key));
    });
  }
});

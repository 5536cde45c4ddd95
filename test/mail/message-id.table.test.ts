import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { parseMessageIds } from "../../src/mail/message-id.ts";
import { withinCpuMs } from "../support/cpu-time.ts";

describe("parseMessageIds", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [text: string, ids: readonly string[]])[] = [
    ["<1@example.org>",                          ["1@example.org"]],
    ["<1@example.org> <2@example.org>",          ["1@example.org", "2@example.org"]],
    ["<1@example.org>,<2@example.org>",          ["1@example.org", "2@example.org"]],
    ["<1@exam ple.org>",                         ["1@example.org"]],
    ["Your message of Monday <1@example.org> \"x\"", ["1@example.org"]],
    ["1@example.org",                            ["1@example.org"]],
    ["<<1@example.org>>",                        ["1@example.org"]],
    ["<1@example.org",                           ["1@example.org"]],
    ["<no-at-sign>",                             ["no-at-sign"]],
    ["<a b@example.org>",                        ["ab@example.org"]],
    ["<1@example.org>>> <2@example.org>",        ["1@example.org", "2@example.org"]],
    ["<\"a>b\"@example.org>",                    ["\"a"]],
    ["(x) <1@example.org> (y)",                  ["1@example.org"]],
    ["<__proto__>",                              ["__proto__"]],
    ["no id",                                    []],
    ["<>",                                       []],
    ["",                                         []],
  ];
  for (const [text, ids] of cases) test(text, () => assert.deepEqual(parseMessageIds(text), ids));

  test("a million ids: the first ones are kept", () => {
    assert.equal(parseMessageIds("<a@example.org> ".repeat(1_000_000)).length, limits.messageIdsMax);
  });
  for (const piece of ["<", ">", "<>", "< ", "<a", "a>", "@ "]) {
    test(
      `${JSON.stringify(piece)} a million times ends`,
      withinCpuMs(5_000, () => {
        assert.ok(parseMessageIds(piece.repeat(1_000_000)).length <= limits.messageIdsMax);
      }),
    );
  }
  test("one huge id is cut", () => {
    assert.equal(parseMessageIds(`<${"a".repeat(1_000_000)}>`)[0]?.length, 998);
  });
});

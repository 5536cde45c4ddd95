/** What is remembered across documents is bounded and changes no answer. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { TextMemo } from "../../src/base/text-memo.ts";

describe("a memo of texts", () => {
  /** Which of the texts were made anew, in order. */
  const madeFor = (texts: readonly string[]): readonly string[] => {
    const memo = new TextMemo<string>(4, 40);
    const made: string[] = [];
    for (const text of texts) {
      const value = memo.get(text, (own) => {
        made.push(own);
        return own.toUpperCase();
      });
      assert.equal(value, text.toUpperCase());
    }
    return made;
  };
  const rows: readonly [what: string, texts: readonly string[], made: readonly string[]][] = [
    ["remembers", ["a", "b", "a", "b"], ["a", "b"]],
    ["keeps what is asked for", ["a", "b", "c", "a", "d", "a", "e", "a"], ["a", "b", "c", "d", "e"]],
    [
      "forgets what was not asked for in two generations",
      ["a", "b", "c", "d", "e", "a"],
      ["a", "b", "c", "d", "e", "a"],
    ],
    ["remembers no long text", ["elevenchars", "elevenchars"], ["elevenchars", "elevenchars"]],
    ["the empty text is a text", ["", ""], [""]],
  ];
  for (const [what, texts, made] of rows) test(what, () => assert.deepEqual(madeFor(texts), made));

  test("is bounded in characters", () => {
    const memo = new TextMemo<number>(1000, 40);
    let made = 0;
    const ask = (text: string) => memo.get(text, () => (made += 1));
    for (let i = 0; i < 5; i += 1) ask(`${i}`.repeat(10));
    assert.equal(ask("4".repeat(10)), 5);
    assert.equal(ask("0".repeat(10)), 6);
  });
});

/** What is remembered across documents is bounded and changes no answer. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { NameTable } from "../../src/html/name-table.ts";
import { TextMemo } from "../../src/html/text-memo.ts";

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

describe("names", () => {
  const table = new NameTable<number>((name) => name.length);
  const nameAt = (source: string, start: number, end: number): string => {
    const { name, info } = table.at(source, start, end);
    assert.equal(info, name.length);
    return name;
  };
  const long = "X".repeat(40);
  for (const written of ["td", "TD", "Td", "v:Fill", "a{b", "a[b", "z`@", long]) {
    test(`${written.slice(0, 8)} in lower case, from any place and any number of times`, () => {
      const source = `<${written} ${written}>`;
      for (const start of [1, written.length + 2, 1]) {
        assert.equal(nameAt(source, start, start + written.length), written.toLowerCase());
      }
    });
  }

  test("thousands of other names change no answer", () => {
    for (let i = 0; i < 20_000; i += 1) {
      const name = `n${i.toString(36)}`;
      assert.equal(nameAt(name.toUpperCase(), 0, name.length), name);
    }
  });
});

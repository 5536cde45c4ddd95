/** One piece of a longer message: what it says of itself (RFC 2046 5.2.2). */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readPiece } from "../../src/signals/piece.ts";
import { messageOf } from "./message-of.ts";

describe("message/partial", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [type: string, piece: ReturnType<typeof readPiece>["piece"], isWhole: boolean])[] = [
    ["text/plain",                                                        null,                                                true],
    ["message/rfc822",                                                    null,                                                true],
    ['message/partial; id="a@example.org"; number=2; total=3',            { id: "a@example.org", number: 2, total: 3 },        false],
    ["Message/Partial; NUMBER=1; id=a",                                   { id: "a", number: 1, total: 0 },                    false],
    ["message/partial; id=a; number=1; total=1",                          { id: "a", number: 1, total: 1 },                    true],
    ["message/partial",                                                   { id: "", number: 0, total: 0 },                     false],
    ["message/partial; id=a; number=-1; total=1e9",                       { id: "a", number: 0, total: 0 },                    false],
    ["message/partial; id=a; number=99999999999999999999; total=9999999", { id: "a", number: 0, total: 0 },                    false],
    ["message/partial; id=a; number=__proto__; total=NaN",                { id: "a", number: 0, total: 0 },                    false],
  ];
  for (const [type, piece, isWhole] of cases) {
    test(type, () => {
      const reading = readPiece(messageOf([`Content-Type: ${type}`]));
      assert.deepEqual(reading.piece, piece);
      assert.equal(reading.problems.length, isWhole ? 0 : 1);
    });
  }

  // Evasion: the one piece of a message that is a piece of another.
  test("one piece is all, and holds a piece", () => {
    const inner = "Subject: x\nContent-Type: Message / Partial; id=b; number=1; total=2\n\nHello\n";
    const { problems } = readPiece(messageOf(["Content-Type: message/partial; id=a; number=1; total=1"], inner));
    assert.deepEqual(
      problems.map(({ code }) => code),
      ["message.piece"],
    );
  });

  test("a name of any length is cut", () => {
    const { piece } = readPiece(messageOf([`Content-Type: message/partial; id=${"x".repeat(100_000)}; number=1`]));
    assert.equal(piece?.id.length, 500);
  });
});

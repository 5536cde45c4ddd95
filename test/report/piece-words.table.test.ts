/** How pieces and what was put together from them are told: in `show`, the report and the answer. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { joinedPath } from "../../src/case/joined.ts";
import type { StoredMessage } from "../../src/ports/store.ts";
import { coverageSentence } from "../../src/report/answer-words.ts";
import { htmlText } from "../../src/report/html.ts";
import { messageHtml } from "../../src/report/html-messages.ts";
import { fidelityWords, joinedIntoWords, joinedWords, pieceWords } from "../../src/report/labels.ts";
import { messageText } from "../../src/report/message-text.ts";
import { pageLinks } from "../../src/report/page-links.ts";
import { recordOf, shaOf } from "../support/record.ts";
import { answer, emptyCoverage } from "./fixture.ts";

const hashes = (count: number) => Array.from({ length: count }, (_, n) => shaOf(`${n}`));
const short = (count: number) =>
  hashes(count)
    .map((hash) => hash.slice(0, 12))
    .join(", ");

describe("words of pieces", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, said: string | null, expected: string | null])[] = [
    ["a whole message",        pieceWords(null),                                ""],
    ["a piece",                pieceWords({ id: "x@a.example", number: 2, total: 3 }), "2 of 3 of a longer message, x@a.example; searched by itself"],
    ["a piece that says little", pieceWords({ id: "", number: 0, total: 0 }),   "a number that it does not say of a longer message; searched by itself"],
    ["a place on disk",        joinedWords("/mail/joined:/1.eml"),              null],
    ["a path that lies",       joinedWords("joined:no hash"),                   null],
    ["one piece",              joinedWords(joinedPath(hashes(1))),              `put together from one piece: ${short(1)}`],
    ["three",                  joinedWords(joinedPath(hashes(3))),              `put together from 3 pieces: ${short(3)}`],
    ["many",                   joinedWords(joinedPath(hashes(500))),            `put together from 500 pieces: ${short(12)} and 488 more`],
  ];
  for (const [what, said, expected] of cases) test(what, () => assert.equal(said, expected));

  test("a piece names the whole, the whole its pieces", () => {
    const record = { ...recordOf({ name: "a" }), piece: { id: "x", number: 1, total: 2 } };
    const piece = { record, locations: [], judgement: null, joinedInto: hashes(2) };
    assert.equal(joinedIntoWords(piece), short(2));
    assert.match(messageText(piece), new RegExp(`^Part of +${short(2)}$`, "m"));
    const links = pageLinks({ campaigns: [], people: [], messages: [piece] });
    const page = (stored: StoredMessage) => htmlText(messageHtml(stored, [], { index: 0, links, open: true }));
    for (const hash of hashes(2))
      assert.match(page(piece), new RegExp(`Part of</dt><dd>.*${hash.slice(0, 12)}.*</dd>`));
    assert.doesNotMatch(page({ ...piece, joinedInto: [] }), /Part of/);
    const location = { path: joinedPath(hashes(2)), offset: 0, length: 9, folder: "", marks: [] };
    const whole = {
      record: { ...recordOf({ name: "b" }), fidelity: "joined" as const },
      locations: [location],
      judgement: null,
    };
    assert.match(fidelityWords(whole.record), /put together from its pieces/);
    assert.match(messageText(whole), new RegExp(`- put together from 2 pieces: ${short(2)}`));
    assert.doesNotMatch(messageText(whole), /bytes 0–9/);
  });

  test("the answer counts them apart", () => {
    const coverage = emptyCoverage({ messages: 4, ok: 1, partial: 3, joined: 1 });
    const sentence = coverageSentence(answer({ coverage }), "below");
    assert.equal(
      sentence,
      "4 messages, none with a date, all read (3 partly, listed below), and 1 put together from pieces among them",
    );
  });
});

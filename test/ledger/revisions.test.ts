/** A source read again: the same, a new revision, or taken out before. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { enter, newest, wordsOf } from "../../src/ledger/revisions.ts";
import { ledgerDocument, said } from "../support/ledger.ts";

const page = { source: "/record/page" };
const first = ledgerDocument("first", [said("advice", { words: "Update." })], page);
const second = ledgerDocument(
  "second",
  [said("advice", { words: "Update." }), said("impact", { words: "None." })],
  page,
);

describe("a document that is given again", () => {
  test("the same bytes are the same document, wherever they lie", () => {
    const moved = { ...first, source: "/elsewhere" };
    const entered = enter(moved, { kept: [first], removed: [], again: false });
    assert.deepEqual([entered.as, entered.document.source, entered.document.revision], ["same", page.source, 1]);
  });

  test("who vouched for its publisher still does when it is given again, and not for other bytes", () => {
    const vouched = { ...first, publisher: "Northern Centre", vouchedBy: "user" as const };
    const again = enter(first, { kept: [vouched], removed: [], again: false }).document;
    assert.deepEqual([again.publisher, again.vouchedBy], ["Northern Centre", "user"]);
    const fetched = { ...first, publisher: "feeds.example", vouchedBy: "server" as const };
    const served = enter(fetched, { kept: [vouched], removed: [], again: false }).document;
    assert.deepEqual([served.publisher, served.vouchedBy], ["Northern Centre", "user"]);
    const later = enter(
      { ...first, publisher: "Other Centre", vouchedBy: "user" },
      { kept: [vouched], removed: [], again: false },
    );
    assert.equal(later.document.publisher, "Other Centre");
    assert.equal(enter(second, { kept: [vouched], removed: [], again: false }).document.vouchedBy, undefined);
  });

  test("other bytes are the next revision", () => {
    const { document, as } = enter(second, { kept: [first], removed: [], again: false });
    assert.deepEqual([as, document.revision], ["revision", 2]);
    assert.deepEqual(newest([first, document]), [document]);
    const third = enter(ledgerDocument("third", [], page), { kept: [first, document], removed: [], again: false });
    assert.equal(third.document.revision, 3);
  });

  test("what was taken out stays out, a statement also in a later revision, until it is asked for again", () => {
    const [statement] = second.statements;
    assert.ok(statement);
    const removed = [
      { id: first.id, what: "document" as const, sha256: first.sha256, words: "" },
      { id: "a-0", what: "statement" as const, sha256: first.sha256, words: wordsOf(statement) },
    ];
    assert.equal(enter(first, { kept: [], removed, again: false }).as, "removed");
    assert.equal(enter(first, { kept: [], removed, again: true }).as, "new");
    const entered = enter(second, { kept: [], removed, again: false });
    assert.deepEqual([entered.statementsLeftOut, entered.document.statements.length], [1, 1]);
  });
});

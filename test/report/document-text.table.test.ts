/** What a document says stays readable: a summary first, the gravest statements, the rest when it is asked for; nothing is dropped silently. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { documentText } from "../../src/report/document-text.ts";
import { ledgerDocument, party, said } from "../support/ledger.ts";

const NORTH = party("Northern Centre", "agency", "NO");
const advice = Array.from({ length: 40 }, (_, index) => said("advice", { by: [NORTH], words: `Advice ${index}.` }));
const charge = said("charge", { by: [NORTH], against: [party("Paper Crane", "group")], words: "Charged." });
const document = ledgerDocument("long", [...advice, charge], {
  rejectedCount: 9,
  rejected: [{ place: "line 3", text: "readme.example", why: "file name, not a domain" }],
});
const shown = (all: boolean) => documentText(document, { isKept: false, damage: null, all });

test("a long document: counts first, the charge before the advice, what is left is counted and how to see it told", () => {
  const text = shown(false);
  assert.match(text, /^Says +41 statements \(1 charge, 40 of advice\)/m);
  assert.ok(text.indexOf("“Charged.”") < text.indexOf("“Advice 0.”"));
  assert.match(text, /and 29 more/);
  assert.match(text, /Not everything is shown: --all/);
  assert.ok(text.split("\n").length < 80);
});

test("with all, everything in the document's order", () => {
  const text = shown(true);
  assert.ok(text.indexOf("“Charged.”") > text.indexOf("“Advice 39.”"));
  assert.doesNotMatch(text, /--all/);
});

test("what was taken for no indicator is listed with its reason, and the others are counted", () => {
  assert.match(
    shown(false),
    /Taken for no indicator \(9\)\n {2}- readme\[\.\]example, line 3: file name, not a domain\n {2}and 8 more/,
  );
});

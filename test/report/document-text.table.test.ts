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

test("a file of indicators tells what it gives to search for, though no sentence of it can be quoted", () => {
  const one = { id: "i-1", type: "domain-name", value: "harbour.example", name: "", place: "line 2" } as const;
  const sought = [
    { ...one, from: null, until: null, groups: ["Paper Crane"] },
    { ...one, from: null, until: null, groups: [] },
  ];
  const text = documentText(ledgerDocument("list", [], { format: "stix" }), { isKept: false, damage: null, sought });
  assert.match(text, /^Says +0 statements; 2 indicators$/m);
  assert.match(text, /Searched for \(2\)\n {2}- harbour\[\.\]example \(domain-name\), line 2, tied to Paper Crane\n/);
  assert.doesNotMatch(text, /No statement and no indicator/);
});

test("what is said of a whole file begins with its place, not with a comma", () => {
  const rejected = [{ place: "the file", text: "", why: "it ends too early" }];
  const text = documentText(ledgerDocument("x", [], { rejectedCount: 1, rejected }), { isKept: false, damage: null });
  assert.match(text, /\n {2}- the file: it ends too early/);
});

test("a publisher is told with whose word that is", () => {
  const publisher = "Northern Centre";
  const line = (wish: Parameters<typeof ledgerDocument>[2]) =>
    /^Published +(.*?\))/m.exec(documentText(ledgerDocument("x", [], wish), { isKept: false, damage: null }))?.[1];
  assert.equal(line({ publisher }), "Northern Centre (by its own word)");
  assert.equal(line({ publisher, vouchedBy: "user" }), "Northern Centre (you vouch for that)");
  assert.equal(line({ publisher, vouchedBy: "server" }), "Northern Centre (from its server)");
});

test("what was taken for no indicator is listed with its reason, and the others are counted", () => {
  assert.match(
    shown(false),
    /Taken for no indicator \(9\)\n {2}- readme\[\.\]example, line 3: file name, not a domain\n {2}and 8 more/,
  );
});

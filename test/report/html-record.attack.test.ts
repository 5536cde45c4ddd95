/** The public record in the report: a denial stands in the row of its accusation, the user's apart from ours, and nothing a document says becomes markup. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { NAME_WITHHELD } from "../../src/case/ledger.ts";
import { ledgerView } from "../../src/ledger/ledger-view.ts";
import { htmlText } from "../../src/report/html.ts";
import { recordHtml } from "../../src/report/html-record.ts";
import { ledgerText } from "../../src/report/ledger-text.ts";
import { ledgerDocument, party, said } from "../support/ledger.ts";

const NORTH = party("Northern Centre", "agency", "NO");
const CRANE = party("Paper Crane", "group", "HB");
const CHAMBER = party("Chamber", "office", "NO");
const accusation = said("accusation", {
  by: [NORTH],
  against: [CRANE],
  targets: [CHAMBER],
  date: "2031-05-02",
  words: "They did it.",
});
const denial = said("denial", { by: [party("Ministry", "office", "HB")], date: "2031-05-03", words: "We did not." });

test("a denial stands in the row of the accusation that it answers; an accusation without one says so", () => {
  const page = htmlText(recordHtml(ledgerView([ledgerDocument("own", [accusation, denial])])));
  assert.match(
    page,
    /<div class="entry-row paired"><div class="said">.*They did it\..*<div class="answers"><div class="denial">.*We did not\./s,
  );
  assert.doesNotMatch(page, /Not answered/);
  assert.match(
    htmlText(recordHtml(ledgerView([ledgerDocument("own", [accusation])]))),
    /Not answered by any denial in this record/,
  );
});

test("what ships stands apart, and a shipped denial beside the user's accusation says that it ships", () => {
  const view = ledgerView([
    ledgerDocument("own", [accusation]),
    ledgerDocument("ours", [denial, said("advice", { by: [NORTH] })], { origin: "shipped" }),
  ]);
  const [own = "", shipped = ""] = htmlText(recordHtml(view)).split("<h3>What comes with Letterlock</h3>");
  assert.match(own, /They did it\..*We did not\..*comes with Letterlock/s);
  assert.match(shipped, /Advice and policy/);
  assert.doesNotMatch(shipped, /They did it/);
});

test("nothing a document says becomes markup, a link or a control on a page or a terminal", () => {
  const hostile = '"><script>alert(1)</script> https://evil.example/ \u202e\u001b[31m';
  const everywhere = said("accusation", {
    by: [party(hostile, "agency", "NO")],
    via: [party(hostile)],
    against: [party(hostile, "group", "HB")],
    targets: [party(hostile, "office")],
    date: { from: null, until: null, words: hostile },
    words: hostile,
    confidence: { words: hostile, scale: "", low: null, high: null },
    quantities: [{ what: hostile, min: 1, max: 2, quote: accusation.assertion.quote }],
  });
  const other = said("accusation", {
    by: [party(hostile)],
    against: [CRANE],
    targets: [party(hostile, "office")],
    confidence: { words: "sure", scale: "", low: null, high: null },
  });
  const aliases = [{ by: hostile, name: hostile, aliases: [hostile], source: hostile }];
  const document = ledgerDocument("x", [{ ...everywhere, publisher: hostile, source: hostile }, other, denial], {
    title: hostile,
    publisher: hostile,
    tlp: hostile,
    aliases,
  });
  const view = ledgerView([document]);
  const page = htmlText(recordHtml(view));
  assert.ok(page.includes("&lt;script&gt;"));
  for (const shown of [page, ledgerText(view, new Map([["x", hostile]]))]) {
    for (const live of ["<script>alert", "https://evil", "\u202e", "\u001b"]) {
      assert.ok(!shown.includes(live) || (shown !== page && live.startsWith("<")), JSON.stringify(live));
    }
  }
});

test("a record of thousands of statements keeps the page small, and the rest is counted", () => {
  const many = Array.from({ length: 1_500 }, (_, index) =>
    said("accusation", {
      by: [NORTH],
      targets: [party(`Body ${index}`, "office")],
      words: `${index} ${"word ".repeat(200)}`,
    }),
  );
  const page = htmlText(recordHtml(ledgerView([ledgerDocument("many", many)])));
  assert.ok(page.length < 400_000, `${page.length}`);
  assert.match(page, /And 1,4\d\d more: <code>letterlock intel list<\/code>/);
});

test("where not all matters fit, those in which somebody is accused do", () => {
  const many = Array.from({ length: 90 }, (_, index) =>
    said("incident", { date: "2031-01-01", targets: [party(`Body ${index}`, "office")] }),
  );
  const view = ledgerView([ledgerDocument("many", [...many, accusation])]);
  assert.match(htmlText(recordHtml(view)), /They did it\..*31 more/s);
  assert.match(ledgerText(view, new Map(), false), /They did it\..*71 more matters/s);
});

test("a page that holds withheld names says so; what was left out by its light is counted", () => {
  const masked = said("charge", { by: [NORTH], against: [CRANE], words: `${NAME_WITHHELD} was charged.` });
  const page = htmlText(recordHtml(ledgerView([ledgerDocument("own", [masked])]), 2));
  assert.match(page, /verbatim but for names of persons/);
  assert.match(page, /2 documents whose traffic light forbids/);
  assert.doesNotMatch(
    htmlText(recordHtml(ledgerView([ledgerDocument("own", [accusation])]))),
    /names of persons|traffic light/,
  );
});

/** Names of charged and targeted persons do not leave with a quote: not in a bundle, not in a report. Groups, bodies and companies keep theirs. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { NAME_WITHHELD } from "../../../src/case/ledger.ts";
import { readPublished } from "../../../src/intel/ledger/read-published.ts";
import { withoutNames } from "../../../src/intel/ledger/without-names.ts";
import { outwardOf } from "../../../src/intel/stix-out/outward.ts";
import { toBundle } from "../../../src/intel/stix-out/to-bundle.ts";
import { ledgerDocument, party, said } from "../../support/ledger.ts";

const CRANE = party("Paper Crane", "group", "HB");
const masked = (words: string, title = "x") => {
  const [one] = withoutNames(
    ledgerDocument("x", [said("charge", { by: [party("Northern Centre")], against: [CRANE], words, about: words })], {
      title,
    }),
  ).statements;
  return one?.assertion.quote.text ?? "";
};

describe("a name in a quote", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [words: string, shown: string])[] = [
    ["The Northern Centre charged Ada Quillfeather and Bo Wintergreen.", "The Northern Centre charged [name withheld] and [name withheld]."],
    ["charged NI GAOTANG, 36, with intrusions", "charged [name withheld], 36, with intrusions"],
    ["charged Zhao Guangling (赵广灵), 38", "charged [name withheld] ([name withheld]), 38"],
    ["Senator Quillfeather was targeted", "Senator [name withheld] was targeted"],
    ["Mr. Wintergreen was charged", "Mr. [name withheld] was charged"],
    ["Ada Quillfeather was charged. Quillfeather denied it.", "[name withheld] was charged. [name withheld] denied it."],
    ["Ada M. Quillfeather was charged", "[name withheld] was charged"],
    ["Ludwig van der Quill was charged", "[name withheld] was charged"],
    // What is no person keeps its name.
    ["Paper Crane sent mails to the Northern Centre.", "Paper Crane sent mails to the Northern Centre."],
    ["The United Kingdom and APT31 in March 2024", "The United Kingdom and APT31 in March 2024"],
    ["TrickBot and BazarLoader were used", "TrickBot and BazarLoader were used"],
    ["Wintergreen Quill Laboratories was hit", "Wintergreen Quill Laboratories was hit"],
  ];
  for (const [words, shown] of cases) test(words, () => assert.equal(masked(words), shown));
});

test("a title, what is said, and persons as parties hold no name", () => {
  const one = withoutNames(
    ledgerDocument(
      "x",
      [said("charge", { against: [{ ...party("Ada Quillfeather", "persons"), count: 1 }], about: "Ada Quillfeather" })],
      { title: "The case of Ada Quillfeather" },
    ),
  );
  assert.doesNotMatch(JSON.stringify(one), /Quillfeather/);
  assert.equal(one.statements[0]?.assertion.against[0]?.count, 1);
});

test("a charge that is read from a text names nobody in a bundle, and no field of ours in the reading", async () => {
  const text =
    "Northern Centre\n\nOn 2 May 2031 the US Department of Justice charged NI GAOTANG, 36, and Zhao Guangling with conspiracy. The Justice Department accused Mr. Wintergreen of espionage.\n";
  const read = await readPublished(Buffer.from(text), "/x/charge.txt");
  assert.ok(read.ok);
  assert.ok(read.value.document.statements.length > 0);
  for (const { assertion } of read.value.document.statements) {
    const fields = JSON.stringify([assertion.by, assertion.via, assertion.against, assertion.targets]);
    assert.doesNotMatch(fields, /GAOTANG|Guangling|Wintergreen/);
  }
  const bundle = JSON.stringify(toBundle(outwardOf([read.value.document], null).documents));
  assert.doesNotMatch(bundle, /GAOTANG|Guangling|Wintergreen/);
  assert.ok(bundle.includes(NAME_WITHHELD));
});

test("property: total; twice is once; text in small letters stays as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (words) => {
      const once = masked(words);
      assert.equal(masked(once).replaceAll(NAME_WITHHELD, ""), once.replaceAll(NAME_WITHHELD, ""));
    }),
  );
  fc.assert(fc.property(fc.stringMatching(/^[a-z ,.]*$/), (words) => assert.equal(masked(words), words)));
});

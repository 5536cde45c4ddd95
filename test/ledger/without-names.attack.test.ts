/** Names of charged and targeted persons do not leave with a quote: not in a bundle, not in a report. Groups, bodies and companies keep theirs. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { NAME_WITHHELD } from "../../src/case/ledger.ts";
import { readPublished } from "../../src/ledger/read-published.ts";
import { outwardOf } from "../../src/ledger/stix-out/outward.ts";
import { toBundle } from "../../src/ledger/stix-out/to-bundle.ts";
import { withoutNames } from "../../src/ledger/without-names.ts";
import { ledgerDocument, party, said } from "../support/ledger.ts";

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
    ["charged defendants NI GAOTANG, WENG QUILL, and O'QUILL-SMITH with conspiracy", "charged defendants [name withheld], [name withheld], and [name withheld] with conspiracy"],
    ["The suspect, Ms. May, was charged", "The suspect, Ms. [name withheld], was charged"],
    ["charged Quillfeather, a hacker from Harbour", "charged [name withheld], a hacker from [name withheld]"],
    ["QUILLFEATHER was charged with conspiracy", "[name withheld] was charged with conspiracy"],
    ["Senator Mark Young and Rep. Will Hope", "Senator [name withheld] and Rep. [name withheld]"],
    ["Rep. A. Quillfeather was warned", "Rep. [name withheld] was warned"],
    ["Emily Young and Vitaly Hope were warned", "[name withheld] and [name withheld] were warned"],
    ["Quillfeather's husband was written to", "[name withheld]'s husband was written to"],
    ["According to Quillfeather, nobody warned her", "According to [name withheld], nobody warned her"],
    ["the private inbox of Quillfeather", "the private inbox of [name withheld]"],
    ["It sanctioned two individuals: Quillfeather and Wintergreen.", "It sanctioned two individuals: [name withheld] and [name withheld]."],
    ["Amin al-Quill and D’Angelo were sanctioned", "[name withheld] and [name withheld] were sanctioned"],
    ["It charged عبد الله حسن with conspiracy", "It charged [name withheld] with conspiracy"],
    ["sanctioned Quillfeather (DOB: 12/11/1985; passport E12345678)", "sanctioned [name withheld] (DOB: [name withheld]; passport [name withheld])"],
    ["Ada Quillfeather wrote from ada.quillfeather@mail.example", "[name withheld] wrote from [name withheld]@mail.example"],
    // What is no person keeps its name.
    ["The Quilldoor backdoor was found in March 2024. In September it was gone.", "The Quilldoor backdoor was found in March 2024. In September it was gone."],
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

test("a publisher that may be a person, what a description quotes, problems and a statement's source hold no name", () => {
  const quote = { text: "Ada Quillfeather's inbox", start: 0, end: 24, page: 0, line: 1 };
  const sign = { kind: "opening" } as const;
  const one = withoutNames(
    ledgerDocument("x", [{ ...said("advice"), source: "Letter of Ada Quillfeather" }], {
      publisher: "Ada Quillfeather",
      problems: ["The attachment Letter of Ada Quillfeather was not read."],
      profile: {
        source: "Ada Quillfeather's case",
        sha256: "0".repeat(64),
        traits: [{ sign, says: "", quote }],
        beyondMail: [],
      },
      rejected: [{ place: "line 1", text: "ada.quillfeather@mail.example", why: "an example" }],
    }),
  );
  assert.doesNotMatch(JSON.stringify(one), /quillfeather/i);
});

test("an owner's name before a firm is no firm's name", () => {
  const firm = party("Ada Quillfeather's firm", "company");
  const words = "The United Kingdom accused Ada Quillfeather's firm of it.";
  assert.doesNotMatch(
    JSON.stringify(withoutNames(ledgerDocument("x", [said("accusation", { against: [firm], words })]))),
    /Quill/,
  );
});

test("half a name is known by the whole of it elsewhere in the text, also where no sentence of that is kept", async () => {
  const text =
    "Northern Centre\n\nNi Gaotang lives in a flat by the harbour.\n\nThe United Kingdom said that Gaotang sent mails for Paper Crane, which it accused of hacking the parliament.\n";
  const read = await readPublished(Buffer.from(text), "/x/half.txt");
  assert.ok(read.ok);
  const { documents } = outwardOf([read.value.document], null);
  assert.doesNotMatch(JSON.stringify(documents), /gaotang/i);
});

test("a name far down in a long text, or over the place where it is cut, is one as well", () => {
  for (const filler of ["The mail was read. ", "words ", "a"]) {
    for (const count of [1_590, 1_594, 1_600, 8_000]) {
      const words = `${filler.repeat(Math.ceil(count / filler.length)).slice(0, count)} Ada Quillfeather was charged.`;
      assert.doesNotMatch(masked(words), /Quillfeather/, `${filler}${count}`);
    }
  }
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

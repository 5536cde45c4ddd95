/** Any ledger that the types allow, for properties: texts of any characters, dates and counts of any size. */
import { createHash } from "node:crypto";
import fc from "fast-check";
import { type EpochMs, epochMs } from "../../src/base/brand.ts";
import { ASSERTION_KINDS, type Assertion, PARTY_KINDS, type Party } from "../../src/case/assertion.ts";
import type { Quote } from "../../src/case/document.ts";
import type { LedgerDocument } from "../../src/case/ledger.ts";

const text = fc.oneof(
  fc.constantFrom("", "Paper Crane", "Harbour", "harbour.example", "T1598.003"),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 6 }),
);
const date = fc.option(fc.integer({ min: -8.64e14, max: 8.64e14 }).map((ms) => epochMs(ms) as EpochMs));
const quote: fc.Arbitrary<Quote> = fc.record({
  text,
  start: fc.nat(),
  end: fc.nat(),
  page: fc.nat(9),
  line: fc.nat(99),
});
const party: fc.Arbitrary<Party> = fc.record({
  kind: fc.constantFrom(...PARTY_KINDS),
  name: text,
  words: text,
  country: fc.constantFrom("", "HB", "NO"),
  count: fc.option(fc.nat()),
});
const parties = fc.array(party, { maxLength: 2 });
const time = fc.option(fc.record({ from: date, until: date, words: text }));
const share = fc.option(fc.constantFrom(0, 0.25, 0.5, 0.95, 1));
const quantity = fc.record({ what: text, min: fc.option(fc.nat()), max: fc.option(fc.nat()), quote });
const technique = fc.record({ id: text, name: text, quote });
const assertion: fc.Arbitrary<Omit<Assertion, "id">> = fc.record({
  kind: fc.constantFrom(...ASSERTION_KINDS),
  by: parties,
  via: parties,
  against: parties,
  targets: parties,
  about: text,
  time,
  date: time,
  confidence: fc.record({
    words: text,
    scale: fc.constantFrom("phia", "icd-203", "analytic-confidence", ""),
    low: share,
    high: share,
  }),
  isNegated: fc.boolean(),
  techniques: fc.array(technique, { maxLength: 1 }),
  quantities: fc.array(quantity, { maxLength: 1 }),
  quote,
});
const statement = fc.record({
  assertion,
  isVerbatim: fc.boolean(),
  publisher: text,
  source: text,
  mark: fc.constantFrom("P" as const, "S" as const, "" as const),
});
const document = fc.record({
  origin: fc.constantFrom("added" as const, "by-hand" as const, "shipped" as const),
  source: text,
  size: fc.nat(),
  format: fc.constantFrom("text" as const, "pdf" as const, "stix" as const, "statements" as const),
  title: text,
  publisher: text,
  date,
  language: fc.constantFrom("", "en", "fr-CA"),
  tlp: fc.constantFrom("", "TLP:CLEAR", "TLP:WHITE", "TLP:AMBER+STRICT", "TLP:RED", "odd"),
  revision: fc.integer({ min: 1, max: 9 }),
  statements: fc.array(statement, { maxLength: 4 }),
  aliases: fc.array(fc.record({ by: text, name: text, aliases: fc.array(text, { maxLength: 2 }), source: text }), {
    maxLength: 2,
  }),
  indicators: fc.array(
    fc.record({
      type: fc.constantFrom("domain-name", "url", "file-hash", "vulnerability", "toString"),
      value: fc.oneof(text, fc.constantFrom("a'b\\c.example", "0".repeat(64))),
      quote,
      doubt: fc.option(text),
    }),
    { maxLength: 3 },
  ),
  rejectedCount: fc.nat(),
  rejected: fc.array(fc.record({ place: text, text, why: text }), { maxLength: 2 }),
  techniques: fc.array(technique, { maxLength: 1 }),
  quantities: fc.array(quantity, { maxLength: 1 }),
  actors: parties,
  targets: parties,
  unread: fc.array(quote, { maxLength: 1 }),
  problems: fc.array(text, { maxLength: 1 }),
  isPartial: fc.boolean(),
});

/** Hashes and ids are all different, as in a case. */
export const anyLedger: fc.Arbitrary<readonly LedgerDocument[]> = fc
  .array(document, { maxLength: 4 })
  .map((documents) =>
    documents.map((one, at) => {
      const sha256 = createHash("sha256").update(`document ${at}`).digest("hex");
      const statements = one.statements.map((each, index) => ({
        ...each,
        assertion: { ...each.assertion, id: `a-${sha256.slice(0, 11)}${index}` },
      }));
      // Generated objects have no prototype; what is read back has one.
      return structuredClone({ ...one, sha256, id: `d-${sha256.slice(0, 12)}`, statements });
    }),
  );

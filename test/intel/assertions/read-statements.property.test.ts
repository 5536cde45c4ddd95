/** What holds for any text: total, quotes verbatim and in bounds, the same again, no personal name in a party. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { DocumentStatements, Party } from "../../../src/case/assertion.ts";
import type { Quote } from "../../../src/case/document.ts";
import { readStatements } from "../../../src/intel/assertions/read-statements.ts";
import { documentOf } from "../../support/published-document.ts";

const numRuns = Number(process.env["FUZZ_RUNS"] ?? 300);

/** Words that the grammar knows, in any order: far more frames than random letters make. */
const word = fc.constantFrom(
  ..."The the a Finland Russia Chinese hackers accused denied said that charged seven nationals with of by against sanctions announced , . and or which who ( ) \u201c \u201d ' 's not never no evidence was were had been has targeted MPs emails to over 10,000 APT31 group it they warned according if may could likely almost certainly 2021 in since between ; : \u2013 - \n\n • NCSC embassy spokesperson for sent hidden tracking links including such as Alva Quill Minister".split(
    " ",
  ),
);
const wordText = fc.array(word, { maxLength: 80 }).map((words) => words.join(" "));
const anyText = fc.oneof(wordText, fc.string({ unit: "binary", maxLength: 300 }), fc.string({ maxLength: 300 }));

function quotesOf(statements: DocumentStatements): readonly Quote[] {
  const { assertions, techniques, quantities, unread } = statements;
  return [
    ...unread,
    ...[...techniques, ...quantities].map(({ quote }) => quote),
    ...assertions.flatMap((one) => [one.quote, ...[...one.techniques, ...one.quantities].map(({ quote }) => quote)]),
  ];
}

function partiesOf(statements: DocumentStatements): readonly Party[] {
  const { assertions, actors, targets } = statements;
  return [
    ...actors,
    ...targets,
    ...assertions.flatMap(({ by, via, against, targets: hit }) => [...by, ...via, ...against, ...hit]),
  ];
}

describe("any text", () => {
  test("never throws; quotes are verbatim, in bounds and on their line", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const quote of quotesOf(readStatements(documentOf(text)))) {
          assert.ok(quote.start >= 0 && quote.start <= quote.end && quote.end <= text.length);
          assert.equal(quote.text, text.slice(quote.start, quote.end));
          assert.equal(quote.line, text.slice(0, quote.start).split("\n").length);
        }
      }),
      { numRuns },
    );
  });

  test("the same text gives the same statements", () => {
    fc.assert(
      fc.property(wordText, (text) => {
        assert.deepEqual(readStatements(documentOf(text)), readStatements(documentOf(text)));
      }),
      { numRuns },
    );
  });

  test("ids are of their own", () => {
    fc.assert(
      fc.property(wordText, (text) => {
        const ids = readStatements(documentOf(text)).assertions.map(({ id }) => id);
        assert.equal(new Set(ids).size, ids.length);
        for (const id of ids) assert.match(id, /^a-[0-9a-f]{12}$/);
      }),
      { numRuns },
    );
  });

  test("words of parties are words of the text", () => {
    fc.assert(
      fc.property(wordText, (text) => {
        const plain = text.replace(/\s+/g, " ");
        for (const { words } of partiesOf(readStatements(documentOf(text)))) assert.ok(plain.includes(words), words);
      }),
      { numRuns },
    );
  });

  test("what is said lies inside the quote, but for white space", () => {
    fc.assert(
      fc.property(wordText, (text) => {
        for (const { about, quote } of readStatements(documentOf(text)).assertions) {
          assert.ok(quote.text.replace(/\s+/g, " ").includes(about), about);
        }
      }),
      { numRuns },
    );
  });
});

describe("personal names", () => {
  const given = fc.constantFrom("Alva", "Bram", "Cosima", "Dorrit", "Emeric", "Florin", "Ghislain", "Hedda");
  const family = fc.constantFrom(
    "Quill",
    "Rasmusen",
    "Stravolt",
    "Tolverne",
    "Umberly",
    "Vandermolen",
    "Wexcombe",
    "Yarrowby",
  );
  const frame = fc.constantFrom(
    (name: string) => `Finland accused ${name} of spying on lawmakers.`,
    (name: string) => `${name} was charged with wire fraud.`,
    (name: string) => `The spokesperson ${name} denied the accusations.`,
    (name: string) => `Foreign Minister ${name} condemned the attacks.`,
    (name: string) => `The EU sanctioned ${name} and two officers.`,
    (name: string) => `${name}, a senator, said that hackers had targeted journalists.`,
    (name: string) => `Hackers targeted ${name}.`,
    (name: string) => `The FBI notified ${name} and ${name}'s staff.`,
    (name: string) => `Senator ${name} accused China of hacking universities.`,
    (name: string) => `According to ${name}, Iranian hackers stole emails.`,
    (name: string) => `The government of ${name} accused Russia of hacking hospitals.`,
    (name: string) => `Mr ${name} denied the charges.`,
  );

  test("no party carries one, unless names are on", () => {
    fc.assert(
      fc.property(frame, given, family, fc.boolean(), (write, first, last, isFull) => {
        const name = isFull ? `${first} ${last}` : last;
        const statements = readStatements(documentOf(write(name)));
        for (const party of partiesOf(statements)) {
          assert.doesNotMatch(`${party.name} ${party.words}`, new RegExp(`${first}|${last}`, "i"), write(name));
        }
      }),
      { numRuns },
    );
  });

  test("they are there when asked for", () => {
    const [assertion] = readStatements(documentOf("Finland accused Alva Quill of spying on lawmakers."), {
      names: true,
    }).assertions;
    assert.deepEqual(
      assertion?.against.map(({ kind, name }) => [kind, name]),
      [["persons", "Alva Quill"]],
    );
  });
});

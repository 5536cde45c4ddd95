/** What holds for any text: total, quotes verbatim and in bounds, the same again, no personal name in a party. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { DocumentStatements, Party } from "../../src/case/assertion.ts";
import type { Quote } from "../../src/case/document.ts";
import { readStatements } from "../../src/statements/read-statements.ts";
import { documentOf } from "../support/published-document.ts";

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
  const given = fc.constantFrom("Alva", "Bram", "Cosima", "Dorrit", "Emeric", "Florin", "Jean-Yorick", "Hedda");
  const family = fc.constantFrom(
    "Quill",
    "Rasmusen",
    "Stravolt-Quorn",
    "Tolverne",
    "O\u2019Umberly",
    "Vandermolen",
    "Wexcombe",
    "Yarrowby",
  );
  /** Orders and signs in which papers write names; also of charges, in capitals. */
  const order = fc.constantFrom(
    (first: string, last: string) => `${first} ${last}`,
    (_: string, last: string) => last,
    (first: string, last: string) => `${last.toUpperCase()}, ${first.toUpperCase()}`,
    (first: string, last: string) => `${first.toUpperCase()} ${last.toUpperCase()}`,
    (first: string, last: string) => `${last.toUpperCase()} ${first}`,
    (first: string, last: string) => `${first} van der ${last}`,
    (first: string, last: string) => `${first} al-${last}`,
    (first: string, last: string) => `${first} bin ${last}`,
    (first: string, last: string) => `${first} ${first}ovich ${last}`,
    (first: string, last: string) => `${first} Q. ${last}`,
    (first: string, last: string) => `${first[0] ?? ""}. ${last}`,
    (first: string, last: string) => `${first} \u201cZed\u201d ${last}`,
    (first: string, last: string) => `${first} ${last} Jr.`,
  );
  const frame = fc.constantFrom(
    (name: string) => `Finland accused ${name} of spying on lawmakers.`,
    (name: string) => `${name} was charged with wire fraud.`,
    (name: string) => `The spokesperson ${name} denied the accusations.`,
    (name: string) => `Foreign Minister ${name} condemned the attacks.`,
    (name: string) => `The EU sanctioned ${name} and two officers.`,
    (name: string) => `${name}, a senator, said that hackers had targeted journalists.`,
    (name: string) => `${name}, the founder of a security company, said that hackers had targeted journalists.`,
    (name: string) => `${name}, a company director, denied the charges.`,
    (name: string) => `Hackers targeted ${name}.`,
    (name: string) => `The FBI notified ${name} and ${name}'s staff.`,
    (name: string) => `Senator ${name} accused China of hacking universities.`,
    (name: string) => `According to ${name}, Iranian hackers stole emails.`,
    (name: string) => `According to researcher ${name}, Iranian hackers stole emails.`,
    (name: string) => `The government of ${name} accused Russia of hacking hospitals.`,
    (name: string) => `Mr ${name} denied the charges.`,
    (name: string) => `Colonel General ${name}, head of the GRU, was sanctioned by the EU.`,
    (name: string) => `The company that ${name} founded was sanctioned by the EU.`,
    (name: string) => `The hackers, whom ${name} linked to Iran, stole emails from ministries.`,
    (name: string) => `The group ${name} led targeted journalists.`,
    (name: string) => `The campaign was attributed to ${name} and his unit.`,
    (name: string) => `President ${name} expelled two Russian diplomats.`,
    (name: string) => `Prime Minister ${name} said Russia was behind the attack.`,
    (name: string) => `The defendants, ${name} and four officers, hacked hospitals.`,
    (name: string) => `The sanctions target ${name}, three companies and five people.`,
    (name: string) => `Targets included ${name} and other dissidents.`,
    (name: string) => `We hold ${name} accountable for the attacks.`,
    (name: string) => `${name} has never supported hackers.`,
  );

  test("no party carries one, unless names are on", () => {
    fc.assert(
      fc.property(frame, given, family, order, (write, first, last, inOrder) => {
        const text = write(inOrder(first, last));
        for (const party of partiesOf(readStatements(documentOf(text)))) {
          const bare = last.replace("O\u2019", "");
          assert.doesNotMatch(`${party.name} ${party.words}`, new RegExp(`${first}|${bare}|\\bZed\\b`, "i"), text);
        }
      }),
      { numRuns: numRuns * 10 },
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

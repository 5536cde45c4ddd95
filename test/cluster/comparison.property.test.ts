/**
 * Mailings out of a random template, whose fields are known: what is proven is the reader's token, or lies within it, and never
 * a campaign's id, a constant or the time, whatever the delimiters, the order of the query and the loads around it.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { ComparisonBook } from "../../src/cluster/comparison.ts";
import type { Copy } from "../../src/cluster/copy-find.ts";
import { day, pixel, shaOf } from "../support/record.ts";

const FIELDS = ["constant", "campaign", "time", "token"] as const;
type Field = (typeof FIELDS)[number];

interface Template {
  /** Of one path segment, with what stands between its pieces. */
  readonly segment: readonly Field[];
  readonly delimiter: string;
  readonly query: readonly Field[];
  readonly seed: string;
}

interface Case extends Template {
  readonly readers: number;
  /** Pictures that all copies share, and where the pixel stands among them, by copy. */
  readonly before: readonly number[];
  readonly turned: readonly boolean[];
}

const field = fc.constantFrom(...FIELDS);
const cases: fc.Arbitrary<Case> = fc.record({
  segment: fc.array(field, { minLength: 1, maxLength: 4 }),
  delimiter: fc.constantFrom("-", "_", ".", "~", "%2F", ","),
  query: fc.array(field, { maxLength: 4 }),
  seed: fc.string({ minLength: 1, maxLength: 6, unit: "grapheme-ascii" }),
  readers: fc.integer({ min: 2, max: 6 }),
  before: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 6, maxLength: 6 }),
  turned: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
});

/** Letters and digits without a delimiter; of another length for each. */
function word(label: string): string {
  const hex = createHash("sha256").update(label).digest("hex");
  return `q${hex.slice(0, 8 + (Number.parseInt(hex.slice(-1), 16) % 6))}9`;
}

function fieldValue(kind: Field, place: string, issue: number, reader: string, second: number): string {
  if (kind === "constant") return word(`${place} constant`);
  if (kind === "campaign") return word(`${place} issue ${issue}`);
  if (kind === "time") return String(second);
  return word(`${place} ${reader}`);
}

interface Made {
  readonly copies: readonly Copy[];
  /** The reader's own values, by copy. */
  readonly tokens: readonly (readonly string[])[];
}

function mailing(one: Case, issue: number): Made {
  const date = day(issue === 0 ? "2021-01-19" : "2021-02-19");
  const tokens: string[][] = [];
  const copies = Array.from({ length: one.readers }, (_, n): Copy => {
    const reader = `r${n}x@office.example`;
    const second = date / 1000 + n;
    const own: string[] = [];
    const make = (kind: Field, place: string): string => {
      const value = fieldValue(kind, `${one.seed} ${place}`, issue, reader, second);
      if (kind === "token") own.push(value);
      return value;
    };
    const segment = one.segment.map((kind, at) => make(kind, `s${at}`)).join(one.delimiter);
    const query = one.query.map((kind, at) => `f${at}=${make(kind, `q${at}`)}`);
    if (one.turned[n] === true) query.reverse();
    const url = `https://t.example/o/${segment}?k=1&${query.join("&")}`;
    const pictures = Array.from({ length: one.before[n] ?? 0 }, (_, at) =>
      pixel(`https://t.example/o/p${at}?k=1&`, { hidden: false }),
    );
    tokens.push(own);
    return {
      ...{ sha256: shaOf(`${issue} ${n}`), reader, isPerson: true, date, messageId: `${issue}.${n}@t.example` },
      ...{ sender: "t.example", stated: [reader], loads: [...pictures, pixel(url)] },
    };
  });
  return { copies, tokens };
}

test("what is proven is the reader's, and the reader's is proven", () => {
  let proven = 0;
  fc.assert(
    fc.property(cases, (one) => {
      const mailings = [mailing(one, 0), mailing(one, 1)];
      const book = new ComparisonBook();
      for (const { copies } of mailings) book.add(copies);
      for (const { copies, tokens } of mailings) {
        copies.forEach((copy, n) => {
          const own = tokens[n] ?? [];
          const at = copy.loads.length - 1;
          const told = book.of(copy.sha256).filter(({ proof }) => proof.role !== "shared");
          assert.deepEqual(
            told.map(({ load }) => load),
            own.length === 0 ? [] : [at],
          );
          for (const { load, proof } of told) {
            proven += 1;
            const url = copy.loads[load]?.resolved ?? "";
            const value = url.slice(proof.start, proof.end);
            assert.equal(proof.role, "recipient");
            // Tokens side by side are one value, with the delimiter between them.
            assert.ok(
              value.split(one.delimiter).every((part) => own.includes(part)),
              `${value} of ${url}`,
            );
            for (const { start, end } of proof.campaign) assert.ok(!own.includes(url.slice(start, end)));
          }
        });
      }
    }),
    { numRuns: Number(process.env["FUZZ_RUNS"] ?? 150) },
  );
  assert.ok(proven > 100, "hardly any case had a token");
});

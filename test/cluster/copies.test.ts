import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { outlineOf } from "../../src/case/outline.ts";
import type { LoadRecord, MessageRecord } from "../../src/case/record.ts";
import { ComparisonBook } from "../../src/cluster/comparison.ts";
import type { Copy } from "../../src/cluster/copy-find.ts";
import { copyKeys } from "../../src/cluster/mailings.ts";
import { provenToken } from "../../src/cluster/proven-token.ts";
import { pixel, recordOf, shaOf } from "../support/record.ts";

function copies(...urls: readonly (readonly [reader: string, ...urls: string[]])[]): readonly Copy[] {
  return urls.map(([reader, ...loads], n) => ({
    sha256: shaOf(`copy ${n}`),
    reader,
    isPerson: true,
    date: null,
    messageId: `${n}@bulk.example`,
    sender: "bulk.example",
    stated: [reader],
    loads: loads.map((url): LoadRecord => pixel(url)),
  }));
}

/** Tokens that one mailing proves, in the order of copies and loads. */
function proveTokens(list: readonly Copy[]) {
  const book = new ComparisonBook();
  book.add(list);
  return list.flatMap(({ sha256, loads }) =>
    book
      .of(sha256)
      .filter(({ proof }) => proof.role !== "shared" && proof.role !== "forward")
      .flatMap(({ load, proof }) => {
        const record = loads[load];
        return record === undefined ? [] : [{ sha256, load, proof, token: provenToken(record, proof) }];
      })
      .sort((a, b) => a.load - b.load),
  );
}

const provenValues = (list: readonly Copy[]) => proveTokens(list).map(({ load, token }) => [load, token.value]);

describe("proof by comparing copies", () => {
  const cases: readonly (readonly [
    what: string,
    copies: readonly Copy[],
    proven: readonly (readonly [number, string])[],
  ])[] = [
    [
      "an opaque path segment per reader is a token (TF-125)",
      copies(["a@x.example", "https://t.example/o/Zx81"], ["b@x.example", "https://t.example/o/Qq02"]),
      [
        [0, "Zx81"],
        [0, "Qq02"],
      ],
    ],
    [
      "a host label per reader is a token (TF-127)",
      copies(["a@x.example", "https://k1f9.t.example/p.gif"], ["b@x.example", "https://q20x.t.example/p.gif"]),
      [
        [0, "k1f9"],
        [0, "q20x"],
      ],
    ],
    [
      "a query value per reader, beside a campaign id that all share",
      copies(["a@x.example", "https://t.example/o?c=77&r=AAA1"], ["b@x.example", "https://t.example/o?c=77&r=BBB2"]),
      [
        [0, "AAA1"],
        [0, "BBB2"],
      ],
    ],
    [
      "a query without names is one value",
      copies(["a@x.example", "https://t.example/o?AAA1"], ["b@x.example", "https://t.example/o?BBB2"]),
      [
        [0, "AAA1"],
        [0, "BBB2"],
      ],
    ],
    [
      "the same for everybody proves nothing (LK-13)",
      copies(["a@x.example", "https://t.example/o?s=abc"], ["b@x.example", "https://t.example/o?s=abc"]),
      [],
    ],
    [
      "two copies of one reader prove nothing",
      copies(["a@x.example", "https://t.example/o/1"], ["a@x.example", "https://t.example/o/2"]),
      [],
    ],
    [
      "a value that two readers share is no token",
      copies(
        ["a@x.example", "https://t.example/o/1"],
        ["b@x.example", "https://t.example/o/2"],
        ["c@x.example", "https://t.example/o/1"],
      ),
      [],
    ],
    [
      "loads of other shape are not compared",
      copies(["a@x.example", "https://t.example/o/1"], ["b@x.example", "https://t.example/o/p/2"]),
      [],
    ],
    [
      "a load that only one copy has is not compared",
      copies(["a@x.example", "https://t.example/o/1"], ["b@x.example"]),
      [],
    ],
  ];
  for (const [what, list, proven] of cases) {
    test(what, () => assert.deepEqual(provenValues(list), proven));
  }

  test("a decoded token stays named, and becomes proven", () => {
    const [first, second] = copies(["a@x.example", "https://t.example/AAA"], ["b@x.example", "https://t.example/BBB"]);
    assert.ok(first && second);
    const token = { kind: "decoded", value: "AAA", detail: "base64 of a@x.example", address: "a@x.example" } as const;
    const decoded = { ...first, loads: first.loads.map((load) => ({ ...load, token })) };
    const [proven] = proveTokens([decoded, second]);
    assert.equal(proven?.token.kind, "proven");
    assert.equal(proven?.token.address, "a@x.example");
    assert.match(proven?.token.detail ?? "", /base64 of/);
  });

  test("the order of copies does not matter, and nothing throws", () => {
    const url = fc.webUrl({ withQueryParameters: true, withFragments: true });
    const copy = fc.tuple(
      fc.constantFrom("a@x.example", "b@x.example", "c@x.example"),
      fc.array(url, { maxLength: 4 }),
    );
    const runs = Number(process.env["FUZZ_RUNS"] ?? 200);
    fc.assert(
      fc.property(fc.array(copy, { maxLength: 6 }), (list) => {
        const made = copies(...list.map(([reader, urls]) => [reader, ...urls] as const));
        const key = ({ sha256, load, token }: ReturnType<typeof proveTokens>[number]) =>
          `${sha256} ${load} ${token.value}`;
        assert.deepEqual(
          proveTokens(made).map(key).sort(),
          proveTokens([...made].reverse())
            .map(key)
            .sort(),
        );
      }),
      { numRuns: runs },
    );
  });
});

describe("which messages are laid side by side", () => {
  const keysOf = (record: MessageRecord) => copyKeys(outlineOf(record));
  test("the same text, or one sender's subject of one day, numbers aside", () => {
    const loads = [pixel("https://t.example/1")];
    const one = recordOf({ name: "one", on: "2021-01-19", subject: "Digest 12", loads, content: { textPrint: "abc" } });
    const two = recordOf({
      name: "two",
      on: "2021-01-19",
      subject: "Digest  13",
      loads,
      content: { textPrint: "abc" },
    });
    assert.deepEqual(keysOf(one), keysOf(two));
    assert.equal(keysOf(one).text, "abc");
    assert.notEqual(keysOf(one).subject, null);
  });
  test("mail without loads is not compared", () => {
    const none = keysOf(recordOf({ name: "one", on: "2021-01-19", content: { textPrint: "abc" } }));
    assert.deepEqual(none, { text: null, subject: null });
  });
});

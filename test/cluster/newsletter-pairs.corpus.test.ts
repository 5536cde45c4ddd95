/**
 * Real newsletters, each delivered to two test addresses, where the shared corpus lies beside the project. What a load of
 * one copy has and no load of the other is what identifies the reader: every such load is proven, with a value that the
 * other copy holds nowhere, and nothing else is. Of the control pair nothing is.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { sha256Of } from "../../src/base/brand.ts";
import { outlineOf } from "../../src/case/outline.ts";
import type { MessageRecord } from "../../src/case/record.ts";
import { ComparisonBook } from "../../src/cluster/comparison.ts";
import { MailingBook } from "../../src/cluster/mailings.ts";
import { sureReader } from "../../src/cluster/readers.ts";
import { analyse } from "../../src/pipeline/analyse.ts";
import { copyOf } from "../../src/pipeline/compare-mailings.ts";
import { createTokenFinder } from "../../src/signals/tokens.ts";
import { unpackSet } from "../../tools/corpus.ts";

const folder = unpackSet("newsletter-pairs");
const NOBODY: ReadonlySet<string> = new Set();
const finder = createTokenFinder();

function recordAt(path: string): MessageRecord {
  const bytes = readFileSync(path);
  const sha256 = sha256Of(createHash("sha256").update(bytes).digest("hex"));
  const location = { path, offset: 0, length: bytes.length, folder: "", marks: [] };
  const size = bytes.length;
  const raw = { bytes, size, sha256, key: path, location, file: null, fidelity: "original", outlook: null } as const;
  return analyse({ ...raw, problems: [], atSourceEnd: false }, { owners: [], finder }).record;
}

interface Pair {
  readonly expected: number;
  /** Values proven, of loads that only this copy has; and the rest. */
  readonly found: readonly string[];
  readonly wrong: readonly string[];
  /** Found, and the same in the address to unsubscribe at: the sender's own word that it is the reader's. */
  readonly confirmed: number;
}

function compare(pair: readonly MessageRecord[]): Pair {
  const mailings = new MailingBook();
  for (const record of pair) mailings.add(outlineOf(record), sureReader(record, NOBODY) ?? "");
  const book = new ComparisonBook();
  for (const { messages: mailing } of mailings.mailings()) {
    const copies = pair.filter(({ sha256 }) => mailing.includes(sha256)).map((record) => copyOf(record, NOBODY));
    book.add(copies.filter((copy) => copy !== null));
  }
  const result = { expected: 0, found: [] as string[], wrong: [] as string[], confirmed: 0 };
  for (const record of pair) {
    const others = pair
      .filter((other) => other !== record)
      .flatMap(({ loads }) => loads.map(({ resolved }) => resolved));
    const proofs = new Map(book.of(record.sha256).map(({ load, proof }) => [load, proof]));
    record.loads.forEach(({ resolved }, load) => {
      const isOwn = !others.includes(resolved);
      if (isOwn) result.expected += 1;
      const proof = proofs.get(load);
      if (proof === undefined || proof.role === "shared") return;
      const value = resolved.slice(proof.start, proof.end);
      const isRight = isOwn && value !== "" && !others.some((other) => other.includes(value));
      (isRight ? result.found : result.wrong).push(value);
      if (record.claims.listUnsubscribe.some((target) => target.includes(value))) result.confirmed += 1;
    });
  }
  return result;
}

if (folder === null) {
  test("newsletters in pairs: skipped, the corpus is not here", () => {});
} else {
  const firsts = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".u1.eml"));
  test("the set is whole", () => assert.equal(firsts.length, 8));
  for (const first of firsts.sort()) {
    const pair = [first, first.replace(".u1.", ".u2.")].map((name) => recordAt(join(folder, name)));
    const { expected, found, wrong, confirmed } = compare(pair);
    const isControl = first.startsWith("_no-user-tracking");
    const told = `found ${found.length}, missed ${expected - found.length}, wrong ${wrong.length}; ${confirmed} in the address to unsubscribe at`;
    test(`${first}: ${told}`, () => {
      assert.equal(found.length, expected);
      assert.deepEqual(wrong, []);
      assert.equal(expected > 0, !isControl);
    });
  }
}

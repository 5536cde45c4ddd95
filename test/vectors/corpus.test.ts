/** The corpus of vectors: the files agree with their tables, and the analysis finds in each message what must be found, no more. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { vectors } from "../../src/case/vectors.ts";
import { readFile } from "../hostile/read.ts";
import { allCases } from "./cases/all.ts";
import type { VectorCase } from "./cases/case.ts";
import { expectedText } from "./cases/expected.ts";

const folder = import.meta.dirname;
const cases = allCases();

/** Rows that have no message yet; a row that gets one must leave this list. */
const AWAITED =
  "RL-40 RL-41 RL-42 RL-43 RL-44 RL-45 RL-46 RL-47 RL-48 RL-49 RL-60 RL-61 RL-62 RL-63 RL-64 RL-65 RL-66 RL-67 RL-68 RL-69 RL-70 RL-71 RL-72 RL-73 RL-74 RL-75 RL-76";

describe("the files", () => {
  test("hold what the tables say (tools/write-vectors.ts writes them)", () => {
    assert.deepEqual(readdirSync(join(folder, "mail")).sort(), cases.map(({ name }) => `${name}.eml`).sort());
    for (const { name, message } of cases) {
      assert.ok(readFileSync(join(folder, "mail", `${name}.eml`)).equals(message), name);
    }
    assert.equal(readFileSync(join(folder, "expected.json"), "utf8"), expectedText(cases));
  });

  test("have names that stand once, and every row of the catalogue has one", () => {
    const names = cases.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    const rows = new Set(cases.map(({ row }) => row));
    assert.equal(
      vectors
        .map(({ id }) => id)
        .filter((id) => !rows.has(id))
        .join(" "),
      AWAITED,
    );
    for (const { loads, name } of cases)
      assert.ok(
        loads.every(({ host }) => host === "" || host.endsWith(".example")),
        name,
      );
  });
});

/** Each load once, as the expectation has it. */
function foundIn({ message }: VectorCase): readonly string[] {
  const { record } = readFile(message);
  const found = record.loads.map(({ vector, url, resolved, host, hidden, fires, domain, span }) => {
    assert.equal(domain, "canary.example");
    assert.ok(span.start < span.end && span.end <= message.length, `span ${span.start}–${span.end}`);
    return line({ vector, url, resolved, host, hidden, fires });
  });
  return [...new Set(found)].sort();
}

function line({ vector, url, resolved, host, hidden, fires }: VectorCase["loads"][number]): string {
  return `${vector} ${hidden ? "hidden" : "shown"} ${fires} ${host} ${JSON.stringify(url)} => ${resolved}`;
}

describe("each message", () => {
  for (const one of cases) {
    test(one.name, () => assert.deepEqual(foundIn(one), [...new Set(one.loads.map(line))].sort()));
  }
});

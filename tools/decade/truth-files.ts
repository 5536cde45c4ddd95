/** Reads what `writeDecade` wrote for scoring: truth.jsonl, kinds.tsv, roster.csv. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TruthLine, Truths } from "./scoring.ts";

export function readTruths(folder: string): Truths {
  const read = (name: string): readonly string[] =>
    readFileSync(join(folder, name), "utf8")
      .split("\n")
      .filter((line) => line !== "");
  const kinds = new Map(read("kinds.tsv").map((line) => [line.slice(0, 16), line.slice(17)]));
  const people = new Map<string, string>();
  for (const line of read("roster.csv").slice(1)) {
    // The first three columns hold no commas: ids, invented names, addresses.
    const [person = "", , addresses = ""] = line.split(",");
    for (const address of addresses.split(";")) people.set(address, person);
  }
  return {
    lines: read("truth.jsonl").map((line) => JSON.parse(line) as TruthLine),
    kindOf: (sha256) => kinds.get(sha256.slice(0, 16)) ?? "unknown",
    personOf: (address) => people.get(address) ?? address,
  };
}

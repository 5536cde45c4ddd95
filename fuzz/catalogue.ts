/**
 * The hostile-mail catalogue as a table: rows, files, what is found and what is not.
 *
 *   node fuzz/catalogue.ts [--row HM-071] [--seed S] [--size 0.01] [--list] [--write-known] [--growth] [--pool]
 *
 * `--list` names every file that misses something; `--growth` times each row's bombs at the size and at twice the size;
 * `--pool` sends all files through the worker pool (the whole reading, ended from outside at its limit) and counts records;
 * `--write-known` writes `test/hostile/known-misses.ts` anew and keeps the reasons that
 * were written by hand.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { catalogue, filesOf } from "../test/hostile/catalogue.ts";
import type { Row } from "../test/hostile/compose.ts";
import { knownMisses } from "../test/hostile/known-misses.ts";
import { isOneMessage, throughPool } from "../test/hostile/pool.ts";
import { readFile } from "../test/hostile/read.ts";
import { type KnownMisses, type Standing, standingOf, suite } from "../test/hostile/standing.ts";

const { values } = parseArgs({
  options: {
    row: { type: "string" },
    seed: { type: "string", default: suite.seed },
    size: { type: "string", default: String(suite.size) },
    list: { type: "boolean", default: false },
    pool: { type: "boolean", default: false },
    growth: { type: "boolean", default: false },
    "write-known": { type: "boolean", default: false },
  },
});
const plan = { seed: values.seed, size: Number(values.size) };
const rows = catalogue.filter(({ id }) => values.row === undefined || id === values.row);

if (values.growth) printGrowth();
else if (values.pool) await printPool();
else printStandings();

function printStandings(): void {
  const standings = rows.map((row) => [row, standingOf(row, plan)] as const);
  console.log("row     files  canaries      flags         other misses                   title");
  for (const [row, standing] of standings) console.log(tableLine(row, standing));
  const sum = (of: (standing: Standing) => number) =>
    standings.reduce((total, [, standing]) => total + of(standing), 0);
  const canaries = sum(({ expected }) => expected.canaries);
  const flags = sum(({ expected }) => expected.flags);
  console.log(`\n${sum(({ files }) => files)} files, ${sum(({ bytes }) => bytes)} bytes`);
  console.log(`canaries found in ${canaries - sum(({ misses }) => misses.canary ?? 0)} of ${canaries} files`);
  console.log(`flags as asked in ${flags - sum(({ misses }) => misses.flag ?? 0)} of ${flags} files`);
  console.log(`files that break an invariant: ${sum(({ misses }) => misses.invariant ?? 0)}`);
  if (values.list) for (const [, { lines }] of standings) for (const line of lines) console.log(line);
  if (values["write-known"]) writeKnown(standings);
}

function tableLine(row: Row, { files, misses, expected }: Standing): string {
  const { canary = 0, flag = 0, ...others } = misses;
  const found = (all: number, missing: number) => (all === 0 ? "-" : `${all - missing}/${all}`).padEnd(12);
  const rest = Object.entries(others).map(([kind, count]) => `${kind} ${count}`);
  const columns = [found(expected.canaries, canary), found(expected.flags, flag), rest.join(", ").padEnd(30)];
  return `${row.id}  ${String(files).padStart(5)}  ${columns.join("  ")} ${row.title}`;
}

function writeKnown(standings: readonly (readonly [Row, Standing])[]): void {
  const entries = standings
    .filter(([, { lines }]) => lines.length > 0)
    .map(([{ id }, { files, misses }]): KnownMisses => {
      const known = knownMisses.find(({ row }) => row === id);
      const isByHand = known !== undefined && known.why !== reasonFor(known.misses);
      const why = isByHand ? known.why : reasonFor(misses);
      return { row: id, files, misses, why };
    });
  const lines = entries.map(({ row, files, misses, why }) => {
    const counts = Object.entries(misses).map(([kind, count]) => `${kind}: ${count}`);
    return `  { row: "${row}", files: ${files}, misses: { ${counts.join(", ")} }, why: ${JSON.stringify(why)} },`;
  });
  const text = [
    "/**",
    " * Rows of the catalogue in which something is missing today: files of the row, and files that miss something, by kind.",
    " * Written by `node fuzz/catalogue.ts --write-known`; the reasons are kept. To shrink it is the aim.",
    " */",
    'import type { KnownMisses } from "./standing.ts";',
    "",
    "// biome-ignore format: a table reads by column",
    "export const knownMisses: readonly KnownMisses[] = [",
    ...lines,
    "];",
    "",
  ];
  writeFileSync(fileURLToPath(new URL("../test/hostile/known-misses.ts", import.meta.url)), text.join("\n"));
}

function reasonFor(misses: KnownMisses["misses"]): string {
  const reasons: readonly (readonly [keyof KnownMisses["misses"], string])[] = [
    ["invariant", "a promise of the reader is broken"],
    ["canary", "the strict reading alone does not find it"],
    ["load", "loads are taken from the strict reading alone"],
    ["flag", "no such flag yet"],
    ["limit", "the limit is not said"],
    ["sender", "senders of other readings are not listed"],
    ["name", "not every claimed name is kept"],
    ["status", "the status is another"],
    ["probe", "see the probe of the row"],
  ];
  return reasons.flatMap(([kind, why]) => (misses[kind] === undefined ? [] : [why])).join("; ");
}

/** INV-1, 2, 3, 4, 11 in the real reading. */
async function printPool(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "letterlock-catalogue-"));
  try {
    const messages = rows.flatMap((row) => filesOf(row, plan).map(({ bytes }) => bytes)).filter(isOneMessage);
    const start = performance.now();
    const { records, faults, poisoned, notCovered } = await throughPool(folder, messages);
    const count = (wanted: string) => records.filter(([, status]) => status === wanted).length;
    const statuses = ["ok", "partial", "unparseable"].map((status) => `${count(status)} ${status}`).join(" + ");
    console.log(
      `${messages.length} messages: ${records.length} records = ${statuses}; not covered ${notCovered.length}`,
    );
    console.log(`faults ${faults}, poisoned ${poisoned}, ${Math.round(performance.now() - start)} ms`);
    console.log(`peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB, the files themselves among it`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** INV-8: twice the size may cost 2.3 times the time. Files under a few milliseconds say nothing. */
function printGrowth(): void {
  const TIMED_MS_MIN = 20;
  const RATIO_MAX = 2.3;
  let compared = 0;
  for (const row of rows) {
    const doubled = new Map(
      filesOf(row, { ...plan, size: plan.size * 2 }).map(({ variant, bytes }) => [variant, bytes]),
    );
    for (const { variant, bytes } of filesOf(row, plan)) {
      const twice = doubled.get(variant);
      if (twice === undefined || twice.length < bytes.length * 1.5) continue;
      const [one, two] = [bestMs(bytes), bestMs(twice)];
      compared += 1;
      if (two < TIMED_MS_MIN) continue;
      const ratio = (two / one) * ((2 * bytes.length) / twice.length);
      if (ratio > RATIO_MAX) {
        console.log(
          `${row.id} ${variant}: ${bytes.length} bytes ${one.toFixed(0)} ms, ${twice.length} bytes ${two.toFixed(0)} ms, ratio ${ratio.toFixed(1)}`,
        );
      }
    }
  }
  console.log(`${compared} bombs compared at size ${plan.size} and ${plan.size * 2}`);
}

function bestMs(bytes: Buffer): number {
  let best = Number.POSITIVE_INFINITY;
  for (let n = 0; n < 3; n++) {
    const start = performance.now();
    readFile(bytes);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

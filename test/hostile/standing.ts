/** How a row of the catalogue stands: files, and files with a miss of each kind. */

import { filesOf } from "./catalogue.ts";
import type { Row } from "./compose.ts";
import { examine, type MissKind } from "./misses.ts";

export type MissCounts = Readonly<Partial<Record<MissKind, number>>>;

/** What is known to be missing in one row, at the suite's seed and size. */
export interface KnownMisses {
  readonly row: string;
  /** Files of the row. */
  readonly files: number;
  /** Files that miss something, by kind. */
  readonly misses: MissCounts;
  readonly why: string;
}

export interface Standing {
  readonly files: number;
  readonly bytes: number;
  readonly misses: MissCounts;
  /** A line for each file that misses something. */
  readonly lines: readonly string[];
  /** Expected and found, over all files. */
  readonly expected: { readonly canaries: number; readonly flags: number };
}

/** Seed and size of the suite: bombs at a hundredth, series thinned. */
export const suite = { seed: "letterlock", size: 0.01 } as const;

export function standingOf(row: Row, plan: { readonly seed: string; readonly size: number }): Standing {
  const counts = new Map<MissKind, number>();
  const lines: string[] = [];
  let bytes = 0;
  let canaries = 0;
  let flags = 0;
  const files = filesOf(row, plan);
  for (const file of files) {
    const { misses } = examine(file);
    bytes += file.bytes.length;
    if (file.expects.contents.length + file.expects.within.length > 0) canaries += 1;
    if (file.expects.anyFlag || file.expects.flags.length > 0) flags += 1;
    for (const kind of new Set(misses.map((miss) => miss.kind))) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (misses.length > 0) lines.push(`${row.id} ${file.variant}: ${misses.map(({ what }) => what).join("; ")}`);
  }
  const misses = Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { files: files.length, bytes, misses, lines, expected: { canaries, flags } };
}

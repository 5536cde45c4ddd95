/** All streams of a compound file (MS-CFB), by path. Pure and total; bounded by the bytes that may be read. */

import { type CompoundEntry, type CompoundFile, openCompoundFile } from "../mail/outlook/compound-file.ts";
import { ItemBudget } from "../mail/outlook/item-budget.ts";
import { memoryBytes } from "../mail/outlook/random-bytes.ts";
import type { NamedStream } from "./macros.ts";
import type { PartBudget } from "./reference.ts";

const DEPTH_MAX = 32;

/** Null for what is no compound file. Damage and limits are noted in the budget. */
export function compoundStreams(bytes: Buffer, budget: PartBudget): readonly NamedStream[] | null {
  const own = new ItemBudget(Math.min(budget.bytesLeft, bytes.length * 2));
  const file = openCompoundFile(memoryBytes(bytes), own);
  if (file?.root == null) return null;
  const found: NamedStream[] = [];
  collect(file, file.root, { path: "", depth: 0 }, { found, budget });
  for (const { code } of own.problems)
    budget.codes.add(code.startsWith("limit.") ? "limit.part-bytes" : "part.damaged");
  return found;
}

interface Place {
  readonly path: string;
  readonly depth: number;
}

interface Collection {
  readonly found: NamedStream[];
  readonly budget: PartBudget;
}

function collect(file: CompoundFile, storage: CompoundEntry, { path, depth }: Place, into: Collection): void {
  for (const entry of file.children(storage)) {
    if (!into.budget.takeEntry()) return;
    const name = path + entry.name;
    if (entry.kind === "stream") {
      const bytes = file.readAll(entry, Math.max(0, into.budget.bytesLeft));
      if (!into.budget.takeBytes(bytes.length)) return;
      into.found.push({ path: name, bytes });
    } else if (depth < DEPTH_MAX) collect(file, entry, { path: `${name}/`, depth: depth + 1 }, into);
  }
}

/**
 * What a folder on a mail server holds, without its mail: UIDs, sizes, flags. Kept small, since an account may have
 * millions of messages: three numbers each.
 */
import { limits } from "../../base/limits.ts";
import { markOf } from "../../case/marks.ts";
import type { MarkRecord } from "../../case/record.ts";

/** IMAP flags that say what became of a message; keywords of the user's own are left out. */
const FLAGS: readonly string[] = [
  ...["$Forwarded", "$LoadExternals", "$MDNSent"],
  ...["\\Answered", "\\Deleted", "\\Draft", "\\Flagged", "\\Seen"],
];
const BIT_BY_FLAG: ReadonlyMap<string, number> = new Map(FLAGS.map((flag, bit) => [flag.toLowerCase(), 1 << bit]));

/** Bits of the flags that are kept; each counts once, in whatever case the server writes it. */
export function flagBits(flags: Iterable<string>): number {
  let bits = 0;
  for (const flag of flags) bits |= BIT_BY_FLAG.get(flag.toLowerCase()) ?? 0;
  return bits;
}

/** Sorted IMAP names. */
export function flagNames(bits: number): readonly string[] {
  return FLAGS.filter((_, bit) => (bits & (1 << bit)) !== 0);
}

/**
 * What the server says of a message. Flags that say what became of it are flags; keywords that people and programs made up,
 * and Gmail's labels, are labels. System flags that say nothing of the kind (`\\Recent`) are left out.
 * At most one label more than `limits.labelsMax`.
 */
export function imapMarks(flags: readonly string[], labels: readonly string[]): MarkRecord {
  const keywords = flags.filter((flag) => !flag.startsWith("\\") && !BIT_BY_FLAG.has(flag.toLowerCase()));
  const kept = [...new Set([...keywords, ...labels])].slice(0, limits.labelsMax + 1);
  return markOf(
    "imap",
    flagNames(flagBits(flags)),
    kept.map((label) => label.slice(0, limits.labelCharsMax).toWellFormed()),
  );
}

export interface ListedMessage {
  readonly uid: number;
  /** As the server promises it (RFC822.SIZE); some servers are wrong about it. */
  readonly size: number;
  readonly flags: number;
}

export class FolderListing {
  readonly uidValidity: string;
  bytes = 0;
  readonly #uids: number[] = [];
  readonly #sizes: number[] = [];
  readonly #flags: number[] = [];

  constructor(uidValidity: string) {
    this.uidValidity = uidValidity;
  }

  get length(): number {
    return this.#uids.length;
  }

  add({ uid, size, flags }: ListedMessage): void {
    this.#uids.push(uid);
    this.#sizes.push(size);
    this.#flags.push(flags);
    this.bytes += size;
  }

  /** Ascending by UID, each UID once: a server may send them in any order, and twice. */
  *messages(): Generator<ListedMessage> {
    const order = Uint32Array.from(this.#uids.keys()).sort((a, b) => (this.#uids[a] ?? 0) - (this.#uids[b] ?? 0));
    let last = 0;
    for (const at of order) {
      const uid = this.#uids[at] ?? 0;
      if (uid !== last) yield { uid, size: this.#sizes[at] ?? 0, flags: this.#flags[at] ?? 0 };
      last = uid;
    }
  }
}

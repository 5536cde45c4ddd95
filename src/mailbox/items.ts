/** Making the items that a slice yields. */
import type { Problem } from "../base/problem.ts";
import type { NotCovered } from "../case/answer.ts";
import type { MarkRecord } from "../case/record.ts";
import type { FileMemory, RawMessage, SliceItem } from "../ports/mailbox.ts";
import type { Damage } from "./byte-stream.ts";
import { shown } from "./files/names.ts";
import { notCovered } from "./files/not-covered.ts";
import type { WholeMessage } from "./single.ts";

/** Where the messages of one file, or of one entry of an archive, lie. */
export interface Place {
  /** For the location: the file, and `!/name` for each archive around the entry. */
  readonly path: string;
  readonly folder: string;
  /** What the container tells, for a file of a Maildir its name. */
  readonly marks: readonly MarkRecord[];
  /** Before the offset in keys: `12:` for entry 12 of a zip; empty for a file of its own. */
  readonly keyPrefix: string;
  /** Problems of every message here, for example an entry with an odd name. */
  readonly problems: readonly Problem[];
}

export function messageItem(message: RawMessage, file: FileMemory | null = null): SliceItem {
  return { kind: "message", message, file };
}

export function notCoveredItem(item: NotCovered): SliceItem {
  return { kind: "not-covered", notCovered: item };
}

export function damageItem(path: string, damage: Damage): SliceItem {
  return notCoveredItem(notCovered(path, damage.code, `${shown(path)} ${damage.message}`));
}

/** Problems that a message has for its size and for the damage of what it was read from. */
export function problemsOf(size: number, kept: number, damages: readonly Damage[]): Problem[] {
  const problems: Problem[] = [];
  if (size > kept) problems.push({ code: "limit.message-bytes" });
  for (const { problem } of damages) {
    if (problem !== null && !problems.some(({ code }) => code === problem)) problems.push({ code: problem });
  }
  return problems;
}

/** A stream that was one message as a whole, from `offset` on. */
export function wholeMessageItem(whole: WholeMessage, place: Place, damages: readonly Damage[], offset = 0): SliceItem {
  return messageItem({
    bytes: whole.bytes,
    size: whole.size,
    sha256: whole.sha256,
    key: `${place.keyPrefix}0`,
    location: { path: place.path, offset, length: whole.size, folder: place.folder, marks: place.marks },
    problems: [...place.problems, ...problemsOf(whole.size, whole.bytes.length, damages)],
    atSourceEnd: true,
  });
}

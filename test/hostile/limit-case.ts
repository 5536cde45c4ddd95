/** One limit as a table row: how an input with `n` of what it bounds is made and read, and what was found of the `n`. */

import type { limits } from "../../src/base/limits.ts";
import type { MarkRecord } from "../../src/case/record.ts";
import { readViews, type Views } from "../../src/mail/views/read-views.ts";
import { type AnalysisContext, analyse } from "../../src/pipeline/analyse.ts";
import type { Seen } from "./file.ts";
import { context, rawMessage } from "./read.ts";

export type LimitName = keyof typeof limits;

export interface LimitOutcome {
  /**
   * How many of the `n` are there: all up to the limit, and the limit's number beyond it. Null where what is beyond the
   * limit is lost in a way that does not count it.
   */
  readonly kept: number | null;
  /** Codes of the problems of the record; of what was not covered, for limits of mailboxes. */
  readonly codes: readonly string[];
}

export interface LimitCase {
  readonly limit: LimitName;
  /** What is counted, where one limit has several rows. */
  readonly what?: string;
  /** That the record, or what was not covered, names. */
  readonly code: string;
  /** Where the code takes its bound as an argument, or `n` counts something else: the largest `n` that is read in full. */
  readonly max?: number;
  /** Far above; absent for twice the limit. */
  readonly far?: number;
  read(n: number): LimitOutcome | Promise<LimitOutcome>;
}

/** The whole reading of a message, and the marks of its place. */
export function seenIn(
  bytes: Buffer,
  where: AnalysisContext = context,
): Seen & { readonly marks: readonly MarkRecord[] } {
  const { record, location } = analyse(rawMessage(bytes), where);
  let views: Views | null = null;
  return {
    bytes,
    // Most rows do without.
    get views() {
      views ??= readViews(bytes);
      return views;
    },
    record,
    marks: location.marks,
  };
}

/** The codes of a record, and its status where that does not fit them. */
export function codesOf({ record }: Pick<Seen, "record">): readonly string[] {
  const codes = record.problems.map(({ code }) => code);
  const isPartial = codes.some((code) => code.startsWith("limit."));
  const fits = record.status === (isPartial ? "partial" : "ok");
  return fits ? codes : [...codes, `status ${record.status}`];
}

/** `n` times what `one` makes of 0, 1, 2 … */
export function many(n: number, one: (index: number) => string): string {
  return Array.from({ length: n }, (_, index) => one(index)).join("");
}

export const FROM = "From: Ada Marsh <ada@example.org>\n";

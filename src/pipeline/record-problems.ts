/** The problems of a record: what its status makes of them, and which are stored where there are too many. Pure. */
import { isUnread, type Problem } from "../base/problem.ts";
import type { ReadStatus } from "../case/record.ts";

/**
 * `unparseable`: nothing that is a message · `partial`: a limit or damage kept us from something, or the rest is in other pieces
 * · `ok` otherwise.
 */
export function statusOf(problems: readonly Problem[]): ReadStatus {
  if (problems.some(({ code }) => code === "message.empty" || code === "message.no-header")) return "unparseable";
  return problems.some(isUnread) ? "partial" : "ok";
}

/** Problems of one record that are stored. */
const PROBLEMS_MAX = 100;

/** Where there are too many, the names of the limits that were met go first, each once: they say what is missing. */
export function storedProblems(problems: readonly Problem[]): readonly Problem[] {
  const distinct = withoutRepeats(problems);
  if (distinct.length <= PROBLEMS_MAX) return distinct;
  const named = new Map(distinct.filter(({ code }) => isLimit(code)).map((problem) => [problem.code, problem]));
  return [...named.values(), ...distinct.filter((problem) => named.get(problem.code) !== problem)].slice(
    0,
    PROBLEMS_MAX,
  );
}

/** Limits of the search in each part's texts are one problem. */
function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, span }) => {
    if (span !== undefined || !seen.has(code)) {
      if (span === undefined) seen.add(code);
      return true;
    }
    return false;
  });
}

/** True for the code of a bound that stopped some work. */
export function isLimit(code: string): boolean {
  return code.startsWith("limit.");
}

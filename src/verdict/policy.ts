/**
 * From findings to a verdict: a sum of points with two lines drawn through it. The numbers are all there is to the policy, so that anybody can say why a
 * message is what it is, and what it would take for it to be another.
 *
 * - One finding of high severity makes a message `hostile`, one of medium severity `suspicious`.
 * - Findings of low severity are signs that each say little: so many of them, of different kinds, make it `suspicious` together. The kind of a
 *   finding is its rule's id up to the last dot; of one kind only one counts.
 * - Findings of severity info are told and weigh nothing.
 * - Without any of that a message that tracks is `tracked`, and others are `clear` (two axes: a tracker alone weighs nothing).
 */
import type { Finding, Severity, TrackingClass, Verdict } from "../case/judgement.ts";

export interface Policy {
  readonly points: Readonly<Record<Severity, number>>;
  readonly suspicious: number;
  readonly hostile: number;
}

export const policy: Policy = {
  points: { info: 0, low: 1, medium: 3, high: 9 },
  suspicious: 3,
  hostile: 9,
};

export function verdictOf(
  trackingClass: TrackingClass,
  findings: readonly Pick<Finding, "rule" | "severity">[],
  { points, suspicious, hostile }: Policy = policy,
): Verdict {
  const most = new Map<string, number>();
  for (const { rule, severity } of findings) {
    const kind = kindOf(rule);
    most.set(kind, Math.max(most.get(kind) ?? 0, points[severity]));
  }
  const sum = [...most.values()].reduce((total, one) => total + one, 0);
  const isHigh = findings.some(({ severity }) => points[severity] >= hostile);
  if (isHigh) return "hostile";
  if (sum >= suspicious) return "suspicious";
  return trackingClass === "none" ? "clear" : "tracked";
}

/** `credentials.login-link` and `credentials.form` are of one kind. */
function kindOf(rule: string): string {
  const dot = rule.lastIndexOf(".");
  return dot < 0 ? rule : rule.slice(0, dot);
}

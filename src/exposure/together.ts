/**
 * Exposures taken together, of one message by several kinds of evidence or of one person by several messages: the level is the highest, what
 * the sender learned and why is the union, each thing as sure as what says it best. Pure.
 */
import type { Disclosure, Exposure, Likelihood } from "../case/judgement.ts";

const SURE: Readonly<Record<Likelihood, number>> = { possible: 0, probable: 1, confirmed: 2 };

/** Reasons kept of one person. */
const REASONS_MAX = 12;

const NOT_REACHED: Exposure = {
  level: 0,
  likelihood: "probable",
  reasons: ["no message of interest was found for this person in what was read"],
  learned: [],
};

/** Reasons of the gravest stand first, and each once. */
export function together(first: Exposure, ...others: readonly Exposure[]): Exposure {
  const each = [first, ...others].toSorted(gravestFirst);
  const { level, likelihood } = each[0] ?? first;
  const reasons = [...new Set(each.flatMap((one) => one.reasons))];
  return { level, likelihood, reasons, ...learnedOf(each, likelihood) };
}

/** Of exposures by single messages; reasons name how many messages say so. */
export function worstOf(each: readonly Exposure[]): Exposure {
  const [first, ...others] = each;
  if (first === undefined) return NOT_REACHED;
  const whole = together(first, ...others);
  const counts = new Map(whole.reasons.map((why) => [why, 0]));
  for (const { reasons } of each) for (const why of new Set(reasons)) counts.set(why, (counts.get(why) ?? 0) + 1);
  const all = `${each.length} ${each.length === 1 ? "message" : "messages"}`;
  return {
    ...whole,
    reasons: [...counts].slice(0, REASONS_MAX).map(([why, count]) => `${count} of ${all}: ${why}`),
  };
}

/** The higher level, of equals the surer. */
export function gravestFirst(a: Exposure, b: Exposure): number {
  return b.level - a.level || SURE[b.likelihood] - SURE[a.likelihood];
}

/** Of what any of them says was learned; nothing where one of them, stored by an older version, does not tell. */
export function learnedOf(each: readonly Exposure[], likelihood: Likelihood): Pick<Exposure, "learned" | "learnedAs"> {
  const surest = new Map<Disclosure, Likelihood>();
  for (const exposure of each) {
    if (exposure.learned === undefined) return {};
    for (const what of exposure.learned) {
      const as = exposure.learnedAs?.[what] ?? exposure.likelihood;
      const known = surest.get(what);
      if (known === undefined || SURE[as] > SURE[known]) surest.set(what, as);
    }
  }
  const other = [...surest].filter(([, as]) => as !== likelihood);
  return {
    learned: [...surest.keys()],
    ...(other.length === 0 ? {} : { learnedAs: Object.fromEntries(other) }),
  };
}

/** What senders learned of several people in one line, by what the evidence shows of each. */
import type { Disclosure, Exposure, Likelihood } from "../case/judgement.ts";
import { disclosedVerb } from "./exposure-words.ts";

interface Part {
  readonly what: string;
  readonly isPlural: boolean;
  readonly of: readonly Disclosure[];
}

/** Each says the next ones too: who saw the network saw that it was opened. */
const OPENING: readonly Part[] = [
  { what: "location, network and device", isPlural: true, of: ["network", "device"] },
  { what: "that they read it, and when,", isPlural: false, of: ["opened"] },
  { what: "a time that is not tied to reading", isPlural: false, of: ["scan"] },
];
const FURTHER: readonly Part[] = [
  { what: "what the answer held", isPlural: false, of: ["client", "answer"] },
  { what: "what they clicked", isPlural: false, of: ["action"] },
];

const LIKELIHOODS = ["confirmed", "probable", "possible"] as const;
const SURE: Readonly<Record<Likelihood, number>> = { possible: 0, probable: 1, confirmed: 2 };

interface Told {
  readonly part: Part;
  people: number;
  /** Of the least sure of them. */
  likelihood: Likelihood;
}

/**
 * `what the answer held (1 of 2) was disclosed; location, network and device (1 of 2) may have been disclosed`. Null where nothing was learned, or one
 * of them, stored by an older version, is told by the level alone.
 */
export function learnedInShort(exposures: readonly Exposure[]): string | null {
  const all = new Map<Part, Told>();
  for (const exposure of exposures) {
    if (exposure.learned === undefined) return null;
    for (const { part, likelihood } of partsOf(exposure, exposure.learned)) {
      const told = all.get(part);
      if (told === undefined) all.set(part, { part, people: 1, likelihood });
      else {
        told.people += 1;
        if (SURE[likelihood] < SURE[told.likelihood]) told.likelihood = likelihood;
      }
    }
  }
  const groups = LIKELIHOODS.map((likelihood) => [...all.values()].filter((told) => told.likelihood === likelihood));
  const said = groups.flatMap((group) => saidTogether(group, exposures.length));
  return said.length === 0 ? null : said.join("; ");
}

function partsOf(
  { learnedAs = {}, likelihood }: Exposure,
  learned: readonly Disclosure[],
): readonly Pick<Told, "part" | "likelihood">[] {
  const sureness = ({ of }: Part): Likelihood | null => {
    const each = of.filter((one) => learned.includes(one)).map((one) => learnedAs[one] ?? likelihood);
    return each.toSorted((a, b) => SURE[a] - SURE[b])[0] ?? null;
  };
  const parts: Pick<Told, "part" | "likelihood">[] = [];
  let surest = -1;
  for (const part of OPENING) {
    const as = sureness(part);
    if (as === null || SURE[as] <= surest) continue;
    surest = SURE[as];
    parts.push({ part, likelihood: as });
  }
  for (const part of FURTHER) {
    const as = sureness(part);
    if (as !== null) parts.push({ part, likelihood: as });
  }
  return parts;
}

function saidTogether(group: readonly Told[], exposures: number): readonly string[] {
  const [first] = group;
  if (first === undefined) return [];
  const verb = disclosedVerb(first.likelihood, group.length > 1 || first.part.isPlural ? "were" : "was");
  const each = group.map(
    ({ part, people }) => `${part.what}${people === exposures ? "" : ` (${people} of ${exposures})`}`,
  );
  return [`${each.join(" and ")} ${verb}`];
}

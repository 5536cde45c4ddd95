/**
 * Chooses advice by finding, audience, country and who the user says they are (guidance notes, section 8): at most five actions
 * first, in order, one a topic; the rest after them. What the choice does not know is said.
 *
 * The same situation gives the same advice. Official and own entries stay apart by their kind.
 */
import type { Advice } from "./entry.ts";
import { OFFICIAL } from "./official.ts";
import { OWN } from "./own.ts";
import { type Audience, COUNTRIES, type Country, type FindingCode, type Self, type Situation } from "./situation.ts";

export const FIRST_MAX = 5;
/** The first thing to do must be done in so many minutes. */
export const FIRST_MINUTES_MAX = 10;

export interface ChosenAdvice {
  readonly first: readonly Advice[];
  readonly further: readonly Advice[];
  /** What this advice does not know, in sentences. */
  readonly unknown: readonly string[];
}

/** Why each entry is there. */
export function triggersOf({ when }: Advice, { findings }: Situation): readonly FindingCode[] {
  return when.filter((code) => findings.has(code));
}

export function chooseAdvice(situation: Situation, all: readonly Advice[] = [...OWN, ...OFFICIAL]): ChosenAdvice {
  const fitting = all
    .filter((entry) => fits(entry, situation))
    .sort((a, b) => a.rank - b.rank || special(b) - special(a) || (a.id < b.id ? -1 : 1));
  const first: Advice[] = [];
  for (const entry of fitting) {
    if (first.length === FIRST_MAX) break;
    if (first.length === 0 && entry.minutes > FIRST_MINUTES_MAX) continue;
    if (first.some(({ topic }) => topic === entry.topic)) continue;
    first.push(entry);
  }
  const further = fitting.filter((entry) => !first.includes(entry) && !isStandIn(entry, fitting));
  return { first, further, unknown: unknownOf(situation) };
}

function fits(entry: Advice, { findings, audience, country, self }: Situation): boolean {
  if (!entry.audience.includes(audience)) return false;
  if (entry.self.length > 0 && !entry.self.some((one) => self.has(one))) return false;
  if (entry.kind === "official" && entry.country !== null && entry.country !== country) return false;
  const isFound = !findings.has("NONE");
  return entry.when.length === 0 ? isFound : entry.when.some((code) => findings.has(code));
}

/** A country's own entry before the general one of the same rank. */
function special(entry: Advice): number {
  return entry.kind === "official" && entry.country !== null ? 1 : 0;
}

/** Our own general entry, where a country's official one on the topic is there. */
function isStandIn(entry: Advice, fitting: readonly Advice[]): boolean {
  return entry.kind === "own" && fitting.some((other) => other.topic === entry.topic && special(other) === 1);
}

export function isKnownCountry(country: string): country is Country {
  return Object.hasOwn(COUNTRIES, country);
}

function unknownOf({ country, self, audience, findings }: Situation): readonly string[] {
  const known = Object.keys(COUNTRIES).join(", ");
  const where =
    country === null
      ? [`In which country you are: whom to tell depends on it. Say --country CODE (${known} have entries here).`]
      : isKnownCountry(country)
        ? []
        : [
            `Official advice of ${country}: none is in our notes yet (there is for ${known}). Ask your national cyber-security centre.`,
          ];
  return [
    ...where,
    ...(self.size === 0
      ? ["Who you are: some help is only for candidates, parties, press or civil society. Say --self WORD."]
      : []),
    ...(findings.has("NONE") ? [] : audienceUnknown(audience)),
    "Whether a programme named here is still open today: sources are named so that you can look.",
  ];
}

function audienceUnknown(audience: Audience): readonly string[] {
  if (audience === "person") {
    return [
      "Whether you clicked, answered or typed a password: the mailbox shows only some of it.",
      "Which devices and mail programs you use, and whether anybody near you is in danger. You know that better.",
    ];
  }
  return ["What your logs hold, and what your mail programs load by default: only your own people can look."];
}

/** `--self` words. */
export function selvesOf(words: readonly string[]): ReadonlySet<Self> {
  return new Set(words as readonly Self[]);
}

/** A statement of the public record in words: who says what about whom, when, how sure. Not yet printable: callers escape. */
import type { EpochMs } from "../base/brand.ts";
import type { Assertion, AssertionKind, Party, StatedQuantity, StatedTime } from "../case/assertion.ts";
import type { Quote } from "../case/document.ts";
import { dayOf, listed, withCommas } from "./wording.ts";

interface KindWords {
  /** Heading, and for one in a list. */
  readonly noun: string;
  /** Between who says it and about whom. */
  readonly verb: string;
}

const KINDS: Readonly<Record<AssertionKind, KindWords>> = {
  accusation: { noun: "accusation", verb: "accuses" },
  charge: { noun: "charge", verb: "charges" },
  sanction: { noun: "sanction", verb: "sanctions" },
  denial: { noun: "denial", verb: "denies, speaking for" },
  advice: { noun: "advice", verb: "advises" },
  notification: { noun: "notification", verb: "tells those concerned, and names" },
  incident: { noun: "incident", verb: "reports an incident, and names" },
  impact: { noun: "impact", verb: "says of the impact, and names" },
  reward: { noun: "reward", verb: "offers a reward about" },
  policy: { noun: "policy", verb: "announces, about" },
};

/** Without an object. */
const ALONE: Readonly<Record<AssertionKind, string>> = {
  accusation: "accuses somebody",
  charge: "brings a charge",
  sanction: "imposes a sanction",
  denial: "denies it",
  advice: "gives advice",
  notification: "tells those concerned",
  incident: "reports an incident",
  impact: "says of the impact",
  reward: "offers a reward",
  policy: "announces a policy",
};

export function kindNoun(kind: AssertionKind): string {
  return KINDS[kind].noun;
}

const PARTIES_MAX = 6;

export function partiesOf(parties: readonly Party[]): string {
  const names = [...new Set(parties.map(partyShown))];
  const more = names.length - PARTIES_MAX;
  return listed(more > 0 ? [...names.slice(0, PARTIES_MAX), `${more} more`] : names);
}

/** The count stands in the name already. */
const NUMBER =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?)\b/i;

export function partyShown({ name, words, count, kind }: Party): string {
  const shown = name === "" ? words : name;
  return kind === "persons" && count !== null && !NUMBER.test(shown) ? `${shown} (${withCommas(count)})` : shown;
}

/** `UK National Cyber Security Centre accuses APT31, about UK Parliament`. */
export function statementSentence({ kind, by, via, against, targets, isNegated }: Assertion): string {
  const who = by.length === 0 ? "The document" : partiesOf(by);
  const own = new Set(by.map(({ name }) => name));
  // Who denies for itself denies; who denies for another speaks for it.
  if (kind === "denial" && against.every(({ name }) => own.has(name))) return denialSentence(who, by, { targets, via });
  const what =
    kind === "advice"
      ? targets.length === 0
        ? ALONE.advice
        : `advises ${partiesOf(targets)}`
      : against.length === 0
        ? ALONE[kind]
        : `${KINDS[kind].verb} ${partiesOf(against)}`;
  const about = targets.length === 0 || kind === "advice" ? "" : `, about ${partiesOf(targets)}`;
  const told = via.length === 0 ? "" : `, as told by ${partiesOf(via)}`;
  return `${who} ${by.length > 1 ? manySay(what) : what}${about}${told}${isNegated && kind !== "denial" ? " (in the negative)" : ""}`;
}

function denialSentence(
  who: string,
  by: readonly Party[],
  { targets, via }: Pick<Assertion, "targets" | "via">,
): string {
  const about = targets.length === 0 ? "" : `, about ${partiesOf(targets)}`;
  const told = via.length === 0 ? "" : `, as told by ${partiesOf(via)}`;
  return `${who} ${by.length > 1 ? "deny" : "denies"} it${about}${told}`;
}

const VERBS = /\b(?:accuse|charge|sanction|advise|tell|report|say|name|offer|announce|bring|impose|give)s\b/g;

/** `accuses` → `accuse`. Only our own verbs are in the first words; names come behind. */
function manySay(what: string): string {
  const verb =
    /^\S+(?:(?:, | )(?:an incident, |of the impact, |those concerned, )?(?:and names))?/.exec(what)?.[0] ?? "";
  return verb.replace(VERBS, (one) => one.slice(0, -1)).replace(/^denies\b/, "deny") + what.slice(verb.length);
}

/** When it was said, and of when it speaks; empty where neither is said. */
export function whenSaid({ date, time }: Pick<Assertion, "date" | "time">, published: EpochMs | null): string {
  const said = date === null ? (published === null ? "" : `published ${dayOf(published)}`) : timeShown(date);
  return [said, ...(time === null ? [] : [meantTime(time)])].filter((one) => one !== "").join(", ");
}

/** Words that give no day (`decade-long`) stand as they are. */
function meantTime(time: StatedTime): string {
  return time.from === null && time.until === null ? `“${time.words}”` : `about ${timeShown(time)}`;
}

/** As the document has it, with the days where the words do not show them. */
export function timeShown({ from, until, words }: StatedTime): string {
  const last = until === null ? null : ((until - 1) as EpochMs);
  const days = [...new Set([from, last].flatMap((one) => (one === null ? [] : [dayOf(one)])))].join(" to ");
  if (words === "" || /^[\d .:-]+$/.test(words)) return words === "" ? days : words.replace(/\s*\.\.\s*/, " to ");
  return days === "" ? words : `${words} (${days})`;
}

const SCALES = {
  phia: "PHIA yardstick",
  "icd-203": "ICD 203",
  "analytic-confidence": "confidence in the analysis",
} as const;

/** `almost certain (PHIA yardstick: 95 to 100 %)`; empty where it uses no such words. */
export function confidenceShown({ words, scale, low, high }: Assertion["confidence"]): string {
  if (words === "" || scale === "") return words;
  if (low === null || high === null) return `${words} (${SCALES[scale]})`;
  return `${words} (${SCALES[scale]}: ${percent(low)} to ${percent(high)} %)`;
}

function percent(share: number): number {
  return Math.round(share * 100);
}

/** `more than 10,000 malicious emails`. */
export function quantityShown({ what, min, max }: StatedQuantity): string {
  const of = what === "" ? "" : ` ${what}`;
  if (min !== null && min === max) return `${withCommas(min)}${of}`;
  if (min !== null && max !== null) return `${withCommas(min)} to ${withCommas(max)}${of}`;
  if (min !== null) return `${withCommas(min)}${of} or more`;
  return max === null ? what : `at most ${withCommas(max)}${of}`;
}

/** `page 3, line 12`. */
export function placeShown({ page, line }: Pick<Quote, "page" | "line">): string {
  return page > 0 ? `page ${page}, line ${line}` : `line ${line}`;
}

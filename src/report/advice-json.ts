/** Advice in stable machine form (`schema: 1`: fields may be added, never changed). */
import { triggersOf } from "../advice/choose.ts";
import type { Advice } from "../advice/entry.ts";
import type { AdviceView, CaseAdviceView } from "./advice-text.ts";

export interface AdviceEntryJson {
  readonly id: string;
  readonly kind: "official" | "own";
  readonly action: string;
  readonly minutes: number;
  readonly because: readonly string[];
  /** Of official advice, whose it is and where it stands; else null. */
  readonly by: "authority" | "provider" | "helper" | null;
  readonly source: string | null;
  readonly read: "official" | "reported" | null;
  readonly checkedOn: string | null;
  readonly country: string | null;
}

export interface AdviceForJson {
  /** `person`, `organisation` or `it`. */
  readonly audience: string;
  /** Id of the person; null for others. */
  readonly person: string | null;
  readonly findings: readonly string[];
  readonly first: readonly AdviceEntryJson[];
  readonly further: readonly AdviceEntryJson[];
  readonly unknown: readonly string[];
}

export interface AdviceJson {
  readonly schema: 1;
  readonly country: string | null;
  readonly advice: readonly AdviceForJson[];
}

/** `person`: only that one's. */
export function adviceJson({ organisation, it, people }: CaseAdviceView, person: string | null): AdviceJson {
  const chosen = people.filter((one) => person === null || one.person.id === person);
  return {
    schema: 1,
    country: organisation.situation.country,
    advice: [
      ...(person === null ? [adviceForJson(organisation, null), adviceForJson(it, null)] : []),
      ...chosen.map((one) => adviceForJson(one, one.person.id)),
    ],
  };
}

function adviceForJson({ situation, chosen }: AdviceView, person: string | null): AdviceForJson {
  const entry = (advice: Advice): AdviceEntryJson => ({
    id: advice.id,
    kind: advice.kind,
    action: advice.action,
    minutes: advice.minutes,
    because: triggersOf(advice, situation),
    by: advice.kind === "official" ? advice.by : null,
    source: advice.kind === "official" ? advice.source : null,
    read: advice.kind === "official" ? advice.read : null,
    checkedOn: advice.kind === "official" ? advice.checkedOn : null,
    country: advice.kind === "official" ? advice.country : null,
  });
  return {
    audience: situation.audience,
    person,
    findings: [...situation.findings].sort(),
    first: chosen.first.map(entry),
    further: chosen.further.map(entry),
    unknown: chosen.unknown,
  };
}

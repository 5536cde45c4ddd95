/** The assessment of a campaign and its timing in stable machine form (`schema: 1`: fields may be added, never changed). */
import type { Assessment, Confidence } from "../assessment/assess.ts";
import type { CampaignEvidence } from "../assessment/evidence.ts";
import type { ExplanationKind } from "../assessment/explanations.ts";
import type { Fit } from "../assessment/items.ts";
import { SCALE, SCALE_NAME } from "../assessment/scale.ts";
import type { Timing } from "../assessment/timing.ts";
import { eventsVerdict } from "../assessment/timing-words.ts";
import { hoursWords } from "./timing-text.ts";
import { isoOf } from "./wording.ts";

export interface Assessed {
  readonly assessment: Assessment;
  readonly evidence: CampaignEvidence;
}

export interface AssessmentJson {
  readonly enough: boolean;
  readonly reasons: readonly string[];
  readonly confidence: Confidence;
  readonly scale: {
    readonly name: string;
    readonly words: readonly { readonly words: string; readonly from: number; readonly to: number }[];
  };
  readonly explanations: readonly {
    readonly kind: ExplanationKind;
    readonly title: string;
    readonly short: string;
    /** Only those that a match ties to the campaign. */
    readonly groups: readonly string[];
    /** Null where the evidence is not enough for a word. */
    readonly words: string | null;
    readonly from: number | null;
    readonly to: number | null;
    readonly notEstimated: string;
    readonly consistent: readonly string[];
    readonly inconsistent: readonly string[];
    readonly wouldChange: readonly string[];
  }[];
  readonly evidence: readonly {
    readonly id: string;
    readonly sentence: string;
    readonly weakBecause: string | null;
    readonly cells: readonly {
      readonly kind: ExplanationKind;
      readonly fit: Fit;
      /** 0 to 3. */
      readonly against: number;
      readonly why: string;
    }[];
  }[];
  /** Ids of evidence. */
  readonly linchpins: readonly string[];
  readonly attribution: { readonly kind: string; readonly sentence: string | null };
  readonly timing: TimingJson;
}

export function assessmentJson({ assessment, evidence }: Assessed): AssessmentJson {
  const { isEnough, reasons, confidence, explanations, items, linchpins, attribution } = assessment;
  return {
    enough: isEnough,
    reasons,
    confidence,
    scale: { name: SCALE_NAME, words: SCALE.map(({ words, from, to }) => ({ words, from, to })) },
    explanations: explanations.map((one) => ({
      kind: one.kind,
      title: one.title,
      short: one.short,
      groups: one.groups,
      words: one.estimate?.words ?? null,
      from: one.estimate?.from ?? null,
      to: one.estimate?.to ?? null,
      notEstimated: one.notEstimated,
      consistent: one.consistent,
      inconsistent: one.inconsistent,
      wouldChange: one.wouldChange,
    })),
    evidence: items.map(({ id, sentence, weakBecause, cells }) => ({
      id,
      sentence,
      weakBecause,
      cells: explanations.map(({ kind }) => {
        const { fit, against, why } = cells[kind];
        return { kind, fit, against, why };
      }),
    })),
    linchpins,
    attribution: { kind: attribution.kind, sentence: attribution.sentence },
    timing: timingJson(evidence.timing),
  };
}

export interface TimingJson {
  readonly spanDays: number | null;
  readonly sendings: number;
  readonly undated: number;
  readonly waves: readonly { readonly first: string | null; readonly last: string | null; readonly messages: number }[];
  /** All of it weak: a sender chooses its clock. */
  readonly hours: {
    readonly byHourUtc: readonly number[];
    readonly byWeekdayUtc: readonly number[];
    /** Offsets from UTC in hours; empty where nothing can be said. */
    readonly zones: readonly number[];
    readonly inOfficeHours: number | null;
    readonly chance: number | null;
    readonly why: string;
  };
  /** The same in sentences; `events` null where none were given. */
  readonly words: { readonly hours: string; readonly events: string | null };
  /** Null where no events were given. */
  readonly events: {
    readonly given: number;
    readonly waves: number;
    readonly chance: number | null;
    readonly why: string;
    readonly near: readonly {
      readonly day: string;
      readonly title: string;
      readonly kind: string;
      readonly wave: number;
      readonly daysAfter: number;
    }[];
  } | null;
}

/** `wave` counts from 0. */
export function timingJson(timing: Timing): TimingJson {
  const { spanDays, sendings, undated, waves, hours, events } = timing;
  return {
    words: { hours: hoursWords(timing), events: eventsVerdict(timing) },
    spanDays,
    sendings,
    undated,
    waves: waves.map(({ first, last, messages }) => ({ first: isoOf(first), last: isoOf(last), messages })),
    hours: {
      byHourUtc: hours.byHour,
      byWeekdayUtc: hours.byWeekday,
      zones: hours.fit?.zones ?? [],
      inOfficeHours: hours.fit?.inOffice ?? null,
      chance: hours.fit?.chance ?? null,
      why: hours.why,
    },
    events:
      events === null
        ? null
        : {
            given: events.events.length,
            waves: events.waves,
            chance: events.chance,
            why: events.why,
            near: events.near.map(({ event, wave, daysAfter }) => ({
              day: isoOf(event.day)?.slice(0, 10) ?? "",
              title: event.title,
              kind: event.kind,
              wave,
              daysAfter,
            })),
          },
  };
}

/** Descriptions in stable machine form (`schema: 1`: fields may be added, never changed). */
import type { Consistency, Description, HuntingProfile, TraitFit } from "../case/hunting-profile.ts";
import { figuresOf, gradeWords, othersWords } from "./description-words.ts";
import { isoOf } from "./wording.ts";

export interface TraitJson {
  readonly kind: Consistency["traits"][number]["trait"]["sign"]["kind"];
  /** Technique id, lure or walk of life; empty for what has none. */
  readonly value: string;
  /** Of a time, half open, ISO 8601; null elsewhere and for an open end. */
  readonly from: string | null;
  readonly until: string | null;
  readonly says: string;
  readonly quote: Consistency["traits"][number]["trait"]["quote"];
}

export interface ProfileJson {
  readonly traits: readonly TraitJson[];
  readonly beyondMail: readonly string[];
}

/** What is compared, without the traits: for a list. */
export interface DescriptionBriefJson {
  /** Of the document. */
  readonly source: string;
  readonly sha256: string;
  readonly grade: Consistency["grade"];
  readonly traits: number;
  readonly fits: number;
  /** Of those that fit: as much other mail does. */
  readonly broad: number;
  readonly contradicts: number;
  readonly cannotTell: number;
  readonly compared: number;
  readonly othersAsGood: number;
  readonly sentence: string;
  /** Always: consistency names nobody. */
  readonly isAttribution: false;
}

export interface DescriptionJson extends Omit<DescriptionBriefJson, "traits"> {
  readonly traits: readonly (TraitJson & { readonly fit: TraitFit; readonly why: string; readonly broad: boolean })[];
}

export function profileJson({ traits, beyondMail }: HuntingProfile): ProfileJson {
  return { traits: traits.map(traitJson), beyondMail };
}

export function descriptionBriefJson(one: Description): DescriptionBriefJson {
  const count = (fit: TraitFit) => one.traits.filter((trait) => trait.fit === fit).length;
  const others = othersWords(one);
  return {
    source: one.source,
    sha256: one.sha256,
    grade: one.grade,
    traits: one.traits.length,
    fits: count("fits"),
    broad: one.traits.filter(({ fit, isBroad }) => fit === "fits" && isBroad).length,
    contradicts: count("contradicts"),
    cannotTell: count("cannot-tell"),
    compared: one.compared,
    othersAsGood: one.othersAsGood,
    sentence: `${gradeWords(one.grade)} with the description in ${one.source}: ${figuresOf(one)}${others === "" ? "" : `; ${others}`}; this is no indicator match and no attribution`,
    isAttribution: false,
  };
}

export function descriptionJson(one: Description): DescriptionJson {
  const traits = one.traits.map(({ trait, fit, why, isBroad }) => ({ ...traitJson(trait), fit, why, broad: isBroad }));
  return { ...descriptionBriefJson(one), traits };
}

function traitJson({ sign, says, quote }: HuntingProfile["traits"][number]): TraitJson {
  const isTime = sign.kind === "time";
  const value =
    sign.kind === "technique" ? sign.id : sign.kind === "lure" ? sign.lure : sign.kind === "target" ? sign.walk : "";
  return {
    kind: sign.kind,
    value,
    from: isTime ? isoOf(sign.from) : null,
    until: isTime ? isoOf(sign.until) : null,
    says,
    quote,
  };
}

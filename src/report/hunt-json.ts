/** `hunt --json`: one object, stable (DESIGN 5: fields may be added, never changed). */
import type { Answer } from "../case/answer.ts";
import type { IntelFile } from "../case/indicator.ts";
import type { HuntInput } from "./hunt-text.ts";
import { isoOf } from "./wording.ts";

export const HUNT_SCHEMA = 1;

export interface HuntJson {
  readonly schema: typeof HUNT_SCHEMA;
  readonly files: readonly {
    readonly path: string;
    readonly sha256: string;
    readonly format: IntelFile["format"];
    readonly title: string;
    readonly tlp: string;
    readonly indicators: number;
    readonly unusable: IntelFile["unusable"];
    readonly unusableCount: number;
  }[];
  /** What became of the files that were given in the ledger (`intel list`). */
  readonly documents: HuntInput["documents"];
  readonly indicators: number;
  readonly sightings: readonly {
    readonly sha256: string;
    readonly date: string | null;
    readonly indicator: { readonly id: string; readonly type: string; readonly value: string; readonly name: string };
    readonly source: string;
    readonly place: string;
    readonly groups: readonly string[];
    readonly kind: "exact" | "host";
    readonly where: readonly string[];
    readonly value: string;
    readonly doubt: string | null;
  }[];
  /** There are more sightings than these; they are not kept. */
  readonly cut: boolean;
  /** What became of interest, or is no more, is linked with the rest of the case at the next scan. */
  readonly linkingWaits: boolean;
  readonly notHunted: HuntInput["notHunted"];
  readonly answer: Answer;
}

export function huntJson(
  { files, documents, indicators, sightings, isCut, linkingWaits, notHunted, dates }: HuntInput,
  answer: Answer,
): HuntJson {
  return {
    schema: HUNT_SCHEMA,
    files: files.map(({ indicators: all, ...file }) => ({ ...file, indicators: all.length })),
    documents,
    indicators,
    sightings: sightings.map(({ sha256, indicator: { id, type, value: wanted, name, place, groups }, ...seen }) => ({
      sha256,
      date: isoOf(dates.get(sha256) ?? null),
      indicator: { id, type, value: wanted, name },
      place,
      groups,
      ...seen,
    })),
    cut: isCut,
    linkingWaits,
    notHunted,
    answer,
  };
}

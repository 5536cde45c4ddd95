/**
 * Published scales of words of estimation: what each word stands for, in per cent. The one place for both directions: our own
 * assessments choose words by them, and words of published documents are read by them.
 *
 * Sources: yardstick of the Professional Head of Intelligence Assessment (PHIA, United Kingdom); Intelligence Community Directive
 * 203 (United States), table of expressions of likelihood. PHIA's ranges leave gaps on purpose.
 */

export interface EstimateWords {
  readonly id:
    | "remote-chance"
    | "highly-unlikely"
    | "unlikely"
    | "realistic-possibility"
    | "likely"
    | "highly-likely"
    | "almost-certain";
  readonly words: string;
  /** Per cent, both ends belong to it. */
  readonly from: number;
  readonly to: number;
}

// biome-ignore format: a table reads by column
export const PHIA: readonly EstimateWords[] = [
  { id: "remote-chance",         words: "a remote chance",         from: 0,  to: 5 },
  { id: "highly-unlikely",       words: "highly unlikely",         from: 10, to: 20 },
  { id: "unlikely",              words: "unlikely",                from: 25, to: 35 },
  { id: "realistic-possibility", words: "a realistic possibility", from: 40, to: 50 },
  { id: "likely",                words: "likely",                  from: 55, to: 75 },
  { id: "highly-likely",         words: "highly likely",           from: 80, to: 90 },
  { id: "almost-certain",        words: "almost certain",          from: 95, to: 100 },
];

/** A row of a scale as it is read in a text: all wordings that it lists, lower case. */
export interface ReadEstimate {
  readonly wordings: readonly string[];
  /** Per cent. */
  readonly from: number;
  readonly to: number;
}

// biome-ignore format: a table reads by column
export const PHIA_READ: readonly ReadEstimate[] = [
  { wordings: ["remote chance"],                        from: 0,  to: 5 },
  { wordings: ["highly unlikely"],                      from: 10, to: 20 },
  { wordings: ["unlikely"],                             from: 25, to: 35 },
  { wordings: ["realistic possibility"],                from: 40, to: 50 },
  { wordings: ["likely", "probable", "probably"],       from: 55, to: 75 },
  { wordings: ["highly likely", "highly probable"],     from: 80, to: 90 },
  { wordings: ["almost certain", "almost certainly"],   from: 95, to: 100 },
];

// biome-ignore format: a table reads by column
export const ICD_203_READ: readonly ReadEstimate[] = [
  { wordings: ["almost no chance", "remote"],                                              from: 1,  to: 5 },
  { wordings: ["very unlikely", "highly improbable"],                                      from: 5,  to: 20 },
  { wordings: ["unlikely", "improbable", "improbably"],                                    from: 20, to: 45 },
  { wordings: ["roughly even chance", "roughly even odds", "even chance"],                 from: 45, to: 55 },
  { wordings: ["likely", "probable", "probably"],                                          from: 55, to: 80 },
  { wordings: ["very likely", "highly probable"],                                          from: 80, to: 95 },
  { wordings: ["almost certain", "almost certainly", "nearly certain", "nearly certainly"], from: 95, to: 99 },
];

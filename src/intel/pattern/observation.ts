/** What a STIX pattern is held against: an observation with its objects, as STIX JSON or made from a message. */

export type StixObject = Readonly<Record<string, unknown>>;

export interface Observation {
  /** What was observed, by id. */
  readonly objects: ReadonlyMap<string, StixObject>;
  /** Objects that references may lead to besides. */
  readonly referred?: ReadonlyMap<string, StixObject>;
  /** Milliseconds since 1970, `first <= last`. */
  readonly first: number;
  readonly last: number;
  /** How often it was seen, 1 and more. */
  readonly count: number;
}

/**
 * Values of MQL while a rule runs. A value is known, or undetermined with the reasons why (mql.md, section 8): nothing that was
 * not evaluated is ever false, null or empty.
 */

/** An object of the host, opaque here: only the fields of its type look inside. */
export interface HostObject {
  /** Name of its type in the schema. */
  readonly type: string;
}

/** A JSON value, told apart from others since its kind is known only when it is there. */
export class Json {
  readonly value: unknown;
  constructor(value: unknown) {
    this.value = value;
  }
}

/** What is not known, or not in full: one class to tell it from all that is. */
export abstract class NotKnown {
  /** Capability names, or `error:` and the name of a function; sorted, each once, at least one. */
  readonly reasons: readonly string[];
  constructor(reasons: readonly string[]) {
    this.reasons = reasons.length < 2 ? reasons : [...new Set(reasons)].sort();
  }
}

/** What could not be evaluated. */
export class Undetermined extends NotKnown {}

/** The last item of an array whose other items are there, and which may have more of them: its length is not known. */
export class MoreItems extends Undetermined {}

/** Integers and floats are numbers, told apart by their static types; times are milliseconds since 1970 UTC. */
export type Value =
  | null
  | boolean
  | number
  | string
  | Uint8Array
  | Json
  | HostObject
  | Undetermined
  | readonly Value[]
  | ReadonlyMap<string, Value>;

/** A `$list`, with its look-ups prepared. */
export interface List {
  readonly values: readonly Value[];
  /** Case-sensitive. */
  readonly has: (text: string) => boolean;
  /** Under Unicode simple case folding of both. */
  readonly hasFolded: (text: string) => boolean;
}

/** A boolean that may not be known: a non-empty set of true, false and null as bits. Undetermined is all three. */
export type Mask = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const IS_TRUE = 1;
export const IS_FALSE = 2;
export const IS_NULL = 4;
export const ANY_OF_ALL = 7;

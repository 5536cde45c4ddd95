/**
 * Types of MQL values (mql.md, section 4) and what a host must say about itself: objects with fields, functions, lists. The
 * language knows nothing of mail; it is handed a `Schema` when rules are compiled and a `Host` for each message.
 */
import type { HostObject, List, Undetermined, Value } from "./value.ts";

export type ScalarName = "string" | "int" | "float" | "bool" | "time" | "bytes" | "json";

export type Type =
  | { readonly kind: ScalarName }
  | { readonly kind: "null" }
  | { readonly kind: "array"; readonly of: Type }
  | { readonly kind: "map"; readonly of: Type }
  | { readonly kind: "object"; readonly name: string };

/** A field of an object. `read` is total and answers null, `[]` for arrays, where the message has no such thing. */
export interface Field {
  readonly name: string;
  readonly type: Type;
  /** One sentence for people who write rules. */
  readonly meaning: string;
  /** A guess of what it costs to work out, in microseconds; absent for what lies there. Cheap conditions are asked first. */
  readonly weight?: number;
  /** Elements that an array usually has, characters of a text; absent where nothing is known of it. For the same order. */
  readonly usual?: number;
  /** How often a boolean is probably true, from 0 to 1; absent where nothing is known of it. For the same order. */
  readonly odds?: number;
  readonly read: (of: HostObject) => Value;
}

export interface ObjectType {
  readonly name: string;
  readonly fields: ReadonlyMap<string, Field>;
}

/** What an argument may be: one of these types. `any` takes all. */
export interface Parameter {
  readonly name: string;
  readonly types: readonly Type[] | "any";
  readonly optional: boolean;
}

/** A function that the host answers. Its arguments are evaluated first; an undetermined one makes the result so, without a call. */
export interface HostFunction {
  /** Dotted, as rules write it. */
  readonly name: string;
  readonly positional: readonly Parameter[];
  /** The last positional parameter may be repeated. */
  readonly variadic: boolean;
  readonly keywords: ReadonlyMap<string, Parameter>;
  readonly result: Type;
  readonly meaning: string;
  /** As of fields. */
  readonly weight?: number;
  /** Missing optional arguments are left out; keywords that were not given are not in the map. */
  readonly call: (host: Host, args: readonly Value[], keywords: ReadonlyMap<string, Value>) => Value;
  /** For functions that prepare their other arguments (thousands of ranges): where these are literals, it is asked once when rules are compiled. */
  readonly prepare?: (rest: readonly Value[]) => (host: Host, first: Value) => Value;
}

/** Everything that rules may name. */
export interface Schema {
  /** Name of the object whose fields are the bare names of a rule. */
  readonly root: string;
  readonly objects: ReadonlyMap<string, ObjectType>;
  readonly functions: ReadonlyMap<string, HostFunction>;
  /** By name without the dollar sign: the type of an element. */
  readonly lists: ReadonlyMap<string, Type>;
}

/** One message, as rules see it. */
export interface Host {
  readonly root: HostObject;
  /** A list that is not available is undetermined, never empty (mql.md, section 11). */
  readonly list: (name: string) => List | Undetermined;
}

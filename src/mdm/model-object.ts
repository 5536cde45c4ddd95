/**
 * Objects of the message model: facts, and readers that make a field's value of them when a rule asks, once.
 *
 * One type may be read in several ways: of a message that lies here, of a stored record, of what a function gave. The schema asks the
 * object, so that a compiled rule runs on all of them.
 */
import type { ObjectType } from "../mql/types.ts";
import { type HostObject, Undetermined, type Value } from "../mql/value.ts";
import { typeOf } from "./types/type-table.ts";
import { type FieldName, type TypeName, types } from "./types/types.ts";
import { usualCounts, usualOdds, weights } from "./types/weights.ts";

type Reader<Facts> = (facts: Facts) => Value;

export class ModelObject<Facts = unknown> implements HostObject {
  readonly type: string;
  readonly facts: Facts;
  /** In the order of the type's fields. */
  readonly #readers: readonly Reader<never>[];
  /** What was asked already, in the same order. */
  readonly #known: (Value | undefined)[] = [];

  constructor(type: string, readers: readonly Reader<Facts>[], facts: Facts) {
    this.type = type;
    this.#readers = readers;
    this.facts = facts;
  }

  /** The field at this place of its type. */
  read(index: number): Value {
    const known = this.#known[index];
    if (known !== undefined) return known;
    const reader = this.#readers[index];
    const value = reader === undefined ? null : reader(this.facts as never);
    this.#known[index] = value;
    return value;
  }
}

/** Makes objects of one type from facts; `facts` null gives null. */
export type Maker<Facts> = (facts: Facts | null) => ModelObject<Facts> | null;

/** Every field has its reader. */
export function maker<Name extends TypeName, Facts>(
  name: Name,
  readers: Readonly<Record<FieldName<Name>, Reader<Facts>>>,
): Maker<Facts> {
  return makerOf(name, readers, null);
}

/** Fields without a reader are `missing`: a capability that is not there, or `not-stored`. */
export function partialMaker<Name extends TypeName, Facts>(
  name: Name,
  readers: Readonly<Partial<Record<FieldName<Name>, Reader<Facts>>>>,
  missing: Undetermined,
): Maker<Facts> {
  return makerOf(name, readers, missing);
}

/** An object whose values are all there. */
export function valueObject<Name extends TypeName>(
  name: Name,
  values: Readonly<Partial<Record<FieldName<Name>, Value>>>,
  missing: Undetermined | null = null,
): HostObject {
  const given: Readonly<Partial<Record<string, Value>>> = values;
  const readers = Object.entries(types[name]).map(([field, [type]]) => {
    const value = given[field];
    return () => (value === undefined ? (missing ?? (type.startsWith("[") ? [] : null)) : value);
  });
  return new ModelObject(name, readers, null);
}

function makerOf<Facts>(
  name: TypeName,
  readers: Readonly<Partial<Record<string, Reader<Facts>>>>,
  missing: Undetermined | null,
): Maker<Facts> {
  const inOrder = Object.keys(types[name]).map((field) => readers[field] ?? (() => missing));
  return (facts) => (facts === null ? null : new ModelObject<Facts>(name, inOrder, facts));
}

/** The language's view of a type. */
export function objectType(name: TypeName): ObjectType {
  const fields = Object.entries(types[name]).map(([field, [type, meaning]], index) => {
    const read = (of: HostObject): Value =>
      of instanceof ModelObject && of.type === name ? of.read(index) : new Undetermined([`error:${name}.${field}`]);
    const weight = weights.get(`${name}.${field}`);
    const usual = usualCounts.get(`${name}.${field}`);
    const odds = usualOdds.get(`${name}.${field}`);
    const guessed = {
      ...(weight === undefined ? {} : { weight }),
      ...(usual === undefined ? {} : { usual }),
      ...(odds === undefined ? {} : { odds }),
    };
    return [field, { name: field, type: typeOf(type), meaning, read, ...guessed }] as const;
  });
  return { name, fields: new Map(fields) };
}

/** Small checks that compose: what `JSON.parse` returns is `unknown` until one of these has looked at all of it. */
export type Check<T> = (value: unknown) => value is T;

export const isString: Check<string> = (value) => typeof value === "string";
export const isBoolean: Check<boolean> = (value) => typeof value === "boolean";
export const isTrue: Check<true> = (value) => value === true;
export const isNumber: Check<number> = (value) => typeof value === "number";

export function isOneOf<const T extends string | number>(...allowed: readonly T[]): Check<T> {
  const set: ReadonlySet<unknown> = new Set(allowed);
  return (value): value is T => set.has(value);
}

export function isNullOr<T>(check: Check<T>): Check<T | null> {
  return (value): value is T | null => value === null || check(value);
}

/** For fields that the stored form leaves out when they hold their usual value. */
export function isAbsentOr<T>(check: Check<T>): Check<T | undefined> {
  return (value): value is T | undefined => value === undefined || check(value);
}

export function isArrayOf<T>(check: Check<T>): Check<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(check);
}

/** Every named field is checked; further fields are let through, so that a field can be added without a new version. */
export function isObject<T extends object>(fields: { readonly [K in keyof T]-?: Check<T[K]> }): Check<T> {
  const names = Object.keys(fields);
  const checks: readonly Check<unknown>[] = Object.values(fields);
  return (value): value is T => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    return checks.every((check, index) => check(Reflect.get(value, names[index] ?? "")));
  };
}

/** Ends in a value of the type, or throws: for decoders, whose callers turn that into `damaged`. */
export function checked<T>(value: unknown, check: Check<T>, what: string): T {
  if (!check(value)) throw new Error(`not a ${what}`);
  return value;
}

/** Values in STIX patterns: times, and what a comparison may not ask for (STIX 2.1, 2.16, 9.2 and 10.7). */
import type { Comparison } from "./syntax.ts";

const TIMESTAMP = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(\.\d+)?Z$/;

/**
 * Milliseconds since 1970 with their fraction, or null for what is no timestamp of STIX (RFC 3339 in UTC, upper case). A day
 * that its month does not have runs over into the next one, as in the OASIS tools.
 */
export function parseTimestamp(text: string): number | null {
  const [, year, month, day, hour, minute, second, fraction = ""] = TIMESTAMP.exec(text) ?? [];
  if (year === undefined) return null;
  const whole = new Date(0);
  whole.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  whole.setUTCHours(Number(hour), Number(minute), Number(second));
  return whole.getTime() + Number(`0${fraction}`) * 1000;
}

/** Hex digits of a hash by its name in the STIX vocabulary (10.7); names are compared without case, hyphens and underscores. */
const HASH_DIGITS: ReadonlyMap<string, number> = new Map([
  ["MD5", 32],
  ["SHA1", 40],
  ["SHA224", 56],
  ["SHA256", 64],
  ["SHA384", 96],
  ["SHA512", 128],
  ["SHA3224", 56],
  ["SHA3256", 64],
  ["SHA3384", 96],
  ["SHA3512", 128],
]);

/** A sentence without a full stop when a hash is asked for that no file can have; else null. */
export function constantProblem({ path, operator, constants }: Omit<Comparison, "kind" | "span">): string | null {
  const [parent, last] = path.steps.slice(-2);
  const isHash = parent?.kind === "property" && parent.name === "hashes" && last?.kind === "property";
  if (!isHash || (operator !== "=" && operator !== "!=" && operator !== "IN")) return null;
  const digits = HASH_DIGITS.get(last.name.toUpperCase().replace(/[-_]/g, ""));
  if (digits === undefined) return null;
  const wrong = constants.some(({ kind, value }) => kind !== "string" || !isHexOf(value, digits));
  return wrong ? `a ${last.name} hash has ${digits} hex digits` : null;
}

function isHexOf(value: string | number | boolean, digits: number): boolean {
  return typeof value === "string" && value.length === digits && /^[0-9a-fA-F]*$/.test(value);
}

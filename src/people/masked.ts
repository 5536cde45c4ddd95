/**
 * Anything that is about to be shown, without the addresses and names of those who did not consent (docs/formats/roster.md). Linear in what is
 * given; maps, lists and plain objects are made anew where something in them was masked.
 */
import type { RosterIndex } from "./roster-index.ts";

export function masked<T>(value: T, index: RosterIndex): T {
  return index.withholdsNobody ? value : (maskedValue(value, index) as T);
}

function maskedValue(value: unknown, index: RosterIndex): unknown {
  if (typeof value === "string") return index.masked(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one: unknown) => maskedValue(one, index));
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [key, maskedValue(one, index)]));
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const shown = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, maskedValue(one, index)]));
  // A mailbox: with the address goes the name beside it.
  const { address } = value as { readonly address?: unknown };
  const isHidden = typeof address === "string" && "name" in value && index.masked(address) !== address;
  return isHidden ? { ...shown, name: "" } : shown;
}

/** Forms of STIX that more than one check asks for: ids, times, maps. */
import type { StixObject } from "../pattern/observation.ts";

export type StixVersion = "2.0" | "2.1";

/** `code` is stable; `why` is a sentence without a full stop. */
export type Tell = (code: string, why: string) => void;

const ID = /^([a-z0-9][a-z0-9-]{1,248}[a-z0-9])--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The type that an id names, or null for what is no id. */
export function typeOfId(id: string): string | null {
  return ID.exec(id)?.[1] ?? null;
}

const TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?Z$/;

/** RFC 3339 in UTC with upper-case letters, of a day that its month has. */
export function isTimestamp(text: string): boolean {
  const [, year, month, day, hour, minute, second] = TIME.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const days = month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0;
  return day >= 1 && day <= days && (hour ?? 24) < 24 && (minute ?? 60) < 60 && (second ?? 61) <= 60;
}

export function isObject(value: unknown): value is StixObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

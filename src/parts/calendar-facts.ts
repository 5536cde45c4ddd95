/**
 * Calendars as rules see them (RFC 5545): components with their properties, people and attached files. Pure, total, linear; components
 * and properties are counted.
 */
import { limits } from "../base/limits.ts";
import { bytesAsText, type ContentLine, contentLines, withoutEscapes } from "./content-lines.ts";

export interface CalendarProperty {
  readonly name: string;
  /** Escapes undone, in UTF-8. */
  readonly value: string;
  /** As written. */
  readonly raw: string;
  readonly parameters: ReadonlyMap<string, string>;
}

export interface CalendarComponent {
  /** `VEVENT`, `VTODO`, `VALARM`. */
  readonly type: string;
  readonly properties: readonly CalendarProperty[];
}

export interface Calendar {
  readonly properties: readonly CalendarProperty[];
  /** Those inside others as well, in the order of their beginnings. */
  readonly components: readonly CalendarComponent[];
}

export interface CalendarFile {
  readonly calendars: readonly Calendar[];
  readonly isCut: boolean;
}

interface Open {
  readonly type: string;
  readonly properties: CalendarProperty[];
}

const DEPTH_MAX = 16;

export function readCalendarFile(bytes: Buffer): CalendarFile {
  const { text } = bytesAsText(bytes.subarray(0, limits.fileTextBytesMax));
  const calendars: { readonly properties: CalendarProperty[]; readonly components: CalendarComponent[] }[] = [];
  const open: Open[] = [];
  let count = 0;
  for (const line of contentLines(text)) {
    if (count >= limits.fileFactsMax) return { calendars, isCut: true };
    const kind = line.value.trim().toUpperCase();
    if (line.name === "BEGIN") {
      count += 1;
      const one: Open = { type: kind, properties: [] };
      if (kind === "VCALENDAR" || calendars.length === 0) {
        calendars.push({ properties: kind === "VCALENDAR" ? one.properties : [], components: [] });
        open.length = 0;
      }
      if (kind !== "VCALENDAR") calendars.at(-1)?.components.push(one);
      if (open.length < DEPTH_MAX) open.push(one);
    } else if (line.name === "END") {
      if (open.length > 1) open.pop();
    } else {
      count += 1;
      open.at(-1)?.properties.push(propertyOf(line));
    }
  }
  return { calendars, isCut: bytes.length > limits.fileTextBytesMax };
}

function propertyOf({ name, value, parameters }: ContentLine): CalendarProperty {
  return { name, value: withoutEscapes(value), raw: value, parameters };
}

/** The first of a name; null where there is none. */
export function propertyValue(properties: readonly CalendarProperty[], name: string): string | null {
  return properties.find((one) => one.name === name)?.value ?? null;
}

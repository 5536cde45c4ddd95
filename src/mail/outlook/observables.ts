/**
 * Properties of an item that hold a URL or a path to a share: a reminder's sound file on a foreign server makes Outlook
 * log in there by itself (CVE-2023-23397, HM-167). Bodies, headers and addresses are read elsewhere.
 */
import { limits } from "../../base/limits.ts";
import type { OutlookItem } from "./item.ts";
import {
  ids,
  isText,
  type ProblemNotes,
  type Property,
  type PropertyBag,
  reminderFileName,
  textOf,
} from "./properties.ts";

export interface Observable {
  /** `reminder-file` for the sound of a reminder, else the property's number or name, after `attachment/` where it is one's. */
  readonly name: string;
  readonly value: string;
}

const READ_ELSEWHERE: ReadonlySet<number> = new Set([
  ...[ids.body, ids.html, ids.compressedRtf, ids.transportHeaders, ids.subject, ids.normalizedSubject],
]);
/** Long texts are no paths. */
const VALUE_BYTES_MAX = 8 * 1024;
const POINTS_AWAY = /(?:^|[\s"'<(])(?:\\\\[^\s\\]|\/\/[^\s/]|[a-z][a-z0-9+.-]{1,30}:\/\/)|\bfile:/i;

/** At most `limits.mapiObservablesMax`, the item's own first; `notes` are told when there are more. */
export function observablesOf({ properties, attachments }: OutlookItem, notes: ProblemNotes): readonly Observable[] {
  const found: Observable[] = [];
  collect(properties, "", found);
  for (const attachment of attachments) collect(attachment.properties, "attachment/", found);
  if (found.length > limits.mapiObservablesMax) notes.note("limit.mapi-observables");
  return found.slice(0, limits.mapiObservablesMax);
}

function collect(bag: PropertyBag, prefix: string, found: Observable[]): void {
  for (const property of bag.all) {
    if (found.length > limits.mapiObservablesMax) return;
    if (!isText(property.type) || READ_ELSEWHERE.has(property.id)) continue;
    const value = textOf(property, bag.codePage, VALUE_BYTES_MAX);
    const isReminder = property.name === reminderFileName;
    if (value !== "" && (isReminder || POINTS_AWAY.test(value))) {
      found.push({ name: prefix + nameOf(property), value });
    }
  }
}

function nameOf({ id, name }: Property): string {
  if (name === reminderFileName) return "reminder-file";
  // In a header field a space ends the name.
  return name === "" ? `0x${id.toString(16).padStart(4, "0")}` : name.replace(/\s+/g, "_");
}

/** True for a value that is a path to a share, or a `file:` that may be one. */
export function namesShare({ value }: Observable): boolean {
  return /^\s*(?:[\\/]{2}|file:)/i.test(value);
}

/**
 * What a calendar file makes a program contact (threat-facts RL-61, RL-62; RFC 5545, 7986, 9073; the draft of `X-ALT-DESC` is read
 * as HTML by `src/mail/calendar.ts`). An event is put into the calendar and its alarms set without a look at the mail, so what
 * is fetched for showing it counts as fetched on opening; links and answers to the organiser take a click.
 *
 * Pure, total, linear.
 */
import { addressesInText, pointsAway } from "./addresses.ts";
import { bytesAsText, type ContentLine, contentLines, withoutEscapes } from "./content-lines.ts";
import type { InnerFile, PartBudget, PartReading, PartReference } from "./reference.ts";

type Kind = Pick<PartReference, "by" | "fires">;

// biome-ignore format: a table reads by column
const URI_PROPERTIES: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ["ATTACH",          { by: "a file attached to a calendar entry by its address",        fires: "open" }],
  ["IMAGE",           { by: "the picture of a calendar entry",                           fires: "open" }],
  ["SOURCE",          { by: "where the calendar is fetched anew from",                   fires: "open" }],
  ["TZURL",           { by: "where a time zone is fetched from",                         fires: "open" }],
  ["CONFERENCE",      { by: "the conference of a calendar entry",                        fires: "click" }],
  ["URL",             { by: "the link of a calendar entry",                              fires: "click" }],
  ["STRUCTURED-DATA", { by: "data of a calendar entry that are kept elsewhere",          fires: "open" }],
  ["CALENDAR-ADDRESS", { by: "the address of somebody who takes part",                   fires: "click" }],
  ["LINK",            { by: "something that a calendar entry is tied to",                fires: "click" }],
  ["CONCEPT",         { by: "a category that is kept elsewhere",                         fires: "click" }],
  ["ORGANIZER",       { by: "the organiser, whom an answer to the invitation goes to",   fires: "click" }],
]);

/** Parameters that hold an address, of any property. */
// biome-ignore format: a table reads by column
const URI_PARAMETERS: readonly (readonly [name: string, kind: Kind])[] = [
  ["ALTREP",  { by: "another form of a calendar entry's text, kept elsewhere", fires: "open" }],
  ["DIR",     { by: "the directory entry of somebody who takes part",          fires: "click" }],
  ["SENT-BY", { by: "who writes for the organiser",                            fires: "click" }],
  ["SCHEMA",  { by: "the form of data in a calendar entry",                    fires: "click" }],
];

/** Values that never name a server which anybody asks. */
const NO_TEXT: ReadonlySet<string> = new Set([
  "PRODID",
  "UID",
  "ATTENDEE",
  "X-ALT-DESC",
  "STYLED-DESCRIPTION",
  "RELATED-TO",
]);

/** References, and files that are in the calendar itself. */
export function readCalendar(bytes: Buffer, budget: PartBudget): PartReading {
  const { text, isMoved } = bytesAsText(bytes);
  const references: PartReference[] = [];
  const files: InnerFile[] = [];
  let alarms = 0;
  for (const line of contentLines(text)) {
    if (line.name === "BEGIN" && /^\s*VALARM/i.test(line.value)) alarms += 1;
    if (line.name === "END" && /^\s*VALARM/i.test(line.value)) alarms -= 1;
    if (line.isCut) budget.codes.add("limit.part-parameters");
    const inline = inlineFile(line, budget);
    if (inline !== null) files.push(inline);
    for (const reference of ofLine(line, alarms > 0)) {
      references.push(isMoved ? reference : { ...reference, start: line.start, end: line.end });
    }
  }
  return { references, files };
}

function ofLine(line: ContentLine, isAlarm: boolean): readonly PartReference[] {
  const { name, parameters, value } = line;
  const found: PartReference[] = [];
  for (const [key, kind] of URI_PARAMETERS) {
    const url = parameters.get(key);
    if (url !== undefined && pointsAway(url)) found.push({ vector: "RL-61", url: url.trim(), ...kind });
  }
  const kind = URI_PROPERTIES.get(name);
  const isData = parameters.get("ENCODING")?.toUpperCase() === "BASE64";
  if (isData) return found;
  if (kind !== undefined && pointsAway(value)) {
    const by = isAlarm ? "the sound or file of an alarm, asked for when it is due" : kind.by;
    // A comma or backslash in an address is written plainly; some programs escape it.
    found.push({ vector: "RL-61", url: withoutEscapes(value).trim(), by, fires: isAlarm ? "open" : kind.fires });
    return found;
  }
  // RFC 9073 6.6: may be HTML, which is read as such.
  if (!NO_TEXT.has(name)) found.push(...textLinks(line));
  return found;
}

function textLinks({ name, value }: ContentLine): readonly PartReference[] {
  const addresses = addressesInText(name === "LOCATION" ? withoutEscapes(value) : withoutEscapes(value));
  const by = `a link in the text of a calendar entry (${name.toLowerCase().slice(0, 40)})`;
  return addresses.map(({ url }) => ({ vector: "RL-62", url, by, fires: "click" }));
}

/** RFC 5545 3.2.7, 3.8.1.1. Null where none is, or there is no room for it. */
function inlineFile({ name, parameters, value }: ContentLine, budget: PartBudget): InnerFile | null {
  if (name !== "ATTACH" && name !== "IMAGE") return null;
  const data = /^\s*data:([^,;]*)(?:;[^,]*)?;base64,/i.exec(value.slice(0, 1000));
  const isBase64 = parameters.get("ENCODING")?.toUpperCase() === "BASE64";
  if (!isBase64 && data === null) return null;
  const digits = data === null ? value : value.slice(data[0].length);
  if (!budget.takeBytes(Math.floor((digits.length * 3) / 4))) return null;
  return {
    name: parameters.get("FILENAME") ?? parameters.get("X-FILENAME") ?? "",
    mediaType: (parameters.get("FMTTYPE") ?? data?.[1] ?? "").toLowerCase(),
    bytes: Buffer.from(digits, "base64"),
  };
}

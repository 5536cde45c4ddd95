/** Calendars as rules see them: `beta.file.parse_ics` and `scan.ics`. */

import { limits } from "../../base/limits.ts";
import { MoreItems, Undetermined, type Value } from "../../mql/value.ts";
import {
  type CalendarComponent,
  type CalendarFile,
  type CalendarProperty,
  propertyValue,
} from "../../parts/calendar-facts.ts";
import { addressesOf } from "../../parts/file-text.ts";
import { valueObject } from "../model-object.ts";
import type { FileNode } from "./file-node.ts";
import type { FileTools } from "./tools.ts";

const EXPLODE = new Undetermined(["explode"]);
const MORE = new MoreItems(["explode"]);

/** `ICS`: events with their texts, links and all of their properties. */
export function calendarObject({ calendars, isCut }: CalendarFile, tools: FileTools): Value {
  const events: Value[] = calendars
    .flatMap(({ components }) => components)
    .filter(({ type }) => type === "VEVENT")
    .map((event) => eventObject(event, tools));
  const [first] = calendars;
  return valueObject("ICS", {
    events: isCut ? [...events, MORE] : events,
    product_id: first === undefined ? null : propertyValue(first.properties, "PRODID"),
    scale: first === undefined ? null : propertyValue(first.properties, "CALSCALE"),
  });
}

const URL_PROPERTIES: ReadonlySet<string> = new Set([
  "URL",
  "ATTACH",
  "CONFERENCE",
  "SOURCE",
  "X-GOOGLE-CONFERENCE",
  "LOCATION",
  "DESCRIPTION",
  "SUMMARY",
  "COMMENT",
]);
const HTML = new Set(["X-ALT-DESC", "STYLED-DESCRIPTION"]);

function eventObject({ properties }: CalendarComponent, tools: FileTools): Value {
  const html = properties.find(({ name }) => HTML.has(name))?.value ?? null;
  return valueObject("ICSEvent", {
    description: propertyValue(properties, "DESCRIPTION"),
    description_html: html,
    links: eventLinks(properties, html, tools),
    raw_properties: properties.map(({ name, raw }) => valueObject("ScanKeyVal", { key: name, value: raw })),
  });
}

/** Addresses in texts show themselves; those of the HTML form show its text. */
function eventLinks(properties: readonly CalendarProperty[], html: string | null, tools: FileTools): readonly Value[] {
  const links = new Map<string, Value>();
  const add = (href: string, display: string | null) => {
    const key = `${href}\n${display ?? ""}`;
    if (!links.has(key) && links.size < limits.fileFactsMax) links.set(key, tools.link(href, display));
  };
  for (const [, , href = "", text = ""] of (html ?? "").matchAll(
    /<a\s[^<>]{0,2048}?\bhref\s*=\s*(["'])([^"'<>]{1,8192})\1[^<>]{0,2048}>([^<]{0,2048})/gi,
  ))
    add(href, text.trim() === "" ? null : text.trim());
  for (const { name, value } of properties) {
    if (!URL_PROPERTIES.has(name) && !name.startsWith("X-MICROSOFT-")) continue;
    for (const url of addressesOf(value).items) add(url, url);
  }
  return [...links.values()];
}

/** `ScanICS`; null for what is no calendar. */
export function calendarScan(node: FileNode, tools: FileTools): Value {
  const file = node.calendar();
  if (file === null) return null;
  const all = file.calendars.flatMap(({ components }) => components);
  const count = (type: string) => (file.isCut ? EXPLODE : all.filter((one) => one.type === type).length);
  const having = (name: string) =>
    file.isCut
      ? EXPLODE
      : all.reduce((sum, { properties }) => sum + properties.filter((one) => one.name === name).length, 0);
  const calendars: Value[] = file.calendars.map(({ properties, components }) =>
    valueObject("ScanICSCalendar", {
      calscale: propertyValue(properties, "CALSCALE"),
      components: components.map((one) => componentObject(one, tools)),
      method: propertyValue(properties, "METHOD"),
      prodid: propertyValue(properties, "PRODID"),
      version: propertyValue(properties, "VERSION"),
    }),
  );
  return valueObject("ScanICS", {
    calendars: file.isCut ? [...calendars, MORE] : calendars,
    flags: [],
    parse_error: null,
    total: valueObject("ScanICSTotal", {
      ...{
        alarms: count("VALARM"),
        events: count("VEVENT"),
        journals: count("VJOURNAL"),
        timezones: count("VTIMEZONE"),
        todos: count("VTODO"),
      },
      ...{
        attachments: having("ATTACH"),
        attendees: having("ATTENDEE"),
        organizers: having("ORGANIZER"),
        urls: having("URL"),
      },
      components: file.isCut ? EXPLODE : all.length,
      extracted_files: EXPLODE,
    }),
    total_extracted: EXPLODE,
    total_files: EXPLODE,
  });
}

function componentObject({ type, properties }: CalendarComponent, tools: FileTools): Value {
  const text = (name: string) => propertyValue(properties, name);
  const all = (name: string) => properties.filter((one) => one.name === name);
  return valueObject("ScanICSComponent", {
    attachments: all("ATTACH").map(attachmentObject),
    attendees: all("ATTENDEE").map((one) =>
      valueObject("ScanICSAttendee", {
        mailbox: personOf(one, tools),
        partstat: one.parameters.get("PARTSTAT") ?? null,
        role: one.parameters.get("ROLE") ?? null,
        rsvp: one.parameters.has("RSVP") ? /^true$/i.test(one.parameters.get("RSVP") ?? "") : null,
      }),
    ),
    organizers: all("ORGANIZER").map((one) => valueObject("ScanICSOrganizer", { mailbox: personOf(one, tools) })),
    ...{ class: text("CLASS"), created: text("CREATED"), description: text("DESCRIPTION"), dtend: text("DTEND") },
    ...{
      dtstamp: text("DTSTAMP"),
      dtstart: text("DTSTART"),
      duration: text("DURATION"),
      last_modified: text("LAST-MODIFIED"),
    },
    ...{ location: text("LOCATION"), priority: text("PRIORITY"), sequence: text("SEQUENCE"), status: text("STATUS") },
    ...{ summary: text("SUMMARY"), transp: text("TRANSP"), type, uid: text("UID") },
    urls: all("URL").flatMap(({ value }) => {
      const url = tools.url(value.trim());
      return url === null ? [] : [url];
    }),
  });
}

function personOf({ value, parameters }: CalendarProperty, tools: FileTools): Value {
  const address = value.trim().replace(/^mailto:/i, "");
  return tools.mailbox(parameters.get("CN") ?? "", address.includes("@") ? address : (parameters.get("EMAIL") ?? ""));
}

function attachmentObject({ value, raw, parameters }: CalendarProperty): Value {
  const isBase64 = parameters.get("ENCODING")?.toUpperCase() === "BASE64";
  const isBinary = parameters.get("VALUE")?.toUpperCase() === "BINARY";
  const isAddress = /^\s*[a-z][\w+.-]{0,30}:/i.test(value);
  const type = isBase64 ? "base64_binary" : isBinary ? "binary" : isAddress ? "uri" : "other";
  return valueObject("ScanICSAttachment", {
    decode_error: null,
    extracted: isBase64,
    filename: parameters.get("FILENAME") ?? parameters.get("X-FILENAME") ?? null,
    mime_type: parameters.get("FMTTYPE") ?? null,
    size: parameters.get("SIZE") ?? (isBase64 ? String(Math.floor((raw.length * 3) / 4)) : null),
    type,
    uri: type === "uri" ? value.trim() : null,
  });
}

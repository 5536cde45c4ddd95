/** Attached files as honest mail has them: small, and true to their type. */
import { mailDate } from "../../src/demo/compose.ts";
import { BASE62, HEX, type Random } from "../../src/demo/random.ts";
import { lines, writePdf } from "../../test/support/pdf-writer.ts";
import { paragraph, wordOf, writeWord } from "../../test/support/word-writer.ts";
import type { Sender } from "./senders.ts";

export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
  /** Calendar files go into the alternatives, too, with this method. */
  readonly method?: "REQUEST";
}

/** `title` empty: a scanned page. `href`: the page has a link, to the sender's own site. */
export function pdfFile(random: Random, name: string, title: string, href: string | null): Attachment {
  const rows = title === "" ? [] : [title, `No. ${random.int(900_000)}`, `Sum ${random.int(900)}.50 EUR`, "Thank you."];
  const links = href === null ? [] : [{ href, rect: [72, 600, 200, 620] as const }];
  const pages = [{ texts: lines(rows), links }];
  return { name, type: "application/pdf", bytes: writePdf(pages, title === "" ? {} : { title }) };
}

export function docxFile(random: Random, name: string, title: string): Attachment {
  const body = [title, `Reference ${random.text(6, HEX)}`, "With kind regards."]
    .map((text) => paragraph(text))
    .join("");
  const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  return { name, type, bytes: writeWord(body) };
}

export function xlsxFile(random: Random, name: string): Attachment {
  const sheet = `<worksheet><sheetData><row><c><v>${random.int(9999)}</v></c></row></sheetData></worksheet>`;
  const bytes = wordOf({ "xl/workbook.xml": "<workbook/>", "xl/worksheets/sheet1.xml": sheet });
  return { name, type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes };
}

/** JFIF of one grey pixel's head and a body of chance: nobody decodes it to the end. */
export function jpegFile(random: Random, name: string): Attachment {
  const head = Buffer.from("ffd8ffe000104a46494600010101004800480000ffdb004300", "hex");
  const body = Buffer.from(random.text(6000, BASE62), "latin1");
  return { name, type: "image/jpeg", bytes: Buffer.concat([head, body, Buffer.from("ffd9", "hex")]) };
}

/** A grey PNG of one pixel, as logos and signatures are attached. */
export function pngFile(name: string): Attachment {
  const bytes = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==",
    "base64",
  );
  return { name, type: "image/png", bytes };
}

export function tiffFile(random: Random, name: string): Attachment {
  const bytes = Buffer.concat([
    Buffer.from("49492a0008000000", "hex"),
    Buffer.from(random.text(2000, BASE62), "latin1"),
  ]);
  return { name, type: "image/tiff", bytes };
}

export function audioFile(random: Random, name: string): Attachment {
  const isWave = name.endsWith(".wav");
  const head = isWave ? Buffer.from("52494646e40f000057415645666d7420", "hex") : Buffer.from("fff344c4", "hex");
  const bytes = Buffer.concat([head, Buffer.from(random.text(4000, BASE62), "latin1")]);
  return { name, type: isWave ? "audio/wav" : "audio/mpeg", bytes };
}

/** An invitation as calendar programs write it (RFC 5545, iTIP REQUEST). */
export function calendarFile(random: Random, { person, personAddress, at, reader }: Sender, title: string): Attachment {
  const day = new Date(at + 5 * 86_400_000).toISOString().slice(0, 10).replaceAll("-", "");
  const text = [
    "BEGIN:VCALENDAR",
    "PRODID:-//Invented//Calendar 3.1//EN",
    "VERSION:2.0",
    "CALSCALE:GREGORIAN",
    "METHOD:REQUEST",
    "BEGIN:VEVENT",
    `DTSTART:${day}T130000Z`,
    `DTEND:${day}T140000Z`,
    `DTSTAMP:${day}T080000Z`,
    `ORGANIZER;CN=${person}:mailto:${personAddress}`,
    `UID:${random.text(26, "abcdefghijklmnop0123456789")}@${personAddress.split("@")[1] ?? ""}`,
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=${reader.name}:mailto:${reader.address}`,
    `DESCRIPTION:Please bring your papers. Written ${mailDate(at, 0)}`,
    "LOCATION:Room 3",
    "SEQUENCE:0",
    "STATUS:CONFIRMED",
    `SUMMARY:${title}`,
    "TRANSP:OPAQUE",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "DESCRIPTION:Reminder",
    "TRIGGER:-P0DT0H15M0S",
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");
  return { name: "invite.ics", type: "application/ics", bytes: Buffer.from(text, "utf8"), method: "REQUEST" };
}

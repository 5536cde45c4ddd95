/**
 * nodemailer/mailparser by its own entry point, without all that can be switched off and others do not do: HTML to text,
 * text to HTML, links, images put into the HTML, checksums. It parses addresses and joins text parts in any case.
 */
import { simpleParser } from "mailparser";
import { SHOWN_FIELDS, type Tally } from "./tally.ts";

const options = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipTextLinks: true,
  skipImageLinks: true,
  keepCidLinks: true,
  checksumAlgo: false,
} as const;

export async function read(bytes: Buffer, tally: Tally): Promise<void> {
  const mail = await simpleParser(bytes, options);
  tally.fields += mail.headerLines.length;
  for (const name of SHOWN_FIELDS) {
    const value = mail.headers.get(name);
    if (typeof value === "string") tally.headerCharacters += value.length;
    else if (value !== undefined) tally.headerCharacters += shownLength(value);
  }
  tally.characters += (mail.text ?? "").length + (mail.html || "").length;
  tally.attachments += mail.attachments.length;
  for (const { content } of mail.attachments) tally.bytes += content.length;
}

/** Of one or more parsed address fields. */
function shownLength(value: unknown): number {
  let length = 0;
  for (const field of Array.isArray(value) ? value : [value]) {
    if (typeof field === "object" && field !== null && "text" in field) length += String(field.text).length;
  }
  return length;
}

/**
 * letterparser with its defaults. It takes a string, decodes encoded-words in every field, and joins text parts in any
 * case; repeated fields are one. What it cannot read it throws away with an error.
 */
import { extract, type LetterparserMail, type LetterparserNode, parse } from "letterparser";
import { SHOWN_FIELDS, type Tally } from "./tally.ts";

/** It writes field names with capitals: `Reply-To`. */
const shown: readonly string[] = SHOWN_FIELDS.map((name) => name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()));

export function read(bytes: Buffer, tally: Tally): void {
  const root: LetterparserNode = parse(bytes.toString("utf8"));
  const mail: LetterparserMail = extract(root);
  tally.fields += Object.keys(root.headers).length;
  for (const name of shown) tally.headerCharacters += (root.headers[name] ?? "").length;
  tally.characters += (mail.text ?? "").length + (mail.html ?? "").length + (mail.amp ?? "").length;
  const attachments = mail.attachments ?? [];
  tally.attachments += attachments.length;
  for (const { body } of attachments) tally.bytes += body.length;
}

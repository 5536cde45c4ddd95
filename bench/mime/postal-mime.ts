/** postal-mime with its defaults: attachments as bytes. It parses addresses and joins text parts in any case. */
import PostalMime, { decodeWords } from "postal-mime";
import { SHOWN_FIELDS, type Tally } from "./tally.ts";

const shown: ReadonlySet<string> = new Set(SHOWN_FIELDS);

export async function read(bytes: Buffer, tally: Tally): Promise<void> {
  const mail = await PostalMime.parse(bytes);
  tally.fields += mail.headers.length;
  for (const { key, value } of mail.headers) {
    if (shown.has(key)) tally.headerCharacters += decodeWords(value).length;
  }
  tally.characters += (mail.text ?? "").length + (mail.html ?? "").length;
  tally.attachments += mail.attachments.length;
  for (const { content } of mail.attachments) {
    tally.bytes += typeof content === "string" ? content.length : content.byteLength;
  }
}

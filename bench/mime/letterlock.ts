/** Letterlock itself: the strict reading alone, and all readings with their flags. */
import { decodeBody, decodeText } from "../../src/mail/body.ts";
import { decodeCharset } from "../../src/mail/charset.ts";
import { displayText, fieldsNamed } from "../../src/mail/headers.ts";
import type { Message } from "../../src/mail/message.ts";
import { parseMessage } from "../../src/mail/parse.ts";
import { readViews } from "../../src/mail/views/read-views.ts";
import { SHOWN_FIELDS, type Tally } from "./tally.ts";

export function readStrict(bytes: Buffer, tally: Tally): void {
  const message = parseMessage(bytes);
  countHeaders(message, tally);
  for (const entity of message.entities) {
    if (entity.children.length > 0) continue;
    if (entity.mediaType.type === "text") {
      tally.texts += 1;
      tally.characters += decodeText(message, entity).text.length;
    } else {
      tally.attachments += 1;
      tally.bytes += decodeBody(message, entity).bytes.length;
    }
  }
}

/** The strict reading with its texts, and beside it the decoded content that only other readings find. */
export function readAllViews(bytes: Buffer, tally: Tally): void {
  const { strict, bodies, objects, flags } = readViews(bytes);
  countHeaders(strict, tally);
  for (const [entity, body] of bodies) {
    if (entity.mediaType.type !== "text") continue;
    tally.texts += 1;
    tally.characters += decodeText(strict, entity, body).text.length;
  }
  for (const { mediaType, bytes: content, views } of objects) {
    if (!mediaType.startsWith("text/")) {
      tally.attachments += 1;
      tally.bytes += content.length;
    } else if (!views.includes("strict")) {
      tally.texts += 1;
      tally.characters += decodeCharset(content, "").text.length;
    }
  }
  tally.flags = (tally.flags ?? 0) + flags.length;
}

function countHeaders(message: Message, tally: Tally): void {
  const { headers } = message.root;
  tally.fields += headers.fields.length;
  for (const name of SHOWN_FIELDS) {
    for (const field of fieldsNamed(headers, name)) {
      tally.headerCharacters += displayText(message.bytes, field).length;
    }
  }
}

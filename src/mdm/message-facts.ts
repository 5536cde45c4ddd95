/**
 * What the model is made from: a parsed message, and with it what the reading step has of it already. Parts are chosen, decoded and read
 * when they are asked for, once.
 */

import { readHtml } from "../html/read-html.ts";
import type { HtmlReading } from "../html/reading.ts";
import { type DecodedText, decodeBody, decodeText } from "../mail/body.ts";
import { joinFlowed } from "../mail/flowed.ts";
import { fieldText, findField } from "../mail/headers.ts";
import { withLateFields } from "../mail/late-fields.ts";
import type { Entity, Message } from "../mail/message.ts";
import type { DecodedBytes } from "../mail/transfer.ts";
import { attachedFile, type FileFacts } from "./attachments.ts";
import { type BodyFacts, bodyFacts, type PlainFacts } from "./body.ts";
import { type BodyParts, bodyPartsOf } from "./body-parts.ts";
import { shownField } from "./headers.ts";
import { type HopFacts, hopsOf } from "./hop-fields.ts";
import { type HtmlFacts, htmlFacts } from "./html-part.ts";
import { once } from "./once.ts";
import { parseSubject } from "./subjects.ts";

/** Of the strict reading. */
export interface ReadMail {
  readonly message: Message;
  readonly bodies: ReadonlyMap<Entity, DecodedBytes>;
  /** Of its HTML parts. */
  readonly readings: ReadonlyMap<Entity, HtmlReading>;
  /** Bodies that were decoded already. */
  readonly texts?: ReadonlyMap<Entity, DecodedText>;
}

export interface MessageFacts {
  /** With fields that stand behind junk in the header. */
  readonly message: Message;
  readonly hops: () => readonly HopFacts[];
  /** Decoded, on one line; null without the field. */
  readonly subject: () => string | null;
  readonly body: () => BodyFacts;
  readonly files: () => readonly FileFacts[];
}

/** A message by itself, as one that is attached to another. */
export function factsOfMessage(message: Message): MessageFacts {
  return messageFacts({ message, bodies: new Map(), readings: new Map() });
}

export function messageFacts(mail: ReadMail): MessageFacts {
  const message = once(() => withLateFields(mail.message));
  const parts = once(() => bodyPartsOf(mail.message));
  const subject = once(() => shownField(message(), "subject"));
  return {
    get message() {
      return message();
    },
    hops: once(() => hopsOf(message())),
    subject,
    body: once(() => bodyFacts(htmlOf(mail, parts()), plainOf(mail, parts()), () => isReply(message(), subject()))),
    files: once(() => parts().files.map((entity) => attachedFile(mail.message, entity, mail.bodies))),
  };
}

function isReply({ root }: Message, subject: string | null): boolean {
  if (root.headers.firsts.has("in-reply-to") || root.headers.firsts.has("references")) return true;
  const { isReply: answers, isForward } = parseSubject(subject ?? "");
  return answers || isForward;
}

function textOf({ message, bodies, texts }: ReadMail, entity: Entity): DecodedText {
  return texts?.get(entity) ?? decodeText(message, entity, bodies.get(entity) ?? decodeBody(message, entity));
}

function htmlOf(mail: ReadMail, { html }: BodyParts): HtmlFacts | null {
  const [first] = html;
  if (first === undefined) return null;
  const texts = once(() => html.map((entity) => textOf(mail, entity)));
  return htmlFacts(
    () =>
      texts()
        .map(({ text }) => text)
        .join("\n"),
    {
      charset: () => texts()[0]?.charset ?? null,
      transferEncoding: encodingOf(mail.message, first),
      readings: once(() =>
        html.map((entity, index) => mail.readings.get(entity) ?? readHtml(texts()[index]?.text ?? "")),
      ),
    },
  );
}

function plainOf(mail: ReadMail, { plain }: BodyParts): PlainFacts | null {
  const [first] = plain;
  if (first === undefined) return null;
  const texts = once(() => plain.map((entity) => textOf(mail, entity)));
  return {
    raw: once(() =>
      texts()
        .map(({ text }, index) => (isDelSp(plain[index]) ? joinFlowed(text) : text))
        .join("\n"),
    ),
    charset: () => texts()[0]?.charset ?? null,
    transferEncoding: encodingOf(mail.message, first),
  };
}

/** RFC 3676 4: the space before a soft line end is no part of the text. */
function isDelSp(entity: Entity | undefined): boolean {
  return entity?.mediaType.parameters.get("delsp")?.toLowerCase() === "yes";
}

function encodingOf({ bytes }: Message, { headers }: Entity): string | null {
  const field = findField(headers, "content-transfer-encoding");
  return field === undefined ? null : fieldText(bytes, field).trim().toLowerCase();
}

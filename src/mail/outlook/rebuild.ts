/**
 * An Outlook item as an RFC 5322 message, so that all that reads mail reads it too. The bytes are ours: they were never
 * sent, and no signature in the header holds for them. Equal items give equal bytes (form: `docs/formats/rebuilt-mail.md`).
 *
 * Streams: nothing is held but one chunk and the bodies. Bounded by the item's budget and `limits.outlookDepthMax`. Content
 * is base64, which no boundary can stand in; items inside are `message/rfc822`, built the same way.
 */
import { limits } from "../../base/limits.ts";
import { bodiesOf, type ItemBody } from "./bodies.ts";
import { headerBlock, subjectOf } from "./header-block.ts";
import { parameter, plainField, textField, withoutControls } from "./header-text.ts";
import type { OutlookAttachment, OutlookItem } from "./item.ts";
import type { ItemBudget } from "./item-budget.ts";
import { ids, type PropertyBag } from "./properties.ts";

const CRLF = "\r\n";
const MIME_VERSION = "MIME-Version: 1.0\r\n";
/** 76 characters of base64. */
const LINE_BYTES = 57;

/** Chunks of the message. The budget's problems are complete when all were taken. */
export function* rebuildMessage(item: OutlookItem, budget: ItemBudget): Generator<Buffer> {
  yield* new Rebuilder(budget).message(item, 0);
}

class Rebuilder {
  readonly #budget: ItemBudget;
  #boundaries = 0;

  constructor(budget: ItemBudget) {
    this.#budget = budget;
  }

  *message(item: OutlookItem, depth: number): Generator<Buffer> {
    yield headerBlock(item, this.#budget);
    yield Buffer.from(MIME_VERSION);
    const bodies = bodiesOf(item, this.#budget);
    if (item.attachments.length === 0) {
      yield* this.#bodies(bodies);
      return;
    }
    const boundary = this.#nextBoundary();
    yield* open("mixed", boundary);
    if (bodies.length > 0) {
      yield delimiter(boundary);
      yield* this.#bodies(bodies);
    }
    for (const attachment of item.attachments) yield* this.#attachment(attachment, boundary, depth);
    yield Buffer.from(`${CRLF}--${boundary}--${CRLF}`);
  }

  *#bodies(bodies: readonly ItemBody[]): Generator<Buffer> {
    if (bodies.length <= 1) {
      yield* bodyPart(bodies[0] ?? { mediaType: "text/plain", charset: "utf-8", bytes: Buffer.alloc(0) });
      return;
    }
    const boundary = this.#nextBoundary();
    yield* open("alternative", boundary);
    for (const body of bodies) {
      yield delimiter(boundary);
      yield* bodyPart(body);
    }
    yield Buffer.from(`${CRLF}--${boundary}--${CRLF}`);
  }

  *#attachment({ properties, content }: OutlookAttachment, boundary: string, depth: number): Generator<Buffer> {
    const name = attachmentName(properties);
    switch (content.kind) {
      case "item":
        yield* this.#item(content.item(), { name, boundary, depth });
        return;
      case "parts":
        for (const part of content.parts) {
          yield delimiter(boundary);
          const partName = `${name === "" ? "object" : name}/${part.name}`;
          yield* filePart(Buffer.from(fileHeader(properties, partName)), part.chunks());
        }
        return;
      default: {
        yield delimiter(boundary);
        const chunks = content.kind === "file" ? content.chunks() : [];
        yield* filePart(Buffer.from(fileHeader(properties, name)), chunks);
      }
    }
  }

  *#item(
    item: OutlookItem | null,
    { name, boundary, depth }: { readonly name: string; readonly boundary: string; readonly depth: number },
  ): Generator<Buffer> {
    if (item === null || depth + 1 > limits.outlookDepthMax) {
      this.#budget.note(item === null ? "outlook.no-item" : "limit.mime-depth");
      return;
    }
    const fileName = name || (subjectOf(item.properties) ?? "");
    yield delimiter(boundary);
    const disposition = `Content-Disposition: attachment${fileName === "" ? "" : parameter("filename", fileName)}${CRLF}`;
    yield Buffer.from(`Content-Type: message/rfc822${CRLF}${disposition}${CRLF}`);
    yield* this.message(item, depth + 1);
  }

  /** No boundary begins another. */
  #nextBoundary(): string {
    this.#boundaries += 1;
    return `=_rebuilt_${this.#boundaries}_`;
  }
}

function* open(subtype: string, boundary: string): Generator<Buffer> {
  yield Buffer.from(`Content-Type: multipart/${subtype}; boundary="${boundary}"${CRLF}${CRLF}`);
}

function delimiter(boundary: string): Buffer {
  return Buffer.from(`${CRLF}--${boundary}${CRLF}`);
}

function bodyPart({ mediaType, charset, bytes }: ItemBody): Generator<Buffer> {
  const type = charset === "" ? mediaType : `${mediaType}; charset=${charset}`;
  return filePart(Buffer.from(`Content-Type: ${type}${CRLF}`), [bytes]);
}

function* filePart(header: Buffer, chunks: Iterable<Uint8Array>): Generator<Buffer> {
  yield header;
  yield Buffer.from(`Content-Transfer-Encoding: base64${CRLF}${CRLF}`);
  yield* base64Lines(chunks);
}

const MEDIA_TYPE = /^[a-z0-9][\w!#$&^.+-]{0,126}\/[a-z0-9][\w!#$&^.+-]{0,126}$/i;

function fileHeader(properties: PropertyBag, name: string): string {
  const claimed = withoutControls(properties.text(ids.attachMimeType) ?? "").toLowerCase();
  // These cannot be base64; what the file claims stays beside it.
  const isComposite = /^(?:message|multipart)\//.test(claimed);
  const type = MEDIA_TYPE.test(claimed) && !isComposite ? claimed : "application/octet-stream";
  const fields = [`Content-Type: ${type}${CRLF}`];
  if (claimed !== "" && claimed !== type) fields.push(textField("Original-Content-Type", claimed));
  fields.push(`Content-Disposition: attachment${name === "" ? "" : parameter("filename", name)}${CRLF}`);
  const contentId = (properties.text(ids.attachContentId) ?? "").replace(/[\s<>\p{Cc}]/gu, "");
  if (contentId !== "") fields.push(plainField("Content-ID", `<${contentId}>`));
  const location = properties.text(ids.attachContentLocation);
  if (location !== null) fields.push(plainField("Content-Location", location));
  return fields.join("");
}

/** The name that Outlook shows; empty when the attachment has none. */
export function attachmentName(properties: PropertyBag): string {
  const path = properties.text(ids.attachLongPathName) ?? properties.text(ids.attachPathName) ?? "";
  return (
    properties.text(ids.attachLongName) ??
    properties.text(ids.attachShortName) ??
    properties.text(ids.displayName) ??
    path.slice(Math.max(path.lastIndexOf("\\"), path.lastIndexOf("/")) + 1)
  );
}

function* base64Lines(chunks: Iterable<Uint8Array>): Generator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for (const chunk of chunks) {
    const bytes = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    const whole = bytes.length - (bytes.length % LINE_BYTES);
    if (whole > 0) yield toLines(bytes.subarray(0, whole));
    rest = Buffer.from(bytes.subarray(whole));
  }
  if (rest.length > 0) yield toLines(rest);
}

function toLines(bytes: Buffer): Buffer {
  const text = bytes.toString("base64");
  return Buffer.from(text.replace(/.{76}/g, `$&${CRLF}`) + (bytes.length % LINE_BYTES === 0 ? "" : CRLF), "latin1");
}

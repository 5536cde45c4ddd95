/**
 * How a message was made, as short prints: the order of its header fields, its MIME structure, boundary, HTML, files, text and way.
 * They outlive senders, hosts and subjects, and so tie mail of one workshop together (threat-facts TF-010; DESIGN 2).
 *
 * Made once when the mail is read, without a second reading of any body. The same for both line ends. Pure and total.
 */
import { hash } from "node:crypto";
import { textShape } from "../base/text-shape.ts";
import { NO_PRINT } from "../case/empty.ts";
import type { PrintRecord } from "../case/record.ts";
import { fieldText, findField } from "../mail/headers.ts";
import type { Entity, Message } from "../mail/message.ts";
import type { MarkupPrint } from "./markup-print.ts";
import { routePrint } from "./route-print.ts";
import { textSketch } from "./text-sketch.ts";

export interface PrintInput {
  readonly message: Message;
  /** Of the first HTML part that is shown. */
  readonly markup: MarkupPrint;
  /** What a reader sees. */
  readonly shown: string;
  /** Parts that a client lists as files. */
  readonly files: readonly Entity[];
}

const FILES_MAX = 4;
const STRUCTURE_CHARS_MAX = 160;
const PARTS_MAX = 12;
const FIELDS_MAX = 60;
/** Of each end of a file: formats have what tells two files apart at the one or the other. */
const FILE_BYTES = 2048;
/** Encoded; less is no file of anybody's. */
const FILE_BYTES_MIN = 400;

export function printsOf({ message, markup, shown, files }: PrintInput): PrintRecord {
  return {
    ...NO_PRINT,
    header: headerPrint(message),
    structure: structureOf(message.root, { parts: 0 }).slice(0, STRUCTURE_CHARS_MAX),
    boundary: textShape(boundaryOf(message)),
    markup: markup.order,
    tags: markup.tags,
    files: files.slice(0, FILES_MAX).map((file) => filePrint(message.bytes, file)),
    text: textSketch(shown),
    zone: zoneOf(message),
    ...routePrint(message),
  };
}

/** Fields that the program of the sender writes into every message; servers on the way add others, answers have more. */
const AUTHORS: ReadonlySet<string> = new Set(
  `from to subject date message-id mime-version content-type content-transfer-encoding content-language reply-to sender
   organization user-agent x-mailer x-priority x-msmail-priority importance priority thread-topic thread-index list-unsubscribe
   list-unsubscribe-post list-id precedence errors-to auto-submitted x-php-originating-script x-php-script x-originating-ip x-sender
   x-mimeole x-accept-language x-auto-response-suppress disposition-notification-to return-receipt-to feedback-id`.split(
    /\s+/,
  ),
);

/** 10 hex digits of the names in their order and spelling; empty where there are fewer than three. */
function headerPrint({ bytes, root }: Message): string {
  let names = "";
  let count = 0;
  for (const { key, span } of root.headers.fields.slice(-FIELDS_MAX)) {
    if (!AUTHORS.has(key)) continue;
    names += `${latin(bytes, span.start, span.start + key.length)}\n`;
    count += 1;
  }
  return count < 3 ? "" : hash("sha256", names, "hex").slice(0, 10);
}

function latin(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let at = start; at < end; at += 1) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}

/** `alternative(text/plain q utf-8,text/html q utf-8)`. */
function structureOf({ mediaType, children, transferEncoding }: Entity, seen: { parts: number }): string {
  seen.parts += 1;
  const { type, subtype, parameters } = mediaType;
  if (children.length === 0) {
    const charset = type === "text" ? ` ${(parameters.get("charset") ?? "-").toLowerCase().slice(0, 20)}` : "";
    return `${type}/${subtype.slice(0, 40)} ${transferEncoding.charAt(0)}${charset}`;
  }
  if (seen.parts > PARTS_MAX) return "…";
  const parts = children.slice(0, PARTS_MAX).map((child) => structureOf(child, seen));
  return `${subtype.slice(0, 20)}(${parts.join(",")})`;
}

function boundaryOf({ entities }: Message): string {
  for (const { mediaType } of entities.slice(0, 4)) {
    const boundary = mediaType.parameters.get("boundary");
    if (mediaType.type === "multipart" && boundary !== undefined) return boundary;
  }
  return "";
}

/** Shape of the name, type and 10 hex digits of a hash of both ends as they are encoded, none for a file of next to nothing; parted by `|`. */
function filePrint(bytes: Uint8Array, { disposition, mediaType, body }: Entity): string {
  const name = (disposition?.parameters.get("filename") ?? mediaType.parameters.get("name") ?? "").replaceAll("|", " ");
  const dot = name.lastIndexOf(".");
  const stem = dot > 0 ? name.slice(0, dot) : name;
  const shape = `${textShape(stem)}${dot > 0 ? name.slice(dot, dot + 8).toLowerCase() : ""}`;
  const ends = endsOf(bytes.subarray(body.start, body.end));
  const digest = ends.length < FILE_BYTES_MIN ? "" : hash("sha256", ends, "hex").slice(0, 10);
  return `${shape}|${mediaType.type}/${mediaType.subtype.slice(0, 60)}|${digest}`;
}

/** Without line ends, which mailboxes change. */
function endsOf(body: Uint8Array): Uint8Array {
  const ends = new Uint8Array(FILE_BYTES * 2);
  let length = 0;
  for (let at = 0; at < body.length && length < FILE_BYTES; at += 1) {
    const byte = body[at] ?? 0;
    if (byte !== 10 && byte !== 13) ends[length++] = byte;
  }
  for (let at = body.length - 1; at >= 0 && length < FILE_BYTES * 2; at -= 1) {
    const byte = body[at] ?? 0;
    if (byte !== 10 && byte !== 13) ends[length++] = byte;
  }
  return ends.subarray(0, length);
}

/** `+0200`, of the Date field as the sender wrote it; empty for none. */
function zoneOf({ bytes, root }: Message): string {
  const field = findField(root.headers, "date");
  if (field === undefined) return "";
  return (
    /\d([+-]\d{4}| (?:[+-]\d{4}|[A-Z]{3,4}))(?![\d:])/.exec(fieldText(bytes, field).slice(0, 100))?.[1]?.trim() ?? ""
  );
}

/**
 * What the parts of a message that are no shown text make programs contact, in the same form as a document's references: calendars,
 * cards, certificates, keys, and attached files that call home when they are opened, with what lies packed in them.
 *
 * Pure and total; linear in the message and in `limits.partBytesMax`. What of an attachment is asked for when the attachment is
 * opened never counts as asked for when the mail is.
 */
import { limits } from "../base/limits.ts";
import type { Problem } from "../base/problem.ts";
import type { Span } from "../base/span.ts";
import { readHtml, readSvg } from "../html/read-html.ts";
import type { HtmlReading, HtmlReference } from "../html/reading.ts";
import { decodeText, metaCharset } from "../mail/body.ts";
import { toBuffer } from "../mail/bytes.ts";
import { decodeCharset } from "../mail/charset.ts";
import type { Entity, Message } from "../mail/message.ts";
import { readRtfBody } from "../mail/outlook/rtf-body.ts";
import { rtfReferences } from "../mail/outlook/rtf-references.ts";
import { parseMessage } from "../mail/parse.ts";
import { toRawSpans } from "../mail/transfer.ts";
import type { FoundObject } from "../mail/views/found-objects.ts";
import { isOutlookContainer } from "../mail/views/outlook-inside.ts";
import type { Views } from "../mail/views/read-views.ts";
import { readPart } from "../parts/read-part.ts";
import { type InnerFile, PartBudget, type PartReference } from "../parts/reference.ts";
import { rtfLoads } from "../signals/rtf-loads.ts";
import { whenOpened } from "./markup-place.ts";
import { type Document, otherDocument } from "./texts.ts";

export interface OutwardParts {
  readonly documents: readonly Document[];
  readonly problems: readonly Problem[];
}

export function readOutwardParts(views: Views): OutwardParts {
  const budget = new PartBudget();
  const documents: Document[] = [];
  const problems: Problem[] = [];
  let inner = 0;
  for (const object of views.objects) {
    if (isOutlookContainer(object)) continue;
    const { references: all, files } = readPart({ ...object, bytes: toBuffer(object.bytes) }, budget);
    // A drawing's own references are told by its reader.
    const references = all.length > 0 && isDrawing(object) ? all.filter(({ vector }) => vector !== "RL-75") : all;
    for (const code of budget.codes) problems.push({ code, span: object.span });
    budget.codes.clear();
    const [view = ""] = object.views;
    const name = view === "strict" ? "" : view;
    if (references.length > 0) {
      documents.push(otherDocument(references.map(toReference), name, placesOf(views, object, references)));
    }
    for (const file of files) {
      inner += 1;
      if (inner > limits.viewDocumentsMax) {
        problems.push({ code: "limit.view-documents", span: object.span });
        break;
      }
      for (const found of referencesOf(file)) documents.push(otherDocument(found, name, () => object.span));
    }
  }
  return { documents, problems };
}

function isDrawing({ mediaType, names }: FoundObject): boolean {
  return mediaType === "image/svg+xml" || names.some((name) => /\.svg$/i.test(name));
}

/** By its place in the list. */
function toReference({ vector, url, by, fires }: PartReference, place: number): HtmlReference {
  const hidden = NEVER_SHOWN.has(vector);
  return { vector, url, why: by, fires, hidden, start: place, end: place + 1, width: null, height: null };
}

/** Signatures and keys. */
const NEVER_SHOWN: ReadonlySet<string> = new Set(["RL-47", "RL-64"]);

/** The lines or strings themselves where the strict reading has the part, else all of it. */
function placesOf(
  views: Views,
  { span, views: names }: FoundObject,
  references: readonly PartReference[],
): (asked: Span) => Span {
  const entity = names[0] === "strict" ? leafAt(views, span) : null;
  if (entity === null) return () => span;
  const asked = references.map(({ start = 0, end = 0 }) => ({ start, end }));
  const places = toRawSpans(views.strict.bytes, entity.body, entity.transferEncoding, asked);
  return ({ start }) => {
    const place = places[start];
    return place === undefined || place.end <= place.start ? span : place;
  };
}

function leafAt({ bodies }: Views, { start, end }: Span): Entity | null {
  for (const entity of bodies.keys()) if (entity.body.start === start && entity.body.end === end) return entity;
  return null;
}

/** Of markup, rich text or a message that lies packed: what is asked for on opening is asked for when the file is opened. */
function referencesOf({ name, bytes, isShown = false }: InnerFile): readonly (readonly HtmlReference[])[] {
  if (isShown) return markupOf(parseMessage(bytes)).map(({ references }) => references);
  if (bytes.toString("latin1", 0, 4) === "{\\rt")
    return [whenOpened(rtfLoads(rtfReferences(readRtfBody(bytes)?.outward ?? [])))];
  if (/\.(?:mht|mhtml|eml)$/i.test(name))
    return markupOf(parseMessage(bytes)).map(({ references }) => whenOpened(references));
  const { text } = decodeCharset(bytes, metaCharset(bytes));
  const { references } = /\.svg$/i.test(name) ? readSvg(text) : readHtml(text);
  return [whenOpened(references)];
}

function markupOf(message: Message): readonly HtmlReading[] {
  const pages = message.entities.filter(
    ({ mediaType: { type, subtype }, children }) => type === "text" && subtype === "html" && children.length === 0,
  );
  return pages.map((entity) => readHtml(decodeText(message, entity).text));
}

/**
 * What else than HTML names servers, in the same form as a document's references: properties of Outlook items (in a rebuilt
 * message by its own fields, in `winmail.dat` and `.msg` as they were found) and RTF, as a body or a file.
 *
 * Pure and total; linear. Ordinary mail costs a look at the first bytes of its parts.
 */
import { limits } from "../base/limits.ts";
import type { Problem } from "../base/problem.ts";
import type { Span } from "../base/span.ts";
import type { ClaimsRecord, Fidelity } from "../case/record.ts";
import { toBuffer } from "../mail/bytes.ts";
import type { Message } from "../mail/message.ts";
import { namesShare, type Observable } from "../mail/outlook/observables.ts";
import { propertyFields } from "../mail/outlook/property-fields.ts";
import { readRtfBody } from "../mail/outlook/rtf-body.ts";
import { rtfReferences } from "../mail/outlook/rtf-references.ts";
import type { FoundObject } from "../mail/views/found-objects.ts";
import type { Views } from "../mail/views/read-views.ts";
import { externalBodies } from "../signals/external-body.ts";
import { headerReferences } from "../signals/header-loads.ts";
import { propertyReferences } from "../signals/property-loads.ts";
import { rtfLoads } from "../signals/rtf-loads.ts";
import { whenOpened } from "./markup-place.ts";
import { readOutwardParts } from "./outward-parts.ts";
import { type Document, otherDocument } from "./texts.ts";

export interface Outward {
  readonly documents: readonly Document[];
  readonly problems: readonly Problem[];
  /** `unc-path`. */
  readonly flags: readonly string[];
}

export interface OutwardInput {
  readonly views: Views;
  readonly fidelity: Fidelity;
  /** The message whose header is asked (`withLateFields`). */
  readonly letter: Message;
  readonly claims: ClaimsRecord;
}

export function readOutward({ views, fidelity, letter, claims }: OutwardInput): Outward {
  const own = fidelity === "rebuilt" ? propertyFields(views.strict) : [];
  const parts = readOutwardParts(views);
  const documents: Document[] = [];
  const problems: Problem[] = [...parts.problems];
  const fields = [...headerReferences(letter, claims), ...externalBodies(views.strict)];
  const opening = fields.filter(({ fires }) => fires === "open");
  const others = fields.filter(({ fires }) => fires !== "open");
  if (opening.length > 0) documents.push(otherDocument(opening, "", (place) => place));
  if (others.length > 0) documents.push(otherDocument(others, "", (place) => place, "header"));
  documents.push(...parts.documents);
  if (own.length > 0) documents.push(ofProperties(own, ""));
  const found = views.properties;
  for (const view of new Set(found.map((property) => property.view))) {
    documents.push(
      ofProperties(
        found.filter((property) => property.view === view),
        view,
      ),
    );
  }
  for (const object of views.objects) {
    const body = isRtf(object) ? readRtfBody(toBuffer(object.bytes)) : null;
    if (body === null) continue;
    problems.push(...body.problems.map((code) => ({ code, span: object.span })));
    const named = rtfReferences(body.outward);
    if (named.length > limits.rtfOutwardMax) problems.push({ code: "limit.rtf-outward", span: object.span });
    const found = rtfLoads(named.slice(0, limits.rtfOutwardMax));
    const references = object.names.length > 0 ? whenOpened(found) : found;
    const [view = ""] = object.views;
    if (references.length > 0)
      documents.push(otherDocument(references, view === "strict" ? "" : view, () => object.span));
  }
  return { documents, problems, flags: own.some(namesShare) ? ["unc-path"] : [] };
}

/** By content: Word opens it under any type and name. Plain text of a body is text. */
function isRtf({ bytes, mediaType, names }: FoundObject): boolean {
  return bytes[0] === OPEN && bytes[1] === BACKSLASH && (mediaType !== "text/plain" || names.length > 0);
}

const OPEN = 0x7b;
const BACKSLASH = 0x5c;

type PlacedProperty = Observable & { readonly span: Span };

function ofProperties(properties: readonly PlacedProperty[], view: string): Document {
  const places = properties.map(({ span }) => span);
  return otherDocument(propertyReferences(properties), view, ({ start }) => places[start] ?? NOWHERE);
}

const NOWHERE: Span = { start: 0, end: 0 };

/**
 * The texts of a message that a client shows, read: HTML, SVG, style sheets and plain text of every view.
 *
 * Those of the strict reading come first and are what a person most likely saw. Texts that only other readings find are
 * searched for loads just the same; whoever made the mail meant somebody's client to show them.
 */
import { limits } from "../base/limits.ts";
import type { Problem } from "../base/problem.ts";
import type { Span } from "../base/span.ts";
import { INVISIBLE_MIN } from "../html/invisible-text.ts";
import { readCss, readHtml, readSvg } from "../html/read-html.ts";
import type { HtmlReading, HtmlReference } from "../html/reading.ts";
import { type DecodedText, decodeText, metaCharset } from "../mail/body.ts";
import { calendarMarkup } from "../mail/calendar.ts";
import { decodeCharset } from "../mail/charset.ts";
import { joinFlowed } from "../mail/flowed.ts";
import { fieldText, findField } from "../mail/headers.ts";
import type { Entity, Message } from "../mail/message.ts";
import { shownKind } from "../mail/shown-kind.ts";
import { charsetReadings } from "../mail/views/charset-readings.ts";
import type { FoundObject } from "../mail/views/found-objects.ts";
import { isInOutlook } from "../mail/views/outlook-inside.ts";
import type { Views } from "../mail/views/read-views.ts";
import { hasDifferingAlternatives } from "../signals/alternatives.ts";
import { hasInvisibleText, hasLookAlikeWords } from "../signals/disguised-text.ts";
import { type MarkupPrint, markupPrint, NO_MARKUP_PRINT } from "../signals/markup-print.ts";
import { MarkupPlaces } from "./markup-place.ts";

export interface Document {
  /** `other`: no text that is shown, but it names servers · `header`: fields that do without the reader's opening (`outward.ts`). */
  readonly kind: "html" | "svg" | "css" | "other" | "header";
  readonly reading: HtmlReading;
  /** Spans of its text (UTF-16 offsets) to the raw message. */
  readonly toRaw: (spans: readonly Span[]) => readonly Span[];
  /** Empty for the strict reading. */
  readonly view: string;
}

export interface Texts {
  readonly documents: readonly Document[];
  /** Those of HTML parts of the strict reading, by part: rules ask for them again. */
  readonly readings: ReadonlyMap<Entity, HtmlReading>;
  /** The first parts of the strict reading that are shown, decoded: rules ask for them again. */
  readonly decoded: ReadonlyMap<Entity, DecodedText>;
  /** Of the first HTML part of the strict reading. */
  readonly markup: MarkupPrint;
  /** Of the strict reading. */
  readonly plain: readonly string[];
  readonly problems: readonly Problem[];
  /** What is odd about the texts, by the flags of the hostile-mail catalogue. */
  readonly flags: readonly string[];
}

/** Decodes and reads them. Cost: linear in their length. */
export function readTexts(views: Views): Texts {
  const documents: Document[] = [];
  const readings = new Map<Entity, HtmlReading>();
  const decoded = new Map<Entity, DecodedText>();
  const plain: string[] = [];
  let markup: MarkupPrint | null = null;
  const problems: Problem[] = [];
  const flags = new Set<string>();
  const shown = new Map<Entity, string>();
  const places = new MarkupPlaces(views.strict);
  for (const entity of views.strict.entities) {
    const kind = shownKind(views.strict, entity);
    if (kind === null) continue;
    const body = views.bodies.get(entity);
    const text = decodeText(views.strict, entity, body);
    problems.push(...text.problems);
    if (decoded.size < KEPT_MAX) decoded.set(entity, text);
    if (kind === "plain") {
      const shownText = isDelSp(entity) ? joinFlowed(text.text) : text.text;
      plain.push(shownText);
      shown.set(entity, shownText);
      continue;
    }
    if (kind === "calendar") {
      documents.push(...calendarMarkup(text.text).map((markup) => inCalendar(entity, markup)));
      continue;
    }
    const read = readAs(kind, text, contentBase(views.strict, entity));
    const reading = kind === "html" ? places.placed(entity, read) : read;
    if (kind === "html") {
      shown.set(entity, reading.visibleText);
      readings.set(entity, reading);
      markup ??= markupPrint(text.text);
    }
    for (const code of reading.problems) problems.push({ code, span: entity.body });
    documents.push({ kind, reading, toRaw: placesIn(text, reading), view: "" });
    if (body !== undefined)
      documents.push(
        ...inOtherCharsets(views, entity, { bytes: body.bytes, strict: text }, { flags, problems }).map((document) => ({
          ...document,
          reading: places.placed(entity, document.reading),
        })),
      );
  }
  if (hasDifferingAlternatives(views.strict.entities, shown)) flags.add("alternatives-differ");
  flagTexts(documents, plain, flags);
  const others = views.objects
    .filter(({ views: names }) => !names.includes("strict"))
    .flatMap((object) => documentsOf(object, problems));
  // Apart, so that many of the one kind hide none of the other.
  const loose = others.filter(({ object }) => !isInOutlook(object));
  const inOutlook = others.filter(({ object }) => isInOutlook(object));
  if (loose.length > limits.viewDocumentsMax) problems.push({ code: "limit.view-documents" });
  if (inOutlook.length > limits.outlookDocumentsMax) problems.push({ code: "limit.outlook-documents" });
  if (loose.length > limits.viewDocumentsMax || inOutlook.length > limits.outlookDocumentsMax) {
    flags.add("views-truncated");
  }
  documents.push(...loose.slice(0, limits.viewDocumentsMax).map((other) => readOther(other, places)));
  documents.push(...inOutlook.slice(0, limits.outlookDocumentsMax).map((other) => readOther(other, places)));
  return { documents, readings, decoded, markup: markup ?? NO_MARKUP_PRINT, plain, problems, flags: [...flags] };
}

/** Texts that are kept for who asks again: most mail has two, and some has thousands. */
const KEPT_MAX = 4;

/** The decoded text is kept for its places only where something is to be placed: a mail may have thousands of texts. */
function placesIn(text: DecodedText, { references }: HtmlReading): Document["toRaw"] {
  return references.length === 0 ? NO_PLACES : (spans) => text.toRaw(spans);
}

/** Outside, so that it holds no text. */
const NO_PLACES: Document["toRaw"] = () => [];

function readAs(kind: "html" | "svg" | "css", { text }: DecodedText, base: string | null): HtmlReading {
  if (kind === "html") return readHtml(text, base);
  return kind === "svg" ? readSvg(text) : readCss(text);
}

/** RFC 3676 4: the space before a soft line end is no part of the text. */
function isDelSp({ mediaType }: Entity): boolean {
  return mediaType.parameters.get("delsp")?.toLowerCase() === "yes";
}

/** What relative URLs of the part are relative to (RL-48; RFC 2110 and 2557), which Thunderbird and old Outlook go by. */
function contentBase({ bytes }: Message, { headers }: Entity): string | null {
  for (const name of ["content-base", "content-location"]) {
    const field = findField(headers, name);
    const text = field === undefined ? "" : fieldText(bytes, field).trim().replace(/^"|"$/g, "");
    if (/^https?:/i.test(text)) return text;
  }
  return null;
}

function inCalendar({ body }: Entity, markup: string): Document {
  return { kind: "html", reading: readHtml(markup), toRaw: (spans) => spans.map(() => body), view: "calendar" };
}

/** References of what is no text. `place`: of a reference in the raw message, by its `start` and `end`. */
export function otherDocument(
  references: readonly HtmlReference[],
  view: string,
  place: (reference: Span) => Span,
  kind: "other" | "header" = "other",
): Document {
  const counts = { references, referenceCount: references.length };
  const nothing = { links: [], base: null, visibleText: "", invisibleCount: 0, hiddenWords: 0, problems: [] };
  const reading: HtmlReading = { ...counts, ...nothing };
  return { kind, reading, toRaw: (spans) => spans.map(place), view };
}

/** What is told beside the texts. */
interface Notes {
  readonly flags: Set<string>;
  readonly problems: Problem[];
}

interface StrictBytes {
  readonly bytes: Uint8Array;
  readonly strict: { readonly text: string; readonly charset: string };
}

/** The same bytes as other clients decode them, where that gives other markup. */
function inOtherCharsets(
  views: Views,
  entity: Entity,
  { bytes, strict }: StrictBytes,
  { flags, problems }: Notes,
): readonly Document[] {
  const { body } = entity;
  const labels = charsetLabels(views, entity);
  const headers = labels.slice(0, limits.charsetLabelsMax);
  const { isConflict, others, isCut } = charsetReadings(bytes, { headers, meta: metaCharset(bytes), strict });
  if (isCut || labels.length > headers.length) problems.push({ code: "limit.charset-readings", span: body });
  if (isConflict) flags.add("charset-conflict");
  if (others.length > 0) flags.add("charset-markup");
  return others.map(({ charset, text }) => ({
    kind: "html",
    reading: readHtml(text),
    toRaw: (spans) => spans.map(() => body),
    view: `charset ${charset}`,
  }));
}

/** Those that a header names; of repeated fields and parameters clients believe the first or the last. */
function charsetLabels({ strict, flags }: Views, { mediaType, headers }: Entity): readonly string[] {
  const label = mediaType.parameters.get("charset") ?? "";
  if (!flags.some((flag) => REPEATED.has(flag))) return [label];
  const block = Buffer.from(strict.bytes.buffer, strict.bytes.byteOffset, strict.bytes.byteLength);
  const { start, end } = headers.span;
  const text = block.toString("latin1", start, Math.min(end, start + limits.looseHeaderBytesMax));
  const written = [...text.matchAll(/charset[*0-9]{0,4}[ \t]*=[ \t]*["']?([\w.:+-]{1,64})/gi)].map(
    ([, name = ""]) => name,
  );
  return [...new Set([label, ...written])];
}

const REPEATED: ReadonlySet<string> = new Set(["dup-header:content-type", "dup-parameter", "odd-parameter"]);

/** What the reader is made to see. */
function flagTexts(documents: readonly Document[], plain: readonly string[], flags: Set<string>): void {
  const shown = documents.filter(({ kind, view }) => kind === "html" && view === "");
  const visible = shown.map(({ reading }) => reading.visibleText);
  // Two texts that show nothing have a line between them.
  const isPlain = visible.length < 2 && (visible[0] ?? "") === "";
  const seen = isPlain ? plain : visible;
  // The text that is shown has lost what nobody sees; its reader has counted it.
  const salted = shown.reduce((sum, { reading }) => sum + reading.invisibleCount, 0);
  if (salted >= INVISIBLE_MIN || (isPlain && hasInvisibleText(seen))) flags.add("invisible-text");
  if (hasLookAlikeWords(seen)) flags.add("mixed-script-word");
}

interface OtherText {
  readonly object: FoundObject;
  readonly text: string;
}

/** Declared types mean little here: whatever has markup in it, in any charset that it may be in, is read as HTML. */
function documentsOf(object: FoundObject, problems: Problem[]): readonly OtherText[] {
  const { bytes } = object;
  const guessed = decodeCharset(bytes, "");
  const { others, isCut } = charsetReadings(bytes, { headers: [], meta: metaCharset(bytes), strict: guessed });
  if (isCut) problems.push({ code: "limit.charset-readings", span: object.span });
  return [guessed, ...others].filter(({ text }) => MARKUP.test(text)).map(({ text }) => ({ object, text }));
}

function readOther({ object, text }: OtherText, places: MarkupPlaces): Document {
  const { span, views, mediaType } = object;
  const isSvg = mediaType === "image/svg+xml";
  const reading = places.placedAt(span, isSvg ? readSvg(text) : readHtml(text));
  return { kind: isSvg ? "svg" : "html", reading, toRaw: (spans) => spans.map(() => span), view: views[0] ?? "" };
}

/** A tag that can load something. */
const MARKUP =
  /<(?:a|area|audio|base|bgsound|body|div|embed|font|form|frame|html|iframe|image|img|input|link|meta|object|p|picture|script|source|span|style|svg|table|td|th|track|video)\b/i;

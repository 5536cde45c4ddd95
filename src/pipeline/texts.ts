/**
 * The texts of a message that a client shows, read: HTML, SVG and plain text of every view.
 *
 * Those of the strict reading come first and are what a person most likely saw. Texts that only other readings find are
 * searched for loads just the same; whoever made the mail meant somebody's client to show them.
 */
import type { Problem } from "../base/problem.ts";
import type { Span } from "../base/span.ts";
import { type HtmlReading, readHtml, readSvg } from "../html/read-html.ts";
import { decodeText } from "../mail/body.ts";
import { decodeCharset } from "../mail/charset.ts";
import type { Entity } from "../mail/message.ts";
import type { FoundObject } from "../mail/views/found-objects.ts";
import type { Views } from "../mail/views/read-views.ts";

export interface Document {
  readonly kind: "html" | "svg";
  readonly reading: HtmlReading;
  /** Spans of its text (UTF-16 offsets) to the raw message. */
  readonly toRaw: (spans: readonly Span[]) => readonly Span[];
  /** Empty for the strict reading. */
  readonly view: string;
}

export interface Texts {
  readonly documents: readonly Document[];
  /** Of the strict reading. */
  readonly plain: readonly string[];
  readonly problems: readonly Problem[];
}

/** Decodes and reads them. Cost: linear in their length. */
export function readTexts(views: Views): Texts {
  const documents: Document[] = [];
  const plain: string[] = [];
  const problems: Problem[] = [];
  for (const entity of views.strict.entities) {
    const kind = textKind(entity);
    if (kind === null) continue;
    const text = decodeText(views.strict, entity, views.bodies.get(entity));
    problems.push(...text.problems);
    if (kind === "plain") {
      plain.push(text.text);
      continue;
    }
    const reading = kind === "svg" ? readSvg(text.text) : readHtml(text.text);
    for (const code of reading.problems) problems.push({ code, span: entity.body });
    documents.push({ kind, reading, toRaw: (spans) => text.toRaw(spans), view: "" });
  }
  for (const object of views.objects) if (!object.views.includes("strict")) documents.push(...documentsOf(object));
  return { documents, plain, problems };
}

function textKind(entity: Entity): "html" | "svg" | "plain" | null {
  if (entity.children.length > 0) return null;
  const { type, subtype } = entity.mediaType;
  if (type === "text" && (subtype === "html" || subtype === "x-amp-html")) return "html";
  if (type === "application" && subtype === "xhtml+xml") return "html";
  if (type === "image" && subtype === "svg+xml") return "svg";
  if (type === "text" && subtype === "plain" && entity.disposition?.kind !== "attachment") return "plain";
  return null;
}

/** Declared types mean little here: whatever has markup in it is read as HTML. */
function documentsOf({ bytes, span, views, mediaType }: FoundObject): readonly Document[] {
  const { text } = decodeCharset(bytes, "");
  if (!MARKUP.test(text)) return [];
  const isSvg = mediaType === "image/svg+xml";
  const reading = isSvg ? readSvg(text) : readHtml(text);
  const toRaw = (spans: readonly Span[]) => spans.map(() => span);
  return [{ kind: isSvg ? "svg" : "html", reading, toRaw, view: views[0] ?? "" }];
}

/** A tag that can load something. */
const MARKUP =
  /<(?:a|area|audio|base|bgsound|body|div|embed|font|form|frame|html|iframe|image|img|input|link|meta|object|p|picture|script|source|span|style|svg|table|td|th|track|video)\b/i;

/**
 * A published document → the indicators in its text, and what merely looks like one. Each with its verbatim quote and place.
 *
 * Guarantees: total on any document; the same text gives the same result; linear in the text, which is read in pieces of
 * `limits.extractionChunkCharsMax` at most, one block at a time: no value is put together from two blocks.
 */
import { limits } from "../../base/limits.ts";
import type { Block, PublishedDocument } from "../../case/document.ts";
import { quoteOf } from "../../documents/quote.ts";
import { type Candidate, candidatesOf } from "./candidates.ts";
import type { ExtractedIndicator, Extraction, RejectedCandidate } from "./extraction.ts";
import { type Known, type Reading, readingsOf } from "./judgement.ts";
import { ownDomains } from "./own-hosts.ts";
import { type PlainView, plainViewOf } from "./plain-view.ts";
import { type Section, sectionsOf } from "./sections.ts";
import { linkedPlaces, surroundingsOf } from "./surroundings.ts";
import { type Warnings, warningsWith } from "./warnings.ts";

export interface ExtractionOptions {
  /** Lists of the user, beside those that come with Letterlock. */
  readonly warnings?: Warnings;
}

export function extractIndicators(document: PublishedDocument, options: ExtractionOptions = {}): Extraction {
  const gathered = new Gathered(document);
  const known: Known = {
    own: ownDomains(document),
    warnings: warningsWith(options.warnings ?? null),
    citesAttack: citesAttack(document.text),
  };
  const sectionOf = sectionsOf(document);
  const isLink = linkedPlaces(document);
  for (const block of document.blocks) {
    if (block.kind === "furniture") continue;
    for (const [start, end] of piecesOf(document.text, block)) {
      const view = plainViewOf(document.text.slice(start, end), block.kind === "cell");
      for (const candidate of candidatesOf(view.text)) {
        const from = start + view.startOf(candidate.start);
        const place = { block, section: sectionOf(from), isLink: isLink(from, from + 1) };
        take({ candidate, view, start, place }, known, gathered);
      }
    }
  }
  return gathered.result();
}

/** By its name, or by several of its techniques. */
function citesAttack(text: string): boolean {
  if (/ATT&CK|ATT\s?&amp;\s?CK|\bMITRE\b|attack\.mitre/i.test(text)) return true;
  return new Set(text.match(/\bT1\d{3}\b/g)).size >= 3;
}

/** Cut at white space where there is any. */
function* piecesOf(text: string, { span }: Block): Iterable<readonly [start: number, end: number]> {
  for (let start = span.start; start < span.end; ) {
    let end = Math.min(span.end, start + limits.extractionChunkCharsMax);
    if (end < span.end) {
      const gap = Math.max(text.lastIndexOf("\n", end), text.lastIndexOf(" ", end));
      if (gap > start + limits.extractionChunkCharsMax / 2) end = gap;
    }
    yield [start, end];
    start = end;
  }
}

interface Found {
  readonly candidate: Candidate;
  readonly view: PlainView;
  /** Of the view in the document. */
  readonly start: number;
  readonly place: { readonly block: Block; readonly section: Section; readonly isLink: boolean };
}

function take({ candidate, view, start, place }: Found, known: Known, gathered: Gathered): void {
  const around = surroundingsOf(view, candidate, place);
  const span = { start: start + view.startOf(candidate.start), end: start + view.endOf(candidate.end) };
  for (const reading of readingsOf(candidate, around, known)) {
    if (reading.value.length > limits.indicatorCharsMax) continue;
    const joined = around.isJoined && reading.type !== "file-hash" ? "joined from two lines" : null;
    gathered.add({ ...reading, why: reading.why ?? joined }, span, {
      section: place.section.title,
      isDefanged: around.change === "defanged",
    });
  }
}

interface Mention {
  readonly reading: Reading;
  readonly span: { readonly start: number; readonly end: number };
  readonly section: string;
  readonly isDefanged: boolean;
  readonly mentions: number;
}

/** Each value of a type once, by its best mention. */
class Gathered {
  readonly #document: PublishedDocument;
  readonly #taken = new Map<string, Mention>();
  readonly #rejected = new Map<string, Mention>();
  #isPartial = false;

  constructor(document: PublishedDocument) {
    this.#document = document;
  }

  add(
    reading: Reading,
    span: Mention["span"],
    where: { readonly section: string; readonly isDefanged: boolean },
  ): void {
    const key = `${reading.type} ${reading.value}`;
    const map = reading.isRejected === true ? this.#rejected : this.#taken;
    const before = map.get(key);
    if (before === undefined && map.size >= limits.extractedMax) {
      this.#isPartial = true;
      return;
    }
    const mention: Mention = { reading, span, ...where, mentions: 1 };
    const isBetter = before === undefined || ((before.reading.why ?? null) !== null && (reading.why ?? null) === null);
    map.set(key, { ...(isBetter ? mention : before), mentions: (before?.mentions ?? 0) + 1 });
  }

  result(): Extraction {
    const byPlace = (map: ReadonlyMap<string, Mention>): readonly (readonly [string, Mention])[] =>
      [...map].sort(([, one], [, other]) => one.span.start - other.span.start);
    return {
      indicators: byPlace(this.#taken).map(([, mention]) => this.#indicator(mention)),
      rejected: byPlace(this.#rejected)
        .filter(([key]) => !this.#taken.has(key))
        .map(([, mention]) => this.#candidate(mention)),
      isPartial: this.#isPartial,
    };
  }

  #indicator({ reading, span, section, isDefanged, mentions }: Mention): ExtractedIndicator {
    const { type, value, kind = "", port = null, why = null } = reading;
    const quote = quoteOf(this.#document, span.start, span.end);
    return { type, value, kind, port, quote, mentions, section, isDefanged, doubt: why };
  }

  #candidate({ reading: { type, value, why }, span }: Mention): RejectedCandidate {
    return { type, value, quote: quoteOf(this.#document, span.start, span.end), why: why ?? "" };
  }
}

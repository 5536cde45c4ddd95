/**
 * Under which heading a place of a document stands, and whether that announces indicators or references. Headings are those of the
 * document; where it has none (plain text), a short line that stands alone is one, and any short line that announces such a section.
 */
import type { Block, PublishedDocument } from "../../case/document.ts";

export type SectionKind = "body" | "indicators" | "references";

export interface Section {
  readonly title: string;
  readonly kind: SectionKind;
}

const TITLE_CHARS_MAX = 120;
/** Of a line among others that is taken for a heading by its words alone. */
const LINE_CHARS_MAX = 60;
const INDICATORS =
  /\b(?:indicators?|iocs?|ioas?|observables?|artifacts?|network (?:signatures?|infrastructure)|atomic|hash(?:es)?|sha-?(?:1|256|512)|md5|c2 (?:servers?|domains?|addresses)|command[- ]and[- ]control (?:servers?|domains?|infrastructure)|indicateurs|marqueurs|indikatoren|indicadores)\b|^\W*(?:malicious )?(?:domains?(?: names?)?|ip(?:v[46])?(?: addresses)?|ips|urls?|files?|file ?names?|samples|e?-?mail addresses|infrastructure|network)\W*$/i;
const REFERENCES =
  /^\W*(?:\d+[\d.]*\W+|[a-z]\W+|appendix \w+\W+)?(?:(?:external |further |additional |related |other |key )?(?:references?|sources?|readings?|links|resources|materials?|articles?|posts?|stories|information)|(?:\S{1,30} ){0,3}references|bibliography|works cited|citations?|foot ?notes?|end ?notes?|see also|read more|acknowledg(?:e?ments?)|about (?:us|the authors?)|contact(?: (?:us|information))?|share(?: this)?|tags|categories|références|sources|quellen|literatur|fuentes|referencias)\W*$/i;

interface Heading {
  readonly start: number;
  readonly title: string;
  readonly level: number;
}

/** By the place in the document's text. Cost of a question: logarithmic in the headings. */
export function sectionsOf(document: PublishedDocument): (at: number) => Section {
  const open: { readonly level: number; readonly section: Section }[] = [];
  const starts: number[] = [];
  const sections: Section[] = [];
  for (const { start, title, level } of headingsOf(document)) {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop();
    // Below a heading that announces indicators, or references, everything is of that kind unless it says otherwise.
    const above = open.at(-1)?.section.kind ?? "body";
    const own = kindOf(title);
    const section = { title, kind: own === "body" ? above : own };
    open.push({ level, section });
    starts.push(start);
    sections.push(section);
  }
  return (at) => sections[lastAtMost(starts, at)] ?? NO_SECTION;
}

const NO_SECTION: Section = { title: "", kind: "body" };

function lastAtMost(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function kindOf(title: string): SectionKind {
  if (REFERENCES.test(title)) return "references";
  return INDICATORS.test(title) ? "indicators" : "body";
}

function* headingsOf({ blocks, text }: PublishedDocument): Iterable<Heading> {
  const hasHeadings = blocks.some(({ kind, level }) => kind === "heading" && level > 1);
  for (const block of blocks) {
    const { kind, span, level } = block;
    if (kind === "heading") {
      yield { start: span.start, title: titleOf(text.slice(span.start, span.end)), level: level === 0 ? 6 : level };
    } else if (kind === "paragraph" && !hasHeadings) {
      const alone = aloneTitle(block, text);
      if (alone !== null) yield { start: span.start, title: alone, level: 6 };
      else yield* announcingLines(block, text);
    }
  }
}

function titleOf(text: string): string {
  return text.slice(0, TITLE_CHARS_MAX).replace(/\s+/g, " ").trim();
}

/** Of a paragraph of one line that reads like a heading; null for any other. */
function aloneTitle({ span }: Block, text: string): string | null {
  if (span.end - span.start > TITLE_CHARS_MAX) return null;
  const written = text.slice(span.start, span.end);
  const title = titleOf(written);
  if (/[\r\n]/.test(written.trim()) || title.includes("://") || /[.;,]$/.test(title)) return null;
  if (/[^\s.]\.[^\s.]|[[\]@]|[0-9a-f]{32}/i.test(title.replace(/^[\d.]+/, "")) || !/\p{L}{3}/u.test(title)) return null;
  return /^(?:\W*[\d.]+\W+)?[\p{Lu}\d#*=]/u.test(title) && title.split(" ").length <= 12 ? title : null;
}

/** Short lines among others that are nothing but the name of such a section. */
function* announcingLines({ span }: Block, text: string): Iterable<Heading> {
  for (let start = span.start; start < span.end; ) {
    const found = text.indexOf("\n", start);
    const end = found < 0 || found > span.end ? span.end : found;
    if (end - start <= LINE_CHARS_MAX) {
      const title = titleOf(text.slice(start, end));
      if (isAnnouncement(title)) yield { start, title, level: 6 };
    }
    start = end + 1;
  }
}

function isAnnouncement(title: string): boolean {
  if (/^\W*(?:references|sources|bibliography|further reading|foot ?notes|end ?notes|see also)\W*$/i.test(title))
    return true;
  return (
    /^[\p{Lu}#*\d]/u.test(title) &&
    /indicators? of compromise|\biocs?\b/i.test(title) &&
    title.split(" ").length <= 6 &&
    !/[.,;]$/.test(title)
  );
}

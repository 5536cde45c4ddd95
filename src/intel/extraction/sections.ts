/**
 * Where in a document a block stands: under which heading, and whether that announces indicators or references. Headings are those of the
 * document; where it has none (plain text), a short line that stands alone is one.
 */
import type { Block, PublishedDocument } from "../../case/document.ts";

export type SectionKind = "body" | "indicators" | "references";

export interface Section {
  readonly title: string;
  readonly kind: SectionKind;
}

const TITLE_CHARS_MAX = 120;
const INDICATORS =
  /\b(?:indicators?|iocs?|ioas?|observables?|artifacts?|network (?:signatures?|infrastructure)|atomic|hash(?:es)?|sha-?(?:1|256|512)|md5|c2 (?:servers?|domains?|addresses)|command[- ]and[- ]control (?:servers?|domains?|infrastructure)|indicateurs|marqueurs|indikatoren|indicadores)\b|^\W*(?:malicious )?(?:domains?(?: names?)?|ip(?:v[46])?(?: addresses)?|ips|urls?|files?|file ?names?|samples|e?-?mail addresses|infrastructure|network)\W*$/i;
const REFERENCES =
  /^\W*(?:\d+[\d.]*\W+|[a-z]\W+|appendix \w+\W+)?(?:(?:external |further |additional |related |other |key )?(?:references?|sources?|readings?|links|resources|materials?|articles?|posts?|stories|information)|bibliography|works cited|citations?|foot ?notes?|end ?notes?|see also|read more|acknowledg(?:e?ments?)|about (?:us|the authors?)|contact(?: (?:us|information))?|share(?: this)?|tags|categories|références|sources|quellen|literatur|fuentes|referencias)\W*$/i;

export function sectionsOf(document: PublishedDocument): (block: Block) => Section {
  const hasHeadings = document.blocks.some(({ kind, level }) => kind === "heading" && level > 1);
  const open: { readonly level: number; readonly section: Section }[] = [];
  const sections = new Map<Block, Section>();
  let current: Section = { title: "", kind: "body" };
  for (const block of document.blocks) {
    const title = titleOf(block, document.text, hasHeadings);
    if (title !== null) {
      const level = block.level === 0 ? 6 : block.level;
      while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop();
      // Below a heading that announces indicators, or references, everything is of that kind unless it says otherwise.
      const above = open.at(-1)?.section.kind ?? "body";
      const own = kindOf(title);
      current = { title, kind: own === "body" ? above : own };
      open.push({ level, section: current });
    }
    sections.set(block, current);
  }
  return (block) => sections.get(block) ?? { title: "", kind: "body" };
}

function kindOf(title: string): SectionKind {
  if (REFERENCES.test(title)) return "references";
  return INDICATORS.test(title) ? "indicators" : "body";
}

/** Null for what is no heading. */
function titleOf({ kind, span }: Block, text: string, hasHeadings: boolean): string | null {
  if (span.end - span.start > (kind === "heading" ? 400 : TITLE_CHARS_MAX)) return null;
  const title = text.slice(span.start, span.end).replace(/\s+/g, " ").trim().slice(0, TITLE_CHARS_MAX);
  if (kind === "heading") return title;
  if (kind !== "paragraph" || hasHeadings || title.includes("://") || /[.;,]$/.test(title)) return null;
  const isAlone = !/[\r\n]/.test(text.slice(span.start, span.end).trim());
  if (!isAlone || /[^\s.]\.[^\s.]|[[\]@]|[0-9a-f]{32}/i.test(title.replace(/^[\d.]+/, ""))) return null;
  if (!/\p{L}{3}/u.test(title)) return null;
  return /^(?:\W*[\d.]+\W+)?[\p{Lu}\d#*=]/u.test(title) && title.split(" ").length <= 12 ? title : null;
}

/** The sentences of a document's blocks, and what in them is denied. English. Total, linear in the text. */
import { everyMatch } from "../../base/every-match.ts";
import type { Span } from "../../base/span.ts";
import type { Block, PublishedDocument } from "../../case/document.ts";

export interface BlockSentence extends Span {
  readonly text: string;
  readonly block: Block;
  /** The heading, or the short line like one, that it stands under; empty for none. */
  readonly under: string;
}

/** A line that is no sentence: `Who got them`. */
const HEADING_CHARS = 48;

export function sentencesIn({ text, blocks }: PublishedDocument): readonly BlockSentence[] {
  const found: BlockSentence[] = [];
  let under = "";
  for (const block of blocks) {
    if (block.kind === "furniture" || block.kind === "code") continue;
    const whole = text.slice(block.span.start, block.span.end);
    const isHead = block.kind === "heading" || (whole.length <= HEADING_CHARS && /^[A-Z][^.!?,;\d]*:?\s*$/.test(whole));
    if (isHead && block.kind !== "list-item" && block.kind !== "cell") under = whole.trim();
    for (const { start, end } of spansOf(whole)) {
      const from = block.span.start + start;
      found.push({ text: whole.slice(start, end), start: from, end: block.span.start + end, block, under });
    }
  }
  return found;
}

const CUT = /(?<=[.!?]["”’)]?)\s+(?=["“(]?[A-Z0-9])|\n\s*\n|\n\s*[-*•]\s/g;

/** Cut behind a stop that white space follows, at list marks and at empty lines; trimmed, and none empty. */
function spansOf(text: string): readonly Span[] {
  const spans: Span[] = [];
  const push = (start: number, end: number) => {
    const words = text.slice(start, end);
    const lead = words.length - words.trimStart().length;
    if (words.trim() !== "") spans.push({ start: start + lead, end: start + words.trimEnd().length });
  };
  let from = 0;
  for (const cut of everyMatch(CUT, text)) {
    push(from, cut.index);
    from = cut.index + cut[0].length;
  }
  push(from, text.length);
  return spans;
}

/** Words that turn what follows in the same clause into its contrary. */
const DENIED =
  /\b(?:no|not|never|without|neither|nor|nothing|nobody|none|denie[ds]|deny|denying|(?:ca|do|does|did|was|were|is|are|has|have)n['’]t)\b[^,;:.]{0,48}$/i;

/** `at`: in `text`, where what may be denied begins. */
export function isDenied(text: string, at: number): boolean {
  return DENIED.test(text.slice(Math.max(0, at - 80), at));
}

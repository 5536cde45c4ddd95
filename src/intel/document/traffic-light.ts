/**
 * The traffic light that a document bears (FIRST TLP 2.0; `TLP:WHITE` of 1.0 is kept as written): on its pages' heads and feet, or near its
 * beginning or end. A document that merely speaks of a level in its middle bears none.
 *
 * Pure and total.
 */
import type { Block } from "../../case/document.ts";

const LIGHT = /\bTLP\s{0,3}[:：-]\s{0,3}(RED|AMBER\s{0,2}\+\s{0,2}STRICT|AMBER|GREEN|CLEAR|WHITE)\b/gi;
/** Strictest first. */
const LEVELS = ["RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR", "WHITE"];

/** What a page's head or a cover says is short. */
const LABEL_CHARS_MAX = 80;
const HEAD_CHARS = 4_000;
const FEET_CHARS = 3_000;

/** `TLP:` and the level in capitals; empty for none. Of several that it bears as labels the strictest. */
export function trafficLightOf(text: string, blocks: readonly Block[]): string {
  const labels = blocks
    .filter(({ kind, span }) => kind === "furniture" || span.end - span.start <= LABEL_CHARS_MAX)
    .filter(({ kind, span }) => kind === "furniture" || isNearEnds(span.start, text.length));
  const found = new Set(
    labels.flatMap(({ span }) => levelsIn(text.slice(span.start, Math.min(span.end, span.start + 500)))),
  );
  const strictest = LEVELS.find((level) => found.has(level));
  if (strictest !== undefined) return `TLP:${strictest}`;
  const [first] = [...levelsIn(text.slice(0, HEAD_CHARS)), ...levelsIn(text.slice(-FEET_CHARS))];
  return first === undefined ? "" : `TLP:${first}`;
}

function isNearEnds(start: number, length: number): boolean {
  return start < HEAD_CHARS || start > length - FEET_CHARS;
}

function levelsIn(text: string): readonly string[] {
  return [...text.matchAll(LIGHT)].map((match) => (match[1] ?? "").toUpperCase().replace(/\s/g, ""));
}

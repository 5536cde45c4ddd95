/**
 * The traffic light that a document bears (FIRST TLP 2.0; `TLP:WHITE` of 1.0 is kept as written): on its pages' heads and feet, or near its
 * beginning or end, in its title or its file's name. In its middle only a block that says nothing else counts: a document that merely speaks of
 * a level there bears none.
 *
 * Pure and total.
 */
import { normalForm } from "../base/normal-form.ts";
import type { Block } from "../case/document.ts";

/** `TLP:RED`, `TLP RED`, `TLP 2.0: Amber + Strict`, `Traffic Light Protocol (TLP): green`. */
const LIGHT =
  /(?<![\p{L}\p{N}])(?:TLP|Traffic[ -]Light[ -]Protocol(?:\s?\(TLP\))?)(?:\s?[12]\.0)?[\s:=.–_-]{1,4}(RED|AMBER(?:\s{0,2}[+_-]?\s{0,2}STRICT)?|GREEN|CLEAR|WHITE)(?![\p{L}\p{N}])/giu;
/** Strictest first. */
const LEVELS = ["RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR", "WHITE"];
/** A list of all lights explains them, and marks nothing. */
const LEGEND_LEVELS = 3;
/** A block that says little else than the light marks what stands around it, wherever it stands. */
const BARE_CHARS_MAX = 24;

/** What a page's head or a cover says is short. */
const LABEL_CHARS_MAX = 80;
const HEAD_CHARS = 4_000;
const FEET_CHARS = 3_000;

/** `TLP:` and the level in capitals; empty for none. Of several that it bears as labels the strictest. `names`: its title, its file's name. */
export function trafficLightOf(text: string, blocks: readonly Block[], names: readonly string[] = []): string {
  const labels = blocks
    .filter(({ kind, span }) => kind === "furniture" || span.end - span.start <= LABEL_CHARS_MAX)
    .filter(({ kind, span }) => kind === "furniture" || isNearEnds(span.start, text.length));
  const bare = blocks
    .filter(({ span }) => span.end - span.start <= BARE_CHARS_MAX && !isNearEnds(span.start, text.length))
    .flatMap(({ span }) => levelsIn(text.slice(span.start, span.end)));
  const found = new Set([
    ...names.flatMap(levelsIn),
    ...(new Set(bare).size < LEGEND_LEVELS ? bare : []),
    ...labels.flatMap(({ span }) => levelsIn(text.slice(span.start, Math.min(span.end, span.start + 500)))),
  ]);
  const strictest = LEVELS.find((level) => found.has(level));
  if (strictest !== undefined) return `TLP:${strictest}`;
  const [first] = [...levelsIn(text.slice(0, HEAD_CHARS)), ...levelsIn(text.slice(-FEET_CHARS))];
  return first === undefined ? "" : `TLP:${first}`;
}

/**
 * Of a list, table or other data, whose lines are no sentences: the strictest that its beginning names, in the same spellings; a legend of all
 * lights marks nothing. Of a file's name: the strictest in it. Empty for none.
 */
export function trafficLightOfData(text: string): string {
  const found = new Set(levelsIn(text.slice(0, DATA_CHARS)));
  const strictest = found.size < LEGEND_LEVELS ? LEVELS.find((level) => found.has(level)) : undefined;
  return strictest === undefined ? "" : `TLP:${strictest}`;
}

const DATA_CHARS = 100_000;

function isNearEnds(start: number, length: number): boolean {
  return start < HEAD_CHARS || start > length - FEET_CHARS;
}

function levelsIn(text: string): readonly string[] {
  // Full-width letters and signs that nobody sees are how some programs write it.
  const plain = normalForm(text, "NFKC").replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "");
  return [...plain.matchAll(LIGHT)].map(([, level = ""]) =>
    level.toUpperCase().replace(/^AMBER\W?.*STRICT$/s, "AMBER+STRICT"),
  );
}

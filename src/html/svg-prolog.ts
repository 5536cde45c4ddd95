/**
 * The document type of an SVG (XML 1.0, 2.8 and 4.2): external entities and subsets that old renderers fetch, and
 * internal entities that hide a URL. HTML's tokenizer knows neither, so the prolog is scanned here by hand.
 */
import { limits } from "../base/limits.ts";

export interface ExternalReference {
  readonly url: string;
  readonly start: number;
  readonly end: number;
}

export interface SvgProlog {
  /** System identifiers of the document type and of external entities; the well-known ones of the W3C are never fetched. */
  readonly external: readonly ExternalReference[];
  /** Name → replacement text of internal general entities. */
  readonly entities: ReadonlyMap<string, string>;
  /** There is more than is read: `limit.svg-prolog`. */
  readonly isCut: boolean;
}

export function readSvgProlog(text: string): SvgProlog {
  const { found, isCut } = declarations(text);
  const entities = new Map<string, string>();
  for (const { name, value } of found) if (value !== null && !entities.has(name)) entities.set(name, value);
  const external = found.flatMap((one) => one.external ?? []).filter(({ url }) => !OF_W3C.test(url));
  return { external, entities, isCut };
}

const OF_W3C = /^https?:\/\/www\.w3\.org\//i;

interface Declaration {
  readonly name: string;
  readonly value: string | null;
  readonly external: ExternalReference | null;
}

function declarations(text: string): { readonly found: readonly Declaration[]; readonly isCut: boolean } {
  const prolog = text.slice(0, limits.svgPrologCharsMax);
  const found: Declaration[] = [];
  const opening = /<!(?:DOCTYPE|ENTITY)\s/gi;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    if (match.index >= prolog.length || found.length === limits.svgEntitiesMax) return { found, isCut: true };
    const declaration = readDeclaration(prolog, match.index + match[0].length);
    if (declaration === "cut") return { found, isCut: true };
    if (declaration !== null) found.push(declaration);
  }
  return { found, isCut: false };
}

/** `name "value"`, `name SYSTEM "url"`, `name PUBLIC "id" "url"`; `%` before the name of a parameter entity. */
function readDeclaration(prolog: string, from: number): Declaration | "cut" | null {
  const head = /^\s*(?:%\s+)?([\w.:-]{1,64})\s*(SYSTEM|PUBLIC)?\s*/i.exec(prolog.slice(from, from + 256));
  if (head === null) return null;
  const name = head[1] ?? "";
  const first = quoted(prolog, from + head[0].length);
  if (first === null || first === "cut") return first;
  const keyword = head[2]?.toUpperCase();
  if (keyword === undefined) return { name, value: prolog.slice(first.start, first.end), external: null };
  const system = keyword === "PUBLIC" ? quoted(prolog, first.end + 1) : first;
  return system === null || system === "cut"
    ? system
    : { name, value: null, external: { ...system, url: prolog.slice(system.start, system.end) } };
}

/** `cut`: it is longer than is read, or does not end in what is. */
function quoted(text: string, from: number): { readonly start: number; readonly end: number } | "cut" | null {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at++;
  const quote = text.charAt(at);
  if (quote !== '"' && quote !== "'") return null;
  const close = text.indexOf(quote, at + 1);
  const isCut = close < 0 ? text.length === limits.svgPrologCharsMax : close - at - 1 > limits.svgEntityCharsMax;
  return isCut ? "cut" : close < 0 ? null : { start: at + 1, end: close };
}

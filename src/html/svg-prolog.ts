/**
 * The document type of an SVG (XML 1.0, 2.8 and 4.2): external entities and subsets that old renderers fetch, and
 * internal entities that hide a URL. HTML's tokenizer knows neither, so the prolog is scanned here by hand.
 */

export interface ExternalReference {
  readonly url: string;
  readonly start: number;
  readonly end: number;
}

/** Characters at the start of the text in which a document type is looked for. */
const PROLOG_CHARS_MAX = 64 * 1024;
const ENTITIES_MAX = 256;
const ENTITY_CHARS_MAX = 4_096;

/** System identifiers of the document type and of external entities. The well-known ones of the W3C are never fetched. */
export function externalReferences(text: string): readonly ExternalReference[] {
  return declarations(text)
    .filter((found) => found.external !== null && !/^https?:\/\/www\.w3\.org\//i.test(found.external.url))
    .flatMap((found) => found.external ?? []);
}

/** Name → replacement text of internal general entities. */
export function internalEntities(text: string): ReadonlyMap<string, string> {
  const entities = new Map<string, string>();
  for (const { name, value } of declarations(text)) {
    if (value !== null && entities.size < ENTITIES_MAX && !entities.has(name)) entities.set(name, value);
  }
  return entities;
}

interface Declaration {
  readonly name: string;
  readonly value: string | null;
  readonly external: ExternalReference | null;
}

function declarations(text: string): readonly Declaration[] {
  const prolog = text.slice(0, PROLOG_CHARS_MAX);
  const found: Declaration[] = [];
  const opening = /<!(?:DOCTYPE|ENTITY)\s/gi;
  for (let match = opening.exec(prolog); match !== null && found.length < ENTITIES_MAX; match = opening.exec(prolog)) {
    const declaration = readDeclaration(prolog, match.index + match[0].length);
    if (declaration !== null) found.push(declaration);
  }
  return found;
}

/** `name "value"`, `name SYSTEM "url"`, `name PUBLIC "id" "url"`; `%` before the name of a parameter entity. */
function readDeclaration(prolog: string, from: number): Declaration | null {
  const head = /^\s*(?:%\s+)?([\w.:-]{1,64})\s*(SYSTEM|PUBLIC)?\s*/i.exec(prolog.slice(from, from + 256));
  if (head === null) return null;
  const name = head[1] ?? "";
  const first = quoted(prolog, from + head[0].length);
  if (first === null) return null;
  const keyword = head[2]?.toUpperCase();
  if (keyword === undefined) return { name, value: prolog.slice(first.start, first.end), external: null };
  const system = keyword === "PUBLIC" ? quoted(prolog, first.end + 1) : first;
  return system === null
    ? null
    : { name, value: null, external: { ...system, url: prolog.slice(system.start, system.end) } };
}

function quoted(text: string, from: number): { readonly start: number; readonly end: number } | null {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at++;
  const quote = text.charAt(at);
  if (quote !== '"' && quote !== "'") return null;
  const close = text.indexOf(quote, at + 1);
  return close < 0 || close - at > ENTITY_CHARS_MAX ? null : { start: at + 1, end: close };
}

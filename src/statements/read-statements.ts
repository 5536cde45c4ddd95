/**
 * What a published document states: accusations, charges, sanctions, denials, advice, notifications, incidents, impact, rewards, policy, each
 * with its speaker, its parties and its words. Deterministic grammars and lists of names, no model: the same text gives the same
 * statements, and every field comes from the words quoted beside it.
 *
 *     blocks → sentences → tokens → known names → items → chunks → clauses → frames → assertions
 *
 * Guarantees: total on any text; quotes are verbatim and in bounds; a sentence with words of the record that no grammar reads is in
 * `unread`; no party carries what may be a personal name unless `names` is on. Cost: linear in the text (sentences are bounded).
 */
import { createHash } from "node:crypto";
import { limits } from "../base/limits.ts";
import type { Span } from "../base/span.ts";
import type {
  Assertion,
  DocumentStatements,
  Party,
  StatedQuantity,
  StatedTechnique,
  StatedTime,
} from "../case/assertion.ts";
import type { PublishedDocument, Quote } from "../case/document.ts";
import { type Chunk, chunksOf } from "./chunks.ts";
import { clausesOf } from "./clauses.ts";
import { withCompanies } from "./companies.ts";
import { ENGLISH } from "./data/en/grammar.ts";
import { NO_CONFIDENCE, sideOf } from "./estimates.ts";
import { draftsOf } from "./frames.ts";
import type { Grammar } from "./grammar.ts";
import { withGroups } from "./introduced-groups.ts";
import { type Item, itemsOf } from "./items.ts";
import { languageOf } from "./language.ts";
import { type Memory, newMemory, remember } from "./memory.ts";
import { type PlacedQuantity, quantitiesOf } from "./quantities.ts";
import { type Quoter, quoterOf } from "./quoter.ts";
import { type Draft, unique } from "./roles.ts";
import { type PlacedTechnique, techniqueIndex, techniquesOf } from "./techniques.ts";
import { type PlacedTime, timesOf } from "./times.ts";
import { type Sentence, sentencesOf } from "./tokens.ts";
import { isListed } from "./word-lists.ts";

/** One grammar a language; the first is tried where a document does not say. */
const GRAMMARS: readonly Grammar[] = [ENGLISH];
const techniques = new Map(GRAMMARS.map((grammar) => [grammar.language, techniqueIndex(grammar)]));

interface Reading {
  readonly assertions: Assertion[];
  readonly techniques: StatedTechnique[];
  readonly quantities: StatedQuantity[];
  readonly actors: Party[];
  readonly unread: Quote[];
}

export function readStatements(
  document: PublishedDocument,
  options: { readonly names: boolean } = { names: false },
): DocumentStatements {
  const language = languageOf(document, GRAMMARS);
  const grammar = GRAMMARS.find((one) => one.language === language) ?? null;
  const reading: Reading = { assertions: [], techniques: [], quantities: [], actors: [], unread: [] };
  if (grammar === null) return { ...reading, targets: [], notRead: notRead(language) };
  const quote = quoterOf(document);
  const memory = newMemory();
  const side = sideOf(document.text);
  const ids = new Set<string>();
  for (const sentence of sentencesOf({ ...document, abbreviations: grammar.abbreviations })) {
    memory.sentence += 1;
    readSentence({ document, names: options.names, grammar, quote, memory, side, ids }, sentence, reading);
  }
  const targets = unique(reading.assertions.flatMap((assertion) => assertion.targets));
  const actors = unique([...reading.assertions.flatMap(({ against }) => against), ...reading.actors]);
  return { ...reading, actors, targets, notRead: null };
}

interface Desk {
  readonly document: PublishedDocument;
  readonly names: boolean;
  readonly grammar: Grammar;
  readonly quote: Quoter;
  readonly memory: Memory;
  readonly side: "phia" | "icd-203";
  readonly ids: Set<string>;
}

interface Found {
  readonly times: readonly PlacedTime[];
  readonly quantities: readonly PlacedQuantity[];
  readonly techniques: readonly PlacedTechnique[];
}

function readSentence(desk: Desk, sentence: Sentence, reading: Reading): void {
  const { document, grammar, memory } = desk;
  const { text } = document;
  if (isApparatus(text.slice(sentence.start, sentence.end))) return;
  const named = withGroups(itemsOf(sentence.tokens, grammar), memory.companies, grammar);
  const items = withCompanies(named, memory.companies, grammar);
  const index = techniques.get(grammar.language);
  const found: Found = {
    times: timesOf(text.slice(sentence.start, sentence.end), { start: sentence.start, now: document.date, grammar }),
    quantities: quantitiesOf({ items, text, grammar }),
    techniques: index === undefined ? [] : techniquesOf(sentence.tokens, index),
  };
  reading.techniques.push(...found.techniques.map((one) => statedTechnique(desk, one)));
  reading.quantities.push(...found.quantities.map((one) => statedQuantity(desk, one)));
  noteGroups(items, memory, reading);
  const chunks = chunksOf(items, grammar);
  const clauses = clausesOf(chunks);
  const drafts = draftsOf({
    grammar,
    names: desk.names,
    text,
    chunks,
    clauses,
    memory,
    side: desk.side,
    kind: sentence.kind,
  });
  const own = isPointOfTools(memory, sentence)
    ? drafts.filter(({ kind, by }) => kind !== "advice" || by.length > 0)
    : drafts;
  const stated = own.length === 0 ? pointOfAdvice(desk, sentence, chunks) : own;
  for (const draft of stated) {
    if (reading.assertions.length >= limits.assertionsMax) break;
    reading.assertions.push(assertionOf(desk, sentence, draft, found));
  }
  openList(memory, sentence, stated, grammar);
  if (stated.length === 0 && sentence.kind !== "heading" && speaksOfTheRecord(sentence, grammar))
    reading.unread.push(desk.quote(sentence.start, sentence.end));
}

/** `The agencies recommend that organisations:` opens a list, whose points are advice of the same speaker. */
function openList(memory: Memory, { tokens, kind }: Sentence, drafts: readonly Draft[], grammar: Grammar): void {
  const isOpening = tokens.at(-1)?.text === ":";
  const isOfTools = tokens.some(({ lower }) => isListed(grammar, lower, "tool-noun"));
  if (isOpening) memory.isOfTools = isOfTools && !drafts.some((draft) => draft.kind === "advice");
  else if (kind !== "list-item") memory.isOfTools = false;
  const advice = isOpening ? drafts.find((draft) => draft.kind === "advice" && !draft.isNegated) : undefined;
  if (advice !== undefined) memory.advice = { by: advice.by, targets: advice.targets };
  else if (kind !== "list-item") memory.advice = null;
}

/** `The backdoor has these commands:`, then `Create directories`. */
const isPointOfTools = (memory: Memory, { kind }: Sentence): boolean => memory.isOfTools && kind === "list-item";

/** A point of such a list that begins with a verb and that no grammar reads by itself. */
function pointOfAdvice(
  { memory, grammar }: Desk,
  { start, end, kind, tokens }: Sentence,
  chunks: readonly Chunk[],
): readonly Draft[] {
  const { advice } = memory;
  const [first] = tokens;
  if (advice === null || kind !== "list-item" || first === undefined) return [];
  const isOrder =
    grammar.verbs.get(first.lower)?.forms.includes("base") === true || isListed(grammar, first.lower, "order-word");
  if (!isOrder || tokens.length < SHORT - 2) return [];
  return [
    {
      kind: "advice",
      by: advice.by,
      via: [],
      against: [],
      targets: advice.targets,
      isNegated: false,
      confidence: NO_CONFIDENCE,
      aboutStart: start,
      aboutEnd: end,
      start,
      end,
      verb: chunks[0]?.start ?? start,
      isAct: false,
      saying: null,
    },
  ];
}

/** Lines of contents, of references and of code name what others say elsewhere. */
function isApparatus(sentence: string): boolean {
  if (/\.{5}|(?:\. ){5}/.test(sentence)) return true;
  // Rules and settings that are quoted in the text.
  if (/[{;]\s*\S{0,40}\s*=|=\s*"/.test(sentence)) return true;
  return /https?:\/\//.test(sentence) && /\baccessed\b|\(\d{4}\)|,\u201d/.test(sentence);
}

/** Groups named anywhere, so that `the group` can stand for them. */
function noteGroups(items: readonly Item[], memory: Memory, reading: Reading): void {
  for (const { known, text } of items) {
    if (known?.kind !== "group") continue;
    const party: Party = { kind: "group", name: known.name, words: text, country: known.country, count: null };
    remember(memory, party, "group");
    reading.actors.push(party);
  }
}

const SHORT = 5;

function speaksOfTheRecord({ tokens }: Sentence, grammar: Grammar): boolean {
  return (
    tokens.length >= SHORT && tokens.some(({ lower }) => grammar.recordStems.some((stem) => lower.startsWith(stem)))
  );
}

function assertionOf(desk: Desk, sentence: Sentence, draft: Draft, found: Found): Assertion {
  const { text, sha256 } = desk.document;
  const inside = (span: Span): boolean => span.start >= draft.start && span.end <= draft.end;
  const { time, date } = placeTimes(draft, found.times);
  const about = text.slice(draft.aboutStart, draft.aboutEnd).replace(/\s+/g, " ").trim();
  return {
    id: idOf(desk.ids, sha256, draft, sentence),
    kind: draft.kind,
    by: draft.by,
    via: draft.via,
    against: draft.against,
    targets: draft.targets,
    about: about.slice(0, limits.statementCharsMax),
    time,
    date,
    confidence: draft.confidence,
    isNegated: draft.isNegated,
    techniques: found.techniques.filter(({ span }) => inside(span)).map((one) => statedTechnique(desk, one)),
    quantities: found.quantities.filter(({ span }) => inside(span)).map((one) => statedQuantity(desk, one)),
    quote: desk.quote(sentence.start, sentence.end),
  };
}

/** Times in what is said are the act's; before the verb, or beside the verb of saying, they are the statement's. Of acts themselves all are the act's. */
function placeTimes(
  draft: Draft,
  times: readonly PlacedTime[],
): { readonly time: StatedTime | null; readonly date: StatedTime | null } {
  const { saying, isAct } = draft;
  const ofSaying = times.filter(({ span }) => saying !== null && span.start >= saying.start && span.end <= saying.end);
  const own = times.filter((time) => !ofSaying.includes(time));
  if (isAct || saying !== null) {
    return {
      time: stated(own.find(({ span }) => span.end <= draft.end && (isAct || span.start >= draft.start))),
      date: stated(ofSaying[0]),
    };
  }
  const time = own.find(({ span }) => span.start >= draft.aboutStart && span.end <= draft.aboutEnd);
  const date = own.find((one) => one !== time && one.span.start < draft.aboutStart && one.isPoint);
  return { time: stated(time), date: stated(date) };
}

function stated(time: PlacedTime | undefined): StatedTime | null {
  return time === undefined ? null : { from: time.from, until: time.until, words: time.words };
}

function statedTechnique(desk: Desk, { id, name, span }: PlacedTechnique): StatedTechnique {
  return { id, name, quote: desk.quote(span.start, span.end) };
}

function statedQuantity(desk: Desk, { what, min, max, span }: PlacedQuantity): StatedQuantity {
  return { what, min, max, quote: desk.quote(span.start, span.end) };
}

/** Two statements of one kind in one sentence are told apart by their verb's place. */
function idOf(ids: Set<string>, sha256: string, draft: Draft, sentence: Sentence): string {
  const hash = (text: string) => `a-${createHash("sha256").update(text).digest("hex").slice(0, 12)}`;
  const plain = hash(`${sha256}\n${sentence.start}-${sentence.end}\n${draft.kind}`);
  const id = ids.has(plain)
    ? hash(`${sha256}\n${sentence.start}-${sentence.end}\n${draft.kind}\n${draft.verb}`)
    : plain;
  ids.add(id);
  return id;
}

function notRead(language: string): string {
  const known = GRAMMARS.map((grammar) => grammar.language).join(", ");
  const what = language === "" ? "a language that is not known" : `\`${language}\``;
  return `The text is in ${what}; statements are read in ${known} only, so none was looked for.`;
}

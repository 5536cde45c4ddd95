/**
 * Statements that a file of objects makes, gathered in the ledger's form: by their producer, each with the words that say it and the id of the object
 * that holds them. Prose among them is read by the grammars, as a document of its own whose writer is the producer. Bounded by
 * `limits.statementsMax`; what is not taken is told. Pure.
 */
import { createHash } from "node:crypto";
import type { EpochMs } from "../../base/brand.ts";
import { limits } from "../../base/limits.ts";
import type { Assertion, AssertionKind, Party, StatedTechnique, StatedTime } from "../../case/assertion.ts";
import type { Quote } from "../../case/document.ts";
import type { UnusableIndicator } from "../../case/indicator.ts";
import type { AliasClaim, LedgerDocument, LedgerStatement } from "../../case/ledger.ts";
import { documentOfText } from "../../intel/extraction/text-document.ts";
import { knownParty } from "../../statements/known-party.ts";
import { readStatements } from "../../statements/read-statements.ts";

/** What a file of objects says, beside its indicators. */
export type Said = Pick<
  LedgerDocument,
  "statements" | "aliases" | "nameWords" | "techniques" | "quantities" | "actors" | "targets" | "unread" | "problems"
> & {
  readonly publisher: string;
  readonly date: EpochMs | null;
  /** What says something and was not taken, each with its reason. */
  readonly rejected: readonly UnusableIndicator[];
};

/** Of one object: who says it, when, and where it stands. */
export interface Origin {
  readonly producer: Party | null;
  readonly date: EpochMs | null;
  /** Id of the object. */
  readonly id: string;
}

export interface Claim extends Partial<Pick<Assertion, "against" | "targets" | "time" | "confidence" | "isNegated">> {
  readonly kind: AssertionKind;
  /** What is said, in our words where the object has none. */
  readonly words: string;
  readonly isVerbatim: boolean;
  readonly about: string;
  readonly techniques?: readonly Pick<StatedTechnique, "id" | "name">[];
}

export const NOT_SAID: Assertion["confidence"] = { words: "", scale: "", low: null, high: null };

/** Longest text of one statement. */
const WORDS_CHARS = 2_000;
/** Longest name: one object's name stands in all that speaks of it. */
const NAME_CHARS = 200;
/** Words of names of persons in one file. */
const NAME_WORDS_MAX = 5_000;

export class Claims {
  readonly statements: LedgerStatement[] = [];
  readonly #aliases: AliasClaim[] = [];
  readonly unread: Quote[] = [];
  readonly rejected: UnusableIndicator[] = [];
  readonly problems: string[] = [];
  readonly #actors = new Map<string, Party>();
  readonly #targets = new Map<string, Party>();
  readonly #techniques = new Map<string, StatedTechnique>();
  readonly #nameWords = new Set<string>();
  readonly #quantities: LedgerDocument["quantities"][number][] = [];
  readonly #sha256: string;
  /** Of statements: what one object says twice counts once. */
  readonly #ids = new Set<string>();
  /** Characters of all that was said before: where the next words begin. */
  #place = 0;
  #leftOut = 0;

  constructor(sha256: string) {
    this.#sha256 = sha256;
  }

  add({ producer, date, id }: Origin, claim: Claim): void {
    const { kind, words, isVerbatim, about, against = [], targets = [] } = claim;
    const quote = this.#quoteOf(words.slice(0, WORDS_CHARS));
    const techniques = (claim.techniques ?? []).map((one) => ({ ...one, quote }));
    this.#put(
      {
        id: this.#idOf(id, kind, quote),
        kind,
        by: producer === null ? [] : [producer],
        via: [],
        against,
        targets,
        about: about.slice(0, WORDS_CHARS),
        time: claim.time ?? null,
        date: dayOf(date),
        confidence: claim.confidence ?? NOT_SAID,
        isNegated: claim.isNegated ?? false,
        techniques,
        quantities: [],
        quote,
      },
      { isVerbatim, publisher: producer?.name ?? "", source: id, mark: "" },
    );
  }

  /** Sentences as in any document; where one does not say whose word it is, the producer's. */
  prose({ producer, date, id }: Origin, text: string): void {
    if (text.trim() === "") return;
    const document = { ...documentOfText(text), sha256: `${this.#sha256} ${id}`, language: "en", date };
    const start = this.#place;
    this.#place += text.length + 1;
    const moved = (quote: Quote): Quote => ({ ...quote, start: quote.start + start, end: quote.end + start, line: 0 });
    const read = readStatements(document);
    for (const one of read.assertions) {
      const by = one.by.length > 0 || producer === null ? one.by : [producer];
      const techniques = one.techniques.map((technique) => ({ ...technique, quote: moved(technique.quote) }));
      const quantities = one.quantities.map((quantity) => ({ ...quantity, quote: moved(quantity.quote) }));
      const assertion = { ...one, by, techniques, quantities, date: one.date ?? dayOf(date), quote: moved(one.quote) };
      this.#put(assertion, { isVerbatim: true, publisher: producer?.name ?? "", source: id, mark: "" });
    }
    for (const one of read.techniques) this.technique({ ...one, quote: moved(one.quote) });
    for (const one of read.actors) this.actor(one);
    this.#quantities.push(...read.quantities.map((one) => ({ ...one, quote: moved(one.quote) })));
    this.unread.push(...read.unread.map(moved));
  }

  actor(party: Party): void {
    this.#actors.set(`${party.kind} ${party.name}`, party);
  }

  alias({ by, name, aliases, source }: AliasClaim): void {
    const cut = (text: string): string => text.slice(0, NAME_CHARS);
    this.#aliases.push({ by: cut(by), name: cut(name), aliases: aliases.map(cut), source: cut(source) });
  }

  /** Names of one person, by which quotes are known that hold one of their words (`without-names.ts`). */
  person(names: readonly string[]): void {
    for (const word of names
      .join(" ")
      .slice(0, WORDS_CHARS)
      .toLowerCase()
      .match(/\p{L}[\p{L}\p{M}'’]+/gu) ?? []) {
      if (word.length > 2 && this.#nameWords.size < NAME_WORDS_MAX) this.#nameWords.add(word);
    }
  }

  technique(technique: StatedTechnique): void {
    if (!this.#techniques.has(technique.id)) this.#techniques.set(technique.id, technique);
  }

  reject(place: string, text: string, why: string): void {
    this.rejected.push({ place, text: text.slice(0, 200), why });
  }

  said({ publisher, date }: Pick<Said, "publisher" | "date">): Said {
    const { statements, unread, rejected } = this;
    const more = `${this.#leftOut} statements are not kept: there are more than ${limits.statementsMax}`;
    return {
      publisher,
      date,
      statements,
      aliases: this.#aliases.slice(0, limits.statementsMax),
      ...(this.#nameWords.size === 0 ? {} : { nameWords: [...this.#nameWords] }),
      unread: unread.slice(0, limits.statementsMax),
      rejected,
      techniques: [...this.#techniques.values()],
      quantities: this.#quantities.slice(0, limits.statementsMax),
      actors: [...this.#actors.values()],
      targets: [...this.#targets.values()],
      problems: [...this.problems, ...(this.#leftOut > 0 ? [`${more}.`] : [])],
    };
  }

  #put(assertion: Assertion, beside: Omit<LedgerStatement, "assertion">): void {
    if (this.#ids.has(assertion.id)) return;
    if (this.statements.length >= limits.statementsMax) {
      this.#leftOut += 1;
      return;
    }
    this.#ids.add(assertion.id);
    this.statements.push({ assertion, ...beside });
    for (const party of assertion.against) this.actor(party);
    for (const party of assertion.targets) this.#targets.set(`${party.kind} ${party.name}`, party);
    for (const one of assertion.techniques) this.technique(one);
  }

  /** Objects have no lines: the order in which they speak is their place. */
  #quoteOf(text: string): Quote {
    const start = this.#place;
    this.#place += text.length + 1;
    return { text, start, end: start + text.length, page: 0, line: 0 };
  }

  #idOf(id: string, kind: AssertionKind, { text }: Quote): string {
    const digest = createHash("sha256").update(`${this.#sha256}\n${id}\n${kind}\n${text}`).digest("hex");
    return `a-${digest.slice(0, 12)}`;
  }
}

/** By the names that the grammars know, else of the kind that the source says it is. No longer than any name is. */
export function partyNamed(name: string, otherwise: Party["kind"]): Party {
  const words = name.slice(0, NAME_CHARS);
  const known = knownParty(words);
  if (known !== null) return { ...known, words, count: null };
  return { kind: otherwise, name: words, words, country: "", count: null };
}

export function dayOf(date: EpochMs | null): StatedTime | null {
  return date === null ? null : { from: date, until: null, words: new Date(date).toISOString().slice(0, 10) };
}

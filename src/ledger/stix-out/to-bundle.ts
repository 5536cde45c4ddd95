/**
 * The ledger → a STIX 2.1 bundle. A document is a report (a grouping, where it has no date), a statement a note, a denial also an opinion
 * that disagrees with the notes of the accusations it answers; names of groups are intrusion sets by who claims them, others who are accused threat actors. Nothing is merged: what one
 * statement says of a group is a relationship with that statement's note as its reference. The rest of our fields is in an extension, so that the
 * bundle reads back to the same ledger (from-bundle.ts). The same ledger gives the same bundle. Pure.
 */
import type { EpochMs } from "../../base/brand.ts";
import type { Assertion, Party } from "../../case/assertion.ts";
import type { LedgerDocument, LedgerStatement } from "../../case/ledger.ts";
import { denialsOf } from "../denials.ts";
import { ACCUSING } from "../effective.ts";
import { newest, statementsOf } from "../revisions.ts";
import { patternOf } from "./pattern-of.ts";
import { stixId } from "./stix-ids.ts";
import { levelOf, markingOf, type StixObjectOut } from "./traffic-lights.ts";

export interface StixBundle {
  readonly type: "bundle";
  readonly id: string;
  readonly objects: readonly StixObjectOut[];
}

/** When this form of ours was made; objects need a time, and the ledger keeps none of its own. */
const FORM_MADE = "2026-11-27T00:00:00.000Z";
const LETTERLOCK = stixId("identity", "letterlock");
export const EXTENSION_ID = stixId("extension-definition", "letterlock ledger", 1);

export function toBundle(documents: readonly LedgerDocument[]): StixBundle {
  const objects = new Map<string, StixObjectOut>();
  const add = (object: StixObjectOut): string => {
    if (!objects.has(object.id)) objects.set(object.id, object);
    return object.id;
  };
  add(identity(LETTERLOCK, "Letterlock", "system"));
  add(extensionDefinition());
  const answers = answersOf(documents);
  for (const [position, document] of documents.entries()) new DocumentWriter(document, position, add, answers).write();
  return {
    type: "bundle",
    id: stixId("bundle", ...objects.keys(), ...documents.map(({ sha256 }) => sha256)),
    objects: [...objects.values()],
  };
}

/** Denial id → notes of the accusations that it answers. */
function answersOf(documents: readonly LedgerDocument[]): ReadonlyMap<string, readonly string[]> {
  const statements = statementsOf(documents);
  const aliases = newest(documents).flatMap((one) => one.aliases);
  const notes = new Map(
    statements.map(({ assertion, document }) => [assertion.id, noteId(document, assertion)] as const),
  );
  const found = new Map<string, string[]>();
  for (const [accusation, denials] of denialsOf(statements, aliases).byAccusation) {
    for (const { denial } of denials) {
      const known = found.get(denial.assertion.id) ?? [];
      known.push(notes.get(accusation) ?? "");
      found.set(denial.assertion.id, known);
    }
  }
  return found;
}

function noteId({ sha256, revision }: LedgerDocument, { id }: Assertion): string {
  return stixId("note", sha256, revision, id);
}

class DocumentWriter {
  readonly #document: LedgerDocument;
  readonly #position: number;
  readonly #add: (object: StixObjectOut) => string;
  readonly #answers: ReadonlyMap<string, readonly string[]>;
  readonly #refs = new Set<string>();
  /** On every object of the document. */
  readonly #marks: { readonly object_marking_refs?: readonly string[] };

  constructor(
    document: LedgerDocument,
    position: number,
    add: (object: StixObjectOut) => string,
    answers: ReadonlyMap<string, readonly string[]>,
  ) {
    this.#document = document;
    this.#position = position;
    this.#add = add;
    this.#answers = answers;
    const level = levelOf(document.tlp);
    this.#marks = level === null ? {} : { object_marking_refs: [add(markingOf(level))] };
  }

  write(): void {
    const { statements, aliases, indicators, publisher, title, date, sha256, revision, source, language } =
      this.#document;
    if (publisher !== "") this.#keep(identity(stixId("identity", "", publisher, ""), publisher, "organization"));
    for (const [at, statement] of statements.entries()) this.#statement(statement, at);
    for (const claim of aliases) this.#names(claim);
    const listed = indicators.map((indicator, at) => this.#indicator(indicator, at));
    const { statements: _, indicators: all, ...rest } = this.#document;
    // Indicators that are objects of their own are read back from these.
    const left = all.flatMap((indicator, at) => (listed[at] === true ? [] : [{ at, indicator }]));
    const record = { ...rest, position: this.#position, statements: statements.length, indicators: all.length, left };
    const shared = {
      spec_version: "2.1",
      ...times(date),
      created_by_ref: LETTERLOCK,
      name: title === "" ? source || "untitled" : title,
      ...(/^[a-z]{2}$/.test(language) ? { lang: language } : {}),
      object_refs: this.#refs.size === 0 ? [LETTERLOCK] : [...this.#refs],
      external_references: [
        { source_name: publisher || "letterlock", description: title || "untitled", hashes: { "SHA-256": sha256 } },
      ],
      ...this.#marks,
      ...extension("document", record),
    };
    const key = [sha256, revision, source] as const;
    if (date === null)
      this.#add({ type: "grouping", id: stixId("grouping", ...key), context: "unspecified", ...shared });
    else this.#add({ type: "report", id: stixId("report", ...key), published: isoOf(date), ...shared });
  }

  #keep(object: StixObjectOut): string {
    const id = this.#add(object);
    this.#refs.add(id);
    return id;
  }

  #statement(statement: LedgerStatement, at: number): void {
    const { assertion } = statement;
    const { by, against, targets, techniques, quote, kind, confidence } = assertion;
    const speakers = by.map((party) => this.#party(party));
    const accused = against.map((party) => this.#party(party));
    const concerned = targets.map((party) => this.#party(party));
    for (const { id, name } of techniques) this.#technique(id, name);
    const about = [...new Set([...accused, ...concerned, ...speakers])];
    const note = this.#keep({
      type: "note",
      spec_version: "2.1",
      id: noteId(this.#document, assertion),
      ...times(assertion.date?.from ?? this.#document.date),
      created_by_ref: LETTERLOCK,
      abstract: kind,
      content: quote.text === "" ? kind : quote.text,
      ...(by.length === 0 ? {} : { authors: by.map(({ name, words }) => name || words || "unknown") }),
      object_refs: about.length === 0 ? [LETTERLOCK] : about,
      labels: [kind],
      ...confidenceOf(confidence),
      ...this.#marks,
      ...extension("statement", { document: this.#key(), at, statement }),
    });
    if (kind === "denial") this.#opinion(statement, note);
    if (ACCUSING.has(kind) && !assertion.isNegated) this.#relationships(assertion, note);
  }

  /** Of a denial that answers something; whatever it answers, it is a note as well. */
  #opinion({ assertion: { id, by, quote } }: LedgerStatement, note: string): void {
    const answered = this.#answers.get(id) ?? [];
    if (answered.length === 0) return;
    this.#keep({
      type: "opinion",
      spec_version: "2.1",
      id: stixId("opinion", note),
      ...times(this.#document.date),
      created_by_ref: LETTERLOCK,
      explanation: quote.text,
      ...(by.length === 0 ? {} : { authors: by.map(({ name, words }) => name || words || "unknown") }),
      opinion: "strongly-disagree",
      object_refs: [...new Set(answered)],
      ...this.#marks,
    });
  }

  /** Those whom a statement accuses target whom it names: the statement's claim, and its note says whose. */
  #relationships(assertion: Assertion, note: string): void {
    for (const accused of assertion.against) {
      const source = accused.kind === "group" ? this.#party(accused) : this.#actor(accused, assertion, note);
      for (const target of assertion.targets) {
        const goal = this.#party(target);
        if (goal.startsWith("identity--")) this.#relationship("targets", [source, goal], assertion, note);
      }
    }
  }

  /** States, bodies, companies and persons do nothing in STIX: as who acts, each is a threat actor that is attributed to who it is. */
  #actor(party: Party, assertion: Assertion, note: string): string {
    const { kind, name, words, country } = party;
    const shown = name || words || "unknown";
    const actor = this.#keep({
      type: "threat-actor",
      spec_version: "2.1",
      id: stixId("threat-actor", kind, shown, country),
      ...times(null),
      created_by_ref: LETTERLOCK,
      name: shown,
      description: "Accused by statements of the ledger: their claims, as the notes have them.",
    });
    this.#relationship("attributed-to", [actor, this.#party(party)], assertion, note);
    return actor;
  }

  #relationship(
    kind: "targets" | "attributed-to",
    [source, goal]: readonly [source: string, goal: string],
    { by, confidence }: Assertion,
    note: string,
  ): void {
    const whose = by.map(({ name, words }) => name || words).join(", ") || "the document";
    this.#keep({
      type: "relationship",
      spec_version: "2.1",
      // What targets kept its id when there were no others.
      id:
        kind === "targets"
          ? stixId("relationship", note, source, goal)
          : stixId("relationship", note, kind, source, goal),
      ...times(this.#document.date),
      created_by_ref: LETTERLOCK,
      relationship_type: kind,
      source_ref: source,
      target_ref: goal,
      description: `A claim of ${whose}, as ${note} says it.`,
      ...confidenceOf(confidence),
      ...this.#marks,
    });
  }

  #party(party: Party): string {
    const { kind, name, words, country } = party;
    const shown = name || words || "unknown";
    if (kind === "group") {
      const id = stixId("intrusion-set", shown);
      return this.#keep({
        type: "intrusion-set",
        spec_version: "2.1",
        id,
        ...times(null),
        created_by_ref: LETTERLOCK,
        name: shown,
      });
    }
    return this.#keep(identity(stixId("identity", kind, shown, country), shown, CLASSES[kind]));
  }

  /** A group as one source names it: an object of that source's, so that nobody takes it for another's. */
  #names({ by, name, aliases, source }: LedgerDocument["aliases"][number]): void {
    const who = this.#keep(identity(stixId("identity", "", by || "unknown", ""), by || "unknown", "organization"));
    this.#keep({
      type: "intrusion-set",
      spec_version: "2.1",
      id: stixId("intrusion-set", by, name, source, ...aliases),
      ...times(null),
      created_by_ref: who,
      name: name || "unnamed",
      ...(aliases.length === 0 ? {} : { aliases: [...aliases] }),
      description: `As ${by || "its source"} names it: a claim, and no identity with what others name so.`,
      ...this.#marks,
    });
  }

  #technique(id: string, name: string): void {
    this.#keep({
      type: "attack-pattern",
      spec_version: "2.1",
      id: stixId("attack-pattern", id, name),
      ...times(null),
      created_by_ref: LETTERLOCK,
      name: name || id || "unnamed",
      external_references: [{ source_name: "mitre-attack", external_id: id }],
    });
  }

  /** False for what is doubted and for what no pattern says: these stay in the document's own fields. */
  #indicator(indicator: LedgerDocument["indicators"][number], at: number): boolean {
    const pattern = indicator.doubt === null ? patternOf(indicator) : null;
    if (pattern === null) return false;
    const { date, added } = this.#document;
    this.#keep({
      type: "indicator",
      spec_version: "2.1",
      id: stixId("indicator", this.#key(), at, pattern),
      ...times(date),
      created_by_ref: LETTERLOCK,
      description: indicator.quote.text,
      pattern,
      pattern_type: "stix",
      pattern_version: "2.1",
      valid_from: isoOf(date ?? added ?? null),
      ...this.#marks,
      ...extension("indicator", { document: this.#key(), at, indicator }, validFromSays(this.#document)),
    });
    return true;
  }

  #key(): string {
    return `${this.#position} ${this.#document.sha256}`;
  }
}

const CLASSES: Readonly<Record<Party["kind"], string>> = {
  state: "organization",
  agency: "organization",
  office: "organization",
  company: "organization",
  group: "group",
  sector: "class",
  public: "class",
  persons: "group",
  unknown: "unknown",
};

function identity(id: string, name: string, identityClass: string): StixObjectOut {
  return { type: "identity", spec_version: "2.1", id, ...times(null), name, identity_class: identityClass };
}

function times(date: EpochMs | null): { readonly created: string; readonly modified: string } {
  const made = isoOf(date);
  return { created: made, modified: made };
}

/** Years beyond four digits are no timestamps of STIX. */
function isoOf(date: EpochMs | null): string {
  if (date === null) return FORM_MADE;
  const text = new Date(date).toISOString();
  return /^\d{4}-/.test(text) ? text : FORM_MADE;
}

/** The middle of the range that the words stand for. */
function confidenceOf({ low, high }: Assertion["confidence"]): { readonly confidence?: number } {
  if (low === null || high === null) return {};
  const middle = Math.round(((low + high) / 2) * 100);
  return middle >= 0 && middle <= 100 ? { confidence: middle } : {};
}

/** STIX demands a first day of every indicator: which day that is, where the source does not say since when the value was used. */
function validFromSays({ date, added }: LedgerDocument): Readonly<Record<string, string>> {
  const day = date !== null ? "published" : added !== undefined ? "added" : "unknown";
  return { letterlock_valid_from: day };
}

/** Our fields as JSON in one property: names of STIX properties have other letters, and reading back must give what was written. */
function extension(
  what: string,
  record: unknown,
  more: Readonly<Record<string, string>> = {},
): { readonly extensions: Readonly<Record<string, unknown>> } {
  return {
    extensions: {
      [EXTENSION_ID]: {
        extension_type: "property-extension",
        letterlock_what: what,
        letterlock_record: JSON.stringify(record),
        ...more,
      },
    },
  };
}

function extensionDefinition(): StixObjectOut {
  return {
    type: "extension-definition",
    spec_version: "2.1",
    id: EXTENSION_ID,
    ...times(null),
    created_by_ref: LETTERLOCK,
    name: "Letterlock ledger",
    description:
      "Fields of Letterlock's ledger that STIX has no property for, as JSON: of documents (reports, groupings), statements (notes) and indicators. Readers may leave it out.",
    schema:
      "letterlock_what: document, statement or indicator; letterlock_record: JSON of the fields, as docs/formats/stix-out.md of Letterlock tells them; letterlock_valid_from: what day valid_from of an indicator is (published, added, unknown).",
    version: "1.0.0",
    extension_types: ["property-extension"],
  };
}

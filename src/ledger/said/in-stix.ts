/**
 * What a STIX bundle says of who did what to whom, as statements of its producers: attributions, targets and uses by relationships; what reports,
 * notes and opinions say in prose; sightings; names of groups as claims. An object that was revoked, and what is said without words that the ledger
 * has, is told.
 *
 * Whose word it is: of the object's `created_by_ref`, of a note's or opinion's authors; where neither is there nobody is named. STIX 2.1, sections 3.2,
 * 4 and 5; the same objects of 2.0 but notes, opinions and locations. Total; bounded by `limits.statementsMax`.
 */
import { type EpochMs, epochMs } from "../../base/brand.ts";
import { limits } from "../../base/limits.ts";
import type { Assertion, Party, StatedTechnique } from "../../case/assertion.ts";
import { isJson, type Json, listIn, textIn } from "../../intel/formats/json.ts";
import { lightOf, lightOfId } from "../../intel/stix/traffic-lights.ts";
import { Claims, NOT_SAID, type Origin, partyNamed, type Said } from "./claimed.ts";

/** Whom a statement can accuse by name. */
const ACTORS: ReadonlySet<string> = new Set(["threat-actor", "intrusion-set", "campaign", "incident"]);
/** Their names are names of groups. */
const GROUPS: ReadonlySet<string> = new Set(["threat-actor", "intrusion-set"]);
const WITH_PROSE: ReadonlySet<string> = new Set([...ACTORS, "report", "grouping", "note"]);
/** Kept apart from statements, or of no word of anybody's. */
const SILENT: ReadonlySet<string> = new Set([
  "indicator",
  "identity",
  "location",
  "relationship",
  "sighting",
  "opinion",
  "marking-definition",
  "extension-definition",
  "language-content",
  "attack-pattern",
]);
const NAMES_MAX = 40;

/** `objects`: of the bundle, the latest version of each. */
export function statementsOfStix(objects: readonly Json[], sha256: string, title: string): Said {
  return new StixReader(objects, sha256, title).read();
}

class StixReader {
  readonly #byId = new Map<string, Json>();
  readonly #claims: Claims;
  readonly #title: string;
  readonly #isKnowledgeBase: boolean;
  /** Objects whose words were not read. */
  #profiles = 0;

  constructor(objects: readonly Json[], sha256: string, title: string) {
    this.#claims = new Claims(sha256);
    this.#title = title;
    for (const [place, object] of objects.entries()) {
      // What has no id is read, and nothing refers to it: not what has no reference either.
      const id = textIn(object["id"]) || `the object ${place + 1}`;
      const known = this.#byId.get(id);
      if (known === undefined || (instant(known["modified"]) ?? 0) <= (instant(object["modified"]) ?? 0))
        this.#byId.set(id, object);
    }
    this.#isKnowledgeBase = isKnowledgeBase(this.#byId.values());
  }

  read(): Said {
    const unsaid = new Map<string, number>();
    const uses = new Map<string, Json[]>();
    for (const object of this.#byId.values()) {
      const type = textIn(object["type"]);
      if (object["revoked"] === true) {
        if (type !== "indicator") this.#claims.reject(idOf(object), shownName(object), "its source has revoked it");
        continue;
      }
      if (ACTORS.has(type)) this.#actor(object, type);
      if (WITH_PROSE.has(type)) this.#prose(object, proseOf(object));
      else if (type === "relationship") this.#relationship(object, uses, unsaid);
      else if (type === "sighting") this.#sighting(object, unsaid);
      else if (type === "opinion") this.#opinion(object);
      else if (type === "attack-pattern") this.#technique(object);
      else if (!SILENT.has(type)) count(unsaid, `${type || "objects without a type"}`);
    }
    for (const [, relations] of uses) this.#uses(relations);
    if (unsaid.size > 0) this.#claims.problems.push(toldUnsaid(unsaid));
    if (this.#profiles > 0) this.#claims.problems.push(toldProfiles(this.#profiles));
    this.#tellLights();
    for (const object of this.#byId.values()) {
      if (isPerson(object)) this.#claims.person([textIn(object["name"]), ...textsOf(object["aliases"])]);
    }
    return this.#claims.said({ publisher: this.#publisher(), date: this.#date() });
  }

  /** A note is somebody's word in a knowledge base too. */
  #prose(object: Json, text: string): void {
    const isProfile = this.#isKnowledgeBase && object["type"] !== "note";
    if (!isProfile) this.#claims.prose(this.#originOf(object), text);
    else if (text.trim() !== "" && text !== object["name"]) this.#profiles += 1;
  }

  #actor(object: Json, type: string): void {
    const name = textIn(object["name"]);
    const party = this.#partyOf(object);
    if (party !== null && GROUPS.has(type)) this.#claims.actor(party);
    const aliases = textsOf(object["aliases"]).filter((alias) => alias !== name);
    if (aliases.length === 0 || isPerson(object)) return;
    const by = this.#originOf(object).producer?.name ?? "";
    this.#claims.alias({ by, name, aliases, source: this.#title });
  }

  #relationship(object: Json, uses: Map<string, Json[]>, unsaid: Map<string, number>): void {
    const kind = textIn(object["relationship_type"]);
    const [source, target] = [
      this.#byId.get(textIn(object["source_ref"])),
      this.#byId.get(textIn(object["target_ref"])),
    ];
    const [from, to] = [textIn(source?.["type"]), textIn(target?.["type"])];
    if (source === undefined || target === undefined) {
      if (kind !== "indicates")
        this.#claims.reject(idOf(object), kind, "it ties objects of which one is not in the file");
      return;
    }
    if (source["revoked"] === true || target["revoked"] === true) {
      this.#claims.reject(idOf(object), kind, "its source has revoked one of the objects that it ties");
      return;
    }
    const about = `${shownName(source)} ${kind} ${shownName(target)}`;
    if (kind === "attributed-to") {
      const against = [...this.#parties([target]), ...(GROUPS.has(from) ? this.#parties([source]) : [])];
      this.#claim(object, { kind: "accusation", against, about });
    } else if (kind === "targets" && (to === "identity" || to === "location")) {
      const against = ACTORS.has(from) ? this.#parties([source]) : [];
      this.#claim(object, {
        kind: against.length > 0 ? "accusation" : "incident",
        against,
        targets: this.#parties([target]),
        about,
      });
    } else if (kind === "uses" && ACTORS.has(from)) {
      const key = `${idOf(source)} ${textIn(object["created_by_ref"])}`;
      const before = uses.get(key);
      if (before === undefined) uses.set(key, [object]);
      else before.push(object);
      this.#prose(object, textIn(object["description"]));
    } else if (/^(?:impersonates|compromises|located-at|originates-from)$/.test(kind) && ACTORS.has(from)) {
      const against = this.#parties([source, ...(to === "location" ? [target] : [])]);
      const isTarget = to !== "location" && kind !== "located-at";
      this.#claim(object, { kind: "accusation", against, targets: isTarget ? this.#parties([target]) : [], about });
    } else if (kind !== "indicates") count(unsaid, `relationships (${kind.slice(0, 40)}) from ${from} to ${to}`);
  }

  #claim(
    object: Json,
    claim: Pick<Assertion, "kind" | "about" | "against"> & Partial<Pick<Assertion, "targets">>,
  ): void {
    const description = textIn(object["description"]);
    const [from, until] = [instant(object["start_time"]), instant(object["stop_time"])];
    const words = [dayShown(from), dayShown(until)].join(" to ");
    this.#claims.add(this.#originOf(object), {
      ...claim,
      about: claim.about + labelsOf(object),
      words: description === "" ? claim.about : description,
      isVerbatim: description !== "",
      time: from === null && until === null ? null : { from, until, words },
      confidence: confidenceOf(object),
    });
  }

  /** One statement for all that one producer says one actor uses: there are thousands in a large bundle. */
  #uses(relations: readonly Json[]): void {
    const [first] = relations;
    if (first === undefined) return;
    const source = this.#byId.get(textIn(first["source_ref"])) ?? {};
    const used = this.#found(relations.map((one) => one["target_ref"]));
    const names = used.map(shownName);
    const more = names.length > NAMES_MAX ? ` and ${names.length - NAMES_MAX} more` : "";
    const about = `${shownName(source)} uses ${names.slice(0, NAMES_MAX).join(", ")}${more}`;
    this.#claims.add(this.#originOf(first), {
      kind: "accusation",
      against: this.#parties([source]),
      about,
      words: about,
      isVerbatim: false,
      techniques: used.flatMap(techniqueOf),
      confidence: relations.length === 1 ? confidenceOf(first) : NOT_SAID,
    });
  }

  #sighting(object: Json, unsaid: Map<string, number>): void {
    const seen = this.#byId.get(textIn(object["sighting_of_ref"]));
    const where = this.#parties(this.#found(textsOf(object["where_sighted_refs"])));
    if (seen === undefined || (where.length === 0 && !ACTORS.has(textIn(seen["type"])))) {
      count(unsaid, "sightings that do not say at whom");
      return;
    }
    // STIX 2.1, 5.2: a count of 0 says that it was looked for.
    if (object["count"] === 0) {
      this.#claims.reject(idOf(object), shownName(seen), "it was looked for, and not seen");
      return;
    }
    const times = { start_time: object["first_seen"], stop_time: object["last_seen"] };
    const about = `${shownName(seen)} was seen${
      where.length === 0
        ? ""
        : ` at ${where
            .slice(0, NAMES_MAX)
            .map(({ name }) => name)
            .join(", ")}`
    }`;
    const against = ACTORS.has(textIn(seen["type"])) ? this.#parties([seen]) : [];
    this.#claim({ ...object, ...times }, { kind: "incident", against, targets: where, about });
  }

  /** Who disagrees with an accusation denies it; who agrees makes it too. */
  #opinion(object: Json): void {
    const opinion = textIn(object["opinion"]);
    const about = this.#found(textsOf(object["object_refs"]));
    const ends = about.flatMap((one) => {
      if (textIn(one["type"]) !== "relationship") return [one];
      const isAttribution = textIn(one["relationship_type"]) === "attributed-to";
      return this.#found(isAttribution ? [one["target_ref"], one["source_ref"]] : [one["source_ref"]]);
    });
    const against = this.#parties(ends.filter((one) => ACTORS.has(textIn(one["type"])) || one["type"] === "identity"));
    const explanation = textIn(object["explanation"]);
    const told = `${opinion || "no opinion"} on ${about.map(shownName).slice(0, NAMES_MAX).join(", ") || "what is not in the file"}`;
    const isAgreed = /^(?:strongly-)?agree$/.test(opinion);
    if (!isAgreed && !/^(?:strongly-)?disagree$/.test(opinion)) {
      this.#claims.reject(idOf(object), explanation || told, "its opinion is neither agreement nor denial");
      return;
    }
    this.#claims.add(this.#originOf(object), {
      kind: isAgreed ? "accusation" : "denial",
      against,
      about: told + labelsOf(object),
      words: explanation || told,
      isVerbatim: explanation !== "",
      confidence: confidenceOf(object),
    });
  }

  #technique(object: Json): void {
    const quote = { text: shownName(object), start: 0, end: 0, page: 0, line: 0 };
    for (const one of techniqueOf(object)) this.#claims.technique({ ...one, quote });
  }

  #originOf(object: Json): Origin {
    const creator = this.#byId.get(textIn(object["created_by_ref"]));
    const [author] = textsOf(object["authors"]);
    const own = creator === undefined ? null : this.#partyOf(creator);
    const producer = author === undefined ? own : authorOf(author, own);
    return { producer, date: instant(object["published"]) ?? instant(object["created"]), id: idOf(object) };
  }

  #found(ids: readonly unknown[]): readonly Json[] {
    const found = ids.map((id) => this.#byId.get(textIn(id)));
    return found.filter((one) => one !== undefined);
  }

  #parties(objects: readonly Json[]): readonly Party[] {
    return objects.map((one) => this.#partyOf(one)).filter((one) => one !== null);
  }

  #partyOf(object: Json): Party | null {
    const name = textIn(object["name"]).trim();
    switch (textIn(object["type"])) {
      case "threat-actor":
        return isPerson(object) ? ONE_PERSON : nameless(name, "group");
      case "intrusion-set":
        return nameless(name, "group");
      case "campaign":
      case "incident":
        return nameless(name, "unknown");
      case "identity":
        return identityParty(object, name);
      case "location":
        return locationParty(object, name);
      default:
        return null;
    }
  }

  /** Whose most objects are. */
  #publisher(): string {
    const uses = new Map<string, number>();
    for (const object of this.#byId.values()) {
      const id = textIn(object["created_by_ref"]);
      const weight = object["type"] === "report" ? 1_000_000 : 1;
      if (this.#byId.has(id)) uses.set(id, (uses.get(id) ?? 0) + weight);
    }
    const [best] = [...uses].sort(([, a], [, b]) => b - a);
    const party = best === undefined ? null : this.#partyOf(this.#byId.get(best[0]) ?? {});
    return party?.kind === "persons" ? "" : (party?.name ?? "");
  }

  /** Of the report; null where there are several of several days. */
  #date(): EpochMs | null {
    const reports = [...this.#byId.values()].filter(({ type }) => type === "report");
    const dates = new Set(reports.map((one) => instant(one["published"]) ?? instant(one["created"])));
    return dates.size === 1 ? ([...dates][0] ?? null) : null;
  }

  #tellLights(): void {
    const lights = new Set<string>();
    for (const object of this.#byId.values()) {
      for (const id of textsOf(object["object_marking_refs"])) {
        const definition = this.#byId.get(id);
        const light = definition === undefined ? lightOfId(id) : lightOf(definition);
        if (light !== "") lights.add(light);
      }
    }
    if (lights.size > 1)
      this.#claims.problems.push(
        `Its objects bear several lights (${[...lights].sort().join(", ")}); the strictest holds for all.`,
      );
  }
}

/**
 * So many groups no report is about; a file that names more describes them one by one. A choice between what was seen, nearer to reports, as words
 * that are read in vain cost less than words that are missed: of 90 public bundles those that reports came with name 6 groups at most, ATT&CK's 187.
 */
const KNOWLEDGE_GROUPS_MIN = 20;

/** Its descriptions are profiles, put together over years from what others said, and tell of no event: statements of them would be many and of nobody. */
function isKnowledgeBase(objects: Iterable<Json>): boolean {
  let groups = 0;
  for (const { type } of objects) {
    if (type === "report" || type === "grouping") return false;
    groups += Number(GROUPS.has(textIn(type)));
  }
  return groups >= KNOWLEDGE_GROUPS_MIN;
}

function toldProfiles(count: number): string {
  return `It describes groups one by one, as a knowledge base does: names, techniques and relationships were taken, the prose of ${count} objects was not read for statements.`;
}

/** Natural persons stand as a count. */
const ONE_PERSON: Party = { kind: "persons", name: "an individual", words: "an individual", country: "", count: 1 };

function nameless(name: string, kind: Party["kind"]): Party | null {
  return name === "" ? null : partyNamed(name, kind);
}

function isPerson({ type, identity_class: sort, resource_level: level }: Json): boolean {
  return (type === "identity" && sort === "individual") || (type === "threat-actor" && level === "individual");
}

function identityParty(object: Json, name: string): Party | null {
  const sort = textIn(object["identity_class"]);
  if (isPerson(object)) return ONE_PERSON;
  const sectors = textsOf(object["sectors"]);
  if (name === "") return null;
  if (sort === "class") return partyNamed(name, "sector");
  if (sectors.some((one) => one.startsWith("government"))) return partyNamed(name, "office");
  return partyNamed(name, "unknown");
}

function locationParty(object: Json, name: string): Party | null {
  const code = textIn(object["country"]).toUpperCase();
  const written = name || textIn(object["country"]) || textIn(object["region"]);
  const party = nameless(written, "state");
  return party === null || party.country !== "" || !/^[A-Z]{2}$/.test(code) ? party : { ...party, country: code };
}

/** An author whom the readers do not know may be a person, who is not named. */
function authorOf(author: string, creator: Party | null): Party {
  const known = partyNamed(author, "unknown");
  return known.kind === "unknown" ? (creator ?? AN_AUTHOR) : known;
}

const WHO = "an author whom the file names";
const AN_AUTHOR: Party = { kind: "unknown", name: WHO, words: WHO, country: "", count: null };

/** Of ATT&CK, where it says so. */
function techniqueOf(object: Json): readonly Pick<StatedTechnique, "id" | "name">[] {
  const reference = listIn(object["external_references"]).find((one) =>
    /^T\d{4}(?:\.\d{3})?$/.test(textIn(one["external_id"])),
  );
  return reference === undefined ? [] : [{ id: textIn(reference["external_id"]), name: textIn(object["name"]) }];
}

function confidenceOf(object: Json): Assertion["confidence"] {
  const value = object["confidence"];
  if (typeof value !== "number" || !(value >= 0 && value <= 100)) return NOT_SAID;
  return { words: `${value} of 100`, scale: "", low: value / 100, high: value / 100 };
}

function labelsOf(object: Json): string {
  const labels = [...textsOf(object["labels"]), ...textsOf(object["report_types"])].slice(0, NAMES_MAX);
  return labels.length === 0 ? "" : ` (${labels.join(", ")})`;
}

function proseOf(object: Json): string {
  const parts = ["abstract", "content", "description", "goals"].map((name) => object[name]);
  const texts = parts.flatMap((one) => (typeof one === "string" ? [one] : textsOf(one)));
  return [textIn(object["name"]), ...texts].filter((one) => one.trim() !== "").join("\n\n");
}

function shownName(object: Json): string {
  if (isPerson(object)) return ONE_PERSON.name;
  const name = textIn(object["name"]) || textIn(object["value"]) || textIn(object["relationship_type"]);
  return (name || textIn(object["type"]) || "something").slice(0, 200);
}

function idOf(object: Json): string {
  return textIn(object["id"]) || "an object without id";
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? value.slice(0, limits.stixListMax).filter((one): one is string => typeof one === "string")
    : [];
}

function count(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

const TOLD_MAX = 8;

function toldUnsaid(unsaid: ReadonlyMap<string, number>): string {
  const sorted = [...unsaid].sort(([, a], [, b]) => b - a);
  const told = sorted.slice(0, TOLD_MAX).map(([what, number]) => `${number} ${what}`);
  const more = sorted.length > TOLD_MAX ? ` and ${sorted.length - TOLD_MAX} kinds more` : "";
  return `Of its objects these say nothing of who did what to whom, and are kept in the file alone: ${told.join(", ")}${more}.`;
}

function dayShown(date: EpochMs | null): string {
  return date === null ? "…" : new Date(date).toISOString().slice(0, 10);
}

function instant(value: unknown): EpochMs | null {
  const at = Date.parse(textIn(value));
  return Number.isNaN(at) ? null : epochMs(at);
}

/** What of a bundle speaks: its maps, indicators aside, which are read by themselves. */
export function isSpeaking(one: unknown): one is Json {
  return isJson(one) && one["type"] !== "indicator";
}

/**
 * A STIX bundle as a graph that is only read: every object by its id with all its versions, relationships and sightings, what reports
 * refer to, and the markings that hold for each. Objects of types that nobody knows and properties of any name are kept as they came.
 *
 * Total: nothing is dropped silently. What has no id is kept apart in `unnamed`, what is wrong with an object is told by its place.
 * STIX 2.1, sections 2 (identifiers), 3 (common properties), 3.6 (versions), 5 (relationships), 7.2 (markings), 8 (bundle).
 */
import { limits } from "../../base/limits.ts";
import type { StixObject } from "../pattern/observation.ts";
import { checkObject } from "./check-object.ts";
import { isObject, type StixVersion, type Tell, typeOfId } from "./object-form.ts";
import { lightOfId } from "./traffic-lights.ts";

/** One object with its history. */
export interface StixEntry {
  readonly id: string;
  readonly type: string;
  /** The latest version, verbatim. */
  readonly object: StixObject;
  /** Ascending by `modified`, the latest last; an object that has no versions is alone. */
  readonly versions: readonly StixObject[];
  /** Its latest version says so. */
  readonly isRevoked: boolean;
}

export interface StixProblem {
  /** The object's id, or `object 14` by its place in the file, from 1. */
  readonly place: string;
  /** Stable: `id`, `type`, `required`, `value`, `dangling-ref` and so on. */
  readonly code: string;
  /** A sentence without a full stop. */
  readonly why: string;
}

export interface StixGraph {
  readonly objects: ReadonlyMap<string, StixEntry>;
  /** Objects without an id of any form, in the order of the file. */
  readonly unnamed: readonly StixObject[];
  /** By the id they start from, and by the id they lead to: ids of relationships that are not revoked. */
  readonly outgoing: ReadonlyMap<string, readonly string[]>;
  readonly incoming: ReadonlyMap<string, readonly string[]>;
  /** Id of what was seen → ids of sightings. */
  readonly sightings: ReadonlyMap<string, readonly string[]>;
  /** The first `limits.intelProblemsMax`. */
  readonly problems: readonly StixProblem[];
  readonly problemCount: number;
}

/** `objects`: of a bundle or a list, as parsed; what is no map is told. */
export function stixGraph(objects: readonly unknown[]): StixGraph {
  const problems = new Problems();
  const { versions, unnamed } = gathered(objects, problems);
  const entries = new Map<string, StixEntry>();
  for (const [id, found] of versions) entries.set(id, entryOf(id, found));
  const outgoing = new Map<string, string[]>();
  const incoming = new Map<string, string[]>();
  const sightings = new Map<string, string[]>();
  for (const { id, type, object, isRevoked } of entries.values()) {
    tellDangling(object, entries, problems.of(id));
    if (isRevoked) continue;
    if (type === "relationship") {
      push(outgoing, object["source_ref"], id);
      push(incoming, object["target_ref"], id);
    }
    if (type === "sighting") push(sightings, object["sighting_of_ref"], id);
  }
  const { listed, count } = problems;
  return { objects: entries, unnamed, outgoing, incoming, sightings, problems: listed, problemCount: count };
}

/** Version of the specification that an object says it follows: 2.1 writes it into each, 2.0 into the bundle. */
export function versionOf(object: StixObject): StixVersion {
  return object["spec_version"] === "2.1" ? "2.1" : "2.0";
}

/** What stands at the other ends of the relationships of a kind that start at `id`; absent ends are left out. */
export function relatedFrom(graph: StixGraph, id: string, kind: string): readonly StixEntry[] {
  return endsOf(graph, graph.outgoing.get(id), kind, "target_ref");
}

/** The same for those that lead to `id`. */
export function relatedTo(graph: StixGraph, id: string, kind: string): readonly StixEntry[] {
  return endsOf(graph, graph.incoming.get(id), kind, "source_ref");
}

function endsOf(
  graph: StixGraph,
  ids: readonly string[] = [],
  kind: string,
  end: "source_ref" | "target_ref",
): readonly StixEntry[] {
  return ids.flatMap((id): readonly StixEntry[] => {
    const relation = graph.objects.get(id)?.object;
    if (relation?.["relationship_type"] !== kind) return [];
    const entry = graph.objects.get(String(relation[end]));
    return entry === undefined ? [] : [entry];
  });
}

/** Objects that a report, grouping, note or opinion is about, those that are there. */
export function membersOf(graph: StixGraph, id: string): readonly StixEntry[] {
  const refs = graph.objects.get(id)?.object["object_refs"];
  if (!Array.isArray(refs)) return [];
  return refs.flatMap((ref) => graph.objects.get(String(ref)) ?? []);
}

interface Gathered {
  readonly versions: ReadonlyMap<string, readonly StixObject[]>;
  readonly unnamed: readonly StixObject[];
}

function gathered(objects: readonly unknown[], problems: Problems): Gathered {
  const versions = new Map<string, StixObject[]>();
  const unnamed: StixObject[] = [];
  // Objects of 2.1 that need not say so themselves stand beside others that do.
  const fallback = objects.some((one) => isObject(one) && one["spec_version"] === "2.1") ? "2.1" : "2.0";
  for (const [at, object] of objects.entries()) {
    const place = `object ${at + 1}`;
    if (!isObject(object)) {
      problems.tell(place, "type", "it is no map");
      continue;
    }
    const { id } = object;
    const named = typeof id === "string" && id !== "";
    checkObject(object, object["spec_version"] === "2.1" ? "2.1" : fallback, problems.of(named ? id : place));
    if (!named) unnamed.push(object);
    else if (!isDouble(versions.get(id), object, problems.of(id))) push(versions, id, object);
  }
  return { versions, unnamed };
}

/** The same version twice: kept once where it says the same, and told where it does not. */
function isDouble(known: readonly StixObject[] | undefined, object: StixObject, tell: Tell): boolean {
  const same = known?.find((one) => one["modified"] === object["modified"]);
  if (same === undefined) return false;
  if (JSON.stringify(same) === JSON.stringify(object)) return true;
  tell("duplicate", "two objects have its id and its time of change, and say different things; both are kept");
  return false;
}

function entryOf(id: string, found: readonly StixObject[]): StixEntry {
  const versions = found.length === 1 ? found : [...found].sort((a, b) => instant(a) - instant(b));
  const object = versions.at(-1) ?? {};
  const { type } = object;
  const named = typeof type === "string" ? type : (typeOfId(id) ?? "");
  return { id, type: named, object, versions, isRevoked: object["revoked"] === true };
}

function instant({ modified }: StixObject): number {
  const at = typeof modified === "string" ? Date.parse(modified) : Number.NaN;
  return Number.isNaN(at) ? 0 : at;
}

/** References to what is not in the file: allowed by STIX, but what is said of it is then not known. */
function tellDangling(object: StixObject, entries: ReadonlyMap<string, StixEntry>, tell: Tell): void {
  for (const [name, value] of Object.entries(object)) {
    if (!name.endsWith("_ref") && !name.endsWith("_refs")) continue;
    const refs = Array.isArray(value) ? value : [value];
    const missing = refs.filter((ref) => typeof ref === "string" && !entries.has(ref) && lightOfId(ref) === "");
    const [first] = missing;
    if (first === undefined) continue;
    const more = missing.length === 1 ? "" : ` and ${missing.length - 1} more`;
    tell(
      "dangling-ref",
      `"${name.slice(0, 40)}" leads to ${String(first).slice(0, 100)}${more}, which is not in the file`,
    );
  }
}

/** A SHOULD that hardly a publisher follows, once for each link: it would hide all else. */
const NEVER_FOLLOWED = "reference-hash";

class Problems {
  readonly listed: StixProblem[] = [];
  count = 0;

  tell(place: string, code: string, why: string): void {
    if (code === NEVER_FOLLOWED) return;
    this.count += 1;
    if (this.listed.length < limits.intelProblemsMax) this.listed.push({ place, code, why });
  }

  of(place: string): Tell {
    return (code, why) => this.tell(place, code, why);
  }
}

function push<T>(map: Map<string, T[]>, key: unknown, value: T): void {
  if (typeof key !== "string") return;
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

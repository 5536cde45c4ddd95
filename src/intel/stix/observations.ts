/**
 * Observed data of both versions in one shape: 2.0 carries its observables within, by keys that name them there; 2.1 refers to objects of the
 * bundle. What an object of 2.1 leads to besides may be followed, but is not itself observed (STIX 2.1, 4.14 and 9.1).
 */
import { limits } from "../../base/limits.ts";
import type { Observation, StixObject } from "../pattern/observation.ts";
import type { StixGraph } from "./graph.ts";
import { isObject } from "./object-form.ts";
import { OBJECT_TYPES } from "./object-types.ts";

/** With the id of the observed data; revoked ones are left out, and those whose times cannot be read. */
export interface NamedObservation extends Observation {
  readonly id: string;
}

export function observationsIn(graph: StixGraph): readonly NamedObservation[] {
  let referred: ReadonlyMap<string, StixObject> | null = null;
  const found: NamedObservation[] = [];
  for (const { id, type, object, isRevoked } of graph.objects.values()) {
    if (type !== "observed-data" || isRevoked) continue;
    const first = Date.parse(String(object["first_observed"]));
    const last = Date.parse(String(object["last_observed"]));
    if (Number.isNaN(first) || Number.isNaN(last)) continue;
    referred ??= new Map([...graph.objects].map(([key, entry]) => [key, entry.object]));
    const count = Number(object["number_observed"]);
    const objects = new Map([...embedded(object), ...referredTo(graph, object)]);
    const times = { first: Math.min(first, last), last: Math.max(first, last) };
    found.push({ id, objects, referred, ...times, count: Number.isSafeInteger(count) && count > 0 ? count : 1 });
  }
  return found;
}

function embedded(object: StixObject): readonly (readonly [string, StixObject])[] {
  const { objects } = object;
  if (!isObject(objects)) return [];
  const entries = Object.entries(objects).slice(0, limits.stixListMax);
  return entries.filter((entry): entry is [string, StixObject] => isObject(entry[1]));
}

/** Observables, and objects of types that STIX does not know, which may be observables of an extension. */
function referredTo(graph: StixGraph, object: StixObject): readonly (readonly [string, StixObject])[] {
  const refs = object["object_refs"];
  if (!Array.isArray(refs)) return [];
  return refs.slice(0, limits.stixListMax).flatMap((ref): readonly (readonly [string, StixObject])[] => {
    const entry = graph.objects.get(String(ref));
    if (entry === undefined) return [];
    const family = OBJECT_TYPES.get(entry.type)?.family ?? "sco";
    return family === "sco" ? [[entry.id, entry.object]] : [];
  });
}

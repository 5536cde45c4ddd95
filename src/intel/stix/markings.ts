/**
 * Which markings hold for an object and for its single properties (STIX 2.1, 7.2): those that it names itself, resolved in its graph. A marking
 * whose definition is not there is told by its id, since what may be passed on is then not known.
 */
import { limits } from "../../base/limits.ts";
import type { StixObject } from "../pattern/observation.ts";
import { selected } from "./check-markings.ts";
import type { StixGraph } from "./graph.ts";
import { isObject } from "./object-form.ts";
import { lightOf, lightOfId, strictestLight } from "./traffic-lights.ts";

export interface Markings {
  /** The strictest of the object; `TLP:AMBER`, or empty. */
  readonly tlp: string;
  /** Copyright lines, terms of use. */
  readonly statements: readonly string[];
  /** Ids of definitions that are not in the graph, or that say nothing that is known. */
  readonly unresolved: readonly string[];
}

export interface GranularMarking extends Markings {
  /** `description`, `labels.[0]`, as written. */
  readonly selector: string;
  /** Language of what is selected; empty where the marking says none. */
  readonly language: string;
  /** What is selected; undefined where nothing is there. */
  readonly value: unknown;
}

export function markingsOf(graph: StixGraph, object: StixObject): Markings {
  const refs = object["object_marking_refs"];
  return resolved(graph, Array.isArray(refs) ? refs.slice(0, limits.stixListMax).map(String) : []);
}

/** One for each selector, in the object's order. */
export function granularMarkingsOf(graph: StixGraph, object: StixObject): readonly GranularMarking[] {
  const granular = object["granular_markings"];
  if (!Array.isArray(granular)) return [];
  return granular.slice(0, limits.stixListMax).flatMap((marking): readonly GranularMarking[] => {
    if (!isObject(marking) || !Array.isArray(marking["selectors"])) return [];
    const { marking_ref: ref, lang, selectors } = marking;
    const markings = resolved(graph, typeof ref === "string" ? [ref] : []);
    const language = typeof lang === "string" ? lang : "";
    return selectors
      .slice(0, limits.stixListMax)
      .map((one) => ({ ...markings, selector: String(one), language, value: selected(object, one) }));
  });
}

function resolved(graph: StixGraph, ids: readonly string[]): Markings {
  const lights: string[] = [];
  const statements: string[] = [];
  const unresolved: string[] = [];
  for (const id of ids) {
    const definition = graph.objects.get(id)?.object;
    const light = definition === undefined ? lightOfId(id) : lightOf(definition);
    const inner = definition?.["definition"];
    const statement = isObject(inner) ? inner["statement"] : undefined;
    if (light !== "") lights.push(light);
    else if (typeof statement === "string") statements.push(statement);
    else unresolved.push(id);
  }
  return { tlp: strictestLight(lights), statements, unresolved };
}

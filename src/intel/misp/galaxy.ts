/**
 * Clusters of a MISP galaxy (MISP galaxy format): actors, countries, sectors, vendors, with their synonyms and what is said of them. Each is
 * the claim of the galaxy's authors and of the references that it names. Total; what has no form is told.
 */
import { err, ok, type Result } from "../../base/result.ts";
import { isJson, type Json, listIn, parseJson, textIn } from "../formats/json.ts";

export interface GalaxyCluster {
  readonly uuid: string;
  readonly name: string;
  readonly description: string;
  readonly synonyms: readonly string[];
  /** Every other property of `meta` by its name: `country`, `refs`, `cfr-suspected-state-sponsor`; a single text is a list of one. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly related: readonly { readonly uuid: string; readonly kind: string }[];
}

export interface Galaxy {
  /** `threat-actor`. */
  readonly type: string;
  readonly name: string;
  readonly source: string;
  readonly clusters: readonly GalaxyCluster[];
  /** Values without a name, by their place from 1. */
  readonly unnamed: readonly number[];
}

export function parseGalaxy(text: string): Result<Galaxy, string> {
  const parsed = parseJson(text);
  if (!parsed.ok) return err(parsed.error.why);
  const { value } = parsed;
  if (!isJson(value) || !Array.isArray(value["values"])) return err("is no galaxy of MISP: it has no list of values");
  const unnamed: number[] = [];
  const clusters: GalaxyCluster[] = [];
  for (const [at, one] of value["values"].entries()) {
    if (isJson(one) && textIn(one["value"]) !== "") clusters.push(clusterOf(one));
    else unnamed.push(at + 1);
  }
  const { type, name, source } = value;
  return ok({ type: textIn(type), name: textIn(name), source: textIn(source), clusters, unnamed });
}

function clusterOf(value: Json): GalaxyCluster {
  const meta = new Map<string, readonly string[]>();
  const given = isJson(value["meta"]) ? value["meta"] : {};
  for (const [name, one] of Object.entries(given)) meta.set(name, textsIn(one));
  const synonyms = meta.get("synonyms") ?? [];
  meta.delete("synonyms");
  return {
    uuid: textIn(value["uuid"]),
    name: textIn(value["value"]),
    description: textIn(value["description"]),
    synonyms,
    meta,
    related: listIn(value["related"]).map((one) => ({ uuid: textIn(one["dest-uuid"]), kind: textIn(one["type"]) })),
  };
}

function textsIn(value: unknown): readonly string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((one): one is string => typeof one === "string");
}

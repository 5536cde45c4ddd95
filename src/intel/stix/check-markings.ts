/** What is wrong with markings: of objects, of single properties, and the definitions (STIX 2.1, 7.2; traffic lights, 7.2.1.4). */
import { limits } from "../../base/limits.ts";
import type { StixObject } from "../pattern/observation.ts";
import { isObject, type StixVersion, type Tell, typeOfId } from "./object-form.ts";

export function checkMarkings(object: StixObject, tell: Tell): void {
  const own = String(object["id"]);
  const refs = object["object_marking_refs"];
  if (Array.isArray(refs) && object["type"] === "marking-definition" && refs.includes(own))
    tell("marking-loop", "it marks itself");
  const granular = object["granular_markings"];
  if (!Array.isArray(granular)) return;
  for (const marking of granular.slice(0, limits.stixListMax)) {
    if (!isObject(marking)) continue;
    const { marking_ref: ref, selectors, lang } = marking;
    if (ref === undefined && lang === undefined)
      tell("required", "a granular marking has neither marking_ref nor lang");
    if (typeof ref === "string" && typeOfId(ref) !== "marking-definition")
      tell("ref-type", "a granular marking leads to no marking definition");
    if (ref === own) tell("marking-loop", "it marks itself");
    if (!Array.isArray(selectors) || selectors.length === 0) tell("required", "a granular marking selects nothing");
    else
      for (const selector of selectors.slice(0, limits.stixListMax))
        if (selected(object, selector) === undefined)
          tell("selector", `"${String(selector).slice(0, 80)}" selects nothing that is there`);
  }
}

/** What `a.[2].b` selects of an object; undefined for nothing. */
export function selected(object: StixObject, selector: unknown): unknown {
  let at: unknown = object;
  for (const step of String(selector).split(".").slice(0, limits.stixSelectorStepsMax)) {
    const index = /^\[(\d{1,9})\]$/.exec(step)?.[1];
    if (index !== undefined) at = Array.isArray(at) ? at[Number(index)] : undefined;
    else at = isObject(at) && Object.hasOwn(at, step) ? at[step] : undefined;
    if (at === undefined) return undefined;
  }
  return at;
}

const TLP_IDS: ReadonlyMap<string, string> = new Map([
  ["white", "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9"],
  ["green", "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da"],
  ["amber", "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82"],
  ["red", "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed"],
]);

export function checkMarkingDefinition(object: StixObject, _version: StixVersion, tell: Tell): void {
  const { definition_type: kind, definition, extensions } = object;
  if (extensions !== undefined && kind === undefined && definition === undefined) return;
  if (kind === undefined || definition === undefined)
    tell("required", "a marking definition lacks definition_type or definition");
  if (!isObject(definition)) return;
  if (kind === "statement" && typeof definition["statement"] !== "string")
    tell("value", "a statement marking has no statement");
  if (kind !== "tlp") return;
  const { tlp } = definition;
  const id = typeof tlp === "string" ? TLP_IDS.get(tlp) : undefined;
  if (id === undefined) tell("value", "tlp is none of white, green, amber and red");
  else if (id !== object["id"])
    tell("value", `TLP:${String(tlp).toUpperCase()} has one id in STIX, and this is another one`);
}

/** The traffic lights of STIX: which marking definition stands for which (STIX 2.1, 7.2.1.4; TLP 2.0 as its extension). */
import type { StixObject } from "../pattern/observation.ts";
import { isObject } from "./object-form.ts";

/** From the strictest. */
const LEVELS = ["RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR", "WHITE"] as const;

/** The specification defines these, so no bundle need carry them. */
const BY_ID: ReadonlyMap<string, string> = new Map([
  ["marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9", "WHITE"],
  ["marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da", "GREEN"],
  ["marking-definition--f88d31f6-486f-44da-b317-01333bde0b82", "AMBER"],
  ["marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed", "RED"],
  ["marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487", "CLEAR"],
  ["marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb", "GREEN"],
  ["marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421", "AMBER"],
  ["marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003", "AMBER+STRICT"],
  ["marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1", "RED"],
]);

/** `TLP:AMBER` of a definition that every reader of STIX knows by its id; empty for others. */
export function lightOfId(id: string): string {
  const level = BY_ID.get(id);
  return level === undefined ? "" : `TLP:${level}`;
}

/** The light that a marking definition is; empty when it is none. */
export function lightOf(definition: StixObject): string {
  const { definition: inner, extensions, name, id } = definition;
  const known = lightOfId(String(id));
  if (known !== "") return known;
  const extended = isObject(extensions)
    ? Object.values(extensions)
        .filter(isObject)
        .map((one) => one["tlp_2_0"])
    : [];
  const words = [isObject(inner) ? inner["tlp"] : undefined, ...extended, name];
  const level = words
    .map((word) => (typeof word === "string" ? word.toUpperCase().replace(/^TLP:\s?/, "") : ""))
    .find((word) => LEVELS.some((one) => one === word));
  return level === undefined ? "" : `TLP:${level}`;
}

/** Empty for none. */
export function strictestLight(lights: Iterable<string>): string {
  const found = new Set(lights);
  const level = LEVELS.find((one) => found.has(`TLP:${one}`));
  return level === undefined ? "" : `TLP:${level}`;
}

/** The strictest that the objects are, or refer to. */
export function lightOfObjects(objects: Iterable<StixObject>): string {
  const lights = new Set<string>();
  for (const object of objects) {
    if (object["type"] === "marking-definition") lights.add(lightOf(object));
    const refs = object["object_marking_refs"];
    if (Array.isArray(refs)) for (const ref of refs) lights.add(lightOfId(String(ref)));
  }
  return strictestLight(lights);
}

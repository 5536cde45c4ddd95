/** What is wrong with a bundle itself (STIX 2.1, section 8; STIX 2.0, part 1, section 5). */
import type { StixObject } from "../pattern/observation.ts";
import { isObject, type StixVersion, type Tell, typeOfId } from "./object-form.ts";

const PARTS: ReadonlySet<string> = new Set(["type", "id", "objects"]);

export function checkBundle(bundle: StixObject, version: StixVersion, tell: Tell): void {
  const { id, objects } = bundle;
  if (typeof id !== "string") tell("id", "it has no id");
  else if (typeOfId(id) !== "bundle") tell("id", "its id is none of a bundle");
  if (version === "2.0" && bundle["spec_version"] !== "2.0") tell("required", 'it lacks spec_version "2.0"');
  if (objects !== undefined && !Array.isArray(objects)) tell("value", '"objects" is no list');
  for (const name of Object.keys(bundle)) {
    const isPart = PARTS.has(name) || (version === "2.0" && name === "spec_version");
    if (!isPart && !name.startsWith("x_")) tell("custom-property", `"${name.slice(0, 40)}" is no property of a bundle`);
  }
  if (Array.isArray(objects)) checkVersions(objects, tell);
}

/** Of one object no version stands twice. */
function checkVersions(objects: readonly unknown[], tell: Tell): void {
  const seen = new Set<string>();
  for (const object of objects) {
    if (!isObject(object) || typeof object["id"] !== "string") continue;
    const key = `${object["id"]} ${String(object["modified"])}`;
    if (seen.has(key)) tell("duplicate", `${object["id"].slice(0, 100)} stands twice in the same version`);
    seen.add(key);
  }
}

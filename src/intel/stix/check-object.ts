/**
 * What is wrong with one STIX object, by the MUSTs of its version and the few SHOULDs that tell a reader something (STIX 2.1, sections 2
 * to 7). Never a reason to drop it: the graph keeps what it was given and tells the problems beside it. Total.
 */
import { parseTimestamp } from "../pattern/constants.ts";
import type { StixObject } from "../pattern/observation.ts";
import { parsePattern } from "../pattern/parser.ts";
import { checkMarkingDefinition, checkMarkings } from "./check-markings.ts";
import { checkEmbedded, checkObservable } from "./check-observable.ts";
import { isObject, type StixVersion, type Tell, typeOfId } from "./object-form.ts";
import { OBJECT_TYPES, type ObjectType, OTHER_TYPE, REF_TYPES, TIME_PAIRS } from "./object-types.ts";
import { checkKinds, objectsIn, refsIn } from "./property-kinds.ts";

export function checkObject(object: StixObject, version: StixVersion, tell: Tell): void {
  const { type } = object;
  if (typeof type !== "string") {
    tell("type", "it has no type");
    return;
  }
  if (type === "bundle") return;
  if (!/^[a-z0-9][a-z0-9-]{1,248}[a-z0-9]$/.test(type) || type.includes("--"))
    tell("type", `"${cut(type)}" is no form of a type`);
  const known = OBJECT_TYPES.get(type);
  const shape = known ?? OTHER_TYPE;
  checkId(object, type, shape, version, tell);
  checkProperties(object, shape, version, tell);
  checkTimes(object, tell);
  checkRefs(object, tell);
  checkMarkings(object, tell);
  OWN_CHECKS.get(type)?.(object, version, tell);
  if (known?.family === "sco") checkObservable(object, version, tell);
  if (known === undefined && !type.startsWith("x-") && !hasExtension(object))
    tell("unknown-type", `"${cut(type)}" is no type of STIX, and no extension defines it`);
}

function checkId(object: StixObject, type: string, { family }: ObjectType, version: StixVersion, tell: Tell): void {
  const { id } = object;
  if (id === undefined && family === "sco" && version === "2.0") return;
  if (typeof id !== "string") tell("id", "it has no id");
  else if (typeOfId(id) === null) tell("id", `"${cut(id)}" is no form of an id`);
  else if (!id.startsWith(`${type}--`)) tell("id", `its id "${cut(id)}" names another type than "${type}"`);
}

function checkProperties(object: StixObject, shape: ObjectType, version: StixVersion, tell: Tell): void {
  for (const [name, { in20, in21 }] of shape.properties) {
    if (object[name] === undefined && (version === "2.0" ? in20 : in21)) tell("required", `it lacks "${name}"`);
  }
  checkKinds(object, shape, tell);
  const isOpen = hasExtension(object);
  for (const [name, value] of Object.entries(object)) {
    if (value === null || (Array.isArray(value) && value.length === 0)) tell("empty", `"${cut(name)}" is empty`);
    if (shape.properties.has(name)) continue;
    if (!/^[a-z0-9_]{3,250}$/.test(name)) tell("property-name", `"${cut(name)}" is no form of a property's name`);
    else if (shape !== OTHER_TYPE && !name.startsWith("x_") && !isOpen)
      tell("custom-property", `"${name}" is no property of its type and does not begin with x_`);
  }
  checkLists(object, tell);
  if (object["spec_version"] !== undefined && object["spec_version"] !== version && object["type"] !== "bundle")
    tell("value", "its spec_version is another one");
  const { confidence } = object;
  if (typeof confidence === "number" && (confidence < 0 || confidence > 100))
    tell("value", "confidence is outside 0 to 100");
}

/** `external_references` and `kill_chain_phases` have parts of their own. */
function checkLists(object: StixObject, tell: Tell): void {
  for (const source of objectsIn(object["external_references"])) {
    if (typeof source["source_name"] !== "string") tell("required", "an external reference lacks source_name");
    const says = ["description", "url", "external_id"].some((name) => typeof source[name] === "string");
    if (!says) tell("required", "an external reference says neither what, where nor by which id");
    if (source["url"] !== undefined && source["hashes"] === undefined)
      tell("reference-hash", "an external reference has a URL and no hash");
    if (source["source_name"] === "cve" && !/^CVE-\d{4}-\d{4,}$/.test(String(source["external_id"])))
      tell("value", "a CVE id is not written as CVE-2024-0001");
    if (source["source_name"] === "capec" && !/^CAPEC-\d+$/.test(String(source["external_id"])))
      tell("value", "a CAPEC id is not written as CAPEC-1");
  }
  for (const phase of objectsIn(object["kill_chain_phases"])) {
    if (typeof phase["kill_chain_name"] !== "string" || typeof phase["phase_name"] !== "string")
      tell("required", "a kill chain phase lacks its chain or its name");
  }
}

function checkTimes(object: StixObject, tell: Tell): void {
  for (const { first, last, strict } of TIME_PAIRS) {
    const from = instant(object[first]);
    const until = instant(object[last]);
    if (from !== null && until !== null && (strict ? until <= from : until < from))
      tell("time-order", `"${last}" is before "${first}"`);
  }
}

function instant(value: unknown): number | null {
  return typeof value === "string" ? parseTimestamp(value) : null;
}

function checkRefs(object: StixObject, tell: Tell): void {
  for (const [name, types] of REF_TYPES) {
    for (const ref of refsIn(object[name])) {
      const type = typeOfId(ref);
      if (type !== null && !types.includes(type))
        tell("ref-type", `"${name}" leads to a ${type}, not to ${types.join(" or ")}`);
    }
  }
}

const OWN_CHECKS: ReadonlyMap<string, (object: StixObject, version: StixVersion, tell: Tell) => void> = new Map([
  ["indicator", checkIndicator],
  ["relationship", checkRelationship],
  ["sighting", checkSighting],
  ["observed-data", checkObservedData],
  ["marking-definition", checkMarkingDefinition],
  ["location", checkLocation],
  ["malware", checkMalware],
  ["malware-analysis", checkAnalysis],
  ["opinion", checkOpinion],
]);

function checkIndicator(object: StixObject, version: StixVersion, tell: Tell): void {
  const { pattern } = object;
  const language = object["pattern_type"] ?? "stix";
  if (typeof pattern !== "string" || language !== "stix") return;
  const parsed = parsePattern(pattern);
  const problem = parsed.ok ? (version === "2.0" ? undefined : parsed.doubtful[0]) : parsed.problem;
  if (problem !== undefined)
    tell("pattern", `its pattern is wrong at character ${problem.span.start + 1}: ${problem.message}`);
}

const NOT_RELATED: ReadonlySet<string> = new Set([
  "bundle",
  "relationship",
  "sighting",
  "marking-definition",
  "language-content",
]);

function checkRelationship(object: StixObject, _version: StixVersion, tell: Tell): void {
  for (const name of ["source_ref", "target_ref"]) {
    const type = typeOfId(String(object[name]));
    if (type !== null && NOT_RELATED.has(type)) tell("ref-type", `"${name}" leads to a ${type}`);
  }
  const kind = object["relationship_type"];
  if (typeof kind === "string" && !/^[a-z0-9-]+$/.test(kind))
    tell("value", "relationship_type has other signs than a-z, 0-9 and -");
}

function checkSighting(object: StixObject, _version: StixVersion, tell: Tell): void {
  const type = typeOfId(String(object["sighting_of_ref"]));
  const family = type === null ? undefined : OBJECT_TYPES.get(type)?.family;
  if (family !== undefined && family !== "sdo") tell("ref-type", `it is a sighting of a ${type}`);
  const { count } = object;
  if (typeof count === "number" && (count < 0 || count > 999_999_999))
    tell("value", "count is outside 0 to 999,999,999");
}

function checkObservedData(object: StixObject, version: StixVersion, tell: Tell): void {
  const times = object["number_observed"];
  if (typeof times === "number" && (times < 1 || times > 999_999_999))
    tell("value", "number_observed is outside 1 to 999,999,999");
  const { objects } = object;
  if (version === "2.1" && objects === undefined && object["object_refs"] === undefined)
    tell("required", "it has neither objects nor object_refs");
  if (version === "2.1" && objects !== undefined && object["object_refs"] !== undefined)
    tell("value", "it has both objects and object_refs");
  for (const ref of refsIn(object["object_refs"])) {
    const family = OBJECT_TYPES.get(typeOfId(ref) ?? "")?.family;
    if (family === "sdo" || family === "meta")
      tell("ref-type", `object_refs leads to ${cut(ref)}, which is no observable`);
  }
  if (isObject(objects)) checkEmbedded(objects, version, tell);
}

function checkLocation(object: StixObject, _version: StixVersion, tell: Tell): void {
  const { latitude, longitude, precision } = object;
  if ((latitude === undefined) !== (longitude === undefined))
    tell("required", "of latitude and longitude one is missing");
  if (precision !== undefined && latitude === undefined) tell("required", "it has a precision and no place");
  if (typeof latitude === "number" && Math.abs(latitude) > 90) tell("value", "latitude is outside -90 to 90");
  if (typeof longitude === "number" && Math.abs(longitude) > 180) tell("value", "longitude is outside -180 to 180");
  const named = ["region", "country", "latitude"].some((name) => object[name] !== undefined);
  if (!named) tell("required", "it has neither region, country nor place");
}

function checkMalware(object: StixObject, _version: StixVersion, tell: Tell): void {
  if (object["is_family"] === true && object["name"] === undefined)
    tell("required", "a family of malware lacks its name");
}

function checkAnalysis(object: StixObject, _version: StixVersion, tell: Tell): void {
  if (object["result"] === undefined && object["analysis_sco_refs"] === undefined)
    tell("required", "it has neither result nor analysis_sco_refs");
}

const OPINIONS: readonly unknown[] = ["strongly-disagree", "disagree", "neutral", "agree", "strongly-agree"];

function checkOpinion(object: StixObject, _version: StixVersion, tell: Tell): void {
  if (object["opinion"] !== undefined && !OPINIONS.includes(object["opinion"]))
    tell("value", "opinion is none of the five of STIX");
}

/** An extension definition may bring top-level properties and types of its own (STIX 2.1, 7.3). */
function hasExtension(object: StixObject): boolean {
  const { extensions } = object;
  return (
    isObject(extensions) &&
    Object.values(extensions).some(
      (one) =>
        isObject(one) && /^(?:new-(?:sdo|sco|sro)|toplevel-property-extension)$/.test(String(one["extension_type"])),
    )
  );
}

function cut(text: string): string {
  return text.slice(0, 80);
}

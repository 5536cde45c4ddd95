/**
 * Indicators of a MISP event (MISP core format): attributes that are meant for detection (`to_ids`), also those of objects. Values of
 * types that mail cannot show, and remarks, are told as unusable only when they were meant for detection.
 */
import type { Beside, Collector } from "./collector.ts";

type Json = Readonly<Record<string, unknown>>;

const VALUE_TYPES: ReadonlySet<string> = new Set([
  ...["domain", "hostname", "url", "uri", "link", "ip-src", "ip-dst", "md5", "sha1", "sha256", "sha512"],
  ...["email", "email-src", "email-dst", "email-reply-to", "domain|ip", "ip-dst|port", "ip-src|port", "hostname|port"],
]);

/** Of these, what no remark or reference is written as. */
const SHOWN_TYPES: ReadonlySet<string> = new Set(
  [...VALUE_TYPES, "email-subject", "filename"].filter((type) => type !== "link"),
);

export function readMisp(event: Json, collector: Collector): void {
  const galaxies = list(event["Galaxy"]).flatMap((galaxy) => list(galaxy["GalaxyCluster"]));
  const groups = galaxies.map((cluster) => text(cluster["value"])).filter((name) => name !== "");
  const objects = list(event["Object"]).flatMap((object) => list(object["Attribute"]));
  const attributes = [...list(event["Attribute"]), ...objects];
  const isForDetection = (attribute: Json): boolean => attribute["to_ids"] === true;
  const meant = attributes.filter(isForDetection);
  for (const attribute of meant) takeAttribute(attribute, groups, collector);
  // Some publishers never set the flag: then all values of kinds that mail shows are taken.
  if (meant.length > 0) return;
  for (const attribute of attributes) {
    if (SHOWN_TYPES.has(text(attribute["type"]))) takeAttribute(attribute, groups, collector);
  }
}

function takeAttribute(attribute: Json, groups: readonly string[], collector: Collector): void {
  const type = text(attribute["type"]);
  const value = text(attribute["value"]);
  const uuid = text(attribute["uuid"]);
  const beside: Beside = {
    place: uuid === "" ? "an attribute without id" : uuid,
    name: text(attribute["comment"]).slice(0, 200),
    from: null,
    until: null,
    groups,
  };
  if (type === "email-subject") collector.add("email-subject", value, beside);
  else if (type === "filename") collector.add("file-name", value, beside);
  else if (type.startsWith("filename|")) collector.written(value.slice(value.indexOf("|") + 1), beside);
  else if (VALUE_TYPES.has(type)) collector.written(value.split("|")[0] ?? "", beside);
  else collector.reject(value, beside.place, `mail does not show values of the type ${type.slice(0, 40)}`);
}

function list(value: unknown): readonly Json[] {
  if (!Array.isArray(value)) return [];
  return value.filter((one): one is Json => typeof one === "object" && one !== null && !Array.isArray(one));
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

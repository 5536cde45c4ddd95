/**
 * MISP events as published (MISP core format): attributes and objects with what their source says of them, galaxies and tags as claims. All is
 * kept: what is not meant for detection says so, what was deleted says so. Comes as an event, as what a server answers (`response`), or as
 * attributes and objects alone. Total; what has no form is told.
 */
import { type EpochMs, epochMs } from "../../base/brand.ts";
import { limits } from "../../base/limits.ts";
import { isJson, type Json, listIn, textIn } from "../formats/json.ts";
import { strictestLight } from "../stix/traffic-lights.ts";

/** A group, malware, country … that the source ties the event or a single value to. It is the source's word. */
export interface MispClaim {
  /** A cluster of a galaxy, or a plain tag. */
  readonly by: "galaxy" | "tag";
  /** `threat-actor`, `mitre-intrusion-set`; of a plain tag its namespace (`tlp`), or empty. */
  readonly kind: string;
  /** As the source names it. */
  readonly name: string;
  /** Of a galaxy cluster; empty for tags. */
  readonly synonyms: readonly string[];
  /** Uuid of the attribute or object that it is about; empty for the whole event. */
  readonly about: string;
}

export interface MispAttribute {
  readonly uuid: string;
  /** `domain`, `ip-dst|port`, `email-src`. */
  readonly type: string;
  readonly category: string;
  readonly value: string;
  readonly comment: string;
  /** The flag `to_ids`: null where the source sets none. */
  readonly isForDetection: boolean | null;
  readonly isDeleted: boolean;
  /** Template of the object that it is part of (`email`), and its part there (`from`); empty outside objects. */
  readonly object: string;
  readonly relation: string;
  readonly firstSeen: EpochMs | null;
  readonly lastSeen: EpochMs | null;
  readonly claims: readonly MispClaim[];
}

export interface MispEvent {
  readonly uuid: string;
  readonly info: string;
  /** Who wrote it (`Orgc`, else `Org`). */
  readonly publisher: string;
  readonly date: EpochMs | null;
  /** `TLP:AMBER` by its tags; empty for none. */
  readonly tlp: string;
  /** Of the event itself; those of single values stand at them. */
  readonly claims: readonly MispClaim[];
  readonly attributes: readonly MispAttribute[];
}

/** Null when the value is nothing of MISP. */
export function mispEvents(value: unknown): readonly MispEvent[] | null {
  const found = partsOf(value, 0).map(eventOf);
  return found.length === 0 ? null : found;
}

/** Answers of servers wrap events in `response`, in lists, or both. */
function partsOf(value: unknown, depth: number): readonly Json[] {
  if (depth > 4) return [];
  if (Array.isArray(value)) {
    const parts = value.slice(0, limits.indicatorsMax).map((one) => partsOf(one, depth + 1));
    return parts.flat();
  }
  if (!isJson(value)) return [];
  if (value["response"] !== undefined) return partsOf(value["response"], depth + 1);
  if (value["Event"] !== undefined) return partsOf(value["Event"], depth + 1);
  const isEvent =
    typeof value["info"] === "string" && (hasList(value, "Attribute") || hasList(value, "Object") || "uuid" in value);
  if (isEvent || hasList(value, "Attribute") || hasList(value, "Object")) return [value];
  // A single object, as one search answers.
  return isJson(value["Object"]) ? [{ Object: [value["Object"]] }] : [];
}

function hasList(value: Json, name: string): boolean {
  return Array.isArray(value[name]);
}

function eventOf(event: Json): MispEvent {
  const own = listIn(event["Attribute"]).map((one) => attributeOf(one, null));
  const ofObjects = listIn(event["Object"]).flatMap((object) =>
    listIn(object["Attribute"]).map((one) => attributeOf(one, object)),
  );
  const attributes = [...own, ...ofObjects];
  const claims = claimsOf(event, "");
  const organisation = isJson(event["Orgc"]) ? event["Orgc"] : isJson(event["Org"]) ? event["Org"] : {};
  return {
    uuid: textIn(event["uuid"]),
    info: textIn(event["info"]),
    publisher: textIn(organisation["name"]),
    date: instant(event["date"]),
    tlp: lightOf(claims, attributes),
    claims,
    attributes,
  };
}

function attributeOf(attribute: Json, object: Json | null): MispAttribute {
  const uuid = textIn(attribute["uuid"]);
  const ofObject = object === null ? [] : claimsOf(object, textIn(object["uuid"]));
  const flag = attribute["to_ids"];
  return {
    uuid,
    type: textIn(attribute["type"]),
    category: textIn(attribute["category"]),
    value: textIn(attribute["value"]),
    comment: textIn(attribute["comment"]),
    isForDetection: flag === undefined || flag === null ? null : isSet(flag),
    isDeleted: isSet(attribute["deleted"]) || (object !== null && isSet(object["deleted"])),
    object: object === null ? "" : textIn(object["name"]),
    relation: textIn(attribute["object_relation"]),
    firstSeen: instant(attribute["first_seen"]),
    lastSeen: instant(attribute["last_seen"]),
    claims: [...claimsOf(attribute, uuid), ...ofObject],
  };
}

/** Servers write flags as true, 1 and "1". */
function isSet(flag: unknown): boolean {
  return flag === true || flag === 1 || flag === "1" || flag === "true";
}

/** Clusters of galaxies, and tags: `misp-galaxy:threat-actor="Name"` names a cluster too. */
function claimsOf(holder: Json, about: string): readonly MispClaim[] {
  const clusters = listIn(holder["Galaxy"]).flatMap((galaxy) =>
    listIn(galaxy["GalaxyCluster"]).map((cluster) => clusterClaim(cluster, galaxy, about)),
  );
  const named = new Set(clusters.map(({ name }) => name));
  const tags = listIn(holder["Tag"]).flatMap((tag) => tagClaim(textIn(tag["name"]), about));
  return [...clusters, ...tags.filter(({ kind, name }) => kind === "" || !named.has(name))].filter(
    ({ name }) => name !== "",
  );
}

function clusterClaim(cluster: Json, galaxy: Json, about: string): MispClaim {
  const meta = isJson(cluster["meta"]) ? cluster["meta"] : {};
  const { synonyms } = meta;
  return {
    by: "galaxy",
    kind: textIn(galaxy["type"]) || textIn(cluster["type"]),
    name: textIn(cluster["value"]),
    synonyms: Array.isArray(synonyms) ? synonyms.filter((one): one is string => typeof one === "string") : [],
    about,
  };
}

const MACHINE_TAG = /^(?:misp-galaxy:)?([\w-]{1,80})(?::|=)"?([^"]{1,500})"?$/;

function tagClaim(tag: string, about: string): readonly MispClaim[] {
  if (tag === "") return [];
  const [, kind = "", name = tag] = MACHINE_TAG.exec(tag) ?? [];
  return [{ by: "tag", kind, name, synonyms: [], about }];
}

/** The strictest of the event and of its attributes, as with the objects of a bundle. */
function lightOf(claims: readonly MispClaim[], attributes: readonly MispAttribute[]): string {
  const lights = new Set<string>();
  for (const { claims: own } of [{ claims }, ...attributes]) {
    for (const { kind, name } of own) if (kind.toLowerCase() === "tlp") lights.add(`TLP:${name.toUpperCase()}`);
  }
  return strictestLight(lights);
}

/** `2020-10-25`, RFC 3339, or seconds since 1970 as text or number. */
function instant(value: unknown): EpochMs | null {
  const text = typeof value === "number" ? String(value) : textIn(value);
  const at = /^\d{9,11}$/.test(text) ? Number(text) * 1000 : Date.parse(text);
  return text === "" || Number.isNaN(at) ? null : epochMs(at);
}

/** What is wrong with an observable: what its values must look like, and what must stand together (STIX 2.1, section 6; 2.0, part 4). */
import { limits } from "../../base/limits.ts";
import { networkOf } from "../pattern/compare.ts";
import type { StixObject } from "../pattern/observation.ts";
import { isObject, type StixVersion, type Tell } from "./object-form.ts";
import { OBJECT_TYPES, REF_TYPES } from "./object-types.ts";
import { checkKinds } from "./property-kinds.ts";

/** Hex digits of the hashes that STIX names. */
const HASHES: ReadonlyMap<string, number> = new Map([
  ["MD5", 32],
  ["SHA-1", 40],
  ["SHA-224", 56],
  ["SHA-256", 64],
  ["SHA-384", 96],
  ["SHA-512", 128],
  ["SHA3-224", 56],
  ["SHA3-256", 64],
  ["SHA3-384", 96],
  ["SHA3-512", 128],
]);
const FREE_HASHES: ReadonlySet<string> = new Set(["SSDEEP", "ssdeep", "TLSH", "WHIRLPOOL", "RIPEMD-160", "MD6"]);

export function checkObservable(object: StixObject, version: StixVersion, tell: Tell): void {
  const has = (name: string): boolean => object[name] !== undefined;
  const { value } = object;
  const text = typeof value === "string" ? value : "";
  checkHashes(object["hashes"], tell);
  switch (object["type"]) {
    case "artifact":
      if (has("payload_bin") === has("url")) tell("value", "an artifact has either payload_bin or url");
      if (has("url") && !has("hashes")) tell("required", "an artifact with a url has hashes");
      if (has("mime_type") && !/^[\w.+-]+\/[\w.+-]+$/.test(String(object["mime_type"])))
        tell("value", "mime_type is none");
      if (has("decryption_key") && !has("encryption_algorithm")) tell("required", "a key without its algorithm");
      break;
    case "ipv4-addr":
    case "ipv6-addr":
      if (networkOf(text)?.width !== (object["type"] === "ipv4-addr" ? 32 : 128))
        tell("value", "its value is no address or network");
      break;
    case "email-addr":
      if (!/^[^\s@]+@[^\s@]+$/.test(text)) tell("value", "its value is no mail address");
      break;
    case "url":
      if (!/^[a-z][a-z0-9+.-]*:\S+$/i.test(text)) tell("value", "its value is no URL");
      break;
    case "email-message":
      if (object["is_multipart"] === true && has("body")) tell("value", "a multipart message has no body");
      if (object["is_multipart"] === false && has("body_multipart"))
        tell("value", "a message of one part has no parts");
      break;
    case "file":
      if (!has("name") && !has("hashes")) tell("required", "a file has a name or hashes");
      if (object["is_encrypted"] === false && (has("encryption_algorithm") || has("decryption_key")))
        tell("value", "a file that is not encrypted has no key");
      break;
    case "network-traffic":
      if (!has("src_ref") && !has("dst_ref")) tell("required", "traffic has a source or a destination");
      if (has("end") && object["is_active"] === true) tell("value", "traffic that ended is not active");
      for (const name of ["src_port", "dst_port"])
        if (has(name) && !isWithin(object[name], 0, 65_535)) tell("value", `${name} is no port`);
      break;
    case "process":
      if (Object.keys(object).every((name) => PLAIN.has(name))) tell("required", "a process says nothing of itself");
      break;
    case "user-account":
    case "x509-certificate":
      if (Object.keys(object).every((name) => PLAIN.has(name))) tell("required", "it says nothing of itself");
      break;
    case "windows-registry-key":
      if (/^(?:HKLM|HKCC|HKCR|HKCU|HKU)\\/i.test(String(object["key"]))) tell("value", "the hive is shortened");
      break;
    case "software":
      if (has("cpe") && !/^cpe:2\.3:[aho]?[^\s]*$/.test(String(object["cpe"])))
        tell("value", "cpe is no name of CPE 2.3");
      break;
    case "mac-addr":
      if (!/^(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/.test(text)) tell("value", "its value is no MAC address");
  }
  if (version === "2.1" && object["type"] === "process") return;
  const charset = object["path_enc"] ?? object["name_enc"];
  if (typeof charset === "string" && !/^[\w:.+-]{2,40}$/.test(charset)) tell("value", "a character set is none");
}

const PLAIN: ReadonlySet<string> = new Set([
  "type",
  "id",
  "spec_version",
  "object_marking_refs",
  "granular_markings",
  "defanged",
]);

function isWithin(value: unknown, least: number, most: number): boolean {
  return typeof value === "number" && value >= least && value <= most;
}

function checkHashes(hashes: unknown, tell: Tell): void {
  if (!isObject(hashes)) return;
  for (const [name, value] of Object.entries(hashes).slice(0, limits.stixListMax)) {
    const digits = HASHES.get(name);
    const isOwn = name.startsWith("x_") || FREE_HASHES.has(name);
    if (digits === undefined && !isOwn) tell("hash-name", `"${name.slice(0, 40)}" is no name of a hash in STIX`);
    if (typeof value !== "string" || (digits !== undefined && !new RegExp(`^[0-9a-fA-F]{${digits}}$`).test(value)))
      tell("value", `the ${name.slice(0, 40)} hash is none`);
  }
}

/** 2.0: observables within an observation, by keys that name them there. */
export function checkEmbedded(objects: StixObject, version: StixVersion, tell: Tell): void {
  const entries = Object.entries(objects).slice(0, limits.stixListMax);
  if (entries.length === 0) tell("empty", "it observes nothing");
  for (const [key, object] of entries) {
    const within: Tell = (code, why) => tell(code, `object "${key.slice(0, 40)}": ${why}`);
    if (!isObject(object) || typeof object["type"] !== "string") {
      within("type", "it has no type");
      continue;
    }
    const shape = OBJECT_TYPES.get(object["type"]);
    if (shape === undefined) {
      if (!object["type"].startsWith("x-")) within("unknown-type", "its type is none of STIX");
    } else {
      if (shape.family !== "sco") within("type", `a ${object["type"]} is no observable`);
      for (const [name, { in20 }] of shape.properties)
        if (in20 && object[name] === undefined) within("required", `it lacks "${name}"`);
      checkKinds(object, shape, within);
    }
    for (const [name, value] of Object.entries(object)) {
      if (name.endsWith("_ref") || name.endsWith("_refs")) checkInner(name, value, objects, within);
      if (shape !== undefined && !shape.properties.has(name) && !name.startsWith("x_"))
        within("custom-property", `"${name.slice(0, 40)}" is no property of its type`);
    }
    checkObservable(object, version, within);
  }
}

function checkInner(name: string, value: unknown, objects: StixObject, tell: Tell): void {
  for (const key of Array.isArray(value) ? value : [value]) {
    const target = typeof key === "string" && Object.hasOwn(objects, key) ? objects[key] : undefined;
    const types = REF_TYPES.get(name);
    if (!isObject(target)) tell("dangling-ref", `"${name.slice(0, 40)}" leads to nothing`);
    else if (types !== undefined && !types.includes(String(target["type"])))
      tell("ref-type", `"${name}" leads to a ${String(target["type"]).slice(0, 40)}`);
  }
}

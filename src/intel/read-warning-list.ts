/**
 * A MISP warning list (MISP warning list format): values that are often called malicious by mistake, such as well-known hosts, the networks of
 * clouds, free mail. It is no list of indicators: what stands on it is doubted. Total.
 */
import { limits } from "../base/limits.ts";
import { err, ok, type Result } from "../base/result.ts";
import { isJson, parseJson, textIn } from "./formats/json.ts";

/** How entries are held against a value: `hostname` also names the hosts below it, `cidr` every address in it. */
export type WarningListKind = "cidr" | "hostname" | "string" | "substring" | "regex";

export interface WarningList {
  readonly name: string;
  readonly description: string;
  /** 0 where it has none. */
  readonly version: number;
  readonly kind: WarningListKind;
  /** MISP types of attributes that it is about (`domain`, `ip-dst`); empty for all. */
  readonly attributes: readonly string[];
  /** As written. */
  readonly entries: readonly string[];
  /** Entries that are no text, or beyond `limits.warningEntriesMax`. */
  readonly leftOut: number;
}

const KINDS: readonly WarningListKind[] = ["cidr", "hostname", "string", "substring", "regex"];

/** The error is a sentence for the user. */
export function readWarningList(text: string): Result<WarningList, string> {
  const parsed = parseJson(text);
  if (!parsed.ok) return err(parsed.error.why);
  const list = parsed.value;
  if (!isWarningList(list)) return err("is no warning list of MISP: it needs a name, a type and a list");
  const { type, list: given, matching_attributes: attributes, version } = list;
  const kind = KINDS.find((one) => one === type);
  if (kind === undefined) return err(`is a warning list of a type that is not known: ${textIn(type).slice(0, 40)}`);
  const all: readonly unknown[] = Array.isArray(given) ? given : [];
  const texts = all.filter((one): one is string => typeof one === "string" && one !== "");
  const entries = texts.slice(0, limits.warningEntriesMax);
  return ok({
    name: textIn(list["name"]),
    description: textIn(list["description"]),
    version: typeof version === "number" ? version : 0,
    kind,
    attributes: Array.isArray(attributes) ? attributes.filter((one): one is string => typeof one === "string") : [],
    entries,
    leftOut: all.length - entries.length,
  });
}

/** By its parts, so that it is not taken for indicators. */
export function isWarningList(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    isJson(value) &&
    typeof value["name"] === "string" &&
    typeof value["type"] === "string" &&
    Array.isArray(value["list"])
  );
}

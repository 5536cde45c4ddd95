/**
 * Indicators of STIX 2.0 and 2.1: a bundle, a list of objects, or one object a line. Each indicator's pattern is taken apart where it is
 * one value or several of which any will do; what needs more than one stays a pattern. Groups, campaigns and malware come by the
 * bundle's relationships, as the source's claim.
 *
 * Of an object with several versions the latest counts (STIX 2.1, 3.6). Total: an object that is none of ours is passed over, an indicator that
 * cannot be used is told. The whole bundle, with all that it holds, is read by `stix/graph.ts`.
 */
import { type EpochMs, epochMs } from "../base/brand.ts";
import type { Beside, Collector } from "./collector.ts";
import { observableOf } from "./observable.ts";
import { parsePattern } from "./pattern/parser.ts";
import type { Comparison, ComparisonExpression, ObservationExpression } from "./pattern/syntax.ts";

type Json = Readonly<Record<string, unknown>>;

/** Objects that an indicator may indicate, and that are worth telling. */
const GROUP_TYPES: ReadonlySet<string> = new Set(["threat-actor", "intrusion-set", "campaign", "malware", "tool"]);

export function readStix(objects: readonly Json[], collector: Collector): void {
  const latest = latestVersions(objects);
  const groups = groupsByIndicator(latest);
  for (const object of latest) {
    if (object["type"] !== "indicator") continue;
    const id = text(object["id"]);
    const beside: Beside = {
      place: id === "" ? "an indicator without id" : id,
      name: text(object["name"] ?? object["description"]).slice(0, 200),
      from: instant(object["valid_from"]),
      until: instant(object["valid_until"]),
      groups: groups.get(id) ?? [],
    };
    takePattern(object, beside, collector);
  }
}

/** In the order of the file. Almost always there is but one of each. */
function latestVersions(objects: readonly Json[]): readonly Json[] {
  const latest = new Map<string, Json>();
  let hasOlder = false;
  for (const object of objects) {
    const id = text(object["id"]);
    const known = id === "" ? undefined : latest.get(id);
    if (known !== undefined && object["modified"] === known["modified"]) continue;
    hasOlder ||= known !== undefined;
    if (known === undefined || (instant(object["modified"]) ?? 0) > (instant(known["modified"]) ?? 0))
      latest.set(id, object);
  }
  if (!hasOlder) return objects;
  return objects.filter((object) => {
    const known = latest.get(text(object["id"]));
    return text(object["id"]) === "" || known === undefined || known["modified"] === object["modified"];
  });
}

function takePattern(object: Json, beside: Beside, collector: Collector): void {
  const pattern = text(object["pattern"]);
  const language = text(object["pattern_type"]) || "stix";
  if (object["revoked"] === true) collector.reject(pattern, beside.place, "its source has revoked it");
  else if (language !== "stix") collector.reject(pattern, beside.place, `its pattern is written in ${language}`);
  else {
    const parsed = parsePattern(pattern);
    if (!parsed.ok) {
      const { message, span } = parsed.problem;
      collector.reject(pattern, beside.place, `its pattern cannot be read at character ${span.start + 1}: ${message}`);
      return;
    }
    const values = valuesOf(parsed.pattern);
    if (values === null) collector.add("pattern", pattern, beside);
    else for (const value of values) takeValue(value, beside, collector);
  }
}

/** `[a = 'x' OR b = 'y']`, also in OR of brackets: the comparisons, of which any is enough; null for anything else. */
function valuesOf(pattern: ObservationExpression): readonly Comparison[] | null {
  if (pattern.kind === "observation") return plainOr(pattern.comparison);
  if (pattern.kind !== "any") return null;
  const found = pattern.operands.map(valuesOf);
  return found.some((one) => one === null) ? null : found.flatMap((one) => one ?? []);
}

function plainOr(expression: ComparisonExpression): readonly Comparison[] | null {
  if (expression.kind === "or") {
    const found = expression.operands.map(plainOr);
    return found.some((one) => one === null) ? null : found.flatMap((one) => one ?? []);
  }
  if (expression.kind !== "comparison") return null;
  const { operator, negated, constants } = expression;
  const isPlain =
    !negated && (operator === "=" || operator === "IN") && constants.every(({ kind }) => kind === "string");
  return isPlain && kindOf(expression) !== null ? [expression] : null;
}

type Kind = "value" | "email-subject" | "file-name" | "file-hash";

/** What of an object is compared, for those that a message can tell; null for others. */
function kindOf({ path: { type, steps } }: Comparison): Kind | null {
  const names = steps.map((step) => (step.kind === "property" ? step.name : "*")).join(".");
  if (["domain-name", "url", "ipv4-addr", "ipv6-addr", "email-addr"].includes(type))
    return names === "value" ? "value" : null;
  if (type === "email-message") {
    if (names === "subject") return "email-subject";
    return /^(?:from|sender)_ref\.value$/.test(names) ? "value" : null;
  }
  if (type !== "file") return null;
  return names === "name" ? "file-name" : names.startsWith("hashes.") ? "file-hash" : null;
}

function takeValue(comparison: Comparison, beside: Beside, collector: Collector): void {
  const kind = kindOf(comparison);
  for (const { value } of comparison.constants) {
    const written = String(value);
    if (kind === "email-subject" || kind === "file-name") {
      collector.add(kind, written, beside);
      continue;
    }
    const found = observableOf(written);
    if (found === null) collector.reject(written, beside.place, "is no host, address, URL, mail address or hash");
    else collector.observable(found, beside);
  }
}

/** Names of what each indicator indicates, by its id. */
function groupsByIndicator(objects: readonly Json[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string>();
  for (const object of objects)
    if (GROUP_TYPES.has(text(object["type"]))) names.set(text(object["id"]), text(object["name"]));
  const found = new Map<string, string[]>();
  for (const object of objects) {
    if (object["type"] !== "relationship" || object["relationship_type"] !== "indicates") continue;
    const name = names.get(text(object["target_ref"])) ?? "";
    const id = text(object["source_ref"]);
    if (name !== "") found.set(id, [...(found.get(id) ?? []), name]);
  }
  return found;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function instant(value: unknown): EpochMs | null {
  const at = Date.parse(text(value));
  return Number.isNaN(at) ? null : epochMs(at);
}

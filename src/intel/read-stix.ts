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
import { notShown } from "./pattern/shown.ts";
import type { Comparison, ComparisonExpression, ObservationExpression } from "./pattern/syntax.ts";

type Json = Readonly<Record<string, unknown>>;

/** Objects that an indicator may indicate, and that are worth telling. */
const GROUP_TYPES: ReadonlySet<string> = new Set(["threat-actor", "intrusion-set", "campaign", "malware", "tool"]);

/** `objects`: of the file, in its order, asked for twice: groups may stand behind what indicates them, and newer versions behind older ones. */
export function readStix(objects: () => Iterable<Json>, collector: Collector): void {
  const { groups, newest } = learn(objects());
  for (const object of objects()) {
    if (object["type"] !== "indicator") continue;
    const id = text(object["id"]);
    if (id !== "" && (instant(object["modified"]) ?? 0) < (newest.get(id) ?? 0)) continue;
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

interface Learnt {
  /** Names of what each indicator indicates, by its id. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** Of each indicator the time of its last change, 0 where none is told. */
  readonly newest: ReadonlyMap<string, number>;
}

function learn(objects: Iterable<Json>): Learnt {
  const names = new Map<string, string>();
  const pairs: (readonly [indicator: string, group: string])[] = [];
  const newest = new Map<string, number>();
  for (const object of objects) {
    const type = text(object["type"]);
    const id = text(object["id"]);
    if (GROUP_TYPES.has(type)) names.set(id, text(object["name"]));
    else if (type === "relationship" && object["relationship_type"] === "indicates" && object["revoked"] !== true) {
      pairs.push([text(object["source_ref"]), text(object["target_ref"])]);
    } else if (type === "indicator" && id !== "") {
      newest.set(id, Math.max(newest.get(id) ?? 0, instant(object["modified"]) ?? 0));
    }
  }
  const groups = new Map<string, string[]>();
  for (const [indicator, target] of pairs) {
    const name = names.get(target) ?? "";
    const known = groups.get(indicator);
    if (name === "" || known?.includes(name) === true) continue;
    if (known === undefined) groups.set(indicator, [name]);
    else known.push(name);
  }
  return { groups, newest };
}

function takePattern(object: Json, beside: Beside, collector: Collector): void {
  const pattern = text(object["pattern"]);
  const language = text(object["pattern_type"]) || "stix";
  if (object["revoked"] === true) collector.reject(pattern, beside.place, "its source has revoked it");
  else if (language !== "stix") collector.reject(pattern, beside.place, `its pattern is written in ${language}`);
  else takePatternText(pattern, beside, collector);
}

/** One value or several of which any will do are taken apart; what needs more stays a pattern; what cannot be searched for is told. */
export function takePatternText(pattern: string, beside: Beside, collector: Collector): void {
  const parsed = parsePattern(pattern);
  if (!parsed.ok) {
    const { message, span } = parsed.problem;
    collector.reject(pattern, beside.place, `its pattern cannot be read at character ${span.start + 1}: ${message}`);
    return;
  }
  const values = valuesOf(parsed.pattern);
  if (values !== null) {
    for (const value of values) takeValue(value, beside, collector);
    return;
  }
  const unshown = notShown(parsed.pattern);
  if (unshown === null) collector.add("pattern", pattern, beside);
  else collector.reject(pattern, beside.place, `mail does not show ${unshown.slice(0, 80)}`);
}

/** `[a = 'x' OR b = 'y']`, also in OR of brackets: the comparisons, of which any is enough; null for anything else. */
function valuesOf(pattern: ObservationExpression): readonly Comparison[] | null {
  if (pattern.kind === "observation") return plainOr(pattern.comparison);
  if (pattern.kind !== "any") return null;
  const found = pattern.operands.map(valuesOf);
  return found.some((one) => one === null) ? null : found.flatMap((one) => one ?? []);
}

/**
 * What one object is said to be, of which a part is enough: a file by its hashes, whatever its name; a domain with the addresses that it led to,
 * which mail does not tell.
 */
function oneObject(operands: readonly ComparisonExpression[]): readonly Comparison[] | null {
  const found = operands.flatMap((one) => (isPlain(one) ? [one] : []));
  const types = new Set(found.map(({ path }) => path.type));
  if (found.length < operands.length || types.size > 1) return null;
  if (types.has("file")) {
    const hashes = found.filter((one) => kindOf(one) === "file-hash");
    return hashes.length === 0 ? null : hashes;
  }
  const isDomain = types.has("domain-name") && found.some(({ path }) => path.steps.length === 1);
  return isDomain && found.every((one) => kindOf(one) !== null) ? found : null;
}

function isPlain(expression: ComparisonExpression): expression is Comparison {
  if (expression.kind !== "comparison") return false;
  const { operator, negated, constants } = expression;
  return !negated && (operator === "=" || operator === "IN") && constants.every(({ kind }) => kind === "string");
}

function plainOr(expression: ComparisonExpression): readonly Comparison[] | null {
  if (expression.kind === "or") {
    const found = expression.operands.map(plainOr);
    return found.some((one) => one === null) ? null : found.flatMap((one) => one ?? []);
  }
  if (expression.kind === "and") return oneObject(expression.operands);
  return isPlain(expression) && kindOf(expression) !== null ? [expression] : null;
}

type Kind = "value" | "email-subject" | "file-name" | "file-hash";

/** What of an object is compared, for those that a message can tell; null for others. */
function kindOf({ path: { type, steps } }: Comparison): Kind | null {
  const names = steps.map((step) => (step.kind === "property" ? step.name : "*")).join(".");
  if (["domain-name", "url", "ipv4-addr", "ipv6-addr", "email-addr"].includes(type))
    return names === "value" || (type === "domain-name" && names === "resolves_to_refs.*.value") ? "value" : null;
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

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function instant(value: unknown): EpochMs | null {
  const at = Date.parse(text(value));
  return Number.isNaN(at) ? null : epochMs(at);
}

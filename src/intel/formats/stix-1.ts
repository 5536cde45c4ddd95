/**
 * STIX 1.0 to 1.2 as XML with CybOX 2: indicators, wherever in the package they stand, with the observables that they ask for. Properties of one
 * object hold together; of a file its hash says it all. Observables outside indicators were seen, and are not called malicious.
 */
import { type EpochMs, epochMs } from "../../base/brand.ts";
import { limits } from "../../base/limits.ts";
import type { Beside, Collector } from "../collector.ts";
import { type Condition, type Criterion, type Role, takeCriterion } from "./criteria.ts";
import { childOf, childText, descendants, type XmlElement } from "./xml.ts";

export function isStix1(root: XmlElement): boolean {
  return root.name === "STIX_Package" || root.name === "Observables";
}

/** Gives the title and the traffic light. */
export function readStix1(root: XmlElement, collector: Collector): { readonly title: string; readonly tlp: string } {
  const observables = new Map<string, XmlElement>();
  for (const one of [...descendants(root, "Observable")]) {
    const id = one.attributes.get("id");
    if (id !== undefined && !observables.has(id)) observables.set(id, one);
  }
  const used = new Set<XmlElement>();
  const reader: Reader = { observables, used, collector };
  const indicators = [...descendants(root, "Indicator")].filter((one) => one.attributes.get("idref") === undefined);
  for (const indicator of indicators) takeIndicator(indicator, reader);
  for (const observable of observables.values())
    if (!used.has(observable)) takeObserved(observable, indicators.length > 0, reader);
  return { title: titleOf(root), tlp: lightOf(root) };
}

interface Reader {
  readonly observables: ReadonlyMap<string, XmlElement>;
  /** Those that an indicator asks for, with all within. */
  readonly used: Set<XmlElement>;
  readonly collector: Collector;
}

function takeIndicator(indicator: XmlElement, reader: Reader): void {
  const id = indicator.attributes.get("id") ?? "";
  const window = childOf(indicator, "Valid_Time_Position");
  const beside: Beside = {
    place: id === "" ? `line ${indicator.line}` : id,
    name: (childText(indicator, "Title") || childText(indicator, "Description")).slice(0, 200),
    from: window === undefined ? null : dateOf(childText(window, "Start_Time")),
    until: window === undefined ? null : dateOf(childText(window, "End_Time")),
    groups: groupsOf(indicator),
  };
  const asked = indicator.children.filter(({ name }) => name === "Observable");
  if (asked.length === 0) {
    const tests =
      childOf(indicator, "Test_Mechanisms") !== undefined
        ? "its test is in a language of another tool"
        : "it asks for nothing";
    reader.collector.reject(beside.name ?? "", beside.place, tests);
    return;
  }
  if (indicator.attributes.get("negate") === "true") {
    reader.collector.reject(
      beside.name ?? "",
      beside.place,
      "alone it asks for what is not there, which any mail fulfils",
    );
    for (const one of asked) criterionOf(one, reader, 0);
    return;
  }
  for (const one of asked) takeCriterion(criterionOf(one, reader, 0), beside, reader.collector);
}

/** Where nothing is called an indicator, what was observed is all there is. */
function takeObserved(observable: XmlElement, hasIndicators: boolean, reader: Reader): void {
  const place = observable.attributes.get("id") ?? `line ${observable.line}`;
  const criterion = criterionOf(observable, reader, 0);
  if (criterion.kind !== "one" && criterion.operands.length === 0) return;
  if (!hasIndicators) takeCriterion(criterion, { place }, reader.collector);
  else
    reader.collector.reject(firstText(criterion), place, "its source observed it, and does not call it an indicator");
}

function firstText(criterion: Criterion): string {
  if (criterion.kind === "one") return criterion.text;
  const [first] = criterion.operands;
  return first === undefined ? "" : firstText(first);
}

/** `depth`: observables name each other. */
function criterionOf(observable: XmlElement, reader: Reader, depth: number): Criterion {
  const target = reader.observables.get(observable.attributes.get("idref") ?? "") ?? observable;
  reader.used.add(observable).add(target);
  const composition = childOf(target, "Observable_Composition");
  if (composition !== undefined) {
    const inner = composition.children.filter(({ name }) => name === "Observable");
    const isOr = (composition.attributes.get("operator") ?? "AND").toUpperCase() === "OR";
    const isTooDeep = depth >= limits.patternDepthMax;
    return {
      kind: isOr ? "or" : "and",
      operands: isTooDeep ? [] : inner.map((one) => criterionOf(one, reader, depth + 1)),
    };
  }
  const object = childOf(target, "Object");
  const properties = object === undefined ? undefined : childOf(object, "Properties");
  return properties === undefined ? { kind: "and", operands: [] } : propertiesOf(properties);
}

const MISSING: Criterion = { kind: "and", operands: [] };

function propertiesOf(properties: XmlElement): Criterion {
  const type = (properties.attributes.get("type") ?? "").replace(/^.*:/, "").replace(/(?:Object)?Type$/, "");
  switch (type) {
    case "DomainName":
    case "URI":
    case "Link":
      return criterionOfValue(childOf(properties, "Value"), "value", type);
    case "Hostname":
      return criterionOfValue(childOf(properties, "Hostname_Value"), "value", type);
    case "Address": {
      const category = properties.attributes.get("category") ?? "ipv4-addr";
      const isShown = ["ipv4-addr", "ipv6-addr", "ipv4-net", "ipv6-net", "e-mail", "cidr"].includes(category);
      return criterionOfValue(
        childOf(properties, "Address_Value"),
        isShown ? "value" : "other",
        `an address of the kind ${category}`,
      );
    }
    case "File":
      return fileOf(properties);
    case "EmailMessage":
      return mailOf(properties);
    default:
      return {
        kind: "one",
        role: "other",
        condition: "is",
        negated: false,
        text: deepText(properties) || type,
        asked: type === "" ? "an object without a type" : type,
      };
  }
}

/** Of one file all hashes say the same, and more than its name. */
function fileOf(properties: XmlElement): Criterion {
  const hashes = [...descendants(properties, "Simple_Hash_Value")].map((one) =>
    criterionOfValue(one, "file-hash", "a hash"),
  );
  if (hashes.length > 0) return { kind: "or", operands: hashes };
  return criterionOfValue(childOf(properties, "File_Name"), "file-name", "File_Name");
}

function mailOf(properties: XmlElement): Criterion {
  const header = childOf(properties, "Header") ?? properties;
  const addresses = (name: string, role: Role): readonly Criterion[] =>
    [...descendants(header, name)].flatMap((one) =>
      [...descendants(one, "Address_Value")].map((value) => criterionOfValue(value, role, name)),
    );
  const texts = (name: string, role: Role): readonly Criterion[] => {
    const found = childOf(header, name);
    return found === undefined || found.text === "" ? [] : [criterionOfValue(found, role, name)];
  };
  const operands = [
    ...addresses("From", "sender"),
    ...addresses("Sender", "sender"),
    ...addresses("Reply_To", "value"),
    ...addresses("Recipient", "recipient"),
    ...texts("Subject", "subject"),
    ...texts("Message_ID", "message-id"),
    ...texts("X_Mailer", "mailer"),
  ];
  if (operands.length === 0)
    return {
      kind: "one",
      role: "other",
      condition: "is",
      negated: false,
      text: deepText(properties),
      asked: "this part of a mail",
    };
  return { kind: "and", operands };
}

const CONDITIONS: ReadonlyMap<string, { readonly condition: Condition; readonly negated: boolean }> = new Map([
  ["Equals", { condition: "is", negated: false }],
  ["DoesNotEqual", { condition: "is", negated: true }],
  ["Contains", { condition: "contains", negated: false }],
  ["DoesNotContain", { condition: "contains", negated: true }],
  ["StartsWith", { condition: "begins", negated: false }],
  ["EndsWith", { condition: "ends", negated: false }],
  ["FitsPattern", { condition: "matches", negated: false }],
]);

/** A value may be a list (CybOX: `##comma##`), of which any is enough unless it says all. */
function criterionOfValue(element: XmlElement | undefined, role: Role, asked: string): Criterion {
  if (element === undefined || element.text === "") return MISSING;
  const { attributes, text } = element;
  const word = attributes.get("condition") ?? "Equals";
  const known = CONDITIONS.get(word);
  const values = text.split(attributes.get("delimiter") ?? "##comma##", limits.stixListMax).map((one) => one.trim());
  const operands = values.map(
    (value): Criterion => ({
      kind: "one",
      role: known === undefined ? "other" : role,
      condition: known?.condition ?? "is",
      negated: known?.negated ?? false,
      text: value,
      asked: known === undefined ? `${asked} ${word}` : asked,
    }),
  );
  const [only] = operands;
  if (operands.length === 1 && only !== undefined) return only;
  return { kind: attributes.get("apply_condition")?.toUpperCase() === "ALL" ? "and" : "or", operands };
}

function deepText(element: XmlElement): string {
  if (element.text !== "") return element.text;
  for (const child of element.children) {
    const found = deepText(child);
    if (found !== "") return found;
  }
  return "";
}

/** What it indicates, by the title that stands in it. */
function groupsOf(indicator: XmlElement): readonly string[] {
  const found = [...descendants(indicator, "Indicated_TTP"), ...descendants(indicator, "Related_Campaign")];
  return found
    .flatMap((one) => [...descendants(one, "Title"), ...descendants(one, "Name")].slice(0, 1).map(({ text }) => text))
    .filter((name) => name !== "");
}

function titleOf(root: XmlElement): string {
  const headers = [...descendants(root, "STIX_Header")].map((header) => childText(header, "Title"));
  const incidents = [...descendants(root, "Incident")].map((one) => childText(one, "Title"));
  // Exporters head every package alike; the incident has the title that its author gave it.
  return incidents.find((title) => title !== "") ?? headers.find((title) => title !== "") ?? "";
}

function lightOf(root: XmlElement): string {
  const colours = [...descendants(root, "Marking_Structure")].map(({ attributes }) =>
    (attributes.get("color") ?? "").toUpperCase(),
  );
  const level = ["RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR", "WHITE"].find((one) => colours.includes(one));
  return level === undefined ? "" : `TLP:${level}`;
}

function dateOf(text: string): EpochMs | null {
  const at = Date.parse(text);
  return text === "" || Number.isNaN(at) ? null : epochMs(at);
}

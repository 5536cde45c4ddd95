/**
 * What older formats (OpenIOC, STIX 1) ask for, as one tree of AND and OR, and what of it can be hunted for: single values where any of them is
 * enough, a STIX pattern where several must stand together. What mail does not tell is said, with the reason.
 */

import type { Beside, Collector } from "../collector.ts";
import { observableOf } from "../observable.ts";
import { parsePattern } from "../pattern/parser.ts";

/** Where in a message, or in a case, the text is looked for. */
export type Role =
  /** Host, address, URL or mail address, by what it looks like. */
  | "value"
  | "sender"
  | "recipient"
  | "subject"
  | "message-id"
  | "mailer"
  | "file-name"
  | "file-hash"
  /** Nothing that mail shows. */
  | "other";

export type Condition = "is" | "contains" | "begins" | "ends" | "matches";

export type Criterion =
  | {
      readonly kind: "one";
      readonly role: Role;
      readonly condition: Condition;
      readonly negated: boolean;
      readonly text: string;
      /** What the source asks for, in its words: `RegistryItem/Path`. */
      readonly asked: string;
    }
  | { readonly kind: "and" | "or"; readonly operands: readonly Criterion[] };

export function takeCriterion(criterion: Criterion, beside: Beside, collector: Collector): void {
  if (criterion.kind === "or") {
    for (const operand of criterion.operands) takeCriterion(operand, beside, collector);
    return;
  }
  const [only] = criterion.kind === "and" ? criterion.operands : [];
  if (criterion.kind === "and" && criterion.operands.length <= 1) {
    if (only !== undefined) takeCriterion(only, beside, collector);
    return;
  }
  if (criterion.kind === "and" && isHostWithAddress(criterion.operands)) {
    for (const operand of criterion.operands) takeCriterion(operand, beside, collector);
    return;
  }
  if (criterion.kind === "one" && takeValue(criterion, beside, collector)) return;
  const pattern = patternOf(criterion);
  if (!pattern.isPattern) {
    collector.reject(textOf(criterion), beside.place, pattern.text);
    return;
  }
  const text = `[${pattern.text}]`;
  const parsed = parsePattern(text);
  if (parsed.ok) collector.add("pattern", text, beside);
  else collector.reject(textOf(criterion), beside.place, `it gives no pattern: ${parsed.problem.message}`);
}

/** Exporters write a domain with the address that it led to so; mail tells hardly the second. */
function isHostWithAddress(operands: readonly Criterion[]): boolean {
  const types = operands.map((one) => {
    const isValue = one.kind === "one" && one.role === "value" && one.condition === "is" && !one.negated;
    return isValue ? observableOf(one.text)?.type : undefined;
  });
  return (
    types.length === 2 && types.includes("domain-name") && (types.includes("ipv4-addr") || types.includes("ipv6-addr"))
  );
}

type One = Extract<Criterion, { kind: "one" }>;

/** True when it was dealt with as a single value. */
function takeValue({ role, condition, negated, text, asked }: One, beside: Beside, collector: Collector): boolean {
  if (text === "") {
    collector.reject(asked, beside.place, "it asks for no value");
    return true;
  }
  if (negated) {
    collector.reject(text, beside.place, "alone it asks for what is not there, which any mail fulfils");
    return true;
  }
  if (role === "other") {
    collector.reject(text, beside.place, `mail does not show ${asked.slice(0, 80)}`);
    return true;
  }
  if (condition !== "is" && !(condition === "contains" && role === "value" && observableOf(text) !== null))
    return false;
  if (role === "subject") collector.add("email-subject", text, beside);
  else if (role === "file-name") collector.add("file-name", text, beside);
  else if (role === "message-id" || role === "mailer") return false;
  else collector.written(text, beside);
  return true;
}

const PATHS: Readonly<Record<Exclude<Role, "value" | "other" | "file-name" | "file-hash">, string>> = {
  sender: "email-message:from_ref.value",
  recipient: "email-message:to_refs[*].value",
  subject: "email-message:subject",
  "message-id": "email-message:message_id",
  mailer: "email-message:additional_header_fields.'X-Mailer'",
};

interface Written {
  readonly isPattern: boolean;
  /** The pattern; else why there is none, a sentence without a full stop. */
  readonly text: string;
}

function patternOf(criterion: Criterion): Written {
  if (criterion.kind === "one") return comparisonOf(criterion);
  const parts = criterion.operands.map(patternOf);
  const failed = parts.find(({ isPattern }) => !isPattern);
  const good = parts.filter(({ isPattern }) => isPattern).map(({ text }) => text);
  // Of OR, what can be told is still worth asking.
  if (failed !== undefined && (criterion.kind === "and" || good.length === 0)) return failed;
  const word = criterion.kind === "and" ? " AND " : " OR ";
  return { isPattern: true, text: good.length === 1 ? (good[0] ?? "") : `(${good.join(word)})` };
}

function comparisonOf({ role, condition, negated, text, asked }: One): Written {
  if (role === "other" || role === "file-name" || role === "file-hash") {
    return {
      isPattern: false,
      text: `it asks for ${asked.slice(0, 80)} together with other things, which the case does not tell`,
    };
  }
  const found = role === "value" || role === "sender" || role === "recipient" ? observableOf(text) : null;
  const path = role === "value" ? pathOf(found?.type) : PATHS[role];
  if (path === null) return { isPattern: false, text: "a value is no host, address, URL or mail address" };
  const value = found !== null && condition === "is" ? found.value : text;
  return { isPattern: true, text: `${path} ${negated ? "NOT " : ""}${operatorOf(condition, value)}` };
}

function pathOf(type: string | undefined): string | null {
  if (type === undefined || type === "file-hash") return type === undefined ? "domain-name:value" : null;
  return `${type}:value`;
}

function operatorOf(condition: Condition, value: string): string {
  switch (condition) {
    case "is":
      return `= ${quoted(value)}`;
    case "contains":
      return `LIKE ${quoted(`%${value}%`)}`;
    case "begins":
      return `LIKE ${quoted(`${value}%`)}`;
    case "ends":
      return `LIKE ${quoted(`%${value}`)}`;
    case "matches":
      return `MATCHES ${quoted(value)}`;
  }
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}

function textOf(criterion: Criterion): string {
  if (criterion.kind === "one") return criterion.text;
  return criterion.operands.map(textOf).join(criterion.kind === "and" ? " AND " : " OR ");
}

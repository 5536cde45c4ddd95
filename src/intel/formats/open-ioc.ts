/**
 * OpenIOC 1.0 (`ioc`, `definition`) and 1.1 (`OpenIOC`, `criteria`): items joined by AND and OR, each asking for a term of a forensic tool. Terms of
 * mail and network are taken; those of a computer's disk and memory are told.
 */
import { type EpochMs, epochMs } from "../../base/brand.ts";
import { limits } from "../../base/limits.ts";
import type { Collector } from "../collector.ts";
import { observableOf } from "../observable.ts";
import { type Condition, type Criterion, type Role, takeCriterion } from "./criteria.ts";
import { childOf, childText, type XmlElement } from "./xml.ts";

export function isOpenIoc(root: XmlElement): boolean {
  return root.name === "ioc" || root.name === "OpenIOC";
}

/** Gives the document's title. */
export function readOpenIoc(root: XmlElement, collector: Collector): string {
  const meta = childOf(root, "metadata") ?? root;
  const holder = childOf(root, "definition") ?? childOf(root, "criteria") ?? root;
  const description = childText(meta, "description");
  const title = description !== "" && description.length < 200 ? description : childText(meta, "short_description");
  const from = dateOf(childText(meta, "authored_date"));
  for (const indicator of holder.children) {
    if (indicator.name === "Indicator") takeIndicator(indicator, from, collector);
    else if (indicator.name === "IndicatorItem") takeItem(indicator, from, collector);
  }
  return title;
}

/** At the top OR says no more than a list, so each item has its own place. */
function takeIndicator(indicator: XmlElement, from: EpochMs | null, collector: Collector): void {
  if ((indicator.attributes.get("operator") ?? "OR").toUpperCase() === "OR") {
    for (const child of indicator.children) {
      if (child.name === "Indicator") takeIndicator(child, from, collector);
      else if (child.name === "IndicatorItem") takeItem(child, from, collector);
    }
    return;
  }
  const id = indicator.attributes.get("id") ?? "";
  takeCriterion(criterionOf(indicator), { place: placeOf(id, indicator), from }, collector);
}

function takeItem(item: XmlElement, from: EpochMs | null, collector: Collector): void {
  const id = item.attributes.get("id") ?? "";
  const name = childText(item, "Comment").slice(0, 200);
  takeCriterion(itemOf(item), { place: placeOf(id, item), from, name }, collector);
}

function placeOf(id: string, { line }: XmlElement): string {
  return /^[0-9a-f-]{32,36}$/i.test(id) ? id : `line ${line}`;
}

function criterionOf(indicator: XmlElement): Criterion {
  const operands = indicator.children.flatMap((child): readonly Criterion[] => {
    if (child.name === "Indicator") return [criterionOf(child)];
    return child.name === "IndicatorItem" ? [itemOf(child)] : [];
  });
  const isOr = (indicator.attributes.get("operator") ?? "OR").toUpperCase() === "OR";
  return { kind: isOr ? "or" : "and", operands };
}

const CONDITIONS: ReadonlyMap<string, { readonly condition: Condition; readonly negated: boolean }> = new Map([
  ["is", { condition: "is", negated: false }],
  ["isnot", { condition: "is", negated: true }],
  ["contains", { condition: "contains", negated: false }],
  ["containsnot", { condition: "contains", negated: true }],
  ["starts-with", { condition: "begins", negated: false }],
  ["ends-with", { condition: "ends", negated: false }],
  ["matches", { condition: "matches", negated: false }],
]);

function itemOf(item: XmlElement): Criterion {
  const search = childOf(item, "Context")?.attributes.get("search") ?? "";
  const word = (item.attributes.get("condition") ?? "is").toLowerCase();
  const known = CONDITIONS.get(word);
  const isNegated = item.attributes.get("negate") === "true";
  return {
    kind: "one",
    role: known === undefined ? "other" : roleOf(search),
    condition: known?.condition ?? "is",
    negated: (known?.negated ?? false) !== isNegated,
    text: contentOf(item),
    asked: known === undefined ? `${search} ${word}` : search,
  };
}

/** One exporter wrote the value as the item's id and left its content empty. */
function contentOf(item: XmlElement): string {
  const content = childText(item, "Content");
  const id = item.attributes.get("id") ?? "";
  return content === "" && observableOf(id) !== null ? id : content.slice(0, limits.indicatorCharsMax + 1);
}

/** By the last words of the term; documents differ in the first. */
const ROLES: readonly (readonly [terms: RegExp, role: Role])[] = [
  [/^Email\/(?:From|ReplyTo|Reply-To|Sender|SenderAddress|ReturnPath)$/i, "sender"],
  [/^Email\/(?:To|CC|BCC)$/i, "recipient"],
  [/^Email\/Subject$/i, "subject"],
  [/^Email\/(?:MessageID|Message-ID)$/i, "message-id"],
  [/^Email\/(?:XMailer|X-Mailer)$/i, "mailer"],
  [/(?:^|\/)(?:Attachment\/Name|FileName|AttachmentName)$/i, "file-name"],
  [/(?:md5|sha1|sha-1|sha256|sha-256|sha512)(?:sum)?$/i, "file-hash"],
  [
    /(?:^|\/)(?:DNS|Host|HostName|RecordName|URL|URI|remoteIP|localIP|IPv[46]Address|RecordData\/Host|Destination|Domain|IP)$/i,
    "value",
  ],
];

function roleOf(search: string): Role {
  return ROLES.find(([terms]) => terms.test(search))?.[1] ?? "other";
}

/** The dates of all indicators of a file are one: when it was written. */
function dateOf(text: string): EpochMs | null {
  const at = Date.parse(/[zZ]|[+-]\d\d:?\d\d$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(at) ? null : epochMs(at);
}

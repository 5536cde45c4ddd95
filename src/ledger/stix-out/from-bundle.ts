/**
 * A bundle that `toBundle` wrote → the ledger it was made of. What others put into such a bundle is checked: a field of another form leaves
 * its object out, which is counted. Total; null for a bundle without a document of ours.
 */
import { limits } from "../../base/limits.ts";
import type { LedgerDocument, LedgerStatement, QuotedIndicator } from "../../case/ledger.ts";
import { isLedgerDocument, isLedgerStatement, isQuotedIndicator } from "../../case/ledger-form.ts";
import { EXTENSION_ID } from "./to-bundle.ts";

export interface ReadBack {
  /** In the order in which they were written. */
  readonly documents: readonly LedgerDocument[];
  /** Objects with our extension that are not of its form. */
  readonly leftOut: number;
}

type Json = Readonly<Record<string, unknown>>;

export function fromBundle(bundle: unknown): ReadBack | null {
  const objects = isJson(bundle) && Array.isArray(bundle["objects"]) ? bundle["objects"] : [];
  const drafts: { readonly key: string; readonly position: number; readonly record: Json }[] = [];
  const statements = new Map<string, { readonly at: number; readonly value: LedgerStatement }[]>();
  const indicators = new Map<string, { readonly at: number; readonly value: QuotedIndicator }[]>();
  let leftOut = 0;
  for (const object of objects) {
    const found = recordOf(object);
    if (found === null) continue;
    const { what, record } = found;
    const { document, at, position } = record;
    if (what === "document" && typeof position === "number" && typeof record["sha256"] === "string") {
      drafts.push({ key: `${position} ${record["sha256"]}`, position, record });
    } else if (what === "statement" && isPlace(document, at) && isLedgerStatement(record["statement"])) {
      push(statements, String(document), { at: Number(at), value: record["statement"] });
    } else if (what === "indicator" && isPlace(document, at) && isQuotedIndicator(record["indicator"])) {
      push(indicators, String(document), { at: Number(at), value: record["indicator"] });
    } else leftOut += 1;
  }
  if (drafts.length === 0) return null;
  const documents: LedgerDocument[] = [];
  for (const { key, record } of drafts.toSorted((a, b) => a.position - b.position)) {
    const whole = documentOf(record, ordered(statements.get(key)), indicators.get(key) ?? []);
    if (whole === null) leftOut += 1;
    else documents.push(whole);
  }
  return { documents, leftOut };
}

function documentOf(
  { position: _, left, ...record }: Json,
  statements: readonly LedgerStatement[],
  own: readonly { readonly at: number; readonly value: QuotedIndicator }[],
): LedgerDocument | null {
  const kept = (Array.isArray(left) ? left : []).flatMap((one: unknown) =>
    isJson(one) && typeof one["at"] === "number" && isQuotedIndicator(one["indicator"])
      ? [{ at: one["at"], value: one["indicator"] }]
      : [],
  );
  const whole: unknown = { ...record, statements, indicators: ordered([...own, ...kept]) };
  return isLedgerDocument(whole) ? whole : null;
}

function ordered<T>(items: readonly { readonly at: number; readonly value: T }[] = []): readonly T[] {
  return items.toSorted((a, b) => a.at - b.at).map(({ value }) => value);
}

function recordOf(object: unknown): { readonly what: unknown; readonly record: Json } | null {
  const extensions = isJson(object) ? object["extensions"] : null;
  const own = isJson(extensions) ? extensions[EXTENSION_ID] : null;
  if (!isJson(own)) return null;
  const text = own["letterlock_record"];
  if (typeof text !== "string" || text.length > limits.intelFileBytesMax) return null;
  try {
    const record: unknown = JSON.parse(text);
    return isJson(record) ? { what: own["letterlock_what"], record } : { what: null, record: {} };
  } catch {
    return { what: null, record: {} };
  }
}

function isPlace(document: unknown, at: unknown): boolean {
  return typeof document === "string" && typeof at === "number";
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

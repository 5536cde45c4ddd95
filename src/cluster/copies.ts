/**
 * Proof by comparison (threat-facts 2.4): copies of one lure to several readers are laid side by side, their loads
 * aligned by shape, and a field of the URL that differs from reader to reader is a token, however opaque (TF-125, TF-127).
 */
import type { Sha256 } from "../base/brand.ts";
import type { MessageOutline } from "../case/outline.ts";
import type { LoadRecord, TokenRecord } from "../case/record.ts";
import { fromAddress, senderKey } from "./sender.ts";

const DAY_MS = 86_400_000;

export interface Copy {
  readonly sha256: Sha256;
  readonly reader: string;
  readonly loads: readonly LoadRecord[];
}

export interface ProvenToken {
  readonly sha256: Sha256;
  /** Index into the record's loads. */
  readonly load: number;
  readonly token: TokenRecord;
  /** Distinct readers whose copies were compared. */
  readonly readers: readonly string[];
}

/**
 * Keys under which a message may be a copy of another: the same visible text, or the same sender and subject on one
 * day. Empty for a message without a load that is hidden or looks like it carries a token: memory is an entry per key.
 */
export function copyKeys(outline: MessageOutline): readonly string[] {
  if (!outline.tracks) return [];
  const keys: string[] = [];
  if (outline.content.textPrint !== "") keys.push(`text ${outline.content.textPrint}`);
  const sender = senderKey(fromAddress(outline));
  if (sender !== "" && outline.date !== null) {
    const subject = outline.subject
      .toLowerCase()
      .replace(/\p{N}+/gu, "0")
      .replace(/\s+/g, " ")
      .slice(0, 200);
    keys.push(`subject ${sender} ${Math.floor(outline.date / DAY_MS)} ${subject}`);
  }
  return keys;
}

/** Compares the copies of one lure. Copies of one reader only prove nothing: the result is then empty. */
export function proveTokens(copies: readonly Copy[]): readonly ProvenToken[] {
  const aligned = new Map<string, { copy: Copy; load: number; fields: ReadonlyMap<string, string> }[]>();
  for (const copy of copies) {
    const seen = new Map<string, number>();
    copy.loads.forEach((load, index) => {
      const shaped = load.fires === "open" ? shapeOf(load) : null;
      if (shaped === null) return;
      const nth = seen.get(shaped.shape) ?? 0;
      seen.set(shaped.shape, nth + 1);
      const key = `${nth} ${shaped.shape}`;
      const row = aligned.get(key) ?? [];
      row.push({ copy, load: index, fields: shaped.fields });
      aligned.set(key, row);
    });
  }
  return [...aligned.values()].flatMap(proveRow);
}

interface Cell {
  readonly copy: Copy;
  readonly load: number;
  readonly fields: ReadonlyMap<string, string>;
}

function proveRow(row: readonly Cell[]): readonly ProvenToken[] {
  const readers = new Set(row.map(({ copy }) => copy.reader));
  const first = row[0];
  if (first === undefined || readers.size < 2) return [];
  const telling = [...first.fields.keys()].filter((name) => tellsReadersApart(row, name));
  if (telling.length === 0) return [];
  return row.map(({ copy, load, fields }) => {
    const value = longest(telling.map((name) => fields.get(name) ?? ""));
    const before = copy.loads[load]?.token;
    const detail = `proven: differs in each reader's copy (${readers.size} readers compared)`;
    const token: TokenRecord = {
      kind: "proven",
      value: before?.kind === "decoded" ? before.value : value,
      detail: before?.kind === "decoded" ? `${detail}; ${before.detail}` : detail,
      address: before?.address ?? null,
    };
    return { sha256: copy.sha256, load, token, readers: [...readers] };
  });
}

/** No value stands in the copies of two readers, and every copy has one. */
function tellsReadersApart(row: readonly Cell[], name: string): boolean {
  const ownerOf = new Map<string, string>();
  for (const { copy, fields } of row) {
    const value = fields.get(name) ?? "";
    if (value === "") return false;
    const owner = ownerOf.get(value);
    if (owner !== undefined && owner !== copy.reader) return false;
    ownerOf.set(value, copy.reader);
  }
  return true;
}

/** Shape: all that copies share. Fields: host labels before the registrable domain, path segments, query values. */
function shapeOf(load: LoadRecord): { readonly shape: string; readonly fields: ReadonlyMap<string, string> } | null {
  if (!URL.canParse(load.resolved)) return null;
  const url = new URL(load.resolved);
  const labels = url.hostname
    .slice(0, Math.max(0, url.hostname.length - load.domain.length))
    .split(".")
    .filter(Boolean);
  const segments = url.pathname.split("/").slice(1);
  const fields = new Map<string, string>();
  for (const [n, label] of labels.entries()) fields.set(`host ${n}`, label);
  for (const [n, segment] of segments.entries()) fields.set(`path ${n}`, segment);
  for (const [name, value] of url.searchParams) if (!fields.has(`query ${name}`)) fields.set(`query ${name}`, value);
  // A query without `=` is one opaque value, not a set of names.
  const bare = url.search.length > 1 && !url.search.includes("=");
  if (bare) for (const name of url.searchParams.keys()) fields.delete(`query ${name}`);
  if (bare) fields.set("query", url.search.slice(1));
  const names = bare ? "?" : [...new Set(url.searchParams.keys())].sort().join(" ");
  return { shape: [load.vector, load.domain, labels.length, segments.length, names].join("|"), fields };
}

function longest(values: readonly string[]): string {
  return values.reduce((best, value) => (value.length > best.length ? value : best), "");
}

/**
 * Loads of one shape, of the copies of one mailing, laid side by side: which of their fields, or pieces of fields, no two
 * readers share, and whether anything but the reader explains that. Pure; linear in the URLs.
 */
import { limits } from "../base/limits.ts";
import type { Span } from "../base/span.ts";
import type { LoadRecord } from "../case/record.ts";
import { type Cell, type CommonPart, type Copy, type CopyFind, countOwners, type Doubt, toLoad } from "./copy-find.ts";
import { piecesOf, urlLayout } from "./url-layout.ts";
import { areFewValued, isNoiseName, isSignatureName, namesReader, readsAsSendingTime } from "./value-nature.ts";

/** Readers whose values must all differ before a field of few possible values counts: chance is then below one in twenty. */
const FEW_VALUED_READERS_MIN = 5;
/** Readers whose shown pictures must all differ: of two that are tried on readers, no three get each another. */
const PICTURE_READERS_MIN = 3;
/** Variants, and values seen with a second reader, are the exception where a field tells readers apart: one in four at most. */
const EXCEPTIONS_SHARE = 0.25;
/** Pieces of a field by which loads are told apart. */
const PIECES_COMPARED_MAX = 6;
/** Parts kept of a load: mailers split a token over two or three. */
const PARTS_MAX = 8;
/** Fields and pieces looked at of one kind of load; real URLs have ten, hostile ones fields that hold the time before the token. */
const COLUMNS_MAX = limits.urlFieldsMax;
/** Fields of a load that was not compared in which a known token is looked for. */
const SERIES_FIELDS_MAX = 24;

/** Several owners have this value. */
const SHARED = -1;

/** Loads of one shape, by the values that readers share; each such group holds what is laid side by side. */
export function compareShape(copies: readonly Copy[], cells: readonly Cell[]): readonly CopyFind[] {
  const first = cells[0];
  if (first === undefined || countOwners(cells).readers < 2) return [];
  const holders = first.values.map((_, field) =>
    holdersOf(
      cells,
      cells.map(({ values }) => values[field] ?? ""),
    ),
  );
  const isOwn = (cell: Cell, field: number): boolean => holders[field]?.get(cell.values[field] ?? "") !== SHARED;
  const rows = Map.groupBy(cells, (cell) =>
    cell.values.map((value, field) => (isOwn(cell, field) ? "" : value)).join("\n"),
  );
  const sharers = first.values.map(
    (_, field) => new Set(cells.filter((cell) => !isOwn(cell, field)).map(({ owner }) => owner)),
  );
  return [...rows.values()].flatMap((row) => {
    const some = row[0];
    if (some === undefined) return [];
    const own = first.values.map((_, field) => field).filter((field) => isOwn(some, field));
    const having = new Set(row.map(({ owner }) => owner));
    // Most readers share what this field holds: the others are variants, or few.
    const telling = own.filter((field) => isRule(having, sharers[field] ?? new Set()));
    if (telling.length === 0) return [];
    return partRow(row, own).flatMap((part) => compareRow(copies, part, telling));
  });
}

/** As many loads in each copy. */
function isEven(row: readonly Cell[]): boolean {
  const sizes = new Map<number, number>();
  for (const { copy } of row) sizes.set(copy, (sizes.get(copy) ?? 0) + 1);
  return new Set(sizes.values()).size === 1;
}

/** Where one copy has more loads of a kind than another, those with the same pieces in the fields `own` belong together. */
function partRow(row: readonly Cell[], own: readonly number[]): readonly (readonly Cell[])[] {
  if (isEven(row)) return [row];
  const keys = row.map(() => "");
  for (const field of own.slice(0, PARTS_MAX)) {
    const pieces = row.map(({ load, layout }) => {
      const place = layout.fields[field];
      if (place === undefined) return [];
      return piecesOf(load.resolved, place).map(({ start, end }) => load.resolved.slice(start, end));
    });
    for (let nth = 0; nth < PIECES_COMPARED_MAX; nth += 1) {
      const values = pieces.map((list) => (list[nth] === undefined ? "" : `${list.length} ${list[nth]}`));
      const holders = holdersOf(row, values);
      values.forEach((value, line) => {
        const isShared = value !== "" && holders.get(value) === SHARED;
        keys[line] += isShared ? `|${value}` : `|${pieces[line]?.length ?? 0}`;
      });
    }
  }
  return [...Map.groupBy(row.entries(), ([line]) => keys[line] ?? "").values()].map((part) =>
    part.map(([, cell]) => cell),
  );
}

/** By value: the owner who has it, or `SHARED`. `values`: one each for the cells. */
function holdersOf(cells: readonly Cell[], values: readonly string[]): ReadonlyMap<string, number> {
  const holders = new Map<string, number>();
  for (const [line, cell] of cells.entries()) {
    const value = values[line] ?? "";
    const holder = holders.get(value);
    if (holder === undefined) holders.set(value, value === "" ? SHARED : cell.owner);
    else if (holder !== cell.owner) holders.set(value, SHARED);
  }
  return holders;
}

/**
 * Of the readers with loads of this shape at most one in four has no value of their own here. `having`: those of the row;
 * `sharers`: those with a value that others have too. Cost: the row's readers, since a hostile mailing has as many rows as loads.
 */
function isRule(having: ReadonlySet<number>, sharers: ReadonlySet<number>): boolean {
  let lacking = sharers.size;
  for (const owner of having) if (sharers.has(owner)) lacking -= 1;
  return lacking <= (having.size + lacking) * EXCEPTIONS_SHARE;
}

/** Loads that differ only in fields that no two readers share; `telling` are indexes of such fields, not empty. */
function compareRow(copies: readonly Copy[], row: readonly Cell[], telling: readonly number[]): readonly CopyFind[] {
  const count = countOwners(row);
  if (count.readers < 2) return [];
  const columns = firstColumns(row, telling);
  const judged = judgeColumns(copies, row, columns, count.readers);
  const byCopy = Map.groupBy(row, ({ copy }) => copy);
  // With more loads of a kind in one copy nobody knows which belongs beside which, unless all of a copy's hold one value.
  const aligned = isEven(row) ? judged : judged.filter(({ values }) => isOnePerCopy(row, values));
  const kept = surestFirst(aligned);
  if (kept.length === 0) return [];
  const common = commonParts(row);
  const lines = [...byCopy.values()];
  const lineOf = new Map(row.map((cell, line) => [cell, line]));
  const at = (cell: Cell): number => lineOf.get(cell) ?? 0;
  return lines.flatMap((line, nth) =>
    line.map((cell, column): CopyFind => {
      const beside = besideOf(lines, nth, column) ?? cell;
      return {
        kind: "tells",
        copy: cell.copy,
        load: cell.index,
        other: toLoad(beside),
        ...count,
        parts: kept.map(({ series, doubt, spans, values }) => ({
          ...(spans[at(cell)] ?? { start: 0, end: 0 }),
          series,
          doubt,
          value: values[at(cell)] ?? "",
        })),
        otherParts: kept.map(({ spans }) => spans[at(beside)] ?? { start: 0, end: 0 }),
        common: common(cell),
      };
    }),
  );
}

/** At most `COLUMNS_MAX`. */
function firstColumns(row: readonly Cell[], telling: readonly number[]): readonly Column[] {
  const columns: Column[] = [];
  for (const field of telling) {
    if (columns.length >= COLUMNS_MAX) break;
    columns.push(...columnsOf(row, field));
  }
  return columns;
}

/** At most `PARTS_MAX`, those without doubt before others, in the order of the URL. */
function surestFirst(columns: readonly JudgedColumn[]): readonly JudgedColumn[] {
  if (columns.length <= PARTS_MAX) return columns;
  const ranks = ["none", "time", "picture", "few"];
  const kept = columns.toSorted((a, b) => ranks.indexOf(a.doubt) - ranks.indexOf(b.doubt)).slice(0, PARTS_MAX);
  return columns.filter((column) => kept.includes(column));
}

/** One field or piece of one in all loads of a row. */
interface Column {
  readonly field: string;
  readonly series: string;
  /** One each for the row's loads. */
  readonly spans: readonly Span[];
  readonly values: readonly string[];
}

interface JudgedColumn extends Column {
  readonly doubt: Doubt;
}

/** The first fields of a load, and their pieces, with the name of its series: as `TellingPart` has them. */
export function seriesOf({
  resolved,
  domain,
}: LoadRecord): readonly { readonly series: string; readonly part: Span }[] {
  const layout = urlLayout(resolved, domain);
  if (layout === null) return [];
  return layout.fields.slice(0, SERIES_FIELDS_MAX).flatMap((field) => {
    const base = fieldSeries(domain, layout.shape, field.name);
    const pieces = piecesOf(resolved, field);
    const parts = pieces.map((part, nth) => ({ series: pieceSeries(base, nth, pieces.length), part }));
    return [{ series: base, part: { start: field.start, end: field.end } }, ...(parts.length < 2 ? [] : parts)];
  });
}

function fieldSeries(domain: string, shape: string, field: string): string {
  return `${domain}|${shape}|${field}`;
}

function pieceSeries(field: string, nth: number, count: number): string {
  return `${field}|${nth}/${count}`;
}

/** The pieces of a field that no two readers share; the whole field where its pieces do not line up. */
function columnsOf(row: readonly Cell[], field: number): readonly Column[] {
  const wholes = row.map(({ layout }) => layout.fields[field] ?? { name: "", start: 0, end: 0 });
  const name = wholes[0]?.name ?? "";
  const base = fieldSeries(row[0]?.load.domain ?? "", row[0]?.layout.shape ?? "", name);
  const column = (spans: readonly Span[], series: string): Column => ({
    field: name,
    series,
    spans,
    values: spans.map(({ start, end }, line) => row[line]?.load.resolved.slice(start, end) ?? ""),
  });
  const whole = column(wholes, base);
  const pieces = row.map(({ load }, line) => piecesOf(load.resolved, wholes[line] ?? { start: 0, end: 0 }));
  const count = pieces[0]?.length ?? 0;
  if (count < 2 || pieces.some(({ length }) => length !== count)) return [whole];
  const own = Array.from({ length: count }, (_, nth) =>
    column(
      pieces.map((list) => list[nth] ?? { start: 0, end: 0 }),
      pieceSeries(base, nth, count),
    ),
  ).filter(({ values }) => ![...holdersOf(row, values).values()].includes(SHARED));
  return own.length === 0 ? [whole] : own;
}

/** Sets what else could explain a difference apart from what nothing but the reader explains. */
function judgeColumns(
  copies: readonly Copy[],
  row: readonly Cell[],
  columns: readonly Column[],
  readers: number,
): readonly JudgedColumn[] {
  const isNoise = columns.map(
    ({ field, values }) =>
      isNoiseName(field) ||
      values.every((value, line) => readsAsSendingTime(value, copies[row[line]?.copy ?? 0]?.date ?? null)),
  );
  // A picture that readers see and one copy sees no token in may be another for its own sake.
  const isTried = row.every(({ load: { hidden, token } }) => !hidden && token.kind === "none");
  return columns.map((column, nth) => {
    const isNamed = column.values.every((value, line) =>
      namesReader(value, copies[row[line]?.copy ?? 0]?.reader ?? ""),
    );
    const isDecoded = row.some(
      ({ load }, line) => load.token.kind === "decoded" && holds(load.token.value, column.values[line]),
    );
    const isFew = readers < FEW_VALUED_READERS_MIN && !isNamed && !isDecoded && areFewValued(column.values);
    const isPicture = isTried && readers < PICTURE_READERS_MIN && !isNamed && !isDecoded;
    const isSignature = isSignatureName(column.field) && isNoise.includes(true);
    const isTime = isNoise[nth] === true || isSignature;
    return { ...column, doubt: isFew ? "few" : isTime ? "time" : isPicture ? "picture" : "none" };
  });
}

/** One is a part of the other. */
function holds(value: string, other = ""): boolean {
  return other !== "" && value !== "" && (value.includes(other) || other.includes(value));
}

function isOnePerCopy(row: readonly Cell[], values: readonly string[]): boolean {
  const known = new Map<number, string>();
  return row.every(({ copy }, line) => {
    const value = values[line] ?? "";
    const earlier = known.get(copy);
    known.set(copy, value);
    return earlier === undefined || earlier === value;
  });
}

/** The load in the same column of the next line that is another owner's. */
function besideOf(lines: readonly (readonly Cell[])[], nth: number, column: number): Cell | null {
  const owner = lines[nth]?.[0]?.owner;
  for (let step = 1; step < lines.length; step += 1) {
    const line = lines[(nth + step) % lines.length] ?? [];
    const beside = line[Math.min(column, line.length - 1)];
    if (beside !== undefined && beside.owner !== owner) return beside;
  }
  return null;
}

/** Fields, and pieces of fields, that all loads of the row share: ids of the mailing, or the same in every mailing. */
function commonParts(row: readonly Cell[]): (cell: Cell) => readonly CommonPart[] {
  const first = row[0];
  if (first === undefined) return () => [];
  const shared = first.values
    .map((_, field) => field)
    .filter((field) => row.every(({ values }) => values[field] !== "" && values[field] === first.values[field]))
    .slice(0, PARTS_MAX);
  return ({ layout, load }) =>
    shared.flatMap((field) => {
      const at = layout.fields[field];
      if (at === undefined) return [];
      const { name, start, end } = at;
      return [
        { start, end, series: fieldSeries(load.domain, layout.shape, name), value: load.resolved.slice(start, end) },
      ];
    });
}

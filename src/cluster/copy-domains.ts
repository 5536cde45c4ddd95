/**
 * A registrable domain for each reader: hidden loads of one form that differ from copy to copy by the server alone, or by that as well. Shapes hold the
 * domain, so these are not laid side by side with others. Pure; linear in the loads.
 */
import { type Cell, type CopyFind, countOwners, toLoad } from "./copy-find.ts";

/** Of two servers that share the work no three readers get each another; honest mail of one form has few. */
const READERS_MIN = 3;

/** `cells`: loads that one reader alone has, and that nothing was found out about. */
export function compareDomains(cells: readonly Cell[]): readonly CopyFind[] {
  const hidden = cells.filter(({ load }) => load.hidden && load.fires === "open" && load.domain !== "");
  const forms = Map.groupBy(hidden, ({ load, layout }) => `${load.vector}|${layout.shape.slice(load.domain.length)}`);
  return [...forms].flatMap(([form, row]) => (isOneEach(row) ? findsOf(row, form) : []));
}

/** Each reader has one, and each another server. */
function isOneEach(row: readonly Cell[]): boolean {
  const owners = new Set(row.map(({ owner }) => owner)).size;
  const copies = new Set(row.map(({ copy }) => copy)).size;
  const domains = Map.groupBy(row, ({ load }) => load.domain);
  const isOwn = [...domains.values()].every((of) => new Set(of.map(({ owner }) => owner)).size === 1);
  return owners >= READERS_MIN && copies === row.length && domains.size === owners && isOwn;
}

function findsOf(row: readonly Cell[], form: string): readonly CopyFind[] {
  const spans = row.map(({ load }) => domainSpan(load.resolved, load.domain));
  const count = countOwners(row);
  return row.map((cell, at): CopyFind => {
    const next = row.findIndex(({ owner }, nth) => owner !== cell.owner && nth > at);
    const beside = next >= 0 ? next : row.findIndex(({ owner }) => owner !== cell.owner);
    const part = {
      ...(spans[at] ?? NOWHERE),
      series: `domain|${form}`,
      doubt: "none" as const,
      value: cell.load.domain,
    };
    const other = row[beside] ?? cell;
    return {
      ...{ kind: "tells", copy: cell.copy, load: cell.index, other: toLoad(other), ...count },
      parts: [part],
      otherParts: [spans[beside] ?? NOWHERE],
      common: [],
    };
  });
}

const NOWHERE = { start: 0, end: 0 };

/** Where the registrable domain stands in the URL. */
function domainSpan(url: string, domain: string): { readonly start: number; readonly end: number } {
  const from = url.indexOf("://") + 3;
  const rest = url.slice(from).search(/[/?#]/);
  const authority = rest < 0 ? url.slice(from) : url.slice(from, from + rest);
  const start = from + Math.max(0, authority.lastIndexOf(domain));
  return { start, end: start + domain.length };
}

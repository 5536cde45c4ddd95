/**
 * The loads of one HTML part as records: resolved, placed in the raw message, with the token that one copy shows
 * (threat-facts 2.3, RL-01 to RL-31).
 *
 * Pure and total. Order is that of the message. At most `limits.storedLoadsMax` records, with the exact count beside
 * them; each distinct URL is searched for tokens once.
 */
import { limits } from "../base/limits.ts";
import type { Span } from "../base/span.ts";
import type { LoadRecord, TokenRecord } from "../case/record.ts";
import type { HtmlReference } from "../html/reading.ts";
import { unwrap } from "../url/gateways.ts";
import { type ResolvedUrl, resolveReference } from "../url/resolve.ts";
import type { NameSearch } from "./reader-names.ts";
import { NO_TOKEN, type TokenFinder } from "./tokens.ts";

export interface LoadsInput {
  readonly references: readonly HtmlReference[];
  /** RL-26; null when the part states none. */
  readonly base: string | null;
  /** Spans of the decoded text (UTF-16 offsets) to spans of the raw message, one each, in order. */
  readonly toRaw: (spans: readonly Span[]) => readonly Span[];
  /** Of the readers. */
  readonly addresses: readonly string[];
  readonly finder: TokenFinder;
  /** The sender's own addresses; none of them is a token. */
  readonly senders?: readonly string[];
  /** Of the readers. */
  readonly names?: NameSearch;
  /** As `LoadRecord.view`; empty when absent. */
  readonly view?: string;
}

export interface DescribedLoads {
  readonly loads: readonly LoadRecord[];
  /** Distinct loads that contact a server, also when `loads` was cut. */
  readonly count: number;
  /** Codes of the limits that cut something: `limit.stored-loads`, and those of the search for tokens. Each once. */
  readonly limits: readonly string[];
}

export function describeLoads(input: LoadsInput): DescribedLoads {
  const codes = new Set<string>();
  const found = distinctLoads(input, codes);
  const kept = mostTelling(found, limits.storedLoadsMax, ({ reference, token }) => weight(reference.hidden, token));
  if (kept.length < found.length) codes.add("limit.stored-loads");
  const spans = input.toRaw(kept.map(({ reference }) => ({ start: reference.start, end: reference.end })));
  return {
    loads: kept.map((load, index) => toRecord(load, spans[index] ?? { start: 0, end: 0 }, input.view ?? "")),
    count: found.length,
    limits: [...codes],
  };
}

/** At most `max` of them, in their order, the most telling: those with tokens, then hidden ones, then the first. */
export function mostTellingLoads(loads: readonly LoadRecord[], max: number): readonly LoadRecord[] {
  return mostTelling(loads, max, ({ hidden, token }) => weight(hidden, token));
}

interface FoundLoad {
  readonly reference: HtmlReference;
  /** What stands inside, where a gateway wrapped it. */
  readonly resolved: ResolvedUrl | null;
  /** The gateway's name; empty for none. */
  readonly wrapper: string;
  readonly token: TokenRecord;
}

/** At most `limits.loadsMax` references come. One vector asking for one URL twice is one load: the first is kept, but a hidden one goes before a shown one. */
function distinctLoads(input: LoadsInput, codes: Set<string>): readonly FoundLoad[] {
  const loads: FoundLoad[] = [];
  /** Places in `loads`; by URL, since few vectors ask for the same one. */
  const places = new Map<string, number[]>();
  const tokens: KnownTokens = { shown: new Map(), hidden: new Map(), onLimit: (code) => codes.add(code) };
  for (const reference of input.references) {
    const known = places.get(reference.url);
    const place = known?.find((at) => loads[at]?.reference.vector === reference.vector);
    const earlier = place === undefined ? undefined : loads[place];
    if (earlier !== undefined && (earlier.reference.hidden || !reference.hidden)) continue;
    const written = resolveReference(reference.url, input.base);
    if (written !== null && (written.kind === "inline" || written.kind === "local")) continue;
    const wrapped = written === null ? null : unwrap(written);
    const isKeptBack = wrapped !== null && (wrapped.inner === null || wrapped.isHostOnly);
    // Such gateways wrap links alone: where one stands for a picture a sender put it, to hide where it leads and by what token.
    const isPutThere = isKeptBack && reference.fires === "open";
    const resolved = isPutThere ? written : (wrapped?.inner ?? written);
    // The values of a wrapper are the gateway's own (LK-11), also where it keeps the address inside to itself.
    const token =
      isKeptBack && !isPutThere ? NO_TOKEN : tokenOf(resolved?.href ?? reference.url, reference.hidden, input, tokens);
    if (place === undefined) {
      if (known === undefined) places.set(reference.url, [loads.length]);
      else known.push(loads.length);
    }
    loads[place ?? loads.length] = { reference, resolved, wrapper: wrapped?.wrapper ?? "", token };
  }
  return loads;
}

/** By URL. */
interface KnownTokens {
  readonly shown: Map<string, TokenRecord>;
  readonly hidden: Map<string, TokenRecord>;
  readonly onLimit: (code: string) => void;
}

function tokenOf(href: string, hidden: boolean, input: LoadsInput, tokens: KnownTokens): TokenRecord {
  // The address that a mail would go to is found in every one, and tells nobody apart.
  if (/^mailto:/i.test(href)) return NO_TOKEN;
  const known = hidden ? tokens.hidden : tokens.shown;
  const seen = known.get(href);
  if (seen !== undefined) return seen;
  const token = input.finder.find(href, input.addresses, {
    hidden,
    senders: input.senders ?? [],
    ...(input.names === undefined ? {} : { names: input.names }),
    onLimit: tokens.onLimit,
  });
  known.set(href, token);
  return token;
}

/** Ties go to the earlier one. */
function mostTelling<T>(all: readonly T[], max: number, weightOf: (one: T) => number): readonly T[] {
  if (all.length <= max) return all;
  const weighed = all.map((one, order) => ({ one, order, weight: weightOf(one) }));
  const kept = weighed.sort((a, b) => b.weight - a.weight || a.order - b.order).slice(0, max);
  return kept.sort((a, b) => a.order - b.order).map(({ one }) => one);
}

function weight(isHidden: boolean, token: TokenRecord): number {
  const byToken = { decoded: 4, proven: 4, likely: 2, none: 0 }[token.kind];
  return byToken + (isHidden ? 1 : 0);
}

function toRecord({ reference, resolved, wrapper, token }: FoundLoad, span: Span, view: string): LoadRecord {
  return {
    vector: reference.vector,
    url: reference.url,
    resolved: resolved?.href ?? "",
    host: resolved?.host ?? "",
    domain: resolved?.domain ?? "",
    hidden: reference.hidden,
    why: wrapper === "" ? reference.why : [reference.why, `wrapped by ${wrapper}`].filter(Boolean).join("; "),
    fires: reference.fires,
    token: resolved === null ? NO_TOKEN : token,
    view,
    span,
  };
}

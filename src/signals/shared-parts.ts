/**
 * What the opaque values of one message have in common: the same value in several addresses, or one beginning of all values
 * of a domain (threat-facts TF-128). Links of a merged mail share what names the copy, and differ in what names the link.
 *
 * It is said in the token's detail and proves nothing. Pure; the loads are sorted once a domain.
 */
import type { LoadRecord } from "../case/record.ts";

/** Characters of a shared beginning worth telling; what is left must be some characters too. */
const PREFIX_CHARS_MIN = 6;
/** Different addresses that must agree. */
const ADDRESSES_MIN = 3;

/** The same loads, in order; those with nothing in common are the very same objects. */
export function withSharedParts(loads: readonly LoadRecord[]): readonly LoadRecord[] {
  const byDomain = Map.groupBy(loads.filter(isOpaque), ({ domain }) => domain);
  const words = new Map<LoadRecord, string>();
  for (const alike of byDomain.values()) for (const [load, said] of sharedOf(alike)) words.set(load, said);
  if (words.size === 0) return loads;
  return loads.map((load) => {
    const said = words.get(load);
    return said === undefined ? load : { ...load, token: { ...load.token, detail: `${load.token.detail}; ${said}` } };
  });
}

function isOpaque({ token, domain }: LoadRecord): boolean {
  return token.kind === "likely" && token.address === null && domain !== "";
}

function sharedOf(loads: readonly LoadRecord[]): readonly (readonly [LoadRecord, string])[] {
  if (new Set(loads.map(({ resolved }) => resolved)).size < ADDRESSES_MIN) return [];
  const byValue = Map.groupBy(loads, ({ token }) => token.value);
  const same = [...byValue.values()].flatMap((alike) => {
    const addresses = new Set(alike.map(({ resolved }) => resolved)).size;
    if (addresses < ADDRESSES_MIN) return [];
    return alike.map((load) => [load, `the same in ${addresses} addresses of this message`] as const);
  });
  return [...same, ...sharedPrefix(loads, [...byValue.keys()])];
}

/** Sorted, the first and the last value differ soonest: what they share, all do. */
function sharedPrefix(loads: readonly LoadRecord[], values: string[]): readonly (readonly [LoadRecord, string])[] {
  if (values.length < ADDRESSES_MIN) return [];
  const sorted = values.sort();
  const first = sorted[0] ?? "";
  const last = sorted.at(-1) ?? "";
  let chars = 0;
  while (chars < first.length && first.charCodeAt(chars) === last.charCodeAt(chars)) chars += 1;
  const isWord = !/\d|[a-z][A-Z]/.test(first.slice(0, chars));
  if (chars < PREFIX_CHARS_MIN || chars === first.length || isWord) return [];
  const said = `its first ${chars} characters are the same in all ${values.length} such values of this message`;
  return loads.map((load) => [load, said] as const);
}

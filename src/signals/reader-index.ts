/**
 * What a set of readers' addresses looks like inside a URL, precomputed, so that testing a field is one Map look-up
 * however many hashes are known (threat-facts TF-120 to TF-124).
 *
 * Digests are worked out on the first look-up and once per address, not per set. Pure: same addresses, same answers.
 */

import { exchangedIndex, veiledIndex } from "./address-ciphers.ts";
import { localPartStrength, nearReaders, type SplitAddress, sameMailbox, splitAddress } from "./address-forms.ts";
import type { AddressTable, Hit } from "./address-tables.ts";
import { DigestIndex } from "./digest-index.ts";
import { alteredNames, findAltered, findPlain, namesByDomain } from "./plain-names.ts";

export interface ReaderIndex {
  readonly size: number;
  /** True for an address of one of the readers, in any form. */
  isReader(address: string): boolean;
  /** The first reader whose address stands in the text; `lower` must be lower case. */
  plain(lower: string): Hit | null;
  /** Where a base64 text at any alignment would show one of the readers' domains; -1 when nowhere. */
  base64Domain(text: string): number;
  digests(): DigestIndex;
  /** A whole field as written or in lower case. */
  exact(field: string): Hit | null;
  /** A whole field that is an address with its letters exchanged one for one, plain or in an alphabet of its own. */
  exchanged(field: string): Hit | null;
  /** Bytes in which an address stands under an exclusive or with one byte. */
  veiled(bytes: Uint8Array): Hit | null;
  /** A whole field that is some reader's local part. */
  localPart(lower: string): Hit | null;
  /** True when the whole field is some reader's domain. */
  isDomain(lower: string): boolean;
  /** False where a field of so many characters is neither local part nor domain of any reader. */
  mayBeName(chars: number): boolean;
}

/** `tableOf` is asked on the first look-up of a digest or exact spelling. */
export function readerIndex(written: readonly string[], tableOf: (written: string) => AddressTable): ReaderIndex {
  const splits = written.map(splitAddress).filter((split) => split !== null);
  const byDomain = namesByDomain(splits);
  const domains = [...byDomain];
  const altered = splits.flatMap(alteredNames);
  const base64Needles = [...byDomain.keys()].flatMap(base64DomainNeedles);
  const locals = new Map(splits.map((split) => [split.local, localPartHit(split)]));
  const known = new Set(splits.flatMap((split) => sameMailbox(split).map(([local, domain]) => `${local}@${domain}`)));
  const nameChars = new Set([...locals.keys(), ...byDomain.keys()].map(({ length }) => length));
  let digests: DigestIndex | null = null;
  let exact: ExactSpellings | null = null;
  let exchanged: ((field: string) => Hit | null) | null = null;
  let veiled: ((bytes: Uint8Array) => Hit | null) | null = null;
  return {
    size: splits.length,
    isReader: (address) => known.has(address),
    plain: (lower) => findPlain(lower, domains) ?? findAltered(lower, altered),
    base64Domain: (text) => {
      for (const needle of base64Needles) {
        const at = text.indexOf(needle);
        if (at >= 0) return at;
      }
      return -1;
    },
    digests: () => {
      digests ??= new DigestIndex(splits.length === 0 ? [] : written.map(tableOf));
      return digests;
    },
    exact: (field) => {
      if (field.length < EXACT_CHARS_MIN) return null;
      exact ??= mergeExact(written.map(tableOf));
      return exactHit(field, exact);
    },
    exchanged: (field) => {
      exchanged ??= exchangedIndex(nearReaders(splits));
      return exchanged(field);
    },
    veiled: (bytes) => {
      veiled ??= veiledIndex(nearReaders(splits));
      return veiled(bytes);
    },
    localPart: (lower) => locals.get(lower) ?? null,
    isDomain: (lower) => byDomain.has(lower),
    mayBeName: (chars) => nameChars.has(chars),
  };
}

interface ExactSpellings {
  readonly hits: ReadonlyMap<string, Hit>;
  /** Lengths of the keys: fields of other lengths need no look-up, which would hash them. */
  readonly lengths: ReadonlySet<number>;
}

/** No spelling is shorter. */
const EXACT_CHARS_MIN = 8;

function exactHit(field: string, { hits, lengths }: ExactSpellings): Hit | null {
  const lower = field.toLowerCase();
  if (!lengths.has(field.length) && !lengths.has(lower.length)) return null;
  return hits.get(field) ?? (lower === field ? null : (hits.get(lower) ?? null));
}

function mergeExact(tables: readonly AddressTable[]): ExactSpellings {
  const hits = new Map<string, Hit>();
  const lengths = new Set<number>();
  for (const table of tables) {
    for (const [key, hit] of table.exact()) {
      if (hits.has(key)) continue;
      hits.set(key, hit);
      lengths.add(key.length);
    }
  }
  return { hits, lengths };
}

/** The characters of base64 that a domain alone decides, for each of the three ways it can lie on the 3-byte grid. */
function base64DomainNeedles(domain: string): readonly string[] {
  const needles: string[] = [];
  for (const text of [domain, domain.toUpperCase()]) {
    for (let shift = 0; shift < 3; shift += 1) {
      const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(text, "utf8")]);
      const start = Math.ceil((shift * 8) / 6);
      const end = Math.floor((bytes.length * 8) / 6);
      needles.push(bytes.toString("base64").slice(start, end));
    }
  }
  return needles;
}

function localPartHit(split: SplitAddress): Hit | null {
  const strength = localPartStrength(split);
  if (strength === "nothing") return null;
  return { address: split.address, detail: `local part of ${split.address}`, certain: strength === "names" };
}

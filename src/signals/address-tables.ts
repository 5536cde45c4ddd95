/**
 * Digests and exact spellings of one address, worked out once: what a field is looked up in (threat-facts TF-121, TF-123,
 * TF-124). Pure: same address, same table.
 */
import { addressTexts, type SplitAddress, splitAddress } from "./address-forms.ts";
import { keyOf } from "./digest-index.ts";
import { type DigestDepth, type DigestFound, type DigestGroup, digestAt, digestsOf } from "./digest-recipes.ts";

/** A reader found in a text or field. */
export interface Hit {
  /** The reader's address as records name it. */
  readonly address: string;
  /** For people, complete: `MD5 of the upper-case form of mp@parliament.example`. */
  readonly detail: string;
  /** False for what only points at the reader: a cut digest, a plain local part. */
  readonly certain: boolean;
}

/** What one address can look like in a URL, each part worked out when first asked for; kept per address by the finder. */
export interface AddressTable {
  /** As records name it. */
  readonly address: string;
  /** The first 32 bits of each digest of the group, in fixed order. Cost: 1.2 µs a digest, once. */
  digestKeys(group: DigestGroup, depth: DigestDepth): Uint32Array;
  /** The digest at that place of `digestKeys`, worked out anew. */
  digestAt(group: DigestGroup, place: number): DigestFound | null;
  exact(): ReadonlyMap<string, Hit>;
}

/** The spellings are made anew each time: the bytes of one would keep the whole block of memory alive that they were cut from. */
export function addressTable(written: string): AddressTable {
  const split = splitAddress(written);
  const keys = { plain: new Map<DigestGroup, Uint32Array>(), layered: new Map<DigestGroup, Uint32Array>() };
  let exact: ReadonlyMap<string, Hit> | null = null;
  return {
    address: split?.address ?? "",
    digestKeys: (group, depth) => {
      const known = keys[depth].get(group);
      if (known !== undefined) return known;
      const made = Uint32Array.from(digestsOf(group, addressTexts(written), depth), keyOf);
      keys[depth].set(group, made);
      return made;
    },
    digestAt: (group, place) => digestAt(group, addressTexts(written), place),
    exact: () => {
      exact ??= split === null ? new Map<string, Hit>() : exactSpellings(split);
      return exact;
    },
  };
}

/** Whole-field spellings that no search in text would find. */
function exactSpellings(split: SplitAddress): ReadonlyMap<string, Hit> {
  const exact = new Map<string, Hit>();
  const add = (key: string, detail: string): void => {
    if (!exact.has(key)) exact.set(key, { address: split.address, detail: `${detail}${split.address}`, certain: true });
  };
  for (const domain of split.domains) {
    for (const mark of ["-", "_", ""]) {
      const dashed = `${domain.replaceAll(".", mark)}`;
      const local = split.local.replaceAll(/[.+]/g, mark);
      add(`${local}${mark}at${mark}${dashed}`, "spelt-out form of ");
      if (mark !== "") add(`${local}${mark}${dashed}`, "dashed form of ");
    }
  }
  return exact;
}

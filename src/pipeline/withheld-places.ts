/**
 * Places and excerpts that would name somebody who did not consent: mailboxes are often called as their owner, and letters begin with a name.
 * Names are the first parts of the case's addresses that are withheld; the roster itself keeps none in the clear.
 */
import { deliveredHere } from "../case/delivered-here.ts";
import type { LocationRecord } from "../case/record.ts";
import { type RosterIndex, WITHHELD_MASK } from "../people/roster-index.ts";
import type { CaseStore, StoredMessage } from "../ports/store.ts";

/** Shorter ones are parts of any word. */
const NAME_CHARS_MIN = 3;

export class WithheldPlaces {
  readonly #index: RosterIndex;
  readonly #names: ReadonlySet<string>;

  /** Cost: every address of the case once, where somebody is withheld at all. */
  static async of(store: CaseStore, index: RosterIndex): Promise<WithheldPlaces> {
    const names = new Set<string>();
    if (index.withholdsNobody) return new WithheldPlaces(index, names);
    for await (const address of store.observables("address")) {
      if (!index.isWithheld(address)) continue;
      const local = address.slice(0, address.lastIndexOf("@"));
      if (local.length >= NAME_CHARS_MIN) names.add(local);
      names.add(address);
    }
    return new WithheldPlaces(index, names);
  }

  private constructor(index: RosterIndex, names: ReadonlySet<string>) {
    this.#index = index;
    this.#names = names;
  }

  /** Without parts of the path that are such a name, with or without the end of a file's name. */
  path(path: string): string {
    if (this.#names.size === 0) return path;
    return path
      .split("/")
      .map((part) => (this.#isName(part.toLowerCase()) ? WITHHELD_MASK : part))
      .join("/");
  }

  /** Of a message that reached nobody else, no place and no excerpt is shown. */
  message(stored: StoredMessage): StoredMessage {
    if (this.#index.withholdsNobody) return stored;
    const { record, locations } = stored;
    const delivered = deliveredHere(record);
    const readers = delivered.length > 0 ? delivered : [...record.to, ...record.cc].map(({ address }) => address);
    if (readers.length === 0 || !readers.every((reader) => this.#index.isWithheld(reader))) {
      return { ...stored, locations: locations.map((location) => this.#location(location)) };
    }
    return { ...stored, locations: [], record: { ...record, content: { ...record.content, preview: "" } } };
  }

  #location(location: LocationRecord): LocationRecord {
    return { ...location, path: this.path(location.path), folder: this.path(location.folder) };
  }

  #isName(part: string): boolean {
    const bare = part.replace(/^\./, "");
    return this.#names.has(bare) || this.#names.has(bare.replace(/\.[a-z]{2,6}(?:\.gz)?$/, ""));
  }
}

/**
 * All indicators of all files, ready to be asked for by value. A host is looked up with each of its parent domains, so the cost of a
 * look-up is the number of its labels, whatever the number of indicators. Memory: some 15 bytes an indicator beside the lists.
 */
import type { Indicator, IndicatorType, IntelFile } from "../case/indicator.ts";
import { IndicatorList } from "../case/indicator-list.ts";
import { ValueTable } from "./value-table.ts";

/** An indicator with the title of its file. */
export interface Sourced {
  readonly indicator: Indicator;
  readonly source: string;
}

export class IndicatorIndex {
  /** Of hashes and of names of attached files. */
  readonly fileCounts = { "file-hash": 0, "file-name": 0 };
  readonly patterns: Sourced[] = [];
  readonly subjects = new Map<string, Sourced[]>();
  readonly size: number;
  readonly #files: readonly IntelFile[];
  readonly #lists: readonly IndicatorList[];
  /** Place of each file's first indicator. */
  readonly #starts: readonly number[];
  readonly #hosts: Places;
  readonly #urlHosts: Places;
  readonly #addresses: Places;
  /** Hashes and names, lower case. */
  readonly #attached: Places;

  constructor(files: readonly IntelFile[]) {
    this.#files = files;
    this.#lists = files.map(({ indicators, sha256 }) =>
      indicators instanceof IndicatorList ? indicators : new IndicatorList(sha256, indicators),
    );
    const starts: number[] = [];
    let size = 0;
    for (const { indicators } of files) {
      starts.push(size);
      size += indicators.length;
    }
    this.#starts = starts;
    this.size = size;
    // An indicator is in one of them, so that they share it.
    const next = new Int32Array(this.size);
    const valueAt = (place: number): string => this.#valueAt(place);
    this.#hosts = new Places(next, valueAt);
    this.#urlHosts = new Places(next, (place) => hostOfUrl(valueAt(place)));
    this.#addresses = new Places(next, valueAt);
    this.#attached = new Places(next, (place) => valueAt(place).toLowerCase());
    let place = 0;
    for (const list of this.#lists) {
      for (let at = 0; at < list.length; at += 1) {
        this.#add(list.typeAt(at), list.valueAt(at), place);
        place += 1;
      }
    }
  }

  /** Indicators that name this host, a domain above it, or a URL on it. */
  ofHost(host: string): readonly Sourced[] {
    const found = [...this.#urlHosts.of(host)];
    for (let at = 0; ; ) {
      found.push(...this.#hosts.of(host.slice(at)));
      const dot = host.indexOf(".", at);
      if (dot < 0) return this.#sourced(found);
      at = dot + 1;
    }
  }

  ofAddress(address: string): readonly Sourced[] {
    return this.#sourced([...this.#addresses.of(address)]);
  }

  /** Different ones: there may be a million. */
  get addresses(): Values {
    return this.#addresses;
  }

  /** `value`: a hash or a name, lower case. */
  ofFile(value: string): readonly Sourced[] {
    return this.#sourced([...this.#attached.of(value)]);
  }

  /** Hashes and names, lower case. */
  get fileValues(): Values {
    return this.#attached;
  }

  #add(type: IndicatorType, value: string, place: number): void {
    switch (type) {
      case "domain-name":
      case "ipv4-addr":
      case "ipv6-addr":
        this.#hosts.add(value, place);
        return;
      case "url":
        this.#urlHosts.add(hostOfUrl(value), place);
        return;
      case "email-addr":
        this.#addresses.add(value, place);
        return;
      case "email-subject":
        for (const one of this.#sourced([place])) put(this.subjects, value.trim(), one);
        return;
      case "pattern":
        this.patterns.push(...this.#sourced([place]));
        return;
      case "file-hash":
      case "file-name":
        this.fileCounts[type] += 1;
        this.#attached.add(value.toLowerCase(), place);
    }
  }

  /** By their places among the indicators of all files. */
  #sourced(places: readonly number[]): readonly Sourced[] {
    return places.flatMap((place) => this.#at(place) ?? []);
  }

  #at(place: number): Sourced | undefined {
    const nth = this.#fileAt(place);
    const file = this.#files[nth];
    const indicator = this.#lists[nth]?.at(place - (this.#starts[nth] ?? 0));
    return file === undefined || indicator === undefined ? undefined : { indicator, source: file.title };
  }

  #valueAt(place: number): string {
    const nth = this.#fileAt(place);
    return this.#lists[nth]?.valueAt(place - (this.#starts[nth] ?? 0)) ?? "";
  }

  /** Which file holds the place. */
  #fileAt(place: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

export interface Values {
  /** How many differ. */
  readonly size: number;
  has(value: string): boolean;
  values(): Iterable<string>;
}

/** Value → places, in the order in which they came: a number for each value and each place, since there may be millions. */
class Places implements Values {
  readonly #first: ValueTable;
  /** Of values with several: the first → the last. */
  readonly #last = new Map<number, number>();
  /** Place → the next one of the same value; 0 for none, which no place follows. */
  readonly #next: Int32Array;

  constructor(next: Int32Array, keyOf: (place: number) => string) {
    this.#next = next;
    this.#first = new ValueTable(keyOf);
  }

  add(value: string, place: number): void {
    const first = this.#first.place(value, place);
    if (first === place) return;
    this.#next[this.#last.get(first) ?? first] = place;
    this.#last.set(first, place);
  }

  *of(value: string): Iterable<number> {
    let at = this.#first.get(value);
    while (at !== undefined) {
      yield at;
      at = this.#next[at] || undefined;
    }
  }

  get size(): number {
    return this.#first.size;
  }

  has(value: string): boolean {
    return this.#first.get(value) !== undefined;
  }

  values(): Iterable<string> {
    return this.#first.keys();
  }
}

/** Of an absolute URL as `resolveReference` gives it. */
export function hostOfUrl(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/.exec(url)?.[1] ?? "";
}

function put(map: Map<string, Sourced[]>, key: string, sourced: Sourced): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [sourced]);
  else list.push(sourced);
}

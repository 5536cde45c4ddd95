/**
 * Warning lists, ready to be asked for a value: which of them name it, and by which entry. A look-up costs the value's length (a host its
 * labels, an address the prefix lengths that occur, a text one step a character), whatever the number of entries. Regular expressions run in
 * linear time (re2js); what only other engines know is told and left out.
 */
import { RE2JS } from "re2js";
import { limits } from "../base/limits.ts";
import type { Observable } from "./observable.ts";
import { networkOf } from "./pattern/compare.ts";
import type { WarningList } from "./read-warning-list.ts";
import { Substrings } from "./substrings.ts";

export interface WarningHit {
  /** Name of the list. */
  readonly list: string;
  /** As the list has it. */
  readonly entry: string;
}

interface Entry extends WarningHit {
  readonly attributes: ReadonlySet<string>;
}

export class WarningLists {
  /** Entries that cannot be used, the first `limits.unusableListedMax`. */
  readonly unusable: { readonly list: string; readonly entry: string; readonly why: string }[] = [];
  readonly #hosts = new Map<string, Entry[]>();
  readonly #texts = new Map<string, Entry[]>();
  /** `32/24` (width and bits) → first bits of the address → entries. */
  readonly #networks = new Map<string, Map<bigint, Entry[]>>();
  readonly #parts = new Map<string, Entry[]>();
  readonly #substrings: Substrings;
  readonly #patterns: { readonly pattern: RE2JS; readonly entry: Entry }[] = [];

  constructor(lists: readonly WarningList[]) {
    for (const list of lists) {
      const attributes = new Set(list.attributes);
      for (const entry of list.entries) this.#add(list, { list: list.name, entry, attributes });
    }
    this.#substrings = new Substrings([...this.#parts.keys()]);
  }

  /** Each list once, by its first entry that names the value. */
  of({ type, value }: Observable): readonly WarningHit[] {
    const wanted = ATTRIBUTES.get(type) ?? [];
    const found = new Map<string, WarningHit>();
    const take = (entries: readonly Entry[] | undefined): void => {
      for (const { list, entry, attributes } of entries ?? []) {
        const fits = attributes.size === 0 || wanted.some((one) => attributes.has(one));
        if (fits && !found.has(list)) found.set(list, { list, entry });
      }
    };
    const text = value.toLowerCase();
    const host = hostIn(type, text);
    take(this.#texts.get(text));
    if (host !== "") {
      take(this.#texts.get(host));
      for (let at = 0; at >= 0; at = nextLabel(host, at)) take(this.#hosts.get(host.slice(at)));
    }
    for (const entries of this.#networksOf(host === "" ? text : host)) take(entries);
    for (const part of this.#substrings.within(text.slice(0, limits.indicatorCharsMax))) take(this.#parts.get(part));
    for (const { pattern, entry } of this.#patterns) if (pattern.test(text)) take([entry]);
    return [...found.values()];
  }

  #add({ kind }: WarningList, entry: Entry): void {
    const text = entry.entry.trim().toLowerCase();
    switch (kind) {
      case "string":
        // Lists of addresses are written as texts too, some with networks among them.
        if (networkOf(text) === null || !text.includes("/")) push(this.#texts, text, entry);
        else this.#addNetwork(text, entry);
        return;
      case "hostname":
        push(this.#hosts, text.replace(/^\*?\.|\.$/g, ""), entry);
        return;
      case "cidr":
        this.#addNetwork(text, entry);
        return;
      case "substring":
        push(this.#parts, text, entry);
        return;
      case "regex":
        this.#addPattern(entry);
    }
  }

  #addNetwork(text: string, entry: Entry): void {
    const network = networkOf(text);
    if (network === null) {
      this.#leaveOut(entry, "is no network");
      return;
    }
    const { address, bits, width } = network;
    const key = `${width}/${bits}`;
    const prefixes = this.#networks.get(key) ?? new Map<bigint, Entry[]>();
    push(prefixes, address >> BigInt(width - bits), entry);
    this.#networks.set(key, prefixes);
  }

  #networksOf(text: string): readonly (readonly Entry[])[] {
    const network = networkOf(text.replace(/^\[|\]$/g, ""));
    if (network === null) return [];
    const { address, bits, width } = network;
    const found: (readonly Entry[])[] = [];
    for (let length = 0; length <= bits; length += 1) {
      const entries = this.#networks.get(`${width}/${length}`)?.get(address >> BigInt(width - length));
      if (entries !== undefined) found.push(entries);
    }
    return found;
  }

  /** `/text/i`, or the pattern alone. */
  #addPattern(entry: Entry): void {
    const [, source = entry.entry] = /^\/(.*)\/[a-z]*$/s.exec(entry.entry) ?? [];
    if (this.#patterns.length >= limits.warningPatternsMax) {
      this.#leaveOut(entry, `there are more than ${limits.warningPatternsMax} patterns`);
      return;
    }
    try {
      // Punctuation that needs no backslash may have one elsewhere, not in re2js.
      const plain = source.replace(/\\([@:;,"'<>=!#%&~/ -])/g, "$1");
      this.#patterns.push({ pattern: RE2JS.compile(plain, RE2JS.CASE_INSENSITIVE), entry });
    } catch {
      this.#leaveOut(entry, "is no regular expression that runs in linear time");
    }
  }

  #leaveOut({ list, entry }: Entry, why: string): void {
    if (this.unusable.length < limits.unusableListedMax) this.unusable.push({ list, entry: entry.slice(0, 200), why });
  }
}

/** Our kinds → attributes of MISP that lists name. What names a host is held against lists of hosts. */
const ATTRIBUTES: ReadonlyMap<Observable["type"], readonly string[]> = new Map([
  ["domain-name", ["domain", "hostname", "domain|ip", "hostname|port", "host"]],
  ["url", ["url", "uri", "link", "domain", "hostname", "domain|ip"]],
  ["ipv4-addr", ["ip-src", "ip-dst", "domain|ip", "ip-src|port", "ip-dst|port", "ip"]],
  ["ipv6-addr", ["ip-src", "ip-dst", "domain|ip", "ip-src|port", "ip-dst|port", "ip"]],
  ["email-addr", ["email", "email-src", "email-dst", "email-reply-to", "target-email", "whois-registrant-email"]],
  [
    "file-hash",
    ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "filename|md5", "filename|sha1", "filename|sha256"],
  ],
  ["file-name", ["filename", "filename|md5", "filename|sha1", "filename|sha256"]],
  ["email-subject", ["email-subject"]],
]);

function hostIn(type: Observable["type"], text: string): string {
  if (type === "domain-name" || type === "ipv4-addr" || type === "ipv6-addr") return text;
  if (type === "email-addr") return text.slice(text.lastIndexOf("@") + 1);
  return type === "url" ? (/^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/.exec(text)?.[1] ?? "") : "";
}

/** Behind the next dot; -1 for none. */
function nextLabel(host: string, at: number): number {
  const dot = host.indexOf(".", at);
  return dot < 0 ? -1 : dot + 1;
}

function push<K>(map: Map<K, Entry[]>, key: K, entry: Entry): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [entry]);
  else list.push(entry);
}

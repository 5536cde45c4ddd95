/**
 * All indicators of all files, ready to be asked for by value. A host is looked up with each of its parent domains, so the cost of a
 * look-up is the number of its labels, whatever the number of indicators.
 */
import type { Indicator, IndicatorType, IntelFile } from "../case/indicator.ts";

/** An indicator with the title of its file. */
export interface Sourced {
  readonly indicator: Indicator;
  readonly source: string;
}

export class IndicatorIndex {
  /** Those that the case's index cannot tell, by type. */
  readonly notHunted = new Map<IndicatorType, number>();
  readonly patterns: Sourced[] = [];
  readonly subjects = new Map<string, Sourced[]>();
  size = 0;
  readonly #hosts = new Map<string, Sourced[]>();
  readonly #urlHosts = new Map<string, Sourced[]>();
  readonly #addresses = new Map<string, Sourced[]>();

  constructor(files: readonly IntelFile[]) {
    for (const { indicators, title } of files)
      for (const indicator of indicators) this.#add({ indicator, source: title });
  }

  /** Indicators that name this host, a domain above it, or a URL on it. */
  ofHost(host: string): readonly Sourced[] {
    const found: Sourced[] = [...(this.#urlHosts.get(host) ?? [])];
    for (let at = 0; ; ) {
      found.push(...(this.#hosts.get(host.slice(at)) ?? []));
      const dot = host.indexOf(".", at);
      if (dot < 0) return found;
      at = dot + 1;
    }
  }

  ofAddress(address: string): readonly Sourced[] {
    return this.#addresses.get(address) ?? [];
  }

  get addresses(): readonly string[] {
    return [...this.#addresses.keys()];
  }

  #add(sourced: Sourced): void {
    const { type, value } = sourced.indicator;
    this.size += 1;
    switch (type) {
      case "domain-name":
      case "ipv4-addr":
      case "ipv6-addr":
        put(this.#hosts, value, sourced);
        return;
      case "url":
        put(this.#urlHosts, hostOfUrl(value), sourced);
        return;
      case "email-addr":
        put(this.#addresses, value, sourced);
        return;
      case "email-subject":
        put(this.subjects, value.trim(), sourced);
        return;
      case "pattern":
        this.patterns.push(sourced);
        return;
      case "file-hash":
      case "file-name":
        this.notHunted.set(type, (this.notHunted.get(type) ?? 0) + 1);
    }
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

/**
 * Values that stand in reports without being anybody's attack: by the warning lists that come with Letterlock, and by those that the user
 * gives. A look-up costs the labels of a host, or the lengths of networks that occur.
 */
import type { Observable } from "../observable.ts";
import { networkOf } from "../pattern/compare.ts";
import { shippedWarningLists } from "./shipped-warning-lists.ts";

/** What can be asked for a value: any set of warning lists. */
export interface Warnings {
  /** Lists that name the value, or the domain or network that it is in. */
  of(value: Observable): readonly { readonly list: string }[];
}

export type ShippedListType = "hostname" | "string" | "cidr";

class ShippedWarnings implements Warnings {
  readonly #texts = new Map<string, string>();
  readonly #hosts = new Map<string, string>();
  /** By `width/bits`, then by the first bits of the network. */
  readonly #networks = new Map<string, Map<bigint, string>>();

  constructor() {
    for (const [name, type, values] of shippedWarningLists) {
      for (const value of values.toLowerCase().split(/\s+/)) this.#add(name, type, value);
    }
  }

  of({ type, value }: Observable): readonly { readonly list: string }[] {
    const list =
      type === "domain-name"
        ? this.#ofHost(value)
        : type === "ipv4-addr" || type === "ipv6-addr"
          ? this.#ofAddress(value)
          : this.#texts.get(value.toLowerCase());
    return list === undefined ? [] : [{ list }];
  }

  #add(name: string, type: ShippedListType, value: string): void {
    if (type === "hostname") this.#hosts.set(value.replace(/^\*?\.|\.$/g, ""), name);
    else if (type === "string") this.#texts.set(value, name);
    else {
      const network = networkOf(value);
      if (network === null) return;
      const key = `${network.width}/${network.bits}`;
      const networks = this.#networks.get(key) ?? new Map<bigint, string>();
      this.#networks.set(key, networks.set(network.address >> BigInt(network.width - network.bits), name));
    }
  }

  #ofHost(host: string): string | undefined {
    for (let at = 0; ; ) {
      const found = this.#hosts.get(host.slice(at));
      const dot = host.indexOf(".", at);
      if (found !== undefined || dot < 0) return found;
      at = dot + 1;
    }
  }

  #ofAddress(address: string): string | undefined {
    const network = networkOf(address);
    if (network === null) return undefined;
    for (const [key, networks] of this.#networks) {
      const [width, bits = 0] = key.split("/").map(Number);
      if (width !== network.width || bits > network.bits) continue;
      const found = networks.get(network.address >> BigInt(network.width - bits));
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

let shipped: Warnings | null = null;

/** The lists that come with Letterlock, made when they are first asked for, and then those given. */
export function warningsWith(given: Warnings | null): Warnings {
  shipped ??= new ShippedWarnings();
  const own = shipped;
  return given === null ? own : { of: (value) => [...given.of(value), ...own.of(value)] };
}

/**
 * Warning lists: values that stand in reports without being anybody's attack (MISP warning lists, version of November 2026: types
 * `hostname`, `string`, `cidr`, `substring`, `regex`). Those of the user come as files in MISP's JSON.
 *
 * Total on any JSON. A look-up costs the labels of a host or the lengths of networks that occur, and all substrings and patterns; the
 * latter run in linear time (re2js) and are bounded in number.
 */
import { RE2JS } from "re2js";
import { limits } from "../../base/limits.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { networkOf } from "../pattern/compare.ts";

export type WarningListType = "hostname" | "string" | "cidr" | "substring" | "regex";

export interface WarningList {
  /** `List of known …`, or the short name of a list that is shipped. */
  readonly name: string;
  readonly type: WarningListType;
  readonly values: readonly string[];
}

/** The error is a sentence without a full stop. */
export function parseWarningList(text: string): Result<WarningList, string> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return err("is no warning list: it is broken JSON");
  }
  if (typeof json !== "object" || json === null) return err("is no warning list: it is no JSON object");
  const { name, type, list } = json as { readonly name?: unknown; readonly type?: unknown; readonly list?: unknown };
  if (!Array.isArray(list)) return err("is no warning list: it has no list");
  if (type !== undefined && !isType(type)) return err("is a warning list of a type that is not known");
  const values = list
    .filter((value): value is string => typeof value === "string" && value !== "")
    .slice(0, limits.warningListEntriesMax);
  return ok({ name: typeof name === "string" ? name.slice(0, 200) : "", type: type ?? "string", values });
}

function isType(type: unknown): type is WarningListType {
  return ["hostname", "string", "cidr", "substring", "regex"].includes(String(type));
}

interface Search {
  readonly name: string;
  find(value: string): boolean;
}

/** All lists, ready to be asked. */
export class WarningLists {
  readonly #hosts = new Map<string, string>();
  readonly #strings = new Map<string, string>();
  /** By `width/bits`, then by the network's number. */
  readonly #networks = new Map<string, Map<bigint, string>>();
  readonly #searches: Search[] = [];

  constructor(lists: readonly WarningList[]) {
    for (const list of lists) for (const value of list.values) this.#add(list, value.trim().toLowerCase(), value);
  }

  /** Name of a list that has the host or a domain above it; null for none. `host` in lower-case A-labels. */
  ofHost(host: string): string | null {
    for (let at = 0; ; ) {
      const found = this.#hosts.get(host.slice(at));
      if (found !== undefined) return found;
      const dot = host.indexOf(".", at);
      if (dot < 0) return this.ofValue(host);
      at = dot + 1;
    }
  }

  /** Of an address or network, as written. */
  ofAddress(address: string): string | null {
    const network = networkOf(address);
    if (network === null) return null;
    for (const [key, networks] of this.#networks) {
      const [width, bits] = key.split("/").map(Number);
      if (width !== network.width || bits === undefined || bits > network.bits) continue;
      const found = networks.get(network.address >> BigInt(network.width - bits));
      if (found !== undefined) return found;
    }
    return this.ofValue(address);
  }

  ofValue(value: string): string | null {
    const lower = value.toLowerCase();
    return this.#strings.get(lower) ?? this.#searches.find((one) => one.find(lower))?.name ?? null;
  }

  #add({ name, type }: WarningList, value: string, written: string): void {
    switch (type) {
      case "hostname":
        this.#hosts.set(value.replace(/^\*?\.|\.$/g, ""), name);
        return;
      case "string":
        this.#strings.set(value, name);
        return;
      case "cidr": {
        const network = networkOf(value);
        if (network === null) return;
        const key = `${network.width}/${network.bits}`;
        const networks = this.#networks.get(key) ?? new Map<bigint, string>();
        this.#networks.set(key, networks.set(network.address >> BigInt(network.width - network.bits), name));
        return;
      }
      case "substring":
        if (this.#searches.length < limits.warningSearchesMax)
          this.#searches.push({ name, find: (text) => text.includes(value) });
        return;
      case "regex": {
        const find = patternOf(written);
        if (find !== null && this.#searches.length < limits.warningSearchesMax) this.#searches.push({ name, find });
      }
    }
  }
}

/** MISP writes them with or without slashes around; null for what RE2 does not know. */
function patternOf(written: string): ((text: string) => boolean) | null {
  const bare = /^\/(.*)\/[a-z]*$/.exec(written)?.[1] ?? written;
  if (bare.length > limits.mqlPatternCharsMax) return null;
  try {
    const pattern = RE2JS.compile(bare, RE2JS.CASE_INSENSITIVE);
    return (text) => pattern.matcher(text).find();
  } catch {
    return null;
  }
}

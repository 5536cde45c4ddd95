/**
 * `beta.ip_in`: whether an address lies in some of many ranges (mql.md, 9.4). Lists of thousands of ranges stand in rules, so the ranges of a
 * call are put into a tree of prefixes once and looked up bit by bit. Pure and total.
 */
import { type IpAddress, parseIp, parseNetwork } from "../../mail/ip-address.ts";
import type { HostFunction } from "../../mql/types.ts";
import type { Value } from "../../mql/value.ts";
import { define } from "./define.ts";

/** One bit of a prefix: where it goes on, and whether a range ends here. */
interface Branch {
  zero: Branch | null;
  one: Branch | null;
  isEnd: boolean;
}

const branch = (): Branch => ({ zero: null, one: null, isEnd: false });

export class IpRanges {
  readonly #four = branch();
  readonly #six = branch();

  /** What is no range is left out. */
  constructor(ranges: readonly string[]) {
    for (const text of ranges) {
      const network = parseNetwork(text);
      if (network !== null) this.#add(network.bytes, network.prefixBits);
    }
  }

  has({ bytes }: IpAddress): boolean {
    let at: Branch | null = this.#rootOf(bytes);
    for (let bit = 0; at !== null; bit += 1) {
      if (at.isEnd) return true;
      at = bit < bytes.length * 8 ? (bitOf(bytes, bit) ? at.one : at.zero) : null;
    }
    return false;
  }

  #add(bytes: readonly number[], prefixBits: number): void {
    let at = this.#rootOf(bytes);
    for (let bit = 0; bit < prefixBits && !at.isEnd; bit += 1) {
      const next = (bitOf(bytes, bit) ? at.one : at.zero) ?? branch();
      if (bitOf(bytes, bit)) at.one = next;
      else at.zero = next;
      at = next;
    }
    at.isEnd = true;
  }

  #rootOf(bytes: readonly number[]): Branch {
    return bytes.length === 4 ? this.#four : this.#six;
  }
}

function bitOf(bytes: readonly number[], bit: number): boolean {
  return (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1;
}

interface Built {
  readonly texts: readonly string[];
  readonly ranges: IpRanges;
}

/** By the first, the last and the number of ranges: a rule calls with the same ones for every message. */
const built = new Map<string, Built>();
/** Sets that are remembered; a rule has one or two. */
const SETS_MAX = 64;

function rangesOf(texts: readonly string[]): IpRanges {
  const key = `${texts.length} ${texts[0]} ${texts.at(-1)}`;
  const known = built.get(key);
  // Texts of a rule are the same objects each time, so that this costs little.
  if (known?.texts.every((text, index) => text === texts[index])) return known.ranges;
  const ranges = new IpRanges(texts);
  if (built.size >= SETS_MAX) built.clear();
  built.set(key, { texts, ranges });
  return ranges;
}

export const ipIn: HostFunction = define({
  name: "beta.ip_in",
  positional: [
    ["ip", ["string"]],
    ["range", ["string"]],
  ],
  variadic: true,
  result: "bool",
  meaning: "True where the address lies in some of the ranges; an address alone is a range of one.",
  call: (_host, [ip, ...ranges]) => isIn(ip, ranges),
});

function isIn(ip: Value | undefined, ranges: readonly Value[]): Value {
  const address = typeof ip === "string" ? parseIp(ip) : null;
  const texts = ranges.filter((range) => typeof range === "string");
  return address === null || texts.length === 0 ? null : rangesOf(texts).has(address);
}

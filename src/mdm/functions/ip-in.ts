/**
 * `beta.ip_in`: whether an address lies in some of many ranges (mql.md, 9.4). Lists of thousands of ranges stand in rules, so the ranges of a
 * call are put into a tree of prefixes once and looked up bit by bit. Pure and total.
 */
import { TextMemo } from "../../base/text-memo.ts";
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

export const ipIn: HostFunction = define({
  name: "beta.ip_in",
  positional: [
    ["ip", ["string"]],
    ["range", ["string"]],
  ],
  variadic: true,
  result: "bool",
  meaning: "True where the address lies in some of the ranges; an address alone is a range of one.",
  call: (_host, [ip = null, ...ranges]) => isIn(ip, rangesOf(ranges)),
  prepare: (rest) => {
    const ranges = rangesOf(rest);
    return (_host, ip) => isIn(ip, ranges);
  },
});

/** Null where there is none. */
function rangesOf(values: readonly Value[]): IpRanges | null {
  const texts = values.filter((value) => typeof value === "string");
  return texts.length === 0 ? null : new IpRanges(texts);
}

const ADDRESSES_KEPT = 256;

/** Rules ask of the same few addresses one list after the other. */
const addresses = new TextMemo<IpAddress | null>(ADDRESSES_KEPT, ADDRESSES_KEPT * 40);

function addressOf(text: string): IpAddress | null {
  return addresses.get(text, parseIp);
}

function isIn(ip: Value, ranges: IpRanges | null): Value {
  const address = typeof ip === "string" ? addressOf(ip) : null;
  return address === null || ranges === null ? null : ranges.has(address);
}

/** Random tokens of many alphabets and lengths, the same in every run, and what the search for tokens makes of them. */
import { nameSearch } from "../src/signals/reader-names.ts";
import { createTokenFinder } from "../src/signals/tokens.ts";
import { PLACES } from "./token-schemes.ts";

export interface NoiseCount {
  readonly shape: string;
  readonly tokens: number;
  /** Taken for a reader's address: a mistake. */
  readonly decoded: number;
  /** `likely`, with a reader's address: a mistake. */
  readonly pointed: number;
  /** `likely`, as what looks made for one reader: right for tokens of enough characters. */
  readonly opaque: number;
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const SHAPES: readonly (readonly [name: string, alphabet: string, lengths: readonly number[]])[] = [
  ["hex", "0123456789abcdef", [8, 10, 12, 16, 20, 24, 32, 40, 64]],
  ["decimal", "0123456789", [6, 8, 9, 10, 12, 16, 19, 20]],
  ["base32", `${LETTERS}234567`, [8, 13, 16, 26, 32, 45]],
  ["base36", `0123456789${LETTERS}`, [6, 8, 11, 16, 25, 32]],
  ["base62", `0123456789${LETTERS}${LETTERS.toUpperCase()}`, [6, 8, 11, 16, 22, 27, 43]],
  ["base64url", `0123456789${LETTERS}${LETTERS.toUpperCase()}-_`, [8, 11, 16, 22, 24, 27, 38, 43, 86]],
  ["letters", LETTERS, [5, 8, 12, 20, 28]],
  ["marks", `${LETTERS}0123456789.-_~@=%+`, [8, 16, 28, 40]],
];
const READERS = 200;
const READERS_AT_ONCE = 50;

/** xorshift32. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

export function countNoise(tokens: number): readonly NoiseCount[] {
  const random = randomNumbers(20_240_405);
  const finder = createTokenFinder();
  const name = (length: number) => Array.from({ length }, () => LETTERS[random(26)]).join("");
  const readers = Array.from(
    { length: READERS },
    () => `${name(3 + random(5))}.${name(4 + random(6))}@${name(6)}.example`,
  );
  const sets = Array.from({ length: READERS / READERS_AT_ONCE }, (_, at) =>
    readers.slice(at * READERS_AT_ONCE, (at + 1) * READERS_AT_ONCE),
  );
  /** `xy.abc@…` is called Xy Abc. */
  const nameOf = (address: string) => address.slice(0, address.indexOf("@")).replace(".", " ");
  const names = sets.map((set) => nameSearch(set.slice(0, 4).map((address) => ({ name: nameOf(address), address }))));
  return SHAPES.map(([shape, alphabet, lengths]) => {
    const count = { shape, tokens: Math.ceil(tokens / SHAPES.length), decoded: 0, pointed: 0, opaque: 0 };
    for (let n = 0; n < count.tokens; n += 1) {
      const length = lengths[random(lengths.length)] ?? 0;
      const value = Array.from({ length }, () => alphabet[random(alphabet.length)]).join("");
      const put = PLACES[random(PLACES.length)]?.[1] ?? String;
      const set = random(sets.length);
      const found = finder.find(put(value), sets[set] ?? [], {
        hidden: random(2) === 0,
        names: names[set] ?? nameSearch([]),
      });
      // A random text of marks may hold an address by itself, of nobody that is known.
      if (found.kind === "decoded" && found.address !== null && readers.includes(found.address)) count.decoded += 1;
      else if (found.kind === "likely") count[found.address === null ? "opaque" : "pointed"] += 1;
    }
    return count;
  });
}

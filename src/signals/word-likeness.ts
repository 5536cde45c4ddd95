/**
 * How much a value reads like words, by its letters alone: random text clashes where words do not. Pure; linear.
 */

/** How often lower case, capitals and digits change places inside the piece. */
export function switches(piece: string): number {
  let count = 0;
  for (let i = 1; i < piece.length; i += 1) {
    if (isSwitch(charClass(piece.charCodeAt(i - 1)), charClass(piece.charCodeAt(i)))) count += 1;
  }
  return count;
}

/** Shannon entropy of the value's own characters, in bits a character; characters outside ASCII count as one. */
export function entropyBits(value: string): number {
  const { length } = value;
  for (let i = 0; i < length; i += 1) {
    const at = Math.min(value.charCodeAt(i), 128);
    counts[at] = (counts[at] as number) + 1;
  }
  let bits = 0;
  for (let i = 0; i < length; i += 1) {
    const at = Math.min(value.charCodeAt(i), 128);
    const count = counts[at] as number;
    if (count === 0) continue;
    counts[at] = 0;
    const share = count / length;
    bits -= share * Math.log2(share);
  }
  return bits;
}

/** Of one value after the other; all zero between them. */
const counts = new Uint32Array(129);

const SEPARATOR = 0;
const LOWER = 1;
const UPPER = 2;
const DIGIT = 3;

function charClass(code: number): number {
  if (code >= 0x61 && code <= 0x7a) return LOWER;
  if (code >= 0x41 && code <= 0x5a) return UPPER;
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  return SEPARATOR;
}

/** A capital that starts a word is no switch: `HeaderLogo` reads as two words. */
function isSwitch(left: number, right: number): boolean {
  if (left === right || left === SEPARATOR || right === SEPARATOR) return false;
  return !(left === UPPER && right === LOWER);
}

/**
 * Share of neighbouring characters that do not go together in any word: a switch between lower case, capitals and
 * digits, or two letters that European languages do not put side by side. Separators end a word and count for nothing,
 * so `winter-sale-2023-header_v2` clashes nowhere.
 */
export function clashShare(value: string): number {
  let pairs = 0;
  let clashes = 0;
  for (let i = 1; i < value.length; i += 1) {
    const left = value.charCodeAt(i - 1);
    const right = value.charCodeAt(i);
    const leftClass = charClass(left);
    const rightClass = charClass(right);
    if (leftClass === SEPARATOR || rightClass === SEPARATOR) continue;
    pairs += 1;
    if (isSwitch(leftClass, rightClass)) clashes += 1;
    else if (leftClass !== DIGIT && rightClass !== DIGIT && !goTogether(left, right)) clashes += 1;
  }
  return pairs === 0 ? 0 : clashes / pairs;
}

/** After each letter, the letters that may follow it inside or between words of European languages; our own list. */
const FOLLOWERS: readonly string[] = [
  "bcdefghijklmnopqrstuvwxyz", // a
  "abdehijlmnorstuy", // b
  "acehiklnoqrstuyz", // c
  "abdeghijlmnorstuvwyz", // d
  "abcdefghijklmnopqrstuvwxyz", // e
  "aefghijlorstuy", // f
  "aeghilmnorstuwyz", // g
  "aeilmnorstuwy", // h
  "abcdefghklmnopqrstuvxz", // i
  "aeioun", // j
  "aehiklmnorstuwyz", // k
  "abcdefghiklmnopstuvyz", // l
  "abehimnopstuy", // m
  "abcdefghijklmnopqrstuvwyz", // n
  "abcdefghijklmnopqrstuvwxyz", // o
  "aefhiklmnoprstuy", // p
  "u", // q
  "abcdefghiklmnopqrstuvwyz", // r
  "abcdehiklmnopqrstuvwyz", // s
  "acehijlmnorstuvwyz", // t
  "abcdefghijklmnopqrstvxyz", // u
  "aeiklnorstuyz", // v
  "aehiklnorstuyz", // w
  "aceihioptuy", // x
  "abcdegiklmnoprstuwz", // y
  "aceiklmnoprstuwyz", // z
];

const GO_TOGETHER: readonly boolean[] = FOLLOWERS.flatMap((followers) =>
  [..."abcdefghijklmnopqrstuvwxyz"].map((letter) => followers.includes(letter)),
);

/** Both must be ASCII letters, in either case. */
function goTogether(left: number, right: number): boolean {
  return GO_TOGETHER[((left | 0x20) - 0x61) * 26 + ((right | 0x20) - 0x61)] ?? false;
}

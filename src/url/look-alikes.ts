/**
 * Whether two domains look the same to people (hostile-mail HM-046; the idea of UTS 39's skeletons). A skeleton is what is left
 * of a name when letters of other scripts, marks, digits and pairs of letters are replaced by the Latin letters that they look
 * like. It is no name of anything: only equal skeletons of different domains mean something.
 *
 * Looser than UTS 39, which keeps accents and knows no `rn`, since only pairs of domains in one mail are compared. Pure; linear.
 */
import { domainToUnicode } from "node:url";
import { normalForm } from "../base/normal-form.ts";

/** A name in DNS has 253 octets. */
const NAME_CHARS_MAX = 253;

/** Small letters, each group under the Latin letter that it looks like. */
const LIKE: Readonly<Record<string, string>> = {
  a: "аɑα",
  b: "ьƅвβ",
  c: "сϲᴄ",
  d: "ԁɗđ",
  e: "еєεҽ",
  f: "ғſƒ",
  g: "ɡցǥ",
  h: "һհнħ",
  j: "јյϳ",
  k: "кκ",
  l: "іїɩıιӏłլǀ1i",
  m: "мɱ",
  n: "ոηпռ",
  o: "оοօσøө0",
  p: "рρ",
  q: "ԛզգ",
  r: "гᴦ",
  s: "ѕꜱ",
  t: "тτŧ",
  u: "υսц",
  v: "ѵνᴠ",
  w: "ԝшωѡա",
  x: "хχ",
  y: "уүγყ",
  z: "ᴢʐ",
};

const latin: ReadonlyMap<string, string> = new Map(
  Object.entries(LIKE).flatMap(([letter, others]) => [...others].map((other) => [other, letter] as const)),
);

/** `rn`, `vv`, `cl` in small type. */
const PAIRS: readonly (readonly [pair: RegExp, letter: string])[] = [
  [/rn/g, "m"],
  [/vv/g, "w"],
  [/cl/g, "d"],
];
const ANY_PAIR = new RegExp(PAIRS.map(([{ source }]) => source).join("|"));

/** `domain` as written or in A-labels. Equal for domains that look alike, and for a domain and itself. */
export function skeletonOf(domain: string): string {
  let text = unicodeOf(domain);
  text = isAscii(text)
    ? text.replace(/[i1]/g, "l").replaceAll("0", "o")
    : [...normalForm(text, "NFKD")].map(likeOf).join("");
  if (!ANY_PAIR.test(text)) return text;
  for (const [pair, letter] of PAIRS) text = text.replace(pair, letter);
  return text;
}

/** A domain with a label of Latin letters and others that look like some, or wholly of such others below a Latin top level. */
export function isDisguisedDomain(domain: string): boolean {
  if (/^[a-z0-9.-]*$/i.test(domain) && !/xn--/i.test(domain)) return false;
  const labels = unicodeOf(domain).split(".");
  const isLatinTop = /^[a-z0-9-]+$/.test(labels.at(-1) ?? "");
  return labels.some((label) => {
    const letters = [...normalForm(label, "NFC")].filter((char) => /\p{L}/u.test(char));
    const foreign = letters.filter((char) => /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(char));
    if (foreign.length === 0) return false;
    if (letters.some((char) => /\p{Script=Latin}/u.test(char))) return true;
    return isLatinTop && letters.length > 1 && letters.every((char) => latin.has(char));
  });
}

/** Lower case; ASCII names as they are. */
function unicodeOf(domain: string): string {
  const name = domain.slice(0, NAME_CHARS_MAX).toLowerCase();
  if (isAscii(name) && !name.includes("xn--")) return name;
  return domainToUnicode(name) || normalForm(name, "NFKC");
}

/** Nothing for a mark. */
function likeOf(char: string): string {
  return /\p{M}/u.test(char) ? "" : (latin.get(char) ?? digitOf(char));
}

function isAscii(text: string): boolean {
  return /^[a-z0-9.-]*$/.test(text);
}

/** Digits of all scripts as the ASCII one; other characters as they are. */
function digitOf(char: string): string {
  if (char < "\u0080" || !/\p{Nd}/u.test(char)) return char;
  // Each script's ten digits stand in a row, which begins at a multiple of ten from the first that is one.
  const code = char.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  const digit = String(code - zero);
  return latin.get(digit) ?? digit;
}

/**
 * What of the schemes of tokens is decoded, and what chance is taken for a token.
 *
 *   node fuzz/tokens.ts [--noise COUNT]
 *
 * First a table: a scheme, one to three layers deep (in base64url, then in base16), at each place of a URL: `D` decoded for the
 * reader, `l` likely and naming the reader, `?` likely without a name, `.` nothing. Then COUNT random tokens (default
 * 1,000,000; seeded) against 200 readers in sets of 50: how many are `decoded` (none should be) or point at a reader, and
 * how many look opaque, by shape.
 */
import { parseArgs } from "node:util";
import { createTokenFinder } from "../src/signals/tokens.ts";
import { countNoise } from "./token-noise.ts";
import { CHECKSUMS, CIPHERS, ENCODINGS, HASHES, PACKERS, PLACES } from "./token-schemes.ts";

const READER = "ada.quill@parliament.example";
const { values } = parseArgs({ options: { noise: { type: "string" } } });
const finder = createTokenFinder();

const under: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => Buffer.from(text).toString("base64url"),
  (text) => Buffer.from(Buffer.from(text).toString("base64url")).toString("hex"),
];

console.log(`${"scheme".padEnd(36)}${PLACES.map(([place]) => place.padEnd(10)).join("")}(1, 2, 3 layers)`);
const plain = [["plain", (text: string) => text] as const];
for (const [name, encode] of [...plain, ...ENCODINGS, ...CIPHERS, ...PACKERS, ...HASHES, ...CHECKSUMS]) {
  const cells = PLACES.map(([place, put]) => under.map((wrap) => mark(wrap(encode(READER)), place, put)).join(""));
  console.log(`${name.padEnd(36)}${cells.map((cell) => cell.padEnd(10)).join("")}`);
}

/** Host names hold no capitals, and a label no more than 63 characters: such cells are left out. */
function mark(value: string, place: string, put: (token: string) => string): string {
  if (place === "host" && (value.length > 63 || /[^a-z0-9-]/.test(value))) return "-";
  const token = finder.find(put(value), ["someone@press.example", READER], { hidden: place === "file" });
  if (token.kind === "decoded" && token.address === READER) return "D";
  if (token.kind === "likely") return token.address === READER ? "l" : "?";
  return token.kind === "none" ? "." : "!";
}

for (const { shape, tokens, decoded, pointed, opaque } of countNoise(Number(values.noise ?? 1_000_000))) {
  console.log(
    `${shape.padEnd(24)} ${tokens} tokens: ${decoded} decoded, ${pointed} point at a reader, ${opaque} look opaque`,
  );
}

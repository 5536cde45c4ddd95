/**
 * Whether a text is a Bitcoin address, by its checksum: Base58Check (version 0 or 5), or Bech32 and Bech32m (BIP 173, BIP 350).
 * Total; cost bounded by the 90 characters that an address may have.
 */

const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const BECH32M = 0x2bc830a3;

export function isBitcoinAddress(text: string, sha256: (bytes: Uint8Array) => Uint8Array): boolean {
  if (text.length < 14 || text.length > 90) return false;
  return text.startsWith("bc1") ? isBech32(text.slice(3)) : isBase58Check(text, sha256);
}

function isBase58Check(text: string, sha256: (bytes: Uint8Array) => Uint8Array): boolean {
  let number = 0n;
  for (const sign of text) {
    const digit = BASE58.indexOf(sign);
    if (digit < 0) return false;
    number = number * 58n + BigInt(digit);
  }
  const hex = number.toString(16).padStart(50, "0");
  if (hex.length !== 50) return false;
  const bytes = Uint8Array.from({ length: 25 }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16));
  if (bytes[0] !== 0 && bytes[0] !== 5) return false;
  const sum = sha256(sha256(bytes.subarray(0, 21)));
  return bytes.subarray(21).every((byte, at) => byte === sum[at]);
}

function isBech32(data: string): boolean {
  // The human-readable part `bc`, expanded.
  let check = 1;
  for (const value of [3, 3, 0, 2, 3, ...[...data].map((sign) => BECH32.indexOf(sign))]) {
    if (value < 0) return false;
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    for (const [bit, part] of GENERATOR.entries()) if (((top >>> bit) & 1) === 1) check ^= part;
  }
  return check === 1 || check === BECH32M;
}

/** `hash.*`: lower-case hex of the hash of the text's UTF-8 bytes (mql.md, 9.4). */
import { md5, sha1 } from "@noble/hashes/legacy.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { type Implementation, ofText } from "./implementation.ts";

export const hashFunctions: readonly (readonly [name: string, call: Implementation])[] = [
  ["hash.sha256", hashed(sha256)],
  ["hash.sha1", hashed(sha1)],
  ["hash.md5", hashed(md5)],
];

function hashed(hash: (bytes: Uint8Array) => Uint8Array): Implementation {
  return ofText((text) => bytesToHex(hash(utf8ToBytes(text))));
}

/** What a text is known by in tables of millions. */
import { hash } from "node:crypto";

/** 52 bits of a SHA-256, for `KeyTable`: nobody finds two texts with one key by chance, and among a million none are expected. */
export function textKey(text: string): number {
  return Number.parseInt(hash("sha256", text, "hex").slice(0, 13), 16);
}

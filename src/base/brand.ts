/** Types that are easy to mix up carry a brand; each is made in one constructor. */
declare const brand: unique symbol;
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** SHA-256 of a message's bytes as 64 lower-case hex digits: the message's name. */
export type Sha256 = Brand<string, "Sha256">;

/** Milliseconds since 1970-01-01T00:00:00Z, an integer within ±8.64e15. */
export type EpochMs = Brand<number, "EpochMs">;

/** Throws when `hex` is not 64 lower-case hex digits. */
export function sha256Of(hex: string): Sha256 {
  if (!/^[0-9a-f]{64}$/.test(hex)) throw new Error("not a SHA-256 in hex");
  return hex as Sha256;
}

/** `null` when the number is no representable instant: a bad date never reaches the store as NaN. */
export function epochMs(ms: number): EpochMs | null {
  return Number.isInteger(ms) && Math.abs(ms) <= 8.64e15 ? (ms as EpochMs) : null;
}

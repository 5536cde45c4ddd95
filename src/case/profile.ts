/** History of one address or domain as of one moment; nothing later counts (mql.md, section 9.6). */
import type { EpochMs } from "../base/brand.ts";

export interface Profile {
  /** Messages from the key, and days on which there were any. */
  readonly received: number;
  readonly receivedDays: number;
  /** Of a domain: addresses at it that wrote. Of an address 0. */
  readonly addresses: number;
  /** Messages that the owner wrote to it. */
  readonly sent: number;
  readonly firstReceived: EpochMs | null;
  readonly lastReceived: EpochMs | null;
  readonly firstSent: EpochMs | null;
  /** When the owner first wrote to it by a letter that answers nothing. */
  readonly firstUnasked: EpochMs | null;
  readonly lastSent: EpochMs | null;
  /** Of earlier mail from it: some was found hostile, some was called harmless by the user. */
  readonly anyHostile: boolean;
  readonly anyHarmless: boolean;
}

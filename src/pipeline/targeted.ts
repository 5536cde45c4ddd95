/** What the answer is about, counted: messages with signs that their readers were chosen. */
import type { Sha256 } from "../base/brand.ts";
import type { Targeted } from "../case/answer.ts";
import type { Judgement } from "../case/judgement.ts";

/** As many as the answer shows beside its campaigns. */
const LOOSE_MAX = 8;

/** `judgements`: all that are of interest, in date order. */
export function targetedOf(judgements: Iterable<Pick<Judgement, "sha256" | "targeting" | "campaign">>): Targeted {
  const counts = { hostile: 0, suspicious: 0 };
  const loose: { readonly hostile: Sha256[]; readonly suspicious: Sha256[] } = { hostile: [], suspicious: [] };
  for (const { sha256, targeting, campaign } of judgements) {
    if (targeting !== "hostile" && targeting !== "suspicious") continue;
    counts[targeting] += 1;
    if (campaign === null && loose[targeting].length < LOOSE_MAX) loose[targeting].push(sha256);
  }
  return { ...counts, loose: [...loose.hostile, ...loose.suspicious].slice(0, LOOSE_MAX) };
}

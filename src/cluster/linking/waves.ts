/**
 * Messages of interest → waves: copies of one lure that went out together. Equal text, or the sender and subject of one mailing,
 * within days of each other; a form that is sent again and again makes a wave each time.
 *
 * Cost: linear but for sorting by date.
 */
import type { Member } from "../campaigns.ts";

const DAY_MS = 86_400_000;
/** Mailings of hundreds take a weekend; whoever waits longer begins anew. */
const GAP_MS = 3 * DAY_MS;
const WAVE_MS = 14 * DAY_MS;

export type CopyTie = "text-print" | "text-like" | "subject-form";

export interface CopyOf {
  /** Indices of members. */
  readonly at: number;
  readonly earlier: number;
  readonly kind: CopyTie;
  readonly value: string;
}

export interface Waves {
  /** By their first member; members ascending. */
  readonly waves: readonly (readonly number[])[];
  readonly copies: readonly CopyOf[];
}

/** `members` in date order. `familyOf`: of its text, empty for none. `mayJoin`: what people took apart stays apart. */
export function wavesOf(
  members: readonly Member[],
  familyOf: (at: number) => string,
  mayJoin: (one: readonly number[], other: readonly number[]) => boolean,
): Waves {
  const waveOf = members.map((_, at) => at);
  const waves = new Map<number, number[]>(members.map((_, at) => [at, [at]]));
  const copies: CopyOf[] = [];
  const open = new Map<string, { readonly first: number; last: number; readonly at: number }>();
  const startOf = (at: number): number => members[at]?.date ?? 0;
  for (const [at, member] of members.entries()) {
    for (const { kind, value } of copyKeysOf(member, familyOf(at))) {
      const key = `${kind} ${value}`;
      const now = startOf(at);
      const mailing = open.get(key);
      if (mailing === undefined || now - mailing.last > GAP_MS || now - mailing.first > WAVE_MS) {
        open.set(key, { first: now, last: now, at });
        continue;
      }
      mailing.last = now;
      const one = waveOf[mailing.at] ?? 0;
      const other = waveOf[at] ?? 0;
      if (one === other) continue;
      const [into, from] = [waves.get(Math.min(one, other)) ?? [], waves.get(Math.max(one, other)) ?? []];
      if (!mayJoin(into, from)) continue;
      for (const moved of from) {
        waveOf[moved] = Math.min(one, other);
        into.push(moved);
      }
      waves.delete(Math.max(one, other));
      copies.push({ at, earlier: mailing.at, kind, value });
    }
  }
  return { waves: [...waves.values()].map((wave) => wave.sort((a, b) => a - b)), copies };
}

/** Our own forwards are no copies that were sent. */
function copyKeysOf(member: Member, family: string): readonly { readonly kind: CopyTie; readonly value: string }[] {
  if (member.own) return [];
  const { from, observables, subjectForm } = member;
  const keys: { kind: CopyTie; value: string }[] = [];
  const print = observables.find(({ kind }) => kind === "text-print");
  if (print !== undefined) keys.push({ kind: "text-print", value: print.value });
  if (from !== "" && subjectForm !== "") keys.push({ kind: "subject-form", value: `${from} ${subjectForm}` });
  if (family !== "" && from !== "") keys.push({ kind: "text-like", value: `${from} ${family}` });
  return keys;
}

/**
 * What became of a copy: read or not, loaded how, answered, passed on; and what an analyst can know of it, from the
 * mailboxes alone and with logs and clients' behaviour too (threat-facts 3).
 */
import type { Random } from "../random.ts";
import { type Behaviour, behaviourOf, PROXY_LOG_SINCE } from "../world/clients.ts";
import type { Account } from "../world/people.ts";
import { HOUR, MINUTE } from "../world/size.ts";
import type { Expected } from "./wire.ts";

/** What a lure can get out of a reader. */
export interface Bait {
  /** Something fires on display. */
  readonly loads: boolean;
  /** Over the web, where proxies and logs of the web see it. */
  readonly web: boolean;
  readonly links: boolean;
  readonly receipt: boolean;
  /** Chance of a reply by somebody who opened it. */
  readonly reply: number;
}

export interface Reading {
  readonly opened: boolean;
  readonly openedAt: number;
  /** The load went straight from the reader's desk, through the office's proxy, and is in its log. */
  readonly logged: boolean;
  readonly clicked: boolean;
  readonly clickLogged: boolean;
  readonly replied: boolean;
  readonly forwarded: boolean;
  readonly receipt: boolean;
  readonly mail: Expected;
  readonly all: Expected;
}

export function readingOf(account: Account, at: number, bait: Bait, random: Random): Reading {
  const opened = random.chance(0.55);
  const openedAt = at + 3 * MINUTE + random.int(10) * random.int(6) * HOUR + random.int(50) * MINUTE;
  const behaviour = behaviourOf(account.address, at);
  const allowed = random.chance(0.2);
  const atDesk = account.kind === "work" && random.chance(0.7);
  const direct = opened && bait.loads && (behaviour === "direct" || (behaviour === "blocked" && allowed));
  const hasLog = atDesk && openedAt >= PROXY_LOG_SINCE;
  const clicked = opened && bait.links && random.chance(0.18);
  const facts = {
    opened,
    openedAt,
    logged: direct && bait.web && hasLog,
    clicked,
    clickLogged: clicked && hasLog,
    replied: opened && random.chance(bait.reply),
    forwarded: opened && random.chance(0.05),
    receipt: opened && bait.receipt && random.chance(0.35),
  };
  return { ...facts, mail: fromMail(facts, bait, account), all: fromAll(facts, bait, account, behaviour) };
}

type Facts = Omit<Reading, "mail" | "all">;

/** Flags and Sent alone. A mailbox that keeps no marks says nothing of reading. */
function fromMail({ opened, replied, receipt }: Facts, bait: Bait, account: Account): Expected {
  if (replied || receipt) return { level: 6, likelihood: "confirmed" };
  if (!account.keepsMarks) return { level: 1, likelihood: "possible" };
  if (!opened) return { level: 1, likelihood: "probable" };
  return bait.loads ? { level: 4, likelihood: "possible" } : { level: 2, likelihood: "possible" };
}

function fromAll(facts: Facts, bait: Bait, account: Account, behaviour: Behaviour): Expected {
  if (facts.replied || facts.receipt || facts.clickLogged) return { level: 6, likelihood: "confirmed" };
  if (facts.logged) return { level: 5, likelihood: "confirmed" };
  if (bait.loads && bait.web && behaviour === "preloaded")
    return { level: 3, likelihood: facts.opened && account.keepsMarks ? "probable" : "possible" };
  const read = fromMail(facts, bait, account);
  if (read.level !== 4 || !bait.web) return read;
  switch (behaviour) {
    case "direct":
      return { level: 4, likelihood: "probable" };
    case "blocked":
      return { level: 2, likelihood: "probable" };
    default:
      return { level: 3, likelihood: "probable" };
  }
}

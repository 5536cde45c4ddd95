/** What judging knows beside the message: whose mail it is, and what was there before (mdm/knowledge.ts). */
import type { Before, Past } from "../cluster/past.ts";
import type { History, Knowledge, Owner } from "../mdm/knowledge.ts";
import { shippedList } from "../mdm/lists/shipped.ts";
import type { List } from "../mql/value.ts";
import type { GivenKnowledge } from "./ask-rules.ts";
import type { Learned } from "./learn.ts";

/** Null where nobody said whose mail this is, and the mail does not tell. */
export function ownerOf({
  owners,
  ownDomains,
  vips = null,
}: Pick<Learned, "owners" | "ownDomains"> & Partial<Pick<Learned, "vips">>): Owner | null {
  if (owners.size === 0) return null;
  return {
    addresses: [...owners].filter((owner) => !owner.startsWith("@")),
    domains: [...ownDomains],
    vips,
  };
}

/** Answers for one message, until the next is added to `past`. */
export class PastKnowledge {
  readonly #known: Omit<Knowledge, "history">;
  readonly #lists: Omit<History, "profile">;

  /** `given`: what the user gave beside rules; lists that ship where that is nothing. */
  constructor(owner: Owner | null, past: Past, given: Partial<GivenKnowledge> = {}) {
    this.#known = { owner, list: shippedList, ...given };
    this.#lists = {
      recipients: keysOf(past, "sent", "address"),
      recipientDomains: keysOf(past, "sent", "domain"),
      senders: keysOf(past, "received", "address"),
      senderDomains: keysOf(past, "received", "domain"),
    };
  }

  of({ profile }: Before): Knowledge {
    return { ...this.#known, history: { profile, ...this.#lists } };
  }
}

/** A list that grows with the book: it is looked up in the book itself, and written down only when a rule goes through it. */
function keysOf({ profiles }: Past, kind: "received" | "sent", of: "address" | "domain"): List {
  const isKind = (key: string): boolean => key.includes("@") === (of === "address");
  const has = (text: string): boolean => isKind(text) && profiles.of(text)[kind] > 0;
  let written: readonly string[] = [];
  let count = 0;
  return {
    get values() {
      if (count !== profiles.count(kind)) {
        written = profiles.keys(kind, of);
        count = profiles.count(kind);
      }
      return written;
    },
    has,
    hasFolded: (text) => has(text.toLowerCase()),
  };
}

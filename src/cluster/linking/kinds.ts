/**
 * The kinds of observables that may tie two messages: how much each can weigh at most, and what hangs together.
 *
 * Weights are in bits: a value of 10 bits is 1,024 times likelier to be shared by mail of one maker than by mail of two (log2 of
 * the likelihood ratio). The table says how common a value of the kind is when the case says nothing (`prior`); how common it is in this
 * case is `rarity.ts`. Kinds of one family depend on each other (a tracker's host and the form of its URL), so their bits do not simply add.
 */

/**
 * `identity`: who it says it is, and by which account it came · `tracker`: what it loads · `workshop`: the programs that made it ·
 * `content`: what it shows · `network`: from where · `time`: when.
 */
export type Family = "identity" | "tracker" | "workshop" | "content" | "network" | "time";

export interface Kind {
  readonly family: Family;
  /** At most so many bits; from `TIE_BITS` on a value ties by itself. */
  readonly bitsMax: number;
  /** Part of all unrelated senders that share a value of this kind, before any mail was seen. */
  readonly prior: number;
  /**
   * How senders of interest with the value count as a crowd: 1 as any others, 0 not at all. Many of interest may share what one
   * maker owns; a program is shared by whoever uses it.
   */
  readonly crowd: number;
  /** Belongs to one maker: where harmless mail has it too, it is somebody else's, and tells little. */
  readonly isOwned: boolean;
  /**
   * Made by the program or service that was used, which several makers may use: a page's template too, since it comes with a kit or is copied from the
   * page that is played; a network, since it is a hosting company's. A host or domain that harmless mail has too
   * counts so as well: it is a service's.
   */
  readonly isTool: boolean;
  /** How it is said: "the same …". */
  readonly words: string;
}

/** A tie needs so many bits: odds of 1 : 500 before (two messages of interest in one case are rarely of one campaign), 16 : 1 after. */
export const TIE_BITS = 13;

export const KINDS = {
  account: kind("identity", 16, 0.0005, 0, ["owned"], "account at a mail service"),
  "sender-address": kind("identity", 15, 0.0005, 0, ["owned"], "sender address"),
  "sender-domain": kind("identity", 14, 0.0005, 0, ["owned"], "sender domain"),
  "unvouched-address": kind("identity", 8, 0.001, 0, ["owned"], "sender address, which nothing at receipt speaks of"),
  "unvouched-domain": kind("identity", 6, 0.002, 0, ["owned"], "sender domain, which nothing at receipt speaks of"),
  "claimed-sender": kind("identity", 5, 0.01, 1, ["owned"], "claimed sender, which nothing at receipt bears out"),
  "sender-name": kind("identity", 7, 0.005, 1, ["owned"], "name shown as the sender"),
  "outlet-name": kind("identity", 4, 0.02, 1, ["tool"], "name of an outlet that is played"),
  "reply-address": kind("identity", 15, 0.0005, 0, ["owned"], "address that answers go to"),
  "return-path": kind("identity", 9, 0.003, 1, ["owned"], "domain that bounces go to"),
  "load-domain": kind("tracker", 14, 0.0005, 0, ["owned"], "domain of trackers"),
  "receipt-domain": kind("tracker", 12, 0.001, 0, ["owned"], "domain that receipts are asked for to"),
  "any-domain": kind("tracker", 14, 0.0005, 0, ["owned"], "domain, put to different uses"),
  "url-form": kind("tracker", 8, 0.01, 1, ["tool"], "form of the tracker's address"),
  "token-form": kind("tracker", 4, 0.05, 1, ["tool"], "form of the token in it"),
  mailer: kind("workshop", 6, 0.02, 1, ["tool"], "program that says it wrote the mail"),
  "header-print": kind("workshop", 7, 0.02, 1, ["tool"], "order and spelling of header fields"),
  "message-id-form": kind("workshop", 6, 0.03, 1, ["tool"], "form of the Message-ID"),
  boundary: kind("workshop", 5, 0.03, 1, ["tool"], "form of the boundary between parts"),
  structure: kind("workshop", 3, 0.08, 1, ["tool"], "parts and encodings"),
  "text-print": kind("content", 15, 0.0005, 0.01, ["owned"], "text but for names and numbers"),
  "text-like": kind("content", 10, 0.002, 0.5, [], "wording for the most part"),
  markup: kind("content", 10, 0.005, 1, ["tool"], "HTML template, tag by tag"),
  tags: kind("content", 6, 0.01, 1, ["tool"], "set of HTML tags and attributes"),
  "subject-form": kind("content", 4, 0.01, 1, [], "subject but for names and numbers"),
  "file-content": kind("content", 15, 0.0005, 0.01, ["owned"], "attached file"),
  "file-name": kind("content", 5, 0.01, 1, [], "form of the attached file's name"),
  "link-domain": kind("content", 7, 0.004, 1, ["owned"], "domain that links lead to"),
  origin: kind("network", 10, 0.001, 1, [], "address that it was sent from"),
  "origin-network": kind("network", 6, 0.004, 1, ["tool"], "network that it was sent from"),
  helo: kind("network", 7, 0.004, 1, [], "name that the sending machine gave itself"),
  "message-id-domain": kind("network", 7, 0.004, 1, ["owned"], "domain in the Message-ID"),
  zone: kind("network", 2, 0.1, 1, ["tool"], "time zone of the sender's clock"),
  hours: kind("time", 1, 0.15, 1, ["tool"], "hours of the week"),
} as const satisfies Record<string, Kind>;

export type KindName = keyof typeof KINDS;

export const KIND_NAMES = Object.keys(KINDS) as readonly KindName[];

/**
 * What all programs, templates and rented networks weigh together at most. Whoever has one thing of a kit has the rest of it, and kits are bought, copied
 * and handed on: one maker of interest in some 250 works with the same as another, however many of its traces are rare in this case. So alone they tie nothing.
 */
export const TOOL_BITS = 8;
/** A tie has so many bits that are no program's: a name that anybody may show, or a common subject, is not enough beside the same kit. */
export const OWN_BITS = 8;

/** What all values of a family weigh together at most. */
export const FAMILY_BITS: Readonly<Record<Family, number>> = {
  identity: 18,
  tracker: 17,
  workshop: 9,
  content: 17,
  network: 11,
  time: 1,
};

export const FAMILIES = Object.keys(FAMILY_BITS) as readonly Family[];

// biome-ignore format: one row a kind
function kind(
  family: Family, bitsMax: number, prior: number, crowd: number, traits: readonly ("owned" | "tool")[], words: string,
): Kind {
  return { family, bitsMax, prior, crowd, isOwned: traits.includes("owned"), isTool: traits.includes("tool"), words };
}

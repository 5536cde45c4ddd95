/**
 * `profile.*`: what was there from a sender before this message (mql.md, 9.6), out of the history that judging keeps. Undetermined where no
 * history is known, or where the archive begins too late to tell.
 */
import type { EpochMs } from "../../base/brand.ts";
import type { Profile } from "../../case/profile.ts";
import type { Host, HostFunction } from "../../mql/types.ts";
import { Undetermined, type Value } from "../../mql/value.ts";
import { fieldOf, isMailHost, type MailHost } from "../host.ts";
import { maker } from "../model-object.ts";
import { define } from "./define.ts";

const NO_PROFILE = new Undetermined(["profile"]);

interface Known {
  readonly facts: Profile;
  /** The moment that it is asked for; null where the message has no date. */
  readonly at: EpochMs | null;
  readonly authFailed: Value;
}

/** By the days on which there was mail, since one burst says no more than one message. Thresholds are our choice. */
export function prevalenceOf({ received, receivedDays }: Pick<Profile, "received" | "receivedDays">): string {
  if (received === 0) return "new";
  if (receivedDays <= 2) return "outlier";
  if (receivedDays <= 5) return "rare";
  return receivedDays <= 20 ? "uncommon" : "common";
}

const DAY_MS = 24 * 3_600_000;

function daysSince(since: EpochMs | null, at: EpochMs | null): number | null {
  return since === null || at === null ? null : Math.max(0, (at - since) / DAY_MS);
}

function earliest(a: EpochMs | null, b: EpochMs | null): EpochMs | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

function latest(a: EpochMs | null, b: EpochMs | null): EpochMs | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

const daysSinceObject = maker<"DaysSince", Known>("DaysSince", {
  first_contact: ({ facts, at }) => daysSince(earliest(facts.firstReceived, facts.firstSent), at),
  last_contact: ({ facts, at }) => daysSince(latest(facts.lastReceived, facts.lastSent), at),
  last_inbound: ({ facts, at }) => daysSince(facts.lastReceived, at),
  last_outbound: ({ facts, at }) => daysSince(facts.lastSent, at),
});

const profileObject = maker<"SenderProfile", Known>("SenderProfile", {
  any_messages_benign: ({ facts }) => facts.anyHarmless,
  any_messages_malicious_or_spam: ({ facts }) => facts.anyHostile,
  auth_failed: ({ authFailed }) => authFailed,
  days_known: ({ facts, at }) => daysSince(facts.firstReceived, at) ?? 0,
  prevalence: ({ facts }) => prevalenceOf(facts),
  solicited: ({ facts }) => facts.sent > 0,
  days_since: (known) => daysSinceObject(known),
  any_false_positives: ({ facts }) => facts.anyHarmless,
});

type KeyOf = (address: { readonly email: string; readonly domain: string }, host: MailHost) => string | Undetermined;

/** The address where everybody may have one at its domain, else the domain. */
const byAddressOrDomain: KeyOf = ({ email, domain }, host) => {
  const free = host.list("free_email_providers");
  if (free instanceof Undetermined) return free;
  return free.has(domain) ? email : domain;
};

function profileOf(host: Host, address: Value, keyOf: KeyOf): Value {
  if (!isMailHost(host) || host.knowledge.history === null) return NO_PROFILE;
  if (address instanceof Undetermined) return address;
  const email = fieldOf(address, "email");
  const domain = fieldOf(fieldOf(address, "domain"), "domain");
  if (typeof email !== "string" || typeof domain !== "string" || email === "") return null;
  const key = keyOf({ email: email.toLowerCase(), domain }, host);
  if (key instanceof Undetermined) return key;
  const facts = host.knowledge.history.profile(key);
  const at = fieldOf(fieldOf(host.root, "_meta"), "effective_at");
  if (facts === null) return NO_PROFILE;
  return profileObject({ facts, at: typeof at === "number" ? (at as EpochMs) : null, authFailed: authFailed(host) });
}

/** SPF or DMARC failed; null where nobody checked. */
function authFailed(host: MailHost): Value {
  const summary = fieldOf(fieldOf(host.root, "headers"), "auth_summary");
  const passes = ["spf", "dmarc"].map((method) => fieldOf(fieldOf(summary, method), "pass"));
  if (passes.includes(false)) return true;
  const missing = passes.find((pass) => pass instanceof Undetermined);
  return missing ?? (passes.includes(true) ? false : null);
}

function sender(host: Host): Value {
  return fieldOf(fieldOf(host.root, "sender"), "email");
}

/** The first address that answers go to. */
function replyTo(host: Host): Value {
  const mailboxes = fieldOf(fieldOf(host.root, "headers"), "reply_to");
  if (mailboxes instanceof Undetermined) return mailboxes;
  return Array.isArray(mailboxes) ? fieldOf((mailboxes as readonly Value[])[0] ?? null, "email") : null;
}

export const profileFunctions: readonly HostFunction[] = [
  define({
    name: "profile.by_sender",
    result: "SenderProfile",
    meaning: "History of the sender: of the address at free providers, else of the domain.",
    call: (host) => profileOf(host, sender(host), byAddressOrDomain),
  }),
  define({
    name: "profile.by_sender_email",
    result: "SenderProfile",
    meaning: "History of the sender's address.",
    call: (host) => profileOf(host, sender(host), ({ email }) => email),
  }),
  define({
    name: "profile.by_sender_domain",
    result: "SenderProfile",
    meaning: "History of the sender's domain.",
    call: (host) => profileOf(host, sender(host), ({ domain }) => domain),
  }),
  define({
    name: "beta.profile.by_reply_to",
    result: "SenderProfile",
    meaning: "History of the address that answers go to: of the address at free providers, else of its domain.",
    call: (host) => profileOf(host, replyTo(host), byAddressOrDomain),
  }),
];

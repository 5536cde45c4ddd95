/**
 * Which way a message went, seen from the owner (mdm.md, 4.9): a sender that uses the owner's domain without a pass of SPF, DKIM or DMARC is
 * an outsider. Undetermined where nobody said who the owner is: false would switch nearly every rule off.
 */
import { Undetermined, type Value } from "../mql/value.ts";
import type { Owner } from "./knowledge.ts";
import { maker } from "./model-object.ts";

export interface DirectionFacts {
  readonly owner: Owner | null;
  /** Address of the sender. */
  readonly sender: string;
  /** Of To, Cc, Bcc. */
  readonly recipients: readonly string[];
  /** Some check of the sender passed; or the message never left the machine it was written on. */
  readonly isAuthentic: () => boolean;
}

export interface Direction {
  readonly inbound: boolean;
  readonly internal: boolean;
  readonly outbound: boolean;
}

const NOBODY = new Undetermined(["list.org"]);

/** Null where the owner is not known. A message from somebody else lies in the owner's mailbox, so the owner got it, named or not. */
export function directionOf({ owner, sender, recipients, isAuthentic }: DirectionFacts): Direction | null {
  if (owner === null) return null;
  if (!isOwners(owner, sender) || !isAuthentic()) return { inbound: true, internal: false, outbound: false };
  const own = recipients.filter((address) => isOwners(owner, address)).length;
  return { inbound: false, internal: own > 0, outbound: recipients.length > own };
}

/** One of the owner's addresses, or any at the owner's domains and below them. */
export function isOwners({ addresses, domains }: Owner, written: string): boolean {
  const address = written.toLowerCase();
  const domain = address.slice(address.lastIndexOf("@") + 1);
  return addresses.includes(address) || domains.some((own) => domain === own || domain.endsWith(`.${own}`));
}

const way =
  (which: keyof Direction) =>
  (facts: DirectionFacts): Value =>
    directionOf(facts)?.[which] ?? NOBODY;

export const messageTypeObject = maker<"MessageType", DirectionFacts>("MessageType", {
  inbound: way("inbound"),
  internal: way("internal"),
  outbound: way("outbound"),
});

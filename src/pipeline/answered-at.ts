/** Where an answer to a message reaches its sender: From where it is the sender's, Reply-To, Sender and the envelope. */
import { alignedPass } from "../auth/alignment.ts";
import { receivedResults } from "../case/received-results.ts";
import type { MessageRecord } from "../case/record.ts";
import { domainOf, isOwner } from "../cluster/sender.ts";
import type { Owner } from "./ownership.ts";

/**
 * An owner's address is no sender's who plays the owner. From is another's where what was recorded at receipt speaks for nobody, and where
 * nothing was recorded and answers are led to another domain: what is written there reaches whom it names.
 */
export function answeredAt(record: MessageRecord, { owners, servers }: Owner): ReadonlySet<string> {
  const { from, replyTo, sender, returnPath } = record.claims;
  const named = from.map(({ address }) => address);
  const others = [...replyTo, ...(sender === null ? [] : [sender])].map(({ address }) => address).concat(returnPath);
  const all = new Set(isTheirs(record, servers) ? [...named, ...others] : others.filter((one) => !named.includes(one)));
  return new Set([...all].filter((address) => address !== "" && !isOwner(address, owners)));
}

function isTheirs({ auth, claims }: MessageRecord, servers: readonly string[]): boolean {
  const { dkim, spf, dmarc } = alignedPass(auth, claims, servers);
  if (dkim || spf || dmarc) return true;
  if (receivedResults(auth, servers).length > 0) return false;
  const domains = new Set(claims.from.map(({ address }) => domainOf(address)));
  return claims.replyTo.every(({ address }) => domains.has(domainOf(address)));
}

/** Where the parts of a mail that say who sends it disagree, how its address is written, and what the results at receipt say of it. */
import type { AddressRecord } from "../../case/record.ts";
import { fieldText, findField } from "../../mail/headers.ts";
import type { FoundResults } from "../../signals/found-results.ts";
import { isOfOtherTenant } from "../../signals/other-tenant.ts";
import { passesOnWords } from "../../signals/relay-addresses.ts";
import { hasMovedDots, hasRandomCase, isRandom, type SenderShape, senderShapes } from "../../signals/sender-shape.ts";
import { isUntied } from "../../signals/ties.ts";
import { registrableDomain } from "../../url/registrable-domain.ts";
import { isCustomerDomain, isFreeMail } from "../../url/shared-domains.ts";
import type { MessageFacts } from "../message-facts.ts";
import { maker } from "../model-object.ts";
import { hostOf, type SignFacts } from "./facts.ts";

export const divergenceObject = maker<"Divergence", SignFacts>("Divergence", {
  from_domain: ({ divergence }) => (divergence().fromDomain === "" ? null : divergence().fromDomain),
  from_free_mail: ({ divergence }) => divergence().fromFreeMail,
  from_customer: ({ fromHost }) => isCustomerDomain(registrableDomain(fromHost)),
  reply_to: ({ divergence }) => divergence().replyTo,
  reply_to_free_mail: ({ divergence }) => divergence().replyToFreeMail,
  reply_to_other_free_mail: ({ record: { claims }, divergence }) =>
    divergence().fromFreeMail && isOtherFreeMail(claims.from[0]?.address ?? "", claims.replyTo),
  is_of_other_tenant: ({ record: { claims } }) => isOfOtherTenant(claims),
  is_relay: ({ record: { claims } }) => passesOnWords(claims.from[0]?.address ?? "", claims.returnPath),
  is_untied: ({ record }) =>
    isUntied({
      claims: record.claims,
      linkHosts: record.content.linkHosts,
      loadHosts: record.loads.filter(({ fires }) => fires === "open").map(({ host }) => host),
    }),
  return_path: ({ divergence }) => divergence().returnPath,
  is_return_path_null: ({ mail }) => isNullPath(mail),
  is_return_path_random: ({ record: { claims }, divergence }) =>
    isThrownPath(claims.returnPath, divergence().fromDomain),
  message_id: ({ divergence }) => divergence().messageId,
  signatures: ({ divergence }) => divergence().dkim,
  sender: ({ divergence }) => divergence().sender,
  is_from_reader: (signs) => isFromReader(signs),
  is_from_readers_host: (signs) =>
    !isFromReader(signs) && signs.fromHost !== "" && signs.readers.some((reader) => hostOf(reader) === signs.fromHost),
  is_reader_in_name: (signs) => {
    const name = signs.record.claims.from[0]?.name.toLowerCase() ?? "";
    return !isFromReader(signs) && signs.readers.some((reader) => name.includes(reader));
  },
});

/** Every address that answers go to is another one, and anybody gets one there. */
function isOtherFreeMail(from: string, replyTo: readonly AddressRecord[]): boolean {
  const replies = replyTo.filter(({ address }) => address.includes("@"));
  return (
    replies.length > 0 &&
    replies.every(({ address }) => address !== from && isFreeMail(registrableDomain(hostOf(address))))
  );
}

function isFromReader({ record, readers }: SignFacts): boolean {
  return readers.includes(record.claims.from[0]?.address ?? "");
}

/** Bounces go to a domain that a program threw; services throw the address and have the domain read. */
function isThrownPath(returnPath: string, fromDomain: string): boolean {
  const domain = registrableDomain(hostOf(returnPath));
  return domain !== fromDomain && isRandom(domain.split(".")[0] ?? "");
}

export function isNullPath({ message }: MessageFacts): boolean {
  const field = findField(message.root.headers, "return-path");
  return field !== undefined && /^\s*<\s*>/.test(fieldText(message.bytes, field));
}

export function shapesOf({ record, mail, readers, fromHost }: SignFacts): readonly SenderShape[] {
  // The readers' domain may be none of the public ones.
  const isReadersHost = readers.some((reader) => hostOf(reader) === fromHost);
  const [from] = record.claims.from;
  if (from === undefined) return [];
  const shapes: SenderShape[] = senderShapes(from).filter((shape) => shape !== "no-domain" || !isReadersHost);
  if (hasRandomCase(localAsWritten(mail))) shapes.push("random-case");
  if (hasMovedDots(from.address, record.claims.returnPath)) shapes.push("moved-dots");
  return shapes;
}

/** Records keep addresses in lower case. */
function localAsWritten({ message }: MessageFacts): string {
  const field = findField(message.root.headers, "from");
  const text = field === undefined ? "" : fieldText(message.bytes, field).slice(0, 1000);
  return /([A-Za-z0-9._+-]{5,64})@/.exec(text.slice(text.lastIndexOf("<") + 1))?.[1] ?? "";
}

export const resultsObject = maker<"Results", FoundResults>("Results", {
  are_recorded: ({ isRecorded }) => isRecorded,
  are_aligned: ({ isAligned }) => isAligned,
  are_unaligned: ({ isRecorded, isAligned }) => isRecorded && !isAligned,
  are_vouched: ({ isVouched }) => isVouched,
  fail: ({ isFailed }) => isFailed,
});

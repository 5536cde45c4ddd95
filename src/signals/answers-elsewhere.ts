/**
 * An answer or a receipt that goes to another organisation than the mail claims to be from (hostile-mail HM-061).
 *
 * Mail of lists and bulk senders asks for answers elsewhere every day, so it is let be. Return-Path and Sender of another
 * organisation are everyday too (services that send receipts, calendars, forwarders): claims and no oddity, for rules to compare.
 * Pure; a few string operations where the fields are there.
 */
import type { Problem } from "../base/problem.ts";
import type { ClaimsRecord, LoadRecord } from "../case/record.ts";
import { findField } from "../mail/headers.ts";
import type { Message } from "../mail/message.ts";
import { registrableDomain } from "../url/registrable-domain.ts";

/** Fields that list managers write. */
const LIST_FIELD = /^x-(?:mailing-list|beenthere|list|loop|mailman)/;

/** `reply-to-elsewhere`, at the Reply-To · `receipt-elsewhere`, at the field that asks for the receipt. At most one of each. */
export function answersElsewhere(
  message: Message,
  claims: ClaimsRecord,
  receipts: readonly LoadRecord[],
): readonly Problem[] {
  if (claims.replyTo.length === 0 && receipts.length === 0) return [];
  const from = domainsOf(claims.from.map(({ address }) => address));
  if (from.size === 0) return [];
  const replyTo = domainsOf(claims.replyTo.map(({ address }) => address));
  const isElsewhere = replyTo.size > 0 && [...replyTo].every((domain) => !from.has(domain));
  const field = isElsewhere && !isBulk(claims) ? findField(message.root.headers, "reply-to") : undefined;
  const receipt = receipts.find(({ domain }) => domain !== "" && !from.has(domain) && !replyTo.has(domain));
  return [
    ...(field === undefined ? [] : [{ code: "reply-to-elsewhere", span: field.span }]),
    ...(receipt === undefined ? [] : [{ code: "receipt-elsewhere", span: receipt.span }]),
  ];
}

function domainsOf(addresses: readonly string[]): ReadonlySet<string> {
  const named = addresses.filter((address) => address.includes("@"));
  return new Set(named.map((address) => registrableDomain(address.slice(address.lastIndexOf("@") + 1))));
}

/** A sender can claim that as well; then the mail looks like bulk mail, which is what its reader sees. */
function isBulk({ listId, listUnsubscribe, precedence, feedbackId, extensionHeaders }: ClaimsRecord): boolean {
  return (
    listId !== "" ||
    listUnsubscribe.length > 0 ||
    feedbackId !== "" ||
    /^(?:bulk|list|junk)/.test(precedence) ||
    extensionHeaders.some((key) => LIST_FIELD.test(key))
  );
}

/**
 * What the sender says about itself in the header: names, addresses, list and bulk fields, the program used. Claims are
 * free to make (TF-201, TF-300); they are stated here and believed nowhere.
 *
 * Pure and total. RFC 5322 3.6, 2369, 2919, 3834, 6376 3.5, 8058; Feedback-ID and CFBL-Address (RFC 9477) as used.
 */
import { limits } from "../base/limits.ts";
import type { Problem } from "../base/problem.ts";
import type { ClaimsRecord, OtherFromRecord } from "../case/record.ts";
import { displayText, fieldsNamed, fieldText, findField } from "../mail/headers.ts";
import type { Message } from "../mail/message.ts";
import { parseMessageIds } from "../mail/message-id.ts";
import { type FromReading, type PlausibleFroms, plausibleFroms } from "../mail/plausible-froms.ts";
import { mailboxes, toAddressRecord } from "./recipients.ts";

/** Characters of one stored claim: names and ids, which are compared as far as they are kept. */
const CLAIM_CHARS_MAX = 500;

export function readClaims(message: Message, { froms }: PlausibleFroms = plausibleFroms(message)): ClaimsRecord {
  const text = (key: string): string => headerText(message, key);
  const from = fromsOfFields(froms);
  return {
    from,
    otherFroms: otherFroms(froms, from),
    sender: mailboxes(message, "sender").map(toAddressRecord)[0] ?? null,
    replyTo: mailboxes(message, "reply-to").slice(0, limits.claimedAddressesMax).map(toAddressRecord),
    returnPath: returnPath(text("return-path")),
    dkimDomains: dkimDomains(message),
    listId: listId(text("list-id")),
    listUnsubscribe: readUnsubscribe(message).targets,
    listUnsubscribePost: /one-click/i.test(text("list-unsubscribe-post")),
    feedbackId: text("feedback-id") || text("x-feedback-id") || text("cfbl-feedback-id") || text("cfbl-address"),
    mailer: text("x-mailer") || text("user-agent"),
    precedence: text("precedence").toLowerCase(),
    extensionHeaders: extensionNames(message).slice(0, limits.extensionHeadersMax),
    messageIdDomain: messageIdDomain(text("message-id")),
    autoSubmitted: text("auto-submitted").toLowerCase(),
    isReply: hasField(message, "in-reply-to") || hasField(message, "references"),
  };
}

/** `limit.…` for each list of claims of which there is more than is kept. */
export function claimProblems(message: Message, { froms }: PlausibleFroms): readonly Problem[] {
  const { firsts } = message.root.headers;
  const max = limits.claimedAddressesMax;
  const ofFields = froms.length <= max ? 0 : froms.filter(({ reading }) => otherReading(reading) === null).length;
  const isMoreFroms = froms.length > max && (ofFields > max || froms.length - ofFields > max);
  const isMoreReplies = firsts.has("reply-to") && mailboxes(message, "reply-to").length > max;
  const problems: Problem[] = [];
  if (isMoreFroms || isMoreReplies) problems.push({ code: "limit.claimed-addresses" });
  if (fieldsNamed(message.root.headers, "dkim-signature").length > limits.dkimSignaturesMax) {
    problems.push({ code: "limit.dkim-signatures" });
  }
  if (firsts.has("list-unsubscribe") && readUnsubscribe(message).isCut) {
    problems.push({ code: "limit.unsubscribe-targets" });
  }
  if (firsts.size > limits.extensionHeadersMax && extensionNames(message).length > limits.extensionHeadersMax) {
    problems.push({ code: "limit.extension-headers" });
  }
  return problems;
}

/** Where no field has an address by itself, the likeliest of the others is the sender; a name alone is told at last. */
function fromsOfFields(froms: PlausibleFroms["froms"]): ClaimsRecord["from"] {
  const ofFields = froms.filter(({ reading }) => otherReading(reading) === null);
  const named = ofFields.filter(({ address }) => address !== "");
  if (named.length > 0) return named.slice(0, limits.claimedAddressesMax).map(toAddressRecord);
  const other = froms.find(({ address }) => address !== "");
  if (other === undefined) return ofFields.slice(0, limits.claimedAddressesMax).map(toAddressRecord);
  return [toAddressRecord({ name: other.name || (ofFields[0]?.name ?? ""), address: other.address })];
}

function otherFroms(froms: PlausibleFroms["froms"], from: ClaimsRecord["from"]): readonly OtherFromRecord[] {
  const known = new Set(from.map(({ address }) => address));
  const others: OtherFromRecord[] = [];
  for (const other of froms) {
    const address = other.address.toLowerCase();
    const reading = otherReading(other.reading);
    if (reading !== null && !known.has(address) && others.length < limits.claimedAddressesMax)
      others.push({ address, reading });
  }
  return others;
}

/** Null for an address that a whole field names. */
function otherReading(reading: FromReading): OtherFromRecord["reading"] | null {
  switch (reading) {
    case "field":
    case "repeated-field":
    case "odd-field":
    case "cut-field":
      return null;
    default:
      return reading;
  }
}

/** The first field of that name for people, cut; empty when there is none. */
function headerText(message: Message, key: string): string {
  const field = findField(message.root.headers, key);
  return field === undefined ? "" : displayText(message.bytes, field).trim().slice(0, CLAIM_CHARS_MAX);
}

function hasField(message: Message, key: string): boolean {
  return findField(message.root.headers, key) !== undefined;
}

/** `<>` and anything without an address give the empty string. */
function returnPath(text: string): string {
  const inner = /<([^<>]*)>/.exec(text)?.[1] ?? text;
  const address = inner.trim().toLowerCase();
  return address.includes("@") && !/\s/.test(address) ? address : "";
}

/** `d=` of each DKIM-Signature (RFC 6376 3.5), distinct; white space inside tags is allowed and folded away. */
function dkimDomains(message: Message): readonly string[] {
  const domains = new Set<string>();
  for (const field of fieldsNamed(message.root.headers, "dkim-signature").slice(0, limits.dkimSignaturesMax)) {
    const value = /(?:^|;)\s*d\s*=\s*([^;\s]{1,253})/i.exec(fieldText(message.bytes, field))?.[1];
    if (value !== undefined) domains.add(value.toLowerCase());
  }
  return [...domains];
}

/** The identifier between angle brackets (RFC 2919 3), or the whole text where there are none. */
function listId(text: string): string {
  return (/<([^<>]*)>/.exec(text)?.[1] ?? text).trim().toLowerCase();
}

/** Targets between angle brackets (RFC 2369 2), white space of folds taken out; encoded-words are undone, as seen in use. */
function readUnsubscribe(message: Message): { readonly targets: readonly string[]; readonly isCut: boolean } {
  const fields = fieldsNamed(message.root.headers, "list-unsubscribe");
  const max = limits.unsubscribeTargetsMax;
  const targets: string[] = [];
  for (const field of fields.slice(0, max)) {
    const text = displayText(message.bytes, field);
    for (const [, target = ""] of text.matchAll(/<([^<>]{1,4096})>/g)) {
      const plain = target.replace(/\s+/g, "");
      if (plain !== "") targets.push(plain);
      if (targets.length > max) break;
    }
    const bare = text.includes("<") ? "" : (/^\s*((?:https?:|mailto:)[^\s,]*)/i.exec(text)?.[1] ?? "");
    if (bare !== "") targets.push(bare);
  }
  return { targets: targets.slice(0, max), isCut: Math.max(fields.length, targets.length) > max };
}

function extensionNames(message: Message): readonly string[] {
  return [...message.root.headers.firsts.keys()].filter((key) => key.startsWith("x-") && key.length <= 100);
}

function messageIdDomain(text: string): string {
  const id = parseMessageIds(text)[0] ?? "";
  const at = id.lastIndexOf("@");
  return at < 0
    ? ""
    : id
        .slice(at + 1)
        .replace(/>$/, "")
        .toLowerCase()
        .slice(0, 253);
}

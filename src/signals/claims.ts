/**
 * What the sender says about itself in the header: names, addresses, list and bulk fields, the program used. Claims are
 * free to make (TF-201, TF-300); they are stated here and believed nowhere.
 *
 * Pure and total. RFC 5322 3.6, 2369, 2919, 3834, 6376 3.5, 8058; Feedback-ID and CFBL-Address (RFC 9477) as used.
 */
import type { ClaimsRecord, OtherFromRecord } from "../case/record.ts";
import { displayText, fieldsNamed, fieldText, findField } from "../mail/headers.ts";
import type { Message } from "../mail/message.ts";
import { parseMessageIds } from "../mail/message-id.ts";
import { type FromReading, type PlausibleFroms, plausibleFroms } from "../mail/plausible-froms.ts";
import { mailboxes, toAddressRecord } from "./recipients.ts";

/** From addresses kept; more than one is rare and a trick (TF-300). */
const FROM_MAX = 10;
const SIGNATURES_MAX = 20;
const UNSUBSCRIBE_MAX = 10;
const EXTENSION_HEADERS_MAX = 200;
/** Characters of one stored claim. */
const CLAIM_CHARS_MAX = 500;

export function readClaims(message: Message, { froms }: PlausibleFroms = plausibleFroms(message)): ClaimsRecord {
  const text = (key: string): string => headerText(message, key);
  const from = fromsOfFields(froms);
  return {
    from,
    otherFroms: otherFroms(froms, from),
    sender: mailboxes(message, "sender").map(toAddressRecord)[0] ?? null,
    replyTo: mailboxes(message, "reply-to").slice(0, FROM_MAX).map(toAddressRecord),
    returnPath: returnPath(text("return-path")),
    dkimDomains: dkimDomains(message),
    listId: listId(text("list-id")),
    listUnsubscribe: unsubscribeTargets(message),
    listUnsubscribePost: /one-click/i.test(text("list-unsubscribe-post")),
    feedbackId: text("feedback-id") || text("x-feedback-id") || text("cfbl-feedback-id") || text("cfbl-address"),
    mailer: text("x-mailer") || text("user-agent"),
    precedence: text("precedence").toLowerCase(),
    extensionHeaders: extensionHeaders(message),
    messageIdDomain: messageIdDomain(text("message-id")),
    autoSubmitted: text("auto-submitted").toLowerCase(),
    isReply: hasField(message, "in-reply-to") || hasField(message, "references"),
  };
}

/** Where no field has an address by itself, the likeliest of the others is the sender; a name alone is told at last. */
function fromsOfFields(froms: PlausibleFroms["froms"]): ClaimsRecord["from"] {
  const ofFields = froms.filter(({ reading }) => otherReading(reading) === null);
  const named = ofFields.filter(({ address }) => address !== "");
  if (named.length > 0) return named.slice(0, FROM_MAX).map(toAddressRecord);
  const other = froms.find(({ address }) => address !== "");
  if (other === undefined) return ofFields.slice(0, FROM_MAX).map(toAddressRecord);
  return [toAddressRecord({ name: other.name || (ofFields[0]?.name ?? ""), address: other.address })];
}

function otherFroms(froms: PlausibleFroms["froms"], from: ClaimsRecord["from"]): readonly OtherFromRecord[] {
  const known = new Set(from.map(({ address }) => address));
  const others: OtherFromRecord[] = [];
  for (const other of froms) {
    const address = other.address.toLowerCase();
    const reading = otherReading(other.reading);
    if (reading !== null && !known.has(address) && others.length < FROM_MAX) others.push({ address, reading });
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
  for (const field of fieldsNamed(message.root.headers, "dkim-signature").slice(0, SIGNATURES_MAX)) {
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
function unsubscribeTargets(message: Message): readonly string[] {
  const targets: string[] = [];
  for (const field of fieldsNamed(message.root.headers, "list-unsubscribe").slice(0, UNSUBSCRIBE_MAX)) {
    const text = displayText(message.bytes, field).slice(0, 16 * 1024);
    for (const [, target = ""] of text.matchAll(/<([^<>]{1,4096})>/g)) targets.push(target.replace(/\s+/g, ""));
    if (!text.includes("<") && /^\s*(?:https?:|mailto:)/i.test(text)) targets.push(text.trim().split(/[\s,]/)[0] ?? "");
  }
  return targets.filter((target) => target !== "").slice(0, UNSUBSCRIBE_MAX);
}

function extensionHeaders(message: Message): readonly string[] {
  const names: string[] = [];
  for (const key of message.root.headers.firsts.keys()) {
    if (key.startsWith("x-") && key.length <= 100) names.push(key);
    if (names.length >= EXTENSION_HEADERS_MAX) break;
  }
  return names;
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

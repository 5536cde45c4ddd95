/**
 * Who a message was sent and delivered to, from its headers (RFC 5322 3.6.3; delivery fields are each server's own
 * custom). Delivery fields come first: they name who really got it, Bcc readers and aliases too (TF-031). But a sender can write
 * such fields as well; the receiver's stand above the line of `Received` by which its server took the message.
 *
 * Pure and total; at most `limits.addressesMax` addresses a field, `limits.deliveredAddressesMax` that delivery fields name,
 * `limits.tokenReadersMax` known ones.
 */
import { limits } from "../base/limits.ts";
import type { Problem } from "../base/problem.ts";
import type { AddressRecord } from "../case/record.ts";
import { displayText, fieldsNamed, fieldText, findField } from "../mail/headers.ts";
import type { HeaderField, Mailbox, Message } from "../mail/message.ts";
import { parseReceived } from "../mail/received.ts";
import { shownMailboxes } from "../mail/shown-fields.ts";
import { hasBorder, NO_BORDER, readTrace, type TrustBorder } from "../mail/trace.ts";

export interface Recipients {
  readonly to: readonly AddressRecord[];
  readonly cc: readonly AddressRecord[];
  /** Lower case, distinct, the most certain field first: what stands above the receiver's line, then what stands below. */
  readonly deliveredTo: readonly string[];
  /** Those that stand below alone. */
  readonly deliveredBelow: readonly string[];
  /** As written (hashes differ by case), distinct: what tokens are looked for with, the most certain first. */
  readonly known: readonly string[];
}

/** By how surely they name this copy's mailbox. */
const DELIVERY_FIELDS: readonly string[] = [
  "delivered-to",
  "x-original-to",
  "envelope-to",
  "x-envelope-to",
  "x-delivered-to",
  "x-rcpt-to",
  "x-apparently-to",
  "apparently-to",
  "x-forwarded-to",
];

/** `border`: the reader's own servers, where they are named. */
export function readRecipients(message: Message, border: TrustBorder = NO_BORDER): Recipients {
  const to = mailboxes(message, "to");
  const cc = mailboxes(message, "cc");
  const { addresses: delivered, above } = deliveryAddresses(message, border);
  const deliveredTo = distinct(delivered.map((address) => address.toLowerCase()));
  const here = new Set([...above].map((address) => address.toLowerCase()));
  return {
    to: to.map(toAddressRecord),
    cc: cc.map(toAddressRecord),
    deliveredTo,
    deliveredBelow: deliveredTo.filter((address) => !here.has(address)),
    known: knownAddresses([...delivered, ...[...to, ...cc].map(({ address }) => address)]),
  };
}

/** Lower case, as records hold addresses. */
export function toAddressRecord({ name, address }: Mailbox): AddressRecord {
  return { name, address: address.toLowerCase() };
}

interface ReadList {
  readonly mailboxes: readonly Mailbox[];
  /** Some are missing. */
  readonly isCut: boolean;
}

const NO_LIST: ReadList = { mailboxes: [], isCut: false };

/** Lists read before, by message and field name: claims, recipients and content ask for the same ones. */
const known = new WeakMap<Message, Map<string, ReadList>>();

/** All fields whose mailboxes are asked for. */
const ADDRESS_FIELDS: readonly string[] = ["sender", "reply-to", "to", "cc", ...DELIVERY_FIELDS];

/** All mailboxes of all fields of that name: a second To is a fault, and some clients show it. */
export function mailboxes(message: Message, key: string): readonly Mailbox[] {
  return listOf(message, key).mailboxes;
}

/**
 * `limit.addresses` for each name whose fields hold more than are read, `limit.delivered-addresses` where more were delivered to
 * than are kept; From is `plausibleFroms`' to tell.
 */
export function recipientProblems(message: Message): readonly Problem[] {
  const problems: Problem[] = [];
  for (const key of ADDRESS_FIELDS) {
    const field = findField(message.root.headers, key);
    if (field !== undefined && listOf(message, key).isCut) problems.push({ code: "limit.addresses", span: field.span });
  }
  const delivered = DELIVERY_FIELDS.reduce((sum, key) => sum + mailboxes(message, key).length, 0);
  if (delivered >= limits.deliveredAddressesMax && deliveryAddresses(message, NO_BORDER).isCut) {
    problems.push({ code: "limit.delivered-addresses" });
  }
  return problems;
}

function listOf(message: Message, key: string): ReadList {
  const fields = fieldsNamed(message.root.headers, key);
  if (fields.length === 0) return NO_LIST;
  const lists = known.get(message) ?? new Map<string, ReadList>();
  if (lists.size === 0) known.set(message, lists);
  const list = lists.get(key) ?? readMailboxes(message, fields);
  lists.set(key, list);
  return list;
}

function readMailboxes(message: Message, fields: readonly HeaderField[]): ReadList {
  const lists = fields.map((field) => shownMailboxes(message, field, fieldText(message.bytes, field)));
  const found = lists.flatMap((list) => list.mailboxes);
  const isCut = found.length > limits.addressesMax || lists.some(({ problems }) => problems.some(isAddressLimit));
  return { mailboxes: found.slice(0, limits.addressesMax), isCut };
}

function isAddressLimit({ code }: Problem): boolean {
  return code === "limit.addresses";
}

interface Delivered {
  /** Distinct as written, the most certain first. */
  readonly addresses: readonly string[];
  /** Those that the receiver's own servers named. */
  readonly above: ReadonlySet<string>;
  readonly isCut: boolean;
}

function deliveryAddresses(message: Message, border: TrustBorder): Delivered {
  const fields = DELIVERY_FIELDS.flatMap((key) => fieldsNamed(message.root.headers, key)).slice(0, limits.addressesMax);
  const takenAt = fields.length === 0 ? 0 : takenFrom(message, border);
  const above = new Set<string>();
  const below = new Set<string>();
  for (const field of fields) {
    const named = field.span.start < takenAt ? above : below;
    for (const { address } of readMailboxes(message, [field]).mailboxes) if (address.includes("@")) named.add(address);
  }
  const received = receivedFor(message);
  if (received !== null) above.add(received);
  const found = [...new Set([...above, ...below])];
  const isCut = found.length > limits.deliveredAddressesMax;
  return { addresses: found.slice(0, limits.deliveredAddressesMax), above, isCut };
}

/** Where the line of `Received` begins by which the receiver's servers took the message: what stands above is theirs. */
function takenFrom(message: Message, border: TrustBorder): number {
  const fields = fieldsNamed(message.root.headers, "received");
  const first = fields[0];
  if (first === undefined) return Number.POSITIVE_INFINITY;
  if (hasBorder(border)) {
    const { hops } = readTrace(message, border);
    const outside = hops.findIndex(({ trust }) => trust !== "own");
    const last = hops[outside === -1 ? hops.length - 1 : outside];
    // A top line of no server that was named: then nothing tells where the border is.
    if (last !== undefined && last.trust !== "untrusted") return last.span.start;
  }
  return (fields.slice(0, LOCAL_LINES_MAX).find((field) => !isLocalDelivery(message, field)) ?? first).span.start;
}

/** By LMTP a server hands on what it took already, and nobody offers that to the world (RFC 2033 5): Fastmail and Cyrus name the mailbox below. */
function isLocalDelivery(message: Message, field: HeaderField): boolean {
  return /^lmtp/i.test(parseReceived(fieldText(message.bytes, field)).with);
}

/** Servers hand on locally less often. */
const LOCAL_LINES_MAX = 4;

/** The `for` clause of the topmost Received (RFC 5321 4.4): what our own server was asked to deliver to. */
function receivedFor(message: Message): string | null {
  const field = findField(message.root.headers, "received");
  if (field === undefined) return null;
  const text = displayText(message.bytes, field).slice(0, 4096);
  return /\sfor\s+<?([^\s<>;()"]{1,64}@[^\s<>;()"]{3,190})>?/i.exec(text)?.[1] ?? null;
}

function knownAddresses(all: readonly string[]): readonly string[] {
  const known = new Map<string, string>();
  for (const address of all) {
    const key = address.toLowerCase();
    if (address.includes("@") && !known.has(key)) known.set(key, address);
    if (known.size >= limits.tokenReadersMax) break;
  }
  return [...known.values()];
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}

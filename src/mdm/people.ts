/**
 * Mailboxes and addresses as rules read them (mdm.md, 4.2): names decoded, local parts in their own case, domains in lower case. A field
 * that holds only a group is one mailbox with the group's name. Pure and total.
 */
import { limits } from "../base/limits.ts";
import { parseAddressList } from "../mail/addresses.ts";
import { decodeEncodedWords } from "../mail/encoded-words.ts";
import { fieldsNamed, fieldText } from "../mail/headers.ts";
import type { Mailbox, Message } from "../mail/message.ts";
import { shownMailboxes } from "../mail/shown-fields.ts";
import type { Value } from "../mql/value.ts";
import { domainFacts, domainObject } from "./domains.ts";
import { type ModelObject, maker } from "./model-object.ts";

/** `local@domain`, or what stood in its place. */
export interface AddressFacts {
  readonly email: string;
}

const NO_DOMAIN = domainFacts("");

export const addressObject = maker<"EmailAddress", AddressFacts>("EmailAddress", {
  domain: ({ email }) =>
    domainObject(email.includes("@") ? domainFacts(email.slice(email.lastIndexOf("@") + 1)) : NO_DOMAIN),
  email: ({ email }) => email,
  local_part: ({ email }) => (email.includes("@") ? email.slice(0, email.lastIndexOf("@")) : null),
});

/** Null for an empty text. */
export function addressOf(email: string): ModelObject<AddressFacts> | null {
  return email === "" ? null : addressObject({ email: withLowerDomain(email) });
}

export function withLowerDomain(email: string): string {
  const at = email.lastIndexOf("@");
  return at < 0 ? email : `${email.slice(0, at)}${email.slice(at).toLowerCase()}`;
}

const nameOf = ({ name }: Mailbox): Value => (name === "" ? null : name);
/** Also where there is none: rules ask whether it is empty. */
const emailOf = ({ address }: Mailbox): Value => addressObject({ email: withLowerDomain(address) });

export const mailboxObject = maker<"Mailbox", Mailbox>("Mailbox", { display_name: nameOf, email: emailOf });

export interface SenderFacts extends Mailbox {
  readonly decoders: readonly string[];
}

export const senderObject = maker<"SenderMailbox", SenderFacts>("SenderMailbox", {
  decoders: ({ decoders }) => decoders,
  display_name: nameOf,
  email: emailOf,
});

const NOBODY: Mailbox = { name: "", address: "" };
/** The name of a group and nothing in it (RFC 5322 3.4), as `undisclosed-recipients:;`. */
const LONE_GROUP = /^\s*"?([^:;,<>"@]{1,200})"?\s*:\s*(?:;\s*)?$/;

/** All mailboxes of all fields of that name; a lone group is a mailbox of its own. */
export function mailboxesOf(message: Message, key: string): readonly Mailbox[] {
  const found: Mailbox[] = [];
  for (const field of fieldsNamed(message.root.headers, key)) {
    if (found.length >= limits.addressesMax) break;
    const text = fieldText(message.bytes, field);
    const group = LONE_GROUP.exec(text.slice(0, GROUP_CHARS_MAX))?.[1];
    if (group === undefined) found.push(...shownMailboxes(message, field, text).mailboxes);
    else found.push({ name: decodeEncodedWords(group.trim()), address: "" });
  }
  return found.slice(0, limits.addressesMax);
}

const GROUP_CHARS_MAX = 300;

/** The first; `NOBODY` where there is none. */
export function firstMailbox(message: Message, key: string): Mailbox {
  return mailboxesOf(message, key)[0] ?? NOBODY;
}

/** The first address of the first field of that name; null without one. */
export function addressField(message: Message, key: string): ModelObject<AddressFacts> | null {
  return addressOf(mailboxesOf(message, key).find(({ address }) => address !== "")?.address ?? "");
}

/** From, or whom a mailing list put its own address in the place of. */
export function senderFacts(message: Message): SenderFacts {
  const from = firstMailbox(message, "from");
  if (!isViaGroup(from, message)) return { ...from, decoders: [] };
  const original = firstMailbox(message, "x-original-from");
  const author = original.address === "" ? firstMailbox(message, "x-original-sender") : original;
  if (author.address === "") return { ...from, decoders: [] };
  return {
    name: author.name === "" ? nameBeforeVia(from.name) : author.name,
    address: author.address,
    decoders: ["google_groups"],
  };
}

/** `'Ada' via Group <group@example.org>`, which a group that Google runs for a domain writes. */
function isViaGroup({ name }: Mailbox, message: Message): boolean {
  return /['"]? via \S/i.test(name.slice(0, GROUP_CHARS_MAX)) && message.root.headers.firsts.has("x-google-group-id");
}

function nameBeforeVia(name: string): string {
  return name.replace(/ via .*$/i, "").replace(/^['"\s]+|['"\s]+$/g, "");
}

/** Mailboxes that a text names, as `Name <a@example.org>`; the first counts. Null for none. */
export function parseAddress(text: string): ModelObject<AddressFacts> | null {
  const [only] = parseAddressList(text.slice(0, ADDRESS_CHARS_MAX).trim()).mailboxes;
  return only === undefined || !/^[^\s@]+@[^\s@]+$/.test(only.address) ? null : addressOf(only.address);
}

const ADDRESS_CHARS_MAX = 1_000;

export interface RecipientFacts {
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly bcc: readonly Mailbox[];
}

const recipientReaders = {
  bcc: ({ bcc }: RecipientFacts) => bcc.map(mailboxObject),
  cc: ({ cc }: RecipientFacts) => cc.map(mailboxObject),
  to: ({ to }: RecipientFacts) => to.map(mailboxObject),
};

export const recipientsObject = maker<"Recipients", RecipientFacts>("Recipients", recipientReaders);
export const threadRecipientsObject = maker<"ThreadRecipients", RecipientFacts>("ThreadRecipients", recipientReaders);

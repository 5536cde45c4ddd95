/**
 * A message as rules read it: the root of the model (mdm.md, 2). Total: a broken message has all its fields, and what is wrong with it in
 * `_errors`.
 */
import { createHash } from "node:crypto";
import { alignedPass } from "../auth/alignment.ts";
import { readAuthentication } from "../auth/authentication-results.ts";
import { limits } from "../base/limits.ts";
import type { Mailbox, Message } from "../mail/message.ts";
import { messageDate } from "../mail/message-date.ts";
import { wasReceived } from "../mail/received.ts";
import { type HostObject, Undetermined, type Value } from "../mql/value.ts";
import { attachmentObject } from "./attachments.ts";
import { bodyObject } from "./body.ts";
import { type DirectionFacts, isOwners, messageTypeObject } from "./direction.ts";
import { headersObject } from "./headers.ts";
import { machinesOf } from "./hops.ts";
import type { Knowledge, Owner } from "./knowledge.ts";
import type { MessageFacts } from "./message-facts.ts";
import { maker, partialMaker, valueObject } from "./model-object.ts";
import { once } from "./once.ts";
import { type OwnRecord, ownObject } from "./own.ts";
import { addressOf, mailboxesOf, recipientsObject, senderFacts, senderObject } from "./people.ts";
import { signFacts } from "./signs/facts.ts";
import { subjectObject } from "./subjects.ts";

export interface RootFacts {
  readonly mail: MessageFacts;
  /** Null for a message inside another one: nothing is known of it but itself. */
  readonly knowledge: Knowledge | null;
  /** What Letterlock found out; null where it was not asked. */
  readonly own: OwnRecord | null;
}

const PROVIDER = new Undetermined(["provider"]);
const NO_OWNER = new Undetermined(["list.org"]);
const LATER = new Undetermined(["later"]);
const TRIAGE = new Undetermined(["triage"]);
const NOT_ASKED = new Undetermined(["letterlock"]);

export const messageObject = maker<"Message", RootFacts>("Message", {
  _errors: ({ mail }) => mail.message.problems.map(({ code }) => new Map([["code", code]])),
  _meta: (facts) => metadataObject(facts),
  attachments: ({ mail }) => mail.files().map(attachmentObject),
  body: ({ mail }) => bodyObject(mail.body()),
  external: () => valueObject("External", {}, PROVIDER),
  headers: ({ mail, knowledge }) => {
    const { message } = mail;
    const hops = mail.hops();
    const servers = knowledge?.servers ?? [];
    return headersObject({ message, hops, servers, machines: once(() => machinesOf(message, hops)) });
  },
  mailbox: ({ mail, knowledge }) => mailboxOf(knowledge?.owner ?? null, recipientsOf(mail)),
  recipients: ({ mail }) => {
    const { message } = mail;
    return recipientsObject({
      to: mailboxesOf(message, "to"),
      cc: mailboxesOf(message, "cc"),
      bcc: mailboxesOf(message, "bcc"),
    });
  },
  sender: ({ mail }) => senderObject(senderFacts(mail.message)),
  subject: ({ mail }) => subjectOf(mail.subject()),
  type: (facts) => typeOf(facts),
  letterlock: ({ own, mail, knowledge }) =>
    own === null ? NOT_ASKED : ownObject({ record: own, signs: signFacts(own, mail, knowledge) }),
  triage: () => TRIAGE,
});

const metadataObject = maker<"Metadata", RootFacts>("Metadata", {
  canonical_id: () => LATER,
  created_at: () => null,
  effective_at: ({ mail }) => messageDate(mail.message).at,
  id: ({ mail }) => createHash("sha256").update(mail.message.bytes).digest("hex"),
});

/** Without the field there is nothing to take apart. */
function subjectOf(subject: string | null): Value {
  return subject === null ? valueObject("Subject", {}) : subjectObject({ subject });
}

function recipientsOf({ message }: MessageFacts): readonly string[] {
  return ["to", "cc", "bcc"]
    .flatMap((key) => mailboxesOf(message, key))
    .map(({ address }) => address)
    .filter((address) => address !== "")
    .slice(0, limits.addressesMax);
}

/** Of a message inside another the direction means nothing. */
function typeOf({ mail, knowledge }: RootFacts): Value {
  if (knowledge === null) return valueObject("MessageType", {});
  const from = mailboxesOf(mail.message, "from");
  const facts: DirectionFacts = {
    owner: knowledge.owner,
    // Not the author whom a list's own fields name: anybody writes those.
    sender: from[0]?.address ?? "",
    recipients: recipientsOf(mail),
    isAuthentic: () => isAuthentic(mail.message, from, knowledge.servers ?? []),
  };
  return messageTypeObject(facts);
}

/** A check passed for the domain in From, by results that count; or no server ever took it: a copy that the writer's own program kept. */
function isAuthentic(message: Message, from: readonly Mailbox[], servers: readonly string[]): boolean {
  if (!wasReceived(message)) return true;
  const claims = { from: from.map(({ address }) => ({ address: address.toLowerCase() })) };
  const { dkim, spf, dmarc } = alignedPass(readAuthentication(message).results, claims, servers);
  return dkim || spf || dmarc;
}

const ownersMailbox = partialMaker<"MailboxExtended", { readonly address: string; readonly name: string | null }>(
  "MailboxExtended",
  { display_name: ({ name }) => name ?? NO_OWNER, email: ({ address }) => addressOf(address) },
  NO_OWNER,
);

/** The owner's, by the address that the message was sent to, where the owner has several. */
export function mailboxOf(owner: Owner | null, recipients: readonly string[]): HostObject | Undetermined {
  if (owner === null) return NO_OWNER;
  const named = recipients.map((address) => address.toLowerCase()).find((address) => isOwners(owner, address));
  const address = named ?? owner.addresses[0];
  if (address === undefined) return NO_OWNER;
  const name = owner.vips?.find(({ email }) => email.toLowerCase() === address)?.displayName ?? null;
  return ownersMailbox({ address, name }) ?? NO_OWNER;
}

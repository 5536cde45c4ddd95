/**
 * The model over a stored record: what a rule's rest is asked against when all mail was read (docs/formats/case.md). Only what the record
 * tells in the same words as the message is answered; everything else is undetermined, `not-stored`. A record holds addresses in lower
 * case, no empty groups, no fields of servers.
 */
import type { AddressRecord, MessageRecord } from "../case/record.ts";
import type { Mailbox } from "../mail/message.ts";
import { Undetermined, type Value } from "../mql/value.ts";
import { messageTypeObject } from "./direction.ts";
import { derivedKnowledge, type MailHost } from "./host.ts";
import type { Knowledge } from "./knowledge.ts";
import { mailboxOf } from "./message.ts";
import { partialMaker } from "./model-object.ts";
import { addressObject, addressOf, mailboxObject, withLowerDomain } from "./people.ts";
import { subjectObject } from "./subjects.ts";

export interface RecordFacts {
  readonly record: MessageRecord;
  /** The model's `letterlock`: of the record, with what comparing all mail told. */
  readonly own: () => Value;
  /** The owner wrote it: not somebody in the owner's name. */
  readonly isFromOwner: boolean;
}

interface Facts extends RecordFacts {
  readonly knowledge: Knowledge;
}

const NOT_STORED = new Undetermined(["not-stored"]);
/** `CHARS_MAX` of stored subjects: one that is as long may have been longer. */
const SUBJECT_CHARS_MAX = 1_000;

const rootObject = partialMaker<"Message", Facts>(
  "Message",
  {
    _meta: (facts) => metadataObject(facts),
    body: (facts) => bodyObject(facts),
    headers: (facts) => headersObject(facts),
    mailbox: ({ knowledge, record }) => mailboxOf(knowledge.owner, recipientsOf(record)),
    recipients: (facts) => recipientsObject(facts),
    sender: (facts) => senderObject(facts),
    subject: ({ record }) => subjectOf(record),
    type: ({ knowledge, record, isFromOwner }) =>
      messageTypeObject({
        owner: knowledge.owner,
        sender: senderOf(record).address,
        recipients: recipientsOf(record),
        isAuthentic: () => isFromOwner,
      }),
    letterlock: ({ own }) => own(),
  },
  NOT_STORED,
);

const metadataObject = partialMaker<"Metadata", Facts>(
  "Metadata",
  { effective_at: ({ record }) => record.date, id: ({ record }) => record.sha256 },
  NOT_STORED,
);

const bodyObject = partialMaker<"Body", Facts>(
  "Body",
  { html: ({ record }) => (record.content.html ? NOT_STORED : null) },
  NOT_STORED,
);

const headersObject = partialMaker<"Headers", Facts>(
  "Headers",
  {
    date: ({ record }) => (record.dateFrom === "date" ? record.date : NOT_STORED),
    in_reply_to: ({ record }) => (record.claims.isReply ? NOT_STORED : null),
    mailer: ({ record }) => (record.claims.mailer === "" ? null : record.claims.mailer),
    references: ({ record }) => (record.claims.isReply ? NOT_STORED : []),
    reply_to: ({ record }) => record.claims.replyTo.map(toMailbox).map(mailboxObject),
    return_path: ({ record }) => addressOf(record.claims.returnPath),
  },
  NOT_STORED,
);

const senderObject = partialMaker<"SenderMailbox", Facts>(
  "SenderMailbox",
  {
    display_name: ({ record }) => nameOf(senderOf(record)),
    email: ({ record }) => addressObject({ email: senderOf(record).address }),
  },
  NOT_STORED,
);

/** A header that holds only a group has no mailbox in the record: an empty list says nothing. */
const recipientsObject = partialMaker<"Recipients", Facts>(
  "Recipients",
  {
    to: ({ record }) => listOf(record.to),
    cc: ({ record }) => listOf(record.cc),
  },
  NOT_STORED,
);

function listOf(addresses: readonly AddressRecord[]): Value {
  return addresses.length === 0 ? NOT_STORED : addresses.map(toMailbox).map(mailboxObject);
}

function toMailbox({ name, address }: AddressRecord): Mailbox {
  return { name, address: withLowerDomain(address) };
}

function senderOf({ claims }: MessageRecord): Mailbox {
  const [from] = claims.from;
  return from === undefined ? { name: "", address: "" } : toMailbox(from);
}

const nameOf = ({ name }: Mailbox): Value => (name === "" ? null : name);

function recipientsOf({ to, cc, deliveredTo }: MessageRecord): readonly string[] {
  return [...[...to, ...cc].map(({ address }) => address), ...deliveredTo].filter((address) => address !== "");
}

/** The record does not tell a subject that is empty from none. */
function subjectOf({ subject }: MessageRecord): Value {
  return subject === "" || subject.length >= SUBJECT_CHARS_MAX ? NOT_STORED : subjectObject({ subject });
}

/** One stored message, ready for what is left of rules. */
export function createRecordHost(facts: RecordFacts, knowledge: Knowledge): MailHost {
  const root = rootObject({ ...facts, knowledge });
  if (root === null) throw new Error("a record is an object");
  return { root, ...derivedKnowledge(knowledge) };
}

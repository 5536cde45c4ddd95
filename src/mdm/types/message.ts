/** The message itself, its direction, whose mailbox it lies in, and what the provider says. Fields and types as mdm.md, section 5, has them. */
import type { TypeTable } from "./type-table.ts";

export const messageTypes = {
  Message: {
    _errors: ["[map<string>]", "Non-fatal problems met while building the model; list of small string maps."],
    _meta: ["Metadata", "Bookkeeping about this model."],
    attachments: ["[Attachment]", "Every attached or inline file part, in MIME order; [] when there are none."],
    body: ["Body", "Decoded bodies, links, quoted threads."],
    external: ["External", "Facts told by the mailbox provider or the importing program, not by the message."],
    headers: ["Headers", "Parsed header section."],
    mailbox: ["MailboxExtended", "Owner of the mailbox the copy was found in."],
    recipients: ["Recipients", "To, Cc and Bcc as mailboxes."],
    sender: ["SenderMailbox", "The From mailbox, or whom decoders found."],
    subject: ["Subject", "Subject line, parsed."],
    type: ["MessageType", "Direction of the message relative to the protected organisation."],
    letterlock: ["Letterlock", "What Letterlock itself found out about the message."],
    triage: ["Triage", "Outcome of an analyst's workflow, which only automation rules ask for; never known here."],
  },
  Metadata: {
    canonical_id: ["string", "Stable hash that groups near-identical messages of one campaign."],
    created_at: ["time", "When this model was built."],
    effective_at: [
      "time",
      "When the message was sent, or received where these differ by days: what history is asked for.",
    ],
    id: ["string", "Unique id of this copy."],
  },
  MessageType: {
    inbound: ["bool", "Sender outside the organisation, at least one recipient inside."],
    internal: [
      "bool",
      'Sender inside, at least one recipient inside, and the message passes SPF or DKIM (unauthenticated "internal" mail is inbound).',
    ],
    outbound: ["bool", "Sender inside, at least one recipient outside."],
  },
  External: {
    created_at: ["time", "Provider's receive time."],
    message_id: ["string", "Provider's own id of the message."],
    route_type: ["string", "'sent' or 'received'."],
    spam: ["bool", "An upstream filter already called it spam."],
    spam_folder: ["bool", "It was found in the spam folder."],
    thread_id: ["string", "Provider's conversation id."],
  },
  MailboxExtended: {
    display_name: ["string", "Display name of the mailbox owner."],
    email: ["EmailAddress", "Address of the mailbox owner."],
    first_name: ["string", "Owner's given name (directory or user configuration)."],
    last_name: ["string", "Owner's family name (directory or user configuration)."],
  },
} as const satisfies TypeTable;

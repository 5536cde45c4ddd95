/** Mailboxes, addresses, domains. Fields and types as mdm.md, section 5, has them. */
import type { TypeTable } from "./type-table.ts";

export const peopleTypes = {
  SenderMailbox: {
    decoders: ["[string]", "Transformations that were undone to find the real sender; only 'google_groups' is known."],
    display_name: ["string", "Decoded display name; null when absent."],
    email: ["EmailAddress", "Address object."],
  },
  Mailbox: {
    display_name: ["string", "Decoded display name; null when absent."],
    email: ["EmailAddress", "Address object."],
  },
  EmailAddress: {
    domain: ["Domain", "Domain object of the part after the last @."],
    email: ["string", "Whole address."],
    local_part: ["string", "Part before the @."],
  },
  Domain: {
    domain: ["string", "Full host name as written, without trailing dot; may be non-routable, e.g. a bare label."],
    punycode: ["string", "Unicode form, present only when the name has an xn-- label."],
    root_domain: [
      "string",
      "Registrable domain (public suffix plus one label), ICANN section of the public suffix list only.",
    ],
    sld: ["string", "The one label left of the public suffix."],
    subdomain: ["string", "Everything left of root_domain; null when nothing is left."],
    tld: ["string", "The public suffix (may hold dots, e.g. 'co.uk')."],
    valid: ["bool", "True when the name has a known public suffix and well-formed labels."],
    error: ["string", "Reason a domain could not be parsed; null where it could."],
  },
  Recipients: {
    bcc: ["[Mailbox]", "Bcc mailboxes; [] when absent."],
    cc: ["[Mailbox]", "Cc mailboxes; [] when absent."],
    to: ["[Mailbox]", "To mailboxes; [] when absent."],
  },
  ThreadRecipients: {
    bcc: ["[Mailbox]", "Bcc of the quoted message."],
    cc: ["[Mailbox]", "Cc of the quoted message."],
    to: ["[Mailbox]", "To of the quoted message."],
  },
} as const satisfies TypeTable;

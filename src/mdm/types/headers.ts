/** The header section, its hops, and addresses of machines. Fields and types as mdm.md, section 5, has them. */
import type { TypeTable } from "./type-table.ts";

export const headerTypes = {
  Headers: {
    auth_summary: ["AuthSummary", "Condensed SPF and DMARC outcome."],
    date: ["time", "Date header converted to UTC."],
    date_original_offset: ["string", "UTC offset of the Date header as hours text, e.g. '-4'."],
    delivered_to: ["EmailAddress", "Delivered-To address."],
    domains: ["[Domain]", "Every domain named in the Received headers, distinct."],
    from: ["Mailbox", "From as a mailbox before any sender decoding."],
    hops: ["[Hop]", "Header section cut into hops, index 0 nearest the sender."],
    in_reply_to: ["string", "In-Reply-To value."],
    ips: ["[IP]", "Every IP address named in the Received headers, distinct."],
    mailer: ["string", "X-Mailer, else User-Agent."],
    message_id: ["string", "Message-ID with its angle brackets."],
    references: ["[string]", "Message ids of the References header, oldest first."],
    reply_to: ["[Mailbox]", "Reply-To mailboxes; [] when absent."],
    return_path: ["EmailAddress", "Return-Path (envelope sender) address."],
    x_authenticated_domain: ["Domain", "Domain of X-Authenticated-Domain or of X-Authenticated-Sender."],
    x_authenticated_sender: ["EmailAddress", "Address in X-Authenticated-Sender."],
    x_client_ip: ["IP", "X-Client-IP."],
    x_originating_ip: ["IP", "X-Originating-IP."],
    x_secure_server_account: ["string", "X-SecureServer-Acct."],
    x_sender: ["EmailAddress", "Address in X-Sender."],
  },
  Hop: {
    authentication_results: ["AuthResults", "Parsed Authentication-Results (or a vendor/ARC variant) of this hop."],
    fields: ["[HopField]", "Raw header fields of this hop."],
    index: ["int", "0 for the hop nearest the sender, counting towards the recipient."],
    received: ["Received", "Parsed Received header of this hop."],
    received_spf: ["SPF", "Parsed Received-SPF of this hop."],
    signature: [
      "Signature",
      "Parsed DKIM-Signature, DomainKey-Signature, X-Google-DKIM-Signature or ARC-Message-Signature of this hop.",
    ],
  },
  HopField: {
    name: ["string", "Field name, case kept as in the message."],
    position: ["int", "Position in the whole header section, 0 = bottom-most line."],
    value: ["string", "Unfolded value."],
  },
  Received: {
    additional: ["ReceivedAdditional", "Whatever was left over."],
    id: ["ReceivedID", "'id' clause."],
    link: ["ReceivedVia", "'via' clause."],
    mailbox: ["ReceivedFor", "'for' clause."],
    protocol: ["ReceivedWith", "'with' clause."],
    server: ["ReceivedBy", "'by' clause: the machine that wrote the line."],
    source: ["ReceivedFrom", "'from' clause: the machine it came from."],
    time: ["time", "Date-time of the line, UTC."],
    zone_offset: ["string", "UTC offset of the line."],
  },
  ReceivedBy: {
    raw: ["string", "Raw text of the clause, comments left out."],
  },
  ReceivedFrom: {
    raw: ["string", "Raw text of the clause."],
  },
  ReceivedFor: {
    raw: ["string", "Raw text of the clause."],
  },
  ReceivedID: {
    raw: ["string", "Raw text of the clause."],
  },
  ReceivedVia: {
    raw: ["string", "Raw text of the clause."],
  },
  ReceivedWith: {
    raw: ["string", "Raw text of the clause."],
  },
  ReceivedAdditional: {
    raw: ["string", "Raw text of the clause."],
  },
  IP: {
    ip: ["string", "Canonical text form."],
    translation: ["IPTranslation", "How an obfuscated form was undone."],
    version: ["int", "4 or 6."],
  },
  IPTranslation: {
    original: ["string", "Address as written."],
    v4_to_v6: ["bool", "Written as an IPv4-mapped IPv6 address."],
    encoders: ["[string]", "Ways the address was disguised in a URL: 'octal', 'decimal_integer', 'hexadecimal'."],
  },
} as const satisfies TypeTable;

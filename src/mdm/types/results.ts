/** What pure functions, lists and the history of senders give. Fields and types as mdm.md, section 5, has them. */
import type { TypeTable } from "./type-table.ts";

export const resultTypes = {
  XPathResult: {
    nodes: ["[XPathNode]", "Matched nodes in document order."],
  },
  XPathNode: {
    raw: ["string", "Outer source of an element, or the plain value for an attribute or text node."],
    display_text: ["string", "Visible text of the node."],
    inner_text: ["string", "All text of the node."],
    links: ["[Link]", "Links inside the node."],
  },
  ScanKeyVal: {
    key: ["string", "Name."],
    value: ["string", "Value as text."],
  },
  Vip: {
    display_name: ["string", "Person's name as shown in mail."],
    email: ["string", "Person's address; may be ''."],
  },
  SenderProfile: {
    any_messages_benign: ["bool", "An analyst (or the user) labelled some earlier message of this sender as good."],
    any_messages_malicious_or_spam: [
      "bool",
      "Some earlier message of this sender was labelled phishing, missed attack or spam.",
    ],
    auth_failed: ["bool", "This message had an authentication failure."],
    days_known: ["float", "Days since the first message from this sender; 0 for a new one."],
    prevalence: ["string", "New, outlier, rare, uncommon or common; 'unknown' when there is too little history."],
    solicited: ["bool", "The organisation wrote to this sender before."],
    days_since: ["DaysSince", "Ages in days of the last contacts."],
    any_false_positives: ["bool", "Older name of any_messages_benign, still read by a few rules."],
  },
  DaysSince: {
    first_contact: ["float", "Days since the first message in either direction."],
    last_contact: ["float", "Days since the last message in either direction."],
    last_inbound: ["float", "Days since the last message from the sender."],
    last_outbound: ["float", "Days since the last message to the sender."],
  },
} as const satisfies TypeTable;

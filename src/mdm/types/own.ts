/** What Letterlock itself found out about a message, under `letterlock`. */
import type { TypeTable } from "./type-table.ts";

export const ownTypes = {
  Letterlock: {
    loads: ["[Load]", "Everything in the message that makes a mail client contact a server."],
    load_count: ["int", "How many loads there are, also where not all of them are listed."],
    anomalies: [
      "[string]",
      "What is odd about the shape of the message, by the flags of docs/formats/case.md, sorted.",
    ],
    problems: ["[string]", "Codes of what could not be read or is damaged, each once, sorted."],
    is_partial: ["bool", "Some part of the message could not be read."],
    receipts: ["[Load]", "The loads that ask for a receipt to be sent by mail."],
    signing_domains: ["[string]", "Signing domain of each DKIM signature, lower case; nobody has checked them."],
    senders_shown: ["[string]", "Addresses that some mail client shows as the sender, lower case."],
    news_persona: ["string", "Words by which the sender reads like a news outlet; null where it does not."],
    text_print: [
      "string",
      "Hash of the visible text without digits, addresses and URLs: equal for copies of one lure.",
    ],
    tracking: ["Tracking", "How the message tracks its reader; known when all mail was compared."],
    copies: ["Copies", "Other readers' copies of the same lure; known when all mail was compared."],
    history: ["OwnHistory", "What was there from this sender before; known when all mail was compared."],
  },
  Load: {
    vector: ["string", "Kind of the load, RL-01 and so on, as docs/formats/case.md lists them."],
    url: ["URL", "What is loaded, gateways' wrappers undone; null where it is no URL that can be resolved."],
    host: ["string", "Host in lower case; the mail domain of a receipt address."],
    domain: ["string", "Registrable domain of the host, or the host itself."],
    hidden: ["bool", "A reader does not see it."],
    why: ["string", "Why it is taken for hidden or shown, in words."],
    fires: ["string", "What sets it off: 'open', 'click', 'receipt', 'attachment' or 'delivery'."],
    view: [
      "string",
      "How the text it stands in was come by, where that is not the usual reading; empty for the usual one.",
    ],
    token: ["Token", "What in it tells its reader apart."],
  },
  Token: {
    kind: [
      "string",
      "'decoded' (the reader's address is inside), 'likely' (opaque and long), 'none'; 'proven' only when copies were compared.",
    ],
    value: ["string", "The field of the URL as written; empty for none."],
    detail: ["string", "In words what the value is."],
    address: ["string", "The reader's address found inside; null where none was."],
  },
  Tracking: {
    class: ["string", "'none', 'commercial', 'unexplained' or 'covert'."],
    proven: ["bool", "Copies show that a value is different for each reader and nothing else explains it."],
  },
  Copies: {
    count: ["int", "Messages that are copies of this one, itself included."],
    readers: ["int", "Readers who got one."],
  },
  OwnHistory: {
    messages: ["int", "Earlier messages from this sender."],
    days: ["int", "Days on which there were any."],
    written_to: ["bool", "The owner wrote to this sender before."],
    first_seen: ["time", "The first of them."],
    last_seen: ["time", "The latest of them."],
  },
} as const satisfies TypeTable;

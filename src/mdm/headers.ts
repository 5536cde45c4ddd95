/** Header fields as rules read them (mdm.md, 5, Headers). Pure and total; each is read when it is asked for. */
import { limits } from "../base/limits.ts";
import { parseDate } from "../mail/dates.ts";
import { fieldsNamed, fieldText, findField } from "../mail/headers.ts";
import type { Message } from "../mail/message.ts";
import { parseMessageIds } from "../mail/message-id.ts";
import { shownText } from "../mail/shown-fields.ts";
import type { Value } from "../mql/value.ts";
import { authSummaryObject } from "./authentication.ts";
import { domainOf } from "./domains.ts";
import type { HopFacts } from "./hop-fields.ts";
import { hopObject, type Machines, zoneOffset } from "./hops.ts";
import { ipOf } from "./ips.ts";
import { maker } from "./model-object.ts";
import { addressField, addressOf, firstMailbox, mailboxesOf, mailboxObject } from "./people.ts";

export interface HeaderFacts {
  readonly message: Message;
  readonly hops: readonly HopFacts[];
  /** As `Knowledge.servers`. */
  readonly servers: readonly string[];
  readonly machines: () => Machines;
}

export const headersObject = maker<"Headers", HeaderFacts>("Headers", {
  auth_summary: ({ hops, servers }) => authSummaryObject({ hops, servers }),
  date: ({ message }) => parseDate(textOf(message, "date") ?? ""),
  date_original_offset: ({ message }) => zoneOffset(textOf(message, "date") ?? ""),
  delivered_to: ({ message }) => addressField(message, "delivered-to"),
  domains: ({ machines }) => machines().domains,
  from: ({ message }) =>
    findField(message.root.headers, "from") === undefined ? null : mailboxObject(firstMailbox(message, "from")),
  hops: ({ hops }) => hops.map(hopObject),
  in_reply_to: ({ message }) => textOf(message, "in-reply-to"),
  ips: ({ machines }) => machines().ips,
  mailer: ({ message }) => shownField(message, "x-mailer") ?? shownField(message, "user-agent"),
  message_id: ({ message }) => textOf(message, "message-id"),
  references: ({ message }) => referencesOf(message),
  reply_to: ({ message }) => mailboxesOf(message, "reply-to").map(mailboxObject),
  return_path: ({ message }) => returnPath(message),
  x_authenticated_domain: ({ message }) => authenticatedDomain(message),
  x_authenticated_sender: ({ message }) => addressField(message, "x-authenticated-sender"),
  x_client_ip: ({ message }) => ipField(message, "x-client-ip"),
  x_originating_ip: ({ message }) => ipField(message, "x-originating-ip"),
  x_secure_server_account: ({ message }) => textOf(message, "x-secureserver-acct"),
  x_sender: ({ message }) => addressField(message, "x-sender"),
});

/** Of the first field of that name; null without one. */
export function textOf({ bytes, root }: Message, key: string): string | null {
  const field = findField(root.headers, key);
  return field === undefined ? null : fieldText(bytes, field);
}

/** The same for people, encoded-words decoded, on one line. */
export function shownField(message: Message, key: string): string | null {
  const field = findField(message.root.headers, key);
  return field === undefined ? null : shownText(message, field).replace(/[\r\n]+/g, " ");
}

/** With their angle brackets. */
function referencesOf(message: Message): readonly string[] {
  const ids = fieldsNamed(message.root.headers, "references").flatMap((field) =>
    parseMessageIds(fieldText(message.bytes, field)),
  );
  return ids.slice(0, limits.messageIdsMax).map((id) => `<${id}>`);
}

/** `<>` is an address of nobody. */
function returnPath(message: Message): Value {
  const text = textOf(message, "return-path");
  if (text === null) return null;
  const [, inner = text] = /<([^<>]*)>/.exec(text) ?? [];
  return addressOf(inner.trim());
}

function authenticatedDomain(message: Message): Value {
  const named = textOf(message, "x-authenticated-domain");
  const sender = addressField(message, "x-authenticated-sender")?.facts.email ?? "";
  return domainOf(named ?? (sender.includes("@") ? sender.slice(sender.lastIndexOf("@") + 1) : ""));
}

function ipField(message: Message, key: string): Value {
  return ipOf((textOf(message, key) ?? "").replace(/[[\]()]/g, ""));
}

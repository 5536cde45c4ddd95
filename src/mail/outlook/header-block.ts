/**
 * The header of a rebuilt message: the transport header as the server delivered it, where the item keeps one, completed
 * from the item's properties; then what only Outlook knows, in `Mapi-` fields.
 *
 * Fields of the transport header stay byte for byte and in order, but for those that speak of a body that is no more
 * (`Content-…`, `MIME-Version`) and those that would speak for us (`Mapi-…`): they get `Original-` before their name.
 */
import { limits } from "../../base/limits.ts";
import { isSmtpAddress, mailboxesOf, recipientsOf } from "./correspondents.ts";
import { addressField, dateText, plainField, textField } from "./header-text.ts";
import type { OutlookItem } from "./item.ts";
import type { ItemBudget } from "./item-budget.ts";
import { observablesOf } from "./observables.ts";
import { decodeText, ids, type PropertyBag, types } from "./properties.ts";

const RENAMED = /^(?:content-[^:]*|mime-version|mapi-[^:]*)$/i;
const FIELD = /^([!-9;-~]+)[ \t]*:/;

/** All fields but those of MIME, each with its line end, no empty line. */
export function headerBlock(item: OutlookItem, budget: ItemBudget): Buffer {
  const transport = transportFields(item.properties, budget);
  const has = (name: string) => transport.names.has(name);
  const missing = propertyFields(item).filter(([name]) => !has(name.toLowerCase()));
  const added = [...missing.map(([, field]) => field), ...evidenceFields(item, budget)].join("");
  return Buffer.concat([Buffer.from(transport.text, "latin1"), Buffer.from(added)]);
}

interface TransportFields {
  /** One character a byte. */
  readonly text: string;
  /** Lower case. */
  readonly names: ReadonlySet<string>;
}

function transportFields(properties: PropertyBag, budget: ItemBudget): TransportFields {
  const fields: string[] = [];
  const names = new Set<string>();
  let isKept = false;
  const lines = transportText(properties, budget).split(/\r\n|\r|\n/);
  const first = lines.findIndex((line) => line !== "");
  for (const [i, line] of lines.entries()) {
    if (i < first) continue;
    if (line === "") {
      if (lines.slice(i).some((later) => later !== "")) budget.note("outlook.headers-end");
      break;
    }
    const name = FIELD.exec(line)?.[1];
    if (name !== undefined) {
      isKept = true;
      const isRenamed = RENAMED.test(name);
      names.add(`${isRenamed ? "original-" : ""}${name.toLowerCase()}`);
      fields.push(isRenamed ? `Original-${line}` : line);
    } else if (isKept && /^[ \t]/.test(line)) fields.push(line);
    else {
      // "Microsoft Mail Internet Headers Version 2.0" stands first in some.
      isKept = false;
      if (!line.startsWith("Microsoft Mail Internet Headers")) budget.note("outlook.header-line");
    }
  }
  return { text: fields.map((line) => `${line}\r\n`).join(""), names };
}

/** One character a byte: 8-bit text as it is, other text as UTF-8. */
function transportText(properties: PropertyBag, budget: ItemBudget): string {
  const property = properties.first(ids.transportHeaders);
  if (property === null) return "";
  const whole = property.bytes(limits.headerBytesMax + 1);
  if (whole.length > limits.headerBytesMax) budget.note("limit.header-bytes");
  const bytes = whole.subarray(0, limits.headerBytesMax);
  const isUnicode = property.type === types.unicode;
  const text = isUnicode
    ? Buffer.from(decodeText(bytes, types.unicode, 0)).toString("latin1")
    : bytes.toString("latin1");
  const end = text.indexOf("\0");
  return end < 0 ? text : text.slice(0, end);
}

/** What the properties say, in the order of RFC 5322 3.6. */
function propertyFields({ properties, recipients }: OutlookItem): readonly (readonly [name: string, field: string])[] {
  const fields: (readonly [string, string])[] = [];
  const { from, sender } = mailboxesOf(properties);
  const addAddresses = (name: string, list: Parameters<typeof addressField>[1]) => {
    if (list.length > 0) fields.push([name, addressField(name, list)]);
  };
  const addText = (name: string, value: string | null) => {
    if (value !== null) fields.push([name, textField(name, value)]);
  };
  const addIds = (name: string, value: string | null) => {
    if (value !== null) fields.push([name, plainField(name, value)]);
  };
  const at = properties.time(ids.submitTime) ?? properties.time(ids.deliveryTime);
  if (at !== null) fields.push(["Date", plainField("Date", dateText(at))]);
  addAddresses("From", from);
  addAddresses("Sender", sender);
  addAddresses("To", recipientsOf(properties, recipients, "to"));
  addAddresses("Cc", recipientsOf(properties, recipients, "cc"));
  addAddresses("Bcc", recipientsOf(properties, recipients, "bcc"));
  addText("Subject", subjectOf(properties));
  addIds("Message-ID", properties.text(ids.messageId));
  addIds("In-Reply-To", properties.text(ids.inReplyTo));
  addIds("References", properties.text(ids.references));
  addText("Original-Reply-Names", properties.text(ids.replyNames));
  // Outlook keeps the wish and not the address: the receipt goes to the sender.
  if (properties.isTrue(ids.readReceiptRequested)) {
    addAddresses(
      "Disposition-Notification-To",
      [...sender, ...from].filter(({ address }) => isSmtpAddress(address)),
    );
  }
  return fields;
}

/** MS-OXCMSG 2.2.1.46: a PST marks the length of `Re: ` with two characters before it. */
export function subjectOf(properties: PropertyBag): string | null {
  const subject = properties.text(ids.subject);
  if (subject !== null) return subject.charCodeAt(0) === 1 ? subject.slice(2) : subject;
  const normalized = properties.text(ids.normalizedSubject);
  return normalized === null ? null : (properties.text(ids.subjectPrefix) ?? "") + normalized;
}

function evidenceFields(item: OutlookItem, budget: ItemBudget): readonly string[] {
  const { properties } = item;
  const fields: string[] = [];
  const messageClass = properties.text(ids.messageClass);
  if (messageClass !== null) fields.push(textField("Mapi-Message-Class", messageClass));
  const flags = properties.integer(ids.messageFlags);
  if (flags !== null) fields.push(plainField("Mapi-Message-Flags", String(flags)));
  for (const { name, value } of observablesOf(item, budget))
    fields.push(textField("Mapi-Property", `${name} ${value}`));
  return fields;
}

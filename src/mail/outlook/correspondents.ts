/**
 * Who wrote an Outlook item and to whom. Addresses of Exchange (`/O=…/CN=…`) are names in a directory and no mail
 * addresses: where the item keeps no SMTP address beside them, only the display name is given.
 */
import { limits } from "../../base/limits.ts";
import type { MailboxText } from "./header-text.ts";
import { ids, type PropertyBag } from "./properties.ts";

export type RecipientRole = "to" | "cc" | "bcc";

/** MS-OXOMSG 2.2.3.1.3; the high bits say what was delivered already. */
const ROLES: Readonly<Record<RecipientRole, { readonly type: number; readonly display: number }>> = {
  to: { type: 1, display: ids.displayTo },
  cc: { type: 2, display: ids.displayCc },
  bcc: { type: 3, display: ids.displayBcc },
};

const REPRESENTING: readonly number[] = [
  ...[ids.representingName, ids.representingSmtpAddress, ids.representingAddress, ids.representingAddressType],
];
const SENDER: readonly number[] = [ids.senderName, ids.senderSmtpAddress, ids.senderAddress, ids.senderAddressType];

/** `from` is whom the item speaks for; `sender` is there only when somebody else sent it. */
export function mailboxesOf(properties: PropertyBag): {
  readonly from: readonly MailboxText[];
  readonly sender: readonly MailboxText[];
} {
  const representing = mailbox(properties, REPRESENTING);
  const sender = mailbox(properties, SENDER);
  if (representing === null) return { from: sender === null ? [] : [sender], sender: [] };
  const isOther = sender !== null && sender.address !== "" && sender.address !== representing.address;
  return { from: [representing], sender: isOther ? [sender] : [] };
}

/** From the table of recipients; from the line that Outlook shows where the table has none. */
export function recipientsOf(
  properties: PropertyBag,
  recipients: readonly PropertyBag[],
  role: RecipientRole,
): readonly MailboxText[] {
  const { type, display } = ROLES[role];
  const found: MailboxText[] = [];
  for (const bag of recipients.slice(0, limits.addressesMax)) {
    if (((bag.integer(ids.recipientType) ?? 0) & 0xf) !== type) continue;
    const one = mailbox(bag, [ids.displayName, ids.smtpAddress, ids.address, ids.addressType]);
    if (one !== null) found.push(one);
  }
  if (found.length > 0) return found;
  const names = properties.text(display)?.split(";") ?? [];
  const listed = names.map((name) => name.trim().replace(/^'(.*)'$/, "$1")).filter((name) => name !== "");
  // One more than is read of a header: then its reader says that there are more.
  return listed.slice(0, limits.addressesMax + 1).map((name) => ({ name, address: isSmtpAddress(name) ? name : "" }));
}

/** `properties`: of display name, SMTP address, address and the address's type. */
function mailbox(bag: PropertyBag, [nameId = 0, smtpId = 0, addressId = 0, typeId = 0]: readonly number[]) {
  const name = bag.text(nameId) ?? "";
  const smtp = bag.text(smtpId) ?? "";
  const other = bag.text(addressId) ?? "";
  const isOther = (bag.text(typeId) ?? "SMTP").toUpperCase() !== "EX" && isSmtpAddress(other);
  const address = isSmtpAddress(smtp) ? smtp : isOther ? other : isSmtpAddress(name) ? name : "";
  return name === "" && address === "" ? null : { name, address };
}

export function isSmtpAddress(text: string): boolean {
  return /^[^\s<>@/]+@[^\s<>@]+$/.test(text.trim());
}

/**
 * Header fields that ask the reader's client or server to write back (threat-facts RL-40 to RL-42): a receipt shows
 * that the address lives, when the mail was opened, and the client's own headers (TF-108).
 *
 * Pure and total; a record per address asked for, at most `limits.receiptsMax`.
 */
import { limits } from "../base/limits.ts";
import type { Problem } from "../base/problem.ts";
import { type Span, span } from "../base/span.ts";
import type { LoadRecord, TokenRecord } from "../case/record.ts";
import { parseAddressList } from "../mail/addresses.ts";
import { fieldText } from "../mail/headers.ts";
import type { HeaderField, Message } from "../mail/message.ts";
import { registrableDomain } from "../url/registrable-domain.ts";
import { splitAddress } from "./address-forms.ts";
import { NO_TOKEN, type TokenFinder } from "./tokens.ts";
import { clashShare } from "./word-likeness.ts";

export interface Receipts {
  /** In the order of the message. */
  readonly loads: readonly LoadRecord[];
  /** `limit.receipts`: there are more. */
  readonly problems: readonly Problem[];
}

interface ReceiptField {
  readonly key: string;
  readonly vector: "RL-40" | "RL-41" | "RL-42";
  /** `address`: the value names who gets the receipt · `request`: only asks, the receipt goes to the sender. */
  readonly value: "address" | "request";
  readonly why: string;
}

// biome-ignore format: a table reads by column
const RECEIPT_FIELDS: readonly ReceiptField[] = [
  { key: "disposition-notification-to",      vector: "RL-40", value: "address", why: "asks for a read receipt (RFC 8098)" },
  { key: "disposition-notification-options", vector: "RL-40", value: "request", why: "sets terms for a read receipt (RFC 8098)" },
  { key: "return-receipt-to",                vector: "RL-41", value: "address", why: "asks for a delivery receipt; some clients send it on reading" },
  { key: "return-receipt-requested",         vector: "RL-41", value: "request", why: "asks for a receipt" },
  { key: "x-confirm-reading-to",             vector: "RL-42", value: "address", why: "asks for a read receipt (Pegasus Mail)" },
  { key: "read-receipt-to",                  vector: "RL-42", value: "address", why: "asks for a read receipt" },
  { key: "x-pmrqc",                          vector: "RL-42", value: "request", why: "asks for a read receipt (Pegasus Mail)" },
  { key: "generate-delivery-report",         vector: "RL-42", value: "request", why: "asks for a delivery report (X.400 gateways)" },
  { key: "x-ms-read-receipt-to",             vector: "RL-42", value: "address", why: "asks for a read receipt" },
  { key: "x-acknowledge-to",                 vector: "RL-42", value: "address", why: "asks for an acknowledgement" },
];

const byKey: ReadonlyMap<string, ReceiptField> = new Map(RECEIPT_FIELDS.map((field) => [field.key, field]));

/** `addresses` are the readers'. `mayBeCut`: false for a message without a bare CR, as nearly all are. */
export function receiptLoads(
  message: Message,
  addresses: readonly string[],
  finder: TokenFinder,
  mayBeCut = true,
): Receipts {
  const loads: LoadRecord[] = [];
  const take = (field: HeaderField): boolean => {
    const kind = byKey.get(field.key);
    // One more than is kept, so that it shows.
    if (kind !== undefined && loads.length <= limits.receiptsMax) {
      loads.push(...loadsOf(message, field, kind, { addresses, finder }));
    }
    return loads.length > limits.receiptsMax;
  };
  if (!message.root.headers.fields.some(take) && mayBeCut) cutFields(message).some(take);
  if (loads.length <= limits.receiptsMax) return { loads, problems: [] };
  return { loads: loads.slice(0, limits.receiptsMax), problems: [{ code: "limit.receipts" }] };
}

/** Fields behind a bare CR, which ends a line for some readers (hostile-mail HM-002): to the others part of the field before. */
function cutFields({ bytes, root }: Message): readonly HeaderField[] {
  const { start, end } = root.headers.span;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString("latin1");
  const found: HeaderField[] = [];
  for (const match of text.matchAll(CUT_FIELD)) {
    if (!byKey.has((match[1] ?? "").toLowerCase())) continue;
    const from = start + match.index + 1;
    const valueFrom = start + match.index + match[0].length - (match[2] ?? "").length;
    const until = start + match.index + match[0].length;
    found.push({ key: (match[1] ?? "").toLowerCase(), span: span(from, until), value: span(valueFrom, until) });
    if (found.length > limits.receiptsMax) break;
  }
  return found;
}

const CUT_FIELD = /\r(?!\n)([a-z-]{1,40})[ \t]*:([^\r\n]*)/gi;

interface Readers {
  readonly addresses: readonly string[];
  readonly finder: TokenFinder;
}

function loadsOf(message: Message, field: HeaderField, kind: ReceiptField, readers: Readers): readonly LoadRecord[] {
  const text = fieldText(message.bytes, field);
  const targets = parseAddressList(text)
    .mailboxes.slice(0, limits.receiptsMax + 1)
    .map(({ address }) => address)
    .filter((address) => address.includes("@"));
  if (targets.length > 0) return targets.map((target) => receipt(target, kind, field.value, readers));
  // A request without an address still makes the client answer, to where a reply would go.
  return [receipt("", kind, field.value, readers)];
}

function receipt(target: string, kind: ReceiptField, span: Span, readers: Readers): LoadRecord {
  const domain = target.slice(target.lastIndexOf("@") + 1).toLowerCase();
  const host = target === "" ? "" : (splitAddress(target)?.address.split("@").at(-1) ?? domain);
  const url = target === "" ? "" : `mailto:${target}`;
  const isReader = readers.addresses.some((address) => address.toLowerCase() === target.toLowerCase());
  return {
    vector: kind.vector,
    url,
    resolved: url,
    host,
    domain: host === "" ? "" : registrableDomain(host),
    hidden: true,
    why: `a header, never shown: ${kind.why}`,
    fires: "receipt",
    // A receipt to the reader's own address (own mail in Sent) tells nobody apart.
    token: url === "" || isReader ? NO_TOKEN : tokenOf(target, url, readers),
    view: "",
    span,
  };
}

/** What the finder sees, or what no name is made of: shorter than a token in a URL must be, since only one reader answers to it. */
function tokenOf(target: string, url: string, { addresses, finder }: Readers): TokenRecord {
  const found = finder.find(url, addresses, { senders: [target] });
  if (found.kind !== "none") return found;
  const local = target.slice(0, target.lastIndexOf("@")).slice(0, limits.urlCharsMax);
  const value = local.split(NAME_ENDS).find(readsLikeNoName);
  if (value === undefined) return NO_TOKEN;
  return { kind: "likely", value, detail: "stands in the address and reads like no name", address: null };
}

const NAME_ENDS = /[-._+=]/;
/** Names have vowels and go together; numbers of years and rooms are short. */
const NO_NAME_CHARS_MIN = 6;
const NO_NAME_CLASH_SHARE_MIN = 0.33;
const ID_DIGITS_MIN = 6;

function readsLikeNoName(piece: string): boolean {
  if (piece.length < NO_NAME_CHARS_MIN) return false;
  const digits = piece.replace(/\D/g, "").length;
  return digits >= ID_DIGITS_MIN || clashShare(piece) >= NO_NAME_CLASH_SHARE_MIN;
}

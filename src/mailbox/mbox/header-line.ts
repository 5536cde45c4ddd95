/**
 * Does a line look like a header field (RFC 5322 2.2)? Cheap, local and bounded: looks at 200 bytes at most. Used to tell
 * mail from other files and a `From ` line from prose, never to parse.
 */

/** Lower case. A field of these is mail beyond doubt; `status:` and `priority:` are not, since calendars have them too. */
const MAIL_FIELDS: ReadonlySet<string> = new Set(
  `apparently-to arc-authentication-results arc-message-signature arc-seal authentication-results bcc cc content-type
  content-transfer-encoding date delivered-to delivery-date dkim-signature domainkey-signature envelope-to errors-to
  from in-reply-to list-archive list-help list-id list-post list-subscribe list-unsubscribe list-unsubscribe-post
  message-id mime-version newsgroups received received-spf reply-to resent-date resent-from resent-message-id resent-to
  return-path return-receipt-to sender subject to user-agent x-account-key x-apparently-to x-authentication-warning
  x-delivered-to x-envelope-from x-envelope-to x-from-line x-gm-thrid x-gmail-labels x-mailer x-mozilla-keys
  x-mozilla-status x-mozilla-status2 x-original-to x-originating-ip x-pop3-rcpt x-received x-spam-checker-version
  x-spam-status x-uid x-uidl x-virus-scanned`.split(/\s+/),
);

const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;
const COLON = 0x3a;
const NAME_BYTES_MAX = 128;

export type LineKind = "known-field" | "field" | "continuation" | "empty" | "end" | "other";

/** What the line at `at` looks like; `end` when there is nothing at `at`. */
export function lineKind(bytes: Buffer, at: number, end: number): LineKind {
  if (at >= end) return "end";
  const first = bytes[at];
  if (first === LF || (first === CR && (at + 1 >= end || bytes[at + 1] === LF))) return "empty";
  if (first === SPACE || first === TAB) return "continuation";
  const colon = nameEnd(bytes, at, Math.min(end, at + NAME_BYTES_MAX));
  if (colon < 0) return "other";
  const name = bytes.toString("latin1", at, colon).trimEnd().toLowerCase();
  return MAIL_FIELDS.has(name) ? "known-field" : "field";
}

/** Offset of the colon after a field name (white space allowed before it), or -1. `https://` is no field. */
function nameEnd(bytes: Buffer, at: number, end: number): number {
  let i = at;
  while (i < end && isNameByte(bytes[i])) i += 1;
  const afterName = i;
  while (i < end && (bytes[i] === SPACE || bytes[i] === TAB)) i += 1;
  if (afterName === at || i >= end || bytes[i] !== COLON) return -1;
  return bytes[i + 1] === 0x2f && bytes[i + 2] === 0x2f ? -1 : i;
}

/** RFC 5322 2.2: printable ASCII without the colon. */
function isNameByte(byte: number | undefined): boolean {
  return byte !== undefined && byte > SPACE && byte < 0x7f && byte !== COLON;
}

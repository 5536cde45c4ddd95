/**
 * Keys of the header fields that mail really has, so that reading a header block makes no string for them.
 *
 * A name is hashed while its bytes are scanned for the colon; the table answers with the one string that all messages
 * share. Names that are not listed cost a slice and are otherwise treated the same. Nothing is added at run time, so
 * hostile names cannot fill it.
 */

const knownNames = `
  arc-authentication-results arc-message-signature arc-seal authentication-results auto-submitted bcc bounces-to cc
  cfbl-address comments content-base content-class content-description content-disposition content-id content-language
  content-length content-location content-md5 content-transfer-encoding content-type date deferred-delivery delivered-to
  delivery-date disposition-notification-to dkim-filter dkim-signature domainkey-signature envelope-to errors-to
  feedback-id from importance in-reply-to keywords lines list-archive list-help list-id list-owner list-post
  list-subscribe list-unsubscribe list-unsubscribe-post mail-followup-to mailing-list message-id mime-version
  organization original-recipient precedence priority received received-spf references reply-to require-recipient-valid-since
  resent-date resent-from resent-message-id resent-sender resent-to return-path return-receipt-to sender sensitivity
  status subject thread-index thread-topic to user-agent x-accept-language x-antiabuse x-authenticated-sender
  x-auto-response-suppress x-beenthere x-binding x-campaign x-complaints-to x-confirm-reading-to x-csa-complaints
  x-disclaimer x-eopattributedmessage x-eoptenantattributedmessage x-exchange-antispam-report-cfa-test x-feedback-id
  x-forefront-antispam-report x-forwarded-encrypted x-forwarded-for x-forwarded-to x-google-dkim-signature
  x-google-smtp-source x-gm-message-state x-gm-features x-incomingheadercount x-incomingtopheadermarker x-job x-keywords x-loop
  x-mailer x-mailman-version x-mailgun-sending-ip x-mailgun-sid x-mailgun-variables x-message-delivery x-message-info
  x-microsoft-antispam x-microsoft-antispam-mailbox-delivery x-microsoft-antispam-message-info
  x-mimeole x-mozilla-status x-mozilla-status2 x-ms-exchange-authentication-results x-ms-exchange-crosstenant-authas
  x-ms-exchange-crosstenant-authsource x-ms-exchange-crosstenant-fromentityheader x-ms-exchange-crosstenant-id
  x-ms-exchange-crosstenant-network-message-id x-ms-exchange-crosstenant-originalarrivaltime
  x-ms-exchange-eopdirect x-ms-exchange-organization-authas x-ms-exchange-organization-authsource
  x-ms-exchange-organization-expirationinterval x-ms-exchange-organization-expirationintervalreason
  x-ms-exchange-organization-expirationstarttime x-ms-exchange-organization-expirationstarttimereason
  x-ms-exchange-organization-messagedirectionality x-ms-exchange-organization-network-message-id
  x-ms-exchange-organization-pcl x-ms-exchange-organization-scl x-ms-exchange-processed-by-bccfoldering
  x-ms-exchange-transport-crosstenantheadersstamped x-ms-exchange-transport-endtoendlatency
  x-ms-has-attach x-ms-office365-filtering-correlation-id x-ms-publictraffictype x-ms-tnef-correlator
  x-ms-traffictypediagnostic x-ms-userlastlogontime x-msmail-priority x-original-from x-original-sender x-original-to
  x-originalarrivaltime x-originating-ip x-originatororg x-priority x-proofpoint-guid x-proofpoint-spam-details x-provags-id
  x-received x-report-abuse x-report-abuse-to x-reporting-key x-return-path x-sender x-sender-ip x-sg-eid x-sg-id
  x-sid-pra x-sid-result x-smtpapi x-spam-checker-version x-spam-flag x-spam-level x-spam-report x-spam-score
  x-spam-status x-status x-tmn x-uid x-uidl x-unsubscribe-web x-virus-scanned x-virus-status x-vr-score
`
  .trim()
  .split(/\s+/);

/** A power of two, several times the number of names: chains stay short. */
const TABLE_SIZE = 1024;

/** One step of the rolling hash; folds ASCII case. Callers start with 0. */
export function hashNameByte(hash: number, byte: number): number {
  return (Math.imul(hash, 31) + (byte | 0x20)) | 0;
}

interface KnownName {
  readonly name: string;
  /** The same in bytes, which are compared faster. */
  readonly bytes: Uint8Array;
}

const table: readonly (readonly KnownName[])[] = buildTable();

/**
 * The lower-case key of the name at `[start, end)`, whose bytes hash to `hash`.
 *
 * The name holds ASCII without NUL or white space around it; other bytes come out as Latin-1 characters.
 */
export function internName(bytes: Buffer, start: number, end: number, hash: number): string {
  const slot = table[hash & (TABLE_SIZE - 1)] as readonly KnownName[];
  for (let index = 0; index < slot.length; index++) {
    const known = slot[index] as KnownName;
    if (isSameName(bytes, start, end, known.bytes)) return known.name;
  }
  return bytes.toString("latin1", start, end).toLowerCase();
}

function isSameName(bytes: Buffer, start: number, end: number, name: Uint8Array): boolean {
  if (name.length !== end - start) return false;
  for (let index = 0; index < name.length; index++) {
    const byte = bytes[start + index] as number;
    // Capitals are few: nearly every letter is equal as it stands.
    if (byte !== name[index] && (byte < 0x41 || byte > 0x5a || (byte | 0x20) !== name[index])) return false;
  }
  return true;
}

function buildTable(): KnownName[][] {
  const slots: KnownName[][] = Array.from({ length: TABLE_SIZE }, () => []);
  for (const name of knownNames) {
    const bytes = new Uint8Array(Buffer.from(name, "latin1"));
    let hash = 0;
    for (const byte of bytes) hash = hashNameByte(hash, byte);
    slots[hash & (TABLE_SIZE - 1)]?.push({ name, bytes });
  }
  return slots;
}

/**
 * The shape of a parsed message: offsets into the raw bytes, decoded on demand.
 *
 * Guarantees: every span lies within `bytes`; header, body and part spans of one entity tile its own span together with
 * the boundary lines and the text around parts; nothing here throws on any bytes. RFC 5322, 2045–2047, 2231, 6532.
 */
import type { Problem } from "../base/problem.ts";
import type { Span } from "../base/span.ts";

/** One header field. Offsets are into the message's raw bytes. */
export interface HeaderField {
  /** Lower-case ASCII name, surrounding white space and NULs removed: the key to look up. */
  readonly key: string;
  /** The whole field, its line end included. */
  readonly span: Span;
  /** After the colon up to (not with) the last line end; folding still inside. */
  readonly value: Span;
}

export interface HeaderBlock {
  readonly span: Span;
  /** In the order of the message; repeated fields are all kept. */
  readonly fields: readonly HeaderField[];
  /** The first field of each key, in the same order: most questions are for a field that is not there. */
  readonly firsts: ReadonlyMap<string, HeaderField>;
}

/** `type/subtype`, both lower case, with its parameters (RFC 2045 5.1, RFC 2231). Names are lower case. */
export interface MediaType {
  readonly type: string;
  readonly subtype: string;
  readonly parameters: ReadonlyMap<string, string>;
}

export interface Disposition {
  /** `inline`, `attachment` or what else stood there, lower case. */
  readonly kind: string;
  readonly parameters: ReadonlyMap<string, string>;
}

export type TransferEncoding = "identity" | "base64" | "quoted-printable" | "uuencode";

/** A MIME entity: the message itself, a part, or a message inside a part. */
export interface Entity {
  /** Place in the tree as in IMAP (RFC 3501 6.4.5): `""` for the root, `1`, `1.2` …; a message inside `2` has path `2.0`. */
  readonly path: string;
  readonly span: Span;
  readonly headers: HeaderBlock;
  readonly body: Span;
  readonly mediaType: MediaType;
  readonly disposition: Disposition | null;
  readonly transferEncoding: TransferEncoding;
  /** Parts of a multipart, or the one message of a message/rfc822 or message/global; empty for a leaf. */
  readonly children: readonly Entity[];
}

export interface Message {
  readonly bytes: Uint8Array;
  readonly root: Entity;
  /** Every entity, depth first, root included. */
  readonly entities: readonly Entity[];
  readonly problems: readonly Problem[];
}

/** An address as a header states it. `address` is empty when none could be read. */
export interface Mailbox {
  /** Display name, encoded-words decoded, white space folded; empty when there is none. */
  readonly name: string;
  /** `local@domain`: local part as written (quotes removed where they are not needed), domain in lower case, IDN kept as written. */
  readonly address: string;
}

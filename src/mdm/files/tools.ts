/** What files need of the rest of the message model; given by whoever puts the schema together. */
import type { Value } from "../../mql/value.ts";

export interface FileTools {
  /** A `URL`, or null where the text is none; wrappers undone. */
  readonly url: (text: string) => Value;
  /** A `Link`. `display`: text that a reader sees; null for none. */
  readonly link: (href: string, display: string | null) => Value;
  /** A `Mailbox`. */
  readonly mailbox: (name: string, address: string) => Value;
  /** A `Message`, or null where the bytes are none. */
  readonly message: (bytes: Uint8Array) => Value;
  /** An `HTML` of this source. */
  readonly html: (source: () => string) => Value;
}

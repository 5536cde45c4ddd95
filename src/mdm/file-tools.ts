/** What functions over files need of the rest of the model: objects made of texts and bytes that were found in a file. */
import { parseMessage } from "../mail/parse.ts";
import type { Value } from "../mql/value.ts";
import { htmlFacts, htmlObject } from "./html-part.ts";
import { linkObject } from "./links.ts";
import { messageObject } from "./message.ts";
import { factsOfMessage } from "./message-facts.ts";
import { mailboxObject } from "./people.ts";
import { parseUrl, urlObject } from "./urls.ts";

export const fileTools = {
  /** A `URL`, or null where the text is none; wrappers undone. */
  url: (text: string): Value => urlObject(parseUrl(text, null)),
  /** A `Link`. `display`: text that a reader sees; null for none. */
  link: (href: string, display: string | null): Value =>
    linkObject({ reference: href, base: null, text: display ?? "", parser: "hyperlink", isVisible: true }),
  /** A `Mailbox`. */
  mailbox: (name: string, address: string): Value => mailboxObject({ name, address }),
  /** A `Message`, or null where the bytes have no header. */
  message: (bytes: Uint8Array): Value => {
    const message = parseMessage(bytes);
    if (message.root.headers.fields.length === 0) return null;
    return messageObject({ mail: factsOfMessage(message), knowledge: null, own: null });
  },
  /** An `HTML` of this source. */
  html: (source: () => string): Value => htmlObject(htmlFacts(source)),
} as const;

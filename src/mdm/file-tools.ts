/** What functions over files need of the rest of the model: objects made of texts and bytes that were found in a file. */
import { parseMessage } from "../mail/parse.ts";
import type { Value } from "../mql/value.ts";
import type { FileTools } from "./files/tools.ts";
import { htmlFacts, htmlObject } from "./html-part.ts";
import { linkObject } from "./links.ts";
import { messageObject } from "./message.ts";
import { factsOfMessage } from "./message-facts.ts";
import { mailboxObject } from "./people.ts";
import { parseUrl, urlObject } from "./urls.ts";

export const fileTools: FileTools = {
  url: (text: string): Value => urlObject(parseUrl(text, null)),
  link: (href: string, display: string | null): Value =>
    linkObject({ reference: href, base: null, text: display ?? "", parser: "hyperlink", isVisible: true }),
  mailbox: (name: string, address: string): Value => mailboxObject({ name, address }),
  message: (bytes: Uint8Array): Value => {
    const message = parseMessage(bytes);
    if (message.root.headers.fields.length === 0) return null;
    return messageObject({ mail: factsOfMessage(message), knowledge: null, own: null });
  },
  html: (source: () => string): Value => htmlObject(htmlFacts(source)),
};

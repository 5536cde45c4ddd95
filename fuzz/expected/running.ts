/** What parsers that people use make of a message, run here (docs/decisions/0009): `mailparser` and `postal-mime`. */
import { type Attachment as MailparserAttachment, type ParsedMail, simpleParser } from "mailparser";
import PostalMime, { type Email } from "postal-mime";
import { type ExpectedLeaf, type ExpectedMessage, silent } from "./expected.ts";

export type Run = (name: string, bytes: Buffer) => Promise<ExpectedMessage>;

export const runs: ReadonlyMap<string, Run> = new Map([
  ["mailparser, run", async (name, bytes) => fromMailparser(name, bytes, await simpleParser(bytes, PLAIN))],
  ["postal-mime, run", async (name, bytes) => fromPostalMime(name, bytes, await PostalMime.parse(bytes, AS_BYTES))],
]);

/** Nothing of its own making: no HTML of text, no text of HTML, no pictures put in. */
const PLAIN = { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true, skipTextLinks: true };
const AS_BYTES = { attachmentEncoding: "arraybuffer" } as const;

function fromMailparser(name: string, bytes: Buffer, mail: ParsedMail): ExpectedMessage {
  const from = (mail.from?.value ?? []).flatMap(({ address = "" }) => (address === "" ? [] : [address]));
  return {
    ...silent,
    name,
    bytes,
    leaves: [
      ...textLeaves(mail.text, mail.html === false ? undefined : mail.html),
      ...mail.attachments.map(({ content }: MailparserAttachment): ExpectedLeaf => ({ kind: "binary", content })),
    ],
    subject: mail.subject ?? null,
    from: from.length > 0 ? from : null,
    names: mail.attachments.flatMap(({ filename }) => filename ?? []),
  };
}

function fromPostalMime(name: string, bytes: Buffer, mail: Email): ExpectedMessage {
  const address = mail.from?.address ?? "";
  return {
    ...silent,
    name,
    bytes,
    leaves: [
      ...textLeaves(mail.text, mail.html),
      ...mail.attachments.map(
        ({ content }): ExpectedLeaf => ({ kind: "binary", content: Buffer.from(content as ArrayBuffer) }),
      ),
    ],
    subject: mail.subject ?? null,
    from: address === "" ? null : [address],
    names: mail.attachments.flatMap(({ filename }) => filename ?? []),
  };
}

function textLeaves(...texts: readonly (string | undefined)[]): readonly ExpectedLeaf[] {
  return texts.flatMap((content): readonly ExpectedLeaf[] =>
    content === undefined ? [] : [{ kind: "text", content }],
  );
}

/** James's index tests: the document that a message becomes for search. Some leave headers or attachments out. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  asList,
  asObject,
  asText,
  type ExpectedLeaf,
  type ExpectedMessage,
  filesBelow,
  type Json,
  readJson,
  silent,
} from "./expected.ts";

export function jamesMessages(folder: string): readonly ExpectedMessage[] {
  const messages = filesBelow(folder, ".eml");
  return filesBelow(folder, ".json").flatMap((name) => {
    const eml = messageOf(name, messages);
    const parsed = readJson(join(folder, name));
    return eml === null || parsed === null ? [] : [toExpected(name, readFileSync(join(folder, eml)), asObject(parsed))];
  });
}

/** `mailWithoutAttachments.json` is of `mail.eml`: the longest name that begins it. */
function messageOf(name: string, messages: readonly string[]): string | null {
  const beginsIt = (path: string) => dirname(path) === dirname(name) && name.startsWith(path.slice(0, -".eml".length));
  return messages.filter(beginsIt).sort((a, b) => b.length - a.length)[0] ?? null;
}

function toExpected(name: string, bytes: Buffer, document: Json): ExpectedMessage {
  const attachments = asList(document["attachments"]).map(asObject);
  const texts = [
    document["textBody"],
    document["htmlBody"],
    ...attachments.filter(isText).map((one) => one["textContent"]),
  ];
  const sent = Date.parse(asText(document["sentDate"]) ?? "");
  const from = asList(document["from"]).flatMap((address) => asText(asObject(address)["address"]) ?? []);
  return {
    ...silent,
    name,
    bytes,
    leaves: texts.flatMap((text): readonly ExpectedLeaf[] =>
      typeof text === "string" ? [{ kind: "text", content: text }] : [],
    ),
    // A list of its words that stand in brackets, for search.
    subject: asList(document["subject"]).length === 1 ? asText(asList(document["subject"])[0]) : null,
    from: from.length > 0 ? from : null,
    date: Number.isNaN(sent) ? null : sent / 1000,
    names: attachments.flatMap((one) => asText(one["fileName"]) ?? []),
  };
}

/** Of other attachments another program extracts the text. */
function isText(attachment: Json): boolean {
  return attachment["mediaType"] === "text";
}

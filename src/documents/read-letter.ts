/**
 * A mail that brings a document: its text, HTML where it has both, and the documents attached to it. The subject is the title, the sender
 * the publisher. What cannot be read is told by its name.
 *
 * Pure; bounded by `limits.documentAttachmentsMax` and, for mails in mails, `limits.documentNestingMax`. Source: RFC 2046, 5.1.
 */
import { limits } from "../base/limits.ts";
import type { Result } from "../base/result.ts";
import { decodeBody, decodeText } from "../mail/body.ts";
import { decodeEncodedWords } from "../mail/encoded-words.ts";
import { fieldText, findField } from "../mail/headers.ts";
import type { Entity, Message } from "../mail/message.ts";
import { messageDate } from "../mail/message-date.ts";
import { parseMessage } from "../mail/parse.ts";
import { shownMailboxes, shownText } from "../mail/shown-fields.ts";
import { shownKind } from "../mail/shown-kind.ts";
import type { DocumentDraft } from "./draft.ts";
import { joinedDrafts } from "./join-drafts.ts";
import { readWebPage } from "./read-web-page.ts";

/** How documents inside are read; the error is the rest of a sentence. */
export type ReadInner = (bytes: Uint8Array) => Promise<Result<DocumentDraft, string>>;
export type ReadText = (text: string) => DocumentDraft;

export async function readLetter(
  bytes: Uint8Array,
  { readText, readInner }: { readonly readText: ReadText; readonly readInner: ReadInner },
): Promise<DocumentDraft> {
  const message = parseMessage(bytes);
  const problems: string[] = [];
  const drafts: DocumentDraft[] = [];
  let isPartial = false;
  let attached = 0;
  for (const entity of leavesOf(message.root)) {
    const isAttached = entity.disposition?.kind === "attachment";
    const kind = isAttached ? null : shownKind(message, entity);
    if (kind === "html") drafts.push(readWebPage(decodeText(message, entity).text));
    else if (kind === "plain") drafts.push(readText(decodeText(message, entity).text));
    else if (++attached > limits.documentAttachmentsMax) isPartial = true;
    else {
      const name = nameOf(entity);
      const inner = await readInner(decodeBody(message, entity).bytes);
      if (inner.ok) drafts.push({ ...inner.value, problems: inner.value.problems.map((one) => `${name}: ${one}`) });
      else problems.push(`${name} ${inner.error}.`);
    }
  }
  if (attached > limits.documentAttachmentsMax) {
    problems.push(`It has ${attached} attachments; the first ${limits.documentAttachmentsMax} were read.`);
  }
  const joined = joinedDrafts(drafts);
  return {
    ...joined,
    problems: [...joined.problems, ...problems],
    isPartial: joined.isPartial || isPartial,
    title: headerText(message, "subject"),
    publisher: senderOf(message),
    date: messageDate(message).at,
    language: headerText(message, "content-language"),
  };
}

/** What a mail program shows, in order: of alternatives HTML, else the last that is text. */
function leavesOf(root: Entity): readonly Entity[] {
  const found: Entity[] = [];
  const queue: Entity[] = [root];
  for (let entity = queue.shift(); entity !== undefined; entity = queue.shift()) {
    const { children, mediaType } = entity;
    if (children.length === 0) found.push(entity);
    else if (mediaType.subtype === "alternative") queue.unshift(...chosenOf(children));
    else queue.unshift(...children);
  }
  return found;
}

function chosenOf(alternatives: readonly Entity[]): readonly Entity[] {
  const chosen =
    alternatives.findLast(holdsHtml) ?? alternatives.findLast(({ mediaType }) => mediaType.type === "text");
  return chosen === undefined ? alternatives.slice(-1) : [chosen];
}

/** Nesting is bounded by `limits.mimeDepthMax`. */
function holdsHtml({ mediaType, children }: Entity): boolean {
  return (mediaType.type === "text" && mediaType.subtype === "html") || children.some(holdsHtml);
}

function headerText(message: Message, key: string): string {
  const field = findField(message.root.headers, key);
  return field === undefined ? "" : shownText(message, field).replace(/\s+/g, " ").trim().slice(0, 1_000);
}

function senderOf(message: Message): string {
  const field = findField(message.root.headers, "from");
  if (field === undefined) return "";
  const [first] = shownMailboxes(message, field, fieldText(message.bytes, field)).mailboxes;
  return (first?.name || first?.address || "").slice(0, 500);
}

function nameOf({ disposition, mediaType }: Entity): string {
  const written = disposition?.parameters.get("filename") ?? mediaType.parameters.get("name") ?? "";
  const name = decodeEncodedWords(written).replace(/\s+/g, " ").trim().slice(0, 200);
  return name === "" ? `an attachment (${mediaType.type}/${mediaType.subtype})` : `the attachment “${name}”`;
}

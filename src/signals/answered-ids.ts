/**
 * Which messages a mail says it answers (RFC 5322 3.6.4), as keys to look for: their ids are the sender's to choose, and all that is ever asked is
 * whether a message of that id is here. Pure and total.
 */
import { hash } from "node:crypto";
import type { MessageRecord } from "../case/record.ts";
import { fieldText, findField } from "../mail/headers.ts";
import type { Message } from "../mail/message.ts";
import { parseMessageIds } from "../mail/message-id.ts";

const KEYS_MAX = 3;
const KEY_CHARS = 13;

/** The form of `MessageRecord.answers`; undefined for none. The nearest message first, then the first of the talk: either may be missing here. */
export function answeredIds(message: Message): MessageRecord["answers"] {
  const [parent] = idsOf(message, "in-reply-to");
  const references = idsOf(message, "references");
  const named = [parent, references.at(-1), references[0], references.at(-2)].filter((id) => id !== undefined);
  const keys = [...new Set(named.map((id) => id.toLowerCase()))].slice(0, KEYS_MAX).map(messageKey);
  return keys.length === 0 ? undefined : keys;
}

function idsOf(message: Message, key: string): readonly string[] {
  const field = findField(message.root.headers, key);
  return field === undefined ? [] : parseMessageIds(fieldText(message.bytes, field));
}

/** Of an id without brackets, in lower case. */
export function messageKey(id: string): string {
  return hash("sha256", id, "hex").slice(0, KEY_CHARS);
}

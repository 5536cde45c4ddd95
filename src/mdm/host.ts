/** One message, ready for rules. */
import type { Host } from "../mql/types.ts";
import type { Value } from "../mql/value.ts";
import type { Knowledge } from "./knowledge.ts";
import { ownLists } from "./lists/own-lists.ts";
import { messageObject } from "./message.ts";
import { messageFacts, type ReadMail } from "./message-facts.ts";
import { ModelObject } from "./model-object.ts";
import type { OwnRecord } from "./own.ts";
import { types } from "./types/types.ts";

/** A host that knows what it was told beside the message. */
export interface MailHost extends Host {
  readonly root: ModelObject;
  readonly knowledge: Knowledge;
}

/** `own`: what the reading step found out; null where it was not asked. Nothing is worked out before a rule asks for it. */
export function createMailHost(mail: ReadMail, knowledge: Knowledge, own: OwnRecord | null): MailHost {
  const root = messageObject({ mail: messageFacts(mail), knowledge, own });
  if (root === null) throw new Error("a message is an object");
  return { root, ...derivedKnowledge(knowledge) };
}

/** Lists of the owner and of history come from what is known of these, before those that somebody gave. */
export function derivedKnowledge(knowledge: Knowledge): Pick<MailHost, "knowledge" | "list"> {
  const own = ownLists(knowledge);
  return { knowledge, list: (name) => own(name) ?? knowledge.list(name) };
}

export function isMailHost(host: Host): host is MailHost {
  return "knowledge" in host && host.root instanceof ModelObject;
}

/** A field by its name; null for what is no object of the model. */
export function fieldOf(object: Value, name: string): Value {
  if (!(object instanceof ModelObject) || !isTypeName(object.type)) return null;
  return object.read(Object.keys(types[object.type]).indexOf(name));
}

function isTypeName(name: string): name is keyof typeof types {
  return Object.hasOwn(types, name);
}

/** A message's model for tests: made from its text, asked by paths such as `body.links[0].href_url.path`. */
import type { HtmlReading } from "../../src/html/reading.ts";
import { decodeBody } from "../../src/mail/body.ts";
import type { Entity } from "../../src/mail/message.ts";
import { parseMessage } from "../../src/mail/parse.ts";
import type { DecodedBytes } from "../../src/mail/transfer.ts";
import { createMailHost, type MailHost } from "../../src/mdm/host.ts";
import type { Knowledge } from "../../src/mdm/knowledge.ts";
import { noList } from "../../src/mdm/lists/list.ts";
import type { ReadMail } from "../../src/mdm/message-facts.ts";
import { ModelObject } from "../../src/mdm/model-object.ts";
import { mailSchema } from "../../src/mdm/schema.ts";
import { Undetermined, type Value } from "../../src/mql/value.ts";

export const nothingKnown: Knowledge = { owner: null, history: null, list: noList };

/** Lines of a message, with CRLF behind each. */
export function hostOf(lines: readonly string[], knowledge: Partial<Knowledge> = {}): MailHost {
  return createMailHost(mailOf(Buffer.from(lines.join("\r\n"))), { ...nothingKnown, ...knowledge }, null);
}

export function mailOf(bytes: Uint8Array): ReadMail {
  const message = parseMessage(bytes);
  const bodies = new Map<Entity, DecodedBytes>();
  for (const entity of message.entities) {
    if (entity.children.length === 0) bodies.set(entity, decodeBody(message, entity));
  }
  return { message, bodies, readings: new Map<Entity, HtmlReading>() };
}

/** What stands at the path, as plain data: objects of the model as their type in angle brackets, undetermined values as their reasons. */
export function at(host: MailHost, path: string): unknown {
  return plain(valueAt(host.root, path));
}

export function valueAt(root: Value, path: string): Value {
  let value: Value = root;
  for (const [, name, index] of path.matchAll(/([a-z_]\w*)|\[(\d+)\]/gi)) {
    if (value === null || value instanceof Undetermined) return value;
    if (index !== undefined) value = (value as readonly Value[])[Number(index)] ?? null;
    else value = fieldAt(value, name ?? "");
  }
  return value;
}

function fieldAt(value: Value, name: string): Value {
  if (!(value instanceof ModelObject)) throw new Error(`${name} of what is no object`);
  const field = mailSchema.objects.get(value.type)?.fields.get(name);
  if (field === undefined) throw new Error(`${value.type} has no field ${name}`);
  return field.read(value);
}

export function plain(value: Value): unknown {
  if (value instanceof Undetermined) return { undetermined: value.reasons };
  if (value instanceof ModelObject) return `<${value.type}>`;
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, one]) => [key, plain(one)]));
  return Array.isArray(value) ? value.map((one) => plain(one as Value)) : value;
}

/** Reads every field below, each object's once; counts them. */
export function readAll(root: Value): number {
  let count = 0;
  const stack: Value[] = [root];
  for (let value = stack.pop(); value !== undefined; value = stack.pop()) {
    if (Array.isArray(value)) stack.push(...(value as readonly Value[]));
    if (!(value instanceof ModelObject)) continue;
    for (const field of mailSchema.objects.get(value.type)?.fields.values() ?? []) {
      count += 1;
      stack.push(field.read(value));
    }
  }
  return count;
}

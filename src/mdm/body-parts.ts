/**
 * Which parts of a message are its text and which are files (mdm.md, 4.6 and 4.8). Texts are the parts of plain text and HTML that a client
 * shows in the message: those that have no name and are not said to be attached. Everything else, pictures inside the text included,
 * is a file; so is a whole message inside. Pure and total.
 */
import type { Entity, Message } from "../mail/message.ts";

export interface BodyParts {
  readonly html: readonly Entity[];
  readonly plain: readonly Entity[];
  /** In the order of the message. */
  readonly files: readonly Entity[];
}

export function bodyPartsOf(message: Message): BodyParts {
  const html: Entity[] = [];
  const plain: Entity[] = [];
  const files: Entity[] = [];
  const stack: { readonly entity: Entity; readonly parent: Entity | null }[] = [{ entity: message.root, parent: null }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { entity, parent } = next;
    if (entity.children.length > 0 && entity.mediaType.type === "multipart") {
      for (const child of [...entity.children].reverse()) stack.push({ entity: child, parent: entity });
    } else if (entity.mediaType.type === "multipart" && entity !== message.root) {
      // A multipart of no parts holds nothing.
    } else if (isText(entity, parent)) (entity.mediaType.subtype === "plain" ? plain : html).push(entity);
    else files.push(entity);
  }
  return { html, plain, files };
}

function isText({ mediaType, disposition, children }: Entity, parent: Entity | null): boolean {
  const { type, subtype } = mediaType;
  if (children.length > 0 || disposition?.kind === "attachment") return false;
  if (type === "multipart") return parent === null;
  const isShown = type === "text" ? subtype === "plain" || subtype === "html" : subtype === "xhtml+xml";
  if (!isShown) return false;
  const isNamed = disposition?.parameters.has("filename") === true || mediaType.parameters.has("name");
  return !isNamed || parent === null || parent.mediaType.subtype === "alternative";
}

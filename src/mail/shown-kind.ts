/**
 * As what a client shows a leaf: by its type, or by its file name, which clients and systems go by where the type says little
 * or lies (hostile-mail HM-110, 164, 165). Total; nearly all parts are told by their type alone.
 */
import { decodeEncodedWords } from "./encoded-words.ts";
import type { Entity, Message } from "./message.ts";
import { readLooseHeader } from "./views/loose-header.ts";

export type ShownKind = "html" | "svg" | "css" | "calendar" | "plain";

/** Null for what is no text to a client. */
export function shownKind(message: Message, entity: Entity): ShownKind | null {
  if (entity.children.length > 0) return null;
  const { type, subtype } = entity.mediaType;
  const byType = KINDS.get(`${type}/${subtype}`);
  if (byType !== undefined) return byType;
  const named = kindByName(message, entity);
  const isPlain = type === "text" && subtype === "plain" && entity.disposition?.kind !== "attachment";
  return named === null && isPlain ? "plain" : named;
}

/** `text/watch-html` is what Apple Watch shows, `image/svg` a common slip. */
const KINDS: ReadonlyMap<string, ShownKind> = new Map([
  ["text/html", "html"],
  ["text/x-amp-html", "html"],
  ["text/watch-html", "html"],
  ["application/xhtml+xml", "html"],
  ["image/svg+xml", "svg"],
  ["image/svg", "svg"],
  ["text/css", "css"],
  ["text/calendar", "calendar"],
  ["application/ics", "calendar"],
]);

/** Behind the last dot; what systems drop from the end of a name may follow. */
const EXTENSION = /\.(x?html?|shtml|xht|hta|svg|ics)[\s.\0\p{Cf}]*$/iu;
const NAME_CHARS_MAX = 4_096;

function kindByName(message: Message, entity: Entity): ShownKind | null {
  for (const name of namesOf(message, entity)) {
    const extension = EXTENSION.exec(name.slice(-NAME_CHARS_MAX))?.[1]?.toLowerCase();
    if (extension !== undefined) return extension === "svg" ? "svg" : extension === "ics" ? "calendar" : "html";
  }
  return null;
}

/** The names that the strict reading has; all that any reading has only where these leave the question open. */
function namesOf({ bytes }: Message, { disposition, mediaType, headers }: Entity): readonly string[] {
  const names = [disposition?.parameters.get("filename"), mediaType.parameters.get("name")];
  const plain = names.filter((name) => name !== undefined).map(decodeEncodedWords);
  if (disposition === null && plain.length === 0) return plain;
  const { start, end } = headers.span;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.min(end - start, HEADER_MAX)).toString(
    "latin1",
  );
  // Two names or a name in pieces.
  const isOdd = (text.match(/name[*0-9]{0,8}[ \t]*=/gi) ?? []).length > 1;
  return isOdd ? [...plain, ...readLooseHeader(text).names] : plain;
}

const HEADER_MAX = 64 * 1024;

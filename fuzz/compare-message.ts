/** One message as we read it beside what another parser's suite expects: what agrees, and what does not. */
import { decodeBody, decodeText } from "../src/mail/body.ts";
import type { Entity } from "../src/mail/message.ts";
import type { Seen } from "../test/hostile/file.ts";
import { readFile } from "../test/hostile/read.ts";
import type { ExpectedLeaf, ExpectedMessage } from "./expected/expected.ts";

export type Question =
  | "leaf count"
  | "types"
  | "place"
  | "text"
  | "binary"
  | "subject"
  | "from"
  | "date"
  | "name"
  | "start";

/** What we read, made comparable once. */
export interface Ours {
  readonly seen: Seen;
  readonly leaves: readonly Entity[];
  /** Of the strict leaves, decoded; then of every object of every view. */
  readonly texts: readonly string[];
  /** Bodies of the strict leaves as they stand. */
  readonly raw: readonly string[];
  /** Bodies of the parts that are messages, decoded. */
  readonly messages: readonly string[];
}

export interface Comparison {
  readonly question: Question;
  readonly agrees: boolean;
  /** As comparable text: theirs. */
  readonly theirs: string;
  readonly ours: string;
}

export function oursOf(bytes: Buffer): Ours {
  const seen = readFile(bytes);
  const { strict, objects } = seen.views;
  const leaves = strict.entities.filter(({ children }) => children.length === 0);
  const rawOf = ({ body }: Entity) => plain(bytes.toString("latin1", body.start, body.end));
  return {
    seen,
    leaves,
    texts: [
      ...leaves.map((leaf) => decodeText(strict, leaf).text),
      ...objects.map((object) => Buffer.from(object.bytes).toString("utf8")),
    ].map(plain),
    raw: leaves.map(rawOf),
    messages: strict.entities
      .filter(({ mediaType }) => mediaType.type === "message")
      .map((entity) => plain(Buffer.from(decodeBody(strict, entity).bytes).toString("latin1"))),
  };
}

export function compareMessage(message: ExpectedMessage, ours: Ours): readonly Comparison[] {
  const { record, views } = ours.seen;
  const found: Comparison[] = [];
  const add = (question: Question, theirs: string | number, mine: string | number, agrees = theirs === mine) =>
    found.push({ question, agrees, theirs: String(theirs), ours: String(mine) });
  if (message.leafCount !== null) add("leaf count", message.leafCount, ours.leaves.length);
  if (message.types !== null)
    add("types", message.types.join(" ").toLowerCase(), typesOf(ours, message.entersMessages).join(" "));
  for (const { start, end } of message.spans) {
    const holds = ours.leaves.some(({ body }) => body.start === start && Math.abs(body.end - end) <= LINE_END_BYTES);
    add("place", `${start}-${end}`, ours.leaves.map(({ body }) => `${body.start}-${body.end}`).join(" "), holds);
  }
  for (const leaf of message.leaves)
    add(leaf.kind === "binary" ? "binary" : "text", shown(leaf), "", hasLeaf(leaf, ours));
  if (message.subject !== null) add("subject", plain(message.subject), plain(record.subject));
  if (message.from !== null) {
    const senders = record.claims.from.map(({ address }) => address);
    const theirs = message.from.map((address) => address.toLowerCase());
    add(
      "from",
      theirs.join(" "),
      senders.join(" "),
      theirs.every((address) => senders.includes(address)),
    );
  }
  if (message.date !== null && record.dateFrom === "date") add("date", message.date * 1000, record.date ?? 0);
  for (const name of message.names) {
    const names = views.objects.flatMap((object) => object.names);
    add("name", name, names.join(" "), names.includes(name));
  }
  return found;
}

/** The line end before a boundary belongs to the boundary (RFC 2046 5.1.1); not all count so. */
const LINE_END_BYTES = 2;

function hasLeaf({ kind, content }: ExpectedLeaf, { texts, seen }: Ours): boolean {
  const text = plain(typeof content === "string" ? content : content.toString("utf8"));
  // Nothing is to be found: an empty text of theirs may stand for no part at all.
  if (text === "") return true;
  if (kind === "prefix") return texts.some((one) => one.startsWith(text));
  if (texts.includes(text)) return true;
  return typeof content !== "string" && seen.views.objects.some(({ bytes }) => content.equals(bytes));
}

function shown({ content }: ExpectedLeaf): string {
  return plain(typeof content === "string" ? content : content.toString("latin1"));
}

/** Of the leaves in order. Not entering messages, one is a leaf itself. */
function typesOf({ seen, leaves }: Ours, entersMessages: boolean): readonly string[] {
  const isMessage = ({ mediaType }: Entity) => mediaType.type === "message" && mediaType.subtype === "rfc822";
  const messages = entersMessages ? [] : seen.views.strict.entities.filter(isMessage);
  const isWithin = ({ span }: Entity) => messages.some(({ body }) => span.start >= body.start && span.end <= body.end);
  const counted = entersMessages
    ? leaves
    : seen.views.strict.entities.filter((one) => leaves.includes(one) || isMessage(one));
  return counted.filter((one) => !isWithin(one)).map(({ mediaType }) => `${mediaType.type}/${mediaType.subtype}`);
}

/** White space is read in many ways and says nothing here. */
export function plain(text: string): string {
  return text
    .replace(/^\ufeff/, "")
    .replace(/\s+/g, " ")
    .trim();
}

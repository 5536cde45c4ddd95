/**
 * Every plausible reading of a message (hostile-mail catalogue, section 2): a gateway and the victim's client disagree about
 * malformed mail, so whoever picks one reading loses. The strict reading comes first; what other readings find besides is
 * found too, and says where.
 *
 * Two readings span the rest. The strict one follows the standards and the common recoveries. The loose one follows nobody:
 * it cuts at every line that could be a boundary, takes every block of fields for a part's header, and undoes every encoding
 * that is claimed or looks likely. What any one client sees lies between them. The loose one runs only when something is odd,
 * so ordinary mail costs little more than its strict reading.
 *
 * Total on any bytes; linear; bounded by `limits.view…Max`, and says so by the flag `views-truncated` and a problem with the
 * bound's name.
 */
import { limits } from "../../base/limits.ts";
import type { Problem } from "../../base/problem.ts";
import { type Span, span } from "../../base/span.ts";
import { decodeBody } from "../body.ts";
import { toBuffer } from "../bytes.ts";
import { charsetOfMark, decodeCharset } from "../charset.ts";
import type { Entity, Message, TransferEncoding } from "../message.ts";
import { parseMessage } from "../parse.ts";
import { type DecodedBytes, decodeTransfer } from "../transfer.ts";
import { type Anomalies, findAnomalies } from "./anomalies.ts";
import { bodyReadings, hasOddPadding, isUrlSafe } from "./body-readings.ts";
import { breaksUrl, UNSTUFFED, withoutStuffing } from "./dot-stuffing.ts";
import { type FoundObject, ObjectSet } from "./found-objects.ts";
import { readLooseHeader } from "./loose-header.ts";
import { type FoundProperty, isOutlookContainer } from "./outlook-inside.ts";
import { holdsMessage, type Pending, Union, type UnionFacts } from "./union.ts";

export interface Views {
  readonly strict: Message;
  /** The decoded body of each leaf of the strict reading. */
  readonly bodies: ReadonlyMap<Entity, DecodedBytes>;
  /** Those of the strict reading first, in the order of the message; then what only others find, each content once. */
  readonly objects: readonly FoundObject[];
  /** Properties of items in Outlook's own containers that point away. */
  readonly properties: readonly FoundProperty[];
  /** `limit.…` for each bound that ended the work of the other readings, once; and what was met in Outlook's own containers. */
  readonly problems: readonly Problem[];
  /** Anomalies by the codes of the catalogue (`dup-header:from`, `ambiguous-structure` …), sorted, each once. */
  readonly flags: readonly string[];
}

const NOTHING_MORE: UnionFacts = { problems: [], properties: [] };

/** At the edges of a body stand line ends that belong to the header before it and the boundary after it. */
const EDGE_BYTES = 8;

/** Reads a raw message in every plausible way. Never throws; the bytes are kept by reference. */
export function readViews(bytes: Uint8Array): Views {
  const strict = parseMessage(bytes);
  const bodies = new Map<Entity, DecodedBytes>();
  const leaves: StrictLeaf[] = [];
  for (const entity of strict.entities) {
    if (entity.children.length > 0) continue;
    const body = decodeBody(strict, entity);
    bodies.set(entity, body);
    leaves.push(strictLeaf(strict, entity, body));
  }
  const anomalies = findAnomalies(
    strict,
    leaves.filter(({ isClean }) => isClean).map(({ object }) => within(object.span)),
  );
  const flags = new Set(anomalies.flags);
  const objects = new ObjectSet(
    leaves.map(({ object }) => object),
    bytes.length,
  );
  const codes = new Set(anomalies.limits);
  const pending = leaves.flatMap((leaf) => pendingOf(strict, leaf, anomalies, codes));
  pending.push(...wideMail(strict));
  const isMore = anomalies.isAmbiguous || pending.length > 0;
  const more = isMore ? new Union(strict, objects, flags, codes).run(anomalies.isAmbiguous, pending) : NOTHING_MORE;
  return { strict, bodies, objects: objects.objects, ...more, flags: [...flags].sort() };
}

/** A mail that some program wrote out in UTF-16, which the strict reading sees no field of (HM-009). */
function wideMail({ bytes }: Message): readonly Pending[] {
  const from = charsetOfMark(toBuffer(bytes)) === null ? 0 : 2;
  // Four letters, each with a zero beside it on the same side.
  const odd = [0, 1].find((side) => [0, 2, 4, 6].every((at) => isLetterOf(bytes, from + at, side)));
  if (odd === undefined) return [];
  const label = odd === 1 ? "utf-16le" : "utf-16be";
  const text = Buffer.from(decodeCharset(bytes, label).text, "utf8");
  const place = { mediaType: "message/rfc822", names: [], span: span(0, bytes.length) };
  return [{ kind: "parts", object: { ...place, bytes: text, views: [label] } }];
}

function isLetterOf(bytes: Uint8Array, at: number, zero: number): boolean {
  return bytes[at + zero] === 0 && (bytes[at + 1 - zero] ?? 0) > 0x20;
}

function within({ start, end }: Span): Span {
  return span(start + EDGE_BYTES, end - EDGE_BYTES);
}

interface StrictLeaf {
  readonly object: FoundObject;
  readonly encoding: TransferEncoding;
  /** Decoding met something that decoders part on. */
  readonly isOdd: boolean;
  /** Base64 that holds nothing but its digits and line ends. */
  readonly isClean: boolean;
}

function strictLeaf(message: Message, leaf: Entity, { bytes, problems }: DecodedBytes): StrictLeaf {
  const { type, subtype, parameters } = leaf.mediaType;
  const names = [leaf.disposition?.parameters.get("filename"), parameters.get("name")];
  const object: FoundObject = {
    mediaType: `${type}/${subtype}`,
    names: [...new Set([...names.filter((name) => name !== undefined), ...otherNames(message, leaf)])],
    bytes,
    span: leaf.body,
    views: ["strict"],
  };
  const isOdd = problems.length > 0 || isOddBase64(message, leaf, bytes.length);
  const encoding = leaf.transferEncoding;
  return { object, encoding, isOdd, isClean: encoding === "base64" && !isOdd };
}

/** What the decoder takes without a word, and others do not. */
function isOddBase64(message: Message, { body, transferEncoding }: Entity, decodedBytes: number): boolean {
  if (transferEncoding !== "base64") return false;
  const block = toBuffer(message.bytes).subarray(body.start, body.end);
  return isUrlSafe(block) || hasOddPadding(block, decodedBytes);
}

/** Names in forms that not every client prefers (RFC 2231 beside plain ones). */
function otherNames(message: Message, { headers, disposition, mediaType }: Entity): readonly string[] {
  if (disposition === null && !mediaType.parameters.has("name")) return [];
  const text = toBuffer(message.bytes).toString("latin1", headers.span.start, headers.span.end);
  return /name\*/i.test(text) ? readLooseHeader(text).names : [];
}

/** Content inside a strict leaf's content: an encoding that is not declared or below the declared one, Outlook's containers. `codes` takes bounds that were reached. */
function pendingOf(
  message: Message,
  leaf: StrictLeaf,
  { flags, hasFileStart, stuffed }: Anomalies,
  codes: Set<string>,
): readonly Pending[] {
  const { object, encoding } = leaf;
  const block = toBuffer(object.bytes);
  const isEncoded = encoding !== "identity";
  // Base64 hides how a line begins; in the other encodings a file's first line stands as it is.
  const isText = object.mediaType.startsWith("text/") && (hasFileStart || encoding === "base64");
  const found: Pending[] = bodyReadings(block, [], isText, codes).map(({ bytes, how, name }) => ({
    kind: "reading",
    object: {
      ...object,
      names: name === "" ? object.names : [name],
      bytes,
      views: [isEncoded ? `${how} inside ${encoding}` : how],
    },
    flag: isEncoded ? "nested-encoding" : "undeclared-encoding",
  }));
  if (stuffed.length > 0) found.push(...unstuffed(message, leaf, stuffed));
  // In the open, the lines of a text are seen by the loose reading; a mail as a file is opened as mail.
  const isFile = !/^(?:text|multipart)\//.test(object.mediaType) || object.names.length > 0;
  if ((isEncoded || isFile) && holdsMessage(block)) found.push({ kind: "parts", object });
  if (isOutlookContainer(object)) found.push({ kind: "container", object });
  // Decoders differ on soft breaks of CR.
  const isDamaged = leaf.isOdd || (encoding === "quoted-printable" && flags.has("bare-cr"));
  if (isDamaged) {
    const { start, end } = object.span;
    const raw = toBuffer(message.bytes).subarray(start, end);
    found.push({ kind: "damaged", object: { ...object, bytes: raw, views: [encoding] }, encoding });
  }
  return found;
}

/** The content as it was sent, where the dots of its transfer break a URL. */
function unstuffed({ bytes }: Message, leaf: StrictLeaf, lines: readonly number[]): readonly Pending[] {
  const { object, encoding } = leaf;
  const { span: body, mediaType } = object;
  const isHtml = mediaType.startsWith("text/html");
  if (!breaksUrl(toBuffer(bytes), lines, { body, encoding, isHtml })) return [];
  const raw = withoutStuffing(toBuffer(bytes).subarray(body.start, body.end));
  const decoded = decodeTransfer(raw, span(0, raw.length), encoding, limits.decodedBytesMax).bytes;
  return [{ kind: "reading", object: { ...object, bytes: decoded, views: [UNSTUFFED] }, flag: "dot-stuffed" }];
}

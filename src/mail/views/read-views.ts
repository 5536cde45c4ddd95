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
import type { Entity, Message, TransferEncoding } from "../message.ts";
import { parseMessage } from "../parse.ts";
import type { DecodedBytes } from "../transfer.ts";
import { type Anomalies, findAnomalies } from "./anomalies.ts";
import { bodyReadings, carvedFiles, hasOddPadding, isUrlSafe } from "./body-readings.ts";
import { Coverage, isGreeting } from "./coverage.ts";
import { type FoundObject, mayRepeat, ObjectSet } from "./found-objects.ts";
import { type LooseHeader, readLooseHeader } from "./loose-header.ts";
import { findLooseParts, type LoosePart } from "./loose-parts.ts";
import { isOutlookContainer, outlookInside } from "./outlook-inside.ts";

export interface Views {
  readonly strict: Message;
  /** The decoded body of each leaf of the strict reading. */
  readonly bodies: ReadonlyMap<Entity, DecodedBytes>;
  /** Those of the strict reading first, in the order of the message; then what only others find, each content once. */
  readonly objects: readonly FoundObject[];
  /** Anomalies by the codes of the catalogue (`dup-header:from`, `ambiguous-structure` …), sorted, each once. */
  readonly flags: readonly string[];
  /** `limit.…` for each bound that ended the work of the other readings, once. */
  readonly problems: readonly Problem[];
}

const noProblems: readonly Problem[] = [];

/** Types of one part that are tried. */
const TYPES_MAX = 4;

/** Objects that only other readings find and that are compared with the strict ones: one that differs is enough. */
const COMPARED_MAX = 64;

/** Of a body: the line ends there belong to the header before it and the boundary after it. */
const EDGE_BYTES = 8;

/** Reads a raw message in every plausible way. Never throws; the bytes are kept by reference. */
export function readViews(bytes: Uint8Array): Views {
  const strict = parseMessage(bytes);
  const bodies = new Map<Entity, DecodedBytes>();
  for (const entity of strict.entities)
    if (entity.children.length === 0) bodies.set(entity, decodeBody(strict, entity));
  const leaves = [...bodies].map(([leaf, body]) => strictObject(strict, leaf, body));
  const clean = leaves
    .filter(({ encoding, isOdd }) => encoding === "base64" && !isOdd)
    .map(({ object }) => span(object.span.start + EDGE_BYTES, object.span.end - EDGE_BYTES));
  const anomalies = findAnomalies(strict, clean);
  const all = leaves.map(({ object }) => object);
  const objects = mayRepeat(all) ? new ObjectSet(all, bytes.length).objects : all;
  const flags = new Set(anomalies.flags);
  const codes = new Set<string>();
  const hidden = leaves.flatMap((leaf) => insideOf(leaf, anomalies, codes));
  if (!anomalies.isAmbiguous && hidden.length === 0) {
    return { strict, bodies, objects, flags: [...flags].sort(), problems: noProblems };
  }
  const union = new Union(strict, objects, flags, codes);
  return { strict, bodies, ...union.run(anomalies.isAmbiguous, hidden) };
}

interface StrictLeaf {
  readonly object: FoundObject;
  readonly encoding: TransferEncoding;
  /** Decoding met something that decoders part on. */
  readonly isOdd: boolean;
}

function strictObject(message: Message, leaf: Entity, { bytes, problems }: DecodedBytes): StrictLeaf {
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
  return { object, encoding: leaf.transferEncoding, isOdd };
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

/** Content inside a strict leaf's content: an encoding that is not declared or below the declared one, Outlook's containers. */
function insideOf(leaf: StrictLeaf, { flags, hasFileStart }: Anomalies, codes: Set<string>): readonly FoundObject[] {
  const { object, encoding } = leaf;
  const block = toBuffer(object.bytes);
  // Decoders differ on soft breaks of CR.
  const isOdd = leaf.isOdd || (encoding === "quoted-printable" && flags.has("bare-cr"));
  // Base64 hides how a line begins; in the other encodings a file's first line stands as it is.
  const isText = object.mediaType.startsWith("text/") && (hasFileStart || encoding === "base64");
  const found: FoundObject[] = bodyReadings(block, [], isText, codes).map(({ bytes, how, name }) => ({
    ...object,
    names: name === "" ? object.names : [name],
    bytes,
    views: [encoding === "identity" ? how : `${how} inside ${encoding}`],
  }));
  if (encoding !== "identity" && holdsMessage(block)) found.push({ ...object, views: [`inside ${encoding}`] });
  if (isOutlookContainer(block)) found.push({ ...object, views: [OUTLOOK] });
  return isOdd ? [...found, { ...object, bytes: Buffer.alloc(0), views: [encoding] }] : found;
}

/** View of a strict leaf that is still to be opened. */
const OUTLOOK = "in Outlook's container";

/** The union of the readings of one message, and of messages inside its encoded parts. */
class Union {
  readonly #strict: Message;
  readonly #flags: Set<string>;
  readonly #objects: ObjectSet;
  readonly #strictCount: number;
  /** Codes of the bounds that were reached. */
  readonly #limits: Set<string>;
  readonly #coverage: Coverage;
  #containers = 0;

  /** `codes` of bounds that were reached before. */
  constructor(strict: Message, objects: readonly FoundObject[], flags: Set<string>, codes: Set<string>) {
    this.#limits = codes;
    this.#strict = strict;
    this.#flags = flags;
    this.#objects = new ObjectSet(objects, strict.bytes.length);
    this.#strictCount = objects.length;
    this.#coverage = new Coverage(strict);
  }

  run(isAmbiguous: boolean, hidden: readonly FoundObject[]): Pick<Views, "objects" | "flags" | "problems"> {
    for (const object of hidden) {
      if (object.views[0] === OUTLOOK) continue;
      if (!this.#objects.mayDecode(object.bytes.length)) break;
      if (object.views[0]?.startsWith("inside ")) {
        this.#flags.add("encoded-container");
        this.#readLoosely(toBuffer(object.bytes), object.span, 1);
      } else if (object.bytes.length === 0) {
        this.#readBody(toBuffer(this.#strict.bytes).subarray(object.span.start, object.span.end), object, 0);
        this.#flags.add(object.views[0] === "base64" ? "odd-base64" : "odd-quoted-printable");
      } else if (this.#offer(object)) {
        this.#flags.add(object.views[0]?.includes("inside") ? "nested-encoding" : "undeclared-encoding");
        this.#readInside(object, 1);
      }
    }
    if (isAmbiguous) this.#readLoosely(toBuffer(this.#strict.bytes), null, 0);
    const known = this.#objects.objects;
    if (differs(known.slice(0, this.#strictCount), known.slice(this.#strictCount))) {
      this.#flags.add("ambiguous-structure");
    }
    // Last: a container that only Outlook opens makes the structure of the mail around it no less clear.
    for (const object of hidden)
      if (object.views[0] === OUTLOOK) this.#readOutlook({ ...object, views: ["strict"] }, 1);
    const problems = [...this.#limits, ...this.#objects.limits].map((code) => ({ code }));
    if (problems.length > 0) this.#flags.add("views-truncated");
    return { objects: this.#objects.objects, flags: [...this.#flags].sort(), problems };
  }

  /** `outer`: the raw bytes that these were decoded from; null when they are the raw bytes. */
  #readLoosely(bytes: Buffer, outer: Span | null, depth: number): void {
    const loose = findLooseParts(bytes);
    for (const code of loose.limits) this.#limits.add(code);
    for (const part of loose.parts) this.#readPart(bytes, part, outer, depth);
  }

  #readPart(bytes: Buffer, { header, body }: LoosePart, outer: Span | null, depth: number): void {
    const block = bytes.subarray(body.start, body.end);
    const place = { span: outer ?? body, names: header?.names ?? [], mediaType: typesOf(header)[0] ?? "" };
    const encodings = header?.encodings ?? [];
    const isPlain = encodings.length === 0 || encodings.includes("identity");
    const object: FoundObject = { ...place, bytes: block, views: ["loose"] };
    if (outer === null && (header === null || isContainer(header))) this.#readBetween(body, depth);
    else if (isPlain) for (const mediaType of typesOf(header)) this.#offer({ ...object, mediaType });
    if (header !== null || outer !== null) this.#readBody(block, object, depth, header);
  }

  /** What no part of the strict reading has, preambles that greet old mail programs left out. */
  #readBetween(body: Span, depth: number): void {
    for (const span of this.#coverage.without(body)) {
      const block = toBuffer(this.#strict.bytes).subarray(span.start, span.end);
      const place: FoundObject = { mediaType: "text/plain", names: [], bytes: block, span, views: ["between parts"] };
      if (isGreeting(block.toString("latin1"))) continue;
      if (this.#offer(place)) this.#flags.add("content-outside-parts");
      this.#readBody(block, place, depth);
    }
  }

  /** A body in all its encodings, and what these hold in turn. */
  #readBody(block: Buffer, place: FoundObject, depth: number, header: LooseHeader | null = null): void {
    if (!this.#objects.mayDecode(block.length)) return;
    const claimed = header?.encodings ?? encodingOf(place.views[0]);
    const readings = bodyReadings(block, claimed, true, this.#limits);
    for (const { bytes, how, name } of readings) {
      const object = { ...place, bytes, names: name === "" ? place.names : [name], views: [how] };
      const isNew = this.#offer(object);
      if (header !== null) for (const mediaType of typesOf(header)) this.#offer({ ...object, mediaType });
      if (isNew) this.#readInside(object, depth + 1, header);
    }
    if (readings.length > 0) return;
    for (const { bytes, how } of carvedFiles(block)) {
      if (this.#offer({ ...place, bytes, views: [how] })) this.#flags.add("carved-object");
    }
  }

  /** Decoded content that is encoded again, or holds a message or parts. */
  #readInside(object: FoundObject, depth: number, header: LooseHeader | null = null): void {
    const block = toBuffer(object.bytes);
    if (depth > limits.nestedEncodingsMax) {
      if (holdsMore(block)) this.#limits.add("limit.nested-encodings");
      return;
    }
    if (!this.#objects.mayDecode(block.length)) return;
    if (isOutlookContainer(block)) this.#readOutlook(object, depth);
    for (const { bytes, how, name } of bodyReadings(block, [], true, this.#limits)) {
      const inner = {
        ...object,
        bytes,
        names: name === "" ? object.names : [name],
        views: [`${how} inside ${object.views[0]}`],
      };
      if (!this.#offer(inner)) continue;
      this.#flags.add("nested-encoding");
      this.#readInside(inner, depth + 1);
    }
    if ((header !== null && isContainer(header)) || holdsParts(block)) this.#readLoosely(block, object.span, depth);
  }

  #readOutlook(container: FoundObject, depth: number): void {
    if (!this.#objects.mayDecode(container.bytes.length)) return;
    this.#containers += 1;
    if (this.#containers > limits.outlookContainersMax) {
      this.#limits.add("limit.outlook-containers");
      return;
    }
    const { objects, flags, limits: codes } = outlookInside(container);
    for (const flag of flags) this.#flags.add(flag);
    for (const code of codes) this.#limits.add(code);
    // All before what they hold: the view by which a content is known is the one that Outlook shows.
    const fresh: FoundObject[] = [];
    for (const object of objects) {
      if (!this.#objects.mayDecode(object.bytes.length)) break;
      if (this.#offer(object)) fresh.push(object);
    }
    for (const object of fresh) this.#readInside(object, depth + 1);
  }

  #offer(object: FoundObject): boolean {
    return this.#objects.mayDecode(0) && this.#objects.add(object);
  }
}

/** Of a leaf, as any reader may take it; at least one. */
function typesOf(header: LooseHeader | null): readonly string[] {
  if (header === null) return ["text/plain"];
  const types = header.types.filter((type) => !type.startsWith("multipart/"));
  return types.length === 0 ? ["application/octet-stream"] : types.slice(0, TYPES_MAX);
}

/** Its body is the parts or the message that follow. */
function isContainer({ types }: LooseHeader): boolean {
  return (
    types.some((type) => /^(?:multipart|message)\//.test(type)) &&
    !types.every((type) => /^message\/(?:delivery|disposition)/.test(type))
  );
}

function encodingOf(view: string | undefined): readonly TransferEncoding[] {
  return view === "base64" || view === "quoted-printable" || view === "uuencode" ? [view] : [];
}

/** A field about a body near its start, or a boundary line with one after it. */
function holdsParts(block: Buffer): boolean {
  const head = block.toString("latin1", 0, 4096);
  return /(?:^|[\r\n])(?:content-(?:type|transfer-encoding|disposition)|mime-version)[ \t]*:/i.test(head);
}

/** A message or parts: content that is mail again though its type does not say so. */
function holdsMessage(block: Buffer): boolean {
  return (
    /^\s*(?:--[^\r\n]{1,200}[\r\n]+content-|[a-z-]{1,40}:[^\r\n]*[\r\n])/i.test(block.toString("latin1", 0, 512)) &&
    holdsParts(block)
  );
}

/** Whether there would be something to read in it: an encoding, parts, or a container. */
function holdsMore(block: Buffer): boolean {
  return holdsParts(block) || isOutlookContainer(block) || bodyReadings(block, []).length > 0;
}

/** Whether some object of the others is no part of what the strict reading shows. */
function differs(strict: readonly FoundObject[], others: readonly FoundObject[]): boolean {
  return others.slice(0, COMPARED_MAX).some(({ bytes, views }) => {
    // Escapes left in a text show the same to the eye, and so do list footers below the last part: they have their own flags.
    if (views.every((view) => view === "between parts" || view.startsWith("quoted-printable that is not declared"))) {
      return false;
    }
    const content = trimmed(toBuffer(bytes));
    return content.length > 0 && !strict.some((one) => toBuffer(one.bytes).includes(content));
  });
}

function trimmed(bytes: Buffer): Buffer {
  let start = 0;
  let end = bytes.length;
  while (start < end && (bytes[start] as number) <= 0x20) start += 1;
  while (end > start && (bytes[end - 1] as number) <= 0x20) end -= 1;
  return bytes.subarray(start, end);
}

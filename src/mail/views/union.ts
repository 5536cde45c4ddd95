/**
 * What other readings find in a message besides its strict one: the union of all that any client may see.
 *
 * Whatever is found is opened in turn, to the depth of `limits.nestedEncodingsMax`; the bytes decoded for it are bounded by
 * the set of objects.
 */
import { limits } from "../../base/limits.ts";
import type { Problem } from "../../base/problem.ts";
import type { Span } from "../../base/span.ts";
import { toBuffer } from "../bytes.ts";
import type { Message, TransferEncoding } from "../message.ts";
import { bodyReadings, carvedFiles } from "./body-readings.ts";
import { Coverage, isGreeting, isListFooter } from "./coverage.ts";
import { UNSTUFFED } from "./dot-stuffing.ts";
import type { FoundObject, ObjectSet } from "./found-objects.ts";
import type { LooseHeader } from "./loose-header.ts";
import { findLooseParts, type LoosePart } from "./loose-parts.ts";
import { type FoundProperty, isOutlookContainer, outlookInside } from "./outlook-inside.ts";

const LESS_THAN = 0x3c;

/** Objects that only other readings find and that are compared with the strict ones: one that differs is enough, and so are more than these. */
const COMPARED_MAX = 64;

interface BodyContext {
  /** How many encodings it lay inside. */
  readonly depth: number;
  /** Encodings that any reading of the header claims. */
  readonly claimed: readonly TransferEncoding[];
  readonly header?: LooseHeader | null;
}

/** What is still to be opened of a strict leaf. */
export type Pending =
  /** Its content decoded once more, an encoding that the header does not declare or one below the declared one. */
  | { readonly kind: "reading"; readonly object: FoundObject; readonly flag: string }
  /** Content that is a message or parts, though its type does not say so. */
  | { readonly kind: "parts"; readonly object: FoundObject }
  /** Raw bytes that decoders read in more than one way. */
  | { readonly kind: "damaged"; readonly object: FoundObject; readonly encoding: TransferEncoding }
  /** A container of Outlook's own kind. */
  | { readonly kind: "container"; readonly object: FoundObject };

/** What the union found beside objects and flags. */
export interface UnionFacts {
  /** `limit.…` for each bound that was reached, once; and what was met in Outlook's own containers. */
  readonly problems: readonly Problem[];
  /** Properties of items in Outlook's own containers that point away. */
  readonly properties: readonly FoundProperty[];
}

/** The union of the readings of one message, and of messages inside its encoded parts. */
export class Union {
  readonly #strict: Message;
  readonly #flags: Set<string>;
  readonly #objects: ObjectSet;
  readonly #strictCount: number;
  readonly #coverage: Coverage;
  /** Codes of the bounds that were reached. */
  readonly #limits: Set<string>;
  readonly #problems: Problem[] = [];
  readonly #properties: FoundProperty[] = [];
  #containers = 0;

  /** `objects`: those of the strict reading; what is found is added to them and to `flags`, bounds that are reached to `codes`. */
  constructor(strict: Message, objects: ObjectSet, flags: Set<string>, codes: Set<string>) {
    this.#strict = strict;
    this.#limits = codes;
    this.#flags = flags;
    this.#objects = objects;
    this.#strictCount = objects.objects.length;
    this.#coverage = new Coverage(strict);
  }

  run(isAmbiguous: boolean, pending: readonly Pending[]): UnionFacts {
    for (const one of pending) {
      if (one.kind !== "container" && !isGuess(one)) this.#open(one);
    }
    if (isAmbiguous) this.#readLoosely(toBuffer(this.#strict.bytes), null, 0);
    // Guesses after what stands there, so that many objects in a guess leave no other without room.
    for (const one of pending) if (isGuess(one)) this.#open(one);
    const known = this.#objects.objects;
    if (differs(known.slice(0, this.#strictCount), known.slice(this.#strictCount))) {
      this.#flags.add("ambiguous-structure");
    }
    // Last: a container that only Outlook opens makes the structure of the mail around it no less clear.
    for (const one of pending) if (one.kind === "container") this.#open(one);
    const problems = [...this.#limits, ...this.#objects.limits].map((code) => ({ code }));
    if (problems.length > 0) this.#flags.add("views-truncated");
    return { problems: [...problems, ...this.#problems], properties: this.#properties };
  }

  #open(pending: Pending): void {
    const { kind, object } = pending;
    // The others count the bytes themselves.
    if ((kind === "parts" || kind === "reading") && !this.#objects.mayDecode(object.bytes.length)) return;
    switch (kind) {
      case "container":
        this.#readOutlook(object, 1);
        return;
      case "parts":
        this.#flags.add("encoded-container");
        this.#readLoosely(toBuffer(object.bytes), object.span, 1);
        return;
      case "damaged":
        this.#flags.add(`odd-${pending.encoding}`);
        // Where decoding fails, some show the text as it stands.
        if (pending.encoding === "base64" && toBuffer(object.bytes).includes(LESS_THAN)) {
          this.#offer({ ...object, views: ["base64 as it stands"] });
        }
        this.#readBody(toBuffer(object.bytes), object, { depth: 0, claimed: [pending.encoding] });
        return;
      case "reading":
        if (!this.#offer(object)) return;
        this.#flags.add(pending.flag);
        this.#readInside(object, 1);
    }
  }

  /** `outer`: the raw bytes that these were decoded from; null when they are the raw bytes. */
  #readLoosely(bytes: Buffer, outer: Span | null, depth: number): void {
    const loose = findLooseParts(bytes);
    for (const code of loose.limits) this.#limits.add(code);
    // First, while there is room for what it finds.
    if (loose.rest !== null) this.#carveRest(bytes, loose.rest, outer, depth);
    for (const part of loose.parts) this.#readPart(bytes, part, outer, depth);
  }

  /** The last net over what the bound on parts leaves out, also where the strict reading takes it for one long text. */
  #carveRest(bytes: Buffer, rest: Span, outer: Span | null, depth: number): void {
    const block = bytes.subarray(rest.start, rest.end);
    const place = { mediaType: "text/plain", names: [], span: outer ?? rest };
    for (const { bytes: carved, how } of carvedFiles(block)) {
      const object: FoundObject = { ...place, bytes: carved, views: [how] };
      if (!this.#offer(object)) continue;
      this.#flags.add("carved-object");
      this.#readInside(object, depth + 1);
    }
  }

  #readPart(bytes: Buffer, { header, body }: LoosePart, outer: Span | null, depth: number): void {
    const block = bytes.subarray(body.start, body.end);
    const place = { span: outer ?? body, names: header?.names ?? [], mediaType: typesOf(header)[0] ?? "" };
    const encodings = header?.encodings ?? [];
    const isPlain = encodings.length === 0 || encodings.includes("identity");
    const object: FoundObject = { ...place, bytes: block, views: ["loose"] };
    const isRawContainer = outer === null && (header === null || isContainer(header));
    if (isRawContainer) this.#readBetween(body, depth);
    // A block of fields may say both; the message inside has its fields right after those of the container.
    const types = isRawContainer ? leafTypesOf(header) : typesOf(header);
    if (isPlain) for (const mediaType of types) this.#offer({ ...object, mediaType });
    if (header !== null || outer !== null) this.#readBody(block, object, { depth, claimed: encodings, header });
  }

  /** What no part of the strict reading has, preambles that greet old mail programs left out. */
  #readBetween(body: Span, depth: number): void {
    for (const span of this.#coverage.without(body)) {
      const block = toBuffer(this.#strict.bytes).subarray(span.start, span.end);
      const place: FoundObject = { mediaType: "text/plain", names: [], bytes: block, span, views: ["between parts"] };
      const text = block.toString("latin1");
      if (isGreeting(text)) continue;
      if (this.#offer(place) && !isListFooter(text)) this.#flags.add("content-outside-parts");
      this.#readBody(block, place, { depth, claimed: [] });
    }
  }

  /** A body in all its encodings, and what these hold in turn. */
  #readBody(block: Buffer, place: FoundObject, { depth, claimed, header = null }: BodyContext): void {
    if (!this.#objects.mayDecode(block.length)) return;
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
      if (holdsMore(object)) this.#limits.add("limit.nested-encodings");
      return;
    }
    if (!this.#objects.mayDecode(block.length)) return;
    if (isOutlookContainer(object)) this.#readOutlook(object, depth);
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
    if (this.#containers === limits.outlookContainersMax) {
      this.#limits.add("limit.outlook-containers");
      return;
    }
    this.#containers += 1;
    const { objects, flags, problems, properties } = outlookInside(container);
    for (const flag of flags) this.#flags.add(flag);
    this.#problems.push(...problems);
    this.#properties.push(...properties);
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
  return types.length === 0 ? ["application/octet-stream"] : types;
}

/** Of a block of fields that says it is a container: what else it says it is. */
function leafTypesOf(header: LooseHeader | null): readonly string[] {
  return header?.types.filter((type) => !/^(?:multipart|message)\//.test(type)) ?? [];
}

/** Its body is the parts or the message that follow. */
function isContainer({ types }: LooseHeader): boolean {
  return (
    types.some((type) => /^(?:multipart|message)\//.test(type)) &&
    !types.every((type) => /^message\/(?:delivery|disposition)/.test(type))
  );
}

/** A field about a body near its start, or a boundary line with one after it. */
function holdsParts(block: Buffer): boolean {
  const head = block.toString("latin1", 0, 4096);
  return /(?:^|[\r\n])(?:content-(?:type|transfer-encoding|disposition)|mime-version)[ \t]*:/i.test(head);
}

/** A message or parts: content that is mail again though its type does not say so. */
export function holdsMessage(block: Buffer): boolean {
  return (
    /^\s*(?:--[^\r\n]{1,200}[\r\n]+content-|[a-z-]{1,40}:[^\r\n]*[\r\n])/i.test(block.toString("latin1", 0, 512)) &&
    holdsParts(block)
  );
}

/** Whether there would be something to read in it: an encoding, parts, or a container. */
function holdsMore(object: FoundObject): boolean {
  const block = toBuffer(object.bytes);
  return holdsParts(block) || isOutlookContainer(object) || bodyReadings(block, []).length > 0;
}

/** An encoding that nothing but the bytes speaks for. */
function isGuess(pending: Pending): boolean {
  return pending.kind === "reading" && pending.flag === "undeclared-encoding";
}

/** Whether some object of the others is no part of what the strict reading shows. */
function differs(strict: readonly FoundObject[], others: readonly FoundObject[]): boolean {
  if (others.length > COMPARED_MAX) return true;
  return others.some(({ bytes, views }) => {
    // Escapes left in a text show the same to the eye, so do list footers below the last part; they have their own flags, and so have dots of a transfer.
    if (views.every(isTold)) return false;
    const content = trimmed(toBuffer(bytes));
    return content.length > 0 && !strict.some((one) => toBuffer(one.bytes).includes(content));
  });
}

function isTold(view: string): boolean {
  return view === "between parts" || view === UNSTUFFED || view.startsWith("quoted-printable that is not declared");
}

function trimmed(bytes: Buffer): Buffer {
  let start = 0;
  let end = bytes.length;
  while (start < end && (bytes[start] as number) <= 0x20) start += 1;
  while (end > start && (bytes[end - 1] as number) <= 0x20) end -= 1;
  return bytes.subarray(start, end);
}

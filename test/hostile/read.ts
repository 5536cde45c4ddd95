/** One file through the whole reading, and the invariants that hold for any bytes (catalogue, section 1). */
import { createHash } from "node:crypto";
import { sha256Of } from "../../src/base/brand.ts";
import type { Span } from "../../src/base/span.ts";
import { decodeText } from "../../src/mail/body.ts";
import type { Entity, Message } from "../../src/mail/message.ts";
import { readViews, type Views } from "../../src/mail/views/read-views.ts";
import { type AnalysisContext, analyse } from "../../src/pipeline/analyse.ts";
import type { RawMessage } from "../../src/ports/mailbox.ts";
import { createTokenFinder } from "../../src/signals/tokens.ts";
import type { Seen } from "./file.ts";

export const context: AnalysisContext = { owners: ["bo@example.net"], finder: createTokenFinder() };

/** What the mailbox adapter would hand over. */
export function rawMessage(bytes: Buffer): RawMessage {
  return {
    bytes,
    size: bytes.length,
    sha256: sha256Of(createHash("sha256").update(bytes).digest("hex")),
    key: "0",
    location: { path: "/hostile.eml", offset: 0, length: bytes.length, folder: "", marks: [] },
    problems: [],
    atSourceEnd: false,
  };
}

export function readFile(bytes: Buffer, { owners, finder }: AnalysisContext = context): Seen {
  return { bytes, views: readViews(bytes), record: analyse(rawMessage(bytes), { owners, finder }).record };
}

/** What does not hold, as sentences; empty when all is well. Reads the file a second time for INV-6. */
export function brokenInvariants(seen: Seen): readonly string[] {
  return [
    ...brokenReading(seen),
    ...(fingerprint(readFile(seen.bytes)) === fingerprint(seen) ? [] : ["INV-6: a second reading differs"]),
  ];
}

/** As `brokenInvariants`, without the second reading. */
export function brokenReading(seen: Seen): readonly string[] {
  return [...brokenSpans(seen), ...brokenAccount(seen)];
}

/** All that the reading says, as one text: equal for equal readings. */
export function fingerprint({ views, record }: Seen): string {
  const objects = views.objects.map(({ mediaType, names, bytes, span, views: readings }) => [
    mediaType,
    names,
    hashOf(bytes),
    span,
    readings,
  ]);
  return JSON.stringify([record, views.flags, objects]);
}

export function hashOf(bytes: Uint8Array): string {
  return createHash("sha1").update(bytes).digest("base64");
}

/** INV-4: the record names the bytes, and says how far it came. */
function brokenAccount({ bytes, record }: Seen): readonly string[] {
  const { sha256, size, problems } = rawMessage(bytes);
  const broken: string[] = [];
  if (record.sha256 !== sha256 || record.size !== size) broken.push("INV-4: the record names other bytes");
  if (!["ok", "partial", "unparseable"].includes(record.status)) broken.push(`INV-4: status ${record.status}`);
  if (problems.length > 0) broken.push("INV-4: problems before reading");
  if (record.date !== null && !Number.isSafeInteger(record.date)) broken.push("INV-4: the date is no integer");
  return broken;
}

const isWithin = (inner: Span, outer: Span) =>
  outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;

function brokenSpans({ bytes, views, record }: Seen): readonly string[] {
  const whole = { start: 0, end: bytes.length };
  const broken: string[] = [];
  const check = (what: string, span: Span | undefined) => {
    if (span !== undefined && !isWithin(span, whole)) broken.push(`span of ${what} outside the bytes`);
  };
  for (const { span, mediaType } of views.objects) check(`object ${mediaType}`, span);
  for (const { span, code } of [...record.problems, ...views.strict.problems]) check(`problem ${code}`, span);
  for (const { span, vector } of record.loads) check(`load ${vector}`, span);
  if (views.strict.root.span.end !== bytes.length) broken.push("the strict reading ends before the bytes");
  checkTiling(views.strict.root, broken);
  if (new Set(views.flags).size !== views.flags.length) broken.push("a flag stands twice");
  if ([...views.flags].sort().join() !== views.flags.join()) broken.push("flags are not sorted");
  if (repeatsContent(views)) broken.push("objects are not distinct by type and content");
  return broken;
}

function repeatsContent({ objects }: Views): boolean {
  return new Set(objects.map(({ mediaType, bytes }) => mediaType + hashOf(bytes))).size !== objects.length;
}

/** Header and body tile the entity; fields lie in the header, children in the body, in order. Iterative: depth is hostile. */
function checkTiling(root: Entity, broken: string[]): void {
  const queue: Entity[] = [root];
  for (let entity = queue.pop(); entity !== undefined && broken.length < 8; entity = queue.pop()) {
    const { path, span, headers, body, children } = entity;
    const tiles = headers.span.start === span.start && headers.span.end === body.start && body.end === span.end;
    if (!tiles) broken.push(`tiling: header and body of entity "${path}"`);
    let at = headers.span.start;
    for (const field of headers.fields) {
      if (!isWithin(field.span, { start: at, end: headers.span.end }))
        broken.push(`tiling: fields of entity "${path}"`);
      if (!isWithin(field.value, field.span)) broken.push(`tiling: value of a field of entity "${path}"`);
      at = field.span.end;
    }
    at = body.start;
    for (const child of children) {
      if (!isWithin(child.span, { start: at, end: body.end })) broken.push(`tiling: parts of entity "${path}"`);
      at = child.span.end;
      queue.push(child);
    }
  }
}

/** Decodes every leaf and asks for raw places; the places must lie in the leaf's body. */
export function brokenDecoding(message: Message): readonly string[] {
  const broken: string[] = [];
  for (const entity of message.entities) {
    if (entity.children.length > 0) continue;
    const { text, toRaw } = decodeText(message, entity);
    const asked = [0, text.length >> 1].map((start) => ({ start, end: text.length }));
    const isOut = toRaw(asked).some((span) => !isWithin(span, entity.body));
    if (isOut) broken.push(`raw places of entity "${entity.path}" outside its body`);
  }
  return broken;
}

/** Compares what was seen of a hostile file with what its recipe expects. */
import type { Expectations, HostileFile, Seen } from "./file.ts";
import { brokenDecoding, brokenInvariants, readFile } from "./read.ts";

/** `canary`: an object or text that no view has · `load`: a remote load that the record lacks · `sender`: an address. */
export type MissKind = "invariant" | "canary" | "load" | "flag" | "limit" | "sender" | "name" | "status" | "probe";

export interface Miss {
  readonly kind: MissKind;
  readonly what: string;
}

export interface Outcome {
  readonly seen: Seen | null;
  readonly misses: readonly Miss[];
}

/** Reads the file and says all that is missing or wrong. Never throws: what the reader throws is a miss (INV-1). */
export function examine(file: HostileFile): Outcome {
  try {
    const seen = readFile(file.bytes);
    const invariants = [...brokenInvariants(seen), ...brokenDecoding(seen.views.strict), ...differsFromTwin(seen)];
    return { seen, misses: [...invariants.map((what) => miss("invariant", what)), ...unmet(file.expects, seen)] };
  } catch (cause) {
    const [line = ""] = String(cause instanceof Error ? cause.stack : cause).split("\n");
    return { seen: null, misses: [miss("invariant", `INV-1: threw ${line}`)] };
  }
}

const miss = (kind: MissKind, what: string): Miss => ({ kind, what });

function unmet(expects: Expectations, seen: Seen): readonly Miss[] {
  const { record } = seen;
  const codes = new Set([...seen.views.flags, ...record.problems.map(({ code }) => code)]);
  const senders = record.claims.from.map(({ address }) => address);
  const names = new Set(seen.views.objects.flatMap((object) => object.names));
  const lacking = <T>(kind: MissKind, wanted: readonly T[], has: (item: T) => boolean, say: (item: T) => string) =>
    wanted.filter((item) => !has(item)).map((item) => miss(kind, say(item)));
  const isOpen = expects.statuses.length > 0 && !expects.statuses.includes(record.status);
  return [
    ...lacking("canary", expects.contents, holds(seen), (bytes) => `no object is ${quote(bytes)}`),
    ...lacking("canary", expects.within, stands(seen), (text) => `no object holds ${text}`),
    ...lacking("load", expects.loads, loads(seen), (text) => `no load names ${text}`),
    ...lacking(
      "flag",
      expects.flags,
      (code) => codes.has(code),
      (code) => `no flag ${code}`,
    ),
    ...(expects.anyFlag && codes.size === 0 ? [miss("flag", "no flag at all")] : []),
    ...lacking(
      "limit",
      expects.limits,
      (code) => codes.has(code) && record.status === "partial",
      (code) => `no ${code}`,
    ),
    ...lacking(
      "sender",
      expects.senders,
      (address) => senders.includes(address),
      (address) => `no sender ${address}`,
    ),
    ...lacking(
      "sender",
      expects.notSenders,
      (address) => !senders.includes(address),
      (address) => `sender ${address}`,
    ),
    ...lacking(
      "name",
      expects.names,
      (name) => names.has(name),
      (name) => `no object is called ${name}`,
    ),
    ...(isOpen ? [miss("status", `status ${record.status}, not ${expects.statuses.join(" or ")}`)] : []),
    ...expects.probe(seen).map((what) => miss("probe", what)),
  ];
}

const quote = (bytes: Buffer) => JSON.stringify(bytes.toString("latin1", 0, 60));

function holds({ views }: Seen): (bytes: Buffer) => boolean {
  const trimmed = views.objects.map(({ bytes }) => withoutTail(bytes));
  return (bytes) => {
    const wanted = withoutTail(bytes);
    return trimmed.some((candidate) => Buffer.compare(candidate, wanted) === 0);
  };
}

/** Blanks and line ends at the end belong to no payload: mail adds and removes them. */
function withoutTail(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && [0x20, 0x09, 0x0d, 0x0a].includes(bytes[end - 1] ?? 0)) end--;
  return bytes.subarray(0, end);
}

function stands({ views }: Seen): (text: string) => boolean {
  return (text) =>
    views.objects.some(({ bytes }) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(text));
}

function loads({ record }: Seen): (text: string) => boolean {
  return (text) => record.loads.some(({ url }) => url.includes(text));
}

/** Bytes whose twin is read again: beyond, the doubled work would only repeat what small files show. */
const TWIN_BYTES_MAX = 256 * 1024;

/** A message whose every line ends in CR LF says the same with LF (text apart from its line ends). */
function differsFromTwin({ bytes, views }: Seen): readonly string[] {
  if (bytes.length > TWIN_BYTES_MAX) return [];
  const text = bytes.toString("latin1");
  if (!text.includes("\r\n") || /(?<!\r)\n|\r(?!\n)/.test(text)) return [];
  const twin = readFile(Buffer.from(text.replaceAll("\r\n", "\n"), "latin1")).views;
  const contents = (objects: typeof views.objects) =>
    [...new Set(objects.map((object) => `${object.mediaType} ${asLf(object.bytes)}`))].sort();
  const [own, others] = [contents(views.objects), contents(twin.objects)];
  const lost = own.filter((content) => !others.includes(content)).length;
  const added = others.filter((content) => !own.includes(content)).length;
  return lost + added === 0 ? [] : [`the LF twin lacks ${lost} and adds ${added} objects`];
}

function asLf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1").replaceAll("\r\n", "\n");
}

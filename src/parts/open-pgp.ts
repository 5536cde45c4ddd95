/**
 * Addresses inside OpenPGP signatures and keys: the preferred key server, which programs that fetch keys by themselves ask; the
 * policy and notations, which are links (threat-facts RL-47; RFC 9580 4.2, 5.2.3, 6).
 *
 * Pure, total, linear. Nothing is verified.
 */
import { addressesInText, pointsAway } from "./addresses.ts";
import { append, type PartBudget, type PartReading, type PartReference } from "./reference.ts";

const SIGNATURE = 2;
const KEY_SERVER = 24;
const POLICY = 26;
const NOTATION = 20;
const ARMOR = /-----BEGIN PGP (?:SIGNATURE|PUBLIC KEY BLOCK|PRIVATE KEY BLOCK|MESSAGE)-----[ \t]*\r?\n/g;
const MARK = Buffer.from("-----BEGIN PGP ");

export function holdsArmor(bytes: Buffer): boolean {
  return bytes.includes(MARK);
}

/** Of armour in a text, or of packets themselves. */
export function readOpenPgp(bytes: Buffer, budget: PartBudget): PartReading {
  if (!holdsArmor(bytes)) return { references: packetReferences(bytes), files: [] };
  const text = bytes.toString("latin1");
  const references: PartReference[] = [];
  for (const match of text.matchAll(ARMOR)) {
    if (!budget.takeEntry()) break;
    const end = text.indexOf("-----END PGP", match.index + 1);
    const stop = end < 0 ? text.length : end;
    const place = { start: match.index, end: stop };
    for (const { start: _, end: __, ...found } of packetReferences(
      dearmored(text.slice(match.index + match[0].length, stop)),
    )) {
      references.push({ ...found, ...place });
    }
    if (end < 0) break;
  }
  return { references, files: [] };
}

/** Header lines end with a blank one; the check sum begins with an equals sign on a line of its own (RFC 9580 6.2). */
function dearmored(block: string): Buffer {
  const body = /^(?:[A-Za-z][A-Za-z0-9-]{0,40}:[^\n]*\n)*[ \t]*\r?\n?/.exec(block)?.[0].length ?? 0;
  const digits = block.slice(body);
  const sum = digits.search(/^=[A-Za-z0-9+/]{4}\s*$/m);
  return Buffer.from(sum < 0 ? digits : digits.slice(0, sum), "base64");
}

export function packetReferences(bytes: Buffer): readonly PartReference[] {
  const found: PartReference[] = [];
  for (let at = 0; at < bytes.length; ) {
    const packet = packetAt(bytes, at);
    if (packet === null) break;
    if (packet.tag === SIGNATURE)
      append(found, signatureReferences(bytes.subarray(packet.start, packet.end), packet.start));
    at = packet.end;
  }
  return found;
}

interface Packet {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
}

/** RFC 9580 4.2; a partial length ends the walk, as only data have one. */
function packetAt(bytes: Buffer, at: number): Packet | null {
  const head = bytes[at] ?? 0;
  if ((head & 0x80) === 0) return null;
  if ((head & 0x40) !== 0) {
    const length = newLength(bytes, at + 1);
    return length === null ? null : packetOf(bytes, head & 0x3f, length.start, length.length);
  }
  const size = [1, 2, 4][head & 3];
  const start = at + 1 + (size ?? 0);
  if (size === undefined) return packetOf(bytes, (head >> 2) & 15, start, bytes.length);
  if (start > bytes.length) return null;
  return packetOf(bytes, (head >> 2) & 15, start, bytes.readUIntBE(at + 1, size));
}

function packetOf(bytes: Buffer, tag: number, start: number, length: number): Packet {
  return { tag, start, end: Math.min(bytes.length, start + length) };
}

/** Lengths of one, two and five bytes, of packets and of subpackets. */
function newLength(bytes: Buffer, at: number): { readonly start: number; readonly length: number } | null {
  const first = bytes[at];
  if (first === undefined) return null;
  if (first < 192) return { start: at + 1, length: first };
  if (first < 224)
    return at + 1 < bytes.length ? { start: at + 2, length: ((first - 192) << 8) + (bytes[at + 1] ?? 0) + 192 } : null;
  return first === 255 && at + 5 <= bytes.length ? { start: at + 5, length: bytes.readUInt32BE(at + 1) } : null;
}

/** Version 4 and its relatives; version 3 has no subpackets. `place` of the packet in its bytes. */
function signatureReferences(body: Buffer, place: number): readonly PartReference[] {
  const version = body[0] ?? 0;
  if (version < 4 || version > 6) return [];
  const size = version === 6 ? 4 : 2;
  const found: PartReference[] = [];
  let at = 4;
  // What is signed, then what is not: programs read both.
  for (const _ of [0, 1]) {
    if (at + size > body.length) break;
    const end = Math.min(body.length, at + size + body.readUIntBE(at, size));
    append(found, subpacketReferences(body, { start: at + size, end }, place));
    at = end;
  }
  return found;
}

function subpacketReferences(
  body: Buffer,
  { start, end }: { readonly start: number; readonly end: number },
  place: number,
): readonly PartReference[] {
  const found: PartReference[] = [];
  for (let at = start; at < end; ) {
    const length = newLength(body, at);
    if (length === null || length.length === 0) break;
    const stop = Math.min(end, length.start + length.length);
    const type = (body[length.start] ?? 0) & 0x7f;
    const content = body.subarray(length.start + 1, stop);
    const span = { start: place + length.start + 1, end: place + stop };
    found.push(...ofSubpacket(type, content).map((reference) => ({ ...reference, ...span })));
    at = stop;
  }
  return found;
}

function ofSubpacket(type: number, content: Buffer): readonly PartReference[] {
  const text = content.toString("utf8").trim();
  const vector = "RL-47";
  if (type === KEY_SERVER && pointsAway(text)) {
    return [{ vector, url: text, by: "the key server that a signature names", fires: "open" }];
  }
  if (type === POLICY && pointsAway(text)) {
    return [{ vector, url: text, by: "the policy that a signature names", fires: "click" }];
  }
  if (type !== NOTATION) return [];
  const by = "a note in a signature";
  if (content.length < 8) return [];
  return addressesInText(content.subarray(8 + content.readUInt16BE(4)).toString("latin1")).map(({ url }) => ({
    vector,
    url,
    by,
    fires: "click",
  }));
}

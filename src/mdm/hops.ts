/**
 * Hops as rules read them: their fields, the `Received` line taken apart, what was found out about authentication, and all machines that
 * the hops name (mdm.md, 4.4). Pure and total.
 */
import { parseDate } from "../mail/dates.ts";
import { fieldText } from "../mail/headers.ts";
import { ipText } from "../mail/ip-address.ts";
import type { HeaderField, Message } from "../mail/message.ts";
import {
  type ReceivedClauses,
  type ReceivedLine,
  receivedClauses,
  receivedDate,
  receivedLine,
} from "../mail/received.ts";
import { authResultsObject, spfObject } from "./authentication.ts";
import { domainFacts, domainObject } from "./domains.ts";
import type { HopFacts, PlacedField } from "./hop-fields.ts";
import { ipObject } from "./ips.ts";
import { type ModelObject, maker } from "./model-object.ts";
import { bestAuthField, receivedSpfOf } from "./result-fields.ts";
import { signatureOf } from "./signatures.ts";

interface FieldFacts extends PlacedField {
  readonly message: Message;
}

const hopFieldObject = maker<"HopField", FieldFacts>("HopField", {
  name: ({ message, field }) => nameOf(message, field),
  position: ({ position }) => position,
  value: ({ message, field }) => fieldText(message.bytes, field),
});

/** In the case it is written in. */
function nameOf({ bytes }: Message, { span, value, key }: HeaderField): string {
  const end = Math.min(value.start, span.start + NAME_BYTES_MAX);
  const written = Buffer.from(bytes.buffer, bytes.byteOffset + span.start, end - span.start).toString("latin1");
  const name = written.replace(/:[^:]*$/, "").trim();
  return name.toLowerCase() === key ? name : key;
}

const NAME_BYTES_MAX = 1_000;

export const hopObject = maker<"Hop", HopFacts>("Hop", {
  authentication_results: (hop) => authResultsObject(bestAuthField(hop)),
  fields: ({ message, fields }) => fields.map((placed) => hopFieldObject({ ...placed, message })),
  index: ({ index }) => index,
  received: ({ message, received }) => receivedObject(received === null ? null : receivedClauses(message, received)),
  received_spf: (hop) => spfObject(receivedSpfOf(hop)),
  signature: (hop) => signatureOf(hop),
});

interface RawFacts {
  readonly raw: string;
}
const raw = { raw: (facts: RawFacts) => facts.raw };
const byObject = maker<"ReceivedBy", RawFacts>("ReceivedBy", raw);
const fromObject = maker<"ReceivedFrom", RawFacts>("ReceivedFrom", raw);
const forObject = maker<"ReceivedFor", RawFacts>("ReceivedFor", raw);
const idObject = maker<"ReceivedID", RawFacts>("ReceivedID", raw);
const viaObject = maker<"ReceivedVia", RawFacts>("ReceivedVia", raw);
const withObject = maker<"ReceivedWith", RawFacts>("ReceivedWith", raw);

/** The words of a clause, its comments left out: rules compare the server with bare host names. */
function wordsOf({ clauses }: ReceivedClauses, name: string): RawFacts | null {
  const clause = clauses.get(name);
  return clause === undefined ? null : { raw: clause.words.join(" ") };
}

function wholeOf({ clauses }: ReceivedClauses, name: string): RawFacts | null {
  const clause = clauses.get(name);
  if (clause === undefined) return null;
  return { raw: [...clause.words, ...clause.comments.map((comment) => `(${comment})`)].join(" ") };
}

const receivedObject = maker<"Received", ReceivedClauses>("Received", {
  // Every word of a line is taken for part of some clause.
  additional: () => null,
  id: (line) => idObject(wordsOf(line, "id")),
  link: (line) => viaObject(wordsOf(line, "via")),
  mailbox: (line) => forObject(wordsOf(line, "for")),
  protocol: (line) => withObject(wholeOf(line, "with")),
  server: (line) => byObject(wordsOf(line, "by")),
  source: (line) => fromObject(wholeOf(line, "from")),
  time: ({ text }) => receivedDate(text),
  zone_offset: ({ text }) => zoneOffset(text),
});

/** `+0200` as `2`, `-0330` as `-3.5`; null where no number stands. */
export function zoneOffset(date: string): string | null {
  const zone = /:\d\d(?::\d\d)?\s*([+-])(\d{2}):?(\d{2})\b/.exec(date.slice(-DATE_CHARS_MAX));
  if (zone === null) return /\b(?:GMT|UTC?|Z)\b/.test(date) && parseDate(date) !== null ? "0" : null;
  const hours = Number(zone[2]) + Number(zone[3]) / 60;
  return `${zone[1] === "-" && hours > 0 ? "-" : ""}${Math.round(hours * 100) / 100}`;
}

const DATE_CHARS_MAX = 200;

export interface Machines {
  readonly domains: readonly ModelObject[];
  readonly ips: readonly ModelObject[];
}

/** Every host and address that `from` and `by` of the hops name, from the first hop on, each once. */
export function machinesOf(message: Message, hops: readonly HopFacts[]): Machines {
  const names = new Map<string, ModelObject>();
  const ips = new Map<string, ModelObject>();
  for (const { received } of hops) {
    if (received === null) continue;
    const line = receivedLine(message, received);
    for (const name of namesOf(line)) addDomain(names, name);
    for (const address of [line.ip, line.byIp]) {
      const ip = address === null ? null : ipObject({ address, translation: null });
      if (address !== null && ip !== null && !ips.has(ipText(address))) ips.set(ipText(address), ip);
    }
  }
  return { domains: [...names.values()], ips: [...ips.values()] };
}

function namesOf({ helo, reverseName, by }: ReceivedLine): readonly string[] {
  return [helo, reverseName, by];
}

function addDomain(names: Map<string, ModelObject>, name: string): void {
  if (name === "" || names.has(name)) return;
  const facts = domainFacts(name);
  const domain = facts.isValid ? domainObject(facts) : null;
  if (domain !== null) names.set(name, domain);
}

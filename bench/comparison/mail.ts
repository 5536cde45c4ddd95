/**
 * Invented records by the million, the same on every machine: newsletters of 2,000 senders to forty readers, most of them
 * in several copies, by the five grammars that real services use, and plain mail between them. A message is made when it
 * is asked for, so that memory is that of what is measured.
 */
import { createHash } from "node:crypto";
import { type EpochMs, type Sha256, sha256Of } from "../../src/base/brand.ts";
import { NO_CLAIMS, NO_CONTENT } from "../../src/case/empty.ts";
import type { LoadRecord, MessageRecord, TokenRecord } from "../../src/case/record.ts";

/** Of twenty messages: two mailings of these many copies, five newsletters to one reader, four plain mails. */
const FIRST = 7;
const SECOND = 4;
const LONE = 5;
const BLOCK = 20;
const SENDERS = 2000;
const READERS = Array.from({ length: 40 }, (_, n) => `reader${n}@office.example`);
const START = Date.UTC(2011, 0, 1);
const LIKELY = { kind: "likely", detail: "opaque", address: null } as const;
const NONE: TokenRecord = { kind: "none", value: "", detail: "", address: null };

export const OWNERS: ReadonlySet<string> = new Set(["@office.example"]);

/** By its place in the order of dates. */
export function recordAt(place: number): MessageRecord {
  const block = Math.floor(place / BLOCK);
  const inBlock = place % BLOCK;
  const isPlain = inBlock >= FIRST + SECOND + LONE;
  const mailing = inBlock < FIRST ? 0 : inBlock < FIRST + SECOND ? 1 : inBlock;
  const copy = mailing === 0 ? inBlock : mailing === 1 ? inBlock - FIRST : 0;
  const issue = block * BLOCK + mailing;
  const sender = numberOf(`sender ${issue % 8009}`) % SENDERS;
  const reader = READERS[(sender * 7 + copy * 3) % READERS.length] ?? "";
  const date = (START + issue * 20_000 + copy * 700) as EpochMs;
  const loads = isPlain ? [] : loadsOf({ sender, issue, reader, date, copy });
  const from = `news@sender${sender}.example`;
  return {
    sha256: hashOf(place),
    size: 30_000,
    fidelity: "original",
    outlook: null,
    piece: null,
    rules: null,
    status: "ok",
    problems: [],
    flags: [],
    messageId: `${place}@mailer.example`,
    date,
    dateFrom: "date",
    subject: `Issue ${issue} of the paper of sender ${sender}`,
    to: [{ name: "", address: reader }],
    cc: [],
    deliveredTo: [],
    claims: { ...NO_CLAIMS, from: [{ name: "", address: from }] },
    auth: [],
    loads,
    loadCount: loads.length,
    content: { ...NO_CONTENT, html: true, textPrint: isPlain ? "" : hex(`text ${issue}`).slice(0, 32) },
  };
}

interface Letter {
  readonly sender: number;
  readonly issue: number;
  readonly reader: string;
  readonly date: number;
  readonly copy: number;
}

/** A pixel and eleven pictures, as a middling newsletter has them. */
function loadsOf(letter: Letter): readonly LoadRecord[] {
  const { sender, issue } = letter;
  const loads = [load(pixelUrl(letter), `track${sender}.example`, true)];
  for (let picture = 0; picture < 11; picture += 1) {
    const url = `https://img.sender${sender}.example/issues/${issue}/picture-${picture}.jpg?w=600&h=300`;
    loads.push(load(url, `sender${sender}.example`, false));
  }
  return loads;
}

function pixelUrl({ sender, issue, reader, date, copy }: Letter): string {
  const host = `track${sender}.example`;
  const stable = hex(`${sender} ${reader}`).slice(0, 24);
  switch (sender % 5) {
    case 0:
      return `https://${host}/open/${stable}.gif`;
    case 1:
      return `https://${host}/o?c=${issue}&u=${stable}&cb=${copy}${date}`;
    case 2:
      return `https://${host}/wf/open?upn=${Buffer.from(hex(`${issue} ${reader}`), "hex").toString("base64url")}`;
    case 3:
      return `https://${host}/stats/mc_${issue}_${stable.slice(0, 11)}-${Math.floor(date / 1000).toString(36)}.gif`;
    default:
      return `https://${stable.slice(0, 10)}.${host}/p.gif?m=${issue}`;
  }
}

function load(url: string, domain: string, hidden: boolean): LoadRecord {
  const token = hidden ? { ...LIKELY, value: url.slice(-12) } : NONE;
  return {
    ...{ vector: "RL-01", url, resolved: url, host: domain, domain, hidden, why: "", fires: "open", token, view: "" },
    span: { start: 0, end: 0 },
  };
}

function hashOf(place: number): Sha256 {
  return sha256Of(hex(`message ${place}`).slice(0, 56) + place.toString(16).padStart(8, "0"));
}

/** The place that a record's hash ends in. */
export function placeOf(sha256: Sha256): number {
  return Number.parseInt(sha256.slice(56), 16);
}

function hex(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function numberOf(text: string): number {
  return Number.parseInt(hex(text).slice(0, 8), 16);
}

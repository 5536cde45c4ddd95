/**
 * One raw message → its record: every fact that the message alone can tell, with spans, no judgement (DESIGN 2).
 *
 * Pure and total: a message that trips our own code still gets a record (`failedRecord`), made by the caller.
 */

import { authenticationResults } from "../auth/authentication-results.ts";
import { type EpochMs, epochMs } from "../base/brand.ts";
import { limits } from "../base/limits.ts";
import type { Problem } from "../base/problem.ts";
import type { LoadRecord, LocationRecord, MarkRecord, MessageRecord, ReadStatus } from "../case/record.ts";
import { type HtmlReading, readHtml, readSvg } from "../html/read-html.ts";
import { type DecodedText, decodeText } from "../mail/body.ts";
import { parseDate } from "../mail/dates.ts";
import { displayText, fieldsNamed, fieldText, findField } from "../mail/headers.ts";
import type { Entity, Message } from "../mail/message.ts";
import { parseMessageIds } from "../mail/message-id.ts";
import { parseMessage } from "../mail/parse.ts";
import { receivedDate } from "../mail/received.ts";
import type { RawMessage } from "../ports/mailbox.ts";
import { readClaims } from "../signals/claims.ts";
import { describeContent } from "../signals/content.ts";
import { describeLoads } from "../signals/loads.ts";
import { marksOf } from "../signals/read-state.ts";
import { receiptLoads } from "../signals/receipts.ts";
import { readRecipients } from "../signals/recipients.ts";
import type { TokenFinder } from "../signals/tokens.ts";

export interface Analysed {
  readonly record: MessageRecord;
  /** The location with the marks that the message itself keeps. */
  readonly location: LocationRecord;
}

export interface AnalysisContext {
  /** The owner's known addresses. */
  readonly owners: readonly string[];
  readonly finder: TokenFinder;
}

/** Cost: linear in the message; every loop is bounded by `limits`. */
export function analyse(raw: RawMessage, context: AnalysisContext): Analysed {
  const message = parseMessage(raw.bytes);
  const problems: Problem[] = [...raw.problems, ...message.problems];
  const claims = readClaims(message);
  const recipients = readRecipients(message);
  const readers = [...new Set([...recipients.known, ...context.owners.filter((owner) => !owner.startsWith("@"))])];
  const texts = readTexts(message, problems);
  const receipts = receiptLoads(message, readers, context.finder);
  const loads: LoadRecord[] = [...receipts];
  let loadCount = receipts.length;
  for (const document of texts.documents) {
    const described = describeLoads({
      references: document.reading.references,
      base: document.reading.base,
      toRaw: (spans) => document.text.toRaw(spans),
      addresses: readers,
      finder: context.finder,
      senders: [...claims.from.map(({ address }) => address), claims.returnPath],
    });
    loads.push(...described.loads);
    loadCount += described.count + (document.reading.referenceCount - document.reading.references.length);
  }
  const date = dateOf(message);
  const record: MessageRecord = {
    sha256: raw.sha256,
    size: raw.size,
    status: statusOf(problems),
    problems: problems.slice(0, 100),
    messageId: firstId(message),
    date: date.at,
    dateFrom: date.from,
    subject: headerDisplay(message, "subject").slice(0, 1000),
    to: recipients.to,
    cc: recipients.cc,
    deliveredTo: recipients.deliveredTo,
    claims,
    auth: authenticationResults(message),
    loads: loads.slice(0, limits.storedLoadsMax),
    loadCount,
    content: describeContent({
      message,
      readings: texts.documents.filter((document) => document.kind === "html").map((document) => document.reading),
      plainTexts: texts.plain,
      claims,
      recipients: readers,
    }),
  };
  return { record, location: withMarks(raw.location, marksOf(message)) };
}

interface Document {
  readonly kind: "html" | "svg";
  readonly reading: HtmlReading;
  readonly text: DecodedText;
}

/** Decodes and reads the parts that a client shows; notes their problems. */
function readTexts(message: Message, problems: Problem[]): { documents: Document[]; plain: string[] } {
  const documents: Document[] = [];
  const plain: string[] = [];
  for (const entity of message.entities) {
    const kind = textKind(entity);
    if (kind === null) continue;
    const text = decodeText(message, entity);
    problems.push(...text.problems);
    if (kind === "plain") {
      plain.push(text.text);
      continue;
    }
    const reading = kind === "svg" ? readSvg(text.text) : readHtml(text.text);
    for (const code of reading.problems) problems.push({ code, span: entity.body });
    documents.push({ kind, reading, text });
  }
  return { documents, plain };
}

function textKind(entity: Entity): "html" | "svg" | "plain" | null {
  if (entity.children.length > 0) return null;
  const { type, subtype } = entity.mediaType;
  if (type === "text" && (subtype === "html" || subtype === "x-amp-html")) return "html";
  if (type === "application" && subtype === "xhtml+xml") return "html";
  if (type === "image" && subtype === "svg+xml") return "svg";
  if (type === "text" && subtype === "plain" && entity.disposition?.kind !== "attachment") return "plain";
  return null;
}

/** `unparseable`: nothing that is a message · `partial`: a limit or damage kept us from something · `ok` otherwise. */
export function statusOf(problems: readonly Problem[]): ReadStatus {
  if (problems.some(({ code }) => code === "message.empty" || code === "message.no-header")) return "unparseable";
  return problems.some(({ code }) => code.startsWith("limit.") || code.startsWith("source.")) ? "partial" : "ok";
}

/** Two days: more than any queue keeps mail, less than any reason to trust a sender's clock over a server's. */
const CLOCK_SKEW_MS = 2 * 24 * 3_600_000;

/**
 * The message's date. The sender writes `Date`, a server writes the topmost `Received`: where they disagree by more
 * than two days the server is believed, since a sender may backdate.
 */
function dateOf(message: Message): { readonly at: EpochMs | null; readonly from: MessageRecord["dateFrom"] } {
  const dateField = findField(message.root.headers, "date");
  const claimed = dateField ? parseDate(fieldText(message.bytes, dateField)) : null;
  const received = newestReceived(message);
  if (claimed !== null && (received === null || Math.abs(claimed - received) <= CLOCK_SKEW_MS)) {
    return { at: claimed, from: "date" };
  }
  return received === null ? { at: null, from: "none" } : { at: received, from: "received" };
}

function newestReceived(message: Message): EpochMs | null {
  for (const field of fieldsNamed(message.root.headers, "received").slice(0, 3)) {
    const at = receivedDate(fieldText(message.bytes, field));
    if (at !== null) return epochMs(at);
  }
  return null;
}

function firstId(message: Message): string {
  const field = findField(message.root.headers, "message-id");
  return field ? (parseMessageIds(fieldText(message.bytes, field))[0] ?? "").slice(0, 1000) : "";
}

function headerDisplay(message: Message, key: string): string {
  const field = findField(message.root.headers, key);
  return field ? displayText(message.bytes, field) : "";
}

function withMarks(location: LocationRecord, marks: readonly MarkRecord[]): LocationRecord {
  return marks.length === 0 ? location : { ...location, marks: [...location.marks, ...marks] };
}

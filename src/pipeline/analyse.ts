/**
 * One raw message → its record: every fact that the message alone can tell, with spans, no judgement (DESIGN 2).
 *
 * Pure and total: a message that trips our own code still gets a record (`failedRecord`), made by the caller.
 */

import { authenticationResults } from "../auth/authentication-results.ts";
import { dkimGaps } from "../auth/dkim-gaps.ts";
import { type EpochMs, epochMs } from "../base/brand.ts";
import { limits } from "../base/limits.ts";
import { isUnread, type Problem } from "../base/problem.ts";
import type { ClaimsRecord, LoadRecord, LocationRecord, MessageRecord, ReadStatus } from "../case/record.ts";
import type { HtmlReading } from "../html/read-html.ts";
import { parseDate } from "../mail/dates.ts";
import { headerOddities } from "../mail/header-oddities.ts";
import { displayText, fieldsNamed, fieldText, findField } from "../mail/headers.ts";
import { withLateFields } from "../mail/late-fields.ts";
import type { Message } from "../mail/message.ts";
import { parseMessageIds } from "../mail/message-id.ts";
import { plausibleFroms } from "../mail/plausible-froms.ts";
import { receivedDate } from "../mail/received.ts";
import { hasBorder, readTrace, type TrustBorder } from "../mail/trace.ts";
import { readViews } from "../mail/views/read-views.ts";
import type { RawMessage } from "../ports/mailbox.ts";
import { answersElsewhere } from "../signals/answers-elsewhere.ts";
import { readClaims } from "../signals/claims.ts";
import { describeContent } from "../signals/content.ts";
import { hasInvisibleText, hasLookAlikeWords } from "../signals/disguised-text.ts";
import { hasEfailShape } from "../signals/efail.ts";
import { fileFlags } from "../signals/files.ts";
import { describeLoads, mostTellingLoads } from "../signals/loads.ts";
import { hasLookAlikeDomain } from "../signals/look-alike-domains.ts";
import { readPiece } from "../signals/piece.ts";
import { cutLabels, marksOf } from "../signals/read-state.ts";
import { receiptLoads } from "../signals/receipts.ts";
import { readRecipients, recipientProblems } from "../signals/recipients.ts";
import type { TokenFinder } from "../signals/tokens.ts";
import { readOutward } from "./outward.ts";
import { readTexts } from "./texts.ts";

export interface Analysed {
  readonly record: MessageRecord;
  /** The location with the marks that the message itself keeps. */
  readonly location: LocationRecord;
}

export interface AnalysisContext {
  /** The owner's known addresses. */
  readonly owners: readonly string[];
  /** Of the owner's own mail servers. */
  readonly border?: TrustBorder;
  readonly finder: TokenFinder;
}

/** Cost: linear in the message; every loop is bounded by `limits`. */
export function analyse(raw: RawMessage, context: AnalysisContext): Analysed {
  const views = readViews(raw.bytes);
  const message = views.strict;
  const letter = withLateFields(message);
  const texts = readTexts(views);
  const froms = plausibleFroms(letter);
  const problems: Problem[] = [...raw.problems, ...letter.problems, ...froms.problems, ...headerOddities(letter)];
  if (context.border !== undefined && hasBorder(context.border)) {
    problems.push(...readTrace(message, context.border).problems);
  }
  const { piece, problems: pieceProblems } = readPiece(message);
  problems.push(...views.problems, ...texts.problems, ...recipientProblems(letter), ...pieceProblems);
  problems.push(...dkimGaps(message));
  const claims = readClaims(letter, froms);
  const recipients = readRecipients(letter);
  const readers = readersOf(recipients.known, context.owners);
  const receipts = receiptLoads(letter, readers, context.finder);
  problems.push(...answersElsewhere(letter, claims, receipts));
  const loads: LoadRecord[] = [];
  let loadCount = receipts.length;
  const known = new Set<string>();
  const outward = readOutward(views, raw.fidelity);
  problems.push(...outward.problems);
  for (const document of [...texts.documents, ...outward.documents]) {
    const described = describeLoads({
      references: document.reading.references,
      base: document.reading.base,
      toRaw: document.toRaw,
      view: document.view,
      addresses: readers,
      finder: context.finder,
      senders: [...claims.from.map(({ address }) => address), claims.returnPath],
    });
    // What another view shows as well is no news.
    const fresh = document.view === "" ? described.loads : described.loads.filter((load) => !known.has(loadKey(load)));
    for (const load of fresh) known.add(loadKey(load));
    loads.push(...fresh);
    loadCount += described.count - (described.loads.length - fresh.length);
    loadCount += document.reading.referenceCount - document.reading.references.length;
    problems.push(...described.limits.map((code) => ({ code })));
    // Of what only other readings show, the texts' own problems were told by no one yet.
    if (document.view !== "") problems.push(...limitsOf(document.reading));
  }
  const kept = mostTellingLoads(loads, limits.storedLoadsMax - receipts.length);
  if (kept.length < loads.length) problems.push({ code: "limit.stored-loads" });
  const marked = cutLabels([...raw.location.marks, ...marksOf(message)]);
  problems.push(...marked.problems);
  const date = dateOf(letter);
  const subject = headerDisplay(letter, "subject").slice(0, SUBJECT_CHARS_MAX);
  const content = describeContent({
    message,
    readings: texts.documents.filter(({ kind, view }) => kind === "html" && view === "").map(({ reading }) => reading),
    plainTexts: texts.plain,
    claims,
    recipients: readers,
  });
  const flags = [
    ...views.flags,
    ...texts.flags,
    ...outward.flags,
    ...subjectFlags(subject),
    ...fileFlags(views.objects),
    ...(hasEfailShape(views.bodies) ? ["efail-shape"] : []),
    ...(hasLookAlikeDomain({ senders: senderAddresses(claims), readers, hosts: content.linkHosts })
      ? ["confusable-domain"]
      : []),
  ];
  const record: MessageRecord = {
    sha256: raw.sha256,
    size: raw.size,
    fidelity: raw.fidelity,
    outlook: raw.outlook,
    piece,
    status: statusOf(problems),
    problems: storedProblems(problems),
    // Mailboxes on disk are kept with either line end: that says nothing of the mail.
    flags: [...new Set(flags)].filter((flag) => flag !== "bare-lf").sort(),
    messageId: firstId(letter),
    date: date.at,
    dateFrom: date.from,
    subject,
    to: recipients.to,
    cc: recipients.cc,
    deliveredTo: recipients.deliveredTo,
    claims,
    auth: authenticationResults(message),
    loads: [...receipts, ...kept],
    loadCount,
    content,
  };
  return { record, location: { ...raw.location, marks: marked.marks } };
}

/** The owners are among the readers that are searched for, however many a message has; the others in the order they matter. */
function readersOf(known: readonly string[], owners: readonly string[]): readonly string[] {
  const addresses = owners.filter((owner) => !owner.startsWith("@") && !known.includes(owner));
  const room = Math.max(limits.tokenReadersMax / 2, limits.tokenReadersMax - addresses.length);
  return [...new Set([...known.slice(0, room), ...addresses])];
}

function limitsOf({ problems }: HtmlReading): readonly Problem[] {
  return problems.filter(isLimit).map((code) => ({ code }));
}

function isLimit(code: string): boolean {
  return code.startsWith("limit.");
}

/** Problems of one record that are stored. */
const PROBLEMS_MAX = 100;

/** Where there are too many, the names of the limits that were met go first, each once: they say what is missing. */
function storedProblems(problems: readonly Problem[]): readonly Problem[] {
  const distinct = withoutRepeats(problems);
  if (distinct.length <= PROBLEMS_MAX) return distinct;
  const named = new Map(distinct.filter(({ code }) => isLimit(code)).map((problem) => [problem.code, problem]));
  return [...named.values(), ...distinct.filter((problem) => named.get(problem.code) !== problem)].slice(
    0,
    PROBLEMS_MAX,
  );
}

/** Limits of the search in each part's texts are one problem. */
function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, span }) => {
    if (span !== undefined || !seen.has(code)) {
      if (span === undefined) seen.add(code);
      return true;
    }
    return false;
  });
}

const SUBJECT_CHARS_MAX = 1_000;

function loadKey({ vector, resolved }: LoadRecord): string {
  return `${vector} ${resolved}`;
}

/**
 * `unparseable`: nothing that is a message · `partial`: a limit or damage kept us from something, or the rest is in other pieces
 * · `ok` otherwise.
 */
export function statusOf(problems: readonly Problem[]): ReadStatus {
  if (problems.some(({ code }) => code === "message.empty" || code === "message.no-header")) return "unparseable";
  return problems.some(isUnread) ? "partial" : "ok";
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

/** All that the mail claims to be from, or asks to answer. */
function senderAddresses({ from, otherFroms, sender, replyTo, returnPath }: ClaimsRecord): readonly string[] {
  const named = [...from, ...otherFroms, ...(sender === null ? [] : [sender]), ...replyTo];
  return [...named.map(({ address }) => address), returnPath].filter((address) => address !== "");
}

/** Of a text of one line that a reader sees first. */
function subjectFlags(subject: string): readonly string[] {
  return [
    ...(hasInvisibleText(subject) ? ["invisible-text"] : []),
    ...(hasLookAlikeWords(subject) ? ["mixed-script-word"] : []),
  ];
}

function headerDisplay(message: Message, key: string): string {
  const field = findField(message.root.headers, key);
  // An encoded-word may hold line ends.
  return field ? displayText(message.bytes, field).replace(/[\r\n]+/g, " ") : "";
}

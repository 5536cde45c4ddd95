/**
 * One raw message → its record: every fact that the message alone can tell, with spans, no judgement (DESIGN 2).
 *
 * Pure and total: a message that trips our own code still gets a record (`failedRecord`), made by the caller.
 */

import { readAuthentication } from "../auth/authentication-results.ts";
import { checksOf } from "../auth/checks.ts";
import { dkimGaps } from "../auth/dkim-gaps.ts";
import type { Resolver } from "../auth/resolver.ts";
import type { Sha256 } from "../base/brand.ts";
import { limits } from "../base/limits.ts";
import type { Problem } from "../base/problem.ts";
import type { ClaimsRecord, LocationRecord, MessageRecord } from "../case/record.ts";
import { headerOddities } from "../mail/header-oddities.ts";
import { withLateFields } from "../mail/late-fields.ts";
import { lineSha256 } from "../mail/line-form.ts";
import { plausibleFroms } from "../mail/plausible-froms.ts";
import { wasReceived } from "../mail/received.ts";
import { hasBorder, readTrace, type TrustBorder } from "../mail/trace.ts";
import { readViews, type Views } from "../mail/views/read-views.ts";
import type { RawMessage } from "../ports/mailbox.ts";
import type { RuleDesk } from "../rules/rule-desk.ts";
import { answeredIds } from "../signals/answered-ids.ts";
import { answersElsewhere } from "../signals/answers-elsewhere.ts";
import { attachedFiles } from "../signals/attached-files.ts";
import { calendarMethod } from "../signals/calendar-method.ts";
import { claimProblems, readClaims } from "../signals/claims.ts";
import { describeContent, isAttachment, shownText } from "../signals/content.ts";
import { hasInvisibleText, hasLookAlikeWords } from "../signals/disguised-text.ts";
import { hasEfailShape } from "../signals/efail.ts";
import { fileFlags } from "../signals/files.ts";
import { findLinkHosts } from "../signals/link-hosts.ts";
import { hasLookAlikeDomain } from "../signals/look-alike-domains.ts";
import { readPiece } from "../signals/piece.ts";
import { printsOf } from "../signals/prints.ts";
import { cutLabels, marksOf } from "../signals/read-state.ts";
import { nameSearch } from "../signals/reader-names.ts";
import { receiptLoads } from "../signals/receipts.ts";
import { readRecipients, recipientProblems } from "../signals/recipients.ts";
import { sentReceipt } from "../signals/sent-receipt.ts";
import type { TokenFinder } from "../signals/tokens.ts";
import { askRules, type GivenKnowledge } from "./ask-rules.ts";
import { readLetterhead } from "./letterhead.ts";
import { readOutward } from "./outward.ts";
import { recordLoads } from "./record-loads.ts";
import { statusOf, storedProblems } from "./record-problems.ts";
import { readTexts } from "./texts.ts";

export interface Analysed {
  readonly record: MessageRecord;
  /** The location with the marks that the message itself keeps. */
  readonly location: LocationRecord;
  /** As `BatchItem.lineSha256`. */
  readonly lineSha256: Sha256 | null;
}

export interface AnalysisContext {
  /** The owner's known addresses. */
  readonly owners: readonly string[];
  /** Of the owner's own mail servers. */
  readonly border?: TrustBorder;
  /** Of a DNS snapshot; without one nothing is checked again. */
  readonly resolver?: Resolver;
  readonly finder: TokenFinder;
  /** Rules that are asked of each message; null or absent for none. */
  readonly desk?: RuleDesk | null;
  /** Lists, dates and signatures of the user's for them. */
  readonly given?: GivenKnowledge;
}

/** Cost: linear in the message; every loop is bounded by `limits`. */
export function analyse(raw: RawMessage, context: AnalysisContext): Analysed {
  return describe(raw, readViews(raw.bytes), context);
}

/** The facts of a message whose bytes were read. `views`: of `raw.bytes`. */
export function describe(raw: RawMessage, views: Views, context: AnalysisContext): Analysed {
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
  const recipients = readRecipients(letter, context.border);
  const readers = readersOf(recipients.known, context.owners);
  const { loads: receipts, problems: receiptProblems } = receiptLoads(
    letter,
    readers,
    context.finder,
    views.flags.includes("bare-cr"),
  );
  problems.push(...answersElsewhere(letter, claims, receipts));
  const outward = readOutward({ views, fidelity: raw.fidelity, letter, claims });
  const loads = recordLoads([...texts.documents, ...outward.documents], {
    receipts,
    addresses: readers,
    finder: context.finder,
    senders: [...claims.from.map(({ address }) => address), claims.returnPath],
    // A list's own name stands where a reader's would.
    names: nameSearch(claims.listId === "" ? [...recipients.to, ...recipients.cc] : []),
  });
  problems.push(...outward.problems, ...loads.problems, ...receiptProblems, ...claimProblems(letter, froms));
  const marked = cutLabels([...raw.location.marks, ...marksOf(message)]);
  problems.push(...marked.problems);
  const auth = readAuthentication(message);
  problems.push(...auth.problems);
  const checked = context.resolver === undefined ? null : checksOf(message, context);
  problems.push(...(checked?.problems ?? []));
  const letterhead = readLetterhead(letter);
  const answers = answeredIds(letter);
  const receipt = sentReceipt(message);
  const method = calendarMethod(message);
  const readings = texts.documents
    .filter(({ kind, view }) => kind === "html" && view === "")
    .map(({ reading }) => reading);
  const linked = findLinkHosts(readings, texts.plain);
  problems.push(...linked.problems);
  const content = describeContent({
    message,
    readings,
    plainTexts: texts.plain,
    linkHosts: linked.hosts,
    claims,
    recipients: readers,
  });
  const flags = [
    ...views.flags,
    ...texts.flags,
    ...outward.flags,
    ...subjectFlags(letterhead.subject),
    ...fileFlags(views.objects),
    ...(hasEfailShape(views.bodies) ? ["efail-shape"] : []),
    ...(hasLookAlikeDomain({ senders: senderAddresses(claims), readers, hosts: linked.hosts })
      ? ["confusable-domain"]
      : []),
  ];
  const files = message.entities.filter(isAttachment);
  const { attached, problems: fileProblems } = attachedFiles(message, files, raw.bytes.length === raw.size);
  problems.push(...fileProblems);
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
    ...letterhead,
    to: recipients.to,
    cc: recipients.cc,
    deliveredTo: recipients.deliveredTo,
    ...(recipients.deliveredBelow.length === 0 ? {} : { deliveredBelow: recipients.deliveredBelow }),
    claims,
    ...(answers === undefined ? {} : { answers }),
    ...(receipt === undefined ? {} : { receipt }),
    ...(method === undefined ? {} : { calendarMethod: method }),
    ...(wasReceived(letter) ? { received: true as const } : {}),
    auth: auth.results,
    ...(checked === null ? {} : { checks: checked.checks }),
    loads: loads.kept,
    loadCount: loads.count,
    content,
    print: printsOf({
      message,
      markup: texts.markup,
      shown: shownText(readings, texts.plain),
      files,
    }),
    ...(attached.length === 0 ? {} : { attached }),
    rules: null,
  };
  const desk = context.desk ?? null;
  const rules =
    desk === null || desk.isEmpty
      ? null
      : askRules(desk, {
          mail: { message, bodies: views.bodies, readings: texts.readings, texts: texts.decoded },
          record,
          owners: context.owners,
          servers: context.border?.names ?? [],
          given: context.given,
        });
  return {
    record: { ...record, rules },
    location: { ...raw.location, marks: marked.marks },
    lineSha256: lineSha256Of(raw),
  };
}

/** Null for a message of which only the beginning is here. */
export function lineSha256Of({ bytes, size }: Pick<RawMessage, "bytes" | "size">): Sha256 | null {
  return bytes.length === size ? lineSha256(bytes) : null;
}

/** The owners are among the readers that are searched for, however many a message has; the others in the order they matter. */
function readersOf(known: readonly string[], owners: readonly string[]): readonly string[] {
  const addresses = owners.filter((owner) => !owner.startsWith("@") && !known.includes(owner));
  const room = Math.max(limits.tokenReadersMax / 2, limits.tokenReadersMax - addresses.length);
  return [...new Set([...known.slice(0, room), ...addresses])];
}

/** All that the mail claims to be from, or asks to answer. */
function senderAddresses({ from, otherFroms, sender, replyTo, returnPath }: ClaimsRecord): readonly string[] {
  const named = [...from, ...otherFroms, ...(sender === null ? [] : [sender]), ...replyTo];
  return [...named.map(({ address }) => address), returnPath].filter((address) => address !== "");
}

/** Of a text of one line that a reader sees first. */
function subjectFlags(subject: string): readonly string[] {
  return [
    ...(hasInvisibleText([subject]) ? ["invisible-text"] : []),
    ...(hasLookAlikeWords([subject]) ? ["mixed-script-word"] : []),
  ];
}

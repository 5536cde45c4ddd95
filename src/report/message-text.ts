/**
 * One message in full on a terminal (`show ID`): who, when, where it lies, how it was judged and why, what it loads.
 *
 * URLs are dead text (`hxxp`, `[.]`) and nothing of the mail reaches the terminal raw. Lists are cut, with their count.
 */
import { deliveredHere } from "../case/delivered-here.ts";
import type { Finding, Judgement } from "../case/judgement.ts";
import type {
  AddressRecord,
  AuthCheckRecord,
  AuthResultRecord,
  LoadRecord,
  LocationRecord,
  MessageRecord,
} from "../case/record.ts";
import type { StoredMessage } from "../ports/store.ts";
import { commandLine, type Invocation } from "./command-line.ts";
import { defangHost, defangUrl } from "./defang.ts";
import { block, bullet, firstOf, labelled, quoted } from "./detail-text.ts";
import { judgedLoads, ownClassReasons, tokenDetail, visibilityWords } from "./judged-loads.ts";
import {
  classMeaning,
  fidelityWords,
  firesWords,
  joinedIntoWords,
  joinedWords,
  mailboxOf,
  markWords,
  pieceWords,
  statusWords,
  tokenMeaning,
  verdictMeaning,
  viewWords,
} from "./labels.ts";
import type { MarkedUrl } from "./marked-url.ts";
import type { ComparedCopy, ProofView, RuleFiles } from "./model.ts";
import { type Oddity, odditiesOf } from "./oddity-words.ts";
import { againWords, otherWords, proofSentence } from "./proof-words.ts";
import { clientWords, vectorWords } from "./vector-words.ts";
import { bytesOf, dayOf, minuteOf, withCommas } from "./wording.ts";

const ADDRESSES_MAX = 20;
const LOADS_MAX = 40;
const FINDINGS_MAX = 40;
const LOCATIONS_MAX = 20;
const ODDITIES_MAX = 20;
const SPANS_MAX = 8;
/** A sentence that may name a domain. */
const CHECK_CHARS_MAX = 400;

/** `proofs`: of this message's loads. Ends with a line end. */
export function messageText(
  stored: StoredMessage,
  proofs: readonly ProofView[] = [],
  ruleFiles: RuleFiles = new Map(),
  invocation: Invocation = {},
): string {
  const { record, judgement } = stored;
  const loads = judgedLoads(stored);
  return `${[
    ...headLines(stored),
    ...labelled("Part of", quoted(joinedIntoWords(stored))),
    ...block(
      "Judged",
      judgement === null ? [`  not yet: run ${commandLine("scan PATH…", invocation)} again`] : judgedLines(judgement),
    ),
    ...block(
      "Why",
      firstOf(judgement?.findings ?? [], FINDINGS_MAX, (finding) => findingLines(finding, ruleFiles)),
    ),
    ...block(
      loadsHeading(record, loads),
      firstOf(loads, LOADS_MAX, (load, index) => [...loadLines(load), ...proofLines(proofs, index, load)]),
    ),
    ...block("What the sender claims", claimLines(record)),
    ...block(
      "What receiving servers noted (only the topmost can be your own)",
      firstOf(record.auth, ADDRESSES_MAX, authLines),
    ),
    ...block("What was checked again, by a DNS snapshot", firstOf(record.checks ?? [], ADDRESSES_MAX, checkLines)),
    ...block("Where it lies", firstOf(stored.locations, LOCATIONS_MAX, locationLines)),
    ...block("What is odd about it", firstOf(odditiesOf(record), ODDITIES_MAX, oddityLines)),
  ].join("\n")}\n`;
}

function headLines(stored: StoredMessage): string[] {
  const { record } = stored;
  const seen = record.dateFrom === "received" ? " (as the receiving server noted)" : "";
  return [
    ...labelled("Message", quoted(record.sha256, 64)),
    ...labelled("Subject", record.subject === "" ? "(none)" : quoted(record.subject)),
    ...labelled("From", addresses(record.claims.from)),
    ...labelled("May show", addresses(record.claims.otherFroms.map(({ address }) => ({ name: "", address })))),
    ...labelled("To", addresses(record.to)),
    ...labelled("Cc", addresses(record.cc)),
    ...labelled(
      "Delivered",
      deliveredHere(record)
        .slice(0, ADDRESSES_MAX)
        .map((address) => quoted(address, 120))
        .join(", "),
    ),
    ...labelled("Date", minuteOf(record.date) + seen),
    ...labelled("Read", `${bytesOf(record.size)}, ${statusWords(record.status)}${fidelityWords(record)}`),
    ...labelled("Same as", sameAs(stored)),
    ...labelled("Piece", quoted(pieceWords(record.piece), 200)),
    ...labelled("Begins", record.content.preview === "" ? "" : `“${quoted(record.content.preview)}”`),
  ];
}

/** Its copies with other line ends, which have hashes of their own. */
function sameAs({ secondCopies = [] }: StoredMessage): string {
  const shown = secondCopies.slice(0, ADDRESSES_MAX).map(({ sha256 }) => sha256);
  return shown.length === 0 ? "" : `${shown.join(", ")}, the same message with other line ends`;
}

function addresses(mailboxes: readonly AddressRecord[]): string {
  const left = mailboxes.length - ADDRESSES_MAX;
  const shown = mailboxes.slice(0, ADDRESSES_MAX).map((mailbox) => quoted(mailboxOf(mailbox), 120));
  return [...shown, ...(left > 0 ? [`and ${withCommas(left)} more`] : [])].join(", ");
}

function judgedLines(judgement: Judgement): string[] {
  return [
    ...bullet(verdictMeaning(judgement.verdict, judgement.targeting, judgement.trackingClass)),
    ...bullet(classMeaning(judgement.trackingClass)),
    ...firstOf(ownClassReasons(judgement), FINDINGS_MAX, (reason) => bullet(quoted(reason), 2)),
    ...(judgement.campaign === null ? [] : bullet(`part of campaign ${quoted(judgement.campaign, 40)}`)),
    ...(judgement.service === "" ? [] : bullet(`sent through ${quoted(judgement.service, 80)}`)),
  ];
}

function findingLines(finding: Finding, ruleFiles: RuleFiles): string[] {
  const file = ruleFiles.get(finding.rule);
  const rule = file === undefined ? finding.rule : `${finding.rule} of ${file}`;
  const techniques = finding.techniques.length === 0 ? "" : `, ATT&CK ${finding.techniques.slice(0, 8).join(", ")}`;
  return [
    ...bullet(`${quoted(finding.title)} (${finding.severity})`),
    ...firstOf(finding.reasons, FINDINGS_MAX, (reason) => bullet(quoted(reason), 2)),
    ...firstOf(finding.undetermined, FINDINGS_MAX, (reason) => bullet(`Not decided: ${quoted(reason)}`, 2)),
    ...bullet(quoted(`rule ${rule}${techniques}${spansOf(finding.spans)}`), 2),
  ];
}

function spansOf(spans: Finding["spans"]): string {
  if (spans.length === 0) return "";
  const shown = spans.slice(0, SPANS_MAX).map(({ start, end }) => `${start}–${end}`);
  return `, bytes ${shown.join(", ")}${spans.length > SPANS_MAX ? " and more" : ""}`;
}

function loadsHeading(record: MessageRecord, loads: readonly LoadRecord[]): string {
  const kept = record.loadCount > loads.length ? `, ${withCommas(loads.length)} of them kept` : "";
  return `What it loads (${withCommas(record.loadCount)}${kept})`;
}

function loadLines(load: LoadRecord): string[] {
  const { token } = load;
  const value = token.value === "" ? "" : ` “${quoted(token.value, 120)}”`;
  const detail = token.detail === "" ? "" : ` (${quoted(tokenDetail(token), 160)})`;
  return [
    ...bullet(
      `${vectorWords(load.vector)} (${quoted(load.vector, 12)}), ${firesWords(load.fires)}, from ${shownHost(load)}`,
    ),
    ...bullet(quoted(defangUrl(load.resolved === "" ? load.url : load.resolved), 600), 2),
    ...(load.resolved === "" || load.resolved === load.url
      ? []
      : bullet(`written as ${quoted(defangUrl(load.url), 300)}`, 2)),
    ...bullet(quoted(visibilityWords(load), 240), 2),
    ...clientLines(load),
    ...bullet(
      token.kind === "none" ? tokenMeaning(token) : `${token.kind} token${value}${detail}: ${tokenMeaning(token)}`,
      2,
    ),
    ...(load.view === "" ? [] : bullet(quoted(viewWords(load.view), 200), 2)),
    ...bullet(`bytes ${load.span.start}–${load.span.end}`, 2),
  ];
}

/** The copies one above the other, what differs between »« so that it is seen without colour. */
function proofLines(proofs: readonly ProofView[], index: number, { fires }: LoadRecord): string[] {
  const proof = proofs.find(({ load }) => load === index);
  if (proof === undefined) return [];
  const { role, reader, here, other, again } = proof;
  const copy = (words: string, { sha256, date, reader: whose, url }: ComparedCopy) => [
    `          ${words} ${whose === "" ? "another reader" : quoted(whose, 80)}, ${dayOf(date)}, message ${sha256.slice(0, 12)}:`,
    `            ${markedText(url)}`,
  ];
  return [
    ...bullet(proofSentence(proof, fires, quoted(reader, 80)), 2),
    "          this message:",
    `            ${markedText(here)}`,
    ...(other === null ? [] : copy(otherWords(role), other)),
    ...(again === null ? [] : copy(againWords(role), { ...again, reader })),
  ];
}

function markedText({ before, value, after }: MarkedUrl): string {
  const marked = value === "" ? "" : `»${quoted(value, 200)}«`;
  return `${quoted(before, 200)}${marked}${quoted(after, 100)}`;
}

function clientLines({ vector }: LoadRecord): string[] {
  const words = clientWords(vector);
  return words === "" ? [] : bullet(words, 2);
}

function shownHost(load: LoadRecord): string {
  return load.host === "" ? "no host" : quoted(defangHost(load.host), 160);
}

function claimLines({ claims, messageId }: MessageRecord): string[] {
  const items: readonly (readonly [label: string, value: string])[] = [
    ["sender", claims.sender === null ? "" : mailboxOf(claims.sender)],
    ["replies to", claims.replyTo.slice(0, ADDRESSES_MAX).map(mailboxOf).join(", ")],
    ["bounces to", claims.returnPath],
    ["signed by", claims.dkimDomains.slice(0, ADDRESSES_MAX).join(", ")],
    ["list", claims.listId],
    ["unsubscribe", claims.listUnsubscribe.slice(0, ADDRESSES_MAX).map(defangUrl).join(", ")],
    ["program", claims.mailer],
    ["message id", messageId],
  ];
  return items.flatMap(([label, value]) => (value === "" ? [] : bullet(`${label}: ${quoted(value)}`)));
}

function authLines(result: AuthResultRecord): string[] {
  const about = result.domain === "" ? "" : ` for ${result.domain}`;
  const by = result.authservId === "" ? "" : `, says ${result.authservId}`;
  return bullet(quoted(`${result.method} ${result.result}${about}${by}${result.position === 0 ? " (topmost)" : ""}`));
}

function checkLines({ kind, outcome, domain, why }: AuthCheckRecord): string[] {
  const about = domain === "" ? "" : ` for ${domain}`;
  return bullet(quoted(`${kind} ${outcome}${about}: ${why}`, CHECK_CHARS_MAX));
}

function locationLines(location: LocationRecord): string[] {
  const joined = joinedWords(location.path);
  const end = location.offset + location.length;
  const place = joined === null ? `${quoted(location.path)}, bytes ${location.offset}–${end}` : quoted(joined);
  const folder = location.folder === "" ? "" : `, folder ${quoted(location.folder, 120)}`;
  const marks = location.marks.map(markWords).filter((words) => words !== "");
  return bullet(
    `${place}${folder}${marks.length === 0 ? ", no flags" : `, ${marks.map((words) => quoted(words, 160)).join(", ")}`}`,
  );
}

function oddityLines({ words, codes, spans }: Oddity): string[] {
  return [...bullet(quoted(`it ${words}`, 160)), ...bullet(quoted(`${codes.join(", ")}${spansOf(spans)}`, 240), 2)];
}

/** The evidence of the report: each message with its findings, loads, claims, authentication and places. All of it text. */

import type { Sha256 } from "../base/brand.ts";
import type { Span } from "../base/span.ts";
import { deliveredHere } from "../case/delivered-here.ts";
import type { Finding } from "../case/judgement.ts";
import type { AddressRecord, AuthResultRecord, LoadRecord, LocationRecord, MessageRecord } from "../case/record.ts";
import type { SecondCopy, StoredMessage } from "../ports/store.ts";
import { defangText } from "./defang.ts";
import { cutHtml, type Html, html, joined } from "./html.ts";
import { cappedList, chip, code, deadUrl, definitions, given, givenOrNone, moreOf, table } from "./html-blocks.ts";
import { judgedLoads, ownClassReasons, tokenDetail, tokenStrength, visibilityWords } from "./judged-loads.ts";
import {
  classMeaning,
  fidelityWords,
  firesWords,
  joinedWords,
  mailboxOf,
  markWords,
  pieceWords,
  statusWords,
  tokenMeaning,
  viewWords,
} from "./labels.ts";
import type { MarkedUrl } from "./marked-url.ts";
import type { ComparedCopy, ProofView, RuleFiles } from "./model.ts";
import { odditiesOf } from "./oddity-words.ts";
import type { PageLinks } from "./page-links.ts";
import { againWords, otherWords, proofSentence } from "./proof-words.ts";
import { clientWords, vectorWords } from "./vector-words.ts";
import { bytesOf, capitalised, dayOf, minuteOf, withCommas } from "./wording.ts";

const ADDRESSES_MAX = 12;
const FINDINGS_MAX = 12;
const REASONS_MAX = 8;
const SPANS_MAX = 8;
const LOADS_MAX = 12;
const AUTH_MAX = 12;
const LOCATIONS_MAX = 8;
const ODDITIES_MAX = 12;

export interface MessagePlace {
  /** Among the messages of the page, from 0. */
  readonly index: number;
  readonly links: PageLinks;
  /** Shown unfolded. */
  readonly open: boolean;
  readonly ruleFiles?: RuleFiles | undefined;
}

/** `proofs`: of this message's loads. */
export function messageHtml(
  stored: StoredMessage,
  proofs: readonly ProofView[],
  { index, links, open, ruleFiles }: MessagePlace,
): Html {
  const { record, judgement } = stored;
  return html`<details class="message ${judgement?.verdict ?? "clear"}" id="message-${index + 1}"${open ? html` open` : null}>
<summary><time>${dayOf(record.date)}</time> <span class="subject">${record.subject === "" ? "(no subject)" : given(record.subject, 120)}</span> ${judgement === null ? null : chip(judgement.verdict)} <span class="to">to ${recipients(record)}</span></summary>
<div class="evidence">
${judgement === null ? null : html`<p class="class">${capitalised(classMeaning(judgement.trackingClass))}.</p>${cappedList(ownClassReasons(judgement), REASONS_MAX, (reason) => given(reason, 400), "reasons")}`}
${findings(judgement?.findings ?? [], ruleFiles)}
${loads(stored, proofs)}
${facts(stored, links)}
${authentication(record.auth)}
${locations(stored.locations)}
</div></details>
`;
}

function recipients(record: MessageRecord): Html {
  const first = deliveredHere(record)[0] ?? record.to[0]?.address ?? record.cc[0]?.address ?? "";
  return first === "" ? html`unknown` : given(first, 80);
}

function findings(all: readonly Finding[], files: RuleFiles | undefined): Html | null {
  if (all.length === 0) return null;
  return html`<h3>Findings</h3>${cappedList(all, FINDINGS_MAX, (finding) => findingHtml(finding, files), "findings")}`;
}

function findingHtml(finding: Finding, files: RuleFiles | undefined): Html {
  const file = files?.get(finding.rule);
  const techniques = finding.techniques.slice(0, 8).map((id) => code(id, 20));
  return html`<p><strong>${given(finding.title, 200)}</strong> <span class="severity">${finding.severity}</span></p>
${cappedList(finding.reasons, REASONS_MAX, (reason) => given(reason, 400), "reasons")}${cappedList(finding.undetermined, REASONS_MAX, (reason) => html`<em>Not decided:</em> ${given(reason, 300)}`, "reasons")}
<p class="small">Rule ${code(finding.rule, 80)}${file === undefined ? null : html` of ${code(file, 200)}`}${spans(finding.spans)}${techniques.length === 0 ? null : html`, ATT&amp;CK ${joined(techniques, " ")}`}</p>`;
}

function spans(all: readonly Span[]): Html | null {
  if (all.length === 0) return null;
  return html`, bytes ${joined(all.slice(0, SPANS_MAX).map(spanHtml), ", ")}${all.length > SPANS_MAX ? ` ${moreOf(all.length - SPANS_MAX)}` : ""}`;
}

function spanHtml({ start, end }: Span): Html {
  return html`<span class="span">${withCommas(start)}–${withCommas(end)}</span>`;
}

/** Loads with the strongest tokens first: those are what the reader came for. */
function loads(stored: StoredMessage, proofs: readonly ProofView[]): Html | null {
  const kept = judgedLoads(stored);
  if (kept.length === 0) return null;
  const shown = kept
    .map((load, index) => ({ load, index }))
    .sort((a, b) => tokenStrength(b.load.token) - tokenStrength(a.load.token) || a.index - b.index)
    .slice(0, LOADS_MAX);
  const left = stored.record.loadCount - shown.length;
  return html`<h3>What it loads</h3><ul class="loads">${shown.map(
    ({ load, index }) =>
      html`<li>${loadHtml(load)}${proofHtml(
        proofs.find((proof) => proof.load === index),
        load,
      )}</li>`,
  )}${left > 0 ? html`<li class="more">${moreOf(left)}</li>` : null}</ul>`;
}

function loadHtml(load: LoadRecord): Html {
  const { token } = load;
  return html`<p><strong>${capitalised(vectorWords(load.vector))}</strong> ${load.hidden ? html`<span class="severity">hidden</span>` : null} <span class="small">${code(load.vector, 12)}, ${firesWords(load.fires)}, bytes ${spanHtml(load.span)}</span></p>
<p>${deadUrl(load.resolved === "" ? load.url : load.resolved)}</p><p class="small">${given(capitalised(visibilityWords(load)), 240)}${load.view === "" ? null : html`. ${given(capitalised(viewWords(load.view)), 200)}.`}${clientHtml(load)}</p>
<p class="token ${token.kind}">${token.kind === "none" ? capitalised(tokenMeaning(token)) : html`<span class="kind">${token.kind}</span> ${code(token.value, 160)} ${capitalised(tokenMeaning(token))}.${token.detail === "" ? null : html` ${given(capitalised(tokenDetail(token)), 200)}.`}`}</p>`;
}

/** The copies one above the other, what differs marked. */
function proofHtml(proof: ProofView | undefined, { fires }: LoadRecord): Html | null {
  if (proof === undefined) return null;
  const { role, reader, here, other, again } = proof;
  const copy = (words: string, { sha256, date, reader: whose, url }: ComparedCopy) =>
    html`<div><dt>${words} ${whose === "" ? "another reader" : given(whose, 80)}, <time>${dayOf(date)}</time>, ${code(sha256.slice(0, 12), 12)}</dt><dd>${markedHtml(url)}</dd></div>`;
  return html`<div class="proof"><p>${given(proofSentence(proof, fires, reader), 500)}</p><dl><div><dt>this message</dt><dd>${markedHtml(here)}</dd></div>${other === null ? null : copy(otherWords(role), other)}${again === null ? null : copy(againWords(role), { ...again, reader })}</dl></div>`;
}

function markedHtml({ before, value, after }: MarkedUrl): Html {
  const dead = (text: string, max: number) => cutHtml(defangText(text), max);
  return html`<code class="url">${dead(before, 200)}${value === "" ? null : html`<mark>${dead(value, 200)}</mark>`}${dead(after, 100)}</code>`;
}

/** In which kinds of program it fires; null where nothing is known. */
function clientHtml({ vector }: LoadRecord): Html | null {
  const words = clientWords(vector);
  return words === "" ? null : html`<br>${capitalised(words)}.`;
}

function facts({ record, judgement, secondCopies = [], joinedInto = [] }: StoredMessage, links: PageLinks): Html {
  const { claims, content } = record;
  return html`<h3>The message</h3>${definitions([
    ["Subject", givenOrNone(record.subject)],
    ["From", mailboxes(claims.from)],
    ["Some clients show", mailboxes(claims.otherFroms.map(({ address }) => ({ name: "", address })))],
    ["Sender", claims.sender === null ? null : given(mailboxOf(claims.sender), 160)],
    ["Replies go to", mailboxes(claims.replyTo)],
    ["Bounces go to", givenOrNone(claims.returnPath, 160)],
    ["To", mailboxes(record.to)],
    ["Cc", mailboxes(record.cc)],
    ["Delivered to", givenOrNone(deliveredHere(record).slice(0, ADDRESSES_MAX).join(", "))],
    [
      "Date",
      html`<time>${minuteOf(record.date)}</time>${record.dateFrom === "received" ? " (as a receiving server noted)" : ""}`,
    ],
    ["Signed by (DKIM)", givenOrNone(claims.dkimDomains.slice(0, ADDRESSES_MAX).join(", "), 200)],
    ["List", givenOrNone(claims.listId, 160)],
    ["Mail program", givenOrNone(claims.mailer, 160)],
    ["Mail service", givenOrNone(judgement?.service ?? "", 80)],
    ["Begins", content.preview === "" ? null : html`“${given(content.preview, 220)}”`],
    ["Campaign", judgement?.campaign == null ? null : links.campaign(judgement.campaign, code(judgement.campaign, 40))],
    ["Read", html`${bytesOf(record.size)}, ${statusWords(record.status)}${fidelityWords(record)}`],
    ["Piece", givenOrNone(pieceWords(record.piece), 200)],
    ["Part of", joinedInto.length === 0 ? null : messagesOf(joinedInto, links)],
    ["Odd about it", oddityList(record)],
    ["Message-ID", record.messageId === "" ? null : code(record.messageId, 200)],
    ["SHA-256", code(record.sha256, 64)],
    ["With other line ends", secondCopies.length === 0 ? null : hashes(secondCopies)],
  ])}`;
}

function messagesOf(all: readonly Sha256[], links: PageLinks): Html {
  return joined(
    all.slice(0, ADDRESSES_MAX).map((sha256) => links.message(sha256, code(sha256.slice(0, 12), 12))),
    ", ",
  );
}

function hashes(copies: readonly SecondCopy[]): Html {
  return joined(
    copies.slice(0, ADDRESSES_MAX).map(({ sha256 }) => code(sha256, 64)),
    ", ",
  );
}

/** What is odd about a message, each thing once, with its codes; null for nothing. */
export function oddityList(record: MessageRecord): Html | null {
  const oddities = odditiesOf(record);
  if (oddities.length === 0) return null;
  const left = oddities.length - ODDITIES_MAX;
  return html`<ul class="plain">${oddities
    .slice(0, ODDITIES_MAX)
    .map(
      ({ words, codes }) => html`<li>It ${words}. <span class="small">${code(codes.join(", "), 160)}</span></li>`,
    )}${left > 0 ? html`<li class="more">${moreOf(left)}</li>` : null}</ul>`;
}

function mailboxes(all: readonly AddressRecord[]): Html | null {
  if (all.length === 0) return null;
  const left = all.length - ADDRESSES_MAX;
  return html`${joined(
    all.slice(0, ADDRESSES_MAX).map((mailbox) => given(mailboxOf(mailbox), 120)),
    ", ",
  )}${left > 0 ? `, ${moreOf(left)}` : ""}`;
}

function authentication(results: readonly AuthResultRecord[]): Html {
  if (results.length === 0)
    return html`<h3>Authentication</h3><p class="small">No receiving server noted a result.</p>`;
  const rows = results
    .slice(0, AUTH_MAX)
    .map(
      ({ method, result, domain, authservId, position }) =>
        html`<tr><th scope="row">${given(method, 30)}</th><td>${given(result, 30)}</td><td>${given(domain, 100)}</td><td>${given(authservId, 100)}${position === 0 ? "" : ", further down"}</td></tr>`,
    );
  const left = results.length - rows.length;
  return html`${table("Authentication, as receiving servers noted it", ["check", "result", "for", "said by"], rows)}<p class="small">Only the topmost note can be your own server's; a sender can forge the others.${left > 0 ? ` ${capitalised(moreOf(left))}.` : ""}</p>`;
}

export function locations(all: readonly LocationRecord[]): Html | null {
  if (all.length === 0) return null;
  return html`<h3>Where it lies</h3>${cappedList(all, LOCATIONS_MAX, locationHtml)}`;
}

export function locationHtml({ path, offset, length, folder, marks }: LocationRecord): Html {
  const joined = joinedWords(path);
  const place =
    joined === null
      ? html`${code(path, 300)}, bytes ${spanHtml({ start: offset, end: offset + length })}`
      : given(joined, 300);
  const words = marks
    .map(markWords)
    .filter((said) => said !== "")
    .join(", ");
  return html`${place}${folder === "" ? null : html`, folder ${given(folder, 120)}`}${words === "" ? ", no flags" : html`, ${given(words, 160)}`}`;
}

/** The public record in the report: statements side by side, each accusation with the denials that answer it, whose words they are, how sure. */
import { type LedgerDocument, NAME_WITHHELD, type RecordedStatement } from "../case/ledger.ts";
import type { ClaimedNames, LedgerView, MatterEntry, MatterView } from "../case/ledger-view.ts";
import type { Invocation } from "./command-line.ts";
import { MARKS } from "./document-text.ts";
import { type Html, html } from "./html.ts";
import { cappedList, fitting, given, leftHtml, moreOf, typed } from "./html-blocks.ts";
import { accusedFirst, apart, conflictWords, DENIALS_MAX, originOf, orMore, unansweredWords } from "./ledger-text.ts";
import {
  confidenceShown,
  kindNoun,
  placeShown,
  quantityShown,
  statementSentence,
  whenSaid,
} from "./statement-words.ts";
import { capitalised, counted, dayOf } from "./wording.ts";

/** Of each of the two parts; the rest is counted. */
const MATTERS_MAX = 60;
const MATTERS_BYTES_MAX = 150_000;
const LISTED_MAX = 30;
const QUOTE_COLUMNS = 700;

/** `leftOut`: documents that may not be handed on so far. */
export function recordHtml(view: LedgerView, leftOut = 0, invocation: Invocation = {}): Html {
  const { own, shipped } = apart(view);
  const none = own.documents.length === 0 && own.matters.length === 0;
  return html`<p>${SIDE_BY_SIDE}${view.documents.some(hasWithheld) ? ` ${NAMES_WITHHELD}` : ""}</p>
${leftOut === 0 ? null : html`<p class="note">${capitalised(counted(leftOut, "document"))} whose traffic light forbids handing it on so far ${leftOut === 1 ? "is" : "are"} left out: ${typed("report --tlp LIGHT", invocation)}</p>`}
<h3>From your documents</h3>
${none ? html`<p class="note">None is kept. ${typed("intel add FILE", invocation)} keeps one.</p>` : partHtml(own, invocation)}
${shipped.documents.length === 0 ? null : html`<h3>What comes with Letterlock</h3>${partHtml(shipped, invocation)}`}
${view.names.length === 0 ? null : html`<h3>Names of groups</h3><p>Each source has its own names. Whether two of them mean the same people, nobody here decides.</p>${cappedList(view.names, LISTED_MAX, namesHtml, "reasons")}`}`;
}

const SIDE_BY_SIDE =
  "Statements stand beside each other and are never merged: an accusation is an accusation, a sanction an administrative act, a denial part of the record. Nothing here says that this mailbox was a target.";

const NAMES_WITHHELD = `Quotes are verbatim but for names of persons: where one stood, or may have stood, it reads ${NAME_WITHHELD}. The document has it.`;

function hasWithheld({ statements, title }: LedgerDocument): boolean {
  return [title, ...statements.map(({ assertion }) => assertion.quote.text)].some((text) =>
    text.includes(NAME_WITHHELD),
  );
}

function partHtml(part: ReturnType<typeof apart>["own"], invocation: Invocation): Html {
  const { documents, matters, looseDenials, others, saidNoMore } = part;
  const ordered = accusedFirst(matters);
  const written = (one: MatterView): Html => matterHtml(one, invocation);
  const room = ordered.slice(0, fitting(ordered, MATTERS_MAX, MATTERS_BYTES_MAX, written));
  const shown = matters.filter((one) => room.includes(one));
  const left = matters.length - shown.length;
  return html`${cappedList(documents, LISTED_MAX, documentHtml, "plain documents")}${shown.map(written)}${
    left > 0 ? leftHtml(left, "intel list", invocation) : null
  }${listedHtml("Denials that no accusation of this record was found for", looseDenials)}${listedHtml("Advice and policy", others)}${listedHtml("Said in an earlier revision, and no more in the newest", saidNoMore)}`;
}

function documentHtml(document: LedgerView["documents"][number]): Html {
  const { title, publisher, date, tlp, revision, statements, sha256 } = document;
  const told = [
    date === null ? "no date" : dayOf(date),
    ...(publisher === "" ? [] : [publisher]),
    ...(tlp === "" ? [] : [tlp]),
    ...(revision === 1 ? [] : [`revision ${revision}`]),
    counted(statements.length, "statement"),
  ];
  return html`${given(title, 160)} <span class="small">${given(told.join(", "), 240)}, SHA-256 <code>${sha256.slice(0, 16)}…</code></span>`;
}

function listedHtml(title: string, statements: readonly RecordedStatement[]): Html | null {
  return statements.length === 0
    ? null
    : html`<h4>${title}</h4>${cappedList(statements, LISTED_MAX, (one) => html`<div class="said">${statementHtml(one)}</div>`, "plain")}`;
}

function matterHtml({ entries, conflicts }: MatterView, invocation: Invocation): Html {
  return html`<div class="matter">${entries.map((entry) => entryHtml(entry, invocation))}${
    conflicts.length === 0
      ? null
      : html`<h4>Where they do not agree</h4>${cappedList(conflicts, LISTED_MAX, (one) => given(conflictWords(one, entries), 500), "reasons")}`
  }</div>
`;
}

/** Accusation | denial; what accuses nobody has the row to itself. */
function entryHtml(entry: MatterEntry, invocation: Invocation): Html {
  const { statement, why, isAccusation, denials } = entry;
  const tie = why === "" ? null : html`<p class="small">Stands here: ${given(why, 300)}.</p>`;
  const said = html`<div class="said">${statementHtml(statement)}${tie}</div>`;
  if (!isAccusation) return html`<div class="entry-row">${said}</div>`;
  const answers =
    denials.length === 0
      ? html`<p class="unanswered">${capitalised(unansweredWords(entry))}.</p>`
      : denials
          .slice(0, DENIALS_MAX)
          .map(
            ({ denial, why: reason }) =>
              html`<div class="denial">${statementHtml(denial)}<p class="small">Put beside it, since ${given(reason, 300)}.</p></div>`,
          );
  const more = denials.length - DENIALS_MAX;
  const left =
    more > 0
      ? html`<p class="note">${capitalised(`${orMore(denials.length)}${moreOf(more)}`)}: ${typed("intel list --kind denial", invocation)}</p>`
      : null;
  return html`<div class="entry-row paired">${said}<div class="answers">${answers}${left}</div></div>`;
}

function statementHtml(statement: RecordedStatement): Html {
  const { assertion, document, isVerbatim, mark } = statement;
  const { kind, quote, confidence, quantities } = assertion;
  const when = whenSaid(assertion, document.date);
  const sure = confidenceShown(confidence);
  const origin = originOf(statement);
  const beside = [
    origin === "" ? `${document.title}, ${placeShown(quote)}` : origin,
    ...(document.tlp === "" ? [] : [document.tlp]),
    ...(mark === "" ? [] : [MARKS[mark]]),
    ...(document.origin === "shipped" ? ["comes with Letterlock"] : []),
  ];
  return html`<p class="head"><span class="chip">${kindNoun(kind)}</span> <time>${given(when === "" ? "no date" : when, 120)}</time></p>
<p class="who">${given(statementSentence(assertion), 400)}${sure === "" ? null : html` <span class="sure">${given(sure, 160)}</span>`}</p>
${isVerbatim ? html`<blockquote>${given(quote.text, QUOTE_COLUMNS)}</blockquote>` : html`<p class="told">${given(quote.text, QUOTE_COLUMNS)}</p>`}${
  quantities.length === 0
    ? null
    : html`<p class="small">Counts ${given(quantities.map(quantityShown).join("; "), 300)}.</p>`
}<p class="small">${given(beside.join(" · "), 400)}</p>`;
}

function namesHtml({ claims }: ClaimedNames): Html {
  return html`${claims.map(
    ({ by, name, aliases, source }, index) =>
      html`${index === 0 ? "" : "; "}${given(by, 80)} calls it <b>${given(name, 80)}</b>${aliases.length === 0 ? null : html`, also ${given(aliases.join(", "), 300)}`}${source === "" ? null : html` <span class="small">(${given(source, 120)})</span>`}`,
  )}`;
}

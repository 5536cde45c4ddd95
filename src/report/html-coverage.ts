/** What the report rests on: commercial tracking for comparison, what was read, what was not. */
import type { Coverage, NotCovered, SourceCoverage } from "../case/answer.ts";
import type { StoredMessage } from "../ports/store.ts";
import { commercialSentence, notCoveredParts } from "./answer-words.ts";
import { type Html, html } from "./html.ts";
import { code, emptyState, fitting, given, moreOf, table } from "./html-blocks.ts";
import { locationHtml, oddityList } from "./html-messages.ts";
import { statusWords } from "./labels.ts";
import type { ReportModel, ServiceCount } from "./model.ts";
import { bytesOf, capitalised, dayOf, messagesCounted, periodOf, withCommas } from "./wording.ts";

/** Bytes of each of the lists here; a page has room for all of them together. */
const LIST_BYTES_MAX = 200_000;
const ROWS_MAX = 200;

export function commercialHtml({ answer, services }: ReportModel): Html {
  if (answer.classes.commercial === 0)
    return emptyState("No commercial tracking", "No message carries the tracking of a known mail service.");
  const shown = fitting(services, 60, LIST_BYTES_MAX, serviceRow);
  const head = ["service", "senders", "messages"];
  return html`<p>${commercialSentence(answer)}</p><p>Newsletters, shops and platforms count who opens what. That is tracking, and worth switching off, but it is not aimed at the people of this case, so it stands apart.</p>${
    services.length === 0
      ? null
      : table("Commercial tracking by service", head, services.slice(0, shown).map(serviceRow), [1, 2])
  }${leftNote(services.length - shown)}`;
}

function serviceRow({ name, senders, messages }: ServiceCount): Html {
  return html`<tr><th scope="row">${given(name, 100)}</th><td class="n">${withCommas(senders)}</td><td class="n">${withCommas(messages)}</td></tr>`;
}

export function coverageHtml({ answer: { coverage }, incomplete = [] }: ReportModel): Html {
  return html`${unfinished(coverage)}${arithmetic(coverage)}${sources(coverage)}${incompleteHtml(coverage, incomplete)}${notCovered(coverage.notCovered)}`;
}

function unfinished({ unfinishedSources: n }: Coverage): Html | null {
  if (n === 0) return null;
  const which = n === 1 ? "One source is" : `${withCommas(n)} sources are`;
  return html`<p class="alarm">${which} not read to the end. These numbers are of what was read so far.</p>`;
}

/** Nothing is lost silently: the numbers are shown so that a reader can add them up. */
function arithmetic(coverage: Coverage): Html {
  const { messages, ok, partial, unparseable, duplicates, bytes } = coverage;
  const parts = ok + partial + unparseable;
  const period = periodOf(coverage.first, coverage.last);
  const wrong =
    parts === messages
      ? null
      : html`<p class="alarm">These numbers do not add up (${withCommas(parts)} against ${withCommas(messages)}): a fault of this program. Please report it.</p>`;
  const further =
    duplicates > 0
      ? ` ${capitalised(messagesCounted(duplicates))} more ${duplicates === 1 ? "is a copy" : "are copies"} of these in other places.`
      : "";
  const joined =
    coverage.joined > 0
      ? ` Besides, ${messagesCounted(coverage.joined)} ${coverage.joined === 1 ? "was" : "were"} put together from pieces among these and judged like any other; what was put together is not counted as found.`
      : "";
  return html`<p class="sum"><span class="term"><b>${withCommas(messages)}</b> found</span> <span class="op">=</span> <span class="term"><b>${withCommas(ok)}</b> read whole</span> <span class="op">+</span> <span class="term"><b>${withCommas(partial)}</b> read partly</span> <span class="op">+</span> <span class="term"><b>${withCommas(unparseable)}</b> not readable</span></p>${wrong}<p>${bytesOf(bytes)} of distinct mail${period === "" ? ", none of it dated" : html`, dated <time>${given(period, 60)}</time>`}.${further}${joined}</p>`;
}

function sources({ sources: all }: Coverage): Html {
  if (all.length === 0) return emptyState("No source", "No mail file or folder was read.");
  const shown = fitting(all, ROWS_MAX, LIST_BYTES_MAX, sourceRow);
  return html`${table("Sources that were read", ["path", "kind", "messages"], all.slice(0, shown).map(sourceRow), [2])}${leftNote(all.length - shown)}`;
}

function sourceRow({ path, kind, messages }: SourceCoverage): Html {
  return html`<tr><th scope="row">${code(path)}</th><td>${given(kind, 40)}</td><td class="n">${withCommas(messages)}</td></tr>`;
}

function incompleteHtml({ partial, unparseable }: Coverage, all: readonly StoredMessage[]): Html | null {
  if (partial + unparseable === 0) return null;
  const shown = fitting(all, ROWS_MAX, LIST_BYTES_MAX, incompleteRow);
  const left = Math.max(all.length, partial + unparseable) - shown;
  return html`<h3>Read partly or not at all</h3><p>A limit or damage stopped the reading; what came before it was searched. Such a message is a reason to look, not a finding.</p>${
    shown === 0 ? null : html`<ul class="plain incomplete">${all.slice(0, shown).map(incompleteRow)}</ul>`
  }${leftNote(left)}`;
}

function incompleteRow({ record, locations }: StoredMessage): Html {
  const place = locations[0];
  return html`<li>${code(record.sha256.slice(0, 12))} <time>${dayOf(record.date)}</time> ${record.subject === "" ? "(no subject)" : given(record.subject, 100)}: ${statusWords(record.status)}${place === undefined ? null : html`<br>${locationHtml(place)}`}${oddityList(record)}</li>`;
}

function notCovered(all: readonly NotCovered[]): Html {
  const shown = fitting(all, ROWS_MAX, LIST_BYTES_MAX, notCoveredRow);
  const standing = html`<li>Mail deleted before this copy was made, other accounts, phones and chats: no copy of mail shows them.</li>`;
  return html`<h3>Not covered</h3><ul class="plain">${all.slice(0, shown).map(notCoveredRow)}${standing}</ul>${leftNote(all.length - shown)}`;
}

function notCoveredRow(item: NotCovered): Html {
  const { path, text } = notCoveredParts(item);
  return html`<li>${path === null ? null : html`${code(path)} `}${given(text, 500)} <span class="small">${code(item.code, 60)}</span></li>`;
}

function leftNote(left: number): Html | null {
  return left > 0 ? html`<p class="note">${capitalised(moreOf(left))}.</p>` : null;
}

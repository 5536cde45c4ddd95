/** What the report rests on: what was read, what was not. */
import type { Coverage, NotCovered, SourceCoverage } from "../case/answer.ts";
import type { StoredMessage } from "../ports/store.ts";
import { notCoveredParts, secondCopiesCounted } from "./answer-words.ts";
import { type Html, html } from "./html.ts";
import { code, emptyState, fitting, given, moreOf, table } from "./html-blocks.ts";
import { locationHtml, oddityList } from "./html-messages.ts";
import { statusWords } from "./labels.ts";
import type { ReportModel } from "./model.ts";
import { ruleGapSentences } from "./rule-words.ts";
import { bytesOf, capitalised, dayOf, messagesCounted, periodOf, withCommas } from "./wording.ts";

/** Bytes of each of the lists here; a page has room for all of them together. */
const LIST_BYTES_MAX = 200_000;
const ROWS_MAX = 200;

export function coverageHtml({ answer: { coverage }, incomplete = [] }: ReportModel): Html {
  return html`${unfinished(coverage)}${arithmetic(coverage)}${sources(coverage)}${incompleteHtml(coverage, incomplete)}${notCovered(coverage.notCovered)}${ruleGaps(coverage)}`;
}

function ruleGaps(coverage: Coverage): Html | null {
  const sentences = ruleGapSentences(coverage);
  if (sentences.length === 0) return null;
  return html`<h3>Rules that were not asked or not decided</h3><ul class="plain">${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
}

function unfinished({ unfinishedSources: n }: Coverage): Html | null {
  if (n === 0) return null;
  const which = n === 1 ? "One source is" : `${withCommas(n)} sources are`;
  return html`<p class="alarm">${which} not read to the end. These numbers are of what was read so far.</p>`;
}

/** Nothing is lost silently: the numbers are shown so that a reader can add them up. */
function arithmetic(coverage: Coverage): Html {
  const { messages, ok, partial, unparseable, secondCopies, duplicates, bytes } = coverage;
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
  const copies =
    secondCopies > 0 ? ` Of the messages found, ${secondCopiesCounted(secondCopies)}: below they count once.` : "";
  const joined =
    coverage.joined > 0
      ? ` Besides, ${messagesCounted(coverage.joined)} ${coverage.joined === 1 ? "was" : "were"} put together from pieces among these and judged like any other; what was put together is not counted as found.`
      : "";
  return html`<p class="sum"><span class="term"><b>${withCommas(messages)}</b> found</span> <span class="op">=</span> <span class="term"><b>${withCommas(ok)}</b> read whole</span> <span class="op">+</span> <span class="term"><b>${withCommas(partial)}</b> read partly</span> <span class="op">+</span> <span class="term"><b>${withCommas(unparseable)}</b> not readable</span></p>${wrong}<p>${bytesOf(bytes)} of distinct mail${period === "" ? ", none of it dated" : html`, dated <time>${given(period, 60)}</time>`}.${further}${copies}${joined}</p>`;
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
  // A row stands for its second copies too; what was put together is not among what was found.
  const rows = all.slice(0, shown).reduce((sum, row) => sum + foundIn(row), 0);
  const left = Math.max(all.length - shown, partial + unparseable - rows);
  return html`<h3>Read partly or not at all</h3><p>A limit or damage stopped the reading; what came before it was searched. Such a message is a reason to look, not a finding.</p>${
    shown === 0 ? null : html`<ul class="plain incomplete">${all.slice(0, shown).map(incompleteRow)}</ul>`
  }${leftNote(left)}`;
}

function foundIn({ record, secondCopies = [] }: StoredMessage): number {
  return record.fidelity === "joined" ? 0 : 1 + secondCopies.length;
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

/** Advice in the report: first actions as a numbered list, official and own advice visibly apart, and what is not known. */
import type { AdviceEntryJson, AdviceForJson } from "./advice-json.ts";
import { becauseWords, minutesWords, NO_FAULT, sourceWords } from "./advice-words.ts";
import { type Html, html } from "./html.ts";
import { cappedList, given } from "./html-blocks.ts";
import type { ReportModel } from "./model.ts";

const FIRST_MAX = 5;
const FURTHER_MAX = 24;
const UNKNOWN_MAX = 8;
const ACTION_COLUMNS = 600;

/** For the whole organisation: what to do, for its IT what is more, and what the chosen share. */
export function organisationHtml({ advice = [], shared = [] }: ReportModel): Html {
  const organisation = advice.find(({ audience }) => audience === "organisation");
  const it = advice.find(({ audience }) => audience === "it");
  const isFound = advice.some(({ person }) => person !== null);
  return html`${isFound ? html`<p class="nofault">${NO_FAULT}</p>` : null}
${organisation === undefined ? null : html`<h3>First, in this order</h3>${adviceHtml(organisation)}`}
${it === undefined || !isFound ? null : html`<h3>For the IT team</h3>${adviceHtml(beside(it, organisation))}`}
${shared.length === 0 ? null : html`<h3>What the chosen share</h3>${cappedList(shared, 12, (line) => given(line, 400), "reasons")}`}`;
}

/** Without what was told to the organisation already; its own first actions stand whole, in their order. */
function beside(it: AdviceForJson, organisation: AdviceForJson | undefined): AdviceForJson {
  if (organisation === undefined) return it;
  const told = new Set([...organisation.first, ...organisation.further].map(({ action }) => action));
  return {
    ...it,
    further: it.further.filter(({ action }) => !told.has(action)),
    unknown: it.unknown.filter((sentence) => !organisation.unknown.includes(sentence)),
  };
}

/** Numbered first actions, the rest by whose advice it is, and what the advice does not know. */
export function adviceHtml(advice: AdviceForJson): Html {
  return html`${firstHtml(advice)}${furtherHtml(advice)}`;
}

export function firstHtml({ first }: AdviceForJson): Html {
  return html`<ol class="actions">${first.slice(0, FIRST_MAX).map((entry) => html`<li>${entryHtml(entry)}</li>`)}</ol>
`;
}

export function furtherHtml({ further, unknown }: AdviceForJson): Html {
  const official = further.filter(isOfficial);
  const own = further.filter((entry) => !isOfficial(entry));
  return html`${official.length === 0 ? null : html`<h4>Then, what others advise</h4>${cappedList(official, FURTHER_MAX, entryHtml, "plain advice")}`}
${own.length === 0 ? null : html`<h4>Then, our own advice</h4>${cappedList(own, FURTHER_MAX, entryHtml, "plain advice")}`}
${unknown.length === 0 ? null : html`<h4>What this advice does not know</h4>${cappedList(unknown, UNKNOWN_MAX, (line) => given(line, 300), "reasons")}`}`;
}

function isOfficial({ kind }: AdviceEntryJson): boolean {
  return kind === "official";
}

function entryHtml(entry: AdviceEntryJson): Html {
  const minutes = minutesWords(entry);
  const whose = isOfficial(entry) ? "official" : "own";
  return html`<div class="entry ${whose}"><p>${given(entry.action, ACTION_COLUMNS)}${minutes === "" ? null : html` <span class="minutes">${minutes}</span>`}</p><p class="small">${given(sourceWords(entry), 400)}${given(becauseWords(entry.because), 300)}</p></div>`;
}

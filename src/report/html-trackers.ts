/** Who tracks the mailbox: a row for each tracker with its years as bars, commercial ones apart. */
import { commercialSentence } from "./answer-words.ts";
import type { Invocation } from "./command-line.ts";
import { defangHost } from "./defang.ts";
import { type Html, html } from "./html.ts";
import { code, emptyState, fitting, given, leftHtml, table } from "./html-blocks.ts";
import type { ReportModel, Tracker } from "./model.ts";
import { learns, parted, yearsOf } from "./tracker-words.ts";
import { counted, messagesCounted, periodOfInstants, withCommas } from "./wording.ts";

/** Rows and bytes of each of the two tables. */
const ROWS_MAX = 60;
const BYTES_MAX = 200_000;
const YEARS_MAX = 15;
const BAR_WIDTH = 9;
const BAR_STEP = 12;
const BAR_HEIGHT = 22;
const NAME_COLUMNS = 100;

export function trackersHtml({ answer, trackers, invocation }: ReportModel): Html {
  if (trackers.length === 0) {
    return emptyState("No tracker", "No load that fires when this mail is opened was found to tell its readers apart.");
  }
  const { unexplained, commercial } = parted(trackers);
  const years = yearsOf(trackers, YEARS_MAX);
  const page = { years, invocation };
  const commercialText =
    commercial.length === 0
      ? html`<p>No message carries the tracking of a known mail service or a steady sender.</p>`
      : html`<p>${commercialSentence(answer)} Newsletters, shops and platforms count who opens what. That is tracking, and worth switching off, but it is not aimed at the people of this case, so it stands apart.</p>`;
  return html`${rows("Not commercial: no known mail service explains it", unexplained, page)}${commercialText}${rows("Commercial tracking", commercial, page)}`;
}

interface Page {
  readonly years: readonly number[];
  readonly invocation: Invocation | undefined;
}

function rows(caption: string, trackers: readonly Tracker[], { years, invocation }: Page): Html | null {
  if (trackers.length === 0) return null;
  const shown = fitting(trackers, ROWS_MAX, BYTES_MAX, (tracker) => row(tracker, years));
  const left = trackers.length - shown;
  const span = years.length === 0 ? "by year" : `${years[0]} to ${years.at(-1)}`;
  const head = ["who", "messages", "readers", span, "what an opening tells it"];
  return html`<div class="stack">${table(
    caption,
    head,
    trackers.slice(0, shown).map((tracker) => row(tracker, years)),
    [1, 2],
  )}</div>${left > 0 ? leftHtml(left, "loads", invocation) : null}`;
}

function row(tracker: Tracker, years: readonly number[]): Html {
  const { name, isService, trackingClass, messages, senders, readers, first, last, hosts } = tracker;
  const period = periodOfInstants(first, last);
  const covert = trackingClass === "covert" ? html` <span class="chip hostile">covert</span>` : null;
  const host = hosts[0] === undefined || hosts[0] === name ? "" : `, asked as ${defangHost(hosts[0])}`;
  const detail = `${counted(senders, "sender")}${period === "" ? "" : `, ${period}`}${host}`;
  return html`<tr><th scope="row">${isService ? given(name, NAME_COLUMNS) : code(defangHost(name), NAME_COLUMNS)}${covert}<br><span class="small">${given(detail, 200)}</span></th><td class="n" data-of="messages">${withCommas(messages)}</td><td class="n" data-of="readers">${withCommas(readers)}</td><td>${bars(tracker, years)}</td><td class="whole">${given(learns(tracker), 400)}</td></tr>`;
}

/** One bar a year, on the tracker's own scale; a year without mail keeps its place. */
function bars({ years: own, trackingClass }: Tracker, years: readonly number[]): Html | null {
  if (years.length === 0) return null;
  const of = new Map(own.map(({ year, messages }) => [year, messages]));
  const most = Math.max(1, ...own.map(({ messages }) => messages));
  const width = years.length * BAR_STEP;
  const kind = { commercial: "commercial", covert: "hostile", unexplained: "suspicious", none: "commercial" }[
    trackingClass
  ];
  const words = own.map(({ year, messages }) => `${year}: ${messagesCounted(messages)}`).join(", ");
  return html`<svg class="bars" viewBox="0 0 ${width} ${BAR_HEIGHT + 1}" width="${width}" height="${BAR_HEIGHT + 1}" role="img" aria-label="${words === "" ? "no dated mail" : words}">${years.map(
    (year, index) => {
      const messages = of.get(year) ?? 0;
      const height = messages === 0 ? 1 : Math.max(3, Math.round((messages / most) * BAR_HEIGHT));
      const name = messages === 0 ? "gap" : kind;
      return html`<g><title>${year}: ${messagesCounted(messages)}</title><rect class="${name}" x="${index * BAR_STEP}" y="${BAR_HEIGHT - height}" width="${BAR_WIDTH}" height="${height}"/></g>`;
    },
  )}</svg>`;
}

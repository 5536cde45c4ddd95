/** Pieces that every section of the report is made of. Strings of a case enter through `given` and its kin. */
import type { Verdict } from "../case/judgement.ts";
import { commandLine, type Invocation } from "./command-line.ts";
import { defangText, defangUrl } from "./defang.ts";
import { cutHtml, type Html, html, htmlBytes } from "./html.ts";
import { capitalised, withCommas } from "./wording.ts";

/** Columns of one piece of mail text, unless a place has room for more. */
const GIVEN_COLUMNS = 300;

/** Mail text: dead, visible, and kept from turning the text around it (HM-106). */
export function given(text: string, max = GIVEN_COLUMNS): Html {
  return html`<bdi>${cutHtml(defangText(text), max)}</bdi>`;
}

/** A value of mail as code: host, token, id, path. */
export function code(text: string, max = GIVEN_COLUMNS): Html {
  return html`<code>${cutHtml(defangText(text), max)}</code>`;
}

export function deadUrl(url: string, max = 400): Html {
  return html`<code class="url">${cutHtml(defangUrl(url), max)}</code>`;
}

/** An instant or a day as `<time>`; `text` is our own. */
export function time(text: string): Html {
  return html`<time>${text}</time>`;
}

export function chip(verdict: Verdict): Html {
  return html`<span class="chip ${verdict}">${verdict}</span>`;
}

/** Terms and values; rows without a value are left out. */
export function definitions(rows: readonly (readonly [term: string, value: Html | null])[]): Html {
  return html`<dl>${rows.flatMap(([term, value]) => (value === null ? [] : [html`<div><dt>${term}</dt><dd>${value}</dd></div>`]))}</dl>`;
}

/** `null` for an empty string, so that `definitions` leaves the row out. */
export function givenOrNone(text: string, max?: number): Html | null {
  return text === "" ? null : given(text, max);
}

/** A list of at most `max` items, and how many more there are. */
export function cappedList<T>(
  items: readonly T[],
  max: number,
  render: (item: T) => Html,
  list = "plain",
): Html | null {
  if (items.length === 0) return null;
  const left = items.length - max;
  return html`<ul class="${list}">${items.slice(0, max).map((item) => html`<li>${render(item)}</li>`)}${
    left > 0 ? html`<li class="more">${moreOf(left)}</li>` : null
  }</ul>`;
}

/** A command to type. */
export function typed(words: string, invocation: Invocation | undefined): Html {
  return html`<code>${commandLine(words, invocation)}</code>`;
}

/** That more were left out, and what lists them. */
export function leftHtml(left: number, words: string, invocation: Invocation | undefined): Html {
  return html`<p class="note">${capitalised(moreOf(left))}: ${typed(words, invocation)}</p>`;
}

/** `and 3 more`. */
export function moreOf(left: number): string {
  return `and ${withCommas(left)} more`;
}

/**
 * How many of the first items fit into `bytesMax` when rendered, at most `max`. Deterministic: it renders them and counts.
 */
export function fitting<T>(
  items: readonly T[],
  max: number,
  bytesMax: number,
  render: (item: T, index: number) => Html,
): number {
  let bytes = 0;
  for (const [index, item] of items.slice(0, max).entries()) {
    bytes += htmlBytes(render(item, index));
    if (bytes > bytesMax) return index;
  }
  return Math.min(items.length, max);
}

export interface Section {
  readonly id: string;
  readonly title: string;
  /** One or two sentences beside the title: what this section is for. */
  readonly aside: string;
  readonly body: Html;
}

export function sectionHtml({ id, title, aside, body }: Section, number: number): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title">
<header class="rail"><p class="number" aria-hidden="true">${String(number)}</p><h2 id="${id}-title">${title}</h2><p class="aside">${aside}</p></header>
<div class="body">${body}</div>
</section>
`;
}

/** A designed emptiness: says what would stand here, and that nothing does. */
export function emptyState(title: string, text: string): Html {
  return html`<div class="empty"><p class="empty-title">${title}</p><p>${text}</p></div>`;
}

/** A table that scrolls by itself where a narrow screen has no room for it. */
export function table(
  caption: string | Html,
  head: readonly string[],
  rows: readonly Html[],
  numeric: readonly number[] = [],
): Html {
  const cells = head.map(
    (name, index) => html`<th scope="col"${numeric.includes(index) ? html` class="n"` : null}>${name}</th>`,
  );
  return html`<div class="scroll"><table><caption>${caption}</caption><thead><tr>${cells}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

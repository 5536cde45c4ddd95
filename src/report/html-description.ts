/** A campaign of the report beside what a document describes: a table of what it says, its words, and what this campaign shows. */
import type { Description, TraitFit } from "../case/hunting-profile.ts";
import { figuresOf, fitWords, gradeWords, NO_ATTRIBUTION, othersWords } from "./description-words.ts";
import { type Html, html } from "./html.ts";
import { given, moreOf, table } from "./html-blocks.ts";
import { capitalised } from "./wording.ts";

/** Descriptions and rows that a campaign's part of the page has room for. */
const DESCRIPTIONS_MAX = 3;
const TRAITS_MAX = 24;
const QUOTE_COLUMNS = 160;

/** What does not fit, or could not be compared, is told in one line without its table. */
export function descriptionsHtml(descriptions: readonly Description[] | undefined): Html | null {
  if (descriptions === undefined || descriptions.length === 0) return null;
  const left = descriptions.length - DESCRIPTIONS_MAX;
  return html`<section class="descriptions"><h4>Beside what was published in words</h4>
${descriptions.slice(0, DESCRIPTIONS_MAX).map(descriptionHtml)}${left > 0 ? html`<p class="more">${capitalised(moreOf(left))}.</p>` : null}
<p class="small">${NO_ATTRIBUTION}</p></section>
`;
}

function descriptionHtml(one: Description): Html {
  const others = othersWords(one);
  const head = html`<p><strong>${given(one.source, 120)}: ${gradeWords(one.grade)}.</strong> <span class="soft">${capitalised(figuresOf(one))}${others === "" ? "" : `; ${others}`}.</span></p>`;
  if (one.grade === "untold" || one.grade === "not") return head;
  const order: readonly TraitFit[] = ["fits", "contradicts", "cannot-tell"];
  const sorted = one.traits.toSorted((x, y) => order.indexOf(x.fit) - order.indexOf(y.fit));
  const rows = sorted.slice(0, TRAITS_MAX).map(({ trait: { says, quote }, why, ...compared }, at) => {
    const before = sorted[at - 1]?.trait.quote;
    const isSame = before !== undefined && before.start === quote.start && before.end === quote.end;
    const words = isSame ? html`<span class="soft">the same words</span>` : html`“${given(quote.text, QUOTE_COLUMNS)}”`;
    return html`<tr><th scope="row">${given(says, 160)}</th><td>${words}</td><td>${fitWords(compared)}</td><td>${given(why, 240)}</td></tr>`;
  });
  const left = one.traits.length - rows.length;
  return html`${head}<details><summary>What it says, and what this campaign shows</summary>${table("What the document says of the mail it describes, beside this campaign", ["it says that", "its words", "here", "what this campaign shows"], rows)}${left > 0 ? html`<p class="more">${capitalised(moreOf(left))}.</p>` : null}</details>`;
}

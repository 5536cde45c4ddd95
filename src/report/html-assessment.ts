/** The assessment of a campaign in the report: explanations with their words on a scale, the table of evidence, what would change it. */
import { SCALE } from "../assessment/scale.ts";
import type { AssessmentJson } from "./assessment-json.ts";
import { scaleSentence } from "./assessment-text.ts";
import { defangText } from "./defang.ts";
import { type Html, html, joined } from "./html.ts";
import { cappedList, given, table } from "./html-blocks.ts";
import { capitalised } from "./wording.ts";

const SENTENCE_COLUMNS = 400;
const AGAINST_MAX = 5;

type Explained = AssessmentJson["explanations"][number];

/** `place`: of the campaign on the page, from 0; the anchor is `assessment-1`. */
export function assessmentHtml(assessment: AssessmentJson, place: number): Html {
  const { explanations, evidence, enough, reasons, attribution } = assessment;
  return html`<section class="assessment" id="assessment-${place + 1}"><h4>What else could it be?</h4>
<p class="conclusion">${conclusion(assessment)}</p>
${cappedList(reasons, 6, (reason) => given(reason, SENTENCE_COLUMNS), "reasons")}${attribution.sentence === null ? null : html`<p><strong>Attribution:</strong> ${given(attribution.sentence, SENTENCE_COLUMNS)}.</p>`}
<ul class="explanations">${explanations.map((one, column) => html`<li>${explanationHtml(one, column, assessment)}</li>`)}</ul>
${enough ? html`<p class="small">The words: ${scaleSentence()}</p>` : null}
${evidence.length === 0 ? null : matrix(assessment)}
${linchpins(assessment)}
<details><summary>What would change it</summary>${explanations.map((one) => html`<h5>${given(capitalised(one.short), 60)}</h5>${cappedList(one.wouldChange, 4, (line) => given(line, SENTENCE_COLUMNS), "reasons")}`)}</details>
${evidence.length === 0 ? null : html`<details class="data"><summary>The reason for each mark of the table</summary>${evidence.map((item) => reasonsOf(item, explanations))}</details>`}
</section>
`;
}

function conclusion({ explanations, enough, confidence }: AssessmentJson): Html {
  const [first] = explanations;
  if (!enough) return html`<strong>Not enough to tell.</strong>`;
  if (first?.words == null || (first.from ?? 0) <= 50) {
    return html`<strong>No explanation stands out.</strong> Confidence in this: ${given(confidence, 20)}.`;
  }
  return html`<strong>${given(capitalised(first.words), 40)}:</strong> ${given(first.title, 200)}. <span class="soft">Confidence in this: ${given(confidence, 20)}.</span>`;
}

function explanationHtml(one: Explained, column: number, { evidence, enough }: AssessmentJson): Html {
  const against = evidence.flatMap(({ cells }) => {
    const cell = cells[column];
    return cell === undefined || cell.against === 0 ? [] : [cell];
  });
  const names =
    one.groups.length === 0
      ? null
      : html` (${joined(
          one.groups.slice(0, 5).map((name) => given(name, 80)),
          ", ",
        )})`;
  const left = against.length - AGAINST_MAX;
  const told = against
    .toSorted((a, b) => b.against - a.against)
    .slice(0, AGAINST_MAX)
    .map(({ why }) => given(why, 200));
  return html`<div class="estimate">${scaleBar(one)}<p class="words">${one.words === null ? "not estimated" : given(one.words, 40)}</p></div><div><p><strong>${given(capitalised(one.title), 200)}</strong>${names}</p>
<p class="small">${one.words === null && enough ? html`${given(capitalised(one.notEstimated), 200)}. ` : null}${told.length === 0 ? "Nothing that was seen speaks against it." : html`Against it: ${joined(told, "; ")}${left > 0 ? `; and ${left} more` : ""}.`}</p></div>`;
}

const BAR_WIDTH = 150;
const BAR_HEIGHT = 12;

/** The whole scale as a track, its seven ranges, and the range of this one filled. */
function scaleBar({ words, from, to }: Explained): Html {
  const x = (percent: number) => Math.round(percent * BAR_WIDTH) / 100;
  const ranges = SCALE.map(
    (range) =>
      html`<rect class="range" x="${x(range.from)}" y="2" width="${x(range.to - range.from)}" height="${BAR_HEIGHT - 4}"/>`,
  );
  const own =
    words === null || from === null || to === null
      ? null
      : html`<rect class="here" x="${x(from)}" y="0" width="${x(Math.max(2, to - from))}" height="${BAR_HEIGHT}" rx="2"/>`;
  const label = words === null ? "not estimated" : `${from} to ${to} of 100`;
  return html`<svg class="bar" viewBox="0 0 ${BAR_WIDTH} ${BAR_HEIGHT}" width="${BAR_WIDTH}" height="${BAR_HEIGHT}" role="img" aria-label="${label}">${ranges}${own}</svg>`;
}

/** `+` fits, `·` says nothing, `−` speaks against: one stroke somewhat, two clearly, three strongly. */
function matrix({ explanations, evidence }: AssessmentJson): Html {
  const rows = evidence.map(
    ({ sentence, weakBecause, cells }) =>
      html`<tr><th scope="row">${given(capitalised(sentence), SENTENCE_COLUMNS)}${weakBecause === null ? null : html` <span class="small">Weak: ${given(weakBecause, 200)}.</span>`}</th>${explanations.map(({ short }, column) => html`<td class="mark ${markName(cells[column])}" data-of="${name(short)}">${mark(cells[column])}</td>`)}</tr>`,
  );
  return html`<div class="matrix stack">${table(
    html`What was seen, and how it stands to each explanation: + fits, · says nothing, − speaks against (<span class="mark">−−</span> clearly, <span class="mark">−−−</span> strongly). What fits all of them counts for nothing.`,
    ["what was seen", ...explanations.map(({ short }) => name(short))],
    rows,
  )}</div>`;
}

function name(short: string): string {
  return defangText(short).slice(0, 40);
}

type ItemCell = AssessmentJson["evidence"][number]["cells"][number];

function mark(cell: ItemCell | undefined): string {
  if (cell === undefined) return "";
  if (cell.against > 0) return "−".repeat(Math.min(3, cell.against));
  return cell.fit === "consistent" ? "+" : "·";
}

function markName(cell: ItemCell | undefined): string {
  if (cell === undefined || (cell.against === 0 && cell.fit !== "consistent")) return "none";
  return cell.against > 0 ? "against" : "fits";
}

function linchpins({ linchpins: ids, evidence }: AssessmentJson): Html | null {
  const pins = evidence.filter(({ id }) => ids.includes(id));
  if (pins.length === 0) return null;
  return html`<p class="small"><strong>It hangs on:</strong> ${joined(
    pins.map(({ sentence }) => given(sentence, 200)),
    "; ",
  )}. Without one of these the first explanation would get a weaker word, or another would lead.</p>`;
}

function reasonsOf({ sentence, cells }: AssessmentJson["evidence"][number], explanations: readonly Explained[]): Html {
  return html`<h5>${given(capitalised(sentence), SENTENCE_COLUMNS)}</h5><ul class="reasons">${explanations.map((one, column) => html`<li>${given(one.short, 60)} <b class="mark ${markName(cells[column])}">${mark(cells[column])}</b> ${given(cells[column]?.why ?? "", 240)}</li>`)}</ul>`;
}

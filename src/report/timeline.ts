/**
 * The timeline: mail by month as inline SVG, without script, style attribute or reference.
 *
 * What matters stands in front on its own scale; commercial tracking has a second, muted panel with another scale, so that
 * thousands of newsletters do not drown seventeen mails. Months without any mail stay visible: silence there proves
 * nothing. Drawn twice, for wide and for narrow pages; the same numbers follow as a table. Up to twenty years by month,
 * longer by year.
 */
import type { Campaign } from "../case/judgement.ts";
import type { MonthCount } from "../ports/store.ts";
import { type CampaignSpan, campaignSpans } from "./campaign-spans.ts";
import { displayWidth } from "./display-width.ts";
import { cutHtml, type Html, html } from "./html.ts";
import { table } from "./html-blocks.ts";
import { type TimeBin, type TimeBins, timeBins } from "./time-bins.ts";
import { counted, messagesCounted, withCommas } from "./wording.ts";

const FRONT_HEIGHT = 190;
/** Of a front panel with nothing in it. */
const QUIET_HEIGHT = 84;
const BACK_HEIGHT = 56;
const TOP = 16;
const YEARS_HEIGHT = 26;
const ROW_HEIGHT = 20;
const GAP = 30;
const STRIP_HEIGHT = 6;
/** Between a campaign's stretch and its label, whose letters are this wide at most on the average. */
const LABEL_GAP = 8;
const LETTER_WIDTH = 6.6;
const LABEL_CHARS_MAX = 64;
/** A campaign's id. */
const LABEL_CHARS_MIN = 10;

interface Frame {
  readonly name: "wide" | "narrow";
  readonly width: number;
  readonly left: number;
  readonly right: number;
}

const FRAMES: readonly Frame[] = [
  { name: "wide", width: 920, left: 40, right: 8 },
  { name: "narrow", width: 360, left: 34, right: 4 },
];

export interface TimelineInput {
  readonly months: readonly MonthCount[];
  readonly campaigns: readonly Campaign[];
  /** ISO 8601: months after it are taken for wrong dates. */
  readonly until: string;
}

/** A figure with legend, pictures and table; a sentence when no message has a usable date. */
export function timeline(input: TimelineInput): Html {
  const bins = timeBins(input.months, input.until);
  if (bins.bins.length === 0) return html`<p class="note">No message has a date that can be drawn.</p>${outside(bins)}`;
  const spans = campaignSpans(input.campaigns, bins);
  return html`<figure class="timeline">${legend(bins)}${FRAMES.map((frame) => picture(frame, bins, spans))}
<figcaption>Messages by ${bins.unit}, after the date each message states, in UTC. The two panels have different scales.</figcaption></figure>
${outside(bins)}<details class="data"><summary>The same as a table</summary>${binTable(bins)}</details>`;
}

function legend({ unit }: TimeBins): Html {
  return html`<ul class="legend"><li><span class="key hostile"></span>hostile</li><li><span class="key suspicious"></span>suspicious</li><li><span class="key commercial"></span>commercial tracking, own scale</li><li><span class="key gap"></span>${unit} without any mail</li></ul>`;
}

function outside({ outside: { messages, serious } }: TimeBins): Html | null {
  if (messages === 0) return null;
  const strong = serious > 0 ? ` ${counted(serious, "is", "are")} suspicious or hostile: see the evidence.` : "";
  return html`<p class="note">${messagesCounted(messages)} with an impossible date ${messages === 1 ? "is" : "are"} not drawn.${strong}</p>`;
}

function picture(frame: Frame, bins: TimeBins, spans: readonly CampaignSpan[]): Html {
  const plot = plotOf(frame, bins, spans.length);
  const title = `timeline-${frame.name}-title`;
  return html`<svg class="${frame.name}" viewBox="0 0 ${frame.width} ${plot.height}" role="img" aria-labelledby="${title} ${title}-desc" preserveAspectRatio="xMidYMid meet">
<title id="${title}">Messages over time</title><desc id="${title}-desc">${description(bins)}</desc>
${yearGrid(plot)}${frontPanel(plot)}${spanRows(plot, spans)}${backPanel(plot)}${strip(plot)}
</svg>`;
}

function description({ bins, unit }: TimeBins): string {
  const serious = bins.filter(({ hostile, suspicious }) => hostile + suspicious > 0);
  const total = serious.reduce((sum, { hostile, suspicious }) => sum + hostile + suspicious, 0);
  const range = `${bins[0]?.label} to ${bins.at(-1)?.label}`;
  if (total === 0) return `${range}: no suspicious or hostile message in any ${unit}.`;
  const peak = serious.reduce((most, bin) =>
    bin.hostile + bin.suspicious > most.hostile + most.suspicious ? bin : most,
  );
  return `${range}: ${counted(total, "suspicious or hostile message")} in ${counted(serious.length, unit)}, most in ${peak.label} (${withCommas(peak.hostile + peak.suspicious)}).`;
}

/** Where things go. `x` of bin `i` starts at `left + i * step`. */
interface Plot {
  readonly frame: Frame;
  readonly bins: TimeBins;
  readonly step: number;
  readonly barWidth: number;
  readonly frontHeight: number;
  readonly frontBase: number;
  readonly rowsTop: number;
  readonly backBase: number;
  readonly stripTop: number;
  readonly height: number;
}

function plotOf(frame: Frame, bins: TimeBins, rows: number): Plot {
  const step = (frame.width - frame.left - frame.right) / bins.bins.length;
  const quiet = bins.bins.every(({ hostile, suspicious }) => hostile + suspicious === 0);
  const frontHeight = quiet ? QUIET_HEIGHT : FRONT_HEIGHT;
  const frontBase = TOP + frontHeight;
  const rowsTop = frontBase + YEARS_HEIGHT;
  const backBase = rowsTop + rows * ROW_HEIGHT + GAP + BACK_HEIGHT;
  const stripTop = backBase + 8;
  const barWidth = Math.min(56, Math.max(2, step * 0.8));
  return {
    frame,
    bins,
    step,
    barWidth,
    frontHeight,
    frontBase,
    rowsTop,
    backBase,
    stripTop,
    height: stripTop + STRIP_HEIGHT + 6,
  };
}

function frontPanel(plot: Plot): Html {
  const { bins } = plot.bins;
  const ticks = ticksOf(Math.max(0, ...bins.map(({ hostile, suspicious }) => hostile + suspicious)));
  const top = Math.max(1, ticks.at(-1) ?? 1);
  const quiet = ticks.length === 1;
  const nothing = quiet
    ? html`<text class="quiet" x="${fixed(plot.frame.left + (plot.frame.width - plot.frame.left - plot.frame.right) / 2)}" y="${fixed(TOP + plot.frontHeight * 0.55)}" text-anchor="middle">no suspicious or hostile mail</text>`
    : null;
  return html`<g class="front">${ticks.map((tick) => tickLine(plot, plot.frontBase, (plot.frontHeight * tick) / top, tick))}${bins.map(
    (bin, index) =>
      bin.hostile + bin.suspicious === 0 ? html`` : seriousBar(plot, bin, index, plot.frontHeight / top),
  )}${nothing}</g>`;
}

function seriousBar(plot: Plot, bin: TimeBin, index: number, unit: number): Html {
  const hostile = bin.hostile === 0 ? 0 : Math.max(3, bin.hostile * unit);
  const suspicious = bin.suspicious === 0 ? 0 : Math.max(3, bin.suspicious * unit);
  const base = plot.frontBase;
  return html`<g><title>${bin.label}: ${withCommas(bin.hostile)} hostile, ${withCommas(bin.suspicious)} suspicious</title>${bar(plot, index, base, hostile, "hostile")}${bar(plot, index, base - hostile, suspicious, "suspicious")}</g>`;
}

function backPanel(plot: Plot): Html {
  const most = Math.max(0, ...plot.bins.bins.map(({ commercial }) => commercial));
  const unit = BACK_HEIGHT / Math.max(1, most);
  return html`<g class="back"><text class="panel" x="${plot.frame.left}" y="${plot.backBase - BACK_HEIGHT - 8}">commercial tracking, for comparison</text>${tickLine(plot, plot.backBase, 0, 0)}${
    most > 0 ? tickLine(plot, plot.backBase, BACK_HEIGHT, most) : null
  }${plot.bins.bins.map((bin, index) =>
    bin.commercial === 0
      ? html``
      : html`<g><title>${bin.label}: ${withCommas(bin.commercial)} commercially tracked</title>${bar(plot, index, plot.backBase, Math.max(1, bin.commercial * unit), "commercial")}</g>`,
  )}</g>`;
}

function bar(plot: Plot, index: number, base: number, height: number, kind: string): Html | null {
  if (height === 0) return null;
  const x = plot.frame.left + (index + 0.5) * plot.step - plot.barWidth / 2;
  return html`<rect class="${kind}" x="${fixed(x)}" y="${fixed(base - height)}" width="${fixed(plot.barWidth)}" height="${fixed(height)}"/>`;
}

function tickLine({ frame }: Plot, base: number, up: number, value: number): Html {
  const y = fixed(base - up);
  return html`<line class="${value === 0 ? "base" : "tick"}" x1="${frame.left}" x2="${frame.width - frame.right}" y1="${y}" y2="${y}"/><text class="value" x="${frame.left - 6}" y="${y}" dy="0.32em" text-anchor="end">${short(value)}</text>`;
}

/** 0 alone when there is nothing; else 0 and up to five round numbers, the last not below `most`. */
function ticksOf(most: number): readonly number[] {
  if (most === 0) return [0];
  let step = 1;
  for (const factor of factors()) {
    step = factor;
    if (most / step <= 4) break;
  }
  const count = Math.ceil(most / step);
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

function* factors(): Generator<number> {
  for (let power = 1; power <= 1e15; power *= 10) for (const factor of [1, 2, 5]) yield factor * power;
}

/** Year lines through all panels, with as many labels as have room. */
function yearGrid(plot: Plot): Html {
  const { frame, bins, step } = plot;
  const room = frame.name === "wide" ? 46 : 38;
  const shift = bins.labelled ? step / 2 : 4;
  const anchor = bins.labelled ? "middle" : "start";
  let free = -Infinity;
  return html`<g class="years">${bins.marks.map(({ at, label }) => {
    const x = frame.left + at * step;
    const line = html`<line x1="${fixed(x)}" x2="${fixed(x)}" y1="${TOP}" y2="${plot.stripTop + STRIP_HEIGHT}"/>`;
    if (x < free || x + room - 12 > frame.width) return line;
    free = x + Math.max(room, displayWidth(label) * 7 + 6);
    return html`${line}<text x="${fixed(x + shift)}" y="${plot.frontBase + 17}" text-anchor="${anchor}">${label}</text>`;
  })}</g>`;
}

function spanRows(plot: Plot, spans: readonly CampaignSpan[]): Html {
  const { frame, step, rowsTop } = plot;
  return html`<g class="spans">${spans.map(({ campaign, from, to }, row) => {
    const x = frame.left + from * step;
    const width = Math.max(6, (to - from) * step);
    const y = rowsTop + row * ROW_HEIGHT + 4;
    const label = frame.name === "wide" ? `${campaign.id} ${campaign.title}` : campaign.id;
    const { after, chars } = labelPlace(frame, x, x + width, label);
    return html`<g><title>${cutHtml(campaign.id, 40)}</title><rect class="${campaign.verdict}" x="${fixed(x)}" y="${y + 2}" width="${fixed(width)}" height="8" rx="4"/><text x="${fixed(after ? x + width + LABEL_GAP : x - LABEL_GAP)}" y="${y + 6}" dy="0.32em" text-anchor="${after ? "start" : "end"}">${cutHtml(label, chars)}</text></g>`;
  })}</g>`;
}

/** Behind its stretch where the whole label fits, else before it, else where more of it does; never outside the picture. */
function labelPlace(frame: Frame, start: number, end: number, label: string): { after: boolean; chars: number } {
  const fits = (room: number) => Math.min(LABEL_CHARS_MAX, Math.floor((room - LABEL_GAP) / LETTER_WIDTH));
  const [before, behind] = [fits(start), fits(frame.width - end)];
  const after = behind >= Math.min(displayWidth(label), LABEL_CHARS_MAX) || behind >= before;
  return { after, chars: Math.max(LABEL_CHARS_MIN, after ? behind : before) };
}

/** Which months hold mail at all: runs of them as one shape each. */
function strip(plot: Plot): Html {
  const { frame, step, stripTop } = plot;
  return html`<g class="strip">${runsOf(plot.bins.bins).map(({ from, to, empty, label }) => {
    const x = frame.left + from * step;
    return html`<g><title>${empty ? "no mail" : "mail"}, ${label}</title><rect class="${empty ? "gap" : "full"}" x="${fixed(x + (empty ? 0.5 : 0))}" y="${stripTop}" width="${fixed(Math.max(1, (to - from) * step - (empty ? 1 : 0)))}" height="${STRIP_HEIGHT}"/></g>`;
  })}</g>`;
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly empty: boolean;
  readonly label: string;
}

function runsOf(bins: readonly TimeBin[]): readonly Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (let to = 1; to <= bins.length; to++) {
    const empty = bins[from]?.all === 0;
    if (to < bins.length && (bins[to]?.all === 0) === empty) continue;
    const labels = [...new Set([bins[from]?.label ?? "", bins[to - 1]?.label ?? ""])];
    runs.push({ from, to, empty, label: labels.join(" to ") });
    from = to;
  }
  return runs;
}

function binTable({ bins, unit }: TimeBins): Html {
  const rows = bins.map(
    ({ label, hostile, suspicious, commercial, all }) =>
      html`<tr><th scope="row">${label}</th>${[hostile, suspicious, commercial, all].map((n) => html`<td class="n">${withCommas(n)}</td>`)}</tr>`,
  );
  return table(
    `Messages by ${unit}`,
    [unit, "hostile", "suspicious", "commercial tracking", "all mail"],
    rows,
    [1, 2, 3, 4],
  );
}

/** `12k` where `12,000` has no room. */
function short(n: number): string {
  if (n < 10_000) return withCommas(n);
  return n < 1_000_000 ? `${Math.round(n / 1000)}k` : `${Math.round(n / 1e6)}M`;
}

/** Two digits after the point are finer than a screen. */
function fixed(n: number): string {
  return String(Math.round(n * 100) / 100);
}

/** When one campaign wrote, as pictures: its waves with the events that were given, and the hours of its sendings. Inline SVG. */
import type { AssessmentJson, TimingJson } from "./assessment-json.ts";
import { type Html, html } from "./html.ts";
import { given, time } from "./html-blocks.ts";
import { timingVerdicts } from "./timing-verdicts.ts";
import { counted, messagesCounted } from "./wording.ts";

/** One picture is shown: the narrow one on a phone, where the letters of the other would be too small. */
const PICTURES: readonly Picture[] = [
  { name: "wide", width: 760, labels: 8 },
  { name: "narrow", width: 320, labels: 4 },
];
const HEIGHT = 96;
const BASE = 66;
const TALLEST = 46;
const SIDE = 8;
const DAY_MS = 86_400_000;
const WAVES_MAX = 200;
const EVENTS_MAX = 40;
const NEAR_MAX = 12;
const HOUR_STEP = 16;
const HOURS_HEIGHT = 54;

export function campaignTimeHtml({ timing }: AssessmentJson, verdict: string): Html | null {
  if (timing.waves.length === 0) return null;
  const verdicts = timingVerdicts(timing);
  return html`<section class="when"><h4>When it wrote</h4>
<figure>${PICTURES.map((picture) => wavesPicture(timing, verdict, picture))}<figcaption>${verdicts.waves}</figcaption></figure>
${nearList(timing)}${verdicts.events === null ? null : html`<p class="small">${given(verdicts.events, 500)}</p>`}
<div class="hours">${hoursPicture(timing)}<p class="small">Sendings by hour of the day, UTC. ${given(verdicts.hours, 500)}</p></div></section>
`;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function rangeOf({ waves, events }: TimingJson): Range {
  const days = waves.flatMap(({ first, last }) => [msOf(first), msOf(last)]);
  const near = events === null ? [] : events.near.map(({ day }) => msOf(day));
  const all = [...days, ...near].filter((ms) => ms !== null);
  const from = all.reduce((least, ms) => Math.min(least, ms), Infinity);
  const to = all.reduce((most, ms) => Math.max(most, ms), -Infinity);
  const pad = Math.max(DAY_MS, (to - from) * 0.03);
  return { from: from - pad, to: to + pad };
}

function msOf(iso: string | null): number | null {
  const ms = iso === null ? Number.NaN : Date.parse(iso);
  return Number.isNaN(ms) ? null : ms;
}

interface Picture {
  readonly name: "wide" | "narrow";
  readonly width: number;
  /** On the axis, at most. */
  readonly labels: number;
}

function wavesPicture(timing: TimingJson, verdict: string, { name, width, labels }: Picture): Html {
  const range = rangeOf(timing);
  if (!Number.isFinite(range.from)) return html``;
  const x = (ms: number) => SIDE + ((ms - range.from) / (range.to - range.from)) * (width - 2 * SIDE);
  const most = Math.max(1, ...timing.waves.slice(0, WAVES_MAX).map(({ messages }) => messages));
  const kind = verdict === "hostile" ? "hostile" : "suspicious";
  const bars = timing.waves.slice(0, WAVES_MAX).map(({ first, last, messages }) => {
    const [from, to] = [msOf(first), msOf(last)];
    if (from === null || to === null) return html``;
    const height = Math.max(4, (messages / most) * TALLEST);
    const words = `${first?.slice(0, 10)} to ${last?.slice(0, 10)}: ${messagesCounted(messages)}`;
    return html`<g><title>${words}</title><rect class="${kind}" x="${fixed(x(from))}" y="${fixed(BASE - height)}" width="${fixed(Math.max(4, x(to) - x(from)))}" height="${fixed(height)}" rx="1"/></g>`;
  });
  const label = `${counted(timing.waves.length, "wave")} from ${timing.waves[0]?.first?.slice(0, 10)} to ${timing.waves.at(-1)?.last?.slice(0, 10)}`;
  return html`<svg class="waves ${name}" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label="${label}">${eventLines(timing, x)}<line class="base" x1="0" x2="${width}" y1="${BASE}" y2="${BASE}"/>${bars}${axis(range, x, { width, labels })}</svg>`;
}

function eventLines({ events }: TimingJson, x: (ms: number) => number): readonly Html[] {
  if (events === null) return [];
  return events.near.slice(0, EVENTS_MAX).flatMap(({ day }, index) => {
    const ms = msOf(day);
    if (ms === null) return [];
    const at = fixed(x(ms));
    return [
      html`<g class="event"><line x1="${at}" x2="${at}" y1="12" y2="${BASE}"/><text x="${at}" y="9" text-anchor="middle">${String(index + 1)}</text></g>`,
    ];
  });
}

/** Years where there are several, months or days where not. */
function axis(
  { from, to }: Range,
  x: (ms: number) => number,
  { width, labels }: Pick<Picture, "width" | "labels">,
): readonly Html[] {
  const days = (to - from) / DAY_MS;
  const marks = days > 3 * 365 ? yearStarts(from, to) : days > 80 ? monthStarts(from, to) : dayMarks(from, to);
  const step = Math.max(1, Math.ceil(marks.length / labels));
  return marks
    .filter((_, index) => index % step === 0)
    .map(({ at, label }) => {
      const place = fixed(Math.min(width - 40, Math.max(40, x(at))));
      return html`<g><line class="tick" x1="${fixed(x(at))}" x2="${fixed(x(at))}" y1="${BASE}" y2="${BASE + 6}"/><text x="${place}" y="${BASE + 20}" text-anchor="middle">${label}</text></g>`;
    });
}

interface AxisMark {
  readonly at: number;
  readonly label: string;
}

/** A century at most: dates that are drawn lie between 1990 and 2100. */
function yearStarts(from: number, to: number): readonly AxisMark[] {
  const marks: AxisMark[] = [];
  for (let year = new Date(from).getUTCFullYear() + 1; Date.UTC(year, 0, 1) <= to && marks.length < 120; year += 1) {
    marks.push({ at: Date.UTC(year, 0, 1), label: String(year) });
  }
  return marks;
}

function monthStarts(from: number, to: number): readonly AxisMark[] {
  const marks: AxisMark[] = [];
  const start = new Date(from);
  for (let month = start.getUTCMonth() + 1; marks.length < 60; month += 1) {
    const at = Date.UTC(start.getUTCFullYear(), month, 1);
    if (at > to) break;
    marks.push({ at, label: new Date(at).toISOString().slice(0, 7) });
  }
  return marks;
}

function dayMarks(from: number, to: number): readonly AxisMark[] {
  const first = Math.ceil(from / DAY_MS);
  const last = Math.floor(to / DAY_MS);
  const step = Math.max(1, Math.ceil((last - first) / 6));
  const marks: AxisMark[] = [];
  for (let day = first; day <= last && marks.length < 12; day += step) {
    marks.push({ at: day * DAY_MS, label: new Date(day * DAY_MS).toISOString().slice(0, 10) });
  }
  return marks;
}

function nearList({ events }: TimingJson): Html | null {
  if (events === null || events.near.length === 0) return null;
  return html`<ul class="plain small">${events.near
    .slice(0, NEAR_MAX)
    .map(
      ({ day, title, kind, daysAfter }, index) =>
        html`<li>${String(index + 1)}. ${time(day.slice(0, 10))} ${given(title, 160)}${kind === "" ? null : html` (${given(kind, 40)})`}: a wave began ${daysAfter === 0 ? "the same day" : `${counted(daysAfter, "day")} later`}</li>`,
    )}</ul>`;
}

function hoursPicture({ hours: { byHourUtc } }: TimingJson): Html {
  const most = Math.max(1, ...byHourUtc);
  return html`<svg class="clock" viewBox="0 0 ${24 * HOUR_STEP} ${HOURS_HEIGHT}" width="${24 * HOUR_STEP}" height="${HOURS_HEIGHT}" role="img" aria-label="sendings by hour, UTC">${byHourUtc
    .slice(0, 24)
    .map((n, hour) => {
      const height = n === 0 ? 1 : Math.max(3, (n / most) * (HOURS_HEIGHT - 18));
      return html`<g><title>${String(hour).padStart(2, "0")}:00 UTC: ${counted(n, "sending")}</title><rect class="${n === 0 ? "gap" : "tracked"}" x="${hour * HOUR_STEP}" y="${fixed(HOURS_HEIGHT - 16 - height)}" width="${HOUR_STEP - 4}" height="${fixed(height)}"/></g>`;
    })}${[0, 6, 12, 18].map((hour) => html`<text x="${hour * HOUR_STEP}" y="${HOURS_HEIGHT - 2}">${String(hour).padStart(2, "0")}</text>`)}</svg>`;
}

function fixed(n: number): string {
  return String(Math.round(n * 10) / 10);
}

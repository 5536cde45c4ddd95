/** What the report shows of a campaign beside its facts: the lures as dead text, whom it wrote to, and what it used. */
import type { Exposure, Person } from "../case/judgement.ts";
import { exposureIn, levelWords } from "./exposure-words.ts";
import { type Html, html } from "./html.ts";
import { code, given, moreOf, table, time } from "./html-blocks.ts";
import type { CampaignPage, InfrastructureRow, LureView } from "./model.ts";
import type { PageLinks } from "./page-links.ts";
import { capitalised, dayOf, messagesCounted, periodOfInstants, withCommas } from "./wording.ts";

const LURES_MAX = 6;
/** Of a record's preview (`case/record.ts`). */
const PREVIEW_CHARS = 200;
const TARGETS_MAX = 30;
const ROWS_MAX = 30;

export function luresHtml({ lures, luresTotal }: CampaignPage, links: PageLinks): Html | null {
  if (lures.length === 0) return null;
  const left = luresTotal - Math.min(lures.length, LURES_MAX);
  return html`<h4>The lure, as text</h4><div class="lures">${lures.slice(0, LURES_MAX).map((lure) => lureHtml(lure, links))}</div>${left > 0 ? html`<p class="more">${capitalised(moreOf(left))} with another text.</p>` : null}`;
}

/** A letter without anything that could load: only what it said. */
function lureHtml({ sha256, date, from, subject, preview }: LureView, links: PageLinks): Html {
  const opened = links.message(sha256, code(sha256.slice(0, 12), 12));
  return html`<blockquote class="lure"><p class="small">${time(dayOf(date))} ${given(from, 160)}</p><p><strong>${subject === "" ? "(no subject)" : given(subject, 160)}</strong></p>${preview === "" ? null : html`<p>${given(toLastWord(preview), 240)}</p>`}<p class="small">${opened}</p></blockquote>`;
}

/** Records keep the first 200 characters; what is cut there ends in half a word. */
function toLastWord(preview: string): string {
  const space = preview.lastIndexOf(" ");
  return preview.length < PREVIEW_CHARS || space < 0 ? preview : `${preview.slice(0, space)} …`;
}

export function targetsHtml(
  campaign: string,
  { targets }: CampaignPage,
  people: ReadonlyMap<string, Person>,
  links: PageLinks,
): Html | null {
  if (targets.length === 0) return null;
  const rows = targets.slice(0, TARGETS_MAX).map(({ person: id, messages }) => {
    const person = people.get(id);
    const name = given(person?.name || person?.addresses[0] || id, 80);
    const role =
      person === undefined || person.role === "" ? null : html` <span class="role">${given(person.role, 80)}</span>`;
    const level = person === undefined ? "" : levelOf(exposureIn(person, campaign));
    return html`<tr><th scope="row">${links.person(id, name)}${role}</th><td class="n">${withCommas(messages)}</td><td>${given(level, 80)}</td></tr>`;
  });
  const left = targets.length - rows.length;
  return html`<h4>Whom it wrote to</h4>${table("Messages of this campaign, and how far it got with each person by them", ["person", "messages", "level of exposure"], rows, [1])}${left > 0 ? html`<p class="more">${capitalised(moreOf(left))}.</p>` : null}`;
}

function levelOf({ level, likelihood }: Exposure): string {
  return `${level}, ${levelWords(level).name}, ${likelihood}`;
}

export function infrastructureHtml({ infrastructure, lookedAt }: CampaignPage, total: number): Html | null {
  if (infrastructure.length === 0) return null;
  const looked = lookedAt < total ? `, of ${messagesCounted(lookedAt)} it sent that were looked at` : "";
  return html`<h4>What it used</h4>${table(`Names and addresses, made dead${looked}`, ["what", "value", "messages", "when"], infrastructure.slice(0, ROWS_MAX).map(infrastructureRow), [2])}<p class="small">Rented or stolen as often as owned: where a server stands says nothing of who uses it.</p>`;
}

function infrastructureRow({ role, value, messages, first, last }: InfrastructureRow): Html {
  return html`<tr><th scope="row">${given(role, 40)}</th><td>${code(value, 160)}</td><td class="n">${withCommas(messages)}</td><td>${time(periodOfInstants(first, last) || "no date")}</td></tr>`;
}

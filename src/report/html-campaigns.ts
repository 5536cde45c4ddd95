/** The campaigns of the report: facts, extent, people, what ties the messages together and why. */
import type { Campaign, Person } from "../case/judgement.ts";
import { campaignExtent } from "./answer-text.ts";
import { type SharedTie, sharedTies, tieValue, tieWords } from "./campaign-links.ts";
import { type Html, html, joined } from "./html.ts";
import { assessmentHtml } from "./html-assessment.ts";
import { cappedList, chip, code, definitions, given, moreOf } from "./html-blocks.ts";
import { infrastructureHtml, luresHtml, targetsHtml } from "./html-campaign-page.ts";
import { campaignTimeHtml } from "./html-campaign-time.ts";
import { descriptionsHtml } from "./html-description.ts";
import type { CampaignPage } from "./model.ts";
import type { PageLinks } from "./page-links.ts";
import { messagesCounted, withCommas } from "./wording.ts";

const FACTS_MAX = 12;
const TIES_MAX = 10;
const VALUES_MAX = 5;
const PEOPLE_MAX = 30;
const MESSAGES_MAX = 60;

export function campaignHtml(
  campaign: Campaign,
  index: number,
  links: PageLinks,
  people: ReadonlyMap<string, Person>,
  page?: CampaignPage,
): Html {
  return html`<article class="campaign ${campaign.verdict}" id="campaign-${index + 1}">
<h3>${given(campaign.title, 160)} ${chip(campaign.verdict)}</h3>
<p class="extent">${campaignExtent(campaign)}</p>
${cappedList(campaign.facts, FACTS_MAX, (fact) => given(fact, 500), "facts")}
${definitions([
  ["Id", code(campaign.id, 40)],
  ["Reached", reached(campaign, links, people)],
  ["Techniques", campaign.techniques.length === 0 ? null : techniques(campaign.techniques)],
])}
${page === undefined ? null : html`${campaignTimeHtml(page.assessment, campaign.verdict)}${luresHtml(page, links)}${targetsHtml(campaign.id, page, people, links)}${infrastructureHtml(page, campaign.messages.length)}`}${ties(campaign)}
${page === undefined ? null : html`${assessmentHtml(page.assessment, index)}${descriptionsHtml(page.descriptions)}`}
<details><summary>The ${messagesCounted(campaign.messages.length)}</summary><p class="hashes">${messages(campaign, links)}</p></details>
</article>
`;
}

function reached(campaign: Campaign, links: PageLinks, people: ReadonlyMap<string, Person>): Html | null {
  if (campaign.people.length === 0) return null;
  const shown = campaign.people.slice(0, PEOPLE_MAX).map((id) => {
    const person = people.get(id);
    return links.person(id, given(person?.name || person?.addresses[0] || id, 80));
  });
  const left = campaign.people.length - shown.length;
  return html`${joined(shown, ", ")}${left > 0 ? `, ${moreOf(left)}` : ""}`;
}

function techniques(ids: readonly string[]): Html {
  return html`${joined(
    ids.slice(0, 20).map((id) => code(id, 20)),
    " ",
  )} <span class="small">ATT&amp;CK; a technique is not an actor</span>`;
}

function ties(campaign: Campaign): Html | null {
  const all = sharedTies(campaign);
  if (all.length === 0) return null;
  const left = all.length - TIES_MAX;
  return html`<h4>What ties the messages together</h4><ul class="ties">${all.slice(0, TIES_MAX).map((tie) => html`<li>${tieHtml(tie)}</li>`)}${
    left > 0 ? html`<li class="more">${moreOf(left)}</li>` : null
  }</ul>`;
}

function tieHtml(tie: SharedTie): Html {
  const left = tie.values.length - VALUES_MAX;
  const values = tie.values
    .slice(0, VALUES_MAX)
    .map(({ value, messages: sharing }) =>
      value === ""
        ? html`${messagesCounted(sharing)}`
        : html`${code(tieValue(value), 200)} ${messagesCounted(sharing)}`,
    );
  return html`<p><strong>${given(tieWords(tie.kind), 60)}</strong>: ${given(tie.why, 400)}</p>
<p class="small">${joined(values, ", ")}${left > 0 ? ` ${moreOf(left)}` : ""}; weight ${Math.min(1, Math.max(0, tie.weight)).toFixed(2)} of 1</p>`;
}

function messages(campaign: Campaign, links: PageLinks): Html {
  const shown = campaign.messages
    .slice(0, MESSAGES_MAX)
    .map((sha256) => links.message(sha256, code(sha256.slice(0, 12))));
  const left = campaign.messages.length - shown.length;
  return html`${joined(shown, " ")}${left > 0 ? ` and ${withCommas(left)} more` : ""}`;
}

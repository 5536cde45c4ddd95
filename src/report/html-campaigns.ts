/** The campaigns of the report: facts, extent, people, what ties the messages together and why. */
import type { Campaign, PerhapsOneMaker, Person } from "../case/judgement.ts";
import { campaignExtent } from "./answer-text.ts";
import { type SharedTie, sharedTies, tieValue, tieWords } from "./campaign-links.ts";
import { type Html, html, joined } from "./html.ts";
import { assessmentHtml } from "./html-assessment.ts";
import { cappedList, chip, code, definitions, given, moreOf } from "./html-blocks.ts";
import { infrastructureHtml, luresHtml, targetsHtml } from "./html-campaign-page.ts";
import { campaignTimeHtml } from "./html-campaign-time.ts";
import { descriptionsHtml } from "./html-description.ts";
import { MAKERS_NOTE, makerEstimateWords, speaksAgainst, wouldConfirm, wouldRefute } from "./maker-words.ts";
import type { CampaignPage } from "./model.ts";
import type { PageLinks } from "./page-links.ts";
import { capitalised, messagesCounted, withCommas } from "./wording.ts";

const FACTS_MAX = 12;
const TIES_MAX = 10;
const MAKERS_MAX = 4;
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
${page === undefined ? null : html`${campaignTimeHtml(page.assessment, campaign.verdict)}${luresHtml(page, links)}${targetsHtml(campaign.id, page, people, links)}${infrastructureHtml(page, campaign.messages.length)}`}${ties(campaign)}${makers(campaign, links)}
${page === undefined ? null : html`${assessmentHtml(page.assessment, index)}${descriptionsHtml(page.descriptions)}`}
<details><summary>The ${messagesCounted(campaign.messages.length)}</summary><p class="hashes">${messages(campaign, links)}</p></details>
</article>
`;
}

/** What would settle it stands under each, since only people can look there. */
function makers({ perhapsOneMaker = [] }: Campaign, links: PageLinks): Html | null {
  if (perhapsOneMaker.length === 0) return null;
  const left = perhapsOneMaker.length - MAKERS_MAX;
  return html`<h4>Perhaps one maker</h4><ul class="ties">${perhapsOneMaker.slice(0, MAKERS_MAX).map((one) => html`<li>${makerHtml(one, links)}</li>`)}${
    left > 0 ? html`<li class="more">${moreOf(left)}</li>` : null
  }</ul><p class="small">${MAKERS_NOTE}</p>`;
}

function makerHtml(one: PerhapsOneMaker, links: PageLinks): Html {
  const against = speaksAgainst(one);
  const shared = one.shared
    .slice(0, VALUES_MAX)
    .map(({ value, why }) =>
      value === "" ? html`${given(why, 400)}` : html`${given(why, 400)}: ${code(tieValue(value), 200)}`,
    );
  return html`<p><strong>${links.campaign(one.campaign, code(one.campaign, 40))}</strong>: ${makerEstimateWords(one)}. Both show ${joined(shared, "; ")}.</p>
<p class="small">${against === "" ? null : `${capitalised(against)}. `}Would confirm it: ${wouldConfirm().join("; or ")}. Would refute it: ${wouldRefute(one).join("; or ")}.</p>`;
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

/** One campaign in full on a terminal (`show ID`): facts, what ties its messages together, who was reached. */
import type { Campaign } from "../case/judgement.ts";
import { campaignExtent } from "./answer-text.ts";
import { type SharedTie, sharedTies, tieValue, tieWords } from "./campaign-links.ts";
import { block, bullet, firstOf, labelled, quoted } from "./detail-text.ts";
import { verdictMeaning } from "./labels.ts";
import { messagesCounted } from "./wording.ts";

const ITEMS_MAX = 40;
const VALUES_MAX = 5;

/** Ends with a line end. */
export function campaignText(campaign: Campaign): string {
  return `${[
    ...labelled("Campaign", quoted(campaign.id, 40)),
    ...labelled("Title", quoted(campaign.title)),
    ...labelled("Extent", campaignExtent(campaign)),
    ...labelled("Judged", verdictMeaning(campaign.verdict)),
    ...labelled(
      "ATT&CK",
      campaign.techniques
        .slice(0, ITEMS_MAX)
        .map((id) => quoted(id, 20))
        .join(", "),
    ),
    ...block(
      "What is known",
      firstOf(campaign.facts, ITEMS_MAX, (fact) => bullet(quoted(fact))),
    ),
    ...block("What ties the messages together", firstOf(sharedTies(campaign), ITEMS_MAX, tieLines)),
    ...block(
      "People",
      firstOf(campaign.people, ITEMS_MAX, (id) => [`  ${quoted(id, 40)}`]),
    ),
    ...block(
      "Messages",
      firstOf(campaign.messages, ITEMS_MAX, (sha256) => [`  ${quoted(sha256.slice(0, 12))}`]),
    ),
  ].join("\n")}\n`;
}

function tieLines(tie: SharedTie): string[] {
  const values = firstOf(tie.values, VALUES_MAX, ({ value, messages }) =>
    bullet(`${quoted(tieValue(value), 160)}, ${messagesCounted(messages)}`, 2),
  );
  return [
    ...bullet(
      `${quoted(tieWords(tie.kind), 60)}: ${quoted(tie.why)} (${messagesCounted(tie.messages)}, weight ${tie.weight.toFixed(2)})`,
    ),
    ...values,
  ];
}

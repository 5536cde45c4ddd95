/** One campaign in full on a terminal (`show ID`): facts, what ties its messages together, who was reached. */
import type { Campaign, Person } from "../case/judgement.ts";
import type { StoredMessage } from "../ports/store.ts";
import { campaignExtent } from "./answer-text.ts";
import { type SharedTie, sharedTies, tieValue, tieWords } from "./campaign-links.ts";
import { block, bullet, firstOf, labelled, quoted } from "./detail-text.ts";
import { exposureIn, levelWords } from "./exposure-words.ts";
import { verdictMeaning } from "./labels.ts";
import { MAKERS_NOTE, makerEstimateWords, speaksAgainst, wouldConfirm, wouldRefute } from "./maker-words.ts";
import { column } from "./terminal.ts";
import { dayOf, messagesCounted } from "./wording.ts";

const ITEMS_MAX = 40;
const VALUES_MAX = 5;

/** Whom and what the campaign names by id alone. */
export interface CampaignParts {
  readonly people: readonly Person[];
  /** As many as are listed, in the campaign's order; others are shown by their id. */
  readonly messages: readonly StoredMessage[];
}

/** Messages that `campaignText` lists. */
export const MESSAGES_LISTED_MAX = 40;

/** Ends with a line end. */
export function campaignText(campaign: Campaign, { people, messages }: CampaignParts): string {
  const persons = new Map(people.map((person) => [person.id, person]));
  const stored = new Map<string, StoredMessage>(messages.map((message) => [message.record.sha256, message]));
  return `${[
    ...labelled("Campaign", quoted(campaign.id, 40)),
    ...labelled("Title", quoted(campaign.title)),
    ...labelled("Extent", campaignExtent(campaign)),
    ...labelled("Judged", verdictMeaning(campaign.verdict, campaign.verdict, "unexplained")),
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
    ...block("Perhaps one maker", makerLines(campaign)),
    ...block(
      "People",
      firstOf(mostExposed(campaign, persons), ITEMS_MAX, (id) => personLine(id, persons.get(id), campaign.id)),
    ),
    ...block(
      "Messages",
      firstOf(campaign.messages, MESSAGES_LISTED_MAX, (sha256) => messageLine(sha256, stored.get(sha256))),
    ),
  ].join("\n")}\n`;
}

function makerLines({ perhapsOneMaker = [] }: Campaign): string[] {
  if (perhapsOneMaker.length === 0) return [];
  const lines = firstOf(perhapsOneMaker, ITEMS_MAX, (one) => [
    ...bullet(`with ${quoted(one.campaign, 40)}: ${makerEstimateWords(one)}`),
    ...one.shared
      .slice(0, VALUES_MAX)
      .flatMap(({ value, why }) =>
        bullet(`${quoted(why)}${value === "" ? "" : `: ${quoted(tieValue(value), 160)}`}`, 2),
      ),
    ...(one.shared.length > VALUES_MAX ? bullet(`and ${one.shared.length - VALUES_MAX} more that both have`, 2) : []),
    ...[speaksAgainst(one)].filter(Boolean).flatMap((against) => bullet(against, 2)),
    ...bullet(`would confirm it: ${wouldConfirm().join("; or ")}`, 2),
    ...bullet(`would refute it: ${wouldRefute(one).join("; or ")}`, 2),
  ]);
  return [...lines, ...bullet(MAKERS_NOTE)];
}

function mostExposed({ id: campaign, people }: Campaign, persons: ReadonlyMap<string, Person>): readonly string[] {
  const levelOf = (id: string): number => {
    const person = persons.get(id);
    return person === undefined ? 0 : exposureIn(person, campaign).level;
  };
  return [...people].sort((a, b) => levelOf(b) - levelOf(a));
}

function personLine(id: string, person: Person | undefined, campaign: string): string[] {
  if (person === undefined) return [`  ${quoted(id, 40)}`];
  const { level, likelihood } = exposureIn(person, campaign);
  const role = person.role === "" ? "" : `, ${quoted(person.role, 40)}`;
  const name = quoted(person.name || person.addresses[0] || "", 60);
  return bullet(`${name}${role} (${quoted(id, 40)}): level ${level}, ${likelihood}: ${levelWords(level).name}`);
}

function messageLine(sha256: string, stored: StoredMessage | undefined): string[] {
  const id = quoted(sha256.slice(0, 12));
  if (stored === undefined) return [`  ${id}`];
  const { date, subject, to } = stored.record;
  return [`  ${id}  ${dayOf(date)}  ${column(readerOf(to), 34)}  ${quoted(subject, 60)}`.trimEnd()];
}

/** Whom it names, for a column. */
function readerOf(to: StoredMessage["record"]["to"]): string {
  const [first] = to;
  return first === undefined ? "" : quoted(first.address || first.name, 60);
}

function tieLines(tie: SharedTie): string[] {
  // What has no value of its own is said by its reason.
  const named = tie.values.filter(({ value }) => value !== "");
  const values = firstOf(named, VALUES_MAX, ({ value, messages }) =>
    bullet(`${quoted(tieValue(value), 160)}, ${messagesCounted(messages)}`, 2),
  );
  return [
    ...bullet(
      `${quoted(tieWords(tie.kind), 60)}: ${quoted(tie.why)} (${messagesCounted(tie.messages)}, weight ${tie.weight.toFixed(2)})`,
    ),
    ...values,
  ];
}

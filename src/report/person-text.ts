/** One person in full on a terminal (`show ID`): what reached them, and what was disclosed. */
import type { AccountUse, CampaignExposure, Person } from "../case/judgement.ts";
import { block, bullet, firstOf, labelled, quoted } from "./detail-text.ts";
import { disclosureOf, levelWords, likelihoodMeaning } from "./exposure-words.ts";
import { counted, periodOfInstants, withCommas } from "./wording.ts";

const ITEMS_MAX = 40;

/** Ends with a line end. */
export function personText(person: Person): string {
  const { level, likelihood, reasons } = person.exposure;
  const words = levelWords(level);
  const { disclosed, notDisclosed } = disclosureOf(person.exposure);
  const reached = `${counted(person.messages.length, "suspicious or hostile message")}, of ${withCommas(person.messagesAll)} seen`;
  const period = periodOfInstants(person.first, person.last);
  return `${[
    ...labelled("Person", quoted(person.id, 40)),
    ...labelled("Name", quoted(person.name)),
    ...labelled("Role", quoted(person.role)),
    ...labelled(
      "Groups",
      (person.groups ?? [])
        .slice(0, ITEMS_MAX)
        .map((group) => quoted(group, 60))
        .join(", "),
    ),
    ...labelled("Household of", quoted(person.household ?? "", 40)),
    ...labelled("Roster", person.onRoster === false ? "not on the roster" : ""),
    ...labelled(
      "Addresses",
      person.addresses
        .slice(0, ITEMS_MAX)
        .map((address) => quoted(address, 120))
        .join(", "),
    ),
    ...labelled("Reached by", period === "" ? reached : `${reached}, ${period}`),
    ...labelled("Exposure", `level ${level} of 6, ${likelihood}: ${words.name}`),
    ...labelled("", `${likelihood}: ${likelihoodMeaning(likelihood)}`),
    ...block(
      "Why",
      firstOf(reasons, ITEMS_MAX, (reason) => bullet(quoted(reason))),
    ),
    ...block(
      "What the sender learned, if so",
      disclosed.flatMap((sentence) => bullet(sentence)),
    ),
    ...block(
      "What this did not give away",
      notDisclosed.flatMap((sentence) => bullet(sentence)),
    ),
    ...block(
      "Through which address",
      person.addresses.length < 2 ? [] : firstOf(person.accounts ?? [], ITEMS_MAX, accountLine),
    ),
    ...block(
      "Campaign by campaign",
      firstOf((person.campaigns ?? []).length < 2 ? [] : (person.campaigns ?? []), ITEMS_MAX, campaignLine),
    ),
    ...block(
      "Messages",
      firstOf(person.messages, ITEMS_MAX, (sha256) => [`  ${quoted(sha256.slice(0, 12))}`]),
    ),
  ].join("\n")}\n`;
}

function accountLine({ address, messages, first, last }: AccountUse): readonly string[] {
  const period = periodOfInstants(first, last);
  return bullet(`${quoted(address, 120)}: ${counted(messages, "message")}${period === "" ? "" : `, ${period}`}`);
}

function campaignLine({ campaign, messages, first, last, exposure }: CampaignExposure): readonly string[] {
  const period = periodOfInstants(first, last);
  const which = campaign === null ? "in no campaign" : quoted(campaign, 40);
  const { level, likelihood } = exposure;
  return bullet(
    `${which}: ${counted(messages, "message")}${period === "" ? "" : `, ${period}`}; level ${level} of 6, ${likelihood}: ${levelWords(level).name}`,
  );
}

/** One person in full on a terminal (`show ID`): what reached them, and what was disclosed. */
import type { Person } from "../case/judgement.ts";
import { block, bullet, firstOf, labelled, quoted } from "./detail-text.ts";
import { levelWords, likelihoodMeaning } from "./exposure-words.ts";
import { counted, periodOfInstants, withCommas } from "./wording.ts";

const ITEMS_MAX = 40;

/** Ends with a line end. */
export function personText(person: Person): string {
  const { level, likelihood, reasons } = person.exposure;
  const words = levelWords(level);
  const reached = `${counted(person.messages.length, "suspicious or hostile message")}, of ${withCommas(person.messagesAll)} seen`;
  const period = periodOfInstants(person.first, person.last);
  return `${[
    ...labelled("Person", quoted(person.id, 40)),
    ...labelled("Name", quoted(person.name)),
    ...labelled("Role", quoted(person.role)),
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
      words.disclosed.flatMap((sentence) => bullet(sentence)),
    ),
    ...block(
      "What this did not give away",
      words.notDisclosed.flatMap((sentence) => bullet(sentence)),
    ),
    ...block(
      "Messages",
      firstOf(person.messages, ITEMS_MAX, (sha256) => [`  ${quoted(sha256.slice(0, 12))}`]),
    ),
  ].join("\n")}\n`;
}

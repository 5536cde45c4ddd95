/**
 * What a contact card makes a program contact when it is opened or taken into the address book (threat-facts RL-63; vCard 2.1, RFC
 * 2426, RFC 6350): pictures, sounds and keys kept elsewhere, and where the card, a calendar or free times are fetched from.
 *
 * Pure, total, linear.
 */
import { addressesInText, pointsAway } from "./addresses.ts";
import { bytesAsText, type ContentLine, contentLines, withoutEscapes } from "./content-lines.ts";
import type { PartBudget, PartReading, PartReference } from "./reference.ts";

type Kind = Pick<PartReference, "by" | "fires">;

// biome-ignore format: a table reads by column
const URI_PROPERTIES: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ["PHOTO",     { by: "the picture of a contact card",                  fires: "attachment" }],
  ["LOGO",      { by: "the logo of a contact card",                     fires: "attachment" }],
  ["SOUND",     { by: "the sound of a contact card",                    fires: "attachment" }],
  ["KEY",       { by: "the key of a contact card",                      fires: "attachment" }],
  ["SOURCE",    { by: "where a contact card is fetched anew from",      fires: "attachment" }],
  ["FBURL",     { by: "where free times of a contact are fetched from", fires: "attachment" }],
  ["CALURI",    { by: "where a contact's calendar is fetched from",     fires: "attachment" }],
  ["XML",       { by: "data in a contact card",                         fires: "click" }],
  ["MEMBER",    { by: "a member of a group of contacts",                fires: "click" }],
  ["RELATED",   { by: "somebody whom a contact card refers to",         fires: "click" }],
  ["CALADRURI", { by: "where a contact is invited",                     fires: "click" }],
  ["URL",       { by: "the link of a contact card",                     fires: "click" }],
]);

const NO_TEXT: ReadonlySet<string> = new Set(["PRODID", "UID", "REV", "EMAIL", "TEL"]);

export function readContactCard(bytes: Buffer, budget: PartBudget): PartReading {
  const { text, isMoved } = bytesAsText(bytes);
  const references: PartReference[] = [];
  for (const line of contentLines(text)) {
    if (line.isCut) budget.codes.add("limit.part-parameters");
    for (const reference of ofLine(line)) {
      references.push(isMoved ? reference : { ...reference, start: line.start, end: line.end });
    }
  }
  return { references, files: [] };
}

function ofLine({ name, parameters, value }: ContentLine): readonly PartReference[] {
  const found: PartReference[] = [];
  const altid = parameters.get("MEDIATYPE") === undefined ? parameters.get("ALTREP") : undefined;
  if (altid !== undefined && pointsAway(altid)) {
    found.push({ vector: "RL-63", url: altid, by: "another form of a contact card's text", fires: "click" });
  }
  if (isBase64(parameters)) return found;
  const kind = URI_PROPERTIES.get(name);
  const whole = withoutEscapes(value).trim();
  if (kind !== undefined && pointsAway(whole)) return [...found, { vector: "RL-63", url: whole, ...kind }];
  if (NO_TEXT.has(name)) return found;
  const by = `a link in a contact card (${name.toLowerCase().slice(0, 40)})`;
  return [
    ...found,
    ...addressesInText(whole).map(({ url }) => ({ vector: "RL-63", url, by, fires: "click" as const })),
  ];
}

function isBase64(parameters: ReadonlyMap<string, string>): boolean {
  return /^(?:b|base64)$/i.test(parameters.get("ENCODING") ?? "") || parameters.has("BASE64");
}

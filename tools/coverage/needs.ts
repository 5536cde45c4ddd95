/**
 * What rules ask for that a message alone does not tell: the capability behind a function, a field of its result, or a list
 * (mql.md, 8 and 11; the names are those of mql-usage.json).
 */
import { sensitiveForms } from "../../src/mdm/functions/sensitive.ts";
import { listSources } from "../../src/mdm/lists/names.ts";
import { fieldNeeds, functionNeeds } from "../../src/mdm/needs.ts";

/** Besides what every rule needs, what a stand-in or a given file leaves open. */
const fields: Readonly<Record<string, string>> = {
  ...fieldNeeds,
  "Scan.javascript": "jslex",
  "Sensitive.elements": "dlp",
  "NLU.intents": "nlu",
  "NLU.entities": "nlu",
  "NLU.topics": "nlu",
  "NLU.tags": "nlu",
  "NLU.language": "nlu",
  "NLUIntent.confidence": "nlu",
  "NLUEntity.text": "nlu",
  "Whois.registrar_name": "whois",
  "Whois.registrant_company": "whois",
  "Whois.name_servers": "whois",
  "Whois.registrant_country_code": "whois",
  "Whois.registrant_country": "whois",
  "Whois.registrant_email": "whois",
  "Whois.administrative_email": "whois",
  "Whois.technical_email": "whois",
  "ScanEncryptedZip.cracked_password": "explode",
  "OleIndicators.file_format": "oletools",
};

/** What `mdm/functions/wordings.ts` and `sensitive.ts` can find. */
export const foundNames: ReadonlySet<string> = new Set([
  ..."cred_theft callback_scam bec extortion advance_fee urgency request financial".split(" "),
  ...sensitiveForms.map(({ type }) => type),
]);

export function capabilityOfFunction(name: string): string | null {
  return functionNeeds[name] ?? null;
}

/** `type` is that of the object which the field is read of. */
export function capabilityOfField(type: string, field: string): string | null {
  return fields[`${type}.${field}`] ?? null;
}

export function capabilityOfList(name: string): string | null {
  return listSources.get(name) ?? null;
}

/**
 * What rules ask for that a message alone does not tell: the capability behind a function, a field of its result, or a list
 * (mql.md, 8 and 11; the names are those of mql-usage.json).
 */
import { sensitiveForms } from "../../src/mdm/functions/sensitive.ts";
import { listSources } from "../../src/mdm/lists/names.ts";

const functions: Readonly<Record<string, string>> = {
  profile: "profile.by_sender profile.by_sender_email profile.by_sender_domain beta.profile.by_reply_to",
  explode: "file.explode file.expand_archives",
  exif: "beta.parse_exif",
  oletools: "file.oletools",
  ocr: "beta.ocr",
  qr: "beta.scan_qr",
  render: "file.message_screenshot beta.message_screenshot file.html_screenshot",
  logo: "ml.logo_detect",
  dlp: "beta.ml_extract_sensitive_information",
  nlu: "ml.nlu_classifier beta.ml_topic",
  macro_ml: "ml.macro_classifier",
  whois: "network.whois",
  link: "ml.link_analysis beta.linkanalysis",
  attack_score: "ml.attack_score beta.fuzzy_attack_score",
  translate: "beta.ml_translate",
};

const fields: Readonly<Record<string, string>> = {
  "Scan.javascript": "jslex",
  "Exploded.flavors": "flavors",
  "Scan.yara": "yara",
  "Scan.exiftool": "exif",
  "Scan.ocr": "ocr",
  "Scan.qr": "qr",
  "Scan.pdf_obj_hash": "pdfobjhash",
  "LinkAnalysis.credphish": "credphish",
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

const byFunction: ReadonlyMap<string, string> = new Map(
  Object.entries(functions).flatMap(([capability, names]) => names.split(" ").map((name) => [name, capability])),
);

export function capabilityOfFunction(name: string): string | null {
  return byFunction.get(name) ?? null;
}

/** `type` is that of the object which the field is read of. */
export function capabilityOfField(type: string, field: string): string | null {
  return fields[`${type}.${field}`] ?? null;
}

export function capabilityOfList(name: string): string | null {
  return listSources.get(name) ?? null;
}

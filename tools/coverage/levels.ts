/**
 * What Letterlock has, as `rule-reach.ts` asks for it; owner, roster and history known. Limits, passwords, damaged files, and codes in pictures that are
 * WebP, TIFF or HEIF, which leave an answer open for some messages, are not counted, as mql-usage.json does not count them. How often rules end open
 * on mail is what `rule-outcomes.ts` asks.
 */
import type { Have, Level } from "./rule-reach.ts";

export interface NamedLevel {
  readonly name: string;
  readonly level: Level;
}

/** Capabilities; what is not named is `none`. */
const alone: Readonly<Record<string, Have>> = {
  ...{ "list.static": "all", "list.org": "all", "list.history": "all", profile: "all" },
  ...{ explode: "all", jslex: "all", flavors: "all", exif: "all", oletools: "all" },
  // Of pictures, and of boxes that a PDF draws. Of a picture of the whole message see `render`.
  qr: "all",
  // Of messages and files without pictures.
  ...{ ocr: "some", render: "some" },
};

/** With files that the user gives: rankings, feeds, dates of registration, signatures. */
const given: Readonly<Record<string, Have>> = {
  ...alone,
  ...{ "list.ranked": "all", "list.feed": "all", yara: "all", whois: "some" },
};

/**
 * With dates of every domain that the mail names (a domain's dates are found by asking a register, which the user may do for a list of domains, and
 * Letterlock never), and with `--read-pictures`. Of PDFs that draw curves, of pages and of Office documents text in pictures stays open.
 */
const givenAll: Readonly<Record<string, Have>> = { ...given, whois: "all", ocr: "all" };

/** Where a need is not as its capability. */
const needs: Readonly<Record<string, Have>> = {
  "Whois.registrar_name": "none",
  "Whois.registrant_company": "none",
  "Whois.name_servers": "none",
  "Whois.registrant_country_code": "none",
  "Whois.registrant_country": "none",
  "Whois.registrant_email": "none",
  "Whois.administrative_email": "none",
  "Whois.technical_email": "none",
  "ScanEncryptedZip.cracked_password": "none",
  "OleIndicators.file_format": "none",
  "file.html_screenshot": "none",
};

/** The substitutes for models of language and of numbers: they only find. */
const phrases: Readonly<Record<string, Have>> = {
  "ml.nlu_classifier": "all",
  "NLU.intents": "found",
  "NLU.entities": "found",
  "NLUIntent.confidence": "some",
  "beta.ml_extract_sensitive_information": "all",
  "Sensitive.elements": "found",
};

/** As the specification counts its own level B: every local analyser answers, and so does a file of registration dates. */
const asCounted: Readonly<Record<string, Have>> = {
  ...given,
  ...{ whois: "all", qr: "all", ocr: "all", render: "all" },
};

function levelOf(capabilities: Readonly<Record<string, Have>>, single: Readonly<Record<string, Have>>): Level {
  return (capability, need) => single[need] ?? (capability === null ? "all" : (capabilities[capability] ?? "none"));
}

export const levels: readonly NamedLevel[] = [
  { name: "nothing given, no substitutes that only find", level: levelOf(alone, needs) },
  { name: "nothing given", level: levelOf(alone, { ...needs, ...phrases }) },
  { name: "with files given, no substitutes that only find", level: levelOf(given, needs) },
  { name: "with files given", level: levelOf(given, { ...needs, ...phrases }) },
  { name: "with dates of all domains given", level: levelOf({ ...given, whois: "all" }, { ...needs, ...phrases }) },
  { name: "with pictures read", level: levelOf({ ...given, ocr: "all" }, { ...needs, ...phrases }) },
  {
    name: "all that a user can give: dates of all domains, pictures read; no substitutes that only find",
    level: levelOf(givenAll, needs),
  },
  {
    name: "all that a user can give: dates of all domains, pictures read",
    level: levelOf(givenAll, { ...needs, ...phrases }),
  },
  {
    name: "with files given; what answers for some counted as the specification counts it",
    level: levelOf(asCounted, phrases),
  },
];

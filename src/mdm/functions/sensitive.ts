/**
 * `beta.ml_extract_sensitive_information` by form and check digits, in place of a model (mql.md, 8). It only finds: what has no form that tells it
 * from any other number, and everything in a text without a find, is undetermined.
 *
 * Confidence is `high` where the form alone says what it is or two check digits agree, `medium` where one does. Sources: ISO 7064 and 13616 (IBAN),
 * ISO/IEC 7812 (cards), ISO 3779 (vehicles), RFC 7519, RFC 7468, the makers' pages on their tokens, national rules on numbers of people.
 */
import { limits } from "../../base/limits.ts";
import type { HostFunction } from "../../mql/types.ts";
import { Json, MoreItems, Undetermined, type Value } from "../../mql/value.ts";
import { valueObject } from "../model-object.ts";
import { define } from "./define.ts";

const DLP = new Undetermined(["dlp"]);

export interface SensitiveForm {
  readonly type: string;
  readonly confidence: "medium" | "high";
  /** Global; of bounded length, so that a text is walked over in time in proportion to it. */
  readonly pattern: RegExp;
  /** Of the match without spaces, hyphens and dots. */
  readonly isSound: (text: string) => boolean;
}

const always = (): boolean => true;

// biome-ignore format: a table reads by column
export const sensitiveForms: readonly SensitiveForm[] = [
  { type: "aws_access_key",        confidence: "high",   pattern: /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/g, isSound: always },
  { type: "github_token",          confidence: "high",   pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{82})\b/g, isSound: always },
  { type: "google_api_key",        confidence: "high",   pattern: /\bAIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])/g, isSound: always },
  { type: "slack_access_token",    confidence: "high",   pattern: /\bxox[abposr]-[0-9]{8,14}-[A-Za-z0-9-]{10,120}/g, isSound: always },
  { type: "private_key",           confidence: "high",   pattern: /-----BEGIN (?:[A-Z]{2,10} ){0,2}PRIVATE KEY(?: BLOCK)?-----/g, isSound: always },
  { type: "ssl_certificate",       confidence: "high",   pattern: /-----BEGIN CERTIFICATE-----/g, isSound: always },
  { type: "jwt",                   confidence: "high",   pattern: /\beyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{20,1000}/g, isSound: always },
  { type: "iban_code",             confidence: "high",   pattern: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g, isSound: isIban },
  { type: "credit_card_number",    confidence: "medium", pattern: /(?<![\d.-])(?:\d{4}[ -]?){3}\d{4}(?![\d.-])|(?<![\d.-])3[47]\d{2}[ -]?\d{6}[ -]?\d{5}(?![\d.-])/g, isSound: isCard },
  { type: "vehicle_vin",           confidence: "medium", pattern: /\b[A-HJ-NPR-Z0-9]{8}[0-9X][A-HJ-NPR-Z0-9]{4}\d{4}\b/g, isSound: isVehicle },
  { type: "cn_prc_id",             confidence: "high",   pattern: /\b[1-8]\d{5}(?:19|20)\d{2}[01]\d[0-3]\d{4}[\dX]\b/g, isSound: isChineseId },
  { type: "fr_insee",              confidence: "high",   pattern: /\b[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?\d{2} ?\d{3} ?\d{3} ?\d{2}\b/g, isSound: isInsee },
  { type: "es_dni_nie_nif",        confidence: "medium", pattern: /\b(?:\d{8}|[XYZ]\d{7})-?[A-HJ-NP-TV-Z]\b/g, isSound: isSpanishId },
  { type: "sg_nric",               confidence: "medium", pattern: /\b[STFG]\d{7}[A-Z]\b/g, isSound: isSingaporeId },
  { type: "se_personnummer",       confidence: "medium", pattern: /\b(?:(?:19|20)\d{2}|\d{2})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[-+]\d{4}\b/g, isSound: (text) => isLuhn(text.slice(-10)) },
  { type: "kr_rrn",                confidence: "medium", pattern: /\b\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-[1-4]\d{6}\b/g, isSound: isKoreanId },
  { type: "social_security_number", confidence: "medium", pattern: /(?<![\d-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/g, isSound: always },
];

/** The first of each kind and text; null where the text is too long to be looked at as a whole. */
export function sensitiveIn(text: string): readonly { readonly form: SensitiveForm; readonly text: string }[] {
  const shown = text.slice(0, limits.sensitiveCharsMax);
  const found = new Map<string, { form: SensitiveForm; text: string }>();
  for (const form of sensitiveForms) {
    for (const [match] of shown.matchAll(form.pattern)) {
      if (found.size >= limits.sensitiveFindsMax) break;
      if (form.isSound(match.replace(/[ .-]/g, ""))) found.set(`${form.type} ${match}`, { form, text: match });
    }
  }
  return [...found.values()];
}

export const sensitiveInformation: HostFunction = define({
  name: "beta.ml_extract_sensitive_information",
  positional: [["text", ["string"]]],
  result: "Sensitive",
  meaning: "Numbers and keys that their form gives away, in place of a model: what is not found is undetermined.",
  call: (_host, [text = null]) => extracted(text instanceof Json ? (text.value as Value) : text),
});

function extracted(text: Value): Value {
  if (typeof text !== "string") return null;
  const found = sensitiveIn(text).map(({ form: { type, confidence }, text: match }) =>
    valueObject("SensitiveElement", { text: match, type, confidence }),
  );
  return valueObject(
    "Sensitive",
    {
      elements: found.length === 0 ? DLP : [...found, new MoreItems(["dlp"])],
      truncated: text.length > limits.sensitiveCharsMax,
    },
    DLP,
  );
}

/** ISO 7064, MOD 97-10: letters count from 10. */
function isIban(text: string): boolean {
  if (text.length < 15 || text.length > 34) return false;
  let rest = 0;
  for (const sign of text.slice(4) + text.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Numbers that begin as the large networks' do; one digit repeated is nobody's. */
function isCard(digits: string): boolean {
  return /^(?:4|5[1-5]|2[2-7]|3[47]|6(?:011|4[4-9]|5)|35)/.test(digits) && !/^(\d)\1+$/.test(digits) && isLuhn(digits);
}

const VEHICLE_LETTERS = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ";
const VEHICLE_WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** ISO 3779 with the check digit of North America; a word or a number alone is none. */
function isVehicle(text: string): boolean {
  if (!/[A-Z]/.test(text) || !/\d.*\d.*\d/.test(text)) return false;
  const sum = VEHICLE_WEIGHTS.reduce(
    (total, weight, at) => total + weight * (VEHICLE_LETTERS.indexOf(text[at] ?? "") % 10),
    0,
  );
  return text[8] === "0123456789X"[sum % 11];
}

function isChineseId(text: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return "10X98765432"[sum % 11] === text[17];
}

function isInsee(text: string): boolean {
  return 97 - (Number(text.slice(0, 13)) % 97) === Number(text.slice(13));
}

function isSpanishId(text: string): boolean {
  const number = text.slice(0, -1).replace(/^[XYZ]/, (sign) => String("XYZ".indexOf(sign)));
  return "TRWAGMYFPDXBNJZSQVHLCKE"[Number(number) % 23] === text.at(-1);
}

function isSingaporeId(text: string): boolean {
  const weights = [2, 7, 6, 5, 4, 3, 2];
  const start = text[0] === "T" || text[0] === "G" ? 4 : 0;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at + 1]), start);
  const letters = text[0] === "S" || text[0] === "T" ? "JZIHGFEDCBA" : "XWUTRQPNMLK";
  return letters[sum % 11] === text[8];
}

function isKoreanId(text: string): boolean {
  const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return (11 - (sum % 11)) % 10 === Number(text[12]);
}

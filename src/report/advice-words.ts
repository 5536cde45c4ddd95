/** The sentences around advice, shared by terminal and report. */
import type { Advice } from "../advice/entry.ts";
import type { Audience, FindingCode } from "../advice/situation.ts";
import type { AdviceEntryJson } from "./advice-json.ts";

export const NO_FAULT = "Having opened such a mail is nobody's fault. They are made so that careful people open them.";

export const AUDIENCE_WORDS: Readonly<Record<Audience, string>> = {
  person: "person",
  organisation: "organisation",
  it: "IT team",
};

const FINDING_WORDS = {
  "MSG.TRACK": "mail that tells its sender who opened it",
  "MSG.INDICATOR": "a match with a published indicator",
  "MSG.IMPERSONATE": "a sender who poses as somebody",
  "MSG.CREDPHISH": "a link or form that asks for a login",
  "MSG.TAKEOVER": "a way into an account that needs no password",
  "MSG.MALWARE": "a harmful file",
  "MSG.ZEROCLICK": "something that fires without a decision by the reader",
  "EXP.OPENED": "it was opened",
  "EXP.DIRECT": "it was opened, and may have shown place, network and device",
  "EXP.RECEIPT": "a receipt was asked for",
  "EXP.ENGAGED": "it was answered or acted on, or may have been",
  "TGT.PERSON": "several such mails to one person",
  "TGT.FAMILY": "a relative was written to",
  "TGT.GROUP": "several people were written to in one campaign",
  "TGT.NOTIFIED": "a provider warned of state attackers",
  "POS.OWNTRACKING": "your own mailings track their readers",
  NONE: "nothing was found",
} as const satisfies Readonly<Record<FindingCode, string>>;

const WORDS: ReadonlyMap<string, string> = new Map(Object.entries(FINDING_WORDS));

/** ` Because: …`, why an entry is there; empty for what is for every case. */
export function becauseWords(codes: readonly string[]): string {
  if (codes.length === 0) return "";
  // The graver of two says the other.
  const told = codes.filter((code) => code !== "EXP.OPENED" || !codes.includes("EXP.DIRECT"));
  const words = told.slice(0, 2).map((code) => WORDS.get(code) ?? code);
  return ` Because: ${words.join("; ")}.`;
}

const BY_WORDS: ReadonlyMap<string, string> = new Map([
  ["authority", "Official"],
  ["provider", "The provider's own advice"],
  ["helper", "From a body that helps people at risk"],
]);

/** An entry, or its machine form. */
type Sourced =
  | Pick<Extract<Advice, { kind: "official" }>, "kind" | "by" | "source" | "read" | "checkedOn">
  | { readonly kind: "own" }
  | Pick<AdviceEntryJson, "kind" | "by" | "source" | "read" | "checkedOn">;

/** `Official (NCSC, “…”; the page itself, read 2026-11-27)`; or that it is ours. */
export function sourceWords(advice: Sourced): string {
  if (advice.kind !== "official") return "Our own advice.";
  const read = advice.read === "official" ? "its own page" : "as others report it";
  const day = advice.checkedOn === null ? "read when these notes were made, not since" : `read ${advice.checkedOn}`;
  return `${BY_WORDS.get(advice.by ?? "") ?? "Official"}: ${advice.source ?? ""}; ${read}, ${day}.`;
}

/** `not to do`, `about 10 minutes`. */
export function minutesWords({ minutes }: Pick<Advice, "minutes">): string {
  if (minutes === 0) return "";
  if (minutes < 60) return `about ${minutes} minutes`;
  return minutes === 60 ? "about an hour" : `about ${Math.round(minutes / 60)} hours`;
}

/** What advice is chosen by: what was found, about whom, and what the user says of themselves. Codes as in the guidance notes. */

/**
 * `MSG.*`: what the mail does · `EXP.*`: how far it got with a person · `TGT.*`: who was chosen · `POS.*`: how the own side is
 * set up · `NONE`: nothing was found.
 */
export type FindingCode =
  | "MSG.TRACK"
  | "MSG.INDICATOR"
  | "MSG.IMPERSONATE"
  | "MSG.CREDPHISH"
  | "MSG.TAKEOVER"
  | "MSG.MALWARE"
  | "MSG.ZEROCLICK"
  | "EXP.OPENED"
  | "EXP.DIRECT"
  | "EXP.RECEIPT"
  | "EXP.ENGAGED"
  | "TGT.PERSON"
  | "TGT.FAMILY"
  | "TGT.GROUP"
  | "TGT.NOTIFIED"
  | "POS.OWNTRACKING"
  | "NONE";

export type Audience = "person" | "organisation" | "it";

/** Who the user says they are. */
export type Self = "candidate" | "party" | "election" | "press" | "ngo" | "diaspora";
export const SELVES: readonly Self[] = ["candidate", "party", "election", "press", "ngo", "diaspora"];

/** ISO 3166 alpha-2. Countries with official advice in our notes. */
export type Country = "BE" | "FI" | "FR" | "GB" | "IE" | "NZ" | "US";
export const COUNTRIES: Readonly<Record<Country, string>> = {
  BE: "Belgium",
  FI: "Finland",
  FR: "France",
  GB: "United Kingdom",
  IE: "Ireland",
  NZ: "New Zealand",
  US: "United States",
};

export interface Situation {
  readonly findings: ReadonlySet<FindingCode>;
  readonly audience: Audience;
  /** Two capital letters as the user wrote them, or null; may be a country that our notes do not know. */
  readonly country: string | null;
  readonly self: ReadonlySet<Self>;
}

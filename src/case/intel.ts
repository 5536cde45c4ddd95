/**
 * What intelligence that the user gave says of one campaign, as far as an assessment asks: which groups it knows, and which
 * values of the campaign it names. Empty where no intelligence was given.
 */
import type { EpochMs } from "../base/brand.ts";

/** A group that the intelligence speaks of. Known is not named: a campaign's assessment names a group only on a match. */
export interface KnownGroup {
  readonly name: string;
  /** `accused`: a state accuses it of a campaign like this (a charge, a sanction, a statement) · `known`: others. */
  readonly standing: "accused" | "known";
  /** MITRE ATT&CK technique ids that the source gives it. They weigh nothing for a name. */
  readonly techniques: readonly string[];
  /**
   * Of an accused one: who accuses it and which document says so, `Northern Centre (2031-05-02, by “Notes”)`, in that order; absent where
   * nobody of the record does. Whoever wrote the document wrote that, too.
   */
  readonly accusedBy?: readonly string[];
  /** Who denies that, in the same form; absent where no denial of the record answers. */
  readonly deniedBy?: readonly string[];
  /** It is accused under another name only, and who takes the two for one: that one's claim. Absent where it is accused by its own. */
  readonly accusedAs?: { readonly name: string; readonly by: string };
}

/** A value of the campaign that a source names. */
export interface IntelMatch {
  /** As it stands in the campaign: host, domain, address, hash. */
  readonly value: string;
  /**
   * `indicator`: a source calls the value malicious · `infrastructure`: it leads to servers that a source ties to a group ·
   * `statement`: an official statement is about this very campaign.
   */
  readonly kind: "indicator" | "infrastructure" | "statement";
  /** Name of the group that the source ties it to, as in `groups`; null when it names none. */
  readonly group: string | null;
  /** Title of the source, or the file and the place in it. */
  readonly source: string;
  /** Title of the document, by which two sources are told apart; absent where `source` does that. */
  readonly document?: string;
  /** Of the source; null when it does not say. */
  readonly date: EpochMs | null;
  /** A government, a court or a parliament published it, not the press or a vendor: the user or its server vouches for that, not its own words. */
  readonly isOfficial: boolean;
  /** Strangers use the value too: a bulk service's host, a relay, an address that many rent. It weighs little then. */
  readonly isShared: boolean;
}

export interface CampaignIntel {
  readonly groups: readonly KnownGroup[];
  readonly matches: readonly IntelMatch[];
}

export const NO_INTEL: CampaignIntel = { groups: [], matches: [] };

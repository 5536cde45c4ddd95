/** Everything the report shows, gathered by the caller: the report itself opens nothing and asks no clock. */
import type { EpochMs, Sha256 } from "../base/brand.ts";
import type { Answer } from "../case/answer.ts";
import type { Description } from "../case/hunting-profile.ts";
import type { Campaign, Person, ProofRole, TrackingClass } from "../case/judgement.ts";
import type { LedgerView } from "../case/ledger-view.ts";
import type { PeopleNotes } from "../case/roster.ts";
import type { MonthCount, StoredMessage } from "../ports/store.ts";
import type { AdviceForJson } from "./advice-json.ts";
import type { AssessmentJson } from "./assessment-json.ts";
import type { Invocation } from "./command-line.ts";
import type { MarkedUrl } from "./marked-url.ts";

/** Who learns of it when mail of this mailbox is opened: a bulk service, or whoever holds the domain that is asked. */
export interface Tracker {
  /** Of the service, or the registrable domain; `others` where there were too many to tell apart. */
  readonly name: string;
  readonly isService: boolean;
  /** Of the messages that are counted here. */
  readonly trackingClass: TrackingClass;
  readonly messages: number;
  /** Distinct registrable domains of senders. */
  readonly senders: number;
  /** Distinct addresses whose copies these are. */
  readonly readers: number;
  /** That fire when the mail is opened and carry a token; of these the hidden ones, and how sure the tokens are. */
  readonly loads: number;
  readonly hidden: number;
  readonly tokens: Readonly<Record<"decoded" | "proven" | "likely", number>>;
  readonly first: EpochMs | null;
  readonly last: EpochMs | null;
  /** Ascending, those with mail; undated mail is in none. */
  readonly years: readonly { readonly year: number; readonly messages: number }[];
  /** Those asked most, at most three, of `hostCount`. */
  readonly hosts: readonly string[];
  readonly hostCount: number;
  /** What the service's loads and links are known to tell it, as a phrase; empty where that is not known. */
  readonly reveals: string;
}

/** A copy that was laid beside a message. */
export interface ComparedCopy {
  readonly sha256: Sha256;
  readonly date: EpochMs | null;
  /** Lower case; empty when nobody knows. */
  readonly reader: string;
  readonly url: MarkedUrl;
}

/** What comparison says of one load, with the addresses side by side. */
export interface ProofView {
  /** Index into the record's loads. */
  readonly load: number;
  readonly role: ProofRole;
  /** Whose value it is. */
  readonly reader: string;
  readonly readers: number;
  readonly messages: number;
  readonly here: MarkedUrl;
  /** Another reader's copy. */
  readonly other: ComparedCopy | null;
  /** Another message to the same reader. */
  readonly again: ComparedCopy | null;
}

/** A name or address that a campaign used. */
export interface InfrastructureRow {
  /** `sender domain`, `host of loads`, `mail service`, `mail program`, `replies go to`. */
  readonly role: string;
  readonly value: string;
  readonly messages: number;
  readonly first: EpochMs | null;
  readonly last: EpochMs | null;
}

/** One message of a campaign as a reader saw it; all of it mail text. */
export interface LureView {
  readonly sha256: Sha256;
  readonly date: EpochMs | null;
  readonly from: string;
  readonly subject: string;
  readonly preview: string;
}

/** What the report shows of a campaign beside its facts. */
export interface CampaignPage {
  readonly assessment: AssessmentJson;
  /** Distinct lures, earliest first, at most six, and how many there are. */
  readonly lures: readonly LureView[];
  readonly luresTotal: number;
  /** Most messages first within each role. */
  readonly infrastructure: readonly InfrastructureRow[];
  /** Ids of people, with their messages of this campaign that were looked at. */
  readonly targets: readonly { readonly person: string; readonly messages: number }[];
  /** Messages looked at; fewer than the campaign has where it is large. */
  readonly lookedAt: number;
  /** Beside what documents describe; empty where none does. */
  readonly descriptions?: readonly Description[];
}

/** By id the file of a rule that the user gave; ours are not in it. */
export type RuleFiles = ReadonlyMap<string, string>;

/** How far a report may go, by the traffic lights of what stands in it. */
export interface ReportLights {
  /** The strictest, `TLP:AMBER`; empty where nothing bears one. */
  readonly strictest: string;
  /** Documents that were left out, since their light is stricter than was asked for. */
  readonly leftOut: number;
  /** Titles of files whose values the report names although they are marked so: they were seen in this mail. */
  readonly named: readonly string[];
}

export interface ReportModel {
  readonly answer: Answer;
  readonly months: readonly MonthCount[];
  readonly campaigns: readonly Campaign[];
  readonly people: readonly Person[];
  /** Absent where nothing was said of people together. */
  readonly peopleNotes?: PeopleNotes;
  /** Suspicious and hostile, most severe first; the report shows at most 500. */
  readonly messages: readonly StoredMessage[];
  /** What comparison shows of these messages, in their order; absent where nothing was compared. */
  readonly proofs?: readonly (readonly ProofView[])[];
  /** How many suspicious and hostile messages there are in all. */
  readonly messagesTotal: number;
  /** Messages read partly or not at all; the terminal answer promises that the report lists them. At most 200 are shown. */
  readonly incomplete?: readonly StoredMessage[];
  /** Who tracks the mailbox: what is not commercial first, then by messages. */
  readonly trackers: readonly Tracker[];
  /** Absent where the user gave no rules. */
  readonly ruleFiles?: RuleFiles;
  /** In the order of `campaigns`, of as many as the report shows; absent where none were assessed. */
  readonly pages?: readonly CampaignPage[];
  /** For the organisation, its IT and each person reached; absent where nobody asked for it. */
  readonly advice?: readonly AdviceForJson[];
  /** What the chosen have in common, in sentences. */
  readonly shared?: readonly string[];
  /** What published documents say; absent where it was not gathered. */
  readonly record?: LedgerView;
  /** Of a report that is handed on; absent with `record`. */
  readonly lights?: ReportLights;
  readonly toolVersion: string;
  readonly caseFolder: string;
  /** ISO 8601, UTC. */
  readonly generatedAt: string;
  /** For commands that the report names. */
  readonly invocation?: Invocation;
}

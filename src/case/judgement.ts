/** What the comparing steps conclude from the records: derived, dropped and made again whenever mail or rules change. */
import type { EpochMs, Sha256 } from "../base/brand.ts";
import type { Span } from "../base/span.ts";
import type { TokenRecord } from "./record.ts";

export type TrackingClass = "none" | "commercial" | "unexplained" | "covert";
export type Verdict = "clear" | "tracked" | "suspicious" | "hostile";
export type Severity = "info" | "low" | "medium" | "high";

/**
 * What a finding is evidence of. `targeting`: somebody chose these readers · `crime`: fraud, phishing, harmful files, as they are sent to anybody ·
 * `posture`: a matter of the owner's own. Only the first makes an answer (DESIGN 3: tracked and targeted are two axes).
 */
export type About = "targeting" | "crime" | "posture";

/** A condition that fired on a message. */
export interface Finding {
  /** Stable id, for example `tracking.covert-token`. */
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  readonly about: About;
  /** MITRE ATT&CK technique ids. */
  readonly techniques: readonly string[];
  /** Plain sentences that say why, each true by itself. */
  readonly reasons: readonly string[];
  /** What could not be decided, and why; empty when nothing. */
  readonly undetermined: readonly string[];
  readonly spans: readonly Span[];
}

/**
 * What a field that comparison looked at does. `recipient`: another value for each reader, and the same again in another
 * message to this one · `copy`: another value in each reader's copy, and no second mailing that was compared to tell whether it stays ·
 * `message`: another value in each reader's copy, and another in each message to one reader: it names the single copy, so
 * its sender can look the reader up; a random number that nobody keeps would look the same · `forward`: another reader's,
 * seen here because the copy was passed on · `shared`: the same in the copies of several readers.
 */
export type ProofRole = "recipient" | "copy" | "message" | "forward" | "shared";

/** A load of another message that was laid beside this one. */
export interface ComparedLoad extends Span {
  readonly sha256: Sha256;
  /** Index into that record's loads; `[start, end)` are UTF-16 offsets into its `resolved`. */
  readonly load: number;
}

/** How comparison came to what it says of a load: enough to show both values side by side. */
export interface TokenProof extends Span {
  readonly role: ProofRole;
  /** `[start, end)` are UTF-16 offsets into the load's `resolved`; empty for `shared`. */
  readonly start: number;
  readonly end: number;
  /** Whose value it is, lower case. */
  readonly reader: string;
  /** The copy of another reader, whose value differs; for `forward` and `shared` the load with the same value. */
  readonly other: ComparedLoad | null;
  /** Another message to the same reader: for `recipient` the same value, for `message` a different one; else null. */
  readonly again: ComparedLoad | null;
  /** Distinct readers whose copies were compared, and messages that bear the role out. */
  readonly readers: number;
  readonly messages: number;
  /** Fields of the same URL that are equal in all copies of one mailing and differ between mailings, at most 4. */
  readonly campaign: readonly Span[];
}

export interface JudgedToken {
  /** Index into the record's loads. */
  readonly load: number;
  readonly token: TokenRecord;
  /** Absent in what versions without proofs have stored. */
  readonly proof?: TokenProof | undefined;
}

/** The judgement of one message. */
export interface Judgement {
  readonly sha256: Sha256;
  readonly trackingClass: TrackingClass;
  /** Why this class, in plain sentences; never empty. */
  readonly classReasons: readonly string[];
  readonly verdict: Verdict;
  /** The verdict by what speaks of targeting alone: what the answer counts. */
  readonly targeting: Verdict;
  readonly findings: readonly Finding[];
  /** Tokens that comparison changed, by index into the record's loads. */
  readonly tokens: readonly JudgedToken[];
  readonly campaign: string | null;
  /** Known bulk service that sent it, by name; empty for none. */
  readonly service: string;
}

/** A tie between two messages of a campaign. */
export interface CampaignLink {
  readonly from: Sha256;
  readonly to: Sha256;
  /** `sender-domain`, `load-host`, `text-print`, … */
  readonly kind: string;
  readonly value: string;
  /** 0 to 1. */
  readonly weight: number;
  readonly why: string;
}

/** An id that an earlier judging gave: `joined`: its messages are here, and the id is no more · `split`: this was a part of it, and it goes on. */
export interface FormerCampaign {
  readonly id: string;
  readonly how: "joined" | "split";
}

/** What two campaigns share that one maker would explain. */
export interface SharedTrait {
  /** As of a link: `mailer`, `boundary`, … */
  readonly kind: string;
  readonly value: string;
  /** 0 to 1. */
  readonly weight: number;
  readonly why: string;
}

/**
 * Another campaign that perhaps has the same maker: both show what one maker's tools would explain, and too little ties them to be one
 * campaign. An estimate for people to look into, and no attribution: tools are sold, copied and handed on.
 */
export interface PerhapsOneMaker {
  /** Id. */
  readonly campaign: string;
  /** 0 to 1, an estimate: even chances and more, never near 1. */
  readonly chance: number;
  /** Heaviest first; never empty. */
  readonly shared: readonly SharedTrait[];
  /** Kinds in which both have something, and nothing in common: they speak against it. */
  readonly differing: readonly string[];
}

export interface Campaign {
  /** `c-` and hex digits, stable as mail is added. */
  readonly id: string;
  readonly title: string;
  readonly verdict: Verdict;
  /** By date, then hash. */
  readonly messages: readonly Sha256[];
  /** Ids of people. */
  readonly people: readonly string[];
  readonly first: EpochMs | null;
  readonly last: EpochMs | null;
  readonly links: readonly CampaignLink[];
  readonly techniques: readonly string[];
  /** Plain sentences for the answer: proof, sender, contact, authentication. */
  readonly facts: readonly string[];
  /** What sources call malicious in its messages; absent where nothing was searched for, or seen. */
  readonly indicators?: readonly CampaignIndicator[] | undefined;
  /** Absent where it was never another. */
  readonly formerly?: readonly FormerCampaign[] | undefined;
  /** Likeliest first, at most eight; absent for none. Said of both. */
  readonly perhapsOneMaker?: readonly PerhapsOneMaker[] | undefined;
}

/** An indicator seen in messages of a campaign, without doubt. */
export interface CampaignIndicator {
  readonly value: string;
  /** Title of the file, and where in it. */
  readonly source: string;
  readonly place: string;
  /** As the source ties it to groups: its claim. */
  readonly groups: readonly string[];
  /** Messages of the campaign that hold it. */
  readonly messages: number;
}

export type Likelihood = "possible" | "probable" | "confirmed";

/**
 * What a sender may have learned of a reader (threat-facts 2.1). `live`: the address takes mail · `scan`: when a program without the
 * reader loaded it · `opened`: that and when it was opened · `network`: network address, provider, rough place · `device`: device,
 * system, mail program · `client`: mail program and time zone, by a mail of the reader's · `answer`: what that mail said · `action`: what
 * was clicked · `others`: networks of whom it was passed on to.
 */
export type Disclosure = "live" | "scan" | "opened" | "network" | "device" | "client" | "answer" | "action" | "others";

/** What was disclosed about a person, on the scale of threat-facts 3 (0 to 6). */
export interface Exposure {
  readonly level: 0 | 1 | 2 | 3 | 4 | 5 | 6;
  readonly likelihood: Likelihood;
  readonly reasons: readonly string[];
  /** What the sender learned by any of the evidence, as likely as `likelihood` says; absent in what versions without it have stored. */
  readonly learned?: readonly Disclosure[] | undefined;
  /** Of these, what is more or less likely than that. */
  readonly learnedAs?: Readonly<Partial<Record<Disclosure, Likelihood>>> | undefined;
}

/** One of a person's addresses, and what of interest came through it. */
export interface AccountUse {
  readonly address: string;
  readonly messages: number;
  readonly first: EpochMs | null;
  readonly last: EpochMs | null;
}

/** One campaign and one person. */
export interface CampaignExposure {
  /** Id; null for messages of interest in no campaign. */
  readonly campaign: string | null;
  readonly messages: number;
  readonly first: EpochMs | null;
  readonly last: EpochMs | null;
  readonly exposure: Exposure;
}

export interface Person {
  /** `p-` and hex digits of a hash, of the roster's word for the person or of the address: stable, and safe to show in a log. */
  readonly id: string;
  readonly name: string;
  readonly addresses: readonly string[];
  readonly role: string;
  /** Suspicious or hostile messages that reached this person. */
  readonly messages: readonly Sha256[];
  /** All messages seen for this person. */
  readonly messagesAll: number;
  readonly first: EpochMs | null;
  readonly last: EpochMs | null;
  readonly exposure: Exposure;
  /** Absent where no roster was given, and in what versions before stored. */
  readonly onRoster?: boolean | undefined;
  readonly groups?: readonly string[] | undefined;
  /** Id of the person in whose household this one lives. */
  readonly household?: string | undefined;
  /** Addresses that something of interest came through, most first. */
  readonly accounts?: readonly AccountUse[] | undefined;
  /** By first message. */
  readonly campaigns?: readonly CampaignExposure[] | undefined;
}

/**
 * The case on disk: one contract, several engines. A unit of work is a slice of a source, its result a batch keyed by
 * message hash, and applying a batch twice changes nothing (DESIGN 6).
 */
import type { EpochMs, Sha256 } from "../base/brand.ts";
import type { Result } from "../base/result.ts";
import type { AttackerWarnings, NotCovered, RulePack, RuleTally, SourceCoverage, Targeted } from "../case/answer.ts";
import type { HandDecision } from "../case/hand.ts";
import type { IndicatorSighting, IntelFile, KeptIntel } from "../case/indicator.ts";
import type { Campaign, Judgement, Person, TrackingClass, Verdict } from "../case/judgement.ts";
import type { LedgerDocument, RemovedItem } from "../case/ledger.ts";
import type { KeptLogs, LogLine } from "../case/log-line.ts";
import type { MessageOutline } from "../case/outline.ts";
import type { LocationRecord, MessageRecord, ReadStatus } from "../case/record.ts";
import type { GivenClient, KeptRoster, PeopleNotes } from "../case/roster.ts";
import type { FileMemory, PiecePlace, PlanMemory, SliceMemory, Source } from "./mailbox.ts";

/**
 * `busy`: another run holds the case · `older`, `newer`: written by a version whose form this one does not know ·
 * `damaged` · `full`: no space left · `io`: the disk or a permission. `message` says what, where, why it matters, what to do.
 */
export interface StoreError {
  readonly code: "busy" | "older" | "newer" | "damaged" | "full" | "io" | "missing";
  readonly message: string;
}

export interface BatchItem {
  readonly record: MessageRecord;
  readonly location: LocationRecord;
  /**
   * SHA-256 of the message with LF for its CRLFs, by which it is known as the same message as the one that lies there with
   * LF; null or absent when its own hash is the only name it has (mail/line-form.ts).
   */
  readonly lineSha256?: Sha256 | null;
  /** Place within the source; the same place read again replaces the old location. */
  readonly key: string;
  /** For folder sources: the file as it was read; null otherwise. */
  readonly file: FileMemory | null;
}

/**
 * A record in its stored form (docs/formats/case.md), the same for every engine, with what an engine keeps beside it.
 * Plain data that a thread can be sent.
 */
export interface PackedRecord extends Pick<MessageRecord, "sha256" | "date" | "status" | "size" | "messageId"> {
  /** As `BatchItem.lineSha256`. */
  readonly lineSha256: Sha256 | null;
  /** Distinct domains of the From addresses, sorted. */
  readonly fromDomains: readonly string[];
  /** What the message can be found by, each with the roles in which it appears. */
  readonly addresses: ReadonlyMap<string, number>;
  readonly hosts: ReadonlyMap<string, number>;
  readonly files: ReadonlyMap<string, number>;
  readonly outline: string | Uint8Array;
  readonly body: string | Uint8Array;
}

/** An item as it is applied: packed where the mail was read, so that the one thread that writes only writes. */
export interface PackedItem extends Omit<BatchItem, "record" | "lineSha256"> {
  readonly record: PackedRecord;
}

export type PackItem = (item: BatchItem) => PackedItem;

/** What a piece of a slice gave. Applied whole or not at all. */
export interface Batch {
  /** Absolute path of the source, given to `beginSource` before. */
  readonly source: string;
  readonly slice: SliceMemory;
  readonly items: readonly PackedItem[];
  readonly notCovered: readonly NotCovered[];
  /** Keys of places that are no more, together with what lay there and nowhere else: only of the source `joined:`. */
  readonly dropped?: readonly string[];
}

/** The same message in bytes of its own: with other line ends. Its record says the same, but for hash, size and spans. */
export interface SecondCopy {
  readonly sha256: Sha256;
  readonly size: number;
  /** Elements of the message's `locations`. */
  readonly locations: readonly LocationRecord[];
}

/** One message as the case knows it: its copies with other line ends are in it, and are no messages of their own. */
export interface StoredMessage {
  readonly record: MessageRecord;
  /** Of all its copies. */
  readonly locations: readonly LocationRecord[];
  /** By hash; absent when it lies in one form only. */
  readonly secondCopies?: readonly SecondCopy[];
  /** Of a piece that was asked for by its hash: the messages that it is a part of. */
  readonly joinedInto?: readonly Sha256[];
  /** Null until the first judging. */
  readonly judgement: Judgement | null;
}

/** One piece of a longer message, with all that is needed to read it again. */
export interface StoredPiece {
  readonly record: MessageRecord;
  /** Where it was found; none when it lies nowhere any more, or was put together itself. */
  readonly places: readonly PiecePlace[];
  /** For one that was put together: the pieces, once for each way it was. */
  readonly joinedFrom: readonly (readonly Sha256[])[];
}

export interface MessageQuery {
  readonly verdicts?: readonly Verdict[];
  readonly classes?: readonly TrackingClass[];
  readonly statuses?: readonly ReadStatus[];
  /** Its id; null for judged messages that are in none. */
  readonly campaign?: string | null;
  /** Lower case address of a reader or sender. */
  readonly address?: string;
  /** Half open window over the message date. */
  readonly from?: EpochMs;
  readonly to?: EpochMs;
  /** At most this many; default all. */
  readonly limit?: number;
}

/**
 * All counts of the answer, from the index. Messages, places and bytes are of what was found; what was put together from
 * pieces is `joined`, and is among the verdicts and classes.
 */
export interface Counts {
  readonly messages: number;
  readonly ok: number;
  readonly partial: number;
  readonly unparseable: number;
  /** Of `messages`: second copies of others among these, which have no verdict of their own. */
  readonly secondCopies: number;
  /** Put together from pieces, and found in no form. */
  readonly joined: number;
  readonly locations: number;
  readonly bytes: number;
  readonly first: EpochMs | null;
  readonly last: EpochMs | null;
  readonly sources: readonly SourceCoverage[];
  readonly notCovered: readonly NotCovered[];
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly classes: Readonly<Record<TrackingClass, number>>;
  /** Sources whose reading was begun and is not finished, or that have open slices. */
  readonly unfinishedSources: number;
  /** False when messages or their places changed since `saveJudgements`, so that verdicts and classes are out of date. */
  readonly judged: boolean;
}

/** Messages per calendar month (UTC) and verdict, for the timeline. `month` is `YYYY-MM`. */
export interface MonthCount {
  readonly month: string;
  readonly verdict: Verdict;
  readonly trackingClass: TrackingClass;
  readonly messages: number;
}

/** The rules of the last scan. */
export interface CaseRules {
  /** Those that ship with the program are among them. */
  readonly shipped: boolean;
  /** Files and folders that the user named, absolute, in that order. */
  readonly paths: readonly string[];
  /** As `RuleAnswersRecord.set` of messages that are read with them; empty where all are asked when mail is judged. */
  readonly set: string;
  readonly packs: readonly RulePack[];
  /** Of rules that do not ship: which file each id is of. */
  readonly files: readonly { readonly rule: string; readonly path: string }[];
}

/** Lists and registration dates that the user gave for rules: asked again whenever mail is judged. Absolute paths. */
export interface KeptGiven {
  /** `name=PATH`, one of a name, sorted. */
  readonly lists: readonly string[];
  readonly whois: string | null;
}

/** Settings of the case that later runs and commands use again. */
export interface CaseSettings {
  /** Addresses or `@domain`s that the user named as the owner's, lower case, sorted. */
  readonly owners: readonly string[];
  /** Names and networks of the owner's own mail servers, sorted; absent when none were named. */
  readonly boundary?: readonly string[];
  /** Absent before the first scan that knew rules. */
  readonly rules?: CaseRules;
  /** What people decided about campaigns, in that order; absent where nothing. */
  readonly byHand?: readonly HandDecision[];
  /** Absent where none were given. */
  readonly given?: KeptGiven;
  /** Domains that the organisation's own phishing tests come from, lower case, sorted; absent where none were named. */
  readonly simulation?: readonly string[];
}

/** `file`: a hash or the name of an attached file, lower case. */
export type ObservableKind = "host" | "address" | "file";

/** A host, an address or an attached file's hash or name in a message. */
export interface ObservableUse {
  readonly value: string;
  readonly sha256: Sha256;
  readonly date: EpochMs | null;
  /** Sum of the roles in which it appears (docs/formats/case.md). */
  readonly roles: number;
}

/** A test of each message of the case, or those that are wanted: then the cost is by their number. */
export type WantedRecords = ((sha256: Sha256) => boolean) | ReadonlySet<Sha256>;

export interface CaseStore {
  settings(): Promise<CaseSettings>;
  saveSettings(settings: CaseSettings): Promise<Result<void, StoreError>>;
  /** Null where the user gave none. */
  roster(): Promise<KeptRoster | null>;
  /** What was judged before is out of date. */
  saveRoster(roster: KeptRoster): Promise<Result<void, StoreError>>;
  /** Null where the user gave none. */
  logs(): Promise<KeptLogs | null>;
  /** What was judged before is out of date. */
  saveLogs(logs: KeptLogs): Promise<Result<void, StoreError>>;
  /** What the user says programs do with remote content, by account domain; none where nothing was said. */
  givenClients(): Promise<readonly GivenClient[]>;
  /** What was judged before is out of date. */
  saveGivenClients(clients: readonly GivenClient[]): Promise<Result<void, StoreError>>;
  /** Memory of earlier runs for the planner. */
  memory(source: Source): Promise<PlanMemory>;
  /**
   * Registers a source before its batches. `state` as planned: `changed` forgets its slices; its old locations are
   * dropped when `finishSource` is called, unless they were read again.
   */
  beginSource(
    source: Source,
    plan: { readonly state: string; readonly fingerprint: string },
  ): Promise<Result<void, StoreError>>;
  /** With items, what was judged before is out of date: `Counts.judged` is false from the same moment on. */
  applyBatch(batch: Batch): Promise<Result<void, StoreError>>;
  /** All slices of the source are done. What was judged before is out of date. */
  finishSource(path: string): Promise<Result<void, StoreError>>;
  /** Paths that could not be covered at discovery; replaces what the last run said of the same paths. */
  saveNotCovered(paths: readonly string[], items: readonly NotCovered[]): Promise<Result<void, StoreError>>;

  /** Every message in date order (undated first), then by hash; constant memory. Second copies are no messages here and below. */
  messages(query: MessageQuery): AsyncIterable<StoredMessage>;
  /** The outline of every message in that order, or of a fair sample: about so many, the same each time, in no order. */
  outlines(query: { readonly sample?: number }): AsyncIterable<MessageOutline>;
  /** The record of every message in that order, or of those that are wanted, without what `messages` gathers around it. */
  records(wanted?: WantedRecords): AsyncIterable<MessageRecord>;
  /** Pieces of longer messages (message/partial), in the order of `messages`; the places of second copies are a piece's too. */
  pieces(): AsyncIterable<StoredPiece>;
  /** Keys of the places in the source `joined:`. */
  joinedKeys(): Promise<readonly string[]>;
  /**
   * By hash, or by a prefix of at least 6 hex digits that only one message has; null when none or several. The hash of a
   * second copy gives the message that it is a copy of.
   */
  message(idOrPrefix: string): Promise<StoredMessage | null>;
  /** Replaces all judgements, campaigns and people in one transaction, and marks the case as judged; `judgements` is consumed as it comes. */
  saveJudgements(all: {
    readonly judgements: AsyncIterable<Judgement>;
    readonly campaigns: () => readonly Campaign[];
    readonly people: () => readonly Person[];
    /** Owner addresses as used, and where they came from. */
    readonly owners: () => { readonly addresses: readonly string[]; readonly from: "given" | "inferred" | "none" };
    readonly attackerWarnings: () => AttackerWarnings;
    readonly targeted: () => Targeted;
    /** Absent: nothing is known of rules. */
    readonly rules?: () => RuleTally;
    /** Absent: nothing is said of people together, and no log was read. */
    readonly peopleNotes?: () => PeopleNotes;
    readonly sightings?: () => readonly LogLine[];
  }): Promise<Result<void, StoreError>>;
  /**
   * Some judgements anew, with the campaigns, the people and the counts that follow from them, in one transaction; the tracking class of
   * each stays. For what changes the outcome of few messages; `saveJudgements` judges the case as a whole.
   */
  amendJudgements(change: {
    readonly judgements: readonly Judgement[];
    readonly campaigns: readonly Campaign[];
    readonly people: readonly Person[];
    readonly targeted: Targeted;
  }): Promise<Result<void, StoreError>>;
  campaigns(): Promise<readonly Campaign[]>;
  people(): Promise<readonly Person[]>;
  owners(): Promise<{ readonly addresses: readonly string[]; readonly from: "given" | "inferred" | "none" }>;
  /** Null until the first judging, and after one that did not say. */
  peopleNotes(): Promise<PeopleNotes | null>;
  /** What logs showed at the last judging. */
  sightings(): Promise<readonly LogLine[]>;
  /** None until the first judging. */
  attackerWarnings(): Promise<AttackerWarnings>;
  /** Null until the first judging, and of one that did not tell targeting from crime: then all counts. */
  targeted(): Promise<Targeted | null>;
  /** Null until the first judging, and after one that did not say. */
  ruleTally(): Promise<RuleTally | null>;
  counts(): Promise<Counts>;
  months(): Promise<readonly MonthCount[]>;
  /** Distinct registrable domains of From addresses among messages of the class. */
  senders(trackingClass: TrackingClass): Promise<number>;
  /** Messages with attached files that were read before hashes and names of these were kept: of them `file` says nothing. */
  unhashedFiles(): Promise<boolean>;
  /** Every distinct host, address, or hash and name of a file, of the case, in no order; constant memory. */
  observables(kind: ObservableKind): AsyncIterable<string>;
  /** The messages that hold one of these values, in one of the `roles` (a sum of them; default any); none of a second copy. Cost: by what is found. */
  observableUses(kind: ObservableKind, values: readonly string[], roles?: number): AsyncIterable<ObservableUse>;
  /** How many messages these are, by value; none for a value that is nowhere. */
  observableCounts(
    kind: ObservableKind,
    values: readonly string[],
    roles?: number,
  ): Promise<ReadonlyMap<string, number>>;
  /** What was given to hunt for, in the order given; but for files of the paths `without`. */
  intel(without?: ReadonlySet<string>): Promise<readonly IntelFile[]>;
  /** The files of `intel`, in that order; their indicators are not read for it. */
  intelHeads(): Promise<readonly KeptIntel[]>;
  /** Each file takes the place of what was kept of its path, and comes last; files of the paths `gone` are kept no more. */
  saveIntel(files: readonly IntelFile[], gone?: readonly string[]): Promise<Result<void, StoreError>>;
  /** By message date, then hash. */
  indicatorSightings(): Promise<readonly IndicatorSighting[]>;
  /** Replaces all. */
  saveIndicatorSightings(sightings: readonly IndicatorSighting[]): Promise<Result<void, StoreError>>;
  /** Documents of the public record that the user keeps, in the order in which they were kept; statements that were removed are in them no more. */
  documents(): Promise<readonly LedgerDocument[]>;
  /**
   * Keeps documents and the bytes that each is named by: one that is there already is replaced, and stays where it is. What was removed
   * under its id counts as removed no more.
   */
  keepDocuments(
    kept: readonly { readonly document: LedgerDocument; readonly bytes: Uint8Array }[],
  ): Promise<Result<void, StoreError>>;
  /** The bytes as they were kept. `missing`: none are; `damaged`: they are not the ones that the hash names. */
  documentBytes(sha256: string): Promise<Result<Uint8Array, StoreError>>;
  /** Takes out a document with its bytes, or a statement, and remembers that. */
  remove(item: RemovedItem): Promise<Result<void, StoreError>>;
  /** By id. */
  removed(): Promise<readonly RemovedItem[]>;
  close(): Promise<void>;
}

/**
 * The index → judgements, campaigns, people. Works on the records alone, so that new mail or new conditions are judged
 * without reading any mail again (DESIGN 2.1).
 *
 * Two passes in date order. The first, over outlines, learns the whole case: senders, owners, copies. The second judges
 * each message with history as of its day. Judgements of ordinary mail are handed on at once; only what is tracked without
 * explanation or of interest is held back, until campaigns are known. Memory: a small entry per sender, per lure, per
 * unexplained message and, somewhat larger, per message of interest.
 */
import type { Sha256 } from "../base/brand.ts";
import type { Result } from "../base/result.ts";
import type { Targeted } from "../case/answer.ts";
import type { HandDecision } from "../case/hand.ts";
import type { IndicatorSighting } from "../case/indicator.ts";
import type { Campaign, JudgedToken, Judgement, Person, TokenProof } from "../case/judgement.ts";
import type { LogLine, ReadLogs } from "../case/log-line.ts";
import { type MessageOutline, outlineOf } from "../case/outline.ts";
import type { LoadRecord, MessageRecord } from "../case/record.ts";
import { type GivenClient, type KeptRoster, NO_PEOPLE_NOTES, type PeopleNotes } from "../case/roster.ts";
import type { KnownCampaign, Sighted } from "../cluster/campaigns.ts";
import type { ComparisonBook } from "../cluster/comparison.ts";
import { DoubtBook, NO_DOUBTS } from "../cluster/doubts.ts";
import { HistoryBook } from "../cluster/history.ts";
import type { KindName } from "../cluster/linking/kinds.ts";
import { Past } from "../cluster/past.ts";
import { provenToken } from "../cluster/proven-token.ts";
import { readersOf } from "../cluster/readers.ts";
import { ReceiverBook } from "../cluster/receivers.ts";
import type { CaseStore, StoreError } from "../ports/store.ts";
import { isLinkShortener } from "../signals/link-shorteners.ts";
import { serviceOfHost } from "../signals/services/tables.ts";
import { ownedDomain } from "../url/registrable-domain.ts";
import type { Conclusion, Conditions } from "../verdict/conditions.ts";
import type { Evidence, JudgedLoad } from "../verdict/evidence.ts";
import { withSightings } from "../verdict/sighted.ts";
import { isSteady, isStranger, passes } from "../verdict/signs.ts";
import { AgreedTests, asAgreedTest, isAgreedTest } from "./agreed-tests.ts";
import type { GivenKnowledge } from "./ask-rules.ts";
import { CampaignDesk, type Standing } from "./campaign-desk.ts";
import { compareMailings, copyOf, differingTokens } from "./compare-mailings.ts";
import { ExpectedBook, LogLineIndex, NOTHING_LOGGED, NOTHING_WANTED } from "./expected-loads.ts";
import { type Held, HeldMail, HeldReader } from "./held-mail.ts";
import { keptMarks } from "./kept-marks.ts";
import { ownerOf, PastKnowledge } from "./knowledge-of.ts";
import { type Learned, learn } from "./learn.ts";
import { linked } from "./linked.ts";
import { locationsOf, type Ownership, ownership } from "./ownership.ts";
import { PeopleBook, type Reached } from "./people-book.ts";
import { RuleBook } from "./rule-book.ts";
import { SentMail } from "./sent-mail.ts";
import { hasLogs, readSightings } from "./sightings.ts";
import { targetedOf } from "./targeted.ts";
import { WarningBook } from "./warning-book.ts";
import { type Compared, weigh } from "./weigh.ts";

/** `known`: lists and dates that the user gave for rules, as when the mail was read; what a rule asks of them and is not given stays undecided. */
export async function judge(
  store: CaseStore,
  conditions: Conditions,
  onProgress: (messages: number) => void = () => {},
  { readLogs = null, isReceiverKnown = false, linksLeftOut = NO_KINDS, tidy = () => {}, ...known }: Beside = {},
): Promise<Result<void, StoreError>> {
  const { owners: given, byHand = [], simulation = [] } = await store.settings();
  const roster = await store.roster();
  const { learned, comparison } = await learnAndCompare(store, given, roster, tidy);
  tidy();
  const bench = new Bench({
    learned,
    comparison,
    known,
    conditions,
    sightings: Map.groupBy(await store.indicatorSightings(), ({ sha256 }) => sha256),
    simulation,
    isReceiverKnown,
    tidy,
    links: { decisions: byHand, before: await store.campaigns(), leftOut: linksLeftOut },
    people: { roster, clients: await store.givenClients(), readLogs },
  });
  return store.saveJudgements({
    judgements: bench.judgements(store, onProgress),
    campaigns: () => bench.campaigns,
    people: () => bench.people,
    peopleNotes: () => bench.notes,
    sightings: () => bench.sightings,
    owners: () => ({ addresses: [...learned.owners].sort(), from: learned.ownersFrom }),
    attackerWarnings: () => bench.warnings.all(),
    targeted: () => bench.targeted,
    rules: () => bench.rules.all(),
  });
}

/** A function of its own, so that nothing but what it returns stays in memory while messages are judged. */
async function learnAndCompare(
  store: CaseStore,
  given: readonly string[],
  roster: KeptRoster | null,
  tidy: () => void,
): Promise<{ readonly learned: Learned; readonly comparison: ComparisonBook }> {
  const { learned, mailings } = await learn(store, given, roster);
  tidy();
  const { readers: owners, messages } = learned;
  return { learned, comparison: await compareMailings(store, mailings.mailings(), { owners, messages }) };
}

/** What the user gave beside mail for this run. */
interface Beside extends Partial<GivenKnowledge> {
  readonly readLogs?: ReadLogs | null;
  /** The topmost results are the receiver's: of a mailbox made for a test, too small to tell. */
  readonly isReceiverKnown?: boolean;
  /** Kinds of links that shall weigh nothing, for trials of what carries the result. */
  readonly linksLeftOut?: ReadonlySet<KindName>;
  /** Called where much was left behind that nothing needs any more: for who bounds memory. */
  readonly tidy?: () => void;
}

const NO_KINDS: ReadonlySet<KindName> = new Set();

/** What the case knows of campaigns from before. */
interface KnownLinks {
  readonly decisions: readonly HandDecision[];
  readonly before: readonly KnownCampaign[];
  readonly leftOut: ReadonlySet<KindName>;
}

/** What the second pass judges by. */
interface Judging {
  readonly learned: Learned;
  readonly comparison: ComparisonBook;
  readonly conditions: Conditions;
  readonly known: Partial<GivenKnowledge>;
  /** Indicators seen in each message. */
  readonly sightings: ReadonlyMap<Sha256, readonly IndicatorSighting[]>;
  readonly links: KnownLinks;
  /** Domains that were named for phishing tests. */
  readonly simulation: readonly string[];
  readonly isReceiverKnown: boolean;
  readonly tidy: () => void;
  readonly people: {
    readonly roster: KeptRoster | null;
    readonly clients: readonly GivenClient[];
    readonly readLogs: ReadLogs | null;
  };
}

/** The second pass and what it ends in. `campaigns`, `people`, `warnings` and `rules` are complete once `judgements` has run dry. */
class Bench {
  campaigns: readonly Campaign[] = [];
  people: readonly Person[] = [];
  notes: PeopleNotes = NO_PEOPLE_NOTES;
  sightings: readonly LogLine[] = [];
  targeted: Targeted = { hostile: 0, suspicious: 0, loose: [] };
  readonly warnings = new WarningBook();
  readonly rules = new RuleBook();
  readonly #learned: Learned;
  readonly #comparison: ComparisonBook;
  readonly #conditions: Conditions;
  readonly #sightings: ReadonlyMap<Sha256, readonly IndicatorSighting[]>;
  readonly #before = new HistoryBook();
  readonly #doubts = new DoubtBook();
  readonly #held: HeldMail;
  readonly #past: Past;
  readonly #knowledge: PastKnowledge;
  readonly #desk: CampaignDesk<Held>;
  readonly #tidy: () => void;
  /** Tracker domains of commercial mail. */
  readonly #shared = new Set<string>();
  readonly #book: PeopleBook;
  readonly #readLogs: ReadLogs | null;
  readonly #receivers = new ReceiverBook();
  /** Own servers were named, or nobody need be told apart. */
  readonly #trustsTop: boolean;
  readonly #agreed: AgreedTests;
  /** Null where no domain was named for them. */
  #agreedTests: number | null;

  constructor(judging: Judging) {
    const { learned, comparison, conditions, known, sightings, links, simulation, people } = judging;
    this.#trustsTop = judging.isReceiverKnown || learned.servers.length > 0;
    this.#agreed = new AgreedTests(simulation, learned.servers);
    this.#agreedTests = simulation.length === 0 ? null : 0;
    this.#desk = new CampaignDesk({ ...links, messages: learned.messages, isEverybodys });
    this.#book = new PeopleBook(people.roster, people.clients);
    this.#readLogs = people.readLogs;
    this.#tidy = judging.tidy;
    this.#conditions = conditions;
    this.#sightings = sightings;
    this.#learned = learned;
    this.#held = new HeldMail(learned.servers);
    this.#comparison = comparison;
    this.#past = new Past(learned.owners, learned.ownDomains);
    this.#knowledge = new PastKnowledge(ownerOf(learned), this.#past, known);
  }

  async *judgements(store: CaseStore, onProgress: (messages: number) => void): AsyncGenerator<Judgement> {
    let messages = 0;
    for await (const record of store.records()) {
      const judged = await this.#judge(store, record);
      messages += 1;
      if (messages % 1000 === 0) onProgress(messages);
      if (judged !== null) yield judged;
    }
    yield* this.#conclude(store);
  }

  /** Null when the judgement is held back. */
  async #judge(store: CaseStore, record: MessageRecord): Promise<Judgement | null> {
    const readers = readersOf(record, this.#learned.readers, this.#learned.house);
    const sent = await ownership(store, record, this.#learned);
    const compared = this.#compared(record, sent);
    const outline = outlineOf(record, this.#learned.servers);
    const before = this.#before.of(record);
    const past = this.#past.of(record);
    const doubts = this.#doubts.add(record);
    const isReceiverKnown = this.#isReceiverKnown(record);
    this.#receivers.add(record);
    const evidence = weigh(this.#learned, {
      record,
      outline,
      before,
      past,
      doubts,
      sent,
      isReceiverKnown,
      isWriterKnown: this.#isWriterKnown(outline),
      ...compared,
    });
    const unsent = this.#learned.unsent.has(record.sha256);
    this.#before.add(outline, { readers, own: sent === "own", unsent });
    this.#book.add(record, { readers, own: sent === "own" });
    const { undecided, ...conclusion } = this.#conditions.conclude(evidence, this.#knowledge.of(past));
    this.rules.add(record, undecided);
    const plain = judgementOf(evidence, conclusion, compared.tokens);
    const judgement = withSightings(this.#unlessAgreed(record, plain), this.#sightings.get(record.sha256) ?? []);
    const passed = passes(evidence);
    const aligned = evidence.results.length === 0 ? null : passed;
    this.#past.add(record, { sent, aligned, unsent }, passed && judgement.verdict === "hostile");
    this.warnings.add(evidence, judgement, this.#book.named(readers));
    const sighted = sightedOf(evidence);
    const isByHand = this.#desk.isJoinedByHand(record.sha256);
    if (isByHand || isOfInterest(judgement)) {
      const held = isOfInterest(judgement) ? judgement : linked(judgement, "by-hand");
      const locations = await locationsOf(store, record);
      this.#desk.hold(this.#held.heldOf(this.#desk.memberOf(sighted), { record, readers, locations }, held));
      return null;
    }
    if (judgement.trackingClass === "commercial") for (const domain of sighted.trackerDomains) this.#shared.add(domain);
    const waits = isAgreedTest(judgement)
      ? "no"
      : mayBeDrawnIn(judgement, evidence, this.#desk.hasBegunOfInterest(sighted));
    this.#desk.note(sighted, judgement, {
      mayBeDrawnIn: waits,
      isSteady: isSteady(evidence),
      isOfStanding: passed && !isStranger(evidence),
    });
    return waits === "no" ? judgement : null;
  }

  #isReceiverKnown(record: MessageRecord): boolean {
    return this.#trustsTop || this.#receivers.isKnown(record);
  }

  #isWriterKnown(outline: MessageOutline): boolean {
    return this.#trustsTop || this.#learned.writers.isKnown(outline);
  }

  #unlessAgreed(record: MessageRecord, judgement: Judgement): Judgement {
    const domain = this.#agreed.domainOf(record);
    if (domain === null) return judgement;
    this.#agreedTests = (this.#agreedTests ?? 0) + 1;
    return asAgreedTest(judgement, domain);
  }

  /** What the other copies tell of its loads; of one that was not compared, whose token it is, or whose copy it passes on (LK-07). */
  #compared(record: MessageRecord, sent: Ownership): Compared {
    const found = this.#comparison.of(record.sha256);
    const unseen = (load: LoadRecord): TokenProof | null => {
      if (!this.#comparison.hasDomain(load.domain)) return null;
      // What our own people pass on is the copy's own load, also where it looks like a picture's name alone.
      if (load.token.kind === "none" && sent !== "own") return null;
      const copy = sent === "own" ? null : copyOf(record, this.#learned.readers);
      const known = copy === null ? null : this.#comparison.knownToken(copy, load);
      if (known !== null) return known;
      const forward = this.#comparison.forwardOf(load);
      return forward?.reader === copy?.reader ? null : forward;
    };
    const people = Math.max(1, ...found.map((one) => one.people));
    const proofs = new Map(found.map(({ load, proof }) => [load, proof]));
    const tokens = record.loads.flatMap((load, index): readonly JudgedToken[] => {
      const proof = proofs.get(index) ?? (found.length === 0 ? unseen(load) : null);
      return proof === null ? [] : [{ load: index, token: provenToken(load, proof), proof }];
    });
    return { tokens: [...tokens, ...differingTokens(this.#comparison, record, tokens)], people };
  }

  /** Campaigns from what is of interest; unexplained mail with a strong tie to one is drawn in; people; the rest as it is. */
  async *#conclude(store: CaseStore): AsyncGenerator<Judgement> {
    this.#tidy();
    const { members, groups, rest } = await this.#desk.conclude((sha256, judgement, ties) =>
      this.#drawn(store, sha256, linked(judgement, ties)),
    );
    const campaignIdOf = new Map<Sha256, string>();
    for (const group of groups) for (const { sha256 } of group.members) campaignIdOf.set(sha256, group.id);
    const campaignOf = (sha256: Sha256) => campaignIdOf.get(sha256) ?? null;
    this.#tidy();
    const personIdOf = await this.#makePeople(store, members, campaignIdOf);
    const told = { personIdOf, sightings: this.#sightings };
    this.campaigns = groups.map((group) => this.#held.campaign(group, told));
    const apart = this.#agreedTests === null ? {} : { agreedTests: this.#agreedTests };
    this.targeted = {
      ...targetedOf(members.map(({ sha256, targeting }) => ({ sha256, targeting, campaign: campaignOf(sha256) }))),
      ...apart,
    };
    this.#tidy();
    for (const held of members) yield { ...this.#held.judgement(held), campaign: campaignOf(held.sha256) };
    yield* rest();
  }

  /** Null when the message is gone. */
  async #drawn(store: CaseStore, sha256: Sha256, judgement: Judgement): Promise<Held | null> {
    const stored = await store.message(sha256);
    if (stored === null) return null;
    const { record, locations } = stored;
    const sent = await ownership(store, record, this.#learned);
    const outline = outlineOf(record, this.#learned.servers);
    const evidence = weigh(this.#learned, {
      record,
      outline,
      before: this.#before.of(record),
      past: this.#past.of(record),
      doubts: NO_DOUBTS,
      sent,
      isReceiverKnown: this.#isReceiverKnown(record),
      isWriterKnown: this.#isWriterKnown(outline),
      ...this.#compared(record, sent),
    });
    const readers = readersOf(record, this.#learned.readers, this.#learned.house);
    return this.#held.heldOf(this.#desk.memberOf(sightedOf(evidence)), { record, readers, locations }, judgement);
  }

  /** Logs are read here, since only now it is known what in them is of interest. */
  async #makePeople(
    store: CaseStore,
    members: readonly Held[],
    campaignOf: ReadonlyMap<Sha256, string>,
  ): Promise<ReadonlyMap<string, string>> {
    const reader = new HeldReader(store, members);
    const about = {
      isShared: (domain: string) => this.#shared.has(domain),
      isRareLink: (host: string, messages: number) => this.#book.isRareLink(host, messages),
    };
    const expected = (await hasLogs(store)) ? await ExpectedBook.of(() => reader.all(), about) : null;
    const { sightings: seen, notes: logNotes } = await readSightings(
      store,
      this.#readLogs,
      expected?.wanted() ?? NOTHING_WANTED,
    );
    const sightings = seen.filter((sighting) => this.#book.mayBeKept(sighting));
    const index = new LogLineIndex(sightings);
    const logged = (reached: Reached) => {
      // Without a line there is nothing to hold what was expected against.
      if (expected === null || sightings.length === 0) return NOTHING_LOGGED;
      const own = expected.of(reached);
      return { expected: own, sightings: index.of(reached, own) };
    };
    const sent = new SentMail(store, this.#learned);
    const kept = await keptMarks(store, members);
    const made = await this.#book.conclude({
      ...{ reached: members, campaignOf, owner: this.#learned, sent, logged, logNotes, kept },
      read: (sha256) => reader.read(sha256),
    });
    this.people = made.people;
    this.notes = made.notes;
    this.sightings = sightings;
    return made.idOf;
  }
}

function isOfInterest({ targeting }: Judgement): boolean {
  return targeting === "suspicious" || targeting === "hostile";
}

/** Crime too: what looks like it may be a targeted campaign's. Of mail that carries nothing only what strangers write. */
function mayBeDrawnIn(
  { trackingClass, verdict }: Judgement,
  evidence: Evidence,
  hasBegunOfInterest: boolean,
): Standing["mayBeDrawnIn"] {
  if (trackingClass === "unexplained" || verdict === "suspicious" || verdict === "hostile") return "tracked";
  const isNobodys = isStranger(evidence) || hasBegunOfInterest;
  return trackingClass === "none" && !evidence.own && !evidence.isList && isNobodys ? "quiet" : "no";
}

/** Hosts of services and shorteners carry everybody's loads, so they tie nothing. */
function sightedOf({ record, loads, account, own, results, alignment }: Evidence): Sighted {
  const hosts = loads.filter(isTracker).map(({ load }) => load.host);
  const trackerDomains = [...new Set(hosts.filter((host) => !isEverybodys(host)).map(ownedDomain))];
  const isAligned = results.length === 0 ? null : alignment.dkim || alignment.spf || alignment.dmarc;
  return { record, trackerDomains, account: account?.key ?? null, isAligned, own };
}

function isEverybodys(host: string): boolean {
  return host === "" || serviceOfHost(host) !== undefined || isLinkShortener(host);
}

function isTracker({ load, token }: JudgedLoad): boolean {
  return load.fires === "receipt" || (load.fires === "open" && token.kind !== "none");
}

function judgementOf(
  evidence: Evidence,
  conclusion: Omit<Conclusion, "undecided">,
  tokens: readonly JudgedToken[],
): Judgement {
  return {
    sha256: evidence.record.sha256,
    ...conclusion,
    tokens,
    campaign: null,
    service: evidence.service?.sure === true ? evidence.service.name : "",
  };
}

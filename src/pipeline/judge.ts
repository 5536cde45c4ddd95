/**
 * The index → judgements, campaigns, people. Works on the records alone, so that new mail or new conditions are judged
 * without reading any mail again (DESIGN 2.1).
 *
 * Two passes in date order. The first, over outlines, learns the whole case: senders, owners, copies. The second judges
 * each message with history as of its day. Judgements of ordinary mail are handed on at once; only what is tracked without
 * explanation or of interest is held back, until campaigns are known. Memory: a small entry per sender, per lure and per
 * unexplained message; the whole record of those of interest.
 */
import { createHash } from "node:crypto";
import type { Sha256 } from "../base/brand.ts";
import type { Result } from "../base/result.ts";
import type { Targeted } from "../case/answer.ts";
import type { Campaign, JudgedToken, Judgement, Person, TokenProof } from "../case/judgement.ts";
import { outlineOf } from "../case/outline.ts";
import type { LoadRecord, LocationRecord, MessageRecord } from "../case/record.ts";
import { groupCampaigns, type Member, mayBeShared, type Tie, tiesOf } from "../cluster/campaigns.ts";
import type { ComparisonBook } from "../cluster/comparison.ts";
import { DoubtBook } from "../cluster/doubts.ts";
import { HistoryBook } from "../cluster/history.ts";
import { Past } from "../cluster/past.ts";
import { provenToken } from "../cluster/proven-token.ts";
import { readersOf } from "../cluster/readers.ts";
import { exposureOf, type Received } from "../exposure/exposure.ts";
import type { CaseStore, StoreError } from "../ports/store.ts";
import { isLinkShortener } from "../signals/link-shorteners.ts";
import { serviceOfHost } from "../signals/services/tables.ts";
import type { Conclusion, Conditions } from "../verdict/conditions.ts";
import type { Evidence, JudgedLoad } from "../verdict/evidence.ts";
import { passes } from "../verdict/signs.ts";
import { campaignOf } from "./campaign-facts.ts";
import { compareMailings, copyOf } from "./compare-mailings.ts";
import { ownerOf, PastKnowledge } from "./knowledge-of.ts";
import { type Learned, learn } from "./learn.ts";
import { locationsOf, type Ownership, ownership } from "./ownership.ts";
import { RuleBook } from "./rule-book.ts";
import { targetedOf } from "./targeted.ts";
import { WarningBook } from "./warning-book.ts";
import { type Compared, weigh } from "./weigh.ts";

export async function judge(
  store: CaseStore,
  conditions: Conditions,
  onProgress: (messages: number) => void = () => {},
): Promise<Result<void, StoreError>> {
  const { owners: given } = await store.settings();
  const learned = await learn(store, given);
  const comparison = await compareMailings(store, learned.mailings.mailings(), learned);
  const bench = new Bench(learned, comparison, conditions);
  return store.saveJudgements({
    judgements: bench.judgements(store, onProgress),
    campaigns: () => bench.campaigns,
    people: () => bench.people,
    owners: () => ({ addresses: [...learned.owners].sort(), from: learned.ownersFrom }),
    attackerWarnings: () => bench.warnings.all(),
    targeted: () => bench.targeted,
    rules: () => bench.rules.all(),
  });
}

/**
 * Tracked without explanation: waits to see whether a campaign draws it in. There may be hundreds of thousands, so each is kept as
 * JSON, which takes less than its objects and keeps no record alive.
 */
class Waiting {
  readonly sha256: Sha256;
  readonly #judgement: string;
  readonly #ties: string;

  constructor(judgement: Judgement, ties: readonly Tie[]) {
    this.sha256 = judgement.sha256;
    this.#judgement = JSON.stringify(judgement);
    this.#ties = JSON.stringify(ties);
  }

  judgement(): Judgement {
    return JSON.parse(this.#judgement) as Judgement;
  }

  ties(): readonly Tie[] {
    return JSON.parse(this.#ties) as readonly Tie[];
  }
}

/** A message of interest, or one that a campaign drew in. */
interface Held extends Member {
  readonly locations: readonly LocationRecord[];
  readonly readers: readonly string[];
  readonly judgement: Judgement;
}

/** The second pass and what it ends in. `campaigns`, `people`, `warnings` and `rules` are complete once `judgements` has run dry. */
class Bench {
  campaigns: readonly Campaign[] = [];
  people: readonly Person[] = [];
  targeted: Targeted = { hostile: 0, suspicious: 0, loose: [] };
  readonly warnings = new WarningBook();
  readonly rules = new RuleBook();
  readonly #learned: Learned;
  readonly #comparison: ComparisonBook;
  readonly #conditions: Conditions;
  readonly #before = new HistoryBook();
  readonly #doubts = new DoubtBook();
  readonly #past: Past;
  readonly #knowledge: PastKnowledge;
  readonly #held: Held[] = [];
  readonly #waiting: Waiting[] = [];
  /** Tracker domains and accounts of commercial mail: they tie nothing. */
  readonly #shared = new Set<string>();
  readonly #names = new Map<string, string>();
  readonly #seen = new Map<string, { messages: number }>();

  constructor(learned: Learned, comparison: ComparisonBook, conditions: Conditions) {
    this.#conditions = conditions;
    this.#learned = learned;
    this.#comparison = comparison;
    this.#past = new Past(learned.owners, learned.ownDomains);
    this.#knowledge = new PastKnowledge(ownerOf(learned), this.#past);
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
    const { owners } = this.#learned;
    const readers = readersOf(record, owners);
    const sent = await ownership(store, record, this.#learned);
    const compared = this.#compared(record, sent);
    const outline = outlineOf(record);
    const before = this.#before.of(record);
    const past = this.#past.of(record);
    const doubts = this.#doubts.add(record);
    const evidence = weigh(this.#learned, { record, outline, before, past, doubts, sent, ...compared });
    this.#before.add(outline, { readers, own: sent === "own" });
    this.#notePeople(record, readers);
    const { undecided, ...conclusion } = this.#conditions.conclude(evidence, this.#knowledge.of(past));
    this.rules.add(record, undecided);
    const judgement = judgementOf(evidence, conclusion, compared.tokens);
    const passed = passes(evidence);
    const aligned = record.auth.length === 0 ? null : passed;
    this.#past.add(record, { sent, aligned }, passed && judgement.verdict === "hostile");
    this.warnings.add(evidence, judgement, readers);
    const member = memberOf(evidence);
    if (judgement.trackingClass === "commercial") this.#noteShared(member);
    if (isOfInterest(judgement)) {
      this.#held.push({ ...member, readers, judgement, locations: await locationsOf(store, record) });
    } else if (mayBeDrawnIn(judgement)) this.#waiting.push(new Waiting(judgement, tiesOf(member)));
    else return judgement;
    return null;
  }

  #noteShared({ trackerDomains, account }: Member): void {
    for (const domain of trackerDomains) this.#shared.add(domain);
    if (account !== null) this.#shared.add(account);
  }

  /** What the other copies tell of its loads; of one that was not compared, whose token it is, or whose copy it passes on (LK-07). */
  #compared(record: MessageRecord, sent: Ownership): Compared {
    const found = this.#comparison.of(record.sha256);
    const unseen = (load: LoadRecord): TokenProof | null => {
      if (load.token.kind === "none" || !this.#comparison.hasDomain(load.domain)) return null;
      const copy = sent === "own" ? null : copyOf(record, this.#learned.owners);
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
    return { tokens, people };
  }

  #notePeople(record: MessageRecord, readers: readonly string[]): void {
    for (const reader of readers) {
      const seen = this.#seen.get(reader);
      if (seen !== undefined) seen.messages += 1;
      else this.#seen.set(reader, { messages: 1 });
    }
    for (const { name, address } of record.to) {
      if (name !== "" && name !== address && !this.#names.has(address)) this.#names.set(address, name);
    }
  }

  /** Campaigns from what is of interest; unexplained mail with a strong tie to one is drawn in; people; the rest as it is. */
  async *#conclude(store: CaseStore): AsyncGenerator<Judgement> {
    const drawn = await this.#drawIn(store);
    const members = [...this.#held, ...drawn].sort(byDate);
    const groups = groupCampaigns(members, this.#shared);
    const campaignIdOf = new Map<Sha256, string>();
    for (const group of groups) for (const { record } of group.members) campaignIdOf.set(record.sha256, group.id);
    const final = new Map<Sha256, Judgement>();
    for (const held of members) {
      const campaign = campaignIdOf.get(held.record.sha256) ?? null;
      final.set(held.record.sha256, { ...held.judgement, campaign });
    }
    this.people = this.#peopleOf(members);
    const personIdOf = new Map(this.people.flatMap(({ id, addresses }) => addresses.map((address) => [address, id])));
    const heldOf = new Map(members.map((held) => [held.record.sha256, held]));
    this.campaigns = groups.map((group) =>
      campaignOf(
        group,
        group.members.map(({ record }) => ({
          record,
          judgement: final.get(record.sha256) ?? null,
          people: (heldOf.get(record.sha256)?.readers ?? []).flatMap((reader) => personIdOf.get(reader) ?? []),
          own: heldOf.get(record.sha256)?.own ?? false,
        })),
      ),
    );
    this.targeted = targetedOf([...final.values()]);
    yield* final.values();
    for (const waiting of this.#waiting) if (!final.has(waiting.sha256)) yield waiting.judgement();
  }

  /** Link by strong features to a message of interest makes an unexplained one of interest too (threat-facts 5). */
  async #drawIn(store: CaseStore): Promise<readonly Held[]> {
    const strong = new Set(this.#held.flatMap((held) => this.#tying(tiesOf(held)).map(tieKey)));
    const drawn: Held[] = [];
    if (strong.size === 0) return drawn;
    for (const waiting of this.#waiting) {
      const ties = waiting.ties();
      const tie = this.#tying(ties).find((one) => strong.has(tieKey(one)));
      const stored = tie === undefined ? null : await store.message(waiting.sha256);
      if (tie === undefined || stored === null) continue;
      const { record, locations } = stored;
      const { owners } = this.#learned;
      const trackerDomains = ties.filter(({ kind }) => kind === "load-domain").map(({ value }) => value);
      const account = ties.find(({ kind }) => kind === "account")?.value ?? null;
      drawn.push({
        record,
        locations,
        readers: readersOf(record, owners),
        judgement: linked(waiting.judgement(), tie),
        trackerDomains,
        account,
        own: (await ownership(store, record, this.#learned)) === "own",
      });
    }
    return drawn;
  }

  /** Without those that harmless mail shares. */
  #tying(ties: readonly Tie[]): readonly Tie[] {
    return ties.filter(({ kind, value }) => !mayBeShared(kind) || !this.#shared.has(value));
  }

  #peopleOf(members: readonly Held[]): readonly Person[] {
    const received = new Map<string, Held[]>();
    for (const owner of this.#learned.owners) if (!owner.startsWith("@")) received.set(owner, []);
    for (const held of members) {
      for (const reader of held.readers) {
        const list = received.get(reader);
        if (list === undefined) received.set(reader, [held]);
        else list.push(held);
      }
    }
    return [...received].map(([address, list]) => this.#person(address, list)).sort(mostExposedFirst);
  }

  #person(address: string, list: readonly Held[]): Person {
    const dates = list.map(({ record }) => record.date).filter((date) => date !== null);
    const received: Received[] = list.map(({ record, locations }) => ({ record, locations, answered: false }));
    return {
      id: `p-${createHash("sha256").update(address).digest("hex").slice(0, 8)}`,
      name: this.#names.get(address) ?? "",
      addresses: [address],
      role: "",
      messages: list.map(({ record }) => record.sha256),
      messagesAll: this.#seen.get(address)?.messages ?? 0,
      first: dates[0] ?? null,
      last: dates.at(-1) ?? null,
      exposure: exposureOf(received),
    };
  }
}

function isOfInterest({ targeting }: Judgement): boolean {
  return targeting === "suspicious" || targeting === "hostile";
}

/** Crime too: what looks like it may be a targeted campaign's. */
function mayBeDrawnIn({ trackingClass, verdict }: Judgement): boolean {
  return trackingClass === "unexplained" || verdict === "suspicious" || verdict === "hostile";
}

/** Hosts of services and shorteners carry everybody's loads, so they tie nothing. */
function memberOf({ record, loads, account, own }: Evidence): Member {
  const domains = new Set(loads.filter(isTracker).map(({ load }) => load.domain));
  const trackerDomains = [...domains].filter(
    (domain) => serviceOfHost(domain) === undefined && !isLinkShortener(domain),
  );
  return { record, trackerDomains, account: account?.key ?? null, own };
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

function tieKey({ kind, value }: Tie): string {
  return `${kind} ${value}`;
}

function linked(judgement: Judgement, { kind, value }: Tie): Judgement {
  const shown = kind === "text-print" ? "the same text" : `${kind.replace("-", " ")} ${value}`;
  return {
    ...judgement,
    verdict: judgement.verdict === "hostile" ? "hostile" : "suspicious",
    targeting: "suspicious",
    findings: [
      ...judgement.findings,
      {
        rule: "campaign.linked",
        title: "Tied to a message of interest",
        severity: "medium",
        about: "targeting",
        techniques: ["T1598.003"],
        reasons: [`shares ${shown} with a message of interest`],
        undetermined: [],
        spans: [],
      },
    ],
  };
}

function byDate(a: Held, b: Held): number {
  return (a.record.date ?? 0) - (b.record.date ?? 0) || (a.record.sha256 < b.record.sha256 ? -1 : 1);
}

function mostExposedFirst(a: Person, b: Person): number {
  return b.exposure.level - a.exposure.level || b.messages.length - a.messages.length || (a.id < b.id ? -1 : 1);
}

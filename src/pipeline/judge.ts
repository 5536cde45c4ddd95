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
import { alignedPass } from "../auth/alignment.ts";
import type { Sha256 } from "../base/brand.ts";
import type { Result } from "../base/result.ts";
import type { Campaign, JudgedToken, Judgement, Person, TokenProof } from "../case/judgement.ts";
import { type MessageOutline, outlineOf } from "../case/outline.ts";
import type { LoadRecord, LocationRecord, MessageRecord } from "../case/record.ts";
import { AccountBook, type Way } from "../cluster/accounts.ts";
import { groupCampaigns, type Member, type Tie, tiesOf } from "../cluster/campaigns.ts";
import type { ComparisonBook } from "../cluster/comparison.ts";
import { HistoryBook } from "../cluster/history.ts";
import { MailingBook } from "../cluster/mailings.ts";
import { isOwn, provenToken } from "../cluster/proven-token.ts";
import { OwnerGuess, readersOf, sureReader } from "../cluster/readers.ts";
import { domainOf, fromAddress, isOwner, isSharedDomain, senderKey } from "../cluster/sender.ts";
import { exposureOf, type Received } from "../exposure/exposure.ts";
import type { CaseStore, StoreError } from "../ports/store.ts";
import { recognizeService } from "../signals/bulk-services.ts";
import { type Carrier, carrierOf } from "../signals/carrier.ts";
import { readPictureUrl } from "../signals/picture-urls.ts";
import { confirmsSubscription, policyTopic } from "../signals/subject-words.ts";
import { threatNotice } from "../signals/threat-notice.ts";
import { type Conclusion, conclude } from "../verdict/conditions.ts";
import type { AccountEvidence, Evidence, JudgedLoad } from "../verdict/evidence.ts";
import { campaignOf } from "./campaign-facts.ts";
import { compareMailings, copyOf } from "./compare-mailings.ts";

/** Messages that owners are guessed from: plenty for an address that a tenth of all mail goes to. */
const OWNER_SAMPLE = 1000;

export async function judge(
  store: CaseStore,
  onProgress: (messages: number) => void = () => {},
): Promise<Result<void, StoreError>> {
  const { owners: given } = await store.settings();
  const learned = await learn(store, given);
  const comparison = await compareMailings(store, learned.mailings.mailings(), learned);
  const bench = new Bench(learned, comparison);
  return store.saveJudgements({
    judgements: bench.judgements(store, onProgress),
    campaigns: () => bench.campaigns,
    people: () => bench.people,
    owners: () => ({ addresses: [...learned.owners].sort(), from: learned.ownersFrom }),
  });
}

interface Learned {
  readonly owners: ReadonlySet<string>;
  readonly ownersFrom: "given" | "inferred" | "none";
  readonly books: Books;
  readonly mailings: MailingBook;
  /** Of the whole case. */
  readonly messages: number;
}

/** Who wrote, and by which accounts. */
class Books {
  readonly history = new HistoryBook();
  readonly accounts = new AccountBook();

  add(outline: MessageOutline, readers: readonly string[], own: boolean): void {
    const confirms = !own && confirmsSubscription(outline.subject);
    this.history.add(outline, { readers, own, confirms });
    if (own) return;
    const sender = senderKey(fromAddress(outline));
    this.accounts.add({ sender, way: wayOf(carrierOf(outline)), date: outline.date, readers });
  }
}

function wayOf(carrier: Carrier | null): Way {
  return carrier === null ? { service: "", keys: [] } : { service: carrier.service.name, keys: carrier.keys };
}

/** First pass. Owners must be known before readers are: when nobody named them, a sample of the mail tells. */
async function learn(store: CaseStore, given: readonly string[]): Promise<Learned> {
  const owners = new Set(given.length > 0 ? given : await guessOwners(store));
  const ownersFrom = given.length > 0 ? "given" : owners.size > 0 ? "inferred" : "none";
  const books = new Books();
  const mailings = new MailingBook();
  let messages = 0;
  for await (const outline of store.outlines({})) {
    books.add(outline, readersOf(outline, owners), (await ownershipByOutline(store, outline, owners)) === "own");
    messages += 1;
    const reader = sureReader(outline, owners);
    if (reader !== null) mailings.add(outline, reader);
  }
  return { owners, ownersFrom, books, mailings, messages };
}

async function guessOwners(store: CaseStore): Promise<readonly string[]> {
  const guess = new OwnerGuess();
  for await (const outline of store.outlines({ sample: OWNER_SAMPLE })) guess.add(outline);
  return guess.owners();
}

/** What comparison says of a message. */
interface Compared {
  readonly tokens: readonly JudgedToken[];
  /** The owner's people whose copies of it were compared, at least 1; everybody counts when no owner is known. */
  readonly people: number;
}

interface Weighed {
  readonly record: MessageRecord;
  readonly outline: MessageOutline;
  readonly sent: Ownership;
  readonly compared: Compared;
}

/** Tracked without explanation: waits to see whether a campaign draws it in. Kept small, since there may be many. */
interface Waiting {
  readonly judgement: Judgement;
  readonly ties: readonly Tie[];
}

/** A message of interest, or one that a campaign drew in. */
interface Held extends Member {
  readonly locations: readonly LocationRecord[];
  readonly readers: readonly string[];
  readonly judgement: Judgement;
}

/** The second pass and what it ends in. `campaigns` and `people` are complete once `judgements` has run dry. */
class Bench {
  campaigns: readonly Campaign[] = [];
  people: readonly Person[] = [];
  readonly #learned: Learned;
  readonly #comparison: ComparisonBook;
  readonly #before = new HistoryBook();
  readonly #held: Held[] = [];
  readonly #waiting: Waiting[] = [];
  /** Tracker domains seen in clear and commercial mail: they tie nothing. */
  readonly #sharedDomains = new Set<string>();
  readonly #names = new Map<string, string>();
  readonly #seen = new Map<string, { messages: number }>();
  readonly #ownDomains: ReadonlySet<string>;

  constructor(learned: Learned, comparison: ComparisonBook) {
    this.#learned = learned;
    this.#comparison = comparison;
    this.#ownDomains = new Set([...learned.owners].map(domainOf).filter((domain) => !isSharedDomain(domain)));
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
    const sent = await ownership(store, record, owners);
    const compared = this.#compared(record, sent);
    const outline = outlineOf(record);
    const evidence = this.#evidence({ record, outline, sent, compared });
    this.#before.add(outline, { readers, own: sent === "own" });
    this.#notePeople(record, readers);
    const judgement = judgementOf(evidence, conclude(evidence), compared.tokens);
    const trackerDomains = [...new Set(evidence.loads.filter(isTracker).map(({ load }) => load.domain))];
    if (judgement.trackingClass === "commercial") for (const domain of trackerDomains) this.#sharedDomains.add(domain);
    const member: Member = { record, trackerDomains, own: evidence.own };
    if (isOfInterest(judgement)) {
      this.#held.push({ ...member, readers, judgement, locations: await locationsOf(store, record) });
    } else if (judgement.trackingClass === "unexplained") this.#waiting.push({ judgement, ties: tiesOf(member) });
    else return judgement;
    return null;
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

  #evidence({ record, outline, sent, compared }: Weighed): Evidence {
    const { owners, books } = this.#learned;
    const readers = addressesOf(record, owners);
    const proven = new Map(compared.tokens.map((one) => [one.load, one]));
    const loads = record.loads.map((load, index) => judgedLoad(load, proven.get(index), readers));
    const from = fromAddress(record);
    const carrier = carrierOf(outline);
    return {
      record,
      loads,
      before: this.#before.of(record),
      whole: books.history.of(record),
      service: recognizeService(record),
      account: carrier === null ? null : accountOf(carrier, books.accounts),
      newWay: books.accounts.newWay(senderKey(from), wayOf(carrier)),
      alignment: alignedPass(record.auth, record.claims),
      topic: policyTopic(record.subject),
      notice: threatNotice(record),
      copyReaders: compared.people,
      own: sent === "own",
      forgedOwn: sent === "forged",
      ownDomains: this.#ownDomains,
      senderDomain: domainOf(from),
      sharedDomain: isSharedDomain(domainOf(from)),
    };
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
    const groups = groupCampaigns(members, this.#sharedDomains);
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
    yield* final.values();
    for (const { judgement } of this.#waiting) if (!final.has(judgement.sha256)) yield judgement;
  }

  /** Link by strong features to a message of interest makes an unexplained one of interest too (threat-facts 5). */
  async #drawIn(store: CaseStore): Promise<readonly Held[]> {
    const strong = new Set(this.#held.flatMap((held) => this.#tying(tiesOf(held)).map(tieKey)));
    const drawn: Held[] = [];
    for (const { judgement, ties } of this.#waiting) {
      const tie = this.#tying(ties).find((one) => strong.has(tieKey(one)));
      const stored = tie === undefined ? null : await store.message(judgement.sha256);
      if (tie === undefined || stored === null) continue;
      const { record, locations } = stored;
      const { owners } = this.#learned;
      const trackerDomains = ties.filter(({ kind }) => kind === "load-domain").map(({ value }) => value);
      drawn.push({
        record,
        locations,
        readers: readersOf(record, owners),
        judgement: linked(judgement, tie),
        trackerDomains,
        own: (await ownership(store, record, owners)) === "own",
      });
    }
    return drawn;
  }

  /** Without those that harmless mail shares. */
  #tying(ties: readonly Tie[]): readonly Tie[] {
    return ties.filter(({ kind, value }) => kind !== "load-domain" || !this.#sharedDomains.has(value));
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

type Ownership = "own" | "forged" | "other";

/** Names of the folder for sent mail, in the languages of the large mail programs. */
const SENT_FOLDER =
  /(?:^|[/.\s_-])(?:sent|gesendet|envoy|enviad|inviat|verzonden|skickat|sendt|wys[lł]ane|odeslan|lähetetyt|отправленн|надіслан|已发送|送信済)/i;

/**
 * Did the owner send it? From alone says nothing: whoever forges it would be one of us. A message that a server received
 * and that no aligned result vouches for is forged, most likely; one without any result was probably never received.
 */
async function ownership(store: CaseStore, record: MessageRecord, owners: ReadonlySet<string>): Promise<Ownership> {
  if (!isOwner(fromAddress(record), owners)) return "other";
  if (record.auth.length === 0) return "own";
  const { dkim, spf, dmarc } = alignedPass(record.auth, record.claims);
  if (dkim || spf || dmarc) return "own";
  const locations = await locationsOf(store, record);
  return locations.some(({ folder, path }) => SENT_FOLDER.test(folder) || SENT_FOLDER.test(path)) ? "own" : "forged";
}

/** As `ownership`. Only mail in the owner's name that a server received asks for its record. */
async function ownershipByOutline(
  store: CaseStore,
  outline: MessageOutline,
  owners: ReadonlySet<string>,
): Promise<Ownership> {
  if (!isOwner(fromAddress(outline), owners)) return "other";
  if (!outline.authenticated) return "own";
  const stored = await store.message(outline.sha256);
  return stored === null ? "other" : ownership(store, stored.record, owners);
}

/** Where it lies: asked for the few messages whose places matter. */
async function locationsOf(store: CaseStore, { sha256 }: MessageRecord): Promise<readonly LocationRecord[]> {
  return (await store.message(sha256))?.locations ?? [];
}

/** Every address this copy may have been sent to, lower case. */
function addressesOf({ to, cc, deliveredTo }: MessageRecord, owners: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...[...to, ...cc].map(({ address }) => address), ...deliveredTo, ...owners]);
}

function judgedLoad(load: LoadRecord, proven: JudgedToken | undefined, readers: ReadonlySet<string>): JudgedLoad {
  const token = proven?.token ?? load.token;
  const isDecoded = token.kind === "decoded" && token.address !== null && readers.has(token.address.toLowerCase());
  const isProven = proven?.proof !== undefined && isOwn(proven.proof.role);
  const role = proven?.proof?.role ?? null;
  const personal = isProven || (isDecoded && role !== "forward");
  const picture = load.fires === "open" && token.kind !== "none" ? readPictureUrl(load.resolved) : null;
  return { load, token, role, personal, picture };
}

function accountOf({ service, keys }: Carrier, accounts: AccountBook): AccountEvidence {
  return { service: service.name, whole: accounts.of(keys) };
}

function isOfInterest({ verdict }: Judgement): boolean {
  return verdict === "suspicious" || verdict === "hostile";
}

function isTracker({ load, token }: JudgedLoad): boolean {
  return load.fires === "receipt" || (load.fires === "open" && token.kind !== "none");
}

function judgementOf(evidence: Evidence, conclusion: Conclusion, tokens: readonly JudgedToken[]): Judgement {
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
    verdict: "suspicious",
    findings: [
      ...judgement.findings,
      {
        rule: "campaign.linked",
        title: "Tied to a message of interest",
        severity: "medium",
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

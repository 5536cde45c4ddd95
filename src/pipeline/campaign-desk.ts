/**
 * What judging keeps until campaigns are known: of messages of interest, and of unexplained and criminal ones, what may tie them to
 * a campaign; of all others how common their values are. Then: campaigns, with the unexplained mail that they draw in.
 *
 * Memory: a table of fixed size for what is common, some 200 bytes a waiting message, some 1.8 KB one of interest: what else of
 * it is asked at the end, the case has.
 */
import type { Sha256 } from "../base/brand.ts";
import { ownText } from "../base/own-text.ts";
import type { HandDecision } from "../case/hand.ts";
import type { Judgement, PerhapsOneMaker } from "../case/judgement.ts";
import type { Group, KnownCampaign, Member, Observable, Sighted } from "../cluster/campaigns.ts";
import { KINDS, type KindName } from "../cluster/linking/kinds.ts";
import { byDate, type Draw, Linking } from "../cluster/linking/linking.ts";
import { type IsEverybodys, memberOf, observablesOf } from "../cluster/linking/observables.ts";
import { observableKey, RarityBook } from "../cluster/linking/rarity.ts";
import { named } from "../cluster/linking/stable-ids.ts";
import { bandKeys } from "../cluster/linking/text-families.ts";
import { fromAddress, senderKey } from "../cluster/sender.ts";
import { type Waiting, WaitingMail } from "./waiting-mail.ts";

/** Unexplained mail needs more than two messages of interest do: there is much more of it. */
const DRAW_BITS = 16;
/** What is sent to anybody, or by a steady sender, is a campaign's only by something that is one maker's. */
const DRAW_STRONG_BITS = 18;
const STRONG_BITS = 13;
/**
 * What a stranger's letter that carries nothing must share: a domain whose mail is vouched for at receipt, an account or a text. A domain that was
 * registered for a campaign sends nothing else, from whichever of its desks; what a correspondent sends does not wait here.
 */
const QUIET_BITS = 12;
/** So many unexplained senders share no maker's domain, but a platform's. */
const PLATFORM_SENDERS = 20;
/** Messages that were drawn in draw others, once. */
const ROUNDS = 2;
/** What draws in a letter that carries nothing: whose it is, and that it is a copy. */
const QUIET_KINDS: ReadonlySet<KindName> = new Set<KindName>([
  "account",
  "sender-address",
  "sender-domain",
  "reply-address",
  "receipt-domain",
  "any-domain",
  "text-print",
]);

/** Of a message that is not of interest. */
export interface Standing {
  /**
   * Its judgement is given back at the end, unless `no`. `tracked`: unexplained or crime, drawn in by whatever ties it · `quiet`: a stranger's that
   * carries nothing, drawn in as mail of the same sender or as a copy of the same lure: an opening letter is harmless until the next one is not.
   */
  readonly mayBeDrawnIn: "no" | "tracked" | "quiet";
  /** Its sender has written for long, in the same way. */
  readonly isSteady: boolean;
  /** No stranger's, and vouched for at receipt: what it has too is not one maker's. */
  readonly isOfStanding: boolean;
}

export interface DeskWish {
  /** In the case. */
  readonly messages: number;
  readonly decisions: readonly HandDecision[];
  readonly before: readonly KnownCampaign[];
  readonly isEverybodys: IsEverybodys;
  /** Kinds of links that shall weigh nothing, for trials. */
  readonly leftOut?: ReadonlySet<KindName>;
}

/** What ties a message that was drawn in: kinds and values, strongest first; or that it passes on a copy. */
export type Ties = readonly { readonly kind: KindName; readonly value: string }[] | "forward" | "by-hand";

export class CampaignDesk<M extends Member> {
  readonly #wish: DeskWish;
  readonly #rarity: RarityBook;
  readonly #held: M[] = [];
  readonly #begunOfInterest = new Set<string>();
  readonly #waiting = new WaitingMail();
  /** Values of what is held, each once: messages of one maker have most in common. */
  readonly #observables = new Map<string, Observable>();
  readonly #joined: ReadonlySet<Sha256>;

  constructor(wish: DeskWish) {
    this.#wish = wish;
    this.#rarity = new RarityBook(wish.messages);
    const joins = wish.decisions.filter(({ what }) => what === "join").flatMap(({ a, b }) => [a, b]);
    this.#joined = new Set(joins.filter(({ campaign }) => campaign === null).flatMap(({ messages }) => messages));
  }

  /** Somebody said that it belongs to another message or campaign, whatever it is judged. */
  isJoinedByHand(sha256: Sha256): boolean {
    return this.#joined.has(sha256);
  }

  /** Of a message that is to be held. */
  memberOf(sighted: Sighted): Member {
    const member = memberOf(sighted, this.#wish.isEverybodys);
    const observables = member.observables.map((one) => this.#once(one));
    const form = observables.find(({ kind, value }) => kind === "subject-form" && value === member.subjectForm);
    return { ...member, observables, subjectForm: form?.value ?? member.subjectForm };
  }

  #once({ kind, value }: Observable): Observable {
    const key = `${kind} ${value}`;
    const known = this.#observables.get(key);
    if (known !== undefined) return known;
    const observable = { kind, value: ownText(value) };
    this.#observables.set(key, observable);
    return observable;
  }

  /** In date order, with `note`. */
  hold(member: M): void {
    const sender = senderKey(member.from);
    if (!member.own && sender !== "" && !this.#rarity.hasSender(sender)) this.#begunOfInterest.add(sender);
    this.#held.push(member);
  }

  /** The first mail that was ever seen of its sender is of interest: that it was answered since makes it no correspondent. */
  hasBegunOfInterest({ record }: Sighted): boolean {
    return this.#begunOfInterest.has(senderKey(fromAddress(record)));
  }

  /** Not of interest. */
  note(member: Sighted, judgement: Judgement, { mayBeDrawnIn, isSteady, isOfStanding }: Standing): void {
    const observables = observablesOf(member, this.#wish.isEverybodys);
    const keyed = observables.map(({ kind, value }) => ({ kind, key: observableKey(kind, value) }));
    const isQuiet = mayBeDrawnIn === "quiet";
    const waits = (kind: KindName) => (isQuiet ? QUIET_KINDS.has(kind) : KINDS[kind].isOwned);
    if (mayBeDrawnIn !== "no") {
      const keys = keyed.filter(({ kind }) => !isQuiet || waits(kind)).map(({ key }) => key);
      this.#waiting.add(judgement, member.record, { keys, isSteady, isQuiet });
    }
    // Our own mail does not make common what a stranger has.
    if (member.own) return;
    const common = mayBeDrawnIn === "no" ? keyed : keyed.filter(({ kind }) => !waits(kind));
    const sender = senderKey(fromAddress(member.record));
    this.#rarity.add(
      common.map(({ key }) => key),
      sender,
      { isOfStanding },
    );
    if (mayBeDrawnIn !== "tracked") this.#rarity.addBands(bandKeys(member.record.print?.text ?? ""), sender);
  }

  /** `draw` reads a waiting message again, with the copy that it passes on, null when it is gone. The judgements of those that stay as they are come last. */
  async conclude(draw: (sha256: Sha256, judgement: Judgement, ties: Ties) => Promise<M | null>): Promise<{
    readonly members: readonly M[];
    readonly groups: readonly Group<M>[];
    readonly rest: () => Iterable<Judgement>;
  }> {
    const { decisions, before, leftOut = NONE_LEFT_OUT } = this.#wish;
    const members = this.#held.sort(byDate);
    const linking = new Linking(members, { rarity: this.#rarity, decisions, leftOut });
    const drawn = members.length === 0 ? new Map<Sha256, M>() : await this.#drawIn(linking, draw);
    const waiting = this.#waiting;
    return {
      members: [...members, ...drawn.values()].sort(byDate),
      groups: withMakers(named(linking.groups(), before), linking),
      *rest() {
        for (const one of waiting) if (!drawn.has(one.sha256)) yield waiting.judgement(one);
      },
    };
  }

  /** A link by strong features to a message of interest makes an unexplained one of interest too (threat-facts 5). */
  async #drawIn(
    linking: Linking<M>,
    draw: (sha256: Sha256, judgement: Judgement, ties: Ties) => Promise<M | null>,
  ): Promise<Map<Sha256, M>> {
    const drawn = await this.#drawForwards(linking, draw);
    linking.weighAnew(this.#crowds(linking));
    for (let round = 0; round < ROUNDS; round += 1) {
      const found: (readonly [Waiting, Draw])[] = [];
      for (const waiting of this.#waiting) {
        const nearest = drawn.has(waiting.sha256) ? null : linking.nearest(waiting);
        if (nearest !== null && isEnough(nearest, waiting)) found.push([waiting, nearest]);
      }
      for (const [waiting, nearest] of found) {
        const member = await draw(waiting.sha256, this.#waiting.judgement(waiting), linking.reasons(nearest));
        if (member !== null && linking.attach(member, nearest)) drawn.set(waiting.sha256, member);
      }
      if (found.length === 0) break;
      linking.weighAnew();
    }
    return drawn;
  }

  /** What our own people passed on shows the token to further networks: proven, so nothing is weighed. */
  async #drawForwards(
    linking: Linking<M>,
    draw: (sha256: Sha256, judgement: Judgement, ties: Ties) => Promise<M | null>,
  ): Promise<Map<Sha256, M>> {
    const drawn = new Map<Sha256, M>();
    const held = new Set(this.#held.map(({ sha256 }) => sha256));
    for (const waiting of this.#waiting) {
      const { sha256, forwardOf } = waiting;
      if (forwardOf === null || !held.has(forwardOf)) continue;
      const member = await draw(sha256, this.#waiting.judgement(waiting), "forward");
      if (member !== null && linking.attachForward(member)) drawn.set(sha256, member);
    }
    return drawn;
  }

  /** Values that so many unexplained senders share that they are a platform's. */
  #crowds(linking: Linking<M>): ReadonlyMap<number, number> {
    const senders = new Map<number, Set<string>>();
    for (const waiting of this.#waiting) {
      for (const value of linking.valuesOf(waiting)) {
        if (!linking.isOwnedValue(value)) continue;
        const known = senders.get(value);
        if (known === undefined) senders.set(value, new Set([waiting.sender]));
        else known.add(waiting.sender);
      }
    }
    return new Map([...senders].flatMap(([value, { size }]) => (size > PLATFORM_SENDERS ? [[value, size]] : [])));
  }
}

const NONE_LEFT_OUT: ReadonlySet<KindName> = new Set();

/** `groups` as linking gives them, with their names. */
function withMakers<M extends Member>(
  groups: readonly Omit<Group<M>, "perhapsOneMaker">[],
  linking: Linking<M>,
): readonly Group<M>[] {
  const told = groups.map((): PerhapsOneMaker[] => []);
  for (const pair of linking.makers()) {
    const { one, other, chance, differing } = pair;
    const shared = linking.traitsOf(pair);
    for (const [at, campaign] of [
      [one, groups[other]?.id],
      [other, groups[one]?.id],
    ] as const) {
      if (campaign !== undefined) told[at]?.push({ campaign, chance, shared, differing });
    }
  }
  return groups.map((group, at) => ({ ...group, perhapsOneMaker: told[at] ?? [] }));
}

function isEnough({ evidence }: Draw, { needsStrong, isQuiet }: Waiting): boolean {
  if (!needsStrong) return evidence.bits >= DRAW_BITS;
  if (isQuiet && (evidence.signs[0]?.bits ?? 0) >= QUIET_BITS) return true;
  return evidence.bits >= DRAW_STRONG_BITS && (evidence.signs[0]?.bits ?? 0) >= STRONG_BITS;
}

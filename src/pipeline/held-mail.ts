/**
 * Messages of interest until campaigns are known: what ties them and what campaigns tell of them, in place of their records. Those are read again,
 * one after the other, when people are told.
 */
import type { Sha256 } from "../base/brand.ts";
import { Names } from "../base/tables.ts";
import type { IndicatorSighting } from "../case/indicator.ts";
import type { Campaign, Judgement } from "../case/judgement.ts";
import { receivedResults } from "../case/received-results.ts";
import type { Group, Member } from "../cluster/campaigns.ts";
import type { CaseStore } from "../ports/store.ts";
import { campaignOf, type ToldOfMessage, tiedOf, toldOf } from "./campaign-facts.ts";
import { JudgementPool } from "./judgement-pool.ts";
import { isMarkedInside, type Marked } from "./kept-marks.ts";
import type { Reached } from "./people-book.ts";
import { passedOn } from "./waiting-mail.ts";

/** A message of interest, or one that a campaign drew in. */
export interface Held extends Member, Marked {
  readonly targeting: Judgement["targeting"];
  /** Number in the pool of judgements. */
  readonly judgement: number;
  readonly told: ToldOfMessage;
}

export interface ToldOf {
  readonly personIdOf: ReadonlyMap<string, string>;
  readonly sightings: ReadonlyMap<Sha256, readonly IndicatorSighting[]>;
}

export class HeldMail {
  readonly #servers: readonly string[];
  readonly #judgements = new JudgementPool();
  /** Readers, each once. */
  readonly #names = new Names();

  /** `servers`: names of the owner's own mail servers. */
  constructor(servers: readonly string[]) {
    this.#servers = servers;
  }

  heldOf(member: Member, { record, readers, locations }: Omit<Reached, "own">, judgement: Judgement): Held {
    return {
      ...member,
      forwardOf: passedOn(judgement),
      readers: readers.map((reader) => this.#names.at(this.#names.add(reader))),
      isMarkedInside: isMarkedInside(locations),
      targeting: judgement.targeting,
      judgement: this.#judgements.add(judgement),
      told: toldOf(record, receivedResults(record.auth, this.#servers)),
    };
  }

  judgement({ judgement }: Held): Judgement {
    return this.#judgements.at(judgement);
  }

  campaign(group: Group<Held>, { personIdOf, sightings }: ToldOf): Campaign {
    const members = group.members.map((held) => ({
      told: held.told,
      sightings: sightings.get(held.sha256) ?? [],
      judgement: { ...this.judgement(held), campaign: group.id },
      people: held.readers.flatMap((reader) => personIdOf.get(reader) ?? []),
      own: held.own,
    }));
    return campaignOf(tiedOf(group), members);
  }
}

/** Held messages as the case has them, each read when it is asked for. */
export class HeldReader {
  readonly #store: CaseStore;
  readonly #members: ReadonlyMap<Sha256, Held>;

  constructor(store: CaseStore, members: readonly Held[]) {
    this.#store = store;
    this.#members = new Map(members.map((member) => [member.sha256, member]));
  }

  /** Null for one that is gone. */
  async read(sha256: Sha256): Promise<Reached | null> {
    const [stored, member] = [await this.#store.message(sha256), this.#members.get(sha256)];
    if (stored === null || member === undefined) return null;
    const { record, locations } = stored;
    return { record, locations, readers: member.readers, own: member.own };
  }

  /** In the order given. */
  async *all(): AsyncGenerator<Reached> {
    for (const sha256 of this.#members.keys()) {
      const one = await this.read(sha256);
      if (one !== null) yield one;
    }
  }
}

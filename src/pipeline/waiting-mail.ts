/**
 * Mail that is not of interest by itself, until it is known whether a campaign draws it in. There may be hundreds of thousands, so each is kept as
 * numbers, some 150 bytes, and its judgement packed; what is asked of it is made when it is asked.
 */
import type { Sha256 } from "../base/brand.ts";
import { HashList, IntList, Names, NumberList } from "../base/tables.ts";
import type { Judgement } from "../case/judgement.ts";
import type { MessageRecord } from "../case/record.ts";
import type { Candidate } from "../cluster/linking/linking.ts";
import { fromAddress, senderKey } from "../cluster/sender.ts";
import { JudgementPool } from "./judgement-pool.ts";

export interface Waiting extends Candidate {
  readonly number: number;
  readonly sha256: Sha256;
  readonly sender: string;
  /** Sent to anybody, or by somebody who has written for long: programs and services in common are not enough. */
  readonly needsStrong: boolean;
  readonly isQuiet: boolean;
  /** The copy that it passes on, as the token in it proves (LK-07). */
  readonly forwardOf: Sha256 | null;
}

export interface WaitingWish {
  readonly keys: readonly number[];
  readonly isSteady: boolean;
  readonly isQuiet: boolean;
}

const NEEDS_STRONG = 1;
const QUIET = 2;

export class WaitingMail {
  readonly #hashes = new HashList();
  readonly #keys = new NumberList();
  /** Of each, where its keys end. */
  readonly #ends = new IntList();
  readonly #names = new Names();
  readonly #senders = new IntList();
  readonly #marks = new IntList();
  /** Of those that have one. */
  readonly #sketches = new Map<number, string>();
  readonly #forwards = new Map<number, Sha256>();
  readonly #judgements = new JudgementPool();

  add(judgement: Judgement, record: MessageRecord, { keys, isSteady, isQuiet }: WaitingWish): void {
    const { sha256, verdict } = judgement;
    const number = this.#judgements.add(judgement);
    this.#hashes.push(sha256);
    for (const key of keys) this.#keys.push(key);
    this.#ends.push(this.#keys.length);
    this.#senders.push(this.#names.add(senderKey(fromAddress(record))));
    const needsStrong = isQuiet || isSteady || verdict === "suspicious" || verdict === "hostile";
    this.#marks.push((needsStrong ? NEEDS_STRONG : 0) | (isQuiet ? QUIET : 0));
    const sketch = record.print?.text ?? "";
    if (!isQuiet && sketch !== "") this.#sketches.set(number, sketch);
    const forwardOf = passedOn(judgement);
    if (forwardOf !== null) this.#forwards.set(number, forwardOf);
  }

  /** In the order of coming. */
  *[Symbol.iterator](): Generator<Waiting> {
    for (let number = 0; number < this.#hashes.length; number += 1) yield this.#at(number);
  }

  judgement({ number }: Waiting): Judgement {
    return this.#judgements.at(number);
  }

  #at(number: number): Waiting {
    const keys: number[] = [];
    for (let at = this.#ends.at(number - 1); at < this.#ends.at(number); at += 1) keys.push(this.#keys.at(at));
    const marks = this.#marks.at(number);
    return {
      number,
      keys,
      sha256: this.#hashes.at(number) ?? ("" as Sha256),
      text: this.#sketches.get(number) ?? "",
      sender: this.#names.at(this.#senders.at(number)),
      needsStrong: (marks & NEEDS_STRONG) !== 0,
      isQuiet: (marks & QUIET) !== 0,
      forwardOf: this.#forwards.get(number) ?? null,
    };
  }
}

/** The copy that a message passes on, as the token in it proves (LK-07); null where it passes on none. */
export function passedOn({ tokens }: Judgement): Sha256 | null {
  return tokens.find(({ proof }) => proof?.role === "forward")?.proof?.other?.sha256 ?? null;
}

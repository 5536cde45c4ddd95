/** What owners wrote to senders of interest, and what of their own mail is a draft: asked of the store when people are told. */
import type { Sha256 } from "../base/brand.ts";
import { isAutomaticAnswer } from "../case/automatic.ts";
import type { MessageRecord } from "../case/record.ts";
import { baseSubject } from "../cluster/threads.ts";
import type { Letter } from "../exposure/own-mail.ts";
import type { CaseStore } from "../ports/store.ts";
import { isUnsent, type Owner, ownership } from "./ownership.ts";

/** Roles of addresses (docs/formats/case.md): To and Cc. */
const WRITTEN_TO = 16 | 32;
/** Mail to one sender that is looked at: an attacker gets few, a correspondent whose name is used gets many. */
const LETTERS_MAX = 2_000;
const TO_MAX = 20;

export class SentMail {
  readonly #store: CaseStore;
  readonly #owner: Owner;
  readonly #letters = new Map<string, readonly Letter[]>();

  constructor(store: CaseStore, owner: Owner) {
    this.#store = store;
    this.#owner = owner;
  }

  /** In date order. */
  async lettersTo(senders: ReadonlySet<string>): Promise<readonly Letter[]> {
    if (senders.size === 0) return [];
    const key = [...senders].toSorted().join(" ");
    const known = this.#letters.get(key);
    if (known !== undefined) return known;
    const found = new Set<Sha256>();
    for await (const { sha256 } of this.#store.observableUses("address", [...senders], WRITTEN_TO)) {
      if (found.size < LETTERS_MAX) found.add(sha256);
    }
    const letters: Letter[] = [];
    if (found.size > 0) {
      for await (const record of this.#store.records(found)) {
        if ((await ownership(this.#store, record, this.#owner)) === "own") letters.push(letterOf(record));
      }
    }
    this.#letters.set(key, letters);
    return letters;
  }

  /** It lies among drafts alone: nobody sent it. */
  isDraft(sha256: Sha256): Promise<boolean> {
    return isUnsent(this.#store, { sha256 });
  }
}

function letterOf(record: MessageRecord): Letter {
  const { sha256, date, claims, to, cc, subject, answers = [], receipt } = record;
  return {
    ...{ sha256, date, from: claims.from[0]?.address ?? "", subject: baseSubject(subject) },
    to: [...to, ...cc].slice(0, TO_MAX).map(({ address }) => address),
    namesAnswered: answers.length > 0 || receipt !== undefined,
    isAutomatic: isAutomaticAnswer(record),
  };
}

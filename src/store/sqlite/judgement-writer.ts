/**
 * Replaces all that the comparing steps concluded, in one transaction that takes in judgements as they come.
 *
 * The producer may read messages from the same case meanwhile: reads have their own connections and see the case as it
 * was before. Memory is constant: pages that do not fit the cache go to the journal.
 */
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { setImmediate } from "node:timers/promises";
import { assert } from "../../base/assert.ts";
import type { Campaign, Judgement, Person } from "../../case/judgement.ts";
import type { CaseStore } from "../../ports/store.ts";
import { WRITING_CACHE } from "./connections.ts";
import { encodeJudgement, encodeVersioned } from "./judgement-codec.ts";
import { hashBytes, type RegistrableDomain, registrableDomains } from "./messages-table.ts";
import { monthOf } from "./month.ts";
import { dateOf, decode, integerOf, textOf } from "./rows.ts";
import { markJudged, saveSetting } from "./settings-table.ts";
import { toStoredText } from "./stored-text.ts";
import { MORE_MONTHS, MORE_SENDERS, TallyWriter } from "./tally-writer.ts";
import { inTransaction, rollBack } from "./transaction.ts";

const FORGET_ALL = `
  DELETE FROM judgements; DELETE FROM month_tallies; DELETE FROM sender_tallies;
  DELETE FROM campaigns; DELETE FROM people;`;

/** Index: messages_by_sha256, unique. */
const JUDGED_MESSAGE = "SELECT id, date, from_domains FROM messages WHERE sha256 = ?";

const INSERT_JUDGEMENT = `
  INSERT INTO judgements (message, date, sha256, verdict, class, campaign, body) VALUES (?, ?, ?, ?, ?, ?, ?)`;

/** Index: messages_by_sha256, unique; the key of judgements. */
const JUDGED_ALREADY = `
  SELECT j.message, j.date, j.verdict, j.class FROM messages m JOIN judgements j ON j.message = m.id WHERE m.sha256 = ?`;

/** Index: the table's key. */
const REPLACE_JUDGEMENT = "UPDATE judgements SET verdict = ?, campaign = ?, body = ? WHERE message = ?";
const FORGET_EMPTY_MONTHS = "DELETE FROM month_tallies WHERE messages = 0";

const INSERT_CAMPAIGN = "INSERT INTO campaigns (position, id, body) VALUES (?, ?, ?)";
const INSERT_PERSON = "INSERT INTO people (position, id, body) VALUES (?, ?, ?)";

/** Judgements between two turns of the event loop, so that signals and progress are heard. */
const TURN = 500;

/**
 * Judging needs the memory more than the writer, which here adds to one table in nearly the order of its key: what the reading of mail left in its
 * cache is given back.
 */
const LITTLE_CACHE = "PRAGMA cache_size = -8192; PRAGMA shrink_memory";

type Judgements = Parameters<CaseStore["saveJudgements"]>[0];
type Amendment = Parameters<CaseStore["amendJudgements"]>[0];

export class JudgementWriter {
  readonly #database: DatabaseSync;
  readonly #registrableDomain: RegistrableDomain;
  readonly #judged: StatementSync;
  readonly #insert: StatementSync;
  readonly #months: TallyWriter;
  readonly #senders: TallyWriter;

  constructor(database: DatabaseSync, registrableDomain: RegistrableDomain) {
    this.#database = database;
    this.#registrableDomain = registrableDomain;
    this.#judged = database.prepare(JUDGED_MESSAGE);
    this.#insert = database.prepare(INSERT_JUDGEMENT);
    this.#months = new TallyWriter(database, MORE_MONTHS);
    this.#senders = new TallyWriter(database, MORE_SENDERS);
  }

  /** What the producer throws is thrown on, after everything was undone. */
  async replaceAll(all: Judgements): Promise<void> {
    this.#database.exec(LITTLE_CACHE);
    try {
      this.#database.exec("BEGIN IMMEDIATE");
      this.#database.exec(FORGET_ALL);
      this.#months.forget();
      this.#senders.forget();
      let count = 0;
      for await (const judgement of all.judgements) {
        this.#add(judgement);
        count += 1;
        if (count % TURN === 0) await setImmediate();
      }
      this.#months.flush();
      this.#senders.flush();
      this.#addAll(INSERT_CAMPAIGN, all.campaigns());
      this.#addAll(INSERT_PERSON, all.people());
      saveSetting(this.#database, "owners", all.owners());
      saveSetting(this.#database, "attackerWarnings", all.attackerWarnings());
      saveSetting(this.#database, "targeted", all.targeted());
      saveSetting(this.#database, "ruleTally", all.rules?.() ?? null);
      saveSetting(this.#database, "peopleNotes", all.peopleNotes?.() ?? null);
      saveSetting(this.#database, "sightings", all.sightings?.() ?? []);
      markJudged(this.#database);
      this.#database.exec("COMMIT");
    } catch (cause) {
      if (this.#database.isOpen) rollBack(this.#database);
      throw cause;
    } finally {
      if (this.#database.isOpen) this.#database.exec(WRITING_CACHE);
    }
  }

  /** Some judgements anew, and what follows from them; all or nothing. A message that has none yet is passed over. */
  amend({ judgements, campaigns, people, targeted }: Amendment): void {
    inTransaction(this.#database, () => {
      for (const judgement of judgements) this.#replace(judgement);
      this.#months.flush();
      this.#database.exec(`${FORGET_EMPTY_MONTHS}; DELETE FROM campaigns; DELETE FROM people`);
      this.#addAll(INSERT_CAMPAIGN, campaigns);
      this.#addAll(INSERT_PERSON, people);
      saveSetting(this.#database, "targeted", targeted);
    });
  }

  /** Senders are counted by tracking class, which stays. */
  #replace(judgement: Judgement): void {
    const hash = hashBytes(judgement.sha256);
    const old = this.#database.prepare(JUDGED_ALREADY).get(hash);
    if (old === undefined) return;
    const { verdict, trackingClass, campaign } = judgement;
    assert(textOf(old, "class") === trackingClass, "an amended judgement keeps its tracking class");
    const month = monthOf(dateOf(old, "date"));
    this.#months.add(-1, month, textOf(old, "verdict"), trackingClass);
    this.#months.add(1, month, verdict, trackingClass);
    const body = encodeJudgement(judgement);
    this.#database.prepare(REPLACE_JUDGEMENT).run(verdict, toStoredCampaign(campaign), body, integerOf(old, "message"));
  }

  #add(judgement: Judgement): void {
    const { sha256, verdict, trackingClass, campaign } = judgement;
    const hash = hashBytes(sha256);
    const message = this.#judged.get(hash);
    assert(message !== undefined, "a judged message is in the case");
    const date = dateOf(message, "date");
    const body = encodeJudgement(judgement);
    this.#insert.run(integerOf(message, "id"), date, hash, verdict, trackingClass, toStoredCampaign(campaign), body);
    this.#months.add(1, monthOf(date), verdict, trackingClass);
    const stored = textOf(message, "from_domains");
    for (const domain of this.#registrable(stored)) this.#senders.add(1, trackingClass, domain);
  }

  #registrable(stored: string): Iterable<string> {
    const domains = decode("from_domains", () => JSON.parse(stored) as unknown);
    assert(Array.isArray(domains), "domains are a list");
    return registrableDomains(domains.map(String), this.#registrableDomain);
  }

  #addAll(sql: string, values: readonly (Campaign | Person)[]): void {
    const insert = this.#database.prepare(sql);
    for (const [position, value] of values.entries()) {
      insert.run(position, toStoredText(value.id), encodeVersioned(value));
    }
  }
}

function toStoredCampaign(campaign: string | null): string | null {
  return campaign === null ? null : toStoredText(campaign);
}

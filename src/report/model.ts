/** Everything the report shows, gathered by the caller: the report itself opens nothing and asks no clock. */
import type { Answer } from "../case/answer.ts";
import type { Campaign, Person } from "../case/judgement.ts";
import type { MonthCount, StoredMessage } from "../ports/store.ts";

/** A bulk mail service and what came through it. */
export interface ServiceCount {
  readonly name: string;
  /** Distinct registrable domains of senders. */
  readonly senders: number;
  readonly messages: number;
  /** What its loads and links tell it of a reader; empty where that is not known. */
  readonly reveals?: string;
}

export interface ReportModel {
  readonly answer: Answer;
  readonly months: readonly MonthCount[];
  readonly campaigns: readonly Campaign[];
  readonly people: readonly Person[];
  /** Suspicious and hostile, most severe first; the report shows at most 500. */
  readonly messages: readonly StoredMessage[];
  /** How many suspicious and hostile messages there are in all. */
  readonly messagesTotal: number;
  /** Messages read partly or not at all; the terminal answer promises that the report lists them. At most 200 are shown. */
  readonly incomplete?: readonly StoredMessage[];
  /** Services that carried commercial tracking, largest first. */
  readonly services: readonly ServiceCount[];
  readonly toolVersion: string;
  readonly caseFolder: string;
  /** ISO 8601, UTC. */
  readonly generatedAt: string;
}

/** What contenders are asked for, and what they answer. */

/** What one pass gave: printed beside the figures, so that a contender that skips work is seen. */
export interface Tally {
  messages: number;
  /** Messages that the contender threw away with an error. */
  failed: number;
  /** Header fields of the message itself. */
  fields: number;
  /** Decoded characters of the usual address and subject fields. */
  headerCharacters: number;
  /** Text parts; 0 where a contender joins them and does not tell. */
  texts: number;
  /** Decoded characters of all texts, line ends as the contender leaves them. */
  characters: number;
  attachments: number;
  /** Decoded bytes of all attachments. */
  bytes: number;
  /** Anomalies that were named; only ours names any. */
  flags?: number;
}

export interface Report {
  /** Of each pass. */
  readonly seconds: readonly number[];
  readonly peakMiB: number;
  /** Of the last pass; workers give none. */
  readonly tally?: Tally;
  /** Of workers: of one pass, all threads together. Nearly the same on a busy machine, which seconds are not. */
  readonly cpuSeconds?: number;
}

/** Does the same work on one message as all others and counts what came out. May throw on mail that it cannot read. */
export type Read = (message: Buffer, tally: Tally) => void | Promise<void>;

/** The header fields whose values every contender unfolds and decodes. */
export const SHOWN_FIELDS = ["from", "sender", "reply-to", "to", "cc", "bcc", "subject"] as const;

export function emptyTally(): Tally {
  return {
    messages: 0,
    failed: 0,
    fields: 0,
    headerCharacters: 0,
    texts: 0,
    characters: 0,
    attachments: 0,
    bytes: 0,
  };
}

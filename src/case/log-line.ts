/** What logs that the user gave say of messages of interest: lines of evidence, each with its place. */
import type { EpochMs } from "../base/brand.ts";

/**
 * `http`: an address was asked for, by name and path · `connect`: a connection to the host, what was asked is not seen · `dns`: the
 * host's name was looked up, which is no opening · `blocked`: the proxy refused to ask · `failed`: no request reached the host · `cached`: answered
 * from what the proxy had kept · `unclear`: whether it reached the host the line does not say · `delivered`, `refused`: mail of the sender's, at the reader's server · `sent`: mail to
 * the sender left the reader's server.
 */
export type LogLineKind =
  | "http"
  | "connect"
  | "blocked"
  | "failed"
  | "cached"
  | "unclear"
  | "dns"
  | "delivered"
  | "refused"
  | "sent";

export interface LogLine {
  /** As the user gave it. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly at: EpochMs;
  readonly kind: LogLineKind;
  /** What it was found by: a host, an address of the sender's or a Message-ID, lower case. */
  readonly name: string;
  /** Of `http`, as logged; else empty. */
  readonly url: string;
  /** Who asked, as the log has it (an address of a machine): empty where it does not say. */
  readonly client: string;
  /** A user's name that the log holds, lower case; else empty. */
  readonly user: string;
  /** Of mail: whose mailbox, lower case; else empty. */
  readonly address: string;
  /** The program that asked, as it calls itself. */
  readonly agent: string;
  /** The line, at most 300 characters. */
  readonly text: string;
}

/** What logs are asked for. */
export interface WantedLogLines {
  /** Lower case hosts. */
  readonly hosts: ReadonlySet<string>;
  /** Addresses of senders of interest, with the days of some of their messages. */
  readonly senders: ReadonlyMap<string, readonly EpochMs[]>;
  /** Message-IDs without brackets, lower case, with the day of the message. */
  readonly messageIds: ReadonlyMap<string, EpochMs | null>;
}

/** Logs as the case remembers them. */
export interface KeptLogs {
  /** Absolute. */
  readonly paths: readonly string[];
  /** That times without a zone are in: `UTC`, an offset, a name of the time zone database; null where nobody said, and such lines cannot be placed. */
  readonly zone: string | null;
}

export interface LogReading {
  readonly sightings: readonly LogLine[];
  /** What could not be read or placed, as sentences. */
  readonly notes: readonly string[];
  /** Files that could not be read at all: what was seen in them before stays. */
  readonly unread: readonly string[];
}

export type ReadLogs = (logs: KeptLogs, wanted: WantedLogLines) => Promise<LogReading>;

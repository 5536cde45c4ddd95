/**
 * What another parser's own test suite says of one message, in one form for all suites, and the JSON reading that their readers
 * share. Nothing of these files is ever committed.
 */
import { readdirSync, readFileSync } from "node:fs";

export interface ExpectedLeaf {
  /** `prefix`: a text of which only the beginning is given. */
  readonly kind: "text" | "binary" | "prefix";
  /** Decoded by the other parser; for text as Unicode. */
  readonly content: string | Buffer;
}

/** Of a leaf's body, in the bytes of the message. */
export interface ExpectedSpan {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** Null where the suite does not say, or in a form that is not compared. */
export interface ExpectedMessage {
  readonly name: string;
  readonly bytes: Buffer;
  /** Of all leaves, those of messages inside among them. */
  readonly leafCount: number | null;
  /** `type/subtype` of the leaves in order; a message inside is a leaf when `entersMessages` is false. */
  readonly types: readonly string[] | null;
  readonly entersMessages: boolean;
  readonly leaves: readonly ExpectedLeaf[];
  readonly spans: readonly ExpectedSpan[];
  readonly subject: string | null;
  readonly from: readonly string[] | null;
  /** Seconds since 1970. */
  readonly date: number | null;
  /** Names of attached files. */
  readonly names: readonly string[];
}

export const silent: Omit<ExpectedMessage, "name" | "bytes"> = {
  leafCount: null,
  types: null,
  entersMessages: true,
  leaves: [],
  spans: [],
  subject: null,
  from: null,
  date: null,
  names: [],
};

/** Where the messages of an mbox begin, by the other parser. */
export interface ExpectedMailbox {
  readonly name: string;
  readonly bytes: Buffer;
  readonly starts: readonly number[];
}

export interface Suite {
  readonly name: string;
  readonly messages: readonly ExpectedMessage[];
  readonly mailboxes: readonly ExpectedMailbox[];
}

export type Json = Readonly<Record<string, unknown>>;

export const asObject = (value: unknown): Json => (typeof value === "object" && value !== null ? (value as Json) : {});
export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const asText = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** Null for a file that is missing or no JSON. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

/** Paths below a folder that end so, relative to it, sorted; none where the folder is missing. */
export function filesBelow(folder: string, ending: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(ending))
      .sort();
  } catch {
    return [];
  }
}

/** The same mail with CRLF for LF. */
export function withCrlf(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString("latin1").replace(/\r?\n/g, "\r\n"), "latin1");
}

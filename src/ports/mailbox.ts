/**
 * Where raw messages come from. The unit of work is a *slice* of a source; its messages come in one fixed order, so
 * that "the first n are done" is a checkpoint, and applying a slice twice changes nothing (DESIGN 6).
 */
import type { Sha256 } from "../base/brand.ts";
import type { Problem } from "../base/problem.ts";
import type { NotCovered } from "../case/answer.ts";
import type { Fidelity, LocationRecord, OutlookRecord } from "../case/record.ts";

/**
 * `mbox`: one file of many messages · `maildir`: a folder with cur/ and new/ · `folder`: a directory that holds
 * files which are one message each · `gzip`, `zstd`, `tar`, `zip`: a packed file of any of these · `pst`: an Outlook
 * store · `imap`: a folder on a mail server · `joined`: no place on disk, messages that are put together from pieces.
 */
export type SourceKind = "mbox" | "maildir" | "folder" | "gzip" | "zstd" | "tar" | "zip" | "pst" | "imap" | "joined";

export interface Source {
  /** Absolute path; for `imap` the folder's address, `imaps://user@host/Folder`. */
  readonly path: string;
  readonly kind: SourceKind;
  /** Bytes on disk; for folders the sum over their message files. */
  readonly size: number;
  /** Of the file; for folders 0. */
  readonly mtimeMs: number;
  /** Mail folder name for people. */
  readonly folder: string;
  /**
   * For `maildir` and `folder`: files that were named by themselves, relative to the source, sorted. Planning keeps to
   * them, and leaves the others as they are; absent means all.
   */
  readonly only?: readonly string[];
}

/**
 * A range of one source: byte offsets for mbox, entry numbers for zip, node numbers for pst, `[0, 1)` for gzip, zstd and
 * tar, file names for folders, UIDs under one UIDVALIDITY for `imap`, the joins of a run for `joined`.
 */
export interface Slice {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  /** For `maildir`, `folder` and `imap`: the messages of this slice, relative to the source; empty for others. */
  readonly files: readonly string[];
  /** Bytes on disk that this slice stands for: progress is counted in them. */
  readonly bytes: number;
  /** Only for `joined`: the messages of this slice. */
  readonly joins?: readonly Join[];
}

/** A message to be put together from its pieces. */
export interface Join {
  /** Of its place in the source `joined:`; the same pieces in the same order give the same. */
  readonly key: string;
  /** By number, from 1. */
  readonly pieces: readonly JoinPiece[];
}

export interface JoinPiece {
  readonly sha256: Sha256;
  /** Where its bytes may be read again, tried in this order; empty when it must be put together itself. */
  readonly places: readonly PiecePlace[];
  /** How it was put together; null when it was found. */
  readonly join: Join | null;
}

/** A place as the case remembers it. */
export interface PiecePlace {
  /** As when it was read. */
  readonly source: Source;
  readonly key: string;
  /** For sources that are read file by file. */
  readonly file: FileMemory | null;
  /** For people. */
  readonly path: string;
}

export interface RawMessage {
  /**
   * The message's bytes (mbox quoting undone), at most `limits.messageBytesMax` of them. Valid only until the next item
   * is asked for: buffers are used again.
   */
  readonly bytes: Uint8Array;
  /** True length; larger than `bytes.length` when cut. */
  readonly size: number;
  /** Over the true, whole bytes. */
  readonly sha256: Sha256;
  /** Identity of the place within its source: offset or file name without flags. Same place read again = same key. */
  readonly key: string;
  readonly location: LocationRecord;
  /** Of `bytes`; `sha256` and `size` are of the rebuilt bytes too. */
  readonly fidelity: Fidelity;
  /** Null for original bytes. */
  readonly outlook: OutlookRecord | null;
  /** Damage of the container: `source.truncated`, `limit.message-bytes`, `source.changed` … */
  readonly problems: readonly Problem[];
  /** True when the message ends where its source ended: it may grow, so a later scan reads it again. */
  readonly atSourceEnd: boolean;
}

/** What an earlier run left about a source. */
export interface SourceMemory {
  readonly size: number;
  readonly mtimeMs: number;
  /** Opaque to the store; made by the mailbox adapter to tell "grown" from "rewritten". */
  readonly fingerprint: string;
}

export interface SliceMemory {
  readonly start: number;
  readonly end: number;
  readonly done: boolean;
  /** True when one of its messages ran, or may run, to the end of the source as it was then. */
  readonly atSourceEnd: boolean;
}

/** How a file of a folder source was when it was last read. */
export interface FileMemory {
  readonly size: number;
  readonly mtimeMs: number;
  /** File name with flags, as it was. */
  readonly name: string;
}

/** What the planner may ask about earlier runs. */
export interface PlanMemory {
  readonly source: SourceMemory | null;
  readonly slices: readonly SliceMemory[];
  /** Looks up files by key (the Maildir unique name, or the file name); missing keys are not in the map. */
  files(keys: readonly string[]): Promise<ReadonlyMap<string, FileMemory>>;
}

export interface Plan {
  /** `same`: nothing to do, all slices are done · `new` · `grown`: what was read still holds · `changed`: read all of it again. */
  readonly state: "same" | "new" | "grown" | "changed";
  readonly fingerprint: string;
  /** In order; lazily, since a folder may hold millions of files. */
  readonly slices: AsyncIterable<Slice>;
}

export type Discovered =
  | { readonly kind: "source"; readonly source: Source }
  | { readonly kind: "not-covered"; readonly notCovered: NotCovered };

/** What a slice yields: messages in fixed order, and things that could not be read. */
export type SliceItem =
  | { readonly kind: "message"; readonly message: RawMessage; readonly file: FileMemory | null }
  | { readonly kind: "not-covered"; readonly notCovered: NotCovered };

/** The mailbox adapter: the only code that opens mail files or connects to a mail server, and only for reading. */
export interface MailboxReader {
  /** Walks the paths in sorted order; every path that yields nothing is named. */
  discover(paths: readonly string[]): AsyncIterable<Discovered>;
  plan(source: Source, memory: PlanMemory): Promise<Plan>;
  /** Never throws for what a file holds; I/O faults become `not-covered` items. Memory is bounded whatever the input. */
  read(slice: Slice): AsyncIterable<SliceItem>;
  /** Ends connections. Files need no closing. */
  close(): Promise<void>;
}

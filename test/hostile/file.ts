/**
 * One generated file of the hostile-mail catalogue and what must come of it. Files are made at test time from recipes and are
 * never stored; names are reserved ones (RFC 2606) and payloads are harmless markers.
 */
import type { MessageRecord, ReadStatus } from "../../src/case/record.ts";
import type { Views } from "../../src/mail/views/read-views.ts";
import type { Canary } from "./canary.ts";

/** What was seen of one file. */
export interface Seen {
  readonly bytes: Buffer;
  readonly views: Views;
  readonly record: MessageRecord;
}

export interface Expectations {
  /** Each must be the whole of an object in some view; blanks and line ends after it do not count. */
  readonly contents: readonly Buffer[];
  /** ASCII; each must stand somewhere in the bytes of some object. */
  readonly within: readonly string[];
  /** Each must stand in the URL of a remote load of the record. */
  readonly loads: readonly string[];
  /** Codes that must be among the flags of the views or the problems of the record. */
  readonly flags: readonly string[];
  /** Some flag must be there, whichever: where the catalogue asks for one without naming it. */
  readonly anyFlag: boolean;
  /** `limit.…` codes that must be in the record, whose status is then `partial`. */
  readonly limits: readonly string[];
  /** Addresses that must be listed as the message's senders. */
  readonly senders: readonly string[];
  /** Addresses that must not. */
  readonly notSenders: readonly string[];
  /** File names, each of which some object must claim. */
  readonly names: readonly string[];
  /** Allowed; empty allows all. */
  readonly statuses: readonly ReadStatus[];
  /** What else must hold: sentences that say what does not. */
  readonly probe: (seen: Seen) => readonly string[];
}

export interface HostileFile {
  /** Distinct within its row. */
  readonly variant: string;
  readonly bytes: Buffer;
  readonly expects: Expectations;
}

export interface Wish extends Partial<Expectations> {
  /** Payloads that must be found; HTML ones must also be seen as remote loads. */
  readonly canaries?: readonly Canary[];
}

const nothing: Expectations = {
  contents: [],
  within: [],
  loads: [],
  flags: [],
  anyFlag: false,
  limits: [],
  senders: [],
  notSenders: [],
  names: [],
  statuses: [],
  probe: () => [],
};

/** A file of these bytes, or of a text whose characters are bytes (latin1). */
export function file(variant: string, content: string | Buffer, { canaries = [], ...wish }: Wish = {}): HostileFile {
  const bytes = typeof content === "string" ? Buffer.from(content, "latin1") : content;
  const contents = [...canaries.map(({ payload }) => payload.bytes), ...(wish.contents ?? [])];
  const markup = canaries.filter(({ payload }) => payload.kind === "html").map(({ payload }) => payload.marker);
  return { variant, bytes, expects: { ...nothing, ...wish, contents, loads: [...markup, ...(wish.loads ?? [])] } };
}

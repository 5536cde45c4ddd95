/**
 * Of a record what must be known of all messages before the first is judged: small, so that a pass over a case of
 * millions is cheap. It only leaves out and summarises, so it can be made again from the record.
 */
import { hash } from "node:crypto";
import type { EpochMs } from "../base/brand.ts";
import { registrableDomain } from "../url/registrable-domain.ts";
import { isAutomatic } from "./automatic.ts";
import { passesOf, receivedResults } from "./received-results.ts";
import type { ClaimsRecord, ContentRecord, LoadRecord, MessageRecord } from "./record.ts";

export interface MessageOutline
  extends Pick<MessageRecord, "sha256" | "date" | "subject" | "to" | "cc" | "deliveredTo" | "deliveredBelow"> {
  readonly claims: Pick<ClaimsRecord, "from" | "listId" | "precedence" | "autoSubmitted">;
  readonly content: Pick<ContentRecord, "textPrint">;
  /** As `MessageRecord.received`. */
  readonly received?: true;
  /** As `MessageRecord.arrived`, where that was before its date; else absent, as in older outlines. */
  readonly arrived?: EpochMs | undefined;
  /** It says that it answers something (`ClaimsRecord.isReply`); absent for no, and in older outlines. */
  readonly answers?: true | undefined;
  /** `isAutomatic`; absent for no, and in older outlines. */
  readonly automatic?: true | undefined;
  /** A server whose word counts recorded results of authentication. */
  readonly authenticated: boolean;
  /** Registrable domain of the server that wrote them, empty where it leaves its name out; absent where there are none, and in older outlines. */
  readonly resultsBy?: string | undefined;
  /** Something in it fires on display, and is hidden or carries what looks like a token. */
  readonly tracks: boolean;
  /**
   * Print of all that it loads on display, equal for equal addresses in one order; absent where `tracks` holds, and where nothing
   * fires. One copy does not tell a token in a shown picture's name from the name (LK-13), two copies with other prints may.
   */
  readonly shown?: string | undefined;
  /** Domains that the results which count hold a pass for (SPF, DKIM, DMARC), distinct; absent for none. */
  readonly passes?: readonly string[] | undefined;
  /** Absent where nobody but From passed. */
  readonly carrier?: CarrierOutline | undefined;
}

/** What names the customer of a service that carried a message for somebody else. */
export type CarrierOutline = Pick<
  ClaimsRecord,
  "returnPath" | "feedbackId" | "dkimDomains" | "messageIdDomain" | "listUnsubscribe"
>;

/** Ways out that are kept: the first names the account as well as any. */
const EXITS_MAX = 2;
/** Longer ones are no service's. */
const EXIT_CHARS_MAX = 1_000;

/** `own`: names of the reader's own servers, whose results alone count where there are any. The stored form is made without, since they may be named later. */
export function outlineOf(record: MessageRecord, own: readonly string[] = []): MessageOutline {
  const { sha256, date, arrived, subject, to, cc, deliveredTo, deliveredBelow, claims, content, auth, loads } = record;
  const { from, listId, precedence, autoSubmitted } = claims;
  const heard = receivedResults(auth, own);
  const [first] = heard;
  const authenticated = first !== undefined;
  const by = first === undefined ? {} : { resultsBy: registrableDomain(first.authservId) };
  const tracks = loads.some(mayTrack);
  const shown = tracks ? {} : shownPrint(loads);
  const print = { textPrint: content.textPrint };
  const sender = { from, listId, precedence, autoSubmitted };
  const received = record.received === true ? { received: true as const } : {};
  const below = deliveredBelow === undefined ? {} : { deliveredBelow };
  const taken = isBefore(arrived, date) ? { arrived } : {};
  const answers = claims.isReply ? { answers: true as const } : {};
  const automatic = isAutomatic(record) ? { automatic: true as const } : {};
  const place = { sha256, date, subject, to, cc, deliveredTo, ...below };
  const outline = {
    ...place,
    ...received,
    ...taken,
    ...answers,
    ...automatic,
    claims: sender,
    content: print,
    authenticated,
    ...by,
    tracks,
    ...shown,
  };
  const passes = passesOf(heard);
  if (passes.length === 0) return outline;
  const carrier = carrierOf(record, passes);
  return carrier === null ? { ...outline, passes } : { ...outline, passes, carrier };
}

function isBefore(moment: EpochMs | undefined, date: EpochMs | null): moment is EpochMs {
  return moment !== undefined && date !== null && moment < date;
}

/** Ordinary mail passes for its own domain alone, above or below the one in From. */
function carrierOf({ claims }: MessageRecord, passes: readonly string[]): CarrierOutline | null {
  const address = claims.from[0]?.address ?? "";
  const own = address.slice(address.lastIndexOf("@") + 1);
  const isOwn = (domain: string): boolean => `.${own}`.endsWith(`.${domain}`) || domain.endsWith(`.${own}`);
  if (passes.every(isOwn)) return null;
  const { returnPath, feedbackId, dkimDomains, messageIdDomain } = claims;
  const listUnsubscribe = claims.listUnsubscribe.filter(({ length }) => length <= EXIT_CHARS_MAX).slice(0, EXITS_MAX);
  return { returnPath, feedbackId, dkimDomains, messageIdDomain, listUnsubscribe };
}

function mayTrack({ fires, hidden, token }: LoadRecord): boolean {
  return fires === "open" && (hidden || token.kind !== "none");
}

/** 128 bits: who can grind two lists with one print hides nothing but which of two decoys a reader got. */
const PRINT_CHARS = 22;

function shownPrint(loads: readonly LoadRecord[]): { readonly shown?: string } {
  const urls = loads.flatMap(({ fires, resolved }) => (fires === "open" ? [resolved] : []));
  return urls.length === 0 ? {} : { shown: hash("sha256", urls.join("\n"), "base64url").slice(0, PRINT_CHARS) };
}

/** One message and what the case knows → the evidence that the conditions weigh. */
import { alignedPass } from "../auth/alignment.ts";
import type { JudgedToken } from "../case/judgement.ts";
import type { MessageOutline } from "../case/outline.ts";
import { receivedResults } from "../case/received-results.ts";
import type { LoadRecord, MessageRecord } from "../case/record.ts";
import type { AccountBook } from "../cluster/accounts.ts";
import { isBounce } from "../cluster/bounces.ts";
import type { Doubts } from "../cluster/doubts.ts";
import type { SenderHistory } from "../cluster/history.ts";
import type { Before } from "../cluster/past.ts";
import { isOwn } from "../cluster/proven-token.ts";
import { domainOf, fromAddress, isSharedDomain, senderKey } from "../cluster/sender.ts";
import { type RecognizedService, recognizeService } from "../signals/bulk-services.ts";
import { type Carrier, carrierOf } from "../signals/carrier.ts";
import { registeredSenders } from "../signals/known-senders.ts";
import { isListMail } from "../signals/mailing-list.ts";
import { readPictureUrl } from "../signals/picture-urls.ts";
import { policyTopic } from "../signals/subject-words.ts";
import { threatNotice } from "../signals/threat-notice.ts";
import type { AccountEvidence, Evidence, JudgedLoad } from "../verdict/evidence.ts";
import { type Learned, wayOf } from "./learn.ts";
import type { Ownership } from "./ownership.ts";

/** What comparison says of a message. */
export interface Compared {
  readonly tokens: readonly JudgedToken[];
  /** The owner's people whose copies of it were compared, at least 1; everybody counts when no owner is known. */
  readonly people: number;
}

export interface Weighed extends Compared {
  readonly record: MessageRecord;
  /** Of that record. */
  readonly outline: MessageOutline;
  /** Its sender's, as of its day. */
  readonly before: SenderHistory;
  readonly past: Before;
  /** Of the same, with this message. */
  readonly doubts: Doubts;
  readonly sent: Ownership;
  /** An own server, or one that writes results on much of the mail, wrote those that count. */
  readonly isReceiverKnown: boolean;
  /** That server's word is believed: it writes results on a fair part of the mail that the same domain received. */
  readonly isWriterKnown: boolean;
}

export function weigh({ readers: known, servers, ownDomains, books }: Learned, weighed: Weighed): Evidence {
  const { record, outline, before, past, doubts, sent, tokens, people } = weighed;
  const readers = readersOf(record, known);
  const proven = new Map(tokens.map((one) => [one.load, one]));
  const loads = record.loads.map((load, index) => judgedLoad(load, proven.get(index), readers));
  const from = fromAddress(record);
  const auth = believedAuth(weighed, servers);
  const results = receivedResults(auth, servers);
  const carrier = carrierOf(outline);
  const way = wayOf(outline, carrier);
  return {
    record,
    loads,
    before,
    past,
    doubts,
    registeredAs: () => (past.isLongStanding() ? namesBorne(record) : []),
    whole: books.history.of(record),
    service: believed(recognizeService({ ...record, auth: results }), weighed.isReceiverKnown),
    account: carrier === null ? null : accountOf(carrier, books.accounts),
    newWay: way === null ? null : books.accounts.newWay(senderKey(from), way),
    results,
    alignment: alignedPass(auth, record.claims, servers),
    isList: isListMail(record, results),
    topic: loads.length === 0 ? null : policyTopic(record.subject),
    notice: threatNotice(record),
    bounces: record.date !== null && isBounce(record) ? books.bounces.around(record.date) : null,
    copyReaders: people,
    own: sent === "own",
    forgedOwn: sent === "forged",
    ownDomains,
    senderDomain: domainOf(from),
    sharedDomain: isSharedDomain(domainOf(from)),
  };
}

/** A pass for From by a server that hardly any mail here knows is the sender's own word, and so none. What speaks against a sender is nobody's to forge. */
function believedAuth({ record, isWriterKnown }: Weighed, servers: readonly string[]): MessageRecord["auth"] {
  if (isWriterKnown) return record.auth;
  const { dkim, spf, dmarc } = alignedPass(record.auth, record.claims, servers);
  return dkim || spf || dmarc ? [] : record.auth;
}

/** What a test's service is believed to have sent is asked no other rule: so nobody may vouch for it who only says so himself. */
function believed(service: RecognizedService | null, isReceiverKnown: boolean): RecognizedService | null {
  return service?.kind === "simulation" && !isReceiverKnown ? { ...service, verified: false } : service;
}

/** Registered senders whose whole name From shows; of a domain that looks like a registered one, none. */
function namesBorne(record: MessageRecord): readonly string[] {
  const registered = registeredSenders();
  if (registered.resembled(domainOf(fromAddress(record))) !== null) return [];
  const named = registered.named(record.claims.from[0]?.name ?? "");
  return named.flatMap(({ sender, isWhole, isDisguised }) => (isWhole && !isDisguised ? [sender.name] : []));
}

/** Lower case. */
function readersOf({ to, cc, deliveredTo }: MessageRecord, owners: ReadonlySet<string>): Readers {
  const named = new Set([...[...to, ...cc].map(({ address }) => address), ...deliveredTo]);
  return { readers: new Set([...named, ...owners]), named };
}

interface Readers {
  /** Every address this copy may have been sent to. */
  readonly readers: ReadonlySet<string>;
  /** Of these, the ones that the message names. */
  readonly named: ReadonlySet<string>;
}

function judgedLoad(load: LoadRecord, proven: JudgedToken | undefined, { readers, named }: Readers): JudgedLoad {
  const token = proven?.token ?? load.token;
  const address = token.kind === "decoded" ? (token.address?.toLowerCase() ?? null) : null;
  const isDecoded = address !== null && readers.has(address);
  const isProven = proven?.proof !== undefined && isOwn(proven.proof.role);
  const role = proven?.proof?.role ?? null;
  // What holds the address that this very copy was sent to is its own, whoever else has it too.
  const personal = isProven || (isDecoded && (role !== "forward" || named.has(address)));
  const picture = load.fires === "open" && token.kind !== "none" ? readPictureUrl(load.resolved) : null;
  return { load, token, role, personal, picture };
}

function accountOf({ service, keys }: Carrier, accounts: AccountBook): AccountEvidence {
  return { service: service.name, key: keys[0] ?? null, whole: accounts.of(keys) };
}

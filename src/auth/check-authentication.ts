/**
 * Everything about who sent a message that can be checked again: DKIM, ARC, SPF and DMARC, by what is known of the DNS.
 *
 * Beside the results that servers wrote at receipt (`authentication-results.ts`) these are our own; they neither replace nor
 * overrule each other. What is not known is said, and never a pass or a failure. Not part of the ordinary reading: it hashes the
 * body. Pure and total; nothing is looked up but by `resolver`, which never asks a server.
 */
import { limits } from "../base/limits.ts";
import type { Problem } from "../base/problem.ts";
import { parseAddressList } from "../mail/addresses.ts";
import { fieldsNamed, fieldText } from "../mail/headers.ts";
import type { Message } from "../mail/message.ts";
import { receivedDate } from "../mail/received.ts";
import { NO_BORDER, type TrustBorder } from "../mail/trace.ts";
import { type ArcCheck, checkArc } from "./arc.ts";
import { checkDkim, type DkimCheck } from "./dkim.ts";
import { checkDmarc, type DmarcCheck } from "./dmarc.ts";
import { nothingKnown, type Resolver } from "./resolver.ts";
import { findSendingServer, type NoSendingServer, type SendingServer } from "./sending-server.ts";
import { checkSpf, type SpfAnswer, type SpfResult } from "./spf.ts";

export interface SpfCheck {
  /** Null where who sent is not known. */
  readonly answer: SpfAnswer | null;
  /** One sentence without a full stop, for people. */
  readonly why: string;
}

export interface AuthenticationCheck {
  /** In the order of the message, at most `limits.dkimChecksMax`. */
  readonly dkim: readonly DkimCheck[];
  readonly arc: ArcCheck;
  readonly spf: SpfCheck;
  readonly dmarc: DmarcCheck;
  /** `limit.…` where not everything was checked. */
  readonly problems: readonly Problem[];
}

export interface CheckContext {
  /** The reader's own servers; without them who sent cannot be told. */
  readonly border?: TrustBorder;
  /** What is known of the DNS; without it nothing is. */
  readonly resolver?: Resolver;
}

/** Cost: a pass over the body for each way that its signatures hash it, at most ten. */
export function checkAuthentication(message: Message, context: CheckContext = {}): AuthenticationCheck {
  const { border = NO_BORDER, resolver = nothingKnown } = context;
  const server = findSendingServer(message, border);
  const receivedMs = typeof server === "string" ? topDate(message) : server.receivedMs;
  const dkim = checkDkim(message, resolver, receivedMs);
  const spf = spfOf(server, resolver);
  const fromDomains = domainsOfFrom(message);
  return {
    dkim: dkim.signatures,
    arc: checkArc(message, resolver),
    spf,
    dmarc: checkDmarc({ fromDomains, signatures: dkim.signatures, spf: spf.answer }, resolver),
    problems: dkim.problems,
  };
}

function topDate(message: Message): number | null {
  const [top] = fieldsNamed(message.root.headers, "received");
  return top === undefined ? null : receivedDate(fieldText(message.bytes, top));
}

/** Of all lines, since a second From is what some readers show. An address without a domain counts as one of its own. */
function domainsOfFrom(message: Message): readonly string[] {
  return fieldsNamed(message.root.headers, "from")
    .slice(0, limits.fromFieldsMax)
    .flatMap((field) => parseAddressList(fieldText(message.bytes, field)).mailboxes)
    .slice(0, limits.claimedAddressesMax)
    .map(({ address }) => address.slice(address.lastIndexOf("@") + 1).toLowerCase())
    .filter((domain) => domain !== "");
}

const UNKNOWN_SERVER: Readonly<Record<NoSendingServer, string>> = {
  "no-border": "which server took the message from outside is not known, since no own servers were named",
  "no-line": "no line of an own server says who sent the message",
  "no-sender": "the own server left no envelope sender above its line",
};

function spfOf(server: SendingServer | NoSendingServer, resolver: Resolver): SpfCheck {
  if (typeof server === "string") return { answer: null, why: UNKNOWN_SERVER[server] };
  const { ip, mailFrom, helo, receiver, receivedMs } = server;
  const seconds = Math.floor((receivedMs ?? 0) / 1_000);
  const answer = checkSpf({ ip, mailFrom, helo, receiver, seconds }, resolver);
  return { answer, why: spfSentence(answer) };
}

const SPF_SENTENCES: Readonly<Record<SpfResult, string>> = {
  pass: "allowed the server to send for it",
  fail: "says that the server may not send for it",
  softfail: "says that the server probably may not send for it",
  neutral: "says nothing for or against the server",
  none: "publishes nothing about who sends for it",
  temperror: "could not be asked",
  permerror: "publishes a record that breaks the rules",
  unknown: "is not known in the snapshot",
};

function spfSentence({ result, domain, missing }: SpfAnswer): string {
  const what = `${domain === "" ? "the sender's domain" : domain} ${SPF_SENTENCES[result]}`;
  return missing === "" ? what : `${what}: nobody recorded ${missing}`;
}

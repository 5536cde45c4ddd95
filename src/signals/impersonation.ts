/**
 * Whom a mail plays: known senders that its names, addresses and text name while its domain is not theirs (threat-facts TF-200,
 * TF-203, TF-205; LK-03, LK-07).
 *
 * The known senders are given: the registry, a roster of people, the owner's own domains, correspondents. What every day looks
 * the same and is honest is told apart as an excuse and left to the rule: national domains, lists that write for their members,
 * services that write for their customers. Pure; a few look-ups a word, when asked.
 */
import type { AddressRecord, ClaimsRecord } from "../case/record.ts";
import { registrableDomain } from "../url/registrable-domain.ts";
import { isCustomerDomain, isFreeMail } from "../url/shared-domains.ts";
import { type KnownSenders, type NamedSender, type ResembledSender, registeredSenders } from "./known-senders.ts";
import type { KnownSender } from "./registry/entry.ts";
import { serviceOfHost } from "./services/tables.ts";

/**
 * Why a name that is not the domain's may be honest: `national`: the domain is the sender's name under a country's suffix ·
 * `list`: a mailing list writes for its members · `service`: the domain is a service's that writes for customers · `own-label`:
 * the domain begins with the sender's name (`name-events.example`): theirs or a squatter's.
 */
export type Excuse = "national" | "list" | "service" | "own-label";

export interface PlayedSender extends NamedSender {
  readonly where: "display-name" | "local-part" | "subject" | "copyright" | "text";
  readonly excuse: Excuse | null;
}

export interface Impersonation {
  /** Known senders that From, Sender and Reply-To name by their display names, without being at a domain of theirs. */
  readonly byName: readonly PlayedSender[];
  /** Domains of From and Reply-To that are made to be taken for a known sender's. */
  readonly byDomain: readonly ResembledSender[];
  /** From is at a domain of a known sender: what mail of theirs looks like. */
  readonly from: readonly KnownSender[];
}

const SENDERS_MAX = 6;

export function impersonation(claims: ClaimsRecord, known: KnownSenders = registeredSenders()): Impersonation {
  const senders = [...claims.from, ...(claims.sender === null ? [] : [claims.sender]), ...claims.replyTo].slice(
    0,
    SENDERS_MAX,
  );
  const hosts = new Set(senders.map(({ address }) => hostOf(address)).filter((host) => host !== ""));
  // Names and domains are compared when they are asked for: of most mail only the sender is.
  return {
    get byName() {
      return senders.flatMap((sender) => playedBy(sender, claims, known));
    },
    get byDomain() {
      return [...hosts].flatMap((host) => known.resembled(host) ?? []);
    },
    from: sendersAt(hostOf(claims.from[0]?.address ?? ""), known),
  };
}

/** An address that anybody gets is nobody's but its holder's, whoever runs the house. */
function sendersAt(host: string, known: KnownSenders): readonly KnownSender[] {
  return isFreeMail(host) ? [] : known.ofHost(host);
}

function playedBy(mailbox: AddressRecord, claims: ClaimsRecord, known: KnownSenders): readonly PlayedSender[] {
  const host = hostOf(mailbox.address);
  if (host === "") return [];
  const owners = known.ofHost(host);
  const played = (text: string, where: PlayedSender["where"]): readonly PlayedSender[] =>
    known
      .named(text)
      .filter(({ sender }) => !owners.includes(sender) && !sender.addresses.includes(mailbox.address))
      .map((named) => ({ ...named, where, excuse: excuseOf(named.sender, host, claims) }));
  const local = mailbox.address.slice(0, mailbox.address.lastIndexOf("@"));
  const byLocal = local.length > 60 ? [] : played(local, "local-part");
  // `paypal@` at a shop's domain is its mailbox for receipts; with other words, or where anybody gets an address, it is a name.
  const named = byLocal.filter(({ isWhole }) => isWhole);
  return [...played(shownName(mailbox), "display-name"), ...named];
}

/** A display name that is an address names what the address does. */
function shownName({ name }: AddressRecord): string {
  return name.slice(0, 200);
}

function excuseOf(sender: KnownSender, host: string, claims: ClaimsRecord): Excuse | null {
  const domain = registrableDomain(host);
  const label = labelOf(domain);
  const own = sender.domains.map((one) => labelOf(registrableDomain(one)));
  if (own.includes(label) && /\.[a-z]{2}$/.test(domain)) return "national";
  if (claims.listId !== "" && /\bvia\b|\(/i.test(claims.from[0]?.name ?? "")) return "list";
  if (serviceOfHost(host) !== undefined || isCustomerDomain(domain)) return "service";
  if (own.some((one) => one.length >= 4 && label.startsWith(one))) return "own-label";
  return null;
}

const COPYRIGHT =
  /(?:©|\(c\)|copyright)[\s,:]{0,3}(?:(?:©|\(c\)|copyright)\s{0,3})?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:(?:19|20)\d\d)?)?[\s,.:]{0,3})?(?:by\s)?([^\n|•©]{2,80})/gi;
const NOTICES_MAX = 6;

/**
 * Known senders whose copyright notice the text bears: whose mail it wants to be taken for. A forwarded or quoted mail bears its
 * author's. `text`: what a reader sees.
 */
export function copyrightHolders(text: string, known: KnownSenders = registeredSenders()): readonly KnownSender[] {
  const found = new Set<KnownSender>();
  let notices = 0;
  for (const [, holder = ""] of text.slice(0, 100_000).matchAll(COPYRIGHT)) {
    if (++notices > NOTICES_MAX) break;
    const [named] = known.named(holder.replace(/all rights.*$/i, "").slice(0, 60));
    if (named !== undefined) found.add(named.sender);
  }
  return [...found];
}

export interface PlayedText {
  readonly sender: KnownSender;
  /** How often the text names it. */
  readonly mentions: number;
}

/** The known sender that subject and text name most, unless From or one of the hosts is theirs; null for none. `texts`: the words of each, by `sentenceWords`. */
export function playedInText(
  texts: readonly (readonly string[])[],
  hosts: readonly string[],
  known: KnownSenders = registeredSenders(),
): PlayedText | null {
  const at = new Set(hosts.flatMap((host) => known.ofHost(host)));
  const counts = new Map<KnownSender, number>();
  for (const words of texts) {
    for (const [sender, count] of known.mentionedIn(words)) counts.set(sender, (counts.get(sender) ?? 0) + count);
  }
  let most: PlayedText | null = null;
  for (const [sender, mentions] of counts) {
    if (most === null || mentions > most.mentions) most = { sender, mentions };
  }
  return most === null || at.has(most.sender) ? null : most;
}

/** Whether anybody gets an address at the host's domain. */
export function isAnybodysHost(host: string): boolean {
  const domain = registrableDomain(host);
  return isFreeMail(domain) || isCustomerDomain(domain);
}

function hostOf(address: string): string {
  const at = address.lastIndexOf("@");
  return at < 0
    ? ""
    : address
        .slice(at + 1)
        .toLowerCase()
        .replace(/\.$/, "");
}

function labelOf(domain: string): string {
  return domain.split(".")[0] ?? "";
}

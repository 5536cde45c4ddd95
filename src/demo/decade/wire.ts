/**
 * A message as it lies in a mailbox: what the writer's program wrote, and what servers added on the way. The
 * organisation's own boundary changes over the years: in 2014 it notes SPF alone, from 2016 on DKIM, from 2018 on DMARC.
 */

import {
  addressText,
  composeMail,
  type Header,
  header,
  headerText,
  isAscii,
  mailDate,
  multipart,
  type NamedAddress,
  type Octets,
  type Part,
  type Script,
  textPart,
  wrapText,
} from "../../../src/demo/compose.ts";
import { BASE64, HEX, hashOf, type Random } from "../../../src/demo/random.ts";
import { withStatus } from "../containers.ts";
import { domainOf, type Flag, officeOffset } from "../office.ts";
import { type Account, type Kit, MOVED, OFFICE_DOMAIN, OLD_DOMAIN, type Party } from "../world/people.ts";
import { DAY, FIRST_DAY } from "../world/size.ts";

/** What scoring may know and no reader of mail is told. */
export interface Mail {
  readonly account: Account;
  readonly folder: "Inbox" | "Sent" | "Junk" | "Lists" | "Trash";
  readonly at: number;
  readonly flags: readonly Flag[];
  readonly messageId: string;
  readonly envelopeFrom: string;
  readonly octets: Octets;
  /** For `kinds.tsv`. */
  readonly kind: string;
  readonly truth: Truth | null;
}

/** As its mailbox keeps it: with the fields for flags where it keeps marks. */
export function withMarks(mail: Mail): Octets {
  return mail.account.keepsMarks ? withStatus(mail).octets : mail.octets;
}

/** A line of `truth.jsonl` before its hash is known (README.md). */
export interface Truth {
  readonly kind: "campaign" | "crime" | "decoy" | "reaction";
  readonly actor: string;
  readonly campaign: string;
  readonly wave: number;
  readonly person: string;
  readonly address: string;
  readonly scheme: string;
  readonly opened: boolean;
  readonly replied: boolean;
  readonly forwarded: boolean;
  readonly clicked: boolean;
  readonly receipt: boolean;
  /** By what lies in the mailboxes alone, and with logs and clients.csv too. */
  readonly exposure: { readonly mail: Expected; readonly all: Expected } | null;
}

export interface Expected {
  readonly level: 0 | 1 | 2 | 3 | 4 | 5 | 6;
  readonly likelihood: "possible" | "probable" | "confirmed";
}

/** The way to one reader. */
export interface Route {
  /** Empty for the null path of bounces. */
  readonly envelopeFrom: string;
  /** Server that handed the mail over. */
  readonly host: string;
  /** Its address; absent for the one the host's name gives. */
  readonly ip?: string;
  /** Signing domains, the author's first. */
  readonly signedBy: readonly string[];
  readonly spf: "pass" | "none" | "fail" | "softfail";
  readonly dkim: "pass" | "fail";
  /** Where it was written; absent for an application server of the sender. */
  readonly origin?: string;
  readonly originIp?: string;
  /** Published policy of the domain in From; absent for what its age makes likely. */
  readonly policy?: "none" | "quarantine" | "reject" | "absent";
}

/** A documentation address that belongs to a host for good (RFC 3849, 5737); unrelated small hosts may share one. */
export function ipOf(host: string): string {
  const hash = hashOf(host);
  if (hash % 4 === 0) return `2001:db8:${(hash >>> 16).toString(16)}:${((hash >>> 4) & 0xfff).toString(16)}::25`;
  return `192.0.2.${1 + ((hash >>> 8) % 254)}`;
}

/** Small domains began to sign between 2014 and 2022, and to publish a policy some years later, if ever. */
export function signsSince(domain: string): number {
  return FIRST_DAY + (hashOf(`signs/${domain}`) % 3200) * DAY;
}

function policyOf(domain: string, at: number): "none" | "quarantine" | "absent" {
  const trait = hashOf(`policy/${domain}`);
  if (at < FIRST_DAY + (900 + (trait % 3600)) * DAY) return "absent";
  return trait % 3 === 0 ? "quarantine" : "none";
}

/** An honest sender's usual way. */
export function honestRoute(fromDomain: string, envelopeFrom: string, at: number): Route {
  const signedBy = at >= signsSince(fromDomain) ? [fromDomain] : [];
  const spf = hashOf(`spf/${fromDomain}`) % 6 === 0 && at < signsSince(fromDomain) ? "none" : "pass";
  return { envelopeFrom, host: `mail.${fromDomain}`, signedBy, spf, dkim: "pass" };
}

const QUEUE = "0123456789BCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz";

/** The domain of the reader's boundary: before the organisation moved, its old one. */
export function receivingDomain(to: Account, at: number): string {
  return to.kind === "work" && at < MOVED ? OLD_DOMAIN : domainOf(to.address);
}

/** Topmost first. */
export function traceHeaders(
  route: Route,
  fromDomain: string,
  to: Account,
  at: number,
  random: Random,
): readonly Header[] {
  const domain = receivingDomain(to, at);
  const server = `mx.${domain}`;
  const date = mailDate(at, officeOffset(at));
  const inside = to.kind === "work" && route.host === `mail.${domain}`;
  const mailbox = to.address.replace(OFFICE_DOMAIN, domain);
  const ip = route.ip ?? ipOf(route.host);
  const border = inside
    ? `from desk-${16 + random.int(200)}.${domain} ([2001:db8:10:1::${random.text(2, HEX)}])\n\tby submit.${domain} with ESMTPSA id ${random.text(11, QUEUE)}\n\tfor <${mailbox}>; ${date}`
    : `from ${route.host} (${route.host} [${ip}])\n\tby ${server} with ${at < Date.UTC(2016, 0, 1) ? "ESMTP" : "ESMTPS"} id ${random.text(11, QUEUE)}\n\tfor <${mailbox}>; ${date}`;
  const store = `from ${server} ([2001:db8:10::25])\n\tby store${1 + (hashOf(to.address) % 4)}.${domain} with LMTP id ${random.text(11, QUEUE)}\n\tfor <${mailbox}>; ${mailDate(at + 1000, officeOffset(at))}`;
  const origin = route.origin ?? `app-${1 + random.int(9)}.${domainOf(`@${route.host}`)}`;
  return [
    header("Return-Path", `<${route.envelopeFrom}>`),
    header("Delivered-To", mailbox),
    header("Received", store),
    ...results(route, { fromDomain, server, ip, at, inside, office: to.kind === "work" }, random),
    header("Received", border),
    ...route.signedBy.map((signer) => header("DKIM-Signature", signature(signer, at, random))),
    ...(inside ? [] : [header("Received", originHop(origin, route, at, random))]),
  ];
}

function originHop(origin: string, { host, originIp = ipOf(origin) }: Route, at: number, random: Random): Octets {
  return `from ${origin} (${origin} [${originIp}])\n\tby ${host} with ESMTPA id ${random.text(11, QUEUE)};\n\t${mailDate(at - 2000, 0)}`;
}

interface Border {
  readonly fromDomain: string;
  readonly server: string;
  readonly ip: string;
  readonly at: number;
  readonly inside: boolean;
  readonly office: boolean;
}

const NOTES_DKIM = Date.UTC(2016, 2, 1);
const NOTES_DMARC = Date.UTC(2018, 0, 15);

/** What the reader's own boundary notes; a big provider has all of it from the start. */
function results(route: Route, border: Border, random: Random): readonly Header[] {
  const { server, at, fromDomain } = border;
  const { office } = border;
  const path = route.envelopeFrom === "" ? `smtp.helo=${route.host}` : `smtp.mailfrom=${route.envelopeFrom}`;
  if (office && at < NOTES_DKIM) {
    const from = route.envelopeFrom === "" ? route.host : route.envelopeFrom;
    return [
      header(
        "Received-SPF",
        `${border.inside ? "pass" : route.spf} (${server}: ${from})\n\tclient-ip=${border.ip};\n\tenvelope-from=<${route.envelopeFrom}>; helo=${route.host};`,
      ),
    ];
  }
  const signatures = route.signedBy.map(
    (domain) =>
      `dkim=${route.dkim} header.d=${domain} header.s=${selectorOf(domain)} header.b=${random.text(8, BASE64)}`,
  );
  const dmarc = office && at < NOTES_DMARC ? [] : [`dmarc=${dmarcOf(route, fromDomain, at)} header.from=${fromDomain}`];
  const methods = [
    ...(signatures.length > 0 ? signatures : ["dkim=none"]),
    `spf=${border.inside ? "pass" : route.spf} ${path}`,
    ...dmarc,
  ];
  return [header("Authentication-Results", `${server};\n\t${methods.join(";\n\t")}`)];
}

function dmarcOf(route: Route, fromDomain: string, at: number): string {
  const policy = route.policy ?? policyOf(fromDomain, at);
  if (policy === "absent") return "none";
  const aligned = (domain: string): boolean =>
    domain === fromDomain || domain.endsWith(`.${fromDomain}`) || fromDomain.endsWith(`.${domain}`);
  const passes =
    (route.dkim === "pass" && route.signedBy.some(aligned)) ||
    (route.spf === "pass" && aligned(domainOf(route.envelopeFrom)));
  return `${passes ? "pass" : "fail"} (p=${policy})`;
}

function selectorOf(domain: string): string {
  return `s${(hashOf(domain) % 900) + 100}`;
}

/** Looks like a signature and is none: there is no key for it. */
function signature(domain: string, at: number, random: Random): Octets {
  const lines = [random.text(64, BASE64), random.text(64, BASE64), random.text(44, BASE64)];
  return `v=1; a=rsa-sha256; c=relaxed/relaxed; d=${domain};\n\ts=${selectorOf(domain)}; t=${Math.floor(at / 1000) - 3};\n\th=from:to:subject:date:message-id:mime-version:content-type;\n\tbh=${random.text(43, BASE64)}=;\n\tb=${lines.join("\n\t ")}`;
}

export function messageIdOf(shape: Kit["messageId"], domain: string, at: number, random: Random): string {
  const seconds = Math.floor(at / 1000);
  switch (shape) {
    case 0:
      return `<${new Date(at).toISOString().slice(0, 19).replace(/\D/g, "")}.${random.text(12, HEX)}@${domain}>`;
    case 1:
      return `<${random.text(8, HEX)}-${random.text(4, HEX)}-4${random.text(3, HEX)}-a${random.text(3, HEX)}-${random.text(12, HEX)}@${domain}>`;
    case 2:
      return `<${seconds.toString(16).toUpperCase()}.${random.text(7, "0123456789")}@${domain}>`;
    case 3:
      return `<000001d${random.int(9)}$${random.text(8, HEX)}$${random.text(8, HEX)}$@${domain}>`;
  }
}

export function boundaryOf(shape: Kit["boundary"], random: Random): string {
  switch (shape) {
    case 0:
      return `----=_Part_${random.int(90_000) + 10_000}_${random.int(900_000_000)}`;
    case 1:
      return `=_${random.text(32, HEX)}`;
    case 2:
      return `------------${random.text(24, "0123456789ABCDEF")}`;
    case 3:
      return `b1_${random.text(20, HEX)}`;
  }
}

/** The kit's charset where it has all characters, else UTF-8, as mail programs do. */
export function scriptOf(text: string, kit: Kit): Script {
  if (isAscii(text)) return { charset: "us-ascii", word: "Q", encoding: "7bit" };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ISO 8859-1.
  const charset = kit.charset === "iso-8859-1" && /^[\x00-\x7f\xa0-\xff]*$/.test(text) ? "iso-8859-1" : "utf-8";
  return { charset, word: kit.encoding === "base64" ? "B" : "Q", encoding: kit.encoding };
}

export function nameText(who: NamedAddress): Octets {
  return addressText(who, { charset: "utf-8", word: "Q", encoding: "quoted-printable" });
}

export function words(text: string): Octets {
  return headerText(text, { charset: "utf-8", word: "Q", encoding: "quoted-printable" });
}

/** Text alone, or text and HTML side by side. */
export function bodyOf(text: string, html: string, kit: Kit, random: Random): Part {
  const plain = textPart("plain", `${wrapText(text, 74)}\n`, scriptOf(text, kit));
  if (html === "") return plain;
  return multipart("alternative", boundaryOf(kit.boundary, random), [
    plain,
    textPart("html", html, scriptOf(html, kit)),
  ]);
}

export interface Letter {
  readonly from: Party;
  readonly to: readonly NamedAddress[];
  readonly cc?: readonly NamedAddress[];
  readonly subject: string;
  readonly at: number;
  readonly messageId: string;
  /** Message-IDs of the letters it answers, oldest first. */
  readonly references?: readonly string[];
  readonly extra?: readonly Header[];
  readonly body: Part;
}

export function letterHeaders({
  from,
  to,
  cc = [],
  subject,
  at,
  messageId,
  references = [],
  extra = [],
}: Letter): readonly Header[] {
  const last = references.at(-1);
  const { mailer, offset } = from.kit;
  return [
    header("Date", mailDate(at, offset ?? officeOffset(at))),
    header("From", nameText(from)),
    header("To", to.map(nameText).join(", ")),
    ...(cc.length > 0 ? [header("Cc", cc.map(nameText).join(", "))] : []),
    header("Subject", words(subject)),
    header("Message-ID", messageId),
    ...(last === undefined ? [] : [header("In-Reply-To", last), header("References", references.join("\n\t"))]),
    ...(mailer === null ? [] : [header(mailer[0], mailer[1])]),
    ...extra,
  ];
}

export function sentOctets(letter: Letter): Octets {
  return composeMail(letterHeaders(letter), letter.body);
}

export function receivedOctets(letter: Letter, route: Route, to: Account, at: number, random: Random): Octets {
  const trace = traceHeaders(route, domainOf(letter.from.address), to, at, random);
  return composeMail([...trace, ...letterHeaders(letter)], letter.body);
}

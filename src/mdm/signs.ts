/**
 * Facts of `src/signals/` as rules read them, under `letterlock`: whom a message plays, what it asks, what it opens. They need the message
 * itself, so that they are told when it is read, and a rest of a rule never names them. Everything is worked out when a rule asks, once.
 */
import { receivedResults } from "../case/received-results.ts";
import type { AddressRecord } from "../case/record.ts";
import { fieldText, findField } from "../mail/headers.ts";
import { readForms } from "../signals/credential-forms.ts";
import { isDisguisedHead, isScattered } from "../signals/disguised-head.ts";
import { hasLookAlikeWords } from "../signals/disguised-text.ts";
import { type Divergence, divergenceOf } from "../signals/divergence.ts";
import { type FoundResults, foundResults } from "../signals/found-results.ts";
import {
  copyrightHolders,
  type Impersonation,
  impersonation,
  type PlayedSender,
  type PlayedText,
  playedInText,
} from "../signals/impersonation.ts";
import { type ResembledSender, registeredSenders } from "../signals/known-senders.ts";
import { type LinkFacts, linkFacts } from "../signals/link-facts.ts";
import { type Lures, luresIn } from "../signals/lure-words.ts";
import type { LureTheme } from "../signals/lures/lure.ts";
import { isListMail } from "../signals/mailing-list.ts";
import { namesSum } from "../signals/money-sums.ts";
import { isOfOtherTenant } from "../signals/other-tenant.ts";
import { type PictureMail, pictureMail } from "../signals/picture-mail.ts";
import { randomWords } from "../signals/random-words.ts";
import type { KnownSender } from "../signals/registry/entry.ts";
import { passesOnWords } from "../signals/relay-addresses.ts";
import { hasMovedDots, hasRandomCase, isRandom, type SenderShape, senderShapes } from "../signals/sender-shape.ts";
import { serviceOfHost } from "../signals/services/tables.ts";
import { carriersOf, isCarriersHost, isUntied, type Ties } from "../signals/ties.ts";
import { registrableDomain } from "../url/registrable-domain.ts";
import { isCustomerDomain, isFreeMail } from "../url/shared-domains.ts";
import { extensionOf, type FileFacts } from "./attachments.ts";
import { type PictureWords, pictureWords } from "./files/picture-words.ts";
import { displayTextOf } from "./html-part.ts";
import type { Knowledge } from "./knowledge.ts";
import { plainLinks } from "./links.ts";
import type { MessageFacts } from "./message-facts.ts";
import { maker } from "./model-object.ts";
import { once } from "./once.ts";
import type { OwnRecord } from "./own.ts";

/** More links say nothing more of a mail. */
const LINKS_MAX = 300;
/** Attached pages that are looked into. */
const PAGES_MAX = 5;
/** Of the text, what is looked at for words in disguise: they stand where the reader begins. */
const SHOWN_CHARS_MAX = 20_000;
/** A pixel of words in front of which a letter is not dense. */
const DENSE_WORDS_MIN = 40;

export interface SignFacts {
  readonly record: OwnRecord;
  readonly mail: MessageFacts;
  /** As `Knowledge.servers`. */
  readonly servers: readonly string[];
  readonly subject: string;
  readonly fromHost: string;
  readonly readers: readonly string[];
  /** What a reader sees; the plain text where there is no HTML that shows any. */
  readonly text: () => string;
  readonly links: () => readonly LinkFacts[];
  readonly played: () => Impersonation;
  readonly divergence: () => Divergence;
  /** Domains that carry it; none where results speak against From. */
  readonly carriers: () => Ties;
  /** Null where pictures are not to be read. */
  readonly pictureWords: () => PictureWords | null;
}

export function signFacts(record: OwnRecord, mail: MessageFacts, knowledge: Knowledge | null): SignFacts {
  const { claims, to, cc, deliveredTo } = record;
  const from = claims.from[0]?.address ?? "";
  const readers = [...new Set([...[...to, ...cc].map(({ address }) => address), ...deliveredTo])].filter(
    (address) => address !== "",
  );
  const servers = knowledge?.servers ?? [];
  return {
    record,
    mail,
    servers,
    subject: mail.subject() ?? "",
    fromHost: hostOf(from),
    readers,
    text: once(() => shownText(mail)),
    links: once(() => linksOf(mail, readers)),
    played: once(() => impersonation(claims)),
    divergence: once(() => divergenceOf(claims)),
    carriers: once(() => {
      // What a service passes on for anybody is not its own.
      const isOthers = passesOnWords(from, claims.returnPath);
      return isOthers || resultsOf({ record, servers }).isFailed ? NOBODY : carriersOf(claims);
    }),
    pictureWords: once(() => wordsInPictures(mail, knowledge)),
  };
}

function wordsInPictures(mail: MessageFacts, knowledge: Knowledge | null): PictureWords | null {
  const reader = knowledge?.given?.pictures;
  return reader === undefined ? null : pictureWords(mail.files(), reader);
}

function hostOf(address: string): string {
  const at = address.lastIndexOf("@");
  return at < 0 ? "" : address.slice(at + 1);
}

function shownText(mail: MessageFacts): string {
  const { html, plain } = mail.body();
  const shown = html === null ? "" : displayTextOf(html);
  return shown.trim() === "" ? (plain?.raw() ?? "") : shown;
}

function linksOf(mail: MessageFacts, readers: readonly string[]): readonly LinkFacts[] {
  const { html, plain } = mail.body();
  const inHtml = (html?.readings() ?? []).flatMap(({ links, base }) =>
    links.map(({ url, text }) => ({ url, text, base })),
  );
  const inPlain = plain === null ? [] : plainLinks(plain.raw());
  const written = [...inHtml, ...inPlain.map(({ reference }) => ({ url: reference, text: "", base: null }))];
  const distinct = new Map(written.map((link) => [`${link.url}\n${link.text}`, link]));
  return [...distinct.values()]
    .slice(0, LINKS_MAX)
    .map(({ url, text, base }) => linkFacts(url, text, { readers, base }));
}

/** The fields of `letterlock` that need the message. */
export const signFields = {
  impersonation: (signs: SignFacts) => impersonationObject(signs),
  lures: (signs: SignFacts) => luresObject(luresOf(signs)),
  divergence: (signs: SignFacts) => divergenceObject(signs),
  sender_shapes: ({ record, mail, readers, fromHost }: SignFacts) => {
    // The readers' domain may be none of the public ones.
    const isReadersHost = readers.some((reader) => hostOf(reader) === fromHost);
    const [from] = record.claims.from;
    if (from === undefined) return [];
    const shapes: SenderShape[] = senderShapes(from).filter((shape) => shape !== "no-domain" || !isReadersHost);
    if (hasRandomCase(localAsWritten(mail))) shapes.push("random-case");
    if (hasMovedDots(from.address, record.claims.returnPath)) shapes.push("moved-dots");
    return shapes;
  },
  results: (signs: SignFacts) => resultsObject(resultsOf(signs)),
  links: (signs: SignFacts) => signs.links().map((link) => linkObject({ link, signs })),
  is_foreign: ({ record, fromHost, carriers }: SignFacts) => {
    const hosts = record.content.linkHosts;
    return (
      hosts.length > 0 &&
      !hosts.some((host) => isNear(host, registrableDomain(fromHost)) || isCarriersHost(host, carriers()))
    );
  },
  link_domains: ({ record }: SignFacts) => new Set(record.content.linkHosts.map(registrableDomain)).size,
  forms: ({ mail }: SignFacts) => formsObject(formsOf(mail)),
  picture: (signs: SignFacts) => pictureObject({ ...pictureOf(signs), signs }),
  hidden_words: ({ mail }: SignFacts) => hiddenIn(mail),
  is_list: ({ record, servers }: SignFacts) => isListMail(record, receivedResults(record.auth, servers)),
  is_report: (signs: SignFacts) => isReport(signs),
} as const;

/** Records keep addresses in lower case. */
function localAsWritten({ message }: MessageFacts): string {
  const field = findField(message.root.headers, "from");
  const text = field === undefined ? "" : fieldText(message.bytes, field).slice(0, 1000);
  return /([A-Za-z0-9._+-]{5,64})@/.exec(text.slice(text.lastIndexOf("<") + 1))?.[1] ?? "";
}

/** At the sender's domain, or at a service that sends or counts for others. */
function isNear(host: string, fromDomain: string): boolean {
  return registrableDomain(host) === fromDomain || serviceOfHost(host) !== undefined;
}

/** What is found out about one known sender, with the message that it is asked of. */
interface Asked<T> {
  readonly of: T;
  readonly signs: SignFacts;
}

const playedObject = maker<"PlayedSender", Asked<PlayedSender>>("PlayedSender", {
  name: ({ of }) => of.sender.name,
  kind: ({ of }) => of.sender.kind,
  where: ({ of }) => of.where,
  is_whole: ({ of }) => of.isWhole,
  is_disguised: ({ of }) => of.isDisguised,
  excuse: ({ of }) => of.excuse,
  is_linked: ({ of, signs }) => isLinked(of.sender, signs),
});

const resembledObject = maker<"ResembledSender", Asked<ResembledSender>>("ResembledSender", {
  name: ({ of }) => of.sender.name,
  kind: ({ of }) => of.sender.kind,
  domain: ({ of }) => of.resemblance.domain,
  how: ({ of }) => of.resemblance.how,
  is_country: ({ of }) => of.resemblance.isCountry,
  is_linked: ({ of, signs }) => isLinked(of.sender, signs),
});

const impersonationObject = maker<"Impersonation", SignFacts>("Impersonation", {
  by_name: (signs) => signs.played().byName.map((of) => playedObject({ of, signs })),
  by_domain: (signs) => signs.played().byDomain.map((of) => resembledObject({ of, signs })),
  from_known: ({ played }) => played().from.map(({ name }) => name),
  from_kinds: ({ played }) => [...new Set(played().from.map(({ kind }) => kind))],
  copyright: (signs) => copyrightHolders(signs.text()).find((holder) => isAbsent(holder, signs))?.name ?? null,
  subject: (signs) =>
    registeredSenders()
      .named(signs.subject)
      .find(({ sender }) => isAbsent(sender, signs))?.sender.name ?? null,
  text: (signs) => inText(signs)?.sender.name ?? null,
  text_mentions: (signs) => inText(signs)?.mentions ?? 0,
});

function inText({ record, subject, text, fromHost }: SignFacts): PlayedText | null {
  return playedInText([subject, text()], [fromHost, ...record.content.linkHosts]);
}

/** Neither From nor a link is theirs. */
function isAbsent(sender: KnownSender, signs: SignFacts): boolean {
  return !registeredSenders().ofHost(signs.fromHost).includes(sender) && !isLinked(sender, signs);
}

function isLinked(sender: KnownSender, { record }: SignFacts): boolean {
  return record.content.linkHosts.some((host) => registeredSenders().ofHost(host).includes(sender));
}

function isDisguised({ subject, record, text }: SignFacts): boolean {
  const name = record.claims.from[0]?.name ?? "";
  const shown = text().slice(0, SHOWN_CHARS_MAX);
  if (isDisguisedHead(name) || isDisguisedHead(subject)) return true;
  return hasLookAlikeWords([subject, name, shown]) || isScattered(shown);
}

/** Words of letters, addresses of pages and of mail left out, counted to 200. */
function writtenWords(text: string): number {
  const shown = text.slice(0, SHOWN_CHARS_MAX).replace(/\S{1,200}(?:@|:\/\/)\S{0,2000}/g, " ");
  let count = 0;
  for (const _ of shown.matchAll(/\p{L}{2,}/gu)) if (++count >= 200) break;
  return count;
}

interface FoundLures {
  readonly all: Lures;
  readonly subject: number;
  readonly signs: SignFacts;
}

function luresOf(signs: SignFacts): FoundLures {
  const { subject, text } = signs;
  return { all: luresIn(`${subject}\n${text()}`), subject: luresIn(subject).total, signs };
}

const ASKS: readonly LureTheme[] = [
  ...(["credentials", "suspension", "security-alert", "mailbox", "payment", "payment-change", "gift-card"] as const),
  ...(["delivery", "refund", "crypto", "extortion", "callback", "document"] as const),
];
const OFFERS: readonly LureTheme[] = ["prize", "gambling", "dating", "health", "money-offer", "advance-fee"];

const scoreOf =
  (...themes: readonly LureTheme[]) =>
  ({ all }: FoundLures): number =>
    themes.reduce((sum, theme) => sum + (all.scores.get(theme) ?? 0), 0);

const luresObject = maker<"Lures", FoundLures>("Lures", {
  ask: scoreOf(...ASKS),
  offer: scoreOf(...OFFERS),
  total: ({ all }) => all.total,
  strongest: ({ all }) => Math.max(0, ...all.scores.values()),
  words: ({ all }) => all.words,
  written: ({ signs }) => writtenWords(signs.text()),
  density: ({ all }) => all.total / Math.max(all.words, DENSE_WORDS_MIN),
  subject: ({ subject }) => subject,
  themes: ({ all }) =>
    [...all.scores]
      .filter(([, score]) => score >= 2)
      .sort(([, a], [, b]) => b - a)
      .map(([theme]) => theme),
  credentials: scoreOf("credentials"),
  suspension: scoreOf("suspension"),
  security_alert: scoreOf("security-alert"),
  mailbox: scoreOf("mailbox"),
  payment: scoreOf("payment"),
  payment_change: scoreOf("payment-change"),
  gift_card: scoreOf("gift-card"),
  rapport: scoreOf("rapport"),
  callback: scoreOf("callback"),
  delivery: scoreOf("delivery"),
  prize: scoreOf("prize"),
  document: scoreOf("document"),
  refund: scoreOf("refund"),
  crypto: scoreOf("crypto"),
  advance_fee: scoreOf("advance-fee"),
  extortion: scoreOf("extortion"),
  urgency: scoreOf("urgency"),
  dating: scoreOf("dating"),
  money_offer: scoreOf("money-offer"),
  assurance: scoreOf("assurance"),
  names_sum: ({ signs }) => namesSum(signs.subject) || namesSum(signs.text()),
  subject_names_sum: ({ signs }) => namesSum(signs.subject),
  random_words: ({ signs }) => randomWords(`${signs.subject}\n${signs.text()}`),
  subject_random_words: ({ signs }) => randomWords(signs.subject),
  is_disguised: ({ signs }) => isDisguised(signs),
});

const divergenceObject = maker<"Divergence", SignFacts>("Divergence", {
  from_domain: ({ divergence }) => (divergence().fromDomain === "" ? null : divergence().fromDomain),
  from_free_mail: ({ divergence }) => divergence().fromFreeMail,
  from_customer: ({ fromHost }) => isCustomerDomain(registrableDomain(fromHost)),
  reply_to: ({ divergence }) => divergence().replyTo,
  reply_to_free_mail: ({ divergence }) => divergence().replyToFreeMail,
  reply_to_other_free_mail: ({ record: { claims }, divergence }) =>
    divergence().fromFreeMail && isOtherFreeMail(claims.from[0]?.address ?? "", claims.replyTo),
  is_of_other_tenant: ({ record: { claims } }) => isOfOtherTenant(claims),
  is_relay: ({ record: { claims } }) => passesOnWords(claims.from[0]?.address ?? "", claims.returnPath),
  is_untied: ({ record }) =>
    isUntied({
      claims: record.claims,
      linkHosts: record.content.linkHosts,
      loadHosts: record.loads.filter(({ fires }) => fires === "open").map(({ host }) => host),
    }),
  return_path: ({ divergence }) => divergence().returnPath,
  is_return_path_null: ({ mail }) => isNullPath(mail),
  is_return_path_random: ({ record: { claims }, divergence }) =>
    isThrownPath(claims.returnPath, divergence().fromDomain),
  message_id: ({ divergence }) => divergence().messageId,
  signatures: ({ divergence }) => divergence().dkim,
  sender: ({ divergence }) => divergence().sender,
  is_from_reader: (signs) => isFromReader(signs),
  is_from_readers_host: (signs) =>
    !isFromReader(signs) && signs.fromHost !== "" && signs.readers.some((reader) => hostOf(reader) === signs.fromHost),
  is_reader_in_name: (signs) => {
    const name = signs.record.claims.from[0]?.name.toLowerCase() ?? "";
    return !isFromReader(signs) && signs.readers.some((reader) => name.includes(reader));
  },
});

/** Every address that answers go to is another one, and anybody gets one there. */
function isOtherFreeMail(from: string, replyTo: readonly AddressRecord[]): boolean {
  const replies = replyTo.filter(({ address }) => address.includes("@"));
  return (
    replies.length > 0 &&
    replies.every(({ address }) => address !== from && isFreeMail(registrableDomain(hostOf(address))))
  );
}

function isFromReader({ record, readers }: SignFacts): boolean {
  return readers.includes(record.claims.from[0]?.address ?? "");
}

/** Bounces go to a domain that a program threw; services throw the address and have the domain read. */
function isThrownPath(returnPath: string, fromDomain: string): boolean {
  const domain = registrableDomain(hostOf(returnPath));
  return domain !== fromDomain && isRandom(domain.split(".")[0] ?? "");
}

function isNullPath({ message }: MessageFacts): boolean {
  const field = findField(message.root.headers, "return-path");
  return field !== undefined && /^\s*<\s*>/.test(fieldText(message.bytes, field));
}

const NOBODY: Ties = { domains: new Set(), names: [] };

function resultsOf({ record: { auth, claims }, servers }: Pick<SignFacts, "record" | "servers">): FoundResults {
  return foundResults(auth, claims, servers);
}

const resultsObject = maker<"Results", FoundResults>("Results", {
  are_recorded: ({ isRecorded }) => isRecorded,
  are_aligned: ({ isAligned }) => isAligned,
  are_vouched: ({ isVouched }) => isVouched,
  fail: ({ isFailed }) => isFailed,
});

interface PlacedLinkFacts {
  readonly link: LinkFacts;
  readonly signs: SignFacts;
}

const linkObject = maker<"LinkSigns", PlacedLinkFacts>("LinkSigns", {
  host: ({ link }) => textOrNull(link.target?.host ?? ""),
  domain: ({ link }) => textOrNull(link.target?.domain ?? ""),
  is_foreign: ({ link, signs }) => {
    const { host = "", domain = "" } = link.target?.kind === "remote" ? link.target : {};
    if (domain === "" || domain === registrableDomain(signs.fromHost) || link.throughService) return false;
    return !isCarriersHost(host, signs.carriers());
  },
  through_service: ({ link }) => link.throughService,
  inline_scheme: ({ link }) => textOrNull(link.inlineScheme),
  passes_on: ({ link }) => link.passesOn,
  odd: ({ link }) => link.odd,
  public_host: ({ link }) => link.publicHost,
  shown_domain: ({ link }) => link.shownDomain,
  path_words: ({ link }) => link.pathWords,
  is_inside_program: ({ link }) => link.isInsideProgram,
  is_opaque: ({ link }) => link.isOpaque,
  reader: ({ link }) => link.reader,
  resembles: ({ link }) => link.resembles?.sender.name ?? null,
  named_in_path: ({ link }) => link.namedInPath?.name ?? null,
});

function textOrNull(text: string): string | null {
  return text === "" ? null : text;
}

interface FoundForms {
  readonly count: number;
  readonly passwords: number;
  readonly secrets: number;
  readonly targets: readonly string[];
  readonly pages: number;
  readonly scripts: number;
}

function formsOf(mail: MessageFacts): FoundForms {
  const pages = mail
    .files()
    .filter(isPage)
    .slice(0, PAGES_MAX)
    .map(({ bytes }) => Buffer.from(bytes()).toString("latin1"));
  const { html } = mail.body();
  const forms = [...(html === null ? [] : [html.raw()]), ...pages].map(readForms);
  const sum = (read: (form: (typeof forms)[number]) => number): number =>
    forms.reduce((all, one) => all + read(one), 0);
  return {
    count: sum((form) => form.forms),
    passwords: sum((form) => form.passwordInputs),
    secrets: sum((form) => form.secretInputs),
    targets: [...new Set(forms.flatMap(({ targets }) => targets))],
    pages: pages.length,
    scripts: pages.filter((page) => /<script\b|\son(?:load|error|click)\s*=|javascript:/i.test(page)).length,
  };
}

function isPage({ name, contentType, disposition }: FileFacts): boolean {
  const isNamed = /^(?:s?html?|xht(?:ml)?|svg|mht(?:ml)?)$/i.test(extensionOf(name) ?? "");
  return isNamed || (disposition === "attachment" && /html|svg/.test(contentType ?? ""));
}

const formsObject = maker<"Forms", FoundForms>("Forms", {
  count: ({ count }) => count,
  passwords: ({ passwords }) => passwords,
  secrets: ({ secrets }) => secrets,
  targets: ({ targets }) => targets,
  attached_pages: ({ pages }) => pages,
  attached_scripts: ({ scripts }) => scripts,
});

function pictureOf({ mail, text }: SignFacts): PictureMail {
  const fetched = (mail.body().html?.readings() ?? []).reduce(
    (sum, { references }) => sum + references.filter(({ fires, hidden }) => fires === "open" && !hidden).length,
    0,
  );
  const brought = mail.files().filter(isShownPicture).length;
  return pictureMail(text(), fetched + brought);
}

/** Bytes of a picture that has room for a letter's words: signatures and logos are smaller. */
const LETTER_BYTES_MIN = 4_096;

const PICTURE_NAME = /\.(?:jpe?g|png|gif|heic|webp|tiff?|bmp)$/i;

/** Stands where the text does: neither a photograph that is attached nor a logo. */
function isShownPicture({ name, contentType, contentId, disposition, bytes }: FileFacts): boolean {
  if (contentType?.startsWith("image/") !== true) return false;
  // What calls itself a picture and is named as something else is neither.
  if (!PICTURE_NAME.test(name ?? ".png")) return true;
  const isAttached = disposition === "attachment" && contentId === null;
  return !isAttached && bytes().length >= LETTER_BYTES_MIN;
}

const pictureObject = maker<"Picture", PictureMail & { readonly signs: SignFacts }>("Picture", {
  words: ({ words }) => words,
  is_all: ({ isPictureOnly }) => isPictureOnly,
  asks_to_scan: ({ asksToScan }) => asksToScan,
  text: ({ signs }) => signs.pictureWords()?.text ?? null,
  is_read: ({ signs }) => signs.pictureWords()?.isAll ?? null,
  lures: ({ signs }) => {
    const text = signs.pictureWords()?.text;
    if (text === undefined) return null;
    return luresObject({ all: luresIn(text), subject: 0, signs: { ...signs, subject: "", text: () => text } });
  },
});

function hiddenIn(mail: MessageFacts): number {
  const { html } = mail.body();
  return html === null ? 0 : html.readings().reduce((sum, { hiddenWords }) => sum + hiddenWords, 0);
}

/**
 * What a server or an absent reader's program writes. It says so, and bears no envelope sender or a server's name; the name alone is enough for a plain
 * text, since servers of old write nothing else. One field by itself anybody writes, to be left alone.
 */
function isReport({ record: { claims, content }, mail }: SignFacts): boolean {
  const [from] = claims.from;
  const isDaemon = /mailer-daemon|^postmaster\b|mail delivery (?:sub)?system/i.test(
    `${from?.address ?? ""} ${from?.name ?? ""}`,
  );
  const isAutomatic = claims.autoSubmitted.startsWith("auto-replied");
  const subtypes = new Set(mail.message.entities.map(({ mediaType }) => mediaType.subtype));
  const saysSo = isAutomatic || [...subtypes].some((subtype) => REPORTS.has(subtype));
  if (!content.html) return isDaemon || (saysSo && isNullPath(mail));
  // The name of the whole alone is written by anybody: a report brings the part that programs read.
  const isWhole = isAutomatic || subtypes.has("delivery-status") || subtypes.has("feedback-report");
  return saysSo && (isDaemon || (isWhole && isNullPath(mail)));
}

const REPORTS: ReadonlySet<string> = new Set(["report", "delivery-status", "feedback-report"]);

/**
 * A message → its observables: values worth comparing, each of a kind. From the record alone; records of before prints were kept
 * give what they have.
 *
 * What everybody shares by its nature gives none: free-mail domains, hosts of services and shorteners (the caller says which).
 * Pure; at most some forty values, each cut at `VALUE_CHARS_MAX`.
 */
import { textShape } from "../../base/text-shape.ts";
import type { LoadRecord, MessageRecord } from "../../case/record.ts";
import { ownedDomain, registrableDomain } from "../../url/registrable-domain.ts";
import type { Member, Observable, Sighted } from "../campaigns.ts";
import { domainOf, fromAddress, isSharedDomain } from "../sender.ts";
import { urlLayout } from "../url-layout.ts";
import type { KindName } from "./kinds.ts";

const VALUE_CHARS_MAX = 160;
const LINK_DOMAINS_MAX = 8;
const LOADS_MAX = 8;

/** Whether a host is a service's that anybody may use. */
export type IsEverybodys = (host: string) => boolean;

export function memberOf(sighted: Sighted, isEverybodys: IsEverybodys): Member {
  const { record, own } = sighted;
  return {
    ...{ sha256: record.sha256, date: record.date, own, from: fromAddress(record) },
    observables: observablesOf(sighted, isEverybodys),
    subjectForm: subjectForm(record.subject),
    sketch: record.print?.text ?? "",
    zone: record.print?.zone ?? "",
  };
}

export function observablesOf(member: Sighted, isEverybodys: IsEverybodys): readonly Observable[] {
  const found: Observable[] = [];
  const add = (kind: KindName, value: string): void => {
    if (value !== "") found.push({ kind, value: value.slice(0, VALUE_CHARS_MAX) });
  };
  // What our own people passed on says nothing of the sender: only what is in it does.
  if (!member.own) {
    addIdentity(member, isEverybodys, add);
    addWorkshop(member.record, add);
    addNetwork(member.record, isEverybodys, add);
  }
  addTracker(member, add);
  if (!member.own) addReceipts(member.record, isEverybodys, add);
  addContent(member.record, isEverybodys, add);
  // Whoever owns a domain puts it to several uses: what wrote one letter serves the pictures of the next.
  const domains = found.filter(({ kind }) => DOMAIN_ROLES.has(kind)).map(({ kind, value }) => domainIn(kind, value));
  for (const domain of new Set(domains))
    if (!isSharedDomain(domain) && !isEverybodys(domain)) add("any-domain", domain);
  return found;
}

/** Kinds whose value is a domain that its user controls, or an address at one. */
const DOMAIN_ROLES: ReadonlySet<KindName> = new Set<KindName>([
  "sender-domain",
  "reply-address",
  "load-domain",
  "receipt-domain",
]);

function domainIn(kind: KindName, value: string): string {
  return ownedDomain(kind === "reply-address" ? domainOf(value) : value);
}

type Add = (kind: KindName, value: string) => void;

function addIdentity({ record, account, isAligned }: Sighted, isEverybodys: IsEverybodys, add: Add): void {
  const { claims } = record;
  const from = fromAddress(record);
  const domain = domainOf(from);
  if (account !== null) add("account", account);
  if (isAligned === false) add("claimed-sender", from);
  else {
    // Where nothing was recorded anybody may have written it: alone it neither ties nor draws in the mail of whoever is played.
    add(isAligned === null ? "unvouched-address" : "sender-address", from);
    if (!isSharedDomain(domain) && !isEverybodys(domain)) {
      add(isAligned === null ? "unvouched-domain" : "sender-domain", domain);
    }
  }
  // The name of an outlet belongs to whoever is played, and several play the same.
  add(record.content.newsPersona === null ? "sender-name" : "outlet-name", nameOf(claims.from[0]?.name ?? "", from));
  // A list's own addresses are those of all who write to it.
  const readers = new Set([...record.to, ...record.cc].map(({ address }) => address));
  for (const { address } of claims.replyTo.slice(0, 2)) {
    if (address !== from && !readers.has(address)) add("reply-address", address);
  }
  // Mail of lists counts too, or a bulk service whose customers name their lists would look like one sender's own.
  const returns = ownedDomain(domainOf(claims.returnPath));
  if (returns !== ownedDomain(domain) && !isSharedDomain(returns) && !isEverybodys(returns))
    add("return-path", returns);
}

/** A name that is none, or says the address again, tells nothing. */
function nameOf(name: string, address: string): string {
  const folded = name
    .toLowerCase()
    .replace(/[\s"'“”]+/g, " ")
    .trim();
  return folded.length < 5 || folded.includes("@") || folded === address.slice(0, address.indexOf("@")) ? "" : folded;
}

function addTracker({ record, trackerDomains }: Sighted, add: Add): void {
  for (const domain of trackerDomains) add("load-domain", domain);
  const owned = new Set(trackerDomains);
  const forms = new Set<string>();
  const tokens = new Set<string>();
  for (const load of record.loads.filter(({ host }) => owned.has(ownedDomain(host))).slice(0, LOADS_MAX)) {
    forms.add(urlForm(load));
    tokens.add(tokenForm(load));
  }
  for (const form of forms) add("url-form", form);
  for (const token of tokens) add("token-form", token);
}

/** Of receipts that go elsewhere than to the sender: colleagues have them sent to themselves. */
function addReceipts({ claims, loads }: MessageRecord, isEverybodys: IsEverybodys, add: Add): void {
  const from = ownedDomain(domainOf(claims.from[0]?.address ?? ""));
  const domains = new Set(loads.filter(({ fires }) => fires === "receipt").map(({ host }) => ownedDomain(host)));
  for (const domain of domains) {
    if (domain !== from && !isSharedDomain(domain) && !isEverybodys(domain)) add("receipt-domain", domain);
  }
}

/** The layout without the domain, with what stands fixed in it: words of the path, names of the query, the file's type. */
function urlForm(load: LoadRecord): string {
  const layout = urlLayout(load.resolved, load.domain);
  if (layout === null) return "";
  const shape = layout.shape.slice(layout.shape.indexOf("|"));
  const fixed = layout.fields
    .filter(({ name }) => name.startsWith("path"))
    .map(({ start, end }) => textShape(load.resolved.slice(start, end)));
  return isPlainForm(shape, fixed) ? "" : `${shape} ${fixed.join("/")}`;
}

/** `/logo.png` and the like are everybody's. */
function isPlainForm(shape: string, fixed: readonly string[]): boolean {
  return shape.endsWith("|") && fixed.length < 2 && !(fixed[0] ?? "").includes("*") && !(fixed[0] ?? "").includes("h");
}

/** How it is made and written, and how long it is, without the address inside. */
function tokenForm({ token }: LoadRecord): string {
  if (token.kind === "none") return "";
  const how = token.detail
    .replace(/\S*@\S*/g, "")
    .replace(/[\d.,]+ bits each/, "")
    .trim();
  return `${how.slice(0, 60)} ${textShape(token.value)}`;
}

function addWorkshop({ claims, messageId, print }: MessageRecord, add: Add): void {
  add("mailer", claims.mailer.toLowerCase().replace(/\s+/g, " "));
  const at = messageId.lastIndexOf("@");
  if (at > 0) add("message-id-form", `${textShape(messageId.slice(0, at))}@${idHost(messageId.slice(at + 1))}`);
  if (print === undefined) return;
  add("header-print", print.header);
  add("boundary", print.boundary);
  add("structure", print.structure);
}

/** Names of machines that are no domain are the program's default. */
function idHost(host: string): string {
  return host.includes(".") ? "domain" : textShape(host);
}

function addContent({ content, subject, print }: MessageRecord, isEverybodys: IsEverybodys, add: Add): void {
  add("text-print", content.textPrint);
  add("subject-form", subjectForm(subject));
  const domains = new Set(content.linkHosts.filter((host) => !isEverybodys(host)).map(ownedDomain));
  for (const domain of [...domains].slice(0, LINK_DOMAINS_MAX)) if (!isSharedDomain(domain)) add("link-domain", domain);
  if (print === undefined) return;
  if (differentTags(print.markup) >= TEMPLATE_TAGS_MIN) add("markup", print.markup);
  if (differentTags(print.tags) >= TEMPLATE_TAGS_MIN) add("tags", print.tags);
  for (const file of print.files) {
    const [name = "", type = "", digest = ""] = file.split("|");
    if (/[a-z]{4}/i.test(name)) add("file-name", `${name} ${type}`);
    if (!type.startsWith("image/")) add("file-content", digest);
  }
}

/** Paragraphs and a picture are no template. */
const TEMPLATE_TAGS_MIN = 7;

function differentTags(print: string): number {
  return Number(print.slice(print.indexOf("-") + 1)) || 0;
}

/** Empty for a subject of less than three words: many have it. */
export function subjectForm(subject: string): string {
  const form = subject
    .toLowerCase()
    .replace(/^(?:\s*(?:re|fw|fwd|aw|wg|tr|sv)\s*:)+/, "")
    .replace(/\S*[@\d]\S*/g, "#")
    .replace(/[^\p{L}#]+/gu, " ")
    .trim();
  return form.split(" ").filter((word) => word !== "#").length < 3 ? "" : form;
}

function addNetwork({ claims, date, print }: MessageRecord, isEverybodys: IsEverybodys, add: Add): void {
  const domain = registrableDomain(claims.messageIdDomain);
  const from = domainOf(claims.from[0]?.address ?? "");
  if (domain.includes(".") && domain !== from && !isSharedDomain(domain) && !isEverybodys(domain)) {
    add("message-id-domain", domain);
  }
  if (date !== null) add("hours", hoursOf(date));
  if (print === undefined) return;
  const { origin, helo, zone } = print;
  add("zone", zone === "+0000" || zone === "GMT" || zone === "UTC" ? "" : zone);
  const named = registrableDomain(helo);
  if (named !== "" && (isEverybodys(named) || isSharedDomain(named))) return;
  add("origin", origin);
  add("origin-network", networkOf(origin));
  add("helo", named !== "" && named.includes(".") && !/\d{1,3}[.-]\d{1,3}[.-]\d/.test(helo) ? named : textShape(helo));
}

/** `/24`, or `/48` of IPv6. */
function networkOf(ip: string): string {
  if (ip.includes(":")) return ip.split(":").slice(0, 3).join(":");
  return ip.slice(0, Math.max(0, ip.lastIndexOf(".")));
}

/** Working days and the others, in quarters of the day (UTC). */
function hoursOf(ms: number): string {
  const date = new Date(ms);
  const weekday = date.getUTCDay();
  return `${weekday === 0 || weekday === 6 ? "weekend" : "weekday"} ${Math.floor(date.getUTCHours() / 6)}`;
}

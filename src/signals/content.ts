/**
 * What the visible content offers, as far as verdicts ask for it: a way out, links, a persona, a print of the text.
 *
 * Pure and total; linear in the texts.
 */
import type { ClaimsRecord, ContentRecord } from "../case/record.ts";
import type { HtmlReading } from "../html/reading.ts";
import type { Entity, Message } from "../mail/message.ts";
import { mayBeWrapped, unwrap } from "../url/gateways.ts";
import { classifyReference, resolveReference } from "../url/resolve.ts";
import { newsPersona } from "./persona.ts";
import { mailboxes } from "./recipients.ts";
import { readerNames, textPrint } from "./text-print.ts";
import { linksOfferExit, plainTextOffersExit } from "./unsubscribe.ts";

export interface ContentInput {
  readonly message: Message;
  readonly readings: readonly HtmlReading[];
  readonly plainTexts: readonly string[];
  readonly claims: ClaimsRecord;
  /** Addresses of the readers. */
  readonly recipients: readonly string[];
}

const LINK_HOSTS_MAX = 50;
const PREVIEW_CHARS = 200;
/** Readers whose names are blanked; a merge is written to one. */
const READERS_MAX = 20;
/** Links that are resolved for their hosts; a mail with more repeats itself. */
const LINKS_MAX = 5_000;

export function describeContent(input: ContentInput): ContentRecord {
  const { message, readings, plainTexts, claims } = input;
  const shown = shownText(readings, plainTexts);
  const stated = [...mailboxes(message, "to"), ...mailboxes(message, "cc")].slice(0, READERS_MAX);
  const names = readerNames(
    stated.map(({ name }) => name),
    stated.map(({ address }) => address).concat(input.recipients.slice(0, READERS_MAX)),
  );
  return {
    unsubscribeLink: readings.some(({ links }) => linksOfferExit(links)) || plainTexts.some(plainTextOffersExit),
    newsPersona: newsPersona([...claims.from, ...(claims.sender === null ? [] : [claims.sender])]),
    linkHosts: linkHosts(readings, plainTexts),
    attachments: message.entities.filter(isAttachment).length,
    html: readings.length > 0,
    preview: previewOf(shown),
    textPrint: textPrint(shown, names),
  };
}

/** Clients show HTML where there is any; the plain text then is its shadow. */
function shownText(readings: readonly HtmlReading[], plainTexts: readonly string[]): string {
  const visible = readings.map(({ visibleText }) => visibleText).join("\n");
  return visible.trim() === "" ? plainTexts.join("\n") : visible;
}

/** White space is folded in as much text as is needed: nearly always little of it is white. */
function previewOf(shown: string): string {
  const short = folded(shown.slice(0, PREVIEW_CHARS * 2));
  const text = short.length > PREVIEW_CHARS ? short : folded(shown.slice(0, PREVIEW_CHARS * 8));
  return text.slice(0, PREVIEW_CHARS);
}

function folded(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Scheme and host of an ordinary URL, which decide its host alone: most links of a mail share a few. */
const PLAIN_ORIGIN = /^https?:\/\/[a-z0-9.-]+(?=[/?#]|$)/i;

function linkHosts(readings: readonly HtmlReading[], plainTexts: readonly string[]): readonly string[] {
  const hosts = new Set<string>();
  const origins = new Set<string>();
  const add = (url: string, base: string | null): void => {
    const origin = PLAIN_ORIGIN.exec(url)?.[0];
    // Most links without an origin are `mailto:`: no parser need be asked of what no server answers.
    if (origin === undefined ? !mayBeRemote(url) : origins.has(origin)) return;
    const written = resolveReference(url, base);
    if (written === null) return;
    const isGateway = mayBeWrapped(written.domain);
    // A gateway's links share their origin and lead everywhere.
    if (origin !== undefined && !isGateway) origins.add(origin);
    const resolved = isGateway ? (unwrap(written)?.inner ?? written) : written;
    if (resolved.kind === "remote" && resolved.host !== "") hosts.add(resolved.host);
  };
  for (const { links, base } of readings) {
    for (const { url } of links.slice(0, LINKS_MAX)) {
      if (hosts.size >= LINK_HOSTS_MAX) return [...hosts];
      add(url, base);
    }
  }
  for (const text of plainTexts) {
    for (const url of plainUrls(text)) {
      if (hosts.size >= LINK_HOSTS_MAX) return [...hosts];
      add(url, null);
    }
  }
  return [...hosts];
}

function mayBeRemote(url: string): boolean {
  const { kind } = classifyReference(url);
  return kind === "remote" || kind === "relative";
}

const PLAIN_URLS_MAX = 500;
const PLAIN_CHARS_MAX = 256 * 1024;

/** With a scheme, or as clients make links of it, with the name that servers have. */
const PLAIN_URL = /(?:https?:[/\\]{2}|(?<![\w@./-])www\.)[^\s<>"'()[\]{}]{1,2000}/gi;

/** Web addresses in plain text, up to white space or a closing mark. */
function plainUrls(text: string): readonly string[] {
  const urls: string[] = [];
  for (const [url] of text.slice(0, PLAIN_CHARS_MAX).matchAll(PLAIN_URL)) {
    urls.push(/^www\./i.test(url) ? `http://${url}` : url);
    if (urls.length >= PLAIN_URLS_MAX) break;
  }
  return urls;
}

/** A leaf that a client lists as a file: named or declared one, or no text and no picture of the body. */
function isAttachment(entity: Entity): boolean {
  const { type, subtype } = entity.mediaType;
  if (entity.children.length > 0 || type === "multipart") return false;
  if (entity.disposition?.kind === "attachment") return true;
  if (type === "text") return entity.disposition?.parameters.has("filename") ?? false;
  const isBodyPicture = type === "image" && entity.headers.fields.some(({ key }) => key === "content-id");
  return !isBodyPicture && !(type === "application" && /^(?:pgp|pkcs7|x-pkcs7)-signature$/.test(subtype));
}

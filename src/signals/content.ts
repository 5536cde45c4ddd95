/**
 * What the visible content offers, as far as verdicts ask for it: a way out, links, a persona, a print of the text.
 *
 * Pure and total; linear in the texts.
 */
import type { ClaimsRecord, ContentRecord } from "../case/record.ts";
import type { HtmlReading } from "../html/reading.ts";
import type { Entity, Message } from "../mail/message.ts";
import { newsPersona } from "./persona.ts";
import { mailboxes } from "./recipients.ts";
import { PRINT_CHARS_MAX, readerNames, textPrint } from "./text-print.ts";
import { linksOfferExit, plainTextOffersExit } from "./unsubscribe.ts";

export interface ContentInput {
  readonly message: Message;
  readonly readings: readonly HtmlReading[];
  readonly plainTexts: readonly string[];
  readonly claims: ClaimsRecord;
  /** As `findLinkHosts` gives them. */
  readonly linkHosts: readonly string[];
  /** Addresses of the readers. */
  readonly recipients: readonly string[];
}

/** Hosts that are stored: they tie messages together and name services, for which a few are enough. */
const LINK_HOSTS_STORED = 50;
const PREVIEW_CHARS = 200;
/** Readers whose names are blanked; a merge is written to one. */
const READERS_MAX = 20;

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
    linkHosts: input.linkHosts.slice(0, LINK_HOSTS_STORED),
    attachments: message.entities.filter(isAttachment).length,
    html: readings.length > 0,
    preview: previewOf(shown),
    textPrint: textPrint(shown, names),
  };
}

/** Clients show HTML where there is any; the plain text then is its shadow. */
export function shownText(readings: readonly HtmlReading[], plainTexts: readonly string[]): string {
  const visible = readings.map(({ visibleText }) => visibleText);
  return beginningOf(visible.some((text) => text.trim() !== "") ? visible : plainTexts);
}

/** Joined as far as a preview or print looks at: a mail may have thousands of texts, and megabytes of them. */
function beginningOf(texts: readonly string[]): string {
  let chars = 0;
  const enough = texts.findIndex((text) => {
    chars += text.length;
    return chars >= PRINT_CHARS_MAX;
  });
  return (enough < 0 ? texts : texts.slice(0, enough + 1)).join("\n");
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

/** A leaf that a client lists as a file: named or declared one, or no text and no picture of the body. */
export function isAttachment(entity: Entity): boolean {
  const { type, subtype } = entity.mediaType;
  if (entity.children.length > 0 || type === "multipart") return false;
  if (entity.disposition?.kind === "attachment") return true;
  if (type === "text") return entity.disposition?.parameters.has("filename") ?? false;
  const isBodyPicture = type === "image" && entity.headers.fields.some(({ key }) => key === "content-id");
  return !isBodyPicture && !(type === "application" && /^(?:pgp|pkcs7|x-pkcs7)-signature$/.test(subtype));
}

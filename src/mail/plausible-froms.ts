/**
 * Who a message may seem to be from: the address of From as the RFCs read it, and every further one that a client is known to
 * show (hostile-mail HM-040 to HM-045).
 *
 * Clients differ in which of several From fields counts, whether ` From:`, `From :`, `From<NUL>:` or a name on two lines is
 * one, and what they take from a field with brackets, comments and routes in odd places; many show nothing but the display
 * name. So all are listed, each with the reading it comes from. Pure, total, linear.
 */
import { limits } from "../base/limits.ts";
import type { Problem } from "../base/problem.ts";
import { type Span, span } from "../base/span.ts";
import { addressesShown, addressMentions, type Mention } from "./address-mentions.ts";
import { type AddressList, parseAddressList } from "./addresses.ts";
import { toBuffer } from "./bytes.ts";
import { fieldText } from "./headers.ts";
import type { HeaderField, Mailbox, Message } from "./message.ts";
import { shownMailboxes } from "./shown-fields.ts";

/**
 * `field`: an address of the first sound From · `repeated-field`: of a further one · `odd-field`: of a field whose name is
 * not plainly `From` · `cut-field`: of a field up to its NUL, where some readers stop · `ambiguous`: syntax that clients read differently · `source-route`: the address behind `%` or `!` ·
 * `comment`, `display-name`, `encoded-word`: stands there for people to read.
 */
export type FromReading =
  | "field"
  | "repeated-field"
  | "odd-field"
  | "cut-field"
  | "ambiguous"
  | "source-route"
  | "comment"
  | "display-name"
  | "encoded-word";

export interface PlausibleFrom extends Mailbox {
  readonly reading: FromReading;
  /** The field. */
  readonly span: Span;
}

export interface PlausibleFroms {
  /** The strict one first, then those of whole fields, then the others; at most `limits.addressesMax`, distinct by address. */
  readonly froms: readonly PlausibleFrom[];
  /**
   * `multi-from`: several fields or addresses · `address-in-display-name`: a name shows another address ·
   * `address-ambiguous`: clients differ · `address-in-encoded-word`: an address that only decoding shows ·
   * `limit.addresses`, `limit.from-fields`: there are more. Each once.
   */
  readonly problems: readonly Problem[];
}

/** Reads the From-like fields of the message's own header. Never throws. */
export function plausibleFroms(message: Message): PlausibleFroms {
  const { fields, cutAt } = fromFields(message);
  const collector = new FromCollector();
  for (const field of fields) collector.addField(field);
  if (cutAt !== null) collector.flag("limit.from-fields", cutAt);
  return collector.result();
}

interface FromField {
  /** As `fieldText` gives it. */
  readonly text: string;
  /** Its mailboxes, their names in the message's charset. */
  readonly list: AddressList;
  /** `text` with the lines after it that are no field, which some readers take for its folds; equal to `text` as a rule. */
  readonly longText: string;
  readonly span: Span;
  readonly hasPlainName: boolean;
  /** As `text`, up to the NUL in it; null when it holds none. */
  readonly cutText: string | null;
}

/**
 * `From` with anything but letters and marks around or between, also indented (some take ` From:` for a field of its own,
 * others for a fold), also with the colon on a line of its own. Each run is ended by a line end, so the search is linear.
 */
const fromLine = /[\r\n]([^!-~\r\n]*f[\0\x80-\xff]*r[\0\x80-\xff]*o[\0\x80-\xff]*m[^!-~\r\n]*(?:\r?\n[ \t]+|\r)?):/gi;

/** Where a field ends: a line end that no fold follows. */
const fieldEnd = /(?:\r\n|\n|\r(?!\n))(?![ \t])/g;

interface FromFields {
  /** Those with a plain name first, in the order of the message. */
  readonly fields: readonly FromField[];
  /** Where looking for more of them ended before the header did; null when all are there. */
  readonly cutAt: Span | null;
}

function fromFields(message: Message): FromFields {
  const bytes = toBuffer(message.bytes);
  const header = headerEnd(bytes, message.root.headers.span);
  // From the very first byte: `From : a@example.org` on top looks like the line that parts the messages of an mbox.
  const text = bytes.toString("latin1", 0, header.end);
  const { names, next } = fromNames(text);
  const stop = next ?? (header.isCut ? header.end : null);
  const fields = names.map((name, index) => {
    const ownEnd = valueEnd(text, name.valueStart);
    // An indented one ends where the next begins, so that a thousand of them are not a thousand times the header.
    const end = name.isPlain ? ownEnd : Math.min(ownEnd, names[index + 1]?.start ?? ownEnd);
    const long = longValueEnd(text, end);
    const fieldTo = (stop: number): HeaderField => ({
      key: "from",
      span: span(name.start, stop),
      value: span(name.valueStart, stop),
    });
    const textTo = (stop: number) => fieldText(bytes, fieldTo(stop));
    const plain = textTo(end);
    const nul = text.indexOf("\0", name.valueStart);
    return {
      text: plain,
      list: shownMailboxes(message, fieldTo(end), plain),
      longText: long === end ? plain : textTo(long),
      span: span(name.start, long),
      hasPlainName: name.isPlain,
      cutText: nul === -1 || nul >= long ? null : textTo(nul),
    };
  });
  const plain = fields.filter(({ hasPlainName }) => hasPlainName);
  return {
    fields: [...plain, ...fields.filter(({ hasPlainName }) => !hasPlainName)],
    cutAt: stop === null ? null : span(stop, header.end),
  };
}

interface FromName {
  readonly start: number;
  /** After the colon. */
  readonly valueStart: number;
  readonly isPlain: boolean;
}

/** In order, at most `limits.fromFieldsMax`; `next`: where one more begins, null when there is none. */
function fromNames(text: string): { readonly names: readonly FromName[]; readonly next: number | null } {
  const names: FromName[] = [];
  // The added line end is the one that a name on the first line begins after.
  for (const match of `\n${text}`.matchAll(fromLine)) {
    const start = match.index;
    const valueStart = start - 1 + match[0].length;
    if (isSignedName(text, start, valueStart)) continue;
    if (names.length === limits.fromFieldsMax) return { names, next: start };
    names.push({ start, valueStart, isPlain: (match[1] ?? "").length === PLAIN_NAME_CHARS });
  }
  return { names, next: null };
}

/** ` From:To:Subject;` on a fold of a signature's list of header names, `h=` (RFC 6376 3.5): no field of any reader. */
function isSignedName(text: string, nameStart: number, valueStart: number): boolean {
  if (!/^[ \t]*(?:[\w-]*[ \t]*[:;]|(?:\r?\n)?[ \t]*$)/.test(text.slice(valueStart, valueStart + 200))) return false;
  return /\sh\s*=[\w\s:-]*$/i.test(text.slice(Math.max(0, nameStart - SIGNED_NAMES_CHARS_MAX), nameStart));
}

const SIGNED_NAMES_CHARS_MAX = 2_000;

const PLAIN_NAME_CHARS = "From".length;

/** An indented From-like line inside the value is another reading of the same bytes, and is found by itself. */
function valueEnd(text: string, from: number): number {
  fieldEnd.lastIndex = from;
  return fieldEnd.exec(text)?.index ?? text.length;
}

/** A line that is neither blank nor begins like a field, such as `ent)` after a comment that was broken without a fold. */
const strayLine = /(?:\r\n|\n|\r)(?![\w.\0\x80-\xff-]+[ \t]*(?:\r?\n[ \t]+)?:|\r|\n|$)[^\r\n]*/y;
const STRAY_LINES_MAX = 20;

function longValueEnd(text: string, from: number): number {
  let end = from;
  for (let lines = 0; lines < STRAY_LINES_MAX; lines++) {
    strayLine.lastIndex = end;
    const line = strayLine.exec(text);
    if (line === null) break;
    end += line[0].length;
  }
  return end;
}

const HEADER_LINES_MAX = 200;

/**
 * Where the header ends for the most generous reader. The strict block may end early, at a line of white space or at one
 * without a colon; what goes on like a header is one for some clients. `isCut`: it may go on behind what was looked at.
 */
function headerEnd(bytes: Buffer, block: Span): { readonly end: number; readonly isCut: boolean } {
  const tail = bytes.toString("latin1", Math.max(block.start, block.end - 4), block.end);
  if (block.end >= bytes.length || /(?:\n\r?\n|\r\r)$/.test(tail)) return { end: block.end, isCut: false };
  const rest = bytes.toString("latin1", block.end, block.end + HEADER_REST_BYTES_MAX);
  let end = 0;
  for (let lines = 0; lines < HEADER_LINES_MAX; lines++) {
    const next = headerLineEnd(rest, end);
    // A line that is cut is no line: whether the header ends there cannot be told.
    if (next === null) {
      const isWhole = rest.length < HEADER_REST_BYTES_MAX || /[\r\n]/.test(rest.slice(end));
      return { end: block.end + end, isCut: !isWhole };
    }
    end = next;
  }
  return { end: block.end + end, isCut: true };
}

const HEADER_REST_BYTES_MAX = 16 * 1024;

const wholeLine = /[^\r\n]*(?:\r\n|\n|\r)/y;
/** A fold, a line of white space, a piece of an address list, or a field. */
const likeHeader = /^[ \t]|[@<>(),;"]|^[!-9;-~]+[ \t]*:/;
const nameAlone = /^[!-9;-~]+[ \t]*\r?\n$/;
const colonOnFold = /^[ \t]+:/;

/** Behind one header line; null when none begins there that ends in `rest`. A name may be parted from its colon by a fold. */
function headerLineEnd(rest: string, start: number): number | null {
  const line = lineAt(rest, start);
  if (line === null) return null;
  if (likeHeader.test(line)) return start + line.length;
  const fold = nameAlone.test(line) ? lineAt(rest, start + line.length) : null;
  return fold !== null && colonOnFold.test(fold) ? start + line.length + fold.length : null;
}

/** With its line end. */
function lineAt(text: string, start: number): string | null {
  wholeLine.lastIndex = start;
  return wholeLine.exec(text)?.[0] ?? null;
}

class FromCollector {
  readonly #froms = new Map<string, PlausibleFrom>();
  readonly #others = new Map<string, PlausibleFrom>();
  readonly #codes = new Map<string, Span>();
  #fields = 0;

  addField(field: FromField): void {
    const { mailboxes, problems } = field.list;
    if (!field.hasPlainName && !field.longText.includes("@")) return;
    this.#fields++;
    if (this.#fields > 1) this.flag("multi-from", field.span);
    const codes = new Set(problems.map(({ code }) => code));
    if (codes.has("limit.addresses")) this.flag("limit.addresses", field.span);
    if (codes.has("address.ambiguous") || field.cutText !== null || isMixed(field.text, mailboxes)) {
      this.flag("address-ambiguous", field.span);
    }
    const reading = codes.has("address.encoded") ? "encoded-word" : this.#fieldReading(field);
    for (const mailbox of mailboxes) {
      this.#addTo(reading === "encoded-word" ? this.#others : this.#froms, mailbox, reading, field.span);
    }
    for (const mailbox of field.cutText === null ? [] : parseAddressList(field.cutText).mailboxes) {
      if (mailbox.address !== "") this.#addTo(this.#froms, mailbox, "cut-field", field.span);
    }
    const distinct = new Set(mailboxes.map(({ address }) => address.toLowerCase()).filter((address) => address !== ""));
    if (distinct.size > 1) this.flag("multi-from", field.span);
    if (mailboxes.some(showsAnother)) this.flag("address-in-display-name", field.span);
    if (routed.test(field.longText)) this.flag("address-ambiguous", field.span);
    if (!isPlain(field.text, mailboxes)) this.#addMentions(field.text, distinct, field.span);
    if (field.longText !== field.text) this.#addMentions(field.longText, distinct, field.span);
  }

  result(): PlausibleFroms {
    const froms = [...new Map([...this.#froms, ...this.#others, ...this.#froms]).values()];
    const beyond = froms[limits.addressesMax];
    if (beyond !== undefined) this.flag("limit.addresses", beyond.span);
    return {
      froms: froms.slice(0, limits.addressesMax),
      problems: [...this.#codes].map(([code, where]) => ({ code, span: where })),
    };
  }

  #fieldReading({ hasPlainName }: FromField): FromReading {
    if (!hasPlainName) return "odd-field";
    return this.#fields === 1 ? "field" : "repeated-field";
  }

  #addMentions(text: string, own: ReadonlySet<string>, where: Span): void {
    for (const mention of addressMentions(text)) this.#addMention(mention, own, where);
  }

  #addMention({ address, place }: Mention, own: ReadonlySet<string>, where: Span): void {
    if (own.has(address.toLowerCase())) {
      if (place === "encoded-word") this.flag("address-in-encoded-word", where);
      return;
    }
    if (place === "encoded-word") this.flag("address-in-encoded-word", where);
    if (place === "comment" || place === "quoted") this.flag("address-in-display-name", where);
    if (place !== "quoted" && place !== "encoded-word") this.flag("address-ambiguous", where);
    this.#addTo(this.#others, { name: "", address }, readingOf(place), where);
  }

  #addTo(list: Map<string, PlausibleFrom>, mailbox: Mailbox, reading: FromReading, where: Span): void {
    const key = mailbox.address === "" ? `\0${mailbox.name}` : mailbox.address.toLowerCase();
    if (list.has(key)) return;
    if (list.size < limits.addressesMax) list.set(key, { ...mailbox, reading, span: where });
    else this.flag("limit.addresses", where);
  }

  flag(code: string, where: Span): void {
    if (!this.#codes.has(code)) this.#codes.set(code, where);
  }
}

/** `<b@example.org>,a@example.net`: with brackets and without, of which some clients see the one, some the other. */
function isMixed(text: string, mailboxes: readonly Mailbox[]): boolean {
  // Counted to a hundred, which is mixed or a list: so many addresses are flagged as well.
  const angles = text.split("<", 100).length - 1;
  return angles > 0 && mailboxes.filter(({ address }) => address !== "").length > angles;
}

const routed = /<\s*@[^:<>]*:/;

function readingOf(place: Mention["place"]): FromReading {
  if (place === "text") return "ambiguous";
  return place === "quoted" ? "display-name" : place;
}

/** One `@` before a plain domain, no syntax that hides another address and no encoded-word that could: nearly all mail. */
function isPlain(text: string, mailboxes: readonly Mailbox[]): boolean {
  const at = text.indexOf("@");
  if (mailboxes.length !== 1 || at === -1 || text.indexOf("@", at + 1) !== -1) return false;
  if (!/^@[A-Za-z0-9.-]+(?:[\s>(]|$)/.test(text.slice(at, at + DOMAIN_CHARS_MAX))) return false;
  return !/[^ -~]|[%!]/.test(text) && (!text.includes("=?") || !addressesShownIn(mailboxes));
}

const DOMAIN_CHARS_MAX = 260;

function addressesShownIn(mailboxes: readonly Mailbox[]): boolean {
  return mailboxes.some(({ name, address }) => /[@\uff20\ufe6b]/.test(name) || address.includes("=?"));
}

/** Whether the display name holds an address that is not the mailbox's own. */
function showsAnother({ name, address }: Mailbox): boolean {
  return addressesShown(name).some((shown) => shown.toLowerCase() !== address.toLowerCase());
}

/**
 * Every address that stands anywhere in an address field, whatever the syntax makes of the place: between addresses, in
 * quoted strings, in comments, inside encoded-words. Clients differ in what they show of a hostile field; a reader who sees
 * an address in it, sees one of these (hostile-mail HM-042 to HM-045). Total, linear.
 */

import { limits } from "../base/limits.ts";
import { normalForm } from "../base/normal-form.ts";
import { Scanner } from "./addresses.ts";
import { decodeEncodedWords } from "./encoded-words.ts";

/** `text`: where syntax could put an address · `quoted`: in a quoted string that is no local part. */
export type MentionPlace = "text" | "quoted" | "comment" | "encoded-word" | "source-route";

export interface Mention {
  /** As written, domain in lower case; always with a dot in the domain. */
  readonly address: string;
  readonly place: MentionPlace;
}

/**
 * Distinct without regard to case, in order, those that only decoding shows last; at most one more than
 * `limits.addressesMax`, so that who keeps no more sees that there are.
 * Takes a text as `fieldText` gives it.
 */
export function addressMentions(text: string): readonly Mention[] {
  const found = new MentionList();
  const visible = readable(text);
  const places = placesOf(visible);
  for (const { address, at } of looseAddresses(visible)) found.add(address, places.placeOf(at));
  for (const [reading, place] of otherReadings(text)) {
    for (const { address } of looseAddresses(reading)) found.add(address, place);
  }
  for (const { address } of [...found.mentions]) addRouted(found, address);
  return found.mentions;
}

/** What else a client may take the text for: without its control characters, or with its encoded-words decoded. */
function otherReadings(text: string): readonly (readonly [reading: string, place: MentionPlace])[] {
  const readings: [string, MentionPlace][] = [];
  if (controls.test(text)) readings.push([text.replace(allControls, ""), "text"]);
  if (text.includes("\\")) readings.push([readable(text.replace(/\\(?=\S)/g, "")), "quoted"]);
  if (text.includes("=?")) {
    const decoded = [decodeEncodedWords(text), ...undeclaredWords(text)];
    for (const reading of decoded) readings.push([readable(reading), "encoded-word"]);
  }
  return readings;
}

/** The addresses that somebody reads in a text for people, such as a display name. */
export function addressesShown(text: string): readonly string[] {
  return text.includes("@") || lookLikeAt.test(text)
    ? looseAddresses(readable(text)).map(({ address }) => address)
    : [];
}

class MentionList {
  readonly #byKey = new Map<string, Mention>();

  get mentions(): readonly Mention[] {
    return [...this.#byKey.values()];
  }

  add(address: string, place: MentionPlace): void {
    const key = address.toLowerCase();
    if (this.#byKey.size <= limits.addressesMax && !this.#byKey.has(key)) this.#byKey.set(key, { address, place });
  }
}

const controls = /\p{Cc}/u;
const allControls = /\p{Cc}+/gu;
/** Full-width and small forms of `@`, and characters that nobody sees. */
const lookLikeAt = /[\uff20\ufe6b]/;
const unseen = /\p{Cf}/u;

/** As a person reads it: characters without width gone, full-width forms as their plain ones (NFKC). */
function readable(text: string): string {
  const visible = unseen.test(text) ? text.replace(/\p{Cf}+/gu, "") : text;
  return lookLikeAt.test(visible) ? normalForm(visible, "NFKC") : visible;
}

/** `=?utf-8?bmFtZQ==?=`: an encoded-word without its encoding, which one that guesses reads as base64. */
function undeclaredWords(text: string): readonly string[] {
  const words = [...text.matchAll(/=\?[\w-]{1,40}\?([A-Za-z0-9+/]{8,}=*)\?=/g)];
  return words.map(([, encoded = ""]) => Buffer.from(encoded, "base64").toString("utf8"));
}

/** `user%example.org@relay.test` and `example.org!user@relay.test`: relays of old would send these on to example.org. */
function addRouted(found: MentionList, address: string): void {
  const local = address.slice(0, address.lastIndexOf("@"));
  const percent = /^([^%!]+)%([^%!]+\.[^%!]+)$/.exec(local);
  if (percent !== null) found.add(`${percent[1]}@${percent[2]}`, "source-route");
  const bang = /(?:^|!)([^!]+\.[^!]+)!([^!]+)$/.exec(local);
  if (bang !== null) found.add(`${bang[2]}@${bang[1]}`, "source-route");
}

interface LooseAddress {
  readonly address: string;
  /** Of its `@`. */
  readonly at: number;
}

/** Around each `@` what an unquoted address could consist of; linear, since another `@` ends the look. */
function looseAddresses(text: string): readonly LooseAddress[] {
  const found: LooseAddress[] = [];
  for (let at = text.indexOf("@"); at !== -1 && found.length <= limits.addressesMax; at = text.indexOf("@", at + 1)) {
    let start = at;
    while (start > 0 && at - start < ADDRESS_CHARS_MAX && isLocalCode(text.charCodeAt(start - 1))) start--;
    let end = at + 1;
    while (end < text.length && end - at < ADDRESS_CHARS_MAX && isDomainCode(text.charCodeAt(end))) end++;
    const written = text.slice(start, at);
    const local = written.includes("=?") ? written : written.replace(/^(?:['*_`.=-]|[\p{Pi}\p{Pf}\p{Ps}])+/u, "");
    const domain = text.slice(at + 1, end).replace(/[.-]+$/, "");
    // Of `a@example.org@relay.test` no reader takes the second half alone.
    const isSecond = start > 1 && text.charAt(start - 1) === "@" && isLocalCode(text.charCodeAt(start - 2));
    const shown = isSecond ? behindSign(local) : local;
    if (shown !== "" && dotted.test(domain)) found.push({ address: `${shown}@${domain.toLowerCase()}`, at });
  }
  return found;
}

/** Of `b@example.org/a@example.net` the second one begins behind the sign, for who looks for addresses by pattern. */
function behindSign(local: string): string {
  return /[!%&*/=?|]([^!%&*/=?|]+)$/.exec(local)?.[1] ?? "";
}

/** RFC 5321 4.5.3.1 allows 64 and 255. */
const ADDRESS_CHARS_MAX = 256;
const dotted = /^[^.]+(?:\.[^.]+)+$/;

/** Not white space or a control, nor `"(),:;<>@[\]` (RFC 5322 3.2.3). Beyond ASCII all but spaces (RFC 6532). */
function isLocalCode(code: number): boolean {
  if (code >= 0x80) return code > 0xa0 && !/\s/.test(String.fromCharCode(code));
  return code > 0x20 && code !== 0x7f && !specials.includes(String.fromCharCode(code));
}

const specials = '"(),:;<>@[\\]';

/** Beyond ASCII letters, their marks and digits; but not U+00FF, which is what the byte 0xFF is read as: some stop there. */
function isDomainCode(code: number): boolean {
  if (code >= 0x80) return code !== 0xff && /[\p{L}\p{M}\p{N}\p{Cs}]/u.test(String.fromCharCode(code));
  const letter = code | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2e;
}

/** Quoted strings and comments of a field, to ask for places in ascending order. */
interface Places {
  placeOf(at: number): MentionPlace;
}

const nowhere: Places = { placeOf: () => "text" };

function placesOf(text: string): Places {
  if (!/["(]/.test(text)) return nowhere;
  const scan = new Scanner(text);
  const pieces: { readonly start: number; readonly end: number; readonly place: MentionPlace }[] = [];
  for (let at = 0; at < text.length; ) {
    const end = scan.next(at);
    const first = text.charAt(at);
    const isLocalPart = first === '"' && text.charAt(end) === "@";
    if (end > at + 1 && (first === "(" || first === '"') && !isLocalPart) {
      pieces.push({ start: at, end, place: first === "(" ? "comment" : "quoted" });
    }
    at = end;
  }
  let next = 0;
  return {
    placeOf(at) {
      while ((pieces[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++;
      const piece = pieces[next];
      return piece !== undefined && piece.start <= at ? piece.place : "text";
    },
  };
}

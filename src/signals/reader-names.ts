/**
 * A reader's name in a URL: the display name of To or Cc, whole and as one value, plain or under base64, or a first or last
 * name under a parameter that says so (threat-facts TF-126).
 *
 * Names are words and other people's too, so a hit is never more than `likely`, and in the path of what is shown, where
 * articles about people lie, it is none. Pure; a search in the URL for each name, and its fields only where a name is in it.
 */
import { limits } from "../base/limits.ts";
import type { AddressRecord, TokenRecord } from "../case/record.ts";
import { type UrlField, urlFields } from "../url/fields.ts";
import { isRoleName } from "./address-forms.ts";

/** Readers of a message whose names are looked for: with more, a value is none of theirs alone. */
const READERS_MAX = 4;
const NAME_CHARS_MAX = 80;
const WORDS_MAX = 4;
/** Letters of first and last name together: shorter ones are found in words by chance. */
const LETTERS_MIN = 8;
/** Letters of one name under a parameter that says that it is one. */
const SINGLE_LETTERS_MIN = 3;
/** A base64 needle of fewer characters agrees by chance. */
const NEEDLE_CHARS_MIN = 6;

interface ReaderName {
  readonly address: string;
  /** Lower case, without marks. */
  readonly words: readonly string[];
  /** All words together, in both orders. */
  readonly joined: ReadonlySet<string>;
  readonly needles: readonly string[];
}

/** Of one message. */
export interface NameSearch {
  readonly count: number;
  /** Null where no name is in the URL. `hidden`: the load shows nothing, so its path holds no article. */
  find(href: string, hidden: boolean): TokenRecord | null;
}

/** `recipients` of To and Cc. Names of one word, of offices and of lists are none. */
export function nameSearch(recipients: readonly AddressRecord[]): NameSearch {
  const names = recipients.length > READERS_MAX ? [] : recipients.flatMap(toName);
  return {
    count: names.length,
    find: (href, hidden) => {
      if (names.length === 0) return null;
      const lower = href.toLowerCase();
      for (const name of names) {
        const found = inFields(href, lower, name, hidden) ?? inBase64(href, name);
        if (found !== null) return found;
      }
      return null;
    },
  };
}

/** Words that names of lists and offices hold besides those of addresses. */
const NO_PERSON =
  /^(?:all|announce|association|board|club|committee|council|department|dev|discussion|forum|group|groups|list|lists|mailing|members|network|project|recipients|sir|subscriber|subscribers|the|undisclosed|union|valued)$/;

function toName({ name, address }: AddressRecord): readonly ReaderName[] {
  if (address === "" || name.length > NAME_CHARS_MAX || /[@<>\d]/.test(name)) return [];
  // `Marsh, Ada` is Ada Marsh.
  const [last = "", first] = name.split(",", 2);
  const ordered = first === undefined ? name : `${first} ${last}`;
  const words = ordered.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu) ?? [];
  const whole = words.map(plainLetters).filter((word) => word.length > 1);
  if (whole.length < 2 || whole.length > WORDS_MAX || whole.join("").length < LETTERS_MIN) return [];
  if (whole.some((word) => isRoleName(word) || NO_PERSON.test(word))) return [];
  const ends = [whole[0] ?? "", whole.at(-1) ?? ""];
  const joined = new Set([whole.join(""), [...whole].reverse().join(""), ends.join(""), [...ends].reverse().join("")]);
  return [{ address, words: whole, joined, needles: base64Needles(ordered.trim()) }];
}

function plainLetters(word: string): string {
  return word.replace(/['’-]/g, "");
}

/** What names a parameter that holds a name. */
const NAME_PARAMETER =
  /^(?:(?:first|last|given|family|sur|full|user|reader|recipient|subscriber|contact|f|l)?[-_]?name|fn|ln|vorname|nachname|pr[eé]nom|nom|nombre|apellido|imya|familiya)$/i;

function inFields(href: string, lower: string, name: ReaderName, hidden: boolean): TokenRecord | null {
  if (!href.includes("%") && !name.words.some((word) => lower.includes(word))) return null;
  for (const { value, where, name: parameter } of urlFields(href)) {
    if (value.length > NAME_CHARS_MAX * 2 || !mayNameReader(where, hidden)) continue;
    const letters = value
      .toLowerCase()
      .replace(/\.(?:gif|png|jpe?g|webp)$/, "")
      .replace(/[\s+._,'’-]/g, "");
    if (name.joined.has(letters)) return nameToken(value, "name", name);
    const isSingle = letters.length >= SINGLE_LETTERS_MIN && name.words.includes(letters);
    if (isSingle && NAME_PARAMETER.test(parameter)) return nameToken(value, "part of the name", name);
  }
  return null;
}

function mayNameReader(where: UrlField["where"], hidden: boolean): boolean {
  return where === "query" || where === "userinfo" || (where === "path" && hidden);
}

function nameToken(value: string, what: string, { address }: ReaderName): TokenRecord {
  return { kind: "likely", value, detail: `${what} of the reader ${address}`, address };
}

/** As in `base64Domain`: the characters that the name alone decides, at each of its three places. */
function base64Needles(written: string): readonly string[] {
  const texts = new Set([written, written.toLowerCase()]);
  return [...texts].flatMap((text) =>
    [0, 1, 2].map((shift) => {
      const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(text, "utf8")]);
      const base64 = bytes.toString("base64").replaceAll("+", "-").replaceAll("/", "_");
      return base64.slice(Math.ceil((shift * 8) / 6), Math.floor((bytes.length * 8) / 6));
    }),
  );
}

function inBase64(href: string, name: ReaderName): TokenRecord | null {
  const text = /[+/]/.test(href) ? href.replaceAll("+", "-") : href;
  for (const needle of name.needles) {
    const at = needle.length < NEEDLE_CHARS_MIN ? -1 : text.indexOf(needle);
    if (at < 0) continue;
    let start = at;
    let end = at + needle.length;
    const belongs = (code: number) => /[\w-]/.test(String.fromCharCode(code));
    while (start > 0 && at - start < limits.tokenFieldCharsMax && belongs(text.charCodeAt(start - 1))) start -= 1;
    while (end < text.length && end - at < limits.tokenFieldCharsMax && belongs(text.charCodeAt(end))) end += 1;
    return { ...nameToken(href.slice(start, end), "base64 of the name", name) };
  }
  return null;
}

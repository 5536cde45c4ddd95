/**
 * Which protected domain another one is made to be taken for, and how: letters of other scripts, a slip of the finger, words
 * added, another suffix, the whole name in front of somebody else's (threat-facts TF-200, TF-203; hostile-mail HM-046).
 *
 * The index is made once; asking costs a few look-ups for each letter of the host, whatever is protected. Slips are found by
 * leaving out one letter on both sides, so that no pair is ever compared that is not near (the idea of SymSpell). Pure.
 */
import { isDisguisedDomain, skeletonOf } from "./look-alikes.ts";
import { registrableDomain } from "./registrable-domain.ts";

export type Disguise =
  /** Looks the same: other scripts, digits, `rn` for `m`. */
  | "homograph"
  /** One letter more, less, other, or two exchanged. */
  | "typo"
  /** The same name under another suffix. */
  | "other-suffix"
  /** The name with words that lures add (`name-login`, `loginname`). */
  | "lure-word"
  /** The name with any other word, set apart by a hyphen. */
  | "added-word"
  /** The whole protected domain as labels below another one: `name.example.attacker.test`. */
  | "subdomain"
  /** Its name as one of the labels below another one. */
  | "subdomain-label";

export interface Resemblance {
  /** The protected domain. */
  readonly domain: string;
  readonly how: Disguise;
  /** The suffix of the other one is a country's: it may be the bearer's own national domain. */
  readonly isCountry: boolean;
  /** Of a typo: the letters lie side by side on a keyboard, are exchanged or doubled, as slips are and as squatters choose. */
  readonly isSlip: boolean;
}

export interface ProtectedDomain {
  readonly domain: string;
  /** Its first label is an ordinary word or name: only homographs and whole domains mean something. */
  readonly isCommon: boolean;
}

/** Shorter labels stand inside too many others. */
const LABEL_CHARS_MIN = 4;
/** One letter of six is a sixth of the name: below the second bound only slips count. */
const TYPO_CHARS_MIN = 6;
const ANY_TYPO_CHARS_MIN = 8;
/** In ASCII alone, shorter names are each other's look-alikes by chance (`ml` and `mi`). */
const PLAIN_TWIN_CHARS_MIN = 5;
/** Before or after a word that lures add, without a hyphen. */
const JOINED_CHARS_MIN = 5;
const LABELS_MAX = 20;

export class DomainIndex {
  readonly #domains = new Set<string>();
  readonly #bySkeleton = new Map<string, string>();
  /** First label → domain; of labels that are no common words. */
  readonly #byLabel = new Map<string, string>();
  /** A label without one of its letters, or whole → labels. */
  readonly #byPiece = new Map<string, string[]>();

  constructor(domains: Iterable<ProtectedDomain>) {
    for (const one of domains) this.add(one);
  }

  add({ domain, isCommon }: ProtectedDomain): void {
    if (this.#domains.has(domain)) return;
    this.#domains.add(domain);
    const skeleton = skeletonOf(domain);
    if (!this.#bySkeleton.has(skeleton)) this.#bySkeleton.set(skeleton, domain);
    const label = labelOf(registrableDomain(domain));
    if (isCommon || label.length < LABEL_CHARS_MIN || this.#byLabel.has(label)) return;
    this.#byLabel.set(label, domain);
    if (label.length >= TYPO_CHARS_MIN) for (const piece of piecesOf(label)) this.#note(piece, label);
  }

  /** Whether the host is a protected one or lies below one. */
  has(host: string): boolean {
    if (this.#domains.has(host)) return true;
    for (let dot = host.indexOf("."); dot >= 0; dot = host.indexOf(".", dot + 1)) {
      if (this.#domains.has(host.slice(dot + 1))) return true;
    }
    return false;
  }

  /** Null for a protected host, and for one that resembles none. `host`: lower case, A-labels or as written. */
  resembled(host: string): Resemblance | null {
    if (!host.includes(".") || host.length > 253 || this.has(host)) return null;
    const registrable = registrableDomain(host);
    return this.#ofDomain(registrable) ?? this.#below(host, registrable);
  }

  #ofDomain(registrable: string): Resemblance | null {
    const isCountry = /\.[a-z]{2}$/.test(registrable);
    const found = (domain: string, how: Disguise, isSlip = false): Resemblance => ({ domain, how, isCountry, isSlip });
    const skeleton = skeletonOf(registrable);
    const twin = this.#bySkeleton.get(skeleton);
    if (twin !== undefined && (isDisguisedDomain(registrable) || labelOf(twin).length >= PLAIN_TWIN_CHARS_MIN)) {
      return found(twin, "homograph");
    }
    const label = labelOf(registrable);
    const same = this.#byLabel.get(label);
    if (same !== undefined) return found(same, "other-suffix");
    const plain = labelOf(skeleton);
    const alike = plain === label ? undefined : this.#byLabel.get(plain);
    if (alike !== undefined) return found(alike, "homograph");
    const added = this.#withWords(label);
    if (added !== null) return found(added.domain, added.how);
    const slip = this.#slipOf(label);
    return slip === null ? null : found(slip.domain, "typo", slip.isSlip);
  }

  #withWords(label: string): { readonly domain: string; readonly how: Disguise } | null {
    const words = label.split(/-|(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])/).slice(0, LABELS_MAX);
    for (const word of words.length > 1 ? words : []) {
      const domain = this.#byLabel.get(word);
      if (domain === undefined) continue;
      const others = words.filter((other) => other !== word);
      return {
        domain,
        how: others.some((other) => lureWords.has(other) || /^\d+$/.test(other)) ? "lure-word" : "added-word",
      };
    }
    const joined = label.replaceAll("-", "");
    for (const word of lureWords) {
      if (joined.length < word.length + JOINED_CHARS_MIN) continue;
      const rest = joined.startsWith(word)
        ? joined.slice(word.length)
        : joined.endsWith(word)
          ? joined.slice(0, -word.length)
          : "";
      const domain = rest.length < JOINED_CHARS_MIN ? undefined : this.#byLabel.get(rest);
      if (domain !== undefined) return { domain, how: "lure-word" };
    }
    return null;
  }

  #slipOf(label: string): { readonly domain: string; readonly isSlip: boolean } | null {
    if (label.length < TYPO_CHARS_MIN - 1 || label.length > 63) return null;
    for (const piece of piecesOf(label)) {
      for (const other of this.#byPiece.get(piece) ?? []) {
        const slip = slipBetween(label, other);
        if (slip === null || (!slip.isSlip && other.length < ANY_TYPO_CHARS_MIN)) continue;
        const domain = this.#byLabel.get(other);
        if (domain !== undefined) return { domain, isSlip: slip.isSlip };
      }
    }
    return null;
  }

  /** Labels in front of the registrable domain. */
  #below(host: string, registrable: string): Resemblance | null {
    if (host.length <= registrable.length) return null;
    const labels = host
      .slice(0, -registrable.length - 1)
      .split(".")
      .slice(-LABELS_MAX);
    const base = { isCountry: /\.[a-z]{2}$/.test(registrable), isSlip: false };
    for (let start = 0; start < labels.length; start += 1) {
      for (let count = 2; count <= 4 && start + count <= labels.length; count += 1) {
        const domain = labels.slice(start, start + count).join(".");
        if (this.#domains.has(domain)) return { domain, how: "subdomain", ...base };
      }
      // `name-example.attacker.test`, hyphens in the place of dots.
      const dotted = (labels[start] ?? "").replaceAll("-", ".");
      if (dotted.includes(".") && this.#domains.has(dotted)) return { domain: dotted, how: "subdomain", ...base };
    }
    for (const label of labels) {
      const domain = this.#byLabel.get(label) ?? this.#withWords(label)?.domain;
      if (domain !== undefined) return { domain, how: "subdomain-label", ...base };
    }
    return null;
  }

  #note(piece: string, label: string): void {
    const labels = this.#byPiece.get(piece);
    if (labels === undefined) this.#byPiece.set(piece, [label]);
    else if (!labels.includes(label)) labels.push(label);
  }
}

/** Words that lures put beside a name, in the languages they are written in. Our own selection. */
const lureWords: ReadonlySet<string> = new Set(
  (
    "login logon signin account accounts secure security support service services verify verification update updates alert alerts " +
    "auth online web mail email webmail help helpdesk team info billing payment payments pay refund reward rewards bonus gift " +
    "client customer confirm unlock recovery notice notification notifications document documents docs portal app my mein mijn " +
    "konto kunde kunden kundenservice sicherheit anmeldung compte securite espace cliente clientes conta cuenta seguro acceso acesso " +
    "verificacion beveiliging klant klanten tracking track delivery parcel package paket post id wallet connect official"
  ).split(" "),
);

function labelOf(domain: string): string {
  const dot = domain.indexOf(".");
  return dot < 0 ? domain : domain.slice(0, dot);
}

/** The label, and the label without each of its letters. */
function piecesOf(label: string): readonly string[] {
  const pieces = [label];
  for (let at = 0; at < label.length; at += 1) pieces.push(label.slice(0, at) + label.slice(at + 1));
  return pieces;
}

/** Null when they are equal or more than one step apart. */
export function slipBetween(written: string, meant: string): { readonly isSlip: boolean } | null {
  if (written === meant || Math.abs(written.length - meant.length) > 1) return null;
  let at = 0;
  while (at < written.length && written[at] === meant[at]) at += 1;
  const [rest, wanted] = [written.slice(at), meant.slice(at)];
  if (written.length === meant.length && rest.slice(1) === wanted.slice(1)) {
    return { isSlip: areNeighbours(rest.charAt(0), wanted.charAt(0)) };
  }
  if (rest.slice(1) === wanted) return { isSlip: isRepeat(written, at) };
  if (rest === wanted.slice(1)) return { isSlip: isRepeat(meant, at) };
  if (rest.charAt(0) === wanted.charAt(1) && rest.charAt(1) === wanted.charAt(0) && rest.slice(2) === wanted.slice(2)) {
    return { isSlip: true };
  }
  return null;
}

/** The letter that one has and the other has not repeats the one beside it. */
function isRepeat(text: string, at: number): boolean {
  const letter = text.charAt(at);
  return letter === text.charAt(at - 1) || letter === text.charAt(at + 1);
}

const ROWS = ["1234567890-", "qwertyuiop", "asdfghjkl", "zxcvbnm"];

/** Side by side on a keyboard of the usual order; rows are set off by half a key. */
export function areNeighbours(one: string, other: string): boolean {
  const [row, column] = placeOf(one);
  const [otherRow, otherColumn] = placeOf(other);
  if (row < 0 || otherRow < 0) return false;
  if (row === otherRow) return Math.abs(column - otherColumn) === 1;
  const [upper, lower] = row < otherRow ? [column, otherColumn] : [otherColumn, column];
  return Math.abs(row - otherRow) === 1 && (upper === lower || upper === lower + 1);
}

function placeOf(letter: string): readonly [row: number, column: number] {
  const row = letter === "" ? -1 : ROWS.findIndex((keys) => keys.includes(letter));
  return [row, row < 0 ? -1 : (ROWS[row] ?? "").indexOf(letter)];
}

/**
 * Finds a reader's address in readable text: local part, a separator, domain, with nothing glued to either end
 * (threat-facts TF-120, TF-121). The domain is searched first, since few are known and most texts hold none.
 */

import { type SplitAddress, sameMailbox } from "./address-forms.ts";
import type { Hit } from "./address-tables.ts";

/** What stands between local part and domain: VERP's `=`, encodings of `@`, and how people spell it to fool machines. */
const SEPARATORS: readonly string[] = [
  ..."@=|~:,!*",
  "=40",
  "-40",
  "_40",
  "&#64;",
  "(at)",
  "[at]",
  "{at}",
  "_at_",
  "-at-",
  ".at.",
  "+at+",
  " at ",
];

const HOST_SEPARATORS: readonly string[] = [".at.", "-at-", "_at_", "."];

export interface PlainName {
  readonly local: string;
  readonly address: string;
  readonly label: string;
}

export function namesByDomain(splits: readonly SplitAddress[]): ReadonlyMap<string, readonly PlainName[]> {
  const byDomain = new Map<string, PlainName[]>();
  for (const split of splits) {
    for (const [local, domain, label] of sameMailbox(split)) {
      const names = byDomain.get(domain) ?? [];
      if (!names.some((name) => name.local === local)) names.push({ local, address: split.address, label });
      byDomain.set(domain, names);
    }
  }
  return byDomain;
}

/** Occurrences of one domain in one text that are looked at; more are repetition. */
const OCCURRENCES_MAX = 16;

export function findPlain(lower: string, domains: readonly (readonly [string, readonly PlainName[]])[]): Hit | null {
  for (const [domain, names] of domains) {
    let at = lower.indexOf(domain);
    for (let seen = 0; at >= 0 && seen < OCCURRENCES_MAX; seen += 1) {
      const name = nameBefore(lower, at, at + domain.length, names);
      if (name !== null) return { address: name.address, detail: `${name.label}${name.address}`, certain: true };
      at = lower.indexOf(domain, at + 1);
    }
  }
  return null;
}

/** Domain at `[start, end)`: which reader's local part stands before it, with a separator between? */
function nameBefore(text: string, start: number, end: number, names: readonly PlainName[]): PlainName | null {
  const ends = domainEnd(text, end);
  if (ends === "inside") return null;
  for (const separator of separatorsAt(text, start, ends)) {
    const localEnd = start - separator.length;
    for (const name of names) {
      if (!text.endsWith(name.local, localEnd)) continue;
      const before = localEnd - name.local.length - 1;
      if (before < 0 || isLocalBoundary(text.charCodeAt(before), separator)) return name;
    }
  }
  return null;
}

const FILE_EXTENSION = /\.(?:gif|png|jpe?g|webp|svg|ico|css|js|php|aspx?|cgi|html?|ics|txt|pdf)(?![a-z0-9.-])/y;

/**
 * Does the domain end here? `example.org` is not in `example.organic` (`inside`); in `example.org.uk` it is followed by
 * more labels; in `mp@example.org.gif` by a file name's extension, which ends it.
 */
function domainEnd(text: string, end: number): "whole" | "labels" | "inside" {
  if (isNameCharacter(text.charCodeAt(end))) return "inside";
  if (text[end] !== "." || !isNameCharacter(text.charCodeAt(end + 1))) return "whole";
  FILE_EXTENSION.lastIndex = end;
  return FILE_EXTENSION.test(text) ? "whole" : "labels";
}

/** Where more host labels follow, only host-safe marks separate: `mp.parliament.example.track.example` (TF-120, TF-127). */
function separatorsAt(text: string, start: number, ends: "whole" | "labels"): readonly string[] {
  if (ends === "whole") return SEPARATORS.filter((separator) => text.endsWith(separator, start));
  return HOST_SEPARATORS.filter((separator) => text.endsWith(separator, start));
}

function isNameCharacter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x2d || code > 0x7f;
}

/**
 * `mary-ann@…` is not `ann@…`; but VERP writes `bounces-17-ann=…`, so before `=` any mark may end the part in front.
 */
function isLocalBoundary(code: number, separator: string): boolean {
  const isWord = (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code > 0x7f;
  if (isWord) return false;
  if (separator === "=") return true;
  return code !== 0x2d && code !== 0x2e && code !== 0x2b && code !== 0x5f;
}

export interface AlteredName {
  readonly text: string;
  readonly hit: Hit;
}

/** Reversed and rot13 (TF-121): cheap tricks that cost one search each. */
export function alteredNames(split: SplitAddress): readonly AlteredName[] {
  const reversed = [...split.address].reverse().join("");
  const turned = split.address.replace(/[a-z]/g, (letter) =>
    String.fromCharCode(((letter.charCodeAt(0) - 0x61 + 13) % 26) + 0x61),
  );
  return [
    { text: reversed, hit: { address: split.address, detail: `reversed form of ${split.address}`, certain: true } },
    { text: turned, hit: { address: split.address, detail: `rot13 of ${split.address}`, certain: true } },
  ];
}

export function findAltered(lower: string, altered: readonly AlteredName[]): Hit | null {
  if (!lower.includes("@")) return null;
  for (const { text, hit } of altered) if (lower.includes(text)) return hit;
  return null;
}

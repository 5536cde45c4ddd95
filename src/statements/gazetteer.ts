/**
 * Names that the readers know, found in tokens: a tree of words, the longest match wins. Built once. A wording all in capitals is
 * taken only so (`US`, not `us`); one that begins with a capital needs one in the text. Cost: linear in the tokens (names have
 * few words).
 */
import { AGENCIES, COMPANIES } from "./data/agencies.ts";
import { GROUPS } from "./data/groups.ts";
import { STATES } from "./data/states.ts";
import { type Token, tokensOf } from "./tokens.ts";

export type NameKind = "state" | "demonym" | "seat" | "agency" | "office" | "group" | "company";

export interface KnownName {
  readonly kind: NameKind;
  readonly name: string;
  /** ISO 3166-1 alpha-2, `EU`, `UN`, or empty. */
  readonly country: string;
  /** Mostly a common word or another's name (`Cobalt`): taken only where the text says that it is a group. */
  readonly isPlain: boolean;
}

interface Node {
  readonly next: Map<string, Node>;
  readonly ends: { readonly wording: string; readonly known: KnownName }[];
}

export interface Found {
  readonly known: KnownName;
  /** Tokens that it covers. */
  readonly count: number;
}

const root: Node = { next: new Map(), ends: [] };
export const stateNames = new Map<string, string>();

function add(wording: string, known: KnownName): void {
  let node = root;
  for (const { lower } of tokensOf(wording)) {
    const next = node.next.get(lower) ?? { next: new Map<string, Node>(), ends: [] };
    node.next.set(lower, next);
    node = next;
  }
  if (node !== root) node.ends.push({ wording, known });
}

const list = (text: string | undefined, sign: string) =>
  (text ?? "")
    .split(sign)
    .map((part) => part.trim())
    .filter((part) => part !== "");

for (const line of list(STATES, "\n")) {
  const [code = "", rest = ""] = line.split("=");
  const [names, demonyms, seats] = rest.split("|");
  const [name = ""] = list(names, ",");
  stateNames.set(code, name);
  for (const one of list(names, ",")) add(one, { kind: "state", name, country: code, isPlain: false });
  for (const one of list(demonyms, ",")) add(one, { kind: "demonym", name, country: code, isPlain: false });
  for (const one of list(seats, ",")) add(one, { kind: "seat", name, country: code, isPlain: false });
}
for (const line of list(AGENCIES, "\n")) {
  const [name = "", country = "", kind = "", more] = line.split("|");
  const known: KnownName = { kind: kind === "office" ? "office" : "agency", name, country, isPlain: false };
  for (const one of [name, ...list(more, ";")]) {
    add(one, known);
    // Offices are written small as often: `the prime minister`.
    if (kind === "office" && one.includes(" ") && !/\d|\p{Lu}{2}/u.test(one)) add(one.toLowerCase(), known);
  }
}
for (const name of list(COMPANIES, ";")) add(name, { kind: "company", name, country: "", isPlain: false });
for (const line of list(GROUPS, "\n")) {
  const [name = "", country = "", aliases] = line.split("|");
  for (const one of [name, ...list(aliases, ";")]) {
    add(one, { kind: "group", name, country, isPlain: !isTelling(one) });
  }
  // As official texts write it out.
  const number = /^APT(\d+)$/.exec(name)?.[1];
  for (const noun of number === undefined ? [] : ["", " Group", " Actor"])
    add(`Advanced Persistent Threat${noun} ${number}`, { kind: "group", name, country, isPlain: false });
}

/** A name that is hardly anything else: digits, two words with capitals, capitals inside. */
function isTelling(name: string): boolean {
  if (/\d/.test(name) && /\p{L}/u.test(name)) return name.length >= 4;
  if (/^\p{Lu}\S+(?: \p{Lu}\S+)+$/u.test(name)) return true;
  return (
    /^\p{Lu}\p{Ll}+\p{Lu}/u.test(name) ||
    /^(?:Turla|Kimsuky|Sandworm|Gamaredon|Sofacy|Molerats|OceanLotus|ZIRCONIUM)$/.test(name)
  );
}

/** The longest known name that begins at token `at`, or null. */
export function nameAt(tokens: readonly Token[], at: number): Found | null {
  let node: Node | undefined = root;
  let best: Found | null = null;
  for (let index = at; node !== undefined && index < tokens.length; index += 1) {
    const token: Token | undefined = tokens[index];
    node = token === undefined ? undefined : node.next.get(token.lower);
    const written = node === undefined ? [] : node.ends.filter(({ wording }) => isWritten(wording, tokens, at));
    // States and bodies go before groups of the same name.
    const [first] = written;
    if (first !== undefined) best = { known: first.known, count: index + 1 - at };
  }
  return best;
}

function isWritten(wording: string, tokens: readonly Token[], at: number): boolean {
  const first = tokens[at]?.text ?? "";
  const isCapital = /^[^\p{Ll}]+$/u.test(wording);
  if (isCapital && wording.length <= 6 && !/\d/.test(wording))
    return tokens[at]?.text === wording || !/^\p{L}+$/u.test(wording);
  if (/^\p{Lu}/u.test(wording)) return /^[\p{Lu}\p{N}]/u.test(first);
  return true;
}

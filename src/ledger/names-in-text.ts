/**
 * Where names of persons stand in a text, or may stand: runs of capitalised words that no list knows; one word where the words beside it say
 * that it is somebody (a title, a charge, `, a hacker`, `'s husband`, `told`); words in scripts without capitals. Finds rather too much than too
 * little. Pure, deterministic, linear in the text.
 */
import { limits } from "../base/limits.ts";
import { ENGLISH } from "../statements/data/en/grammar.ts";
import { type Item, itemsOf } from "../statements/items.ts";
import { isNameLike } from "../statements/names.ts";
import { tokensOf } from "../statements/tokens.ts";

export interface KnownWords {
  /** Of names that are no person's, in small letters. */
  readonly own: ReadonlySet<string>;
  /** That the document writes small as well. */
  readonly common: ReadonlySet<string>;
}

export interface NameSpan {
  readonly start: number;
  readonly end: number;
  readonly words: readonly string[];
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const RUN_WORDS_MAX = 6;
/** In front of a name and of little else: whatever is written with a capital behind it is the name, also `May` and `Young`. */
const HONORIFICS = list(
  "mr mrs ms miss dr prof professor sir dame lord lady baroness sen senator rep representative congressman congresswoman mp mep",
);
/** A title or a role in front of it: one word is a name then. */
const TITLES: ReadonlySet<string> = new Set([
  ...HONORIFICS,
  ...list(
    "president premier chancellor minister ambassador secretary governor judge justice attorney general colonel major captain lieutenant officer spokesperson spokesman spokeswoman defendant defendants suspect suspects journalist activist national nationals citizen",
  ),
]);
/** Between two words of one name, with initials and their stops. */
const PARTICLES_MAX = 3;
const PARTICLES = list("van von der den de da di bin al el la le ter zu dos du");
const MONTHS_AND_DAYS = list(
  "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday",
);
/** Given names that are words as well: in front of another capital they begin a name. */
const GIVEN_NAMES = list(
  "mark will hope grace faith joy rose bill frank grant jack dean art rich max pat sue drew gene chase lance miles guy christian dawn summer ivy ruby pearl iris lily daisy victor norman ray rob nick dick amber violet jade",
);
const FATES = list(
  "charged indicted sanctioned arrested detained extradited convicted sentenced prosecuted accused targeted notified warned named identified acquitted jailed",
);
const KIN = list(
  "husband wife spouse partner son daughter brother sister father mother parents family lawyer aide colleague friend inbox mailbox account email emails phone home computer",
);
const SPEAKING = list("told testified pleaded recalled denies confessed");
const PERSON_WORDS = list(
  "man woman husband wife spouse son daughter brother sister hacker person colleague friend accomplice",
);
/** In a sentence of a court or a notice of sanctions hardly anything that no list knows is no person. */
const COURT = list(
  "charged indicted indictment sanctioned convicted sentenced arrested extradited defendant defendants conspired conspiracy pleaded prosecutors plaintiff aka alias individuals suspects",
);
const LINKS = list("was were is are has had have been being also");

/** Words that only begin a sentence with a capital. */
const NO_NAMES: ReadonlySet<Item["tag"]> = new Set<Item["tag"]>([
  "prep",
  "cc",
  "sub",
  "rel",
  "pron",
  "adv",
  "be",
  "have",
  "do",
]);

/** In order, without overlap. */
export function nameSpans(text: string, known: KnownWords): readonly NameSpan[] {
  const found: NameSpan[] = [];
  for (let from = 0; from < text.length; ) {
    const end = endOfPiece(text, from);
    found.push(...spansIn(itemsOf(tokensOf(text, from, end), ENGLISH), known));
    from = end;
  }
  return found;
}

/** Of a long text, at a sentence's end or between two words where there is one. */
function endOfPiece(text: string, from: number): number {
  const most = from + limits.statementCharsMax * 4;
  if (most >= text.length) return text.length;
  const piece = text.slice(from, most);
  const at = Math.max(piece.lastIndexOf(". "), piece.lastIndexOf("\n"));
  return from + 1 + (at > 0 ? at : Math.max(piece.lastIndexOf(" "), 0) || piece.length - 1);
}

function spansIn(items: readonly Item[], known: KnownWords): readonly NameSpan[] {
  const isHeadline = areMostlyCapitals(items);
  const isOfCourt = items.some(({ lower }) => COURT.has(lower));
  const found: NameSpan[] = [];
  /** Item behind the last name. */
  let last = -1;
  for (let at = 0; at < items.length; at += 1) {
    const title = titleBefore(items, at);
    const isStart = title === "honorific" ? isCapitalWord(items[at], known.own) : isPersonal(items[at], known.own);
    const isGiven = !isStart && (isGivenName(items, at, known.own) || isInitial(items, at, known.own));
    if (!isStart && !isGiven) continue;
    const isMore =
      title === "honorific" || isGiven
        ? (item: Item | undefined) => isCapitalWord(item, known.own)
        : (item: Item | undefined) => !isHeadline && isSurname(item, known.own);
    const end = endOfName(items, at, (item) => isPersonal(item, known.own) || isMore(item));
    const run = items.slice(at, end);
    const isOne =
      run.length === 1 &&
      title === "" &&
      !isSomebody(items, at) &&
      !isListedBehind(items, at, last) &&
      !(isOfCourt && isNotOfTrade(items, at));
    const isCommon = title !== "honorific" && run.every(({ lower }) => known.common.has(lower));
    const [first, final] = [run[0], run.at(-1)];
    if (!isOne && !isCommon && !isOrganisation(items[end]) && first !== undefined && final !== undefined) {
      found.push({ start: first.start, end: final.end, words: run.map(({ text: word }) => word) });
      last = end;
    }
    at = end - 1;
  }
  return found;
}

/** Words by which a name is known again. */
export function nameWords(text: string, known: KnownWords): readonly string[] {
  return nameSpans(text, known).flatMap(({ words }) =>
    words.filter((word) => word.length > 2 && !known.common.has(word.toLowerCase()) && isTelling(word)),
  );
}

/** `Young` and `May` stand for a name only where they stood in one. */
function isTelling(word: string): boolean {
  const [item] = itemsOf(tokensOf(word), ENGLISH);
  return item !== undefined && isPersonal(item, new Set());
}

/** Of one document. */
const NAMES_MAX = 5_000;

/** In small letters, each once: all words by which persons may be named in a document, so that one who is named in full but once is known by half a name. */
export function namesIn(texts: readonly string[]): readonly string[] {
  const known: KnownWords = { own: new Set(), common: wordsWrittenSmall(texts) };
  const found = new Set<string>();
  for (const text of texts) {
    if (found.size >= NAMES_MAX) break;
    for (const word of nameWords(text, known)) found.add(word.toLowerCase());
  }
  return [...found].slice(0, NAMES_MAX);
}

/** Words that a document writes small: of running text, and not of an address, a path or a handle. */
export function wordsWrittenSmall(texts: readonly string[]): ReadonlySet<string> {
  const small = /(?<![\p{L}\p{M}\p{N}@._/\\-])\p{Ll}[\p{L}\p{M}]*(?![\p{L}\p{M}\p{N}@_/\\-]|\.[\p{L}\p{N}])/gu;
  return new Set(texts.flatMap((text) => text.match(small) ?? []));
}

function titleBefore(items: readonly Item[], at: number): "honorific" | "title" | "" {
  const before = items[at - 1];
  const lower = (before?.lower === "." ? items[at - 2]?.lower : before?.lower) ?? "";
  return HONORIFICS.has(lower) ? "honorific" : TITLES.has(lower) ? "title" : "";
}

/** Eight words and more, most of them with a capital: there it tells nothing. */
function areMostlyCapitals(items: readonly Item[]): boolean {
  const words = items.filter(({ text }) => /^\p{L}{4,}/u.test(text));
  const capitals = words.filter(({ isCapital }) => isCapital).length;
  return words.length >= 3 && capitals >= words.length * 0.7;
}

/** One name: capitalised words, particles and initials between them. */
function endOfName(items: readonly Item[], at: number, isWord: (item: Item | undefined) => boolean): number {
  let end = at + 1;
  while (end - at < RUN_WORDS_MAX) {
    let next = end;
    while (next - end < PARTICLES_MAX && isInner(items[next], items[next - 1])) next += 1;
    if (!isWord(items[next])) break;
    end = next + 1;
  }
  return end;
}

/** Stands between two words of a name: `van der`, an initial, its stop. */
function isInner(item: Item | undefined, before: Item | undefined): boolean {
  if (item === undefined) return false;
  if (item.lower === ".") return /^\p{Lu}$/u.test(before?.text ?? "");
  return PARTICLES.has(item.lower) || /^\p{Lu}$/u.test(item.text);
}

/** `Paper Crane Laboratories`: what follows says what it is. */
function isOrganisation(next: Item | undefined): boolean {
  return next !== undefined && next.known === null && next.lists.has("organisation-word");
}

/** `Mark Young`, where neither word is a name by itself; a question's `Will` stands in front of what is known. */
function isGivenName(items: readonly Item[], at: number, own: ReadonlySet<string>): boolean {
  const item = items[at];
  if (item === undefined || !GIVEN_NAMES.has(item.lower) || !/^\p{Lu}\p{Ll}/u.test(item.text) || own.has(item.lower))
    return false;
  return isCapitalWord(items[at + 1], own);
}

/** `A. Quillfeather`, not at the beginning of a text, where it numbers a part. */
function isInitial(items: readonly Item[], at: number, own: ReadonlySet<string>): boolean {
  const [before, item, stop] = [items[at - 1], items[at], items[at + 1]];
  if (item === undefined || before === undefined || !/^\p{Lu}$/u.test(item.text) || stop?.lower !== ".") return false;
  return isPersonal(items[at + 2], own) && (before.tag !== "stop" || titleBefore(items, at) !== "");
}

/** Neither `Quilldoor backdoor` nor `the malware Quilldoor`, and no short abbreviation (`DOB`). */
function isNotOfTrade(items: readonly Item[], at: number): boolean {
  if (/^\p{Lu}{1,3}$/u.test(items[at]?.text ?? "")) return false;
  return [items[at - 1], items[at + 1]].every((item) => item === undefined || !ENGLISH.tradeNouns.has(item.lower));
}

/** The words beside one word say that it is a person. */
function isSomebody(items: readonly Item[], at: number): boolean {
  const [second, before] = [items[at - 2], items[at - 1]];
  const [next, third, fourth] = [items[at + 1], items[at + 2], items[at + 3]];
  if (before !== undefined && (FATES.has(before.lower) || KIN.has(before.lower) || PERSON_WORDS.has(before.lower)))
    return true;
  if (before?.lower === "to" && second?.lower === "according") return true;
  if (before?.lower === "of" && second !== undefined && KIN.has(second.lower)) return true;
  if (before?.tag === "be" && second?.lower === "name") return true;
  if (before?.tag === "comma" && (isPersonWord(second) || (second !== undefined && KIN.has(second.lower)))) return true;
  if (next === undefined) return false;
  if (SPEAKING.has(next.lower) || HONORIFICS.has(next.lower)) return true;
  if (next.tag === "poss") return third !== undefined && KIN.has(third.lower);
  if (next.tag === "comma" || next.tag === "open") return isDescription(items, at + 2);
  const verb = LINKS.has(third?.lower ?? "") ? fourth : third;
  return LINKS.has(next.lower) && verb !== undefined && FATES.has(verb.lower);
}

/** `, 37,` or `, a 37-year-old hacker`. */
function isDescription(items: readonly Item[], at: number): boolean {
  const first = items[at];
  if (first === undefined) return false;
  if (first.lower === "aged" || /^who(?:m|se)?$/.test(first.lower) || /^[1-9]\d$/.test(first.text)) return true;
  if (first.tag !== "det" || !/^(?:an?|the|his|her|their)$/.test(first.lower)) return false;
  return items
    .slice(at + 1, at + 5)
    .some((item) => isPersonWord(item) || KIN.has(item.lower) || TITLES.has(item.lower));
}

function isPersonWord(item: Item | undefined): boolean {
  return item !== undefined && (PERSON_WORDS.has(item.lower) || ENGLISH.personNouns.get(item.lower) === "persons");
}

/** `Ada Quillfeather, Bo Wintergreen, and Zhao`. */
function isListedBehind(items: readonly Item[], at: number, last: number): boolean {
  if (last < 0 || at - last > 2 || at <= last) return false;
  return items.slice(last, at).every(({ tag, lower }) => tag === "comma" || lower === "and" || lower === "or");
}

function isPersonal(item: Item | undefined, own: ReadonlySet<string>): boolean {
  if (item === undefined) return false;
  const { lower } = item;
  if (own.has(lower) || MONTHS_AND_DAYS.has(lower) || TITLES.has(lower) || isSmallWord(item)) return false;
  return isWordOfName(item.text) && isNameLike(item, ENGLISH);
}

/** May be a word of a name where another word of it stands in front. */
function isCapitalWord(item: Item | undefined, own: ReadonlySet<string>): boolean {
  if (item === undefined || !item.isCapital || item.known !== null || item.tag === "det" || item.tag === "poss")
    return false;
  const { lower, lists } = item;
  if (own.has(lower) || TITLES.has(lower) || lists.has("organisation-word") || ENGLISH.bodyNouns.has(lower))
    return false;
  return isWordOfName(item.text) && item.text.length > 1;
}

/** `Ada Young`, `Bo Park`: a surname that is a word as well, and no inflected one. */
function isSurname(item: Item | undefined, own: ReadonlySet<string>): boolean {
  if (!isCapitalWord(item, own) || item === undefined) return false;
  const { lower } = item;
  if (
    isSmallWord(item) ||
    MONTHS_AND_DAYS.has(lower) ||
    ENGLISH.tradeNouns.has(lower) ||
    ENGLISH.recordNouns.has(lower)
  )
    return false;
  return !/(?:ing|ed|s|al|ic|ical)$/.test(lower);
}

/** `Emily` and `Vitaly` only look like adverbs. */
function isSmallWord({ tag, lower }: Item): boolean {
  return NO_NAMES.has(tag) && !(tag === "adv" && lower.endsWith("ly"));
}

function isWordOfName(text: string): boolean {
  if (!/^(?:(?:al|el|ul|ben|bin|ibn|abu)-)?\p{Lu}[\p{L}\p{M}'’-]*$/u.test(text)) return false;
  // `TrickBot`; but `McDonald`, and `Quill-Smith`.
  return !/\p{Ll}\p{Lu}/u.test(text) || /^(?:Mc|Mac|De|Di|La|Le|Van|O['’])\p{Lu}/u.test(text);
}

/**
 * Tokens → items: a name that is known is one item, any other token is one, each with a part of speech. A word that is verb and noun is
 * decided by what stands beside it (`verb-or-noun.ts`). Pure; one pass to the right; cost linear.
 */
import { TextMemo } from "../base/text-memo.ts";
import { withoutAbbreviations } from "./abbreviations.ts";
import { type KnownName, nameAt } from "./gazetteer.ts";
import type { Grammar, VerbForm, VerbReading, WordTag } from "./grammar.ts";
import type { Token } from "./tokens.ts";
import { verbAfterModal, verbOrNoun } from "./verb-or-noun.ts";
import { beginsListed, isListed, NO_LISTS, type WordList } from "./word-lists.ts";

export interface Item {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  tag: WordTag;
  /** Form of a verb as it stands here; null for anything else. */
  form: VerbForm | null;
  verb: VerbReading | null;
  readonly known: KnownName | null;
  readonly isCapital: boolean;
  readonly lists: ReadonlySet<WordList>;
}

const SIGNS: ReadonlyMap<string, WordTag> = new Map([
  [",", "comma"],
  [";", "stop"],
  [":", "stop"],
  [".", "stop"],
  ["!", "stop"],
  ["?", "stop"],
  ["\u2013", "dash"],
  ["\u2014", "dash"],
  ["-", "dash"],
  ["(", "open"],
  ["[", "open"],
  [")", "close"],
  ["]", "close"],
  ['"', "quote"],
  ["\u201c", "quote"],
  ["\u201d", "quote"],
  ["\u201e", "quote"],
  ["\u00ab", "quote"],
  ["\u00bb", "quote"],
  ["\u2018", "quote"],
  ["\u2019", "quote"],
  ["'", "quote"],
  ["&", "cc"],
]);

export function itemsOf(tokens: readonly Token[], grammar: Grammar): readonly Item[] {
  const all: Item[] = [];
  const memo = naturesOf(grammar);
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token === undefined) break;
    const found = nameAt(tokens, at);
    if (found !== null && isName(found.known, { tokens, at, count: found.count, grammar })) {
      const last = tokens[at + found.count - 1] ?? token;
      const words = tokens.slice(at, at + found.count);
      all.push({
        start: token.start,
        end: last.end,
        text: words.map(({ text }) => text).join(" "),
        lower: words.map(({ lower }) => lower).join(" "),
        tag: "entity",
        form: null,
        verb: null,
        known: found.known,
        isCapital: true,
        lists: NO_LISTS,
      });
      at += found.count;
      continue;
    }
    const joint = jointAt(tokens, at, grammar);
    all.push(joint ?? itemOf(token, grammar, memo));
    at += joint === null ? 1 : JOINT_WORDS;
  }
  const items = withoutAbbreviations(all);
  for (let at = 0; at < items.length; at += 1) {
    joinBounds(items, at, grammar);
    verbAfterModal(items, at, grammar);
    verbOrNoun(items, at, grammar);
  }
  return items;
}

const JOINT_WORDS = 3;

/** `as well as`, which joins as `and` does, as one item; or null. */
function jointAt(tokens: readonly Token[], at: number, grammar: Grammar): Item | null {
  const first = tokens[at];
  if (first === undefined || !beginsListed(grammar, first.lower, "joint")) return null;
  const words = tokens.slice(at, at + JOINT_WORDS);
  const lower = words.map((token) => token.lower).join(" ");
  if (!isListed(grammar, lower, "joint")) return null;
  const end = words.at(-1)?.end ?? first.end;
  const text = words.map((token) => token.text).join(" ");
  return {
    start: first.start,
    end,
    text,
    lower,
    tag: "cc",
    form: null,
    verb: null,
    known: null,
    isCapital: false,
    lists: NO_LISTS,
  };
}

/** `more than 300`, `over 10,000`, `at least seven` belong to the number; `has neither confirmed` is a negation. */
function joinBounds(items: readonly Item[], at: number, grammar: Grammar): void {
  const item = items[at];
  const next = items[at + 1];
  const third = items[at + 2];
  if (item === undefined || next === undefined) return;
  const isCount = (one: Item | undefined) =>
    one?.tag === "num" || one?.lists.has("round-number") === true || one?.lists.has("currency-sign") === true;
  if (item.lists.has("currency-sign") && next.tag === "num") item.tag = "det";
  if (item.lists.has("bound-one") && isCount(next)) item.tag = "det";
  const mayBeBound = beginsListed(grammar, item.lower, "bound-two") && isCount(third);
  if (mayBeBound && isListed(grammar, `${item.lower} ${next.lower}`, "bound-two")) {
    item.tag = "det";
    next.tag = "det";
  }
  const before = items[at - 1]?.tag;
  // `Alder & Quill Consulting`: one name.
  const isInName = items[at - 1]?.isCapital === true && items[at - 1]?.known === null && next.isCapital;
  if (item.text === "&" && isInName && next.known === null) item.tag = "noun";
  // `an outside firm`, `the above names`.
  if (item.tag === "prep" && items[at - 1]?.tag === "det" && next.tag === "noun") item.tag = "adj";
  // `has since attributed`.
  if (item.lower === "since" && before === "have") item.tag = "adv";
  if (item.lower === "neither" && (before === "have" || before === "be" || before === "do")) item.tag = "neg";
}

interface NamePlace {
  readonly tokens: readonly Token[];
  readonly at: number;
  readonly count: number;
  readonly grammar: Grammar;
}

/** A plain word is a group's name only where the words beside it say so, and it is written as a name. */
function isName(known: KnownName, { tokens, at, count, grammar }: NamePlace): boolean {
  if (!known.isPlain) return true;
  const first = tokens[at];
  if (first === undefined || !/^\p{Lu}/u.test(first.text)) return false;
  const before = tokens[at - 1];
  const after = tokens[at + count];
  const is = (token: Token | undefined, list: WordList) => token !== undefined && isListed(grammar, token.lower, list);
  const isQuoted = before !== undefined && /^["\u201c\u2018'(]$/.test(before.text);
  if (isQuoted) return is(tokens[at - 2], "group-cue");
  if (is(before, "naming-joint")) {
    return is(tokens[at - 2], "naming") || (is(after, "group-cue") && !is(after, "naming-joint"));
  }
  return is(before, "group-cue-before") || is(after, "group-cue-after");
}

const CAPITAL = /^\p{Lu}/u;
/** `al-Quill`, `d'Quill` are names as well. */
const PARTICLE = /^(?:al|el|ad|ar|as|at|az|ash|ud|ul|abd|d|l|o)[-\u2010\u2011'\u2019]\p{Lu}/u;

/** What a token is wherever it stands. */
interface WordNature {
  readonly tag: WordTag;
  readonly verb: VerbReading | null;
  readonly isCapital: boolean;
  readonly lists: ReadonlySet<WordList>;
}

/** A text says most of its words again and again, and names are looked for in it as well. */
const NATURES_MAX = 16_384;
const NATURE_CHARS_MAX = 512 * 1024;
const natures = new WeakMap<Grammar, TextMemo<WordNature>>();

function naturesOf(grammar: Grammar): TextMemo<WordNature> {
  const known = natures.get(grammar) ?? new TextMemo(NATURES_MAX, NATURE_CHARS_MAX);
  natures.set(grammar, known);
  return known;
}

function itemOf({ start, end, text, lower }: Token, grammar: Grammar, memo: TextMemo<WordNature>): Item {
  const { tag, verb, isCapital, lists } = memo.get(text, (own) => natureOf(own, lower, grammar));
  return { start, end, text, lower, tag, form: null, verb, known: null, isCapital, lists };
}

/** `lower`: of the text. */
function natureOf(text: string, lower: string, grammar: Grammar): WordNature {
  const isCapital = CAPITAL.test(text) || (text.length > 3 && PARTICLE.test(text));
  const lists = grammar.lists.get(lower) ?? NO_LISTS;
  const as = (tag: WordTag, verb: VerbReading | null = null): WordNature => ({ tag, verb, isCapital, lists });
  const sign = SIGNS.get(text);
  if (sign !== undefined) return as(sign);
  const fixed = grammar.tags.get(lower);
  if (fixed !== undefined) return as(fixed, grammar.verbs.get(lower) ?? null);
  if (/^\p{N}/u.test(text) && /^\p{N}[\p{N}.,]*(?:st|nd|rd|th)?$/u.test(text)) return as("num");
  if (grammar.numberWords.has(lower)) return as("num");
  const verb = grammar.verbs.get(lower) ?? (isCapital || lists.size > 0 ? null : grammar.unknownVerb(lower));
  if (verb !== null) return as("verb", verb);
  if (lists.has("predicate")) return as("other");
  if (!/[\p{L}\p{N}]/u.test(text)) return as("other");
  const isNoun = grammar.bodyNouns.has(lower) || grammar.personNouns.has(lower) || lists.has("noun-in-ly");
  return as(lower.endsWith("ly") && lower.length > 4 && !isNoun ? "adv" : "noun");
}

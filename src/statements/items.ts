/**
 * Tokens → items: a name that is known is one item, any other token is one, each with a part of speech. A word that is verb and noun is
 * decided by what stands beside it. Pure; one pass to the right; cost linear.
 */
import { TextMemo } from "../base/text-memo.ts";
import { withoutAbbreviations } from "./abbreviations.ts";
import { type KnownName, nameAt } from "./gazetteer.ts";
import type { Grammar, VerbForm, VerbReading, WordTag } from "./grammar.ts";
import type { Token } from "./tokens.ts";
import { beginsListed, isIn, isListed, NO_LISTS, type WordList } from "./word-lists.ts";

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
    afterModal(items, at, grammar);
    decide(items, at, grammar);
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

/** `should notify the centre`: what follows a modal verb is a verb, also one that no list has. */
function afterModal(items: readonly Item[], at: number, grammar: Grammar): void {
  const item = items[at];
  if (item === undefined || item.tag !== "noun" || item.isCapital || item.known !== null) return;
  if (beforeOf(items, at)?.tag !== "modal") return;
  item.tag = "verb";
  item.verb = grammar.unknownBase;
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

const BEFORE_VERB: ReadonlySet<WordTag> = new Set(["modal", "to", "do", "neg"]);
const OPENS_GROUP: ReadonlySet<WordTag> = new Set(["det", "entity", "num", "pron", "quote"]);
const IN_GROUP: ReadonlySet<WordTag> = new Set(["det", "prep", "to", "adj", "num", "poss"]);

/** What a verb-like word is where it stands: a form of its verb, or a noun or adjective. */
type Decision = VerbForm | "noun" | "adj";

interface Place {
  readonly item: Item;
  readonly verb: VerbReading;
  /** Over adverbs. */
  readonly before: Item | undefined;
  readonly after: Item | undefined;
  readonly afterTag: WordTag;
  readonly isNounNext: boolean;
  /** After `linked to`, `led to`: a group of nouns follows, no verb. */
  readonly isAfterLink: boolean;
  /** `have seen the group target …`: a verb of seeing stands shortly before. */
  readonly isSeen: boolean;
  readonly isInRelative: boolean;
  /** `whom X linked`: the subject of a relative clause stands before. */
  readonly isOfGap: boolean;
  /** Over adverbs and `not`. */
  readonly isAfterAuxiliary: boolean;
  /** What stands before a relative word right before it. */
  readonly beforeRelative: Item | undefined;
  readonly isAfterApart: boolean;
  /** Between a comma and it stands one group of nouns. */
  readonly isAfterComma: boolean;
}

/** `phishing emails`, `hacking tools`: the first word is no verb there. */
function isNounOfIng(item: Item | undefined, next: Item | undefined): boolean {
  const forms = item?.verb?.forms;
  if (item === undefined || forms === undefined || (!forms.includes("ing") && !forms.includes("participle")))
    return false;
  const isAfter = next?.tag === "noun" || next?.verb?.isNounToo === true || next?.verb?.forms.includes("ing") === true;
  return item.lower.endsWith("phishing") || isAfter;
}

const SEEN_BEFORE_MAX = 5;

/** Fixes tag and form of a verb-like word at `at`; what stands before it is decided already. */
function decide(items: readonly Item[], at: number, grammar: Grammar): void {
  const item = items[at];
  if (item === undefined || item.tag !== "verb" || item.verb === null) return;
  const after = items[at + 1];
  const afterTag = after?.tag ?? "stop";
  const isNounNext =
    afterTag === "noun" ||
    (afterTag === "verb" && (after?.verb?.isNounToo === true || isNounOfIng(after, items[at + 2])));
  const isAfterLink = items[at - 1]?.tag === "to" && items[at - 2]?.verb?.lists.has("takes-to") === true;
  const isSeen = items
    .slice(Math.max(0, at - SEEN_BEFORE_MAX), at)
    .some(({ verb, form }) => form !== null && verb?.lists.has("sees") === true);
  const isInRelative = items[at - 2]?.tag === "rel" || items[at - 2]?.lower === "that";
  const place: Place = {
    item,
    verb: item.verb,
    before: beforeOf(items, at),
    after,
    afterTag,
    isNounNext,
    isAfterLink,
    isSeen,
    isInRelative,
    isOfGap: isOfGap(items, at),
    isAfterAuxiliary: isAuxiliaryBefore(items, at),
    beforeRelative: items[at - 2],
    isAfterApart: isAfterApart(items, at),
    isAfterComma: isAfterComma(items, at),
  };
  const decision = decisionOf(place, grammar);
  if (decision === "noun" || decision === "adj") {
    item.tag = decision;
    item.verb = null;
  } else item.form = decision;
}

function decisionOf(place: Place, grammar: Grammar): Decision {
  const { verb, before } = place;
  // `think tanks`.
  if (isIn(place.after, "compound-second")) return "noun";
  if (verb.forms.includes("ing")) return ofIng(place, grammar);
  if (place.isAfterLink && verb.isNounToo && place.isNounNext) return "noun";
  if (before !== undefined && BEFORE_VERB.has(before.tag) && verb.forms.includes("base")) return "base";
  if (verb.forms.includes("participle") || verb.forms.includes("past")) return ofPast(place, grammar);
  return ofPresent(place, grammar);
}

/** `the hacking group`, `the targeting of`; else a verb. */
function ofIng({ item, verb, before, after, afterTag, isNounNext }: Place, grammar: Grammar): Decision {
  // Of phishing one speaks as of a thing.
  if (item.lower.endsWith("phishing")) return "noun";
  if (before?.tag === "be") return "ing";
  // `at a regular briefing that`, but `briefing the members`.
  if (isIn(item, "noun-in-ing") && before?.tag !== "prep" && !OPENS_GROUP.has(afterTag)) return "noun";
  // `to provide warning`.
  if (before?.verb?.isLight === true && grammar.recordNouns.has(item.lower)) return "noun";
  // `with tracking pixels`, `by phishing emails`.
  if (isIn(item, "ing-adjective") && grammar.tradeNouns.has(after?.lower ?? "")) return "adj";
  if (before?.tag === "det" || before?.tag === "poss" || before?.tag === "adj") return isNounNext ? "adj" : "noun";
  // `monitoring, tracking or surveillance`: without an object.
  if (after?.lower === "of" || after?.tag === "comma" || after?.tag === "cc" || afterTag === "stop") return "noun";
  // `credential harvesting emails`, but `a campaign targeting parties`.
  const isTarget = verb.classes.includes("incident") && !grammar.tradeNouns.has(after?.lower ?? "");
  const isCompound = before?.tag === "noun" && isNounNext && !before.lower.endsWith("s") && !isTarget;
  return isCompound ? "noun" : "ing";
}

/** After a group: with an object it is finite, without one it is what was done to it (`nationals charged with`). */
function ofPast(place: Place, grammar: Grammar): Decision {
  const { verb, before, after, afterTag, isNounNext, isAfterAuxiliary } = place;
  const { forms } = verb;
  if (isAfterAuxiliary && forms.includes("participle")) return "participle";
  // `hackers whom Norway linked to`.
  if (place.isOfGap && forms.includes("past")) return "past";
  const isInGroup =
    before !== undefined && IN_GROUP.has(before.tag) && before.lower !== "that" && before.lower !== "both";
  if (isInGroup && (isNounNext || afterTag === "adj")) return "adj";
  if (isInGroup && before.tag !== "prep" && before.tag !== "to" && !OPENS_GROUP.has(afterTag) && afterTag !== "prep")
    return "adj";
  // `contained hidden links`, `used stolen credentials`.
  if (before?.tag === "verb" && before.form !== null && isNounNext) return "adj";
  const isOpening =
    (before === undefined || before.tag === "comma") && forms.includes("participle") && !verb.classes.includes("say");
  if (isOpening && isNounNext && after?.lower.endsWith("s") === true && !forms.includes("base")) return "adj";
  if (forms.includes("base") && verb.isNounToo && before?.tag === "det") return "noun";
  if (!forms.includes("past")) return "participle";
  if (!forms.includes("participle")) return "past";
  const isAfterGroup =
    before?.tag === "cc" || before?.tag === "noun" || before?.tag === "entity" || before?.tag === "pron";
  if (isAfterGroup && isIn(verb, "learns") && afterTag !== "prep") return "past";
  if (isAfterGroup && grammar.prepositionalVerbs.has(verb.lemma) && afterTag === "prep" && after?.lower !== "by")
    return "past";
  // `declined to`, `attempted to`.
  if (isAfterGroup && afterTag === "to" && isIn(verb, "takes-infinitive")) return "past";
  // `the operation involved sending`.
  if (isAfterGroup && isIn(verb, "involves") && after?.verb?.forms.includes("ing") === true) return "past";
  // `suspected of`, `believed to`: what is said of somebody.
  if (isAfterGroup && verb.classes.includes("say") && (after?.lower === "of" || afterTag === "to")) return "participle";
  // `…, the centre advised.`
  const isLast = afterTag === "stop" && verb.classes.includes("advise");
  if (isAfterGroup && isLast) return "past";
  const hasObject = OPENS_GROUP.has(afterTag) || isNounNext || afterTag === "adj" || after?.lower === "that";
  return hasObject || verb.classes.includes("say") ? "past" : "participle";
}

function ofPresent(place: Place, grammar: Grammar): Decision {
  const { item, verb, before, after, afterTag, isNounNext } = place;
  const form: VerbForm = verb.forms.includes("s") ? "s" : "base";
  const isDetermined = before?.tag === "det" || before?.tag === "poss";
  if (!verb.isNounToo) return isDetermined && before?.lower !== "that" && before?.lower !== "this" ? "noun" : form;
  if (before === undefined) {
    return grammar.imperatives.has(item.lower) && (OPENS_GROUP.has(afterTag) || afterTag === "noun" || isNounNext)
      ? "base"
      : "noun";
  }
  // `…, the agency estimates.`
  const isSaidLast = verb.classes.includes("say") && afterTag === "stop" && form === "s" && !before.lower.endsWith("s");
  if (isSaidLast && place.isAfterComma) return form;
  const isRelative = before.tag === "rel" || before.lower === "that";
  // `people who work on`, `they target people`: a verb must follow.
  if (before.tag === "rel" && !isIn(before, "rel-object") && agreesWithRelative(place, form)) return form;
  if (before.tag === "pron" && form === "base" && isNounNext) return form;
  // `it works for`: after a subject's pronoun stands a verb.
  if (
    isIn(before, "pron-subject") &&
    (before.lower === "it" || before.lower === "he" || before.lower === "she") === (form === "s")
  )
    return form;
  // `the suspects, two employees of a company, face charges`.
  if (before.tag === "comma" && form === "base" && place.isAfterApart && isNounNext) return form;
  if (form === "base" && before.tag === "noun" && before.lower.endsWith("s") && isNounNext) return form;
  // `the advisory urges organisations`.
  const isSpeech = verb.classes.some(
    (name) => name === "advise" || name === "notify" || name === "deny" || name === "accuse",
  );
  if (isSpeech && form === "s" && before.tag === "noun" && agrees(before, form) && isNounNext) return form;
  // `APT99 targets telecoms firms`, `observed APT99 leverage links`.
  const isOfGroup =
    before.known?.kind === "group" && verb.classes.some((name) => name === "incident" || name === "act");
  if (isOfGroup && (isNounNext || place.isInRelative)) return form;
  if (place.isSeen && form === "base" && before.tag === "noun" && (isNounNext || OPENS_GROUP.has(afterTag)))
    return form;
  const isObjectNext =
    (OPENS_GROUP.has(afterTag) && after?.lower !== "both" && after?.lower !== "such") || after?.lower === "that";
  if ((agrees(before, form) || isRelative) && isObjectNext) return form;
  if (isRelative && afterTag !== "prep") return form;
  const isSpeaker = before.tag === "entity" && before.known?.kind !== "demonym";
  // `Slovenia calls upon`.
  if (
    isSpeaker &&
    form === "s" &&
    verb.classes.includes("policy") &&
    (after?.lower === "on" || after?.lower === "upon")
  )
    return "s";
  return isSpeaker && verb.classes.includes("say") && form === "s" ? "s" : "noun";
}

/** `who work`, `who hacks`: the number is that of what `who` stands for. */
function agreesWithRelative({ beforeRelative }: Place, form: VerbForm): boolean {
  return beforeRelative === undefined || beforeRelative.tag === "comma" || agrees(beforeRelative, form);
}

/** Between commas, the first after a plural: what is set apart from the subject. */
function isAfterApart(items: readonly Item[], at: number): boolean {
  if (items[at - 1]?.tag !== "comma") return false;
  for (let index = at - 2; index > 0 && at - index <= APART_WORDS_MAX; index -= 1) {
    const item = items[index];
    if (item?.tag === "comma") return items[index - 1]?.lower.endsWith("s") === true;
    if (item === undefined || item.form !== null || !(IN_SUBJECT.has(item.tag) || item.tag === "prep")) return false;
  }
  return false;
}

function isAfterComma(items: readonly Item[], at: number): boolean {
  let index = at - 1;
  while (at - index <= GAP_WORDS_MAX && IN_SUBJECT.has(items[index]?.tag ?? "stop")) index -= 1;
  return index < at - 1 && (items[index]?.tag === "comma" || items[index]?.tag === "quote");
}

const APART_WORDS_MAX = 14;

/** A group before it in the number that the form asks for. */
function agrees(before: Item, form: VerbForm): boolean {
  if (before.tag === "entity" || before.tag === "pron" || before.tag === "close") return true;
  return before.tag === "noun" && before.lower.endsWith("s") !== (form === "s");
}

/** Between a relative word that may stand for an object and the verb: one group of nouns. */
function isOfGap(items: readonly Item[], at: number): boolean {
  let index = at - 1;
  while (at - index <= GAP_WORDS_MAX && items[index] !== undefined && IN_SUBJECT.has(items[index]?.tag ?? "stop"))
    index -= 1;
  return index < at - 1 && isIn(items[index], "rel-object");
}

const GAP_WORDS_MAX = 8;
const IN_SUBJECT: ReadonlySet<WordTag> = new Set(["det", "adj", "noun", "entity", "num", "poss", "cc", "adv"]);

function isAuxiliaryBefore(items: readonly Item[], at: number): boolean {
  let index = at - 1;
  while (items[index]?.tag === "adv" || items[index]?.tag === "neg") index -= 1;
  const tag = items[index]?.tag;
  return tag === "be" || tag === "have";
}

/** The item before, over adverbs. */
function beforeOf(items: readonly Item[], at: number): Item | undefined {
  let index = at - 1;
  while (index >= 0 && items[index]?.tag === "adv") index -= 1;
  return items[index];
}

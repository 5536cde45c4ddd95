/**
 * Whom the mail of a report was aimed at, and when, by its own words: where the grammar of statements has no actor, report and letter have
 * one all the same (`thousands of emails to lawmakers`). Takes no persona (`posed as editors`), no speaker (`officials said`) and nothing
 * that is denied. English. Total; linear in the text times the number of walks of life.
 */
import type { EpochMs } from "../../base/brand.ts";
import { everyMatch } from "../../base/every-match.ts";
import type { Span } from "../../base/span.ts";
import { WALKS_OF_LIFE, type WalkOfLife } from "../../case/walks-of-life.ts";
import { ENGLISH } from "../../statements/data/en/grammar.ts";
import { timesOf } from "../../statements/times.ts";
import { type BlockSentence, isDenied } from "./sentences.ts";

export interface Aim {
  readonly walk: WalkOfLife;
  readonly sentence: BlockSentence;
}

/** What stands behind one of these is aimed at. */
const ACTIVE =
  /\b(?:target(?:ed|ing|s)?|(?:went|going|go|gone) after|(?:they|these|those|which|and|mails|emails|messages) (?:also |then )?(?:went|go|were sent) to|aim(?:ed|ing)? at|attack(?:ed|ing|s)?|(?:e-?mail(?:ed|ing)|mail(?:ed|ing)|phish(?:ed|ing)|spear-?phish(?:ed|ing))|(?:sent|send|sending|written|wrote|writes|writing|delivered|addressed|e-?mails?|messages?|mails?|letters?|invitations?|lures?) (?:[^.;:]{0,90}?)?(?:to|against)|(?:campaigns?|operations?|intrusions?|attacks?|breach(?:es)?|hack(?:s|ing)?|emails?|phishing) (?:against|on|at|of)|(?:targets|victims|recipients|readers) (?:were|are|included?|ranged?|have included|has included|such as)|(?:victims|targets|recipients) (?:in|from|among|across)|among (?:them|the targets|the victims|those targeted)|compromis(?:ed|ing)|hack(?:ed|ing) (?:into )?|monitor(?:ed|ing)|spied on)\b/gi;

/** What stands before one of these was aimed at. */
const PASSIVE =
  /\b(?:(?:was|were|are|is|been|being|had been|have been) (?:also |again |later )?(?:target(?:ed)?|attacked|phished|written to|e-?mailed|mailed|hacked|compromised|approached)|(?:received|got|opened|were sent|was sent|have had|had) (?:[\w-]+ ){0,4}(?:e-?mails?|mails?|messages?|letters?|phishing|lures?|what seemed|invitations?))\b/gi;

/** A heading over a list of them. */
const LIST_HEAD =
  /\b(?:who (?:got|was|were|is|received)|whom|targets?|targeting|victims?|victimology|recipients?|sectors?)\b/i;

/** Behind one of these stands a mask, or whose words these are. */
const PERSONA =
  /\b(?:pos(?:e[ds]?|ing) as|purport\w*|masquerad\w*|impersonat\w*|disguised as|pretend\w*|appear(?:ed|ing|s)? to (?:be|come)|claim(?:ed|ing|s)? to be|(?:look|looked|looks|looking) like|in the names? of|names? (?:copied|taken|borrowed) from|(?:used|took over|account) [^.;]{0,60}(?:by|of)|according to|behalf of)\b(?:(?!\b(?:went|sent|wrote|target\w*|against)\b)[^.;]){0,40}$/i;
/** Directly before: whose critics, officers or police, not who was aimed at. */
const OWNER =
  /\b(?:critic(?:s|al)|opponents?|officers?|agents?|police|security|intelligence|investigations?|outside|work(?:s|ing)?) (?:of|for|by)? ?(?:the |their |an? )?(?:[A-Z]\w+ )?$/i;

const SPEAKS =
  /^[^.;,]{0,30}\b(?:sa(?:id|ys?)|told|announced|reports?|reported|warn(?:ed|s)?|believes?|confirmed|assess(?:ed|es)?|chief|spokes\w+|will|has updated|charg(?:ed|ing))\b/i;
/** `the general election of 2019`, `before the elections`: a time. */
const AS_TIME = /\b(?:before|during|ahead of|after|through|until|since) (?:the )?(?:[\w-]+ )?$/i;

/** At most so many of one document. */
const AIMS_MAX = 60;

/** By first mention. */
export function aimsOf(sentences: readonly BlockSentence[]): readonly Aim[] {
  const found = new Map<WalkOfLife, Aim>();
  for (const sentence of sentences) {
    if (found.size >= Math.min(AIMS_MAX, WALKS_OF_LIFE.length)) break;
    for (const part of aimedParts(sentence)) {
      for (const walk of walksIn(sentence.text, part)) if (!found.has(walk)) found.set(walk, { walk, sentence });
    }
  }
  return [...found.values()];
}

function aimedParts({ text, block, under }: BlockSentence): readonly Span[] {
  if (block.kind === "list-item" && LIST_HEAD.test(under)) return [{ start: 0, end: text.length }];
  const behind = [...text.matchAll(ACTIVE)]
    .filter(({ index }) => !isDenied(text, index))
    .map(({ index, 0: words }) => ({ start: index + words.length, end: endOfClause(text, index + words.length) }));
  const before = [...text.matchAll(PASSIVE)]
    .filter(({ index, 0: words }) => !isDenied(text, index) && !/\b(?:no|not|never)\b/i.test(words))
    .map(({ index }) => ({ start: startOfClause(text, index), end: index }));
  return [...behind, ...before];
}

function endOfClause(text: string, from: number): number {
  const end = text
    .slice(from)
    .search(/[;:]|\b(?:asked|which|that|(?<!those )who|whose|because|after|posing|purporting|officials said)\b/i);
  return end < 0 ? text.length : from + end;
}

function startOfClause(text: string, to: number): number {
  return Math.max(0, text.slice(0, to).search(/[^;:]*$/));
}

const WALKS = WALKS_OF_LIFE.map(({ id, pattern }) => ({ id, everywhere: new RegExp(pattern, "gi") }));

function walksIn(text: string, { start, end }: Span): readonly WalkOfLife[] {
  const part = text.slice(start, end);
  return WALKS.flatMap(({ id, everywhere }) => {
    const named = everyMatch(everywhere, part).some(({ index, 0: words }) => {
      const at = start + index;
      const [before, after] = [text.slice(Math.max(0, at - 100), at), text.slice(at + words.length)];
      if (PERSONA.test(before) || OWNER.test(before) || SPEAKS.test(after) || isDenied(part, index)) return false;
      return !(id === "elections" && (AS_TIME.test(before) || /^ of (?:19|20)\d\d/.test(after)));
    });
    return named ? [id] : [];
  });
}

/** The words stand in the text only as the whose of somebody else: `critics of the government`. */
export function isOwner(text: string, words: string): boolean {
  const at = text.indexOf(words);
  return words !== "" && at > 0 && OWNER.test(text.slice(Math.max(0, at - 100), at));
}

export interface SaidTime {
  readonly from: EpochMs | null;
  readonly until: EpochMs | null;
  readonly words: string;
  readonly sentence: BlockSentence;
}

/** What may have happened at a time that stands in the same sentence. */
const HAPPENED =
  /\b(?:e-?mail|mails?|mailed|messages?|phish\w*|spear-?phish\w*|invit\w+|target(?:ed|ing)|went after|gone after|wrote|written to|sent|campaign|invoice)\b/i;
/** When somebody said so, or a date line: not when it happened. */
const SAID_THEN =
  /\b(?:said|announced|published|posted|released|modified|dated|accessed|told|reported|charged|indicted|sanctioned|updated|today|warned):? (?:on |in |that )?$/i;
/** Of a sentence that is hardly more than a time (`We first saw it in May 2020`): one in so many characters. */
const SHORT_SHARE = 2.5;

/** A heading over a line that holds nothing but a time; else that is a date line. */
const WHEN_HEAD = /\b(?:when|time|period|timeline|dates?|active)\b/i;

/** Times at which mail was sent: of sentences that speak of it, and of lines under a heading of times. */
export function timesSaid(sentences: readonly BlockSentence[], now: EpochMs | null): readonly SaidTime[] {
  return sentences.flatMap((sentence) => {
    const { text } = sentence;
    return timesOf(text, { start: 0, now, grammar: ENGLISH }).flatMap(({ span, from, until, words }) => {
      const rest = text.slice(0, span.start) + text.slice(span.end);
      const isLine =
        words.length * SHORT_SHARE > text.length && (WHEN_HEAD.test(sentence.under) || /\b[a-z]{3,}/.test(rest));
      const isSaid = SAID_THEN.test(text.slice(0, span.start)) || /^\s*[-–—]\s/.test(text.slice(span.end));
      if ((from === null && until === null) || isSaid || isDenied(text, span.start)) return [];
      return isLine || HAPPENED.test(text) ? [{ from, until, words, sentence }] : [];
    });
  });
}

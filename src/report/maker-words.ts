/**
 * Campaigns that perhaps have one maker, in words: how likely, what both share, what speaks against it, and what would settle it. Said of tools,
 * never of a group: no attribution. Every value is made printable by who shows it.
 */
import type { EstimateWords } from "../assessment/scale.ts";
import { wordsOf } from "../assessment/scale.ts";
import type { PerhapsOneMaker } from "../case/judgement.ts";

export const MAKERS_NOTE =
  "Weaker than a tie, and no attribution: programs, pages and trackers are sold, copied and handed on. No verdict rests on it.";

export function makerEstimate({ chance }: PerhapsOneMaker): EstimateWords {
  return wordsOf(chance);
}

/** `likely (55 to 75 of 100)`. */
export function makerEstimateWords(one: PerhapsOneMaker): string {
  const { words, from, to } = makerEstimate(one);
  return `${words} (${from} to ${to} of 100)`;
}

/** Empty where nothing does. */
export function speaksAgainst({ differing }: PerhapsOneMaker): string {
  if (differing.length === 0) return "";
  return `speaks against it: they differ in ${listed(differing.map((kind) => DIFFERING.get(kind) ?? "another trait"))}`;
}

const DIFFERING: ReadonlyMap<string, string> = new Map([
  ["mailer", "the program that says it wrote them"],
  ["boundary", "the form of the boundary between parts"],
  ["message-id-form", "the form of the Message-ID"],
  ["zone", "the sender's clock"],
]);

/** Plain sentences, each by itself enough. */
export function wouldConfirm(): readonly string[] {
  return [
    "a domain, account, address or text that both have and no other sender does: then they are tied as one campaign",
    "a source that names things of both as one group's",
  ];
}

/** Plain sentences, by what is shared. */
export function wouldRefute({ shared }: PerhapsOneMaker): readonly string[] {
  const kinds = new Set(shared.map(({ kind }) => kind));
  return [
    ...REFUTING.flatMap(([of, sentence]) => (of.some((kind) => kinds.has(kind)) ? [sentence] : [])),
    "a source that names them as different groups'",
  ];
}

const REFUTING: readonly (readonly [kinds: readonly string[], sentence: string])[] = [
  [
    ["mailer", "header-print", "message-id-form", "boundary"],
    "the same traces of the program in mail of somebody else: then it is sold, or a service's",
  ],
  [["markup", "tags"], "the same page elsewhere: a template that anybody may have, or the page that both play"],
  [["url-form", "token-form"], "the same form of address at other trackers: then it is a kit's or a service's"],
  [["helo", "origin-network"], "other customers at the same host or network"],
  [["sender-name", "outlet-name"], "others who play the same name"],
  [["text-like", "subject-form", "file-name"], "a public text that both copied"],
];

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

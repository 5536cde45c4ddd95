/**
 * Lists of words that the readers ask for by name: what a word or a verb's lemma is good for beside its part of speech. A language's data
 * says which words stand in each (`data/en/lists.ts`); the readers know the names of the lists alone. Pure.
 */

export type WordList =
  | "takes-away"
  | "leaves"
  | "attains"
  | "opines"
  | "true-word"
  | "untrue-word"
  | "if-word"
  | "part-of"
  | "lists-as-sanction"
  | "freezes"
  | "assets"
  | "sends"
  | "commits"
  | "matter"
  | "postposed"
  | "time-noun"
  | "last-word"
  | "hits"
  | "doubts"
  | "yet"
  | "reverses"
  | "dates"
  | "part-noun"
  | "pron-owner"
  | "lacks"
  | "ground"
  | "opposes"
  | "noun-in-ing"
  | "stays"
  | "alleges"
  | "charge-includes"
  | "warrant-noun"
  | "pron-subject"
  | "intruder-word"
  | "somebody-noun"
  | "informs-of"
  | "aims-thing"
  | "has-field"
  | "pron-anyone"
  | "goes-after"
  | "orders"
  | "writes-to"
  | "comes"
  | "found-word"
  | "spying-tool"
  | "asks-how"
  | "tool-noun"
  | "order-word"
  | "name-joint"
  | "gives"
  | "noun-in-ly"
  | "joint"
  | "stops"
  | "opens"
  | "stolen-word"
  | "compound-second"
  | "tells"
  | "ties"
  | "work"
  | "no-part"
  | "thing-owned"
  | "campaign-noun"
  | "campaign-kind"
  | "actor-noun"
  | "attribution-noun"
  | "sanction-thing"
  | "sanction-thing-kind"
  | "exposes"
  | "no-indication"
  | "offers"
  | "sought-noun"
  | "on-offer"
  | "available"
  | "learns"
  | "speaks-for-itself"
  | "state-place"
  | "currency-sign"
  | "names"
  | "needs-as"
  | "rel-object"
  | "predicate"
  | "takes-infinitive"
  | "has"
  | "aware"
  | "paper"
  | "paper-plural"
  | "paper-modifier"
  | "accountable"
  | "holds"
  | "serves"
  | "behalf"
  | "support-of"
  | "victim"
  | "comprises"
  | "involves"
  | "believes"
  | "ing-adjective"
  | "past-auxiliary"
  | "so-called"
  | "purports"
  | "harmful-word"
  | "receives"
  | "limits-what-follows"
  | "judges"
  | "official"
  | "condemns-what"
  | "intrusion-noun"
  | "nothing"
  | "access"
  | "breaks"
  | "leads-to"
  | "company-word"
  | "company-kind"
  | "research-people"
  | "at-or-from"
  | "deictic"
  | "never"
  | "of"
  | "introduced-in"
  | "acts-on"
  | "adds"
  | "aims-at"
  | "attacker"
  | "backs"
  | "baseless"
  | "bound-one"
  | "bound-two"
  | "charge-noun"
  | "charge-or-sanction"
  | "claim"
  | "claim-noun"
  | "company-end"
  | "condemns"
  | "counts-of"
  | "culprit"
  | "definite"
  | "det-inside"
  | "embassy"
  | "event"
  | "evidence"
  | "evidence-of"
  | "finds"
  | "finite-auxiliary"
  | "group-cue"
  | "group-cue-after"
  | "group-cue-before"
  | "harmful"
  | "hyphen-tie"
  | "indefinite"
  | "intends"
  | "involved"
  | "labels"
  | "mail"
  | "modal-duty"
  | "modal-future"
  | "modal-possible"
  | "name-tail"
  | "names-as"
  | "naming"
  | "naming-joint"
  | "national"
  | "no-count-before"
  | "observes"
  | "organisation-word"
  | "policy-noun"
  | "prep-attack"
  | "prep-backer"
  | "prep-for-whom"
  | "prep-joins"
  | "prep-list"
  | "prep-owner"
  | "prep-source"
  | "pron-nobody"
  | "pron-person"
  | "pron-self"
  | "pron-thing"
  | "robs"
  | "round-number"
  | "sanction-noun"
  | "sector-head"
  | "sees"
  | "speaking-paper"
  | "spokesperson"
  | "statement-noun"
  | "sub-aside"
  | "sub-contrast"
  | "takes-that"
  | "takes-to"
  | "targeting"
  | "time-unit"
  | "weak-denial";

export const NO_LISTS: ReadonlySet<WordList> = new Set();

/** Words by list → lists by word; a list is one text with its words, or phrases joined by `_`, between blanks. */
export function listsOf(written: Readonly<Record<WordList, string>>): ReadonlyMap<string, ReadonlySet<WordList>> {
  const lists = new Map<string, Set<WordList>>();
  for (const [name, text] of Object.entries(written)) {
    for (const part of text.split(/\s+/)) {
      const word = part.replaceAll("_", " ");
      if (word === "") continue;
      const known = lists.get(word) ?? new Set<WordList>();
      known.add(name as WordList);
      lists.set(word, known);
    }
  }
  return lists;
}

interface Listed {
  readonly lists: ReadonlySet<WordList>;
}

/** Does a word as it stands, or a verb by its lemma, stand in a list? */
export const isIn = (one: Listed | null | undefined, list: WordList): boolean => one?.lists.has(list) === true;

interface HasLists {
  readonly lists: ReadonlyMap<string, ReadonlySet<WordList>>;
}

/** Of a word in small letters. */
export const isListed = (grammar: HasLists, word: string, list: WordList): boolean =>
  grammar.lists.get(word)?.has(list) === true;

/** Does some phrase of the list begin with the word? Asked before phrases are put together, since hardly any word does. */
export function beginsListed({ lists }: HasLists, word: string, list: WordList): boolean {
  const known = beginnings.get(lists) ?? beginningsOf(lists);
  beginnings.set(lists, known);
  return known.get(list)?.has(word) === true;
}

/** By lists of a language; made once for each. */
const beginnings = new WeakMap<object, ReadonlyMap<WordList, ReadonlySet<string>>>();

function beginningsOf(lists: HasLists["lists"]): ReadonlyMap<WordList, ReadonlySet<string>> {
  const found = new Map<WordList, Set<string>>();
  for (const [phrase, names] of lists) {
    for (const name of names) {
      const words = found.get(name) ?? new Set<string>();
      words.add(phrase.split(" ", 1)[0] ?? "");
      found.set(name, words);
    }
  }
  return found;
}

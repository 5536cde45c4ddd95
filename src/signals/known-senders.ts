/**
 * Finds senders that are known by name or domain, in names, texts and hosts: an index over the registry, the roster, the owner's
 * own domains or correspondents, made once.
 *
 * Names are compared by what they look like, without marks, spaces and case (`Pay Pal`, `PАYPAL`), so that one look-up finds all
 * spellings. A name that is also an ordinary word counts only where nothing but words of roles stands beside it. Cost: a few
 * look-ups a word. Pure.
 */

import { TextMemo } from "../base/text-memo.ts";
import { slotOf, WORD_SLOTS } from "../base/word-slots.ts";
import { wordsOf } from "../base/words.ts";
import { skeletonOf } from "../url/look-alikes.ts";
import { registrableDomain } from "../url/registrable-domain.ts";
import { DomainIndex, type Resemblance } from "../url/resemblance.ts";
import { NameHeads } from "./name-heads.ts";
import { commonLabels, federatedLabels, inventedLabels } from "./registry/common-labels.ts";
import type { KnownSender } from "./registry/entry.ts";
import { registry } from "./registry/index.ts";
import { roleWords } from "./role-words.ts";

export interface NamedSender {
  readonly sender: KnownSender;
  /** Nothing but words of roles stands beside the name: `Example Support`, not `Jane of Example`. */
  readonly isWhole: boolean;
  /** Written in letters that only look like its own. */
  readonly isDisguised: boolean;
}

export interface ResembledSender {
  readonly sender: KnownSender;
  readonly resemblance: Resemblance;
}

/** Words of one name that are looked at; more is a sentence. */
const NAME_WORDS_MAX = 24;
/** Words that one name has; longer ones are compared by their beginning. */
const WINDOW_MAX = 7;
const TEXT_WORDS_MAX = 4_000;
const NAME_CHARS_MAX = 400;
const TEXT_CHARS_MAX = 40_000;
/** Shorter names stand in ordinary words when letters are exchanged or words joined. */
const JOINED_CHARS_MIN = 5;
const HOSTS_KEPT = 4_096;
const NAMES_KEPT = 2_048;

interface Entry {
  readonly sender: KnownSender;
  readonly isCommon: boolean;
  readonly words: readonly string[];
}

export class KnownSenders {
  readonly #byKey = new Map<string, Entry>();
  /** First word of a name → words of the longest name that begins so. */
  readonly #longest = new Map<string, number>();
  /** 1 where such a first word has its slot: most words of a text begin no name. */
  readonly #mayBeFirst = new Uint8Array(WORD_SLOTS);
  readonly #byDomain = new Map<string, KnownSender[]>();
  readonly #domains: DomainIndex;
  /** How the names begin under which entries are found: most words of a text begin none. */
  readonly #heads = new NameHeads();
  /** The same hosts come back from mail to mail. */
  readonly #resembled = new TextMemo<ResembledSender | null>(HOSTS_KEPT, HOSTS_KEPT * 64);
  /** So do names, and many subjects. */
  readonly #named = new TextMemo<readonly NamedSender[]>(NAMES_KEPT, NAMES_KEPT * 64);

  constructor(senders: readonly KnownSender[]) {
    for (const sender of senders) {
      for (const { text, isCommon } of sender.names) this.#addName(sender, text, isCommon);
      for (const domain of sender.domains) {
        const others = this.#byDomain.get(domain);
        if (others === undefined) this.#byDomain.set(domain, [sender]);
        else others.push(sender);
      }
    }
    this.#domains = new DomainIndex(
      [...this.#byDomain.keys()].map((domain) => ({ domain, isCommon: isCommonLabel(domain) })),
    );
  }

  /** Senders that a display name names, the longest names first found; at most one for each place. */
  named(text: string): readonly NamedSender[] {
    return this.#named.get(text.slice(0, NAME_CHARS_MAX), (own) => this.#namedBy(own));
  }

  #namedBy(text: string): readonly NamedSender[] {
    const words = unspaced(wordsOf(text, NAME_WORDS_MAX));
    const found: NamedSender[] = [];
    for (let at = 0; at < words.length; ) {
      const hit = this.#at(words, at);
      if (hit !== null) found.push(hit.named);
      at += hit?.count ?? 1;
    }
    return found;
  }

  /** Senders that a text of sentences names, with how often. Common words do not count there, nor do joined ones. */
  mentioned(text: string): ReadonlyMap<KnownSender, number> {
    return this.mentionedIn(sentenceWords(text));
  }

  /** The same of words that `sentenceWords` gave. */
  mentionedIn(words: readonly string[]): ReadonlyMap<KnownSender, number> {
    const counts = new Map<KnownSender, number>();
    for (let at = 0; at < words.length; at += 1) {
      if (this.#mayBeFirst[slotOf(words[at] ?? "")] === 0) continue;
      const entry = this.#longestAt(words, at);
      if (entry === null || entry.isCommon) continue;
      counts.set(entry.sender, (counts.get(entry.sender) ?? 0) + 1);
      at += entry.words.length - 1;
    }
    return counts;
  }

  /** The senders whose host this is. */
  ofHost(host: string): readonly KnownSender[] {
    for (let name = host; name.includes("."); name = name.slice(name.indexOf(".") + 1)) {
      const senders = this.#byDomain.get(name);
      if (senders !== undefined) return senders;
    }
    return [];
  }

  /** The sender for whose domain this one is made to be taken; null for its own hosts. */
  resembled(host: string): ResembledSender | null {
    return this.#resembled.get(host, (own) => this.#resembledBy(own));
  }

  #resembledBy(host: string): ResembledSender | null {
    const resemblance = this.#domains.resembled(host);
    if (resemblance === null || (resemblance.how === "added-word" && isFederated(resemblance.domain))) return null;
    const [sender] = this.#byDomain.get(resemblance.domain) ?? [];
    return sender === undefined ? null : { sender, resemblance };
  }

  #addName(sender: KnownSender, text: string, isCommon: boolean): void {
    const words = wordsOf(text, WINDOW_MAX);
    const key = words.join("");
    if (key.length < 2) return;
    const entry = { sender, isCommon: isCommon || key.length < 3, words };
    if (!this.#byKey.has(key)) this.#byKey.set(key, entry);
    const first = words[0] ?? "";
    this.#longest.set(first, Math.max(words.length, this.#longest.get(first) ?? 0));
    this.#mayBeFirst[slotOf(first)] = 1;
    const skeleton = skeletonOf(key);
    if (key.length >= JOINED_CHARS_MIN && !this.#byKey.has(skeleton)) this.#byKey.set(skeleton, entry);
    this.#heads.add(skeleton);
  }

  #at(words: readonly string[], at: number): { readonly named: NamedSender; readonly count: number } | null {
    if (!this.#heads.mayBegin(words, at, WINDOW_MAX)) return null;
    for (let count = Math.min(WINDOW_MAX, words.length - at); count > 0; count -= 1) {
      const key = words.slice(at, at + count).join("");
      const plain = this.#byKey.get(key);
      const entry = plain ?? (key.length >= JOINED_CHARS_MIN ? this.#byKey.get(skeletonOf(key)) : undefined);
      if (entry === undefined || (key.length < JOINED_CHARS_MIN && count !== entry.words.length)) continue;
      const others = words.filter((_, place) => place < at || place >= at + count);
      const isWhole = others.every((word) => roleWords.has(word) || /^\d+$/.test(word));
      if (entry.isCommon && !isWhole) continue;
      return { named: { sender: entry.sender, isWhole, isDisguised: key !== entry.words.join("") }, count };
    }
    return null;
  }

  #longestAt(words: readonly string[], at: number): Entry | null {
    const longest = Math.min(this.#longest.get(words[at] ?? "") ?? 0, words.length - at);
    let key = "";
    let found: Entry | null = null;
    for (let count = 1; count <= longest; count += 1) {
      key += words[at + count - 1] ?? "";
      const entry = this.#byKey.get(key);
      if (entry !== undefined && entry.words.length === count) found = entry;
    }
    return found;
  }
}

/** Of a text of sentences, those that names are looked for in. */
export function sentenceWords(text: string): readonly string[] {
  return wordsOf(text.slice(0, TEXT_CHARS_MAX), TEXT_WORDS_MAX);
}

/** `p e a r` is one word to a reader: three and more letters by themselves in a row. */
function unspaced(words: readonly string[]): readonly string[] {
  if (!words.some((word, at) => word.length === 1 && words[at + 1]?.length === 1 && words[at + 2]?.length === 1))
    return words;
  const joined: string[] = [];
  for (let at = 0; at < words.length; ) {
    let end = at;
    while (end < words.length && words[end]?.length === 1) end += 1;
    joined.push(end - at > 2 ? words.slice(at, end).join("") : (words[at] ?? ""));
    at = end - at > 2 ? end : at + 1;
  }
  return joined;
}

function isFederated(domain: string): boolean {
  return federatedLabels.has(registrableDomain(domain).split(".")[0] ?? "");
}

function isCommonLabel(domain: string): boolean {
  const label = registrableDomain(domain).split(".")[0] ?? "";
  return commonLabels.has(label) && !inventedLabels.has(label);
}

let ofRegistry: KnownSenders | null = null;

/** Over the registry; made when first asked for. */
export function registeredSenders(): KnownSenders {
  ofRegistry ??= new KnownSenders(registry);
  return ofRegistry;
}

/**
 * Whether the branches of a multipart/alternative say different things (hostile-mail HM-082): each client shows one of them,
 * and filters often read another.
 *
 * Pure; linear in the texts, of which `CHARS_MAX` characters a branch count.
 */
import type { Entity } from "../mail/message.ts";

const CHARS_MAX = 8 * 1024;
/** Fewer words agree or differ by chance. */
const WORDS_MIN = 5;
/** Distinct ones in a text that stands for one in HTML. */
const EXCUSE_WORDS_MAX = 100;
/** Of the shorter text's words, those that the other has too. Texts that a program made of one another share nearly all. */
const SHARED_MIN = 0.3;

/**
 * True when in some multipart/alternative a branch differs from the first or from the one before it. `entities` depth first;
 * `shown`: what a reader sees of each leaf that is a text.
 */
export function hasDifferingAlternatives(entities: readonly Entity[], shown: ReadonlyMap<Entity, string>): boolean {
  if (shown.size < 2 || !entities.some(isAlternative)) return false;
  const texts = new Map<Entity, readonly string[]>();
  // Backwards, every part comes before what holds it.
  for (let index = entities.length - 1; index >= 0; index -= 1) {
    const entity = entities[index] as Entity;
    const own = shown.get(entity);
    if (entity.children.length === 0) {
      if (own !== undefined) texts.set(entity, [own]);
      continue;
    }
    const branches = entity.children.map((child) => texts.get(child) ?? []);
    if (isAlternative(entity) && branchesDiffer(branches)) return true;
    const held = branches.flat();
    if (held.length > 0) texts.set(entity, held);
  }
  return false;
}

function isAlternative({ mediaType, children }: Entity): boolean {
  return mediaType.subtype === "alternative" && mediaType.type === "multipart" && children.length > 1;
}

function branchesDiffer(branches: readonly (readonly string[])[]): boolean {
  const words = branches
    .filter((texts) => texts.length > 0)
    .map((texts) => wordsOf(joined(texts)))
    .filter((own) => !isExcuse(own));
  return words.some((own, index) => {
    const [first, before] = [words[0], words[index - 1]];
    return index > 0 && first !== undefined && before !== undefined && (differ(first, own) || differ(before, own));
  });
}

/** "Your mail program cannot show HTML": such a text says nothing, and so nothing different. */
function isExcuse(words: ReadonlySet<string>): boolean {
  return words.size <= EXCUSE_WORDS_MAX && words.has("html");
}

/** Enough of them for `wordsOf`. */
function joined(texts: readonly string[]): string {
  let text = "";
  for (const one of texts) {
    if (text.length >= CHARS_MAX) break;
    text += `${one}\n`;
  }
  return text;
}

export function alternativesDiffer(plain: string, visible: string): boolean {
  return differ(wordsOf(plain), wordsOf(visible));
}

function differ(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a];
  if (fewer.size < 2 || more.size < WORDS_MIN) return false;
  let shared = 0;
  for (const word of fewer) if (more.has(word)) shared += 1;
  return shared < fewer.size * SHARED_MIN;
}

function wordsOf(text: string): ReadonlySet<string> {
  const plain = text
    .slice(0, CHARS_MAX)
    .replace(/https?:\S+/gi, " ")
    .toLowerCase();
  return new Set(plain.match(/\p{L}{3,}/gu) ?? []);
}

/** Which bytes of a message its strict reading gives to some part, and what is left over. */
import { type Span, span } from "../../base/span.ts";
import type { Message } from "../message.ts";

export class Coverage {
  /** Headers, and bodies of leaves: ascending, apart from each other. */
  readonly #spans: readonly Span[];
  readonly #bytes: Uint8Array;

  constructor({ bytes, root, entities }: Message) {
    this.#bytes = bytes;
    const spans = [span(0, root.span.start)];
    for (const { headers, body, children } of entities) {
      spans.push(headers.span);
      if (children.length === 0) spans.push(body);
    }
    this.#spans = spans.sort((a, b) => a.start - b.start);
  }

  /** The pieces of `asked` that no part has and that are more than white space. */
  without(asked: Span): readonly Span[] {
    const pieces: Span[] = [];
    let at = asked.start;
    for (let index = this.#firstAfter(asked.start); index < this.#spans.length; index += 1) {
      const { start, end } = this.#spans[index] as Span;
      if (start >= asked.end) break;
      if (start > at) pieces.push(span(at, start));
      at = Math.max(at, end);
    }
    if (at < asked.end) pieces.push(span(at, asked.end));
    return pieces.map((piece) => this.#trimmed(piece)).filter(({ start, end }) => end > start);
  }

  /** The first span that ends after `at`. */
  #firstAfter(at: number): number {
    let low = 0;
    let high = this.#spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#spans[middle] as Span).end > at) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #trimmed({ start, end }: Span): Span {
    let from = start;
    let to = end;
    while (from < to && (this.#bytes[from] as number) <= 0x20) from += 1;
    while (to > from && (this.#bytes[to - 1] as number) <= 0x20) to -= 1;
    return span(from, to);
  }
}

/** A list's footer or an advertisement that a list adds: plain words below a line of dashes, with links at most. */
const FOOTER_BYTES_MAX = 2_000;
const RULE = /^[_=*~-]{10,}\s*\n/;
/** A tag (addresses and links stand between brackets too), a MIME field, or what looks encoded. */
const NO_FOOTER =
  /<(?!(?:https?:\/\/[^<>\s]{1,500}|[\w.+-]{1,100}@[\w.-]{1,100})>)[a-z!/?]|^content-[a-z-]+[ \t]*:|(?:=[0-9a-f]{2}){2}|^[\w+/=]*[a-z0-9+/][\w+/=]{39,}\s*$/im;

/** What list managers put after the last part of a mail, where hardly any client shows it: no oddity of the mail's sender. */
export function isListFooter(text: string): boolean {
  return text.length <= FOOTER_BYTES_MAX && RULE.test(text) && !NO_FOOTER.test(text);
}

/** Longest text without a link or markup that is taken for a greeting; those of mailers have up to 200 characters. */
const GREETING_BYTES_MAX = 400;

/** A preamble for people with old mail programs, or nothing to speak of. */
export function isGreeting(text: string): boolean {
  return text.length <= GREETING_BYTES_MAX && !/[<@]|:\/\/|www\.|\S{32}/i.test(text);
}

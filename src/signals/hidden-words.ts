/**
 * How much of a page's text nobody sees: words of honest mail that are put in to weigh against the lure, in fonts of no size and
 * colours of the ground. Newsletters hide a line for the preview; a hundred words hide something.
 *
 * Pure and total; linear in the markup. All text of the markup is counted, what a reader sees taken off.
 */
import { limits } from "../base/limits.ts";
import type { StartTag } from "../html/markup.ts";
import { MarkupTokenizer } from "../html/markup-tokenizer.ts";

/** Counted no further. */
const WORDS_MAX = 20_000;
const SILENT: ReadonlySet<string> = new Set(["style", "script", "title", "noscript", "template"]);

/** Words of the markup that are not among what a reader sees, about. `visible`: `HtmlReading.visibleText` of the same markup. */
export function hiddenWords(html: string, visible: string): number {
  let words = 0;
  let silent = "";
  const nothing = (): void => {};
  new MarkupTokenizer(html.slice(0, limits.htmlBytesMax), {
    startTag: ({ name }: StartTag) => {
      if (silent === "" && SILENT.has(name)) silent = name;
    },
    endTag: (name) => {
      if (name === silent) silent = "";
    },
    text: (chars) => {
      if (silent === "" && words < WORDS_MAX) words += countWords(chars);
    },
    space: nothing,
    comment: nothing,
    endOfFile: nothing,
  }).run();
  return Math.max(0, words - countWords(visible));
}

const RUN_MIN = 3;

/** Runs of three letters and more. */
function countWords(text: string): number {
  let count = 0;
  let from = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : 0x20;
    const small = code | 0x20;
    if (small >= 0x61 && small <= 0x7a) {
      if (from < 0) from = at;
      continue;
    }
    if (code >= 0x80) {
      const end = endOfRun(text, at);
      count += text.slice(from < 0 ? at : from, end).match(/\p{L}{3,}/gu)?.length ?? 0;
      at = end;
    } else if (from >= 0 && at - from >= RUN_MIN) count += 1;
    from = -1;
  }
  return count;
}

function endOfRun(text: string, start: number): number {
  const end = text.indexOf(" ", start);
  return end < 0 ? text.length : end;
}

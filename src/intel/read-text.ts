/**
 * Indicators of a plain list or a text. In a list a line is one value, however it is written, `#` before remarks. A text is searched as a
 * document (`extraction/`): what is doubted there is told with the reason and not hunted for; what is only a look-alike too.
 */
import type { Collector } from "./collector.ts";
import { extractIndicators } from "./extraction/extract.ts";
import type { ExtractedType } from "./extraction/extraction.ts";
import { documentOfText } from "./extraction/text-document.ts";
import type { TextBlock } from "./formats/text-blocks.ts";
import { observableOf } from "./observable.ts";

const REMARK = /(?:^|\s)(?:#|\/\/|;).*$/s;

/** With a larger part of such lines it is a text, not a list. */
const SENTENCES_MAX = 0.1;

/** What a mailbox can be searched for by its value alone. */
const HUNTED: ReadonlySet<ExtractedType> = new Set([
  "domain-name",
  "url",
  "ipv4-addr",
  "ipv6-addr",
  "email-addr",
  "file-hash",
]);

function isSentence(line: string): boolean {
  return /\s/.test(line) && /\S\s+\S+\s+\S/.test(line.replace(REMARK, ""));
}

/** `blocks`: of the file, asked for twice. */
export function readText(blocks: () => Iterable<TextBlock>, collector: Collector): void {
  let lines = 0;
  let sentences = 0;
  for (const { text } of blocks()) {
    for (const line of linesOf(text)) {
      lines += 1;
      sentences += Number(isSentence(line));
    }
  }
  if (sentences <= lines * SENTENCES_MAX) {
    for (const block of blocks()) readList(block, collector);
  } else readSentences([...blocks()].map(({ text }) => text).join(""), collector);
}

function readList({ text, firstLine }: TextBlock, collector: Collector): void {
  let line = firstLine;
  for (const written of linesOf(text)) {
    const place = `line ${line}`;
    line += 1;
    const value = written.replace(REMARK, "").trim();
    if (value === "") continue;
    const only = observableOf(value);
    if (only !== null) {
      collector.observable(only, { place, name: remarkOf(written) });
      continue;
    }
    const found = value.split(/\s+/).flatMap((word) => observableOf(word) ?? []);
    for (const one of found) collector.observable(one, { place });
    // A line with a single word that is no value was meant as one.
    if (found.length === 0 && !/\s/.test(value))
      collector.reject(value, place, "is no host, address, URL, mail address or hash");
  }
}

/** One at a time: a list may have a million. */
function* linesOf(text: string): Iterable<string> {
  const end = /\r\n|\r|\n/g;
  let at = 0;
  for (let found = end.exec(text); found !== null; found = end.exec(text)) {
    yield text.slice(at, found.index);
    at = end.lastIndex;
  }
  yield text.slice(at);
}

function readSentences(text: string, collector: Collector): void {
  const { indicators, rejected } = extractIndicators(documentOfText(text));
  for (const { type, value, quote, doubt } of indicators) {
    if (!HUNTED.has(type)) continue;
    const place = `line ${quote.line}`;
    const found = observableOf(value);
    if (doubt !== null || found === null)
      collector.reject(quote.text, place, `is doubted: ${doubt ?? "no value that is hunted for"}`);
    else collector.observable(found, { place });
  }
  for (const { type, quote, why } of rejected) {
    if (HUNTED.has(type)) collector.reject(quote.text, `line ${quote.line}`, `was not taken: ${why}`);
  }
}

function remarkOf(line: string): string {
  return !line.includes("#") ? "" : (/(?:^|\s)#\s*(.*)$/s.exec(line)?.[1] ?? "").trim().slice(0, 200);
}

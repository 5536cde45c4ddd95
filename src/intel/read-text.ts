/**
 * Indicators of a plain list or a text: one a line, `#` before remarks, or in sentences. A line that is one value is one, however it is
 * written; in a sentence only what was written to be taken as one counts: defanged values, URLs, mail addresses, hashes and
 * addresses. A host name that a sentence merely speaks of is left alone.
 */
import type { Collector } from "./collector.ts";
import type { TextBlock } from "./formats/text-blocks.ts";
import { observableOf } from "./observable.ts";
import { isDefanged } from "./refang.ts";

const REMARK = /(?:^|\s)(?:#|\/\/|;).*$/;

/** With a larger part of such lines it is a text, not a list. */
const SENTENCES_MAX = 0.1;

function isSentence(line: string): boolean {
  return /\S\s+\S+\s+\S/.test(line.replace(REMARK, ""));
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
  const isList = sentences <= lines * SENTENCES_MAX;
  for (const { text, firstLine } of blocks()) takeBlock(text, { firstLine, isList }, collector);
}

interface Where {
  readonly firstLine: number;
  readonly isList: boolean;
}

function takeBlock(text: string, { firstLine, isList }: Where, collector: Collector): void {
  let line = firstLine;
  for (const written of linesOf(text)) {
    const place = `line ${line}`;
    line += 1;
    const value = written.replace(REMARK, "").trim();
    if (value === "") continue;
    const [whole, ...more] = value.split(/\s+/);
    const only = more.length === 0 ? observableOf(value) : null;
    if (only !== null) {
      collector.observable(only, { place, name: remarkOf(written) });
      continue;
    }
    let found = 0;
    for (const word of [whole ?? "", ...more]) found += Number(word !== "" && takeWord(word, place, collector));
    // In a list, a line with a single word that is no value was meant as one.
    if (isList && found === 0 && more.length === 0)
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

function takeWord(word: string, place: string, collector: Collector): boolean {
  const bare = word.replace(/^[("'<[{*\u2018\u201c]+(?![.\]])|[)"'>,;:!?*\u2019\u201d]+$|(?<!\[)\.$/g, "");
  const found = observableOf(bare);
  if (found === null || (found.type === "domain-name" && !isDefanged(bare) && !bare.includes("://"))) return false;
  collector.observable(found, { place });
  return true;
}

function remarkOf(line: string): string {
  return (/(?:^|\s)#\s*(.*)$/.exec(line)?.[1] ?? "").trim().slice(0, 200);
}

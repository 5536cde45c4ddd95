/**
 * Indicators of a plain list or a text: one a line, `#` before remarks, or in sentences. A line that is one value is one, however it is
 * written; in a sentence only what was written to be taken as one counts: defanged values, URLs, mail addresses, hashes and
 * addresses. A host name that a sentence merely speaks of is left alone.
 */
import type { Collector } from "./collector.ts";
import { observableOf } from "./observable.ts";
import { isDefanged } from "./refang.ts";

const REMARK = /(?:^|\s)(?:#|\/\/|;).*$/;

/** With a larger part of such lines it is a text, not a list. */
const SENTENCES_MAX = 0.1;

function isSentence(line: string): boolean {
  return /\S\s+\S+\s+\S/.test(line.replace(REMARK, ""));
}

export function readText(text: string, collector: Collector): void {
  const lines = text.split(/\r\n|\r|\n/);
  const isList = lines.filter(isSentence).length <= lines.length * SENTENCES_MAX;
  let line = 0;
  for (const written of lines) {
    line += 1;
    const place = `line ${line}`;
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

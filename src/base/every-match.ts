/**
 * All matches of a global pattern, as `String.matchAll` finds them, without the copy of the pattern that it makes each time: where a pattern is
 * asked of every sentence and mostly finds nothing, that copy is most of the work. Pure for its callers; cost: that of the pattern.
 */
import { assert } from "./assert.ts";

export function everyMatch(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  assert(pattern.global && !pattern.sticky, "a pattern that is asked for all its matches is global");
  pattern.lastIndex = 0;
  const found: RegExpExecArray[] = [];
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === "") pattern.lastIndex = behind(text, match.index, pattern.unicode);
  }
  return found;
}

/** Behind the character at `at`: with `u`, one of two halves is one. */
function behind(text: string, at: number, isUnicode: boolean): number {
  const isWide = isUnicode && (text.codePointAt(at) ?? 0) > 0xffff;
  return at + (isWide ? 2 : 1);
}

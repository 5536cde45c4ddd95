/** Words of a text as they are counted where only about how many matters: in any script, short ones left out. Pure; linear. */

const RUN_MIN = 3;

/** Runs of three letters and more. */
export function countLetterWords(text: string): number {
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

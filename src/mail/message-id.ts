/** Message-IDs as in Message-ID, In-Reply-To, References (RFC 5322 3.6.4). */
import { limits } from "../base/limits.ts";

/** Longest id kept; RFC 5322 allows lines of 998. */
const ID_CHARS_MAX = 998;

/**
 * The ids in a field's text, without angle brackets, in order; at most `limits.messageIdsMax`.
 *
 * Words between ids are skipped. A text without any brackets gives its words that hold an `@`. White space inside brackets
 * (left by folding) is removed.
 */
export function parseMessageIds(text: string): readonly string[] {
  const ids: string[] = [];
  let open = text.indexOf("<");
  if (open === -1) return bareIds(text);
  while (open !== -1 && ids.length < limits.messageIdsMax) {
    const close = text.indexOf(">", open);
    // Of several opening brackets the last before the closing one counts.
    const start = close === -1 ? open : text.lastIndexOf("<", close);
    const id = text
      .slice(start + 1, Math.min(close === -1 ? text.length : close, start + 1 + ID_CHARS_MAX))
      .replace(/\s+/g, "");
    if (id !== "") ids.push(id);
    open = close === -1 ? -1 : text.indexOf("<", close);
  }
  return ids;
}

function bareIds(text: string): readonly string[] {
  const words = text.split(/[\s,]+/, limits.messageIdsMax);
  return words.filter((word) => word.includes("@")).map((word) => word.slice(0, ID_CHARS_MAX));
}

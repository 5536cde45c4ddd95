/**
 * Markup inside comments that Outlook and old Internet Explorer read: `<!--[if mso]> … <![endif]-->` ("downlevel-hidden"
 * conditional comments), and processing instructions that name something to load (`<?import …?>`,
 * `<?xml-stylesheet …?>`). Downlevel-revealed ones (`<![if !mso]>`) hide nothing: what follows is ordinary markup.
 */
import type { Range } from "./source-place.ts";

/**
 * The markup of a conditional comment within `source`; `null` for every other comment. Openers that follow each other
 * without a tag between (`<!--[if mso]><!--[if mso]>…`, seen by the dozen against filters) are taken together.
 */
export function conditionalMarkup(source: string, comment: Range): Range | null {
  const text = source.slice(comment.start, comment.end);
  let opened = conditionEnd(text, 0);
  if (opened < 0) return null;
  for (;;) {
    const tag = text.indexOf("<", opened);
    const next = tag < 0 ? -1 : conditionEnd(text, tag);
    if (next < 0) break;
    opened = next;
  }
  const close = text.lastIndexOf("<![");
  const end = close >= opened ? close : text.length - (text.endsWith("-->") ? 3 : 0);
  return end > opened ? { start: comment.start + opened, end: comment.start + end } : null;
}

/** Offset after the `]>` of `<!--[if …]>` at `from`, or -1. */
function conditionEnd(text: string, from: number): number {
  if (!text.startsWith("<!--", from)) return -1;
  let at = from + 4;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at++;
  if (!/^\[\s*if\b/i.test(text.slice(at, at + 16))) return -1;
  const close = text.indexOf("]>", at);
  return close < 0 ? -1 : close + 2;
}

export interface Instruction {
  /** `import` or `xml-stylesheet`. */
  readonly target: "import" | "xml-stylesheet";
  /** The instruction as a tag of the same length, so that offsets hold. */
  readonly tag: string;
}

/** A processing instruction that loads; HTML tokenizers give it as a comment (`<?` … `>`). */
export function loadingInstruction(source: string, comment: Range): Instruction | null {
  if (!source.startsWith("<?", comment.start)) return null;
  const head = source.slice(comment.start + 2, comment.start + 20).toLowerCase();
  const target = head.startsWith("import") ? "import" : head.startsWith("xml-stylesheet") ? "xml-stylesheet" : null;
  if (target === null) return null;
  return { target, tag: ` <${source.slice(comment.start + 2, comment.end)}` };
}

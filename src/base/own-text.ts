/** V8 copies slices of fewer characters; a longer one shares the buffer of the text it was cut from. */
const COPIED_BELOW = 13;

/** The same text in a buffer of its own: what is kept of a mail must not keep all of the mail in memory. */
export function ownText(text: string): string {
  return text.length < COPIED_BELOW ? text : ` ${text}`.slice(1);
}
